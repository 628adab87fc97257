//! Arrays, schemas and streams that are owned: released once, when they are dropped.
#![expect(unsafe_code, reason = "the border to Arrow")]

use crate::arrow::abi::{ArrowArray, ArrowArrayStream, ArrowSchema};
use crate::arrow::failure::Failure;
use crate::arrow::import::{TableView, bad, name, table};
use crate::status::Status;

/// An array that is owned: released when it is dropped.
#[derive(Debug)]
pub struct OwnedArray(ArrowArray);

// SAFETY: the interface lets an array be used and released from any thread.
unsafe impl Send for OwnedArray {}
// SAFETY: it is only read.
unsafe impl Sync for OwnedArray {}

impl Drop for OwnedArray {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: owned and not yet released.
            unsafe { release(&raw mut self.0) };
        }
    }
}

/// A schema that is owned: released when it is dropped.
#[derive(Debug)]
pub struct OwnedSchema(ArrowSchema);

// SAFETY: as an array.
unsafe impl Send for OwnedSchema {}
// SAFETY: as an array.
unsafe impl Sync for OwnedSchema {}

impl Drop for OwnedSchema {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: owned and not yet released.
            unsafe { release(&raw mut self.0) };
        }
    }
}

/// All arrays of a stream, with their type.
#[derive(Debug)]
pub struct Chunks {
    schema: OwnedSchema,
    arrays: Vec<OwnedArray>,
}

impl Chunks {
    /// Takes a stream and reads it to its end.
    ///
    /// # Errors
    /// When the stream was released, or ends with an error.
    ///
    /// # Safety
    /// A pointer that is not null points to a stream by the rules of the interface, which is the
    /// caller's to give: it is released here.
    pub unsafe fn of_stream(from: *mut ArrowArrayStream) -> Result<Self, Failure> {
        if from.is_null() {
            return Err(Status::NullPointer.into());
        }
        // SAFETY: not null; moved out as the interface says, and marked as released.
        let mut stream = Stream(unsafe { from.read() });
        // SAFETY: as above.
        unsafe { (*from).release = None };
        let (Some(get_schema), Some(get_next), Some(_)) =
            (stream.0.get_schema, stream.0.get_next, stream.0.release)
        else {
            return Err(bad("the stream was released"));
        };
        let mut schema = OwnedSchema(ArrowSchema::empty());
        // SAFETY: a live stream, and a place for a schema.
        let code = unsafe { get_schema(&raw mut stream.0, &raw mut schema.0) };
        if code != 0 {
            return Err(stream.failure(code));
        }
        let mut arrays = Vec::new();
        loop {
            let mut array = OwnedArray(ArrowArray::empty());
            // SAFETY: as above.
            let code = unsafe { get_next(&raw mut stream.0, &raw mut array.0) };
            if code != 0 {
                return Err(stream.failure(code));
            }
            if array.0.release.is_none() {
                return Ok(Self { schema, arrays });
            }
            arrays.push(array);
        }
    }

    /// The number of chunks.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.arrays.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.arrays.is_empty()
    }

    /// The chunks as tables.
    pub fn tables(&self) -> impl Iterator<Item = Result<TableView<'_>, Failure>> {
        // SAFETY: both are owned, valid by the producer's word, and live as long as the view.
        self.arrays
            .iter()
            .map(|array| unsafe { table(&raw const self.schema.0, &raw const array.0) })
    }
}

/// A stream that is owned.
struct Stream(ArrowArrayStream);

impl Stream {
    fn failure(&mut self, code: i32) -> Failure {
        let text = self.0.get_last_error.map(|get| {
            // SAFETY: a live stream whose last call failed.
            let text = unsafe { get(&raw mut self.0) };
            // SAFETY: null, or a text with a NUL that lives until the next call.
            unsafe { name(text) }.unwrap_or("").to_owned()
        });
        bad(format_args!("the stream ended with error {code}: {}", text.unwrap_or_default()))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: owned and not yet released.
            unsafe { release(&raw mut self.0) };
        }
    }
}
