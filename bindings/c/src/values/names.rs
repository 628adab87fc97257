//! Names of classes and items, by and for people.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use core::ffi::{CStr, c_char};
use core::fmt::{self, Write};

use gb3838::{Class, Item, ItemSet};

use crate::border::{guarded, item, text, write};
use crate::status::Status;

/// The name of a class in data; an empty text for none.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_class_name(class_code: u8) -> *const c_char {
    name(class_code).as_ptr()
}

/// The name of a class in data, with a NUL at its end; a test holds it against [`Class::name`].
const fn name(class_code: u8) -> &'static CStr {
    const NAMES: [&CStr; 7] = [c"", c"I", c"II", c"III", c"IV", c"V", c"inferior_V"];
    const _: () = assert!(NAMES.len() == Class::ALL.len() + 1);
    if class_code as usize >= NAMES.len() { NAMES[0] } else { NAMES[class_code as usize] }
}

/// The item of a name: a symbol, a Chinese or English name, or a code.
///
/// # Safety
/// `name` points to `length` bytes, `number` to a byte, or each is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_item_by_name(
    name: *const u8,
    length: usize,
    number: *mut u8,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let named: Item = unsafe { text(name, length) }?.parse().map_err(|_| Status::NotAnItem)?;
        // SAFETY: as above.
        unsafe { write(number, named.number()) }
    })
}

/// Writes the symbol of an item, with a NUL.
///
/// # Safety
/// `buffer` points to `capacity` bytes, or is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_item_symbol(
    number: u8,
    buffer: *mut c_char,
    capacity: usize,
) -> i32 {
    // SAFETY: what this function asks of its caller.
    guarded(|| unsafe { print(buffer, capacity, item(number)?.symbol()) })
}

/// Writes the symbols of a set of items, joined by `;`, with a NUL.
///
/// # Safety
/// `buffer` points to `capacity` bytes, or is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_items_text(bits: u32, buffer: *mut c_char, capacity: usize) -> i32 {
    guarded(|| {
        let items = ItemSet::from_bits(bits);
        if items.bits() != bits {
            return Err(Status::NoSuchItem);
        }
        // SAFETY: what this function asks of its caller.
        unsafe { print(buffer, capacity, items) }
    })
}

/// The caller's bytes, of which the last is kept for the NUL.
struct Buffer {
    place: *mut u8,
    left: usize,
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.len() >= self.left {
            return Err(fmt::Error);
        }
        // SAFETY: there is room for the text and one more byte, by the caller's word.
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), self.place, text.len());
            self.place = self.place.add(text.len());
        }
        self.left -= text.len();
        Ok(())
    }
}

/// Writes a text with a NUL; a short buffer is left empty, and nothing is cut.
///
/// # Safety
/// `buffer` points to `capacity` bytes, or is null.
unsafe fn print(
    buffer: *mut c_char,
    capacity: usize,
    what: impl fmt::Display,
) -> Result<(), Status> {
    if buffer.is_null() {
        return Err(Status::NullPointer);
    }
    if capacity == 0 {
        return Err(Status::ShortBuffer);
    }
    let mut text = Buffer { place: buffer.cast(), left: capacity };
    let written = write!(text, "{what}");
    let end = if written.is_ok() { text.place } else { buffer.cast() };
    // SAFETY: the NUL stands within the buffer: behind the text, or in its place.
    unsafe { end.write(0) };
    written.map_err(|_| Status::ShortBuffer)
}
