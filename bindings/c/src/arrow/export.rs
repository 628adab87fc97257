//! What goes out: columns that are owned, until their receiver releases them.
#![expect(unsafe_code, reason = "the border to Arrow")]

use core::ffi::{c_char, c_void};
use core::ptr::null_mut;
use std::ffi::CString;

use crate::arrow::abi::{ArrowArray, ArrowArrayStream, ArrowSchema};

/// A column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Codes of classes, or of verdicts.
    Codes(Vec<u8>),
    /// Sets of items as bits, or counts.
    Numbers(Vec<u32>),
    /// Truth values.
    Truths(Vec<bool>),
    /// Names by their numbers in a byte; 0 is none, whatever name stands there.
    FewNames(Vec<u8>, Vec<String>),
    /// Names by the numbers of a dictionary.
    Names(Vec<u32>, Vec<String>),
    /// Texts; a missing one is none.
    Texts(Vec<Option<String>>),
    /// Texts of some of so many rows, in order; the others have none.
    SomeTexts(usize, Vec<(usize, String)>),
    /// Years.
    Years(Vec<u16>),
}

/// Columns of an answer with their names, all of `rows` rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The columns.
    pub columns: Vec<(&'static str, Answer)>,
    /// The rows.
    pub rows: usize,
}

/// What a schema or an array owns: freed with it.
struct Kept {
    buffers: Vec<Buffer>,
    pointers: Vec<*const c_void>,
    texts: Vec<CString>,
    arrays: Vec<*mut ArrowArray>,
    schemas: Vec<*mut ArrowSchema>,
    array_dictionary: *mut ArrowArray,
    schema_dictionary: *mut ArrowSchema,
}

/// Memory that stays where it is until it is freed.
enum Buffer {
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Words(Vec<u32>),
    Longs(Vec<i64>),
}

impl Kept {
    const fn new() -> Self {
        Self {
            buffers: Vec::new(),
            pointers: Vec::new(),
            texts: Vec::new(),
            arrays: Vec::new(),
            schemas: Vec::new(),
            array_dictionary: null_mut(),
            schema_dictionary: null_mut(),
        }
    }
}

/// Releases an array and frees the box that it stands in.
///
/// # Safety
/// Null, or from `Box::into_raw` and in nobody else's use.
unsafe fn drop_array(array: *mut ArrowArray) {
    if array.is_null() {
        return;
    }
    // SAFETY: from a box, by the caller's word.
    let mut array = unsafe { Box::from_raw(array) };
    // A child may have been moved out by the receiver: then it was released there.
    if let Some(release) = array.release {
        // SAFETY: a live array of ours.
        unsafe { release(&raw mut *array) };
    }
}

/// As [`drop_array`], of a schema.
///
/// # Safety
/// As [`drop_array`].
unsafe fn drop_schema(schema: *mut ArrowSchema) {
    if schema.is_null() {
        return;
    }
    // SAFETY: from a box, by the caller's word.
    let mut schema = unsafe { Box::from_raw(schema) };
    if let Some(release) = schema.release {
        // SAFETY: a live schema of ours.
        unsafe { release(&raw mut *schema) };
    }
}

unsafe extern "C" fn release_array(array: *mut ArrowArray) {
    // SAFETY: called by the receiver with a live array of ours, once: `release` is cleared below.
    let array = unsafe { &mut *array };
    // SAFETY: the private data is the box that was made with the array.
    let kept = unsafe { Box::from_raw(array.private_data.cast::<Kept>()) };
    for child in &kept.arrays {
        // SAFETY: boxes of ours.
        unsafe { drop_array(*child) };
    }
    // SAFETY: as above, or null.
    unsafe { drop_array(kept.array_dictionary) };
    array.release = None;
}

unsafe extern "C" fn release_schema(schema: *mut ArrowSchema) {
    // SAFETY: as in `release_array`.
    let schema = unsafe { &mut *schema };
    // SAFETY: the private data is the box that was made with the schema.
    let kept = unsafe { Box::from_raw(schema.private_data.cast::<Kept>()) };
    for child in &kept.schemas {
        // SAFETY: boxes of ours.
        unsafe { drop_schema(*child) };
    }
    // SAFETY: as above, or null.
    unsafe { drop_schema(kept.schema_dictionary) };
    schema.release = None;
}

fn finish_array(length: usize, nulls: usize, mut kept: Box<Kept>) -> ArrowArray {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let array = ArrowArray {
        length: count(length),
        null_count: count(nulls),
        offset: 0,
        n_buffers: count(kept.pointers.len()),
        n_children: count(kept.arrays.len()),
        buffers: kept.pointers.as_mut_ptr(),
        children: kept.arrays.as_mut_ptr(),
        dictionary: kept.array_dictionary,
        release: Some(release_array),
        private_data: null_mut(),
    };
    // The lists stay where they are: moving the box moves no vector's memory.
    ArrowArray { private_data: Box::into_raw(kept).cast(), ..array }
}

