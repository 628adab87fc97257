//! What a call returns: a code, with a text.

use core::ffi::{CStr, c_char};

/// The result of every call; 0 is success.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It was done.
    Ok = 0,
    /// A pointer is null that must not be.
    NullPointer = 1,
    /// A number names no item: 1 to 24.
    NoSuchItem = 2,
    /// A number names no class: 1 to 6, or 0 where none is allowed.
    NoSuchClass = 3,
    /// A text is not UTF-8.
    NotUtf8 = 4,
    /// A text is no reading of the item.
    NotAReading = 5,
    /// A reading that no water has.
    Impossible = 6,
    /// A decimal has more than 18 places or 18 digits.
    OutOfRange = 7,
    /// A struct holds a number that its field does not know.
    NoSuchKind = 8,
    /// A struct was not initialised by this library.
    NotInitialised = 9,
    /// A reading was to be taken out of a sum that cannot have been added.
    NotThere = 10,
    /// Two sums of different items.
    OtherItem = 11,
    /// An exact result needs more room than there is.
    Overflow = 12,
    /// A sum has no value in it.
    NoValue = 13,
    /// A buffer is too short.
    ShortBuffer = 14,
    /// A name is no item.
    NotAnItem = 15,
    /// An item stands twice.
    ItemTwice = 16,
    /// An Arrow array or schema breaks the rules of the C data interface.
    BadArrow = 17,
    /// An Arrow type that is not read here.
    OtherType = 18,
    /// A column that is needed is not there.
    NoColumn = 19,
    /// Bytes that are no state of this version.
    BadState = 20,
    /// There is no memory, or a table would be too large.
    TooLarge = 21,
    /// A fault of this library: it is to be reported.
    Fault = 22,
}

impl Status {
    /// All codes, in the order of their numbers.
    pub const ALL: [Self; 23] = [
        Self::Ok,
        Self::NullPointer,
        Self::NoSuchItem,
        Self::NoSuchClass,
        Self::NotUtf8,
        Self::NotAReading,
        Self::Impossible,
        Self::OutOfRange,
        Self::NoSuchKind,
        Self::NotInitialised,
        Self::NotThere,
        Self::OtherItem,
        Self::Overflow,
        Self::NoValue,
        Self::ShortBuffer,
        Self::NotAnItem,
        Self::ItemTwice,
        Self::BadArrow,
        Self::OtherType,
        Self::NoColumn,
        Self::BadState,
        Self::TooLarge,
        Self::Fault,
    ];

    /// The text of a code, with a NUL at its end.
    #[must_use]
    pub const fn text(self) -> &'static CStr {
        match self {
            Self::Ok => c"done",
            Self::NullPointer => c"a pointer is null that must not be",
            Self::NoSuchItem => c"expected the number of an item, 1 to 24",
            Self::NoSuchClass => c"expected a class, 1 to 6, or 0 for none where that is allowed",
            Self::NotUtf8 => c"expected a text in UTF-8",
            Self::NotAReading => {
                c"expected a number, a detection limit such as 0.025L or <0.025, or a known mark"
            }
            Self::Impossible => c"no water has such a reading",
            Self::OutOfRange => c"expected a decimal of at most 18 digits and 18 places",
            Self::NoSuchKind => c"a field of a struct holds a number that it does not know",
            Self::NotInitialised => c"a struct was not initialised by this library",
            Self::NotThere => c"expected a reading that had been added, to take it out",
            Self::OtherItem => c"sums of different items cannot be put together",
            Self::Overflow => c"the exact result needs more room than there is",
            Self::NoValue => c"there is no value in the sum",
            Self::ShortBuffer => c"the buffer is too short",
            Self::NotAnItem => c"the name is no item of Table 1",
            Self::ItemTwice => c"an item stands twice: expected each once",
            Self::BadArrow => c"an Arrow array or schema breaks the rules of its interface",
            Self::OtherType => c"an Arrow type that is not read here",
            Self::NoColumn => c"a column that is needed is not there",
            Self::BadState => c"the bytes are no state of this version",
            Self::TooLarge => c"there is no memory, or the table would be too large",
            Self::Fault => c"a fault of the library: please report it",
        }
    }
}

/// The text of a code; one of its own for a number that is none. It lives as long as the
/// program.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "a name for C")]
pub extern "C" fn gb3838_status_text(status: i32) -> *const c_char {
    let known = Status::ALL.into_iter().find(|known| *known as i32 == status);
    known.map_or(c"no such code", Status::text).as_ptr()
}
