//! `gb3838_annual`: sums of years from C.
#![expect(unsafe_code, reason = "the border to C: see `border` and `import`")]

use core::ffi::c_char;

use crate::arrow::abi::{ArrowArray, ArrowSchema};
use crate::arrow::annual::{Annual, YearOptions};
use crate::arrow::c_classify::{TableOptions, told};
use crate::arrow::columns::Names;
use crate::arrow::failure::Failure;
use crate::arrow::import::table;
use crate::border::{borrow, borrow_mut, read, slice, text, write};
use crate::status::Status;

/// `gb3838_fed`: what became of the values that were fed.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CFed {
    /// Values that were summed.
    pub used: u64,
    /// How many of them were below a detection limit.
    pub below: u64,
    /// Cells without a value.
    pub missing: u64,
    /// Values that were refused.
    pub refused: u64,
    /// Rows without a section or a time.
    pub rows_left_out: u64,
    /// Sections, each year of one counting.
    pub sections: u64,
}

/// Sums of none; null where there is no memory. To be freed by `gb3838_annual_free`.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_annual_new() -> *mut Annual {
    Annual::new().map_or(core::ptr::null_mut(), |sums| Box::into_raw(Box::new(sums)))
}

/// Frees sums; null is nothing to free.
///
/// # Safety
/// Null, or from `gb3838_annual_new` and not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_free(sums: *mut Annual) {
    if !sums.is_null() {
        // SAFETY: a box of ours, by the caller's word.
        drop(unsafe { Box::from_raw(sums) });
    }
}

/// Feeds a table.
///
/// # Safety
/// The pointers are null or of their types; texts have their lengths; schema and array are live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_feed(
    sums: *mut Annual,
    schema: *const ArrowSchema,
    array: *const ArrowArray,
    section: *const u8,
    section_length: usize,
    time: *const u8,
    time_length: usize,
    cells: u32,
    message: *mut c_char,
    capacity: usize,
) -> i32 {
    let call = || {
        let (options, _) = TableOptions { cells, ..TableOptions::default() }.known()?;
        // SAFETY: what this function asks of its caller.
        let (sums, table) = unsafe { (borrow_mut(sums)?, table(schema, array)?) };
        // SAFETY: as above.
        let names = unsafe { (text(section, section_length)?, text(time, time_length)?) };
        sums.feed(&table, names.0, names.1, &Names::new(), &options.reader)
    };
    // SAFETY: as above.
    unsafe { told(message, capacity, call) }
}

/// What became of the values that were fed.
///
/// # Safety
/// The pointers are null or of their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_fed(
    sums: *const Annual,
    fed: *mut CFed,
    message: *mut c_char,
    capacity: usize,
) -> i32 {
    let mut first = String::new();
    let code = crate::border::guarded(|| {
        // SAFETY: what this function asks of its caller.
        let sums = unsafe { borrow(sums) }?;
        let found = sums.fed();
        first = found.first.clone().unwrap_or_default();
        let counts = CFed {
            used: found.used,
            below: found.below,
            missing: found.missing,
            refused: found.refused,
            rows_left_out: found.rows_left_out,
            sections: sums.len() as u64,
        };
        // SAFETY: as above.
        unsafe { write(fed, counts) }
    });
    let text = || Err(Failure { status: Status::Ok, text: first });
    // SAFETY: as above; the text alone is written.
    unsafe { told(message, capacity, text) };
    code
}

/// Adds other sums.
///
/// # Safety
/// The pointers are null or of their types, and not the same.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_merge(
    sums: *mut Annual,
    other: *const Annual,
    message: *mut c_char,
    capacity: usize,
) -> i32 {
    let call = || {
        // SAFETY: what this function asks of its caller; the other is copied, for it may be the
        // same.
        let other = unsafe { borrow(other) }?.clone();
        // SAFETY: as above.
        unsafe { borrow_mut(sums) }?.merge(&other)
    };
    // SAFETY: as above.
    unsafe { told(message, capacity, call) }
}

/// The sums as bytes: their number always, the bytes where there is room for them.
///
/// # Safety
/// The pointers are null or of their types; `bytes` has `capacity` of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_state(
    sums: *const Annual,
    bytes: *mut u8,
    capacity: usize,
    length: *mut usize,
) -> i32 {
    crate::border::guarded(|| {
        // SAFETY: what this function asks of its caller.
        let state = unsafe { borrow(sums) }?.state();
        // SAFETY: as above.
        unsafe { write(length, state.len()) }?;
        if state.len() > capacity {
            return Err(Status::ShortBuffer);
        }
        if bytes.is_null() {
            return Err(Status::NullPointer);
        }
        // SAFETY: not null, and long enough.
        unsafe { core::ptr::copy_nonoverlapping(state.as_ptr(), bytes, state.len()) };
        Ok(())
    })
}

/// Adds sums that were saved as bytes.
///
/// # Safety
/// The pointers are null or of their types; `bytes` has `length` of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_merge_state(
    sums: *mut Annual,
    bytes: *const u8,
    length: usize,
    message: *mut c_char,
    capacity: usize,
) -> i32 {
    let call = || {
        // SAFETY: what this function asks of its caller.
        let (sums, bytes) = unsafe { (borrow_mut(sums)?, slice(bytes, length)?) };
        sums.merge_state(bytes)
    };
    // SAFETY: as above.
    unsafe { told(message, capacity, call) }
}

/// The year of each section as a table.
///
/// # Safety
/// The pointers are null or of their types; the two places own nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_annual_classes(
    sums: *const Annual,
    options: *const TableOptions,
    months: u32,
    out_schema: *mut ArrowSchema,
    out_array: *mut ArrowArray,
    message: *mut c_char,
    capacity: usize,
) -> i32 {
    let call = || {
        if out_schema.is_null() || out_array.is_null() {
            return Err(Status::NullPointer.into());
        }
        let options = if options.is_null() {
            TableOptions { means: 1, ..TableOptions::default() }
        } else {
            // SAFETY: what this function asks of its caller.
            unsafe { read(options) }?
        };
        let (options, _) = options.known()?;
        let year = YearOptions { months: if months == 0 { 12 } else { months }, pooled: false };
        // SAFETY: as above.
        let sums = unsafe { borrow(sums) }?;
        let answers = sums.classes(&options.classifier, options.target, year)?;
        // SAFETY: as above.
        unsafe {
            write(out_schema, answers.schema())?;
            write(out_array, answers.array())?;
        }
        Ok(())
    };
    // SAFETY: as above.
    unsafe { told(message, capacity, call) }
}
