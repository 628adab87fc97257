//! What comes in: arrays and schemas that are checked as far as the interface lets them be.
//!
//! The interface gives no lengths of buffers. What can be checked is: pointers that must not be
//! null, counts of buffers and children, offsets and lengths that are not negative and do not
//! overflow, alignment, offsets of texts in order. That the buffers are as long as these numbers
//! say is the producer's word; each `unsafe` below rests on it and names what was checked.
#![expect(unsafe_code, reason = "the border to Arrow")]

use core::ffi::{CStr, c_char, c_void};
use core::slice;

use gb3838::Bits;

use crate::arrow::abi::{ArrowArray, ArrowArrayStream, ArrowSchema};
use crate::arrow::failure::Failure;
use crate::arrow::texts::{Offsets, Texts};
use crate::status::Status;

/// The values of a column, borrowed.
#[derive(Clone, Debug)]
pub enum Values<'a> {
    /// No value in any row.
    Null,
    /// Truth values.
    Bool(Bits<'a>),
    /// Bytes.
    I8(&'a [i8]),
    /// Unsigned bytes.
    U8(&'a [u8]),
    /// Short integers.
    I16(&'a [i16]),
    /// Unsigned short integers.
    U16(&'a [u16]),
    /// Integers.
    I32(&'a [i32]),
    /// Unsigned integers.
    U32(&'a [u32]),
    /// Long integers.
    I64(&'a [i64]),
    /// Unsigned long integers.
    U64(&'a [u64]),
    /// Floats.
    F32(&'a [f32]),
    /// Double floats.
    F64(&'a [f64]),
    /// Decimals of 128 bits, with their places.
    I128(&'a [[u8; 16]], u8),
    /// Days since 1970-01-01.
    Days(&'a [i32]),
    /// Seconds since 1970-01-01 in units of so many a second.
    Instants(&'a [i64], i64),
    /// Texts.
    Text(Texts<'a>),
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct ColumnView<'a> {
    /// The name.
    pub name: &'a str,
    /// The values.
    pub values: Values<'a>,
    /// 0 for a row without a value.
    pub validity: Option<Bits<'a>>,
    /// The rows.
    pub rows: usize,
}

impl ColumnView<'_> {
    /// Whether a row has a value, NaN being one.
    #[must_use]
    pub fn is_valid(&self, row: usize) -> bool {
        !matches!(self.values, Values::Null)
            && self.validity.is_none_or(|bits| bits.get(row) == Some(true))
    }
}

/// A table that is borrowed: columns of the same length.
#[derive(Clone, Debug)]
pub struct TableView<'a> {
    /// The columns.
    pub columns: Vec<ColumnView<'a>>,
    /// The rows.
    pub rows: usize,
}

fn bad(text: impl core::fmt::Display) -> Failure {
    Failure::new(Status::BadArrow, text)
}

/// A C string as text.
///
/// # Safety
/// A pointer that is not null points to bytes that end with a NUL.
unsafe fn name<'a>(from: *const c_char) -> Result<&'a str, Failure> {
    if from.is_null() {
        return Ok("");
    }
    // SAFETY: not null, and ended by a NUL, by the caller's word.
    let text = unsafe { CStr::from_ptr(from) };
    text.to_str().map_err(|_| bad("a name or format is not UTF-8"))
}

/// Borrows a table: a struct array with its schema.
///
/// # Errors
/// [`Status::BadArrow`] and [`Status::OtherType`], with the name of the column.
///
/// # Safety
/// Pointers that are not null point to a schema and an array by the rules of the interface, which
/// are not released while the table is used.
pub unsafe fn table<'a>(
    schema: *const ArrowSchema,
    array: *const ArrowArray,
) -> Result<TableView<'a>, Failure> {
    if schema.is_null() || array.is_null() {
        return Err(Status::NullPointer.into());
    }
    // SAFETY: neither is null; both are valid by the caller's word.
    let (schema, array) = unsafe { (&*schema, &*array) };
    if schema.release.is_none() || array.release.is_none() {
        return Err(bad("the schema or the array was released"));
    }
    // SAFETY: the format of a schema ends with a NUL.
    if unsafe { name(schema.format) }? != "+s" {
        return Err(Failure::new(Status::OtherType, "expected a struct array: a table"));
    }
    let (offset, rows) = (size(array.offset, "offset")?, size(array.length, "length")?);
    let count = size(array.n_children, "n_children")?;
    if size(schema.n_children, "n_children")? != count {
        return Err(bad("schema and array have different numbers of columns"));
    }
    if count > 0 && (schema.children.is_null() || array.children.is_null()) {
        return Err(bad("the children are null"));
    }
    if array.null_count != 0 && array.n_buffers > 0 && !array.buffers.is_null() {
        // SAFETY: there is at least one buffer; reading its pointer is what the interface allows.
        let validity = unsafe { *array.buffers };
        if !validity.is_null() && array.null_count > 0 {
            return Err(bad("the rows of a table are never missing as a whole"));
        }
    }
    let mut columns = Vec::new();
    for place in 0..count {
        // SAFETY: the children are not null, and there are `count` of them in both.
        let (field, child) = unsafe { (*schema.children.add(place), *array.children.add(place)) };
        if field.is_null() || child.is_null() {
            return Err(bad("a child is null"));
        }
        // SAFETY: neither is null; children are valid as long as their parent.
        let (field, child) = unsafe { (&*field, &*child) };
        // SAFETY: as above.
        columns.push(unsafe { column(field, child, offset, rows) }?);
    }
    Ok(TableView { columns, rows })
}

fn size(number: i64, what: &str) -> Result<usize, Failure> {
    usize::try_from(number).map_err(|_| bad(format_args!("{what} is {number}")))
}

/// Borrows a column of a table from row `skip` on.
///
/// # Safety
/// Schema and array are valid by the rules of the interface.
unsafe fn column<'a>(
    schema: &'a ArrowSchema,
    array: &'a ArrowArray,
    skip: usize,
    rows: usize,
) -> Result<ColumnView<'a>, Failure> {
    // SAFETY: both texts of a schema are null or end with a NUL.
    let (format, name) = unsafe { (name(schema.format)?, name(schema.name)?) };
    let length = size(array.length, "length")?;
    if skip.checked_add(rows).is_none_or(|end| end > length) {
        return Err(bad(format_args!("column {name} has {length} rows, fewer than its table")));
    }
    let offset = size(array.offset, "offset")?.checked_add(skip);
    let end = offset.and_then(|offset| offset.checked_add(rows));
    let (Some(offset), Some(_)) = (offset, end) else {
        return Err(bad(format_args!("column {name}: the offset is beyond memory")));
    };
    let raw = Raw { array, name, offset, rows };
    if format == "n" {
        return Ok(ColumnView { name, values: Values::Null, validity: None, rows });
    }
    // SAFETY: as this function.
    let validity = unsafe { raw.validity() }?;
    let values = if schema.dictionary.is_null() {
        // SAFETY: as this function.
        unsafe { raw.values(format) }?
    } else {
        if array.dictionary.is_null() {
            return Err(bad(format_args!("column {name}: the dictionary is null")));
        }
        // SAFETY: neither is null, and both live as long as the column.
        let (field, entries) = unsafe { (&*schema.dictionary, &*array.dictionary) };
        let count = size(entries.length, "length")?;
        // SAFETY: as this function.
        let entries = unsafe { column(field, entries, 0, count) }?;
        let Values::Text(texts) = entries.values else {
            return Err(Failure::new(
                Status::OtherType,
                format_args!("column {name}: expected a dictionary of texts"),
            ));
        };
        // SAFETY: as this function.
        let indices = unsafe { raw.values(format) }?;
        let dictionary = Texts::of_dictionary(&indices, texts, entries.validity);
        Values::Text(dictionary.ok_or_else(|| bad("a dictionary's indices are no integers"))?)
    };
    Ok(ColumnView { name, values, validity, rows })
}

/// A column as it came, with the rows that are wanted of it.
struct Raw<'a> {
    array: &'a ArrowArray,
    name: &'a str,
    offset: usize,
    rows: usize,
}

impl<'a> Raw<'a> {
    fn other(&self, format: &str) -> Failure {
        let name = self.name;
        Failure::new(Status::OtherType, format_args!("column {name}: type {format:?} is not read"))
    }

    /// A buffer; null where the column has no rows or the interface allows it.
    ///
    /// # Safety
    /// The array is valid.
    unsafe fn buffer(&self, place: usize) -> Result<*const c_void, Failure> {
        let count = size(self.array.n_buffers, "n_buffers")?;
        if place >= count || self.array.buffers.is_null() {
            return Err(bad(format_args!("column {} has only {count} buffers", self.name)));
        }
        // SAFETY: the list is not null and has more entries than `place`.
        Ok(unsafe { *self.array.buffers.add(place) })
    }

    /// `count` values of a buffer from `start` on.
    ///
    /// # Safety
    /// The array is valid, so its buffers are as long as its numbers say.
    unsafe fn slice<T>(
        &self,
        place: usize,
        start: usize,
        count: usize,
    ) -> Result<&'a [T], Failure> {
        // SAFETY: as this function.
        let buffer = unsafe { self.buffer(place) }?.cast::<T>();
        if count == 0 {
            return Ok(&[]);
        }
        let bytes = start.checked_add(count).and_then(|end| end.checked_mul(size_of::<T>()));
        if buffer.is_null() || bytes.is_none_or(|bytes| isize::try_from(bytes).is_err()) {
            return Err(bad(format_args!("column {}: a buffer is null or too long", self.name)));
        }
        if !buffer.is_aligned() {
            return Err(bad(format_args!("column {}: a buffer is not aligned", self.name)));
        }
        // SAFETY: not null, aligned, and by the word of the producer `start + count` long; nothing
        // writes to it while it is borrowed.
        Ok(unsafe { slice::from_raw_parts(buffer.add(start), count) })
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn bits(&self, place: usize) -> Result<Bits<'a>, Failure> {
        // SAFETY: as this function; the bits of rows 0 to the last one wanted.
        let bytes = unsafe { self.slice(place, 0, (self.offset + self.rows).div_ceil(8)) }?;
        Ok(Bits::new(bytes).with_offset(self.offset))
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn validity(&self) -> Result<Option<Bits<'a>>, Failure> {
        // SAFETY: as this function.
        if self.array.null_count == 0 || unsafe { self.buffer(0) }?.is_null() {
            return Ok(None);
        }
        // SAFETY: as this function; the buffer is not null.
        unsafe { self.bits(0) }.map(Some)
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn values(&self, format: &str) -> Result<Values<'a>, Failure> {
        let (at, rows) = (self.offset, self.rows);
        // SAFETY: each of the calls below is within the column, and of the type of its format.
        unsafe {
            Ok(match format {
                "b" => Values::Bool(self.bits(1)?),
                "c" => Values::I8(self.slice(1, at, rows)?),
                "C" => Values::U8(self.slice(1, at, rows)?),
                "s" => Values::I16(self.slice(1, at, rows)?),
                "S" => Values::U16(self.slice(1, at, rows)?),
                "i" => Values::I32(self.slice(1, at, rows)?),
                "I" => Values::U32(self.slice(1, at, rows)?),
                "l" => Values::I64(self.slice(1, at, rows)?),
                "L" => Values::U64(self.slice(1, at, rows)?),
                "f" => Values::F32(self.slice(1, at, rows)?),
                "g" => Values::F64(self.slice(1, at, rows)?),
                "tdD" => Values::Days(self.slice(1, at, rows)?),
                "tdm" => Values::Instants(self.slice(1, at, rows)?, 1_000),
                "u" => Values::Text(self.texts32()?),
                "U" => Values::Text(self.texts64()?),
                "vu" => Values::Text(self.views()?),
                _ => match (decimal_places(format), instants(format)) {
                    (Some(places), _) => Values::I128(self.slice(1, at, rows)?, places),
                    (_, Some(unit)) => Values::Instants(self.slice(1, at, rows)?, unit),
                    _ => return Err(self.other(format)),
                },
            })
        }
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn texts32(&self) -> Result<Texts<'a>, Failure> {
        // SAFETY: as this function: one offset more than rows, and bytes up to the last one.
        let offsets: &[i32] = unsafe { self.offsets() }?;
        let end = offsets.last().map_or(Ok(0), |last| size((*last).into(), "offset"))?;
        // SAFETY: as above.
        Ok(Texts::Offsets(Offsets::Short(offsets), unsafe { self.slice(2, 0, end) }?))
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn texts64(&self) -> Result<Texts<'a>, Failure> {
        // SAFETY: as in `texts32`.
        let offsets: &[i64] = unsafe { self.offsets() }?;
        let end = offsets.last().map_or(Ok(0), |last| size(*last, "offset"))?;
        // SAFETY: as above.
        Ok(Texts::Offsets(Offsets::Long(offsets), unsafe { self.slice(2, 0, end) }?))
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn offsets<T>(&self) -> Result<&'a [T], Failure> {
        if self.rows == 0 {
            return Ok(&[]);
        }
        // SAFETY: as this function.
        unsafe { self.slice(1, self.offset, self.rows + 1) }
    }

    /// # Safety
    /// As [`Raw::slice`].
    unsafe fn views(&self) -> Result<Texts<'a>, Failure> {
        // SAFETY: views of 16 bytes each, one a row.
        let views: &[[u8; 16]] = unsafe { self.slice(1, self.offset, self.rows) }?;
        let buffers = size(self.array.n_buffers, "n_buffers")?;
        let Some(data) = buffers.checked_sub(3) else {
            return Err(bad(format_args!("column {} has only {buffers} buffers", self.name)));
        };
        // SAFETY: the last buffer holds the lengths of the buffers of data.
        let lengths: &[i64] = unsafe { self.slice(buffers - 1, 0, data) }?;
        let mut parts = Vec::with_capacity(data);
        for (place, length) in lengths.iter().enumerate() {
            // SAFETY: a buffer of data, and its length.
            parts.push(unsafe { self.slice(place + 2, 0, size(*length, "length")?) }?);
        }
        Ok(Texts::Views(views, parts))
    }
}

/// The places of a decimal of 128 bits: `d:19,4` or `d:19,4,128`.
fn decimal_places(format: &str) -> Option<u8> {
    let mut numbers = format.strip_prefix("d:")?.split(',');
    let (_, places) = (numbers.next()?, numbers.next()?);
    if numbers.next().is_some_and(|width| width != "128") {
        return None;
    }
    places.parse().ok()
}

/// How many units of a timestamp are a second: `tsu:Asia/Shanghai`. A zone does not matter: dates
/// are those of the clock that the column shows, and a column with a zone shows UTC.
fn instants(format: &str) -> Option<i64> {
    let (unit, zone) = format.strip_prefix("ts")?.split_once(':')?;
    if !zone.is_empty() {
        return None;
    }
    match unit {
        "s" => Some(1),
        "m" => Some(1_000),
        "u" => Some(1_000_000),
        "n" => Some(1_000_000_000),
        _ => None,
    }
}

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
