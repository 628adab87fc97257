//! Blocks of rows between scaling and adding, and the columns that they come from.

use core::ops::Range;

use crate::bits::Bits;
use crate::reading::sums::columns::PeriodNumber;
use crate::reading::sums::float_units::is_in_domain;
use crate::reading::sums::shape::Shape;
use crate::reading::sums::value::{SumValue, Typed};
use crate::standard::item::Item;

/// The rows of a block: few enough to stay close at hand.
pub(crate) const BLOCK: usize = 192;

/// One block of rows between the two loops.
pub(crate) struct Block {
    /// What each row adds to its sum: nothing where it has no value, half of a detection limit.
    pub(crate) units: [i64; BLOCK],
    /// All ones for each row; none, while values are scaled, where a validity bit says that it has
    /// no value.
    valid: [i64; BLOCK],
    /// The rows without a value.
    pub(crate) missing: FoundRows,
    /// The rows below a detection limit that have a value.
    pub(crate) below: FoundRows,
    /// Rows for the slow way, where there are such.
    pub(crate) outside: [bool; BLOCK],
}

/// The columns of a block, or one item's column of it.
pub(crate) struct Part<'a, P, V> {
    pub(crate) sections: &'a [u32],
    pub(crate) periods: &'a [P],
    pub(crate) column: Typed<'a, V>,
    pub(crate) validity: Option<Bits<'a>>,
    pub(crate) below_limit: Option<Bits<'a>>,
    /// The row of the first of them.
    pub(crate) start: usize,
    /// The item of a column in wide form.
    pub(crate) item: Option<Item>,
}

/// All ones for `true`.
#[inline(always)]
const fn mask(yes: bool) -> i64 {
    -(yes as i64)
}

impl Block {
    pub(crate) const fn new() -> Self {
        Self {
            units: [0; BLOCK],
            valid: [-1; BLOCK],
            missing: FoundRows::NONE,
            below: FoundRows::NONE,
            outside: [false; BLOCK],
        }
    }

    /// Brings values to units; the bits of all of them together, or -1 where one that is there is
    /// not exact. Rows without a value come to nothing, and are found.
    #[inline(always)]
    pub(crate) fn scale<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
        factors: impl Iterator<Item = V::Factor>,
    ) -> i64 {
        let values = part.column.values;
        self.missing.bits = [0; WORDS];
        if let Some(validity) = part.validity {
            for (word, bits) in self.missing.bits.iter_mut().enumerate() {
                *bits = !validity.word(part.start + 64 * word) & first_bits(values.len(), word);
            }
        }
        self.missing.find();
        for row in self.missing.rows() {
            self.valid[row] = 0;
        }
        let (bits, is_missing) = self.scale_valid(values, factors);
        for row in self.missing.rows() {
            self.valid[row] = -1;
        }
        if is_missing {
            self.missing.add(values);
            self.missing.find();
        }
        bits
    }

    /// The bits of all units together, or -1, and whether a value says that it is none.
    #[inline(never)]
    fn scale_valid<V: SumValue>(
        &mut self,
        values: &[V],
        factors: impl Iterator<Item = V::Factor>,
    ) -> (i64, bool) {
        let (mut refused, mut bits, mut missing) = (0, 0, 0);
        let slots = self.units.iter_mut().zip(&self.valid);
        for ((value, factor), (slot, valid)) in values.iter().zip(factors).zip(slots) {
            let (units, exact) = value.units(factor);
            let present = *valid & !mask(value.is_missing());
            missing |= *valid & !present;
            // What is missing is so only where there is a sum to miss it.
            refused |= (present & !mask(exact)) | !mask(V::is_summed(factor));
            bits |= units & present;
            *slot = units & present;
        }
        (if refused == 0 && is_in_domain(bits) { bits } else { -1 }, missing != 0)
    }

    /// Finds the results below a detection limit and halves their units, where each can be halved
    /// here: half of an odd number has a place more, and a detection limit of zero, or of an item
    /// that has none, is refused with a reason.
    #[inline(always)]
    pub(crate) fn halve<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
        number_of: &impl Fn(usize) -> u8,
    ) -> bool {
        self.below.len = 0;
        let Some(below) = part.below_limit else { return true };
        let rows = part.column.values.len();
        for (word, bits) in self.below.bits.iter_mut().enumerate() {
            let below = below.word(part.start + 64 * word) & first_bits(rows, word);
            *bits = below & !self.missing.bits[word];
        }
        self.below.find();
        let mut can = true;
        for row in self.below.rows() {
            let units = &mut self.units[row];
            can &= *units != 0 && *units % 2 == 0 && can_be_below(number_of(row));
            *units >>= 1;
        }
        can
    }

    /// Marks the rows for the slow way; the bits of the units of all others together.
    #[cold]
    #[inline(never)]
    pub(crate) fn mark<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
        shape: Shape,
        room: bool,
        number_of: &impl Fn(usize) -> u8,
        factor_of: &impl Fn(usize) -> V::Factor,
    ) -> i64 {
        let mut bits = 0;
        for (row, value) in part.column.values.iter().enumerate() {
            let (units, same) = value.units(factor_of(row));
            let period: u32 = part.periods[row].into();
            let inside =
                (part.sections[row] as usize) < shape.sections && (period as usize) < shape.periods;
            let exact = same && is_in_domain(units);
            let below = part.is_below(row);
            let limit = !below || (units != 0 && units % 2 == 0 && can_be_below(number_of(row)));
            let fast = room && exact && inside && limit && part.is_valid(row);
            self.outside[row] = !fast;
            self.units[row] = if below { units / 2 } else { units };
            bits |= if fast { units } else { 0 };
        }
        bits
    }
}

