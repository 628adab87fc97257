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
        Self { units: [0; BLOCK], counts: [0; BLOCK], outside: [false; BLOCK] }
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
        each_bit(part.validity, part.start, rows, false, |row| {
            self.counts[row] = 0;
            true
        });
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
        let rows = part.column.values.len();
        each_bit(part.below_limit, part.start, rows, true, |row| {
            if self.counts[row] == 0 {
                return true;
            }
            let units = self.units[row];
            if units == 0 || units % 2 != 0 || !can_be_below(number_of(row)) {
                return false;
            }
            self.units[row] = units / 2;
            self.counts[row] = Cell::ONE_BELOW;
            true
        })
    }

    /// The rows before one of a halved block that are below a detection limit, each with half of it.
    pub(crate) fn halves<P: PeriodNumber, V: SumValue>(
        &self,
        part: &Part<'_, P, V>,
        rows: usize,
    ) -> impl Iterator<Item = (usize, i64)> {
        let words = (0..rows).step_by(64).map(move |first| {
            let word = part.below_limit.map_or(0, |bits| bits.word(part.start + first));
            (first, word & (u64::MAX >> (64 - (rows - first).min(64))))
        });
        let rows = words.flat_map(|(first, word)| {
            let following =
                core::iter::successors(Some(word), |left| Some(left & left.wrapping_sub(1)));
            let left = following.take_while(|left| *left != 0);
            left.map(move |left| first + left.trailing_zeros() as usize)
        });
        rows.filter(|row| self.counts[*row] != 0).map(|row| (row, self.units[row]))
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

/// Calls with the rows whose bit is so, from `start` on, until one call says `false`; whether none
/// did.
#[inline(always)]
fn each_bit(
    bits: Option<Bits<'_>>,
    start: usize,
    rows: usize,
    is_set: bool,
    mut with: impl FnMut(usize) -> bool,
) -> bool {
    let Some(bits) = bits else { return true };
    for first in (0..rows).step_by(64) {
        let word = bits.word(start + first);
        let word = if is_set { word } else { !word };
        let mut left = word & (u64::MAX >> (64 - (rows - first).min(64)));
        while left != 0 {
            if !with(first + left.trailing_zeros() as usize) {
                return false;
            }
            left &= left - 1;
        }
    }
    true
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
