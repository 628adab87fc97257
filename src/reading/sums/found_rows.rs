//! Rows of a block that have a bit, one by one.

use crate::bits::Bits;
use crate::reading::sums::block::BLOCK;

/// The words of bits of a block.
const WORDS: usize = BLOCK / 64;

/// Some rows of a block, in order.
pub(crate) struct FoundRows {
    rows: [u8; BLOCK + Self::STEP],
    len: usize,
}

impl FoundRows {
    /// How many places are written at once: few words of 64 rows have more, so that the processor
    /// guesses the end of the loop.
    const STEP: usize = 8;

    pub(crate) const NONE: Self = Self { rows: [0; BLOCK + Self::STEP], len: 0 };

    /// Finds those of so many rows from `start` on whose bit is set, or those whose bit is not.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "a block has fewer than 256 rows")]
    pub(crate) fn find(&mut self, bits: Bits<'_>, start: usize, rows: usize, is_set: bool) {
        let flip = if is_set { 0 } else { u64::MAX };
        self.len = 0;
        for (word, first) in (0..WORDS).zip((0_u32..).step_by(64)) {
            let mut left = (bits.word(start + 64 * word) ^ flip) & first_bits(rows, word);
            let end = self.len + left.count_ones() as usize;
            while self.len < end {
                // Rows of a block and a step more have room.
                let Some(places) = self.rows[self.len..].first_chunk_mut::<{ Self::STEP }>() else {
                    return;
                };
                for place in places {
                    *place = (first + left.trailing_zeros()) as u8;
                    left &= left.wrapping_sub(1);
                }
                self.len += Self::STEP;
            }
            self.len = end;
        }
    }

    /// Forgets all rows.
    pub(crate) const fn clear(&mut self) {
        self.len = 0;
    }

    /// The rows, in order.
    #[inline(always)]
    pub(crate) fn rows(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.rows[..self.len].iter().map(|row| usize::from(*row))
    }

    /// Those before another one, in order.
    #[inline(always)]
    pub(crate) fn before(&self, end: usize) -> &[u8] {
        let rows = &self.rows[..self.len];
        match rows.last() {
            Some(last) if usize::from(*last) >= end => {
                &rows[..rows.partition_point(|row| usize::from(*row) < end)]
            }
            _ => rows,
        }
    }
}

/// The bits of the rows that a word of a block has, if so many rows are in the block.
#[inline(always)]
const fn first_bits(rows: usize, word: usize) -> u64 {
    match rows.saturating_sub(64 * word) {
        0 => 0,
        rows if rows < 64 => (1 << rows) - 1,
        _ => u64::MAX,
    }
}
