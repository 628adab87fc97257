//! One reading as C holds it, and how a cell is read.
#![expect(unsafe_code, reason = "the border to C: see `border`")]

use gb3838::error::ReadingReason;
use gb3838::{Missing, Notation, Reading};

use crate::border::{decimal, guarded, item, text, write};
use crate::status::Status;

/// `gb3838_reading`: a value, a result below a detection limit, or none and why.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CReading {
    /// The number is `units · 10⁻ˢᶜᵃˡᵉ`, in the unit of the item's limits.
    pub units: i64,
    /// Decimal places, at most 18.
    pub scale: u8,
    /// [`MISSING`], [`VALUE`] or [`BELOW`].
    pub kind: u8,
    /// Why there is no value: a place in [`Missing::ALL`], from 1; 0 where there is one.
    pub missing: u8,
    /// Zero.
    pub reserved: [u8; 5],
}

/// No value.
pub const MISSING: u8 = 0;
/// A value.
pub const VALUE: u8 = 1;
/// Below a detection limit, which is the number.
pub const BELOW: u8 = 2;

/// A negative number other than −1 is a detection limit.
pub const NEGATIVE_IS_BELOW: u32 = 1;
/// A cell with any letters but L is void.
pub const ANY_LETTERS_VOID: u32 = 2;

impl From<Reading> for CReading {
    fn from(reading: Reading) -> Self {
        let (kind, number, missing) = match reading {
            Reading::Value(value) => (VALUE, Some(value), 0),
            Reading::Below(limit) => (BELOW, Some(limit), 0),
            Reading::Missing(why) => (MISSING, None, reason_number(why)),
        };
        let (units, scale) = number.map_or((0, 0), |number| (number.units(), number.scale()));
        Self { units, scale, kind, missing, reserved: [0; 5] }
    }
}

impl TryFrom<CReading> for Reading {
    type Error = Status;

    fn try_from(reading: CReading) -> Result<Self, Status> {
        match reading.kind {
            VALUE => decimal(reading.units, reading.scale).map(Self::Value),
            BELOW => decimal(reading.units, reading.scale).map(Self::Below),
            MISSING => {
                let place = usize::from(reading.missing).checked_sub(1);
                let why = place.map_or(Some(&Missing::Blank), |place| Missing::ALL.get(place));
                why.copied().map(Self::Missing).ok_or(Status::NoSuchKind)
            }
            _ => Err(Status::NoSuchKind),
        }
    }
}

fn reason_number(why: Missing) -> u8 {
    let place = Missing::ALL.iter().position(|known| *known == why);
    place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0)
}

/// The code of an error of a reading.
pub(crate) fn refused(reason: ReadingReason) -> Status {
    match reason {
        ReadingReason::NotAReading => Status::NotAReading,
        ReadingReason::TooManyDigits => Status::OutOfRange,
        _ => Status::Impossible,
    }
}

/// Reads a cell as the flags say.
pub(crate) fn parse(cell: &str, number: u8, flags: u32) -> Result<CReading, Status> {
    if flags & !(NEGATIVE_IS_BELOW | ANY_LETTERS_VOID) != 0 {
        return Err(Status::NoSuchKind);
    }
    let notation = Notation::new()
        .with_negative_is_below(flags & NEGATIVE_IS_BELOW != 0)
        .with_any_letters_void(flags & ANY_LETTERS_VOID != 0);
    let reading = notation.parse(cell, item(number)?);
    reading.map(CReading::from).map_err(|error| refused(error.reason()))
}

/// Reads a cell.
///
/// # Safety
/// `cell` points to `length` bytes, `reading` to a place for a reading, or each is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gb3838_parse(
    cell: *const u8,
    length: usize,
    item: u8,
    flags: u32,
    reading: *mut CReading,
) -> i32 {
    guarded(|| {
        // SAFETY: what this function asks of its caller.
        let parsed = parse(unsafe { text(cell, length) }?, item, flags)?;
        // SAFETY: as above.
        unsafe { write(reading, parsed) }
    })
}