const NULLABLE: i64 = 2;

fn finish_schema(format: &str, name: &str, flags: i64, mut kept: Box<Kept>) -> ArrowSchema {
    // Our formats and names have no NUL in them.
    let text = |text: &str| CString::new(text).unwrap_or_default();
    kept.texts = vec![text(format), text(name)];
    let pointer = |place: usize| kept.texts.get(place).map_or(c"".as_ptr(), |text| text.as_ptr());
    let schema = ArrowSchema {
        format: pointer(0),
        name: pointer(1),
        metadata: core::ptr::null::<c_char>(),
        flags,
        n_children: i64::try_from(kept.schemas.len()).unwrap_or(i64::MAX),
        children: kept.schemas.as_mut_ptr(),
        dictionary: kept.schema_dictionary,
        release: Some(release_schema),
        private_data: null_mut(),
    };
    ArrowSchema { private_data: Box::into_raw(kept).cast(), ..schema }
}

impl Kept {
    fn keep(&mut self, buffer: Buffer) {
        self.pointers.push(match &buffer {
            Buffer::Bytes(values) => values.as_ptr().cast(),
            Buffer::Shorts(values) => values.as_ptr().cast(),
            Buffer::Words(values) => values.as_ptr().cast(),
            Buffer::Longs(values) => values.as_ptr().cast(),
        });
        self.buffers.push(buffer);
    }

    fn keep_none(&mut self) {
        self.pointers.push(core::ptr::null());
    }
}

/// Bits, the lowest first, and how many are 0.
fn bits(values: impl ExactSizeIterator<Item = bool>) -> (Vec<u8>, usize) {
    let rows = values.len();
    let (mut bytes, mut ones, mut byte) = (Vec::with_capacity(rows.div_ceil(8)), 0, 0);
    for (row, value) in values.enumerate() {
        byte |= u8::from(value) << (row % 8);
        ones += usize::from(value);
        if row % 8 == 7 {
            bytes.push(byte);
            byte = 0;
        }
    }
    if !rows.is_multiple_of(8) {
        bytes.push(byte);
    }
    (bytes, rows - ones)
}

fn text_buffers<'t>(kept: &mut Kept, texts: impl Iterator<Item = &'t str>) {
    let (mut offsets, mut data) = (vec![0], Vec::new());
    for text in texts {
        data.extend_from_slice(text.as_bytes());
        offsets.push(i64::try_from(data.len()).unwrap_or(i64::MAX));
    }
    kept.keep(Buffer::Longs(offsets));
    kept.keep(Buffer::Bytes(data));
}

impl Answer {
    const fn format(&self) -> &'static str {
        match self {
            Self::Codes(_) | Self::FewNames(..) => "C",
            Self::Numbers(_) | Self::Names(..) => "I",
            Self::Truths(_) => "b",
            Self::Texts(_) | Self::SomeTexts(..) => "U",
            Self::Years(_) => "S",
        }
    }

    fn schema(&self, name: &str) -> ArrowSchema {
        let mut kept = Box::new(Kept::new());
        if matches!(self, Self::FewNames(..) | Self::Names(..)) {
            let values = finish_schema("U", "", NULLABLE, Box::new(Kept::new()));
            kept.schema_dictionary = Box::into_raw(Box::new(values));
        }
        finish_schema(self.format(), name, NULLABLE, kept)
    }

    fn array(self) -> ArrowArray {
        let mut kept = Box::new(Kept::new());
        let dictionary = |names: &[String]| {
            let mut kept = Box::new(Kept::new());
            kept.keep_none();
            text_buffers(&mut kept, names.iter().map(String::as_str));
            Box::into_raw(Box::new(finish_array(names.len(), 0, kept)))
        };
        let (length, nulls) = match self {
            Self::Codes(codes) => {
                let rows = codes.len();
                kept.keep_none();
                kept.keep(Buffer::Bytes(codes));
                (rows, 0)
            }
            Self::Numbers(numbers) => {
                let rows = numbers.len();
                kept.keep_none();
                kept.keep(Buffer::Words(numbers));
                (rows, 0)
            }
            Self::Truths(truths) => {
                kept.keep_none();
                kept.keep(Buffer::Bytes(bits(truths.iter().copied()).0));
                (truths.len(), 0)
            }
            Self::FewNames(codes, names) => {
                let rows = codes.len();
                let (valid, nulls) = bits(codes.iter().map(|code| *code != 0));
                kept.keep(Buffer::Bytes(valid));
                kept.keep(Buffer::Bytes(codes));
                kept.array_dictionary = dictionary(&names);
                (rows, nulls)
            }
            Self::Names(numbers, names) => {
                let rows = numbers.len();
                kept.keep_none();
                kept.keep(Buffer::Words(numbers));
                kept.array_dictionary = dictionary(&names);
                (rows, 0)
            }
            Self::Texts(texts) => {
                let (valid, nulls) = bits(texts.iter().map(Option::is_some));
                kept.keep(Buffer::Bytes(valid));
                text_buffers(&mut kept, texts.iter().map(|text| text.as_deref().unwrap_or("")));
                (texts.len(), nulls)
            }
            Self::SomeTexts(rows, texts) => {
                let mut valid = vec![0; rows.div_ceil(8)];
                let (mut offsets, mut data) = (Vec::with_capacity(rows + 1), Vec::new());
                for (row, text) in &texts {
                    let end = i64::try_from(data.len()).unwrap_or(i64::MAX);
                    offsets.resize(row + 1, end);
                    data.extend_from_slice(text.as_bytes());
                    valid[row / 8] |= 1 << (row % 8);
                }
                let end = i64::try_from(data.len()).unwrap_or(i64::MAX);
                offsets.resize(rows + 1, end);
                kept.keep(Buffer::Bytes(valid));
                kept.keep(Buffer::Longs(offsets));
                kept.keep(Buffer::Bytes(data));
                (rows, rows - texts.len())
            }
            Self::Years(years) => {
                let rows = years.len();
                kept.keep_none();
                kept.keep(Buffer::Shorts(years));
                (rows, 0)
            }
        };
        finish_array(length, nulls, kept)
    }
}

