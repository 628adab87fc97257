//! A short text kept in place, without allocation.

use core::fmt;

/// A text of at most `N` bytes; what stands after it is zero, so that equal texts are equal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ShortText<const N: usize> {
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> ShortText<N> {
    /// Keeps a text; `None` where it is longer.
    pub(crate) const fn new(text: &str) -> Option<Self> {
        let (kept, whole) = Self::beginning(text);
        if whole { Some(kept) } else { None }
    }

    /// Keeps the beginning of a text up to a character boundary, and says whether that is all.
    pub(crate) const fn beginning(text: &str) -> (Self, bool) {
        const { assert!(N <= u8::MAX as usize, "the length has one byte") }
        let source = text.as_bytes();
        let mut length = source.len();
        if length > N {
            length = N;
            // Step back over the continuation bytes of a character that does not fit.
            while length > 0 && source[length] & 0b1100_0000 == 0b1000_0000 {
                length -= 1;
            }
        }
        let mut bytes = [0; N];
        let mut index = 0;
        while index < length {
            bytes[index] = source[index];
            index += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most N, which fits a byte")]
        (Self { bytes, length: length as u8 }, length == source.len())
    }

    /// The text.
    pub(crate) const fn as_str(&self) -> &str {
        let (kept, _) = self.bytes.split_at(self.length as usize);
        match core::str::from_utf8(kept) {
            Ok(text) => text,
            // It was cut at a character boundary, and so is a text.
            Err(_) => "",
        }
    }
}

impl<const N: usize> fmt::Debug for ShortText<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
