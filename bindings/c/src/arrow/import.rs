//! What comes in: arrays and schemas that are checked as far as the interface lets them be.
//!
//! The interface gives no lengths of buffers. What can be checked is: pointers that must not be
//! null, counts of buffers and children, offsets and lengths that are not negative and do not
//! overflow, alignment, offsets of texts in order. That the buffers are as long as these numbers
//! say is the producer's word; each `unsafe` below rests on it and names what was checked.
#![expect(unsafe_code, reason = "the border to Arrow")]

use core::ffi::{CStr, c_char};

use gb3838::Bits;

use crate::arrow::abi::{ArrowArray, ArrowSchema};
use crate::arrow::buffers::Raw;
use crate::arrow::failure::Failure;
use crate::arrow::texts::Texts;
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

pub(crate) fn bad(text: impl core::fmt::Display) -> Failure {
    Failure::new(Status::BadArrow, text)
}

/// A C string as text.
///
/// # Safety
/// A pointer that is not null points to bytes that end with a NUL.
pub(crate) unsafe fn name<'a>(from: *const c_char) -> Result<&'a str, Failure> {
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

pub(crate) fn size(number: i64, what: &str) -> Result<usize, Failure> {
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
    let end = end.filter(|end| isize::try_from(*end).is_ok());
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