/// Whether an item of Table 1 can be below a detection limit.
const fn can_be_below(number: u8) -> bool {
    number != Item::Ph.number() && number != Item::WaterTemperature.number()
}

/// The words of bits of a block.
const WORDS: usize = BLOCK / 64;

/// The bits of the rows that a word of a block has, if so many rows are in the block.
#[inline(always)]
const fn first_bits(rows: usize, word: usize) -> u64 {
    match rows.saturating_sub(64 * word) {
        0 => 0,
        rows if rows < 64 => (1 << rows) - 1,
        _ => u64::MAX,
    }
}

/// Rows of a block: a bit each, and where the bits are.
pub(crate) struct FoundRows {
    bits: [u64; WORDS],
    rows: [u8; BLOCK + Self::STEP],
    len: usize,
}

impl FoundRows {
    /// How many places are written at once: few words of 64 rows have more, so that the processor
    /// guesses the end of the loop.
    const STEP: usize = 8;

    const NONE: Self = Self { bits: [0; WORDS], rows: [0; BLOCK + Self::STEP], len: 0 };

    /// Adds the bits of values that are none.
    #[inline(never)]
    fn add<V: SumValue>(&mut self, values: &[V]) {
        const BITS: [i64; 8] = [1, 2, 4, 8, 16, 32, 64, 128];
        let mut bytes = [0; BLOCK / 8];
        let (eights, rest) = values.as_chunks::<8>();
        for (byte, eight) in bytes.iter_mut().zip(eights) {
            let bits = eight.iter().zip(BITS);
            *byte =
                bits.fold(0, |all, (value, bit)| all | if value.is_missing() { bit } else { 0 });
        }
        for (value, bit) in rest.iter().zip(BITS) {
            bytes[eights.len()] |= if value.is_missing() { bit } else { 0 };
        }
        for (bits, bytes) in self.bits.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *bits |= u64::from_le_bytes(bytes.map(i64::to_le_bytes).map(|[low, ..]| low));
        }
    }

    /// Finds the rows of the bits.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "a block has fewer than 256 rows")]
    fn find(&mut self) {
        self.len = 0;
        for (word, first) in self.bits.iter().zip((0_u32..).step_by(64)) {
            let mut left = *word;
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

impl<P: PeriodNumber, V: SumValue> Part<'_, P, V> {
    /// Whether all sections and periods are in the table.
    #[inline(always)]
    pub(crate) fn is_inside(&self, shape: Shape) -> bool {
        let (Ok(sections), Some(first)) =
            (u32::try_from(shape.sections), self.periods.first().copied())
        else {
            return self.periods.is_empty();
        };
        // Written so that both loops become a few instructions for several rows at once.
        let last = sections.wrapping_sub(1);
        let (mut signs, mut greatest) = (0, first);
        for section in self.sections {
            // A section at or beyond the end makes the difference or itself negative.
            signs |= last.wrapping_sub(*section) | *section;
        }
        for period in self.periods {
            greatest = if *period > greatest { *period } else { greatest };
        }
        let period: u32 = greatest.into();
        signs >> 31 == 0 && (period as usize) < shape.periods
    }

    pub(crate) fn is_valid(&self, index: usize) -> bool {
        self.validity.is_none_or(|bits| bits.get(self.start + index) == Some(true))
    }

    pub(crate) fn is_below(&self, index: usize) -> bool {
        self.below_limit.is_some_and(|bits| bits.get(self.start + index) == Some(true))
    }
}

/// The rows of each block.
pub(crate) fn blocks(rows: usize) -> impl Iterator<Item = Range<usize>> {
    (0..rows).step_by(BLOCK).map(move |start| start..(start + BLOCK).min(rows))
}
