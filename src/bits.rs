//! Bits beside the values of a column, in Arrow's layout.

/// A column of bits, the least significant bit of a byte first, from a bit offset on.
///
/// This is the layout of a validity buffer and of a boolean array in Arrow, so such a
/// buffer enters without a copy.
///
/// # Example
/// ```
/// use gb3838::Bits;
///
/// let bits = Bits::new(&[0b0000_0101]);
/// assert_eq!((bits.get(0), bits.get(1), bits.get(2)), (Some(true), Some(false), Some(true)));
/// // A slice of an Arrow array starts within a byte.
/// assert_eq!(Bits::new(&[0b0000_0101]).with_offset(2).get(0), Some(true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bits<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl<'a> Bits<'a> {
    /// Bits from the first bit of the first byte on.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, offset: 0 }
    }

    /// The same bytes, with row 0 at bit `offset`.
    #[must_use]
    pub const fn with_offset(mut self, offset: usize) -> Self {
        self.offset = offset;
        self
    }

    /// The number of rows that there are bits for.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.bytes.len().saturating_mul(8).saturating_sub(self.offset)
    }

    /// Whether there is no bit.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bit of a row, or `None` beyond the end.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<bool> {
        let bit = self.offset.checked_add(row)?;
        self.bytes.get(bit / 8).map(|byte| byte >> (bit % 8) & 1 == 1)
    }

    /// The bits of 64 rows from `row` on, the first one lowest; zeros beyond the end.
    #[inline(always)]
    pub(crate) fn word(&self, row: usize) -> u64 {
        let bit = self.offset.saturating_add(row);
        let rest = self.bytes.get(bit / 8..).unwrap_or(&[]);
        match (rest.first_chunk::<8>(), bit % 8) {
            (Some(low), 0) => u64::from_le_bytes(*low),
            _ => Self::word_of(rest, bit % 8),
        }
    }

    /// The bytes with the bits of some 512 rows from `row` on, where there are so many.
    #[inline(always)]
    pub(crate) fn line(&self, row: usize) -> Option<&'a [u8; 64]> {
        self.bytes.get(self.offset.saturating_add(row) / 8..)?.first_chunk()
    }

    /// 64 bits of some bytes, from a bit of the first one on.
    #[inline(never)]
    fn word_of(bytes: &[u8], shift: usize) -> u64 {
        let mut first = [0; 8];
        let count = bytes.len().min(first.len());
        first[..count].copy_from_slice(&bytes[..count]);
        let high = u64::from(bytes.get(8).copied().unwrap_or(0));
        // Shifted in two steps, because a shift by 64 bits is not defined.
        u64::from_le_bytes(first) >> shift | high << 1 << (63 - shift)
    }

    /// Whether any bit is 1.
    #[cfg(feature = "alloc")]
    pub(crate) fn has_any(self) -> bool {
        (0..self.len()).step_by(64).any(|row| self.word(row) != 0)
    }

    pub(crate) const fn skip(self, rows: usize) -> Self {
        Self { bytes: self.bytes, offset: self.offset.saturating_add(rows) }
    }
}
