//! Blocks of rows between scaling and adding, and the columns that they come from.

use core::ops::Range;

use crate::bits::Bits;
use crate::reading::sums::columns::PeriodNumber;
use crate::reading::sums::float_units::is_in_domain;
use crate::reading::sums::shape::{Cell, Shape};
use crate::reading::sums::value::{SumValue, Typed};
use crate::standard::item::Item;

/// The rows of a block: few enough to stay close at hand.
pub(crate) const BLOCK: usize = 192;

/// One block of rows between the two loops.
pub(crate) struct Block {
    /// What each row adds to its sum: nothing where it has no value, half of a detection limit.
    pub(crate) units: [i64; BLOCK],
    /// What each row adds to its packed counts: nothing where it has no value.
    pub(crate) counts: [i64; BLOCK],
    /// Rows without a value, then those below a detection limit.
    found: FoundRows,
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
        let (units, counts, found) = ([0; BLOCK], [0; BLOCK], FoundRows::NONE);
        Self { units, counts, found, outside: [false; BLOCK] }
    }

    /// Brings values to units; the bits of all of them together, or -1 where one that is there is
    /// not exact. Rows without a value add nothing.
    #[inline(always)]
    pub(crate) fn scale<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
        factors: impl Iterator<Item = V::Factor>,
    ) -> i64 {
        let rows = part.column.values.len();
        self.counts[..rows].fill(Cell::ONE);
        self.found.find(part.validity, part.start, rows, false);
        for row in self.found.rows() {
            self.counts[row] = 0;
        }
        self.scale_present(part.column.values, factors)
    }

    #[inline(never)]
    fn scale_present<V: SumValue>(
        &mut self,
        values: &[V],
        factors: impl Iterator<Item = V::Factor>,
    ) -> i64 {
        let (mut refused, mut bits) = (0, 0);
        let slots = self.units.iter_mut().zip(&mut self.counts);
        for ((value, factor), (slot, count)) in values.iter().zip(factors).zip(slots) {
            let (units, exact) = value.units(factor);
            let present = -*count & !mask(value.is_missing());
            // What is missing is so only where there is a sum to miss it.
            refused |= (present & !mask(exact)) | !mask(V::is_summed(factor));
            bits |= units & present;
            *slot = units & present;
            *count = present & Cell::ONE;
        }
        if refused == 0 && is_in_domain(bits) { bits } else { -1 }
    }

    /// Halves the units of results below a detection limit, where each can be halved here: half of
    /// an odd number has a place more, and a detection limit of zero, or of an item that has none,
    /// is refused with a reason.
    #[inline(always)]
    pub(crate) fn halve<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
        number_of: &impl Fn(usize) -> u8,
    ) -> bool {
        self.found.find(part.below_limit, part.start, part.column.values.len(), true);
        let mut can = true;
        for row in self.found.rows() {
            let (units, count) = (&mut self.units[row], &mut self.counts[row]);
            let can_be_halved = *units != 0 && *units % 2 == 0 && can_be_below(number_of(row));
            can &= can_be_halved || *count == 0;
            // Nothing where the row has no value.
            *units >>= 1;
            *count *= Cell::ONE_BELOW;
        }
        can
    }

    /// The rows of a halved block that are below a detection limit, each with half of it: nothing
    /// where it has no value.
    pub(crate) fn halves(&self) -> impl Iterator<Item = (usize, i64)> {
        self.found.rows().map(|row| (row, self.units[row]))
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
            self.counts[row] = if below { Cell::ONE_BELOW } else { Cell::ONE };
            bits |= if fast { units } else { 0 };
        }
        bits
    }
}

/// Whether an item of Table 1 can be below a detection limit.
const fn can_be_below(number: u8) -> bool {
    number != Item::Ph.number() && number != Item::WaterTemperature.number()
}

/// Rows of a block, in order.
struct FoundRows {
    rows: [u8; BLOCK + Self::STEP],
    len: usize,
}

impl FoundRows {
    /// How many places are written at once: few words of 64 rows have more, so that the processor
    /// guesses the end of the loop.
    const STEP: usize = 8;

    const NONE: Self = Self { rows: [0; BLOCK + Self::STEP], len: 0 };

    /// Finds the rows, from `start` on, whose bit is so; none where there are no bits.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "a block has fewer than 256 rows")]
    fn find(&mut self, bits: Option<Bits<'_>>, start: usize, rows: usize, is_set: bool) {
        self.len = 0;
        let Some(bits) = bits else { return };
        for first in (0..rows).step_by(64) {
            let word = bits.word(start + first);
            let word = if is_set { word } else { !word };
            let mut left = word & (u64::MAX >> (64 - (rows - first).min(64)));
            let end = self.len + left.count_ones() as usize;
            while self.len < end {
                // Rows of a block and a step more have room.
                let Some(places) = self.rows[self.len..].first_chunk_mut::<{ Self::STEP }>() else {
                    return;
                };
                for place in places {
                    *place = (first as u32 + left.trailing_zeros()) as u8;
                    left &= left.wrapping_sub(1);
                }
                self.len += Self::STEP;
            }
            self.len = end;
        }
    }

    #[inline(always)]
    fn rows(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.rows[..self.len].iter().map(|row| usize::from(*row))
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
