//! `gb3838_classify_table`: Arrow in, Arrow out, from C.
#![expect(unsafe_code, reason = "the border to C: see `border` and `import`")]

use core::ffi::c_char;
use core::num::NonZeroUsize;

use gb3838::batch::Threads;
use gb3838::{Comparison, ItemSet, Notation, WaterBody};

use crate::arrow::abi::{ArrowArray, ArrowSchema};
use crate::arrow::classify::{Options, Wanted, classify};
use crate::arrow::export::Texts;
use crate::arrow::failure::Failure;
use crate::arrow::import::table;
use crate::arrow::text_column::Reader;
use crate::border::{class, guarded, read, write};
use crate::status::Status;
use crate::values::reading::{ANY_LETTERS_VOID, NEGATIVE_IS_BELOW};

/// `gb3838_table_options`: what a table is classed by. All zeros: single readings of rivers.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// The items that take part; 0 for the 21.
    pub items: u32,
    /// Flags of cells: [`NEGATIVE_IS_BELOW`], [`ANY_LETTERS_VOID`], [`MINUS_ONE_IS_MISSING`].
    pub cells: u32,
    /// The answers that are wanted, as [`Wanted`]; 0 for all, in codes and bits.
    pub wanted: u32,
    /// Threads; 0 for the calling one alone.
    pub threads: u32,
    /// 1 for lakes and reservoirs.
    pub lake: u8,
    /// 1 for means, which are rounded first.
    pub means: u8,
    /// The target of all rows, or 0.
    pub target: u8,
    /// Zero.
    pub reserved: [u8; 5],
}

/// −1 in a column of numbers is "not monitored".
pub const MINUS_ONE_IS_MISSING: u32 = 4;

impl TableOptions {
    /// The options in the library's words.
    pub(crate) fn known(self) -> Result<(Options, Wanted), Failure> {
        let body = match self.lake {
            0 => WaterBody::River,
            1 => WaterBody::Lake,
            _ => return Err(Status::NoSuchKind.into()),
        };
        let comparison = match self.means {
            0 => Comparison::FullValue,
            1 => Comparison::RoundFirst,
            _ => return Err(Status::NoSuchKind.into()),
        };
        if self.cells & !(NEGATIVE_IS_BELOW | ANY_LETTERS_VOID | MINUS_ONE_IS_MISSING) != 0
            || self.wanted & !Wanted::ALL != 0
        {
            return Err(Status::NoSuchKind.into());
        }
        let mut options = Options::new(body, comparison);
        if self.items != 0 {
            let items = ItemSet::from_bits(self.items);
            if items.bits() != self.items {
                return Err(Status::NoSuchItem.into());
            }
            options.classifier = options.classifier.with_items(items);
        }
        options.target = class(self.target)?;
        options.reader = Reader {
            notation: Notation::new()
                .with_negative_is_below(self.cells & NEGATIVE_IS_BELOW != 0)
                .with_any_letters_void(self.cells & ANY_LETTERS_VOID != 0),
            minus_one_is_missing: self.cells & MINUS_ONE_IS_MISSING != 0,
        };
        if let Some(threads) = usize::try_from(self.threads).ok().and_then(NonZeroUsize::new) {
            options.threads = Threads::Scoped(threads);
        }
        let all = Wanted::ALL & !Wanted::NAMES;
        Ok((options, Wanted(if self.wanted == 0 { all } else { self.wanted })))
    }
}

/// Gives a failure its code, and its text to the caller's place.
///
/// # Safety
/// `message` points to `capacity` bytes, or is null.
pub(crate) unsafe fn told(
    message: *mut c_char,
    capacity: usize,
    call: impl FnOnce() -> Result<(), Failure>,
) -> i32 {
    let mut text = String::new();
    let code = guarded(|| {
        call().map_err(|failure| {
            text = failure.text;
            failure.status
        })
    });
    if !message.is_null() && capacity > 0 {
        let most = text.len().min(capacity - 1);
        // Cut at a whole character.
        let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        // SAFETY: one byte less than the capacity, and a NUL.
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), message.cast(), end);
            message.add(end).write(0);
        }
    }
    code
}

/// Classes a table.
///
/// # Safety
/// The pointers are null or of their types; `schema` and `array` are live by the rules of Arrow
/// and stay the caller's; `out_schema` and `out_array` are places that own nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_classify_table(
    options: *const TableOptions,
    schema: *const ArrowSchema,
    array: *const ArrowArray,
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
            TableOptions::default()
        } else {
            // SAFETY: what this function asks of its caller.
            unsafe { read(options) }?
        };
        let (options, wanted) = options.known()?;
        // SAFETY: as above.
        let table = unsafe { table(schema, array) }?;
        let answers = classify(&table, &options, wanted)?.answers(wanted, Texts::Offsets);
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
