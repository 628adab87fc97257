//! What goes out: columns that are owned, until their receiver releases them.
#![expect(unsafe_code, reason = "the border to Arrow")]

use core::ffi::{c_char, c_void};
use core::ptr::null_mut;
use std::ffi::CString;

use crate::arrow::abi::{ArrowArray, ArrowArrayStream, ArrowSchema};
use crate::arrow::polars::{Views, enum_metadata};

/// A column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Codes of classes, or of verdicts.
    Codes(Vec<u8>),
    /// Sets of items as bits, or counts.
    Numbers(Vec<u32>),
    /// Truth values.
    Truths(Vec<bool>),
    /// Names in an order of theirs, by their numbers in a byte from 1; 0 is none.
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
    /// How texts go out.
    pub texts: Texts,
}

/// How texts go out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Texts {
    /// Bytes and where each begins: what every receiver reads.
    #[default]
    Offsets,
    /// As polars holds them, so that it takes them without a copy: views, and few names as an
    /// `Enum`.
    Polars,
}

/// What a schema or an array owns: freed with it.
struct Kept {
    buffers: Vec<Buffer>,
    metadata: Vec<u8>,
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
    Views(Vec<u128>),
}

impl Kept {
    const fn new() -> Self {
        Self {
            buffers: Vec::new(),
            metadata: Vec::new(),
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

const DICTIONARY_ORDERED: i64 = 1;
const NULLABLE: i64 = 2;

fn finish_schema(format: &str, name: &str, flags: i64, mut kept: Box<Kept>) -> ArrowSchema {
    // Our formats and names have no NUL in them.
    let text = |text: &str| CString::new(text).unwrap_or_default();
    kept.texts = vec![text(format), text(name)];
    let pointer = |place: usize| kept.texts.get(place).map_or(c"".as_ptr(), |text| text.as_ptr());
    let schema = ArrowSchema {
        format: pointer(0),
        name: pointer(1),
        metadata: if kept.metadata.is_empty() {
            core::ptr::null()
        } else {
            kept.metadata.as_ptr().cast()
        },
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
            Buffer::Views(values) => values.as_ptr().cast(),
        });
        self.buffers.push(buffer);
    }

    fn keep_none(&mut self) {
        self.pointers.push(core::ptr::null());
    }
}

/// Numbers from 1 as numbers from 0, with bits that say which are, and how many are none.
fn numbers_from_zero(mut numbers: Vec<u8>) -> (Vec<u8>, Vec<u8>, usize) {
    let mut valid = Vec::with_capacity(numbers.len().div_ceil(8));
    let mut some = 0;
    for part in numbers.chunks_mut(8) {
        let mut eight = [0; 8];
        eight[..part.len()].copy_from_slice(part);
        let word = u64::from_le_bytes(eight);
        // The highest bit of each byte that is not 0, moved to the lowest; then all into one byte.
        let ones = (((word & EACH_LOW) + EACH_LOW) | word) >> 7 & EACH_ONE;
        let [.., bits] = ones.wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
        valid.push(bits);
        some += ones.count_ones() as usize;
        part.copy_from_slice(&(word - ones).to_le_bytes()[..part.len()]);
    }
    let nulls = numbers.len() - some;
    (numbers, valid, nulls)
}

const EACH_ONE: u64 = u64::from_ne_bytes([1; 8]);
const EACH_LOW: u64 = u64::from_ne_bytes([0x7f; 8]);

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
    const fn format(&self, texts: Texts) -> &'static str {
        match self {
            Self::Codes(_) | Self::FewNames(..) => "C",
            Self::Numbers(_) | Self::Names(..) => "I",
            Self::Truths(_) => "b",
            Self::SomeTexts(..) if matches!(texts, Texts::Polars) => "vu",
            Self::Texts(_) | Self::SomeTexts(..) => "U",
            Self::Years(_) => "S",
        }
    }

    fn schema(&self, name: &str, texts: Texts) -> ArrowSchema {
        let mut flags = NULLABLE;
        let mut kept = Box::new(Kept::new());
        if matches!(self, Self::FewNames(..) | Self::Names(..)) {
            let values = finish_schema("U", "", NULLABLE, Box::new(Kept::new()));
            kept.schema_dictionary = Box::into_raw(Box::new(values));
        }
        if let Self::FewNames(_, names) = self {
            flags |= DICTIONARY_ORDERED;
            if texts == Texts::Polars {
                kept.metadata = enum_metadata(names);
            }
        }
        finish_schema(self.format(texts), name, flags, kept)
    }

    fn array(self, texts: Texts) -> ArrowArray {
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
                let (numbers, valid, nulls) = numbers_from_zero(codes);
                kept.keep(Buffer::Bytes(valid));
                kept.keep(Buffer::Bytes(numbers));
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
            Self::SomeTexts(rows, found) if texts == Texts::Polars => {
                let Views { places, valid, data } = Views::of_some(rows, &found);
                kept.keep(Buffer::Bytes(valid));
                kept.keep(Buffer::Views(places));
                let lengths = data.iter().map(|part| i64::try_from(part.len()).unwrap_or(0));
                let lengths = lengths.collect();
                for part in data {
                    kept.keep(Buffer::Bytes(part));
                }
                kept.keep(Buffer::Longs(lengths));
                (rows, rows - found.len())
            }
            Self::SomeTexts(rows, found) => {
                let mut valid = vec![0; rows.div_ceil(8)];
                // Up to the first text nothing is written: memory that nobody has touched.
                let (mut offsets, mut data) = (vec![0; rows + 1], Vec::new());
                let mut next = found.first().map_or(rows + 1, |(row, _)| row + 1);
                for (row, text) in &found {
                    let end = i64::try_from(data.len()).unwrap_or(i64::MAX);
                    offsets[next..=*row].fill(end);
                    next = row + 1;
                    data.extend_from_slice(text.as_bytes());
                    valid[row / 8] |= 1 << (row % 8);
                }
                offsets[next..].fill(i64::try_from(data.len()).unwrap_or(i64::MAX));
                kept.keep(Buffer::Bytes(valid));
                kept.keep(Buffer::Longs(offsets));
                kept.keep(Buffer::Bytes(data));
                (rows, rows - found.len())
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
            kept.schemas.push(Box::into_raw(Box::new(answer.schema(name, self.texts))));
        }
        finish_schema("+s", "", 0, kept)
    }

    /// The table.
    #[must_use]
    pub fn array(self) -> ArrowArray {
        let mut kept = Box::new(Kept::new());
        kept.keep_none();
        for (_, answer) in self.columns {
            kept.arrays.push(Box::into_raw(Box::new(answer.array(self.texts))));
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
