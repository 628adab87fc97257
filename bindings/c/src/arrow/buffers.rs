//! Buffers of a column: bytes that a producer promises, as values of a type.
//!
//! What is checked, and what is the producer's word, stands in `import`.
#![expect(unsafe_code, reason = "the border to Arrow")]

use core::ffi::c_void;
use core::slice;

use gb3838::Bits;

use crate::arrow::abi::ArrowArray;
use crate::arrow::failure::Failure;
use crate::arrow::import::{Values, bad, size};
use crate::arrow::texts::{Offsets, Texts};
use crate::status::Status;

/// A column as it came, with the rows that are wanted of it.
pub(crate) struct Raw<'a> {
    pub(crate) array: &'a ArrowArray,
    pub(crate) name: &'a str,
    pub(crate) offset: usize,
    pub(crate) rows: usize,
}

impl<'a> Raw<'a> {
    fn other(&self, format: &str) -> Failure {
        let name = self.name;
        let expected = "expected integers, floats of 32 or 64 bits, decimals of 128 bits, texts, \
                        truth values, dates, or times without a zone";
        let message = format_args!("column {name}: Arrow type {format:?} is not read: {expected}");
        Failure::new(Status::OtherType, message)
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
        if self.rows == 0 {
            return Ok(Bits::new(&[]));
        }
        // SAFETY: as this function; the bits of rows 0 to the last one wanted.
        let bytes = unsafe { self.slice(place, 0, (self.offset + self.rows).div_ceil(8)) }?;
        Ok(Bits::new(bytes).with_offset(self.offset))
    }

    /// # Safety
    /// As [`Raw::slice`].
    pub(crate) unsafe fn validity(&self) -> Result<Option<Bits<'a>>, Failure> {
        // SAFETY: as this function.
        if self.array.null_count == 0 || unsafe { self.buffer(0) }?.is_null() {
            return Ok(None);
        }
        // SAFETY: as this function; the buffer is not null.
        unsafe { self.bits(0) }.map(Some)
    }

    /// # Safety
    /// As [`Raw::slice`].
    pub(crate) unsafe fn values(&self, format: &str) -> Result<Values<'a>, Failure> {
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