impl Answers {
    /// The type of the table.
    #[must_use]
    pub fn schema(&self) -> ArrowSchema {
        let mut kept = Box::new(Kept::new());
        for (name, answer) in &self.columns {
            kept.schemas.push(Box::into_raw(Box::new(answer.schema(name))));
        }
        finish_schema("+s", "", 0, kept)
    }

    /// The table.
    #[must_use]
    pub fn array(self) -> ArrowArray {
        let mut kept = Box::new(Kept::new());
        kept.keep_none();
        for (_, answer) in self.columns {
            kept.arrays.push(Box::into_raw(Box::new(answer.array())));
        }
        finish_array(self.rows, 0, kept)
    }
}

/// Tables of one type, as a stream owns them.
struct Streamed {
    shape: Answers,
    rest: std::vec::IntoIter<Answers>,
}

unsafe extern "C" fn stream_schema(stream: *mut ArrowArrayStream, to: *mut ArrowSchema) -> i32 {
    // SAFETY: a live stream of ours, and a place for a schema.
    unsafe {
        let own = &*(*stream).private_data.cast::<Streamed>();
        to.write(own.shape.schema());
    }
    0
}

unsafe extern "C" fn stream_next(stream: *mut ArrowArrayStream, to: *mut ArrowArray) -> i32 {
    // SAFETY: a live stream of ours, used by one thread at a time, and a place for an array.
    unsafe {
        let own = &mut *(*stream).private_data.cast::<Streamed>();
        to.write(own.rest.next().map_or(ArrowArray::empty(), Answers::array));
    }
    0
}

const unsafe extern "C" fn stream_error(_: *mut ArrowArrayStream) -> *const c_char {
    core::ptr::null()
}

unsafe extern "C" fn release_stream(stream: *mut ArrowArrayStream) {
    // SAFETY: a live stream of ours, released once.
    unsafe {
        drop(Box::from_raw((*stream).private_data.cast::<Streamed>()));
        (*stream).release = None;
    }
}

/// Tables of one type as a stream; `shape` is the type, and may have no rows.
#[must_use]
pub fn stream(shape: Answers, tables: Vec<Answers>) -> ArrowArrayStream {
    let own = Box::new(Streamed { shape, rest: tables.into_iter() });
    ArrowArrayStream {
        get_schema: Some(stream_schema),
        get_next: Some(stream_next),
        get_last_error: Some(stream_error),
        release: Some(release_stream),
        private_data: Box::into_raw(own).cast(),
    }
}

/// A stream that releases what was not taken of it: for holders that hand it on.
#[repr(transparent)]
#[derive(Debug)]
pub struct OwnedStream(ArrowArrayStream);

// SAFETY: the tables behind it are plain data, and it is used by one thread at a time.
unsafe impl Send for OwnedStream {}

impl OwnedStream {
    /// Takes over a stream.
    #[must_use]
    pub const fn new(stream: ArrowArrayStream) -> Self {
        Self(stream)
    }
}

impl Drop for OwnedStream {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: owned, and not released or moved out: the receiver clears the field.
            unsafe { release(&raw mut self.0) };
        }
    }
}
