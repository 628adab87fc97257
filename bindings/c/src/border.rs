//! The border: pointers that are checked, texts, numbers that become enums, panics that stop.
//!
//! Each `unsafe` of the value functions stands here, with what the caller has to keep to: a
//! pointer that is not null points to a value of its type, for the time of the call, that
//! nothing else writes to. That is what the header asks, and nothing here can check it.
#![expect(unsafe_code, reason = "the border to C")]

use gb3838::{Class, ClassCode, Decimal, Item};

use crate::status::Status;

/// Runs a call and gives its code; a panic becomes [`Status::Fault`] where it can be caught.
pub(crate) fn guarded(call: impl FnOnce() -> Result<(), Status>) -> i32 {
    #[cfg(feature = "std")]
    let result =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_or(Err(Status::Fault));
    #[cfg(not(feature = "std"))]
    let result = call();
    result.err().unwrap_or(Status::Ok) as i32
}

/// Reads a value of the caller's.
///
/// # Safety
/// A pointer that is not null points to a readable value of type `T`, aligned or not.
pub(crate) unsafe fn read<T: Copy>(from: *const T) -> Result<T, Status> {
    if from.is_null() {
        return Err(Status::NullPointer);
    }
    // SAFETY: not null, and by the caller's word readable; alignment does not matter here.
    Ok(unsafe { from.read_unaligned() })
}

/// Borrows a value of the caller's.
///
/// # Safety
/// A pointer that is not null points to a valid value of type `T` that is not written to while
/// the borrow lasts.
pub(crate) unsafe fn borrow<'a, T>(from: *const T) -> Result<&'a T, Status> {
    if from.is_null() {
        return Err(Status::NullPointer);
    }
    if !from.is_aligned() {
        return Err(Status::NotInitialised);
    }
    // SAFETY: not null, aligned, and by the caller's word valid for the time of the borrow.
    Ok(unsafe { &*from })
}

/// Borrows a value of the caller's to change it.
///
/// # Safety
/// A pointer that is not null points to a valid value of type `T` that nothing else uses while
/// the borrow lasts.
pub(crate) unsafe fn borrow_mut<'a, T>(from: *mut T) -> Result<&'a mut T, Status> {
    if from.is_null() {
        return Err(Status::NullPointer);
    }
    if !from.is_aligned() {
        return Err(Status::NotInitialised);
    }
    // SAFETY: not null, aligned, and by the caller's word valid and used by nothing else.
    Ok(unsafe { &mut *from })
}

/// Writes a value to the caller's place.
///
/// # Safety
/// A pointer that is not null points to a place that may be written as a `T`.
pub(crate) unsafe fn write<T>(to: *mut T, value: T) -> Result<(), Status> {
    if to.is_null() {
        return Err(Status::NullPointer);
    }
    // SAFETY: not null, and by the caller's word writable; alignment does not matter here.
    unsafe { to.write_unaligned(value) };
    Ok(())
}

/// A list of the caller's; a null pointer is one of none.
///
/// # Safety
/// A pointer that is not null points to `length` valid values that are not written to while the
/// borrow lasts.
pub(crate) unsafe fn slice<'a, T>(from: *const T, length: usize) -> Result<&'a [T], Status> {
    if length == 0 {
        return Ok(&[]);
    }
    if from.is_null() {
        return Err(Status::NullPointer);
    }
    let size = length.checked_mul(size_of::<T>()).filter(|size| isize::try_from(*size).is_ok());
    if !from.is_aligned() || size.is_none() {
        return Err(Status::OutOfRange);
    }
    // SAFETY: not null, aligned, no longer than memory can be, and by the caller's word valid.
    Ok(unsafe { core::slice::from_raw_parts(from, length) })
}

/// A text of the caller's: bytes and their number.
///
/// # Safety
/// As [`slice`].
pub(crate) unsafe fn text<'a>(from: *const u8, length: usize) -> Result<&'a str, Status> {
    // SAFETY: the caller's word, as for the slice.
    let bytes = unsafe { slice(from, length) }?;
    core::str::from_utf8(bytes).map_err(|_| Status::NotUtf8)
}

/// An item by its number in Table 1.
pub(crate) fn item(number: u8) -> Result<Item, Status> {
    let place = usize::from(number).checked_sub(1);
    place.and_then(|place| Item::ALL.get(place)).copied().ok_or(Status::NoSuchItem)
}

/// A class by its code; 0 is none.
pub(crate) fn class(code: u8) -> Result<Option<Class>, Status> {
    ClassCode::try_from(code).map(ClassCode::get).map_err(|_| Status::NoSuchClass)
}

/// A decimal by its units and its places.
pub(crate) fn decimal(units: i64, scale: u8) -> Result<Decimal, Status> {
    Decimal::new(units, scale).map_err(|_| Status::OutOfRange)
}
