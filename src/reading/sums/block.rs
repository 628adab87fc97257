//! Blocks of rows between scaling and adding, and the columns that they come from.

use core::ops::Range;

use crate::bits::Bits;
use crate::reading::sums::columns::PeriodNumber;
use crate::reading::sums::float_units::{is_in_domain, to_units};
use crate::reading::sums::shape::Shape;
use crate::standard::item::Item;

/// The rows of a block: few enough to stay close at hand.
pub(crate) const BLOCK: usize = 192;

/// One block of rows between the two loops.
pub(crate) struct Block {
    pub(crate) units: [i64; BLOCK],
    /// Rows for the slow way.
    pub(crate) outside: [bool; BLOCK],
    pub(crate) below: [bool; BLOCK],
}

/// The columns of a block, or one item's column of it.
pub(crate) struct Part<'a, P> {
    pub(crate) sections: &'a [u32],
    pub(crate) periods: &'a [P],
    pub(crate) values: &'a [f64],
    pub(crate) validity: Option<Bits<'a>>,
    pub(crate) below_limit: Option<Bits<'a>>,
    /// The row of the first of them.
    pub(crate) start: usize,
    pub(crate) column: Option<Item>,
}

impl Block {
    pub(crate) const fn new() -> Self {
        Self { units: [0; BLOCK], outside: [false; BLOCK], below: [false; BLOCK] }
    }

    /// Scales values by powers of ten; the bits of all of them together, or -1 where one is not
    /// exact.
    #[inline(never)]
    pub(crate) fn scale(&mut self, values: &[f64], powers: impl Iterator<Item = f64>) -> i64 {
        let (mut exact, mut bits) = (true, 0);
        for ((value, power), slot) in values.iter().zip(powers).zip(&mut self.units) {
            let (units, same) = to_units(*value, power);
            *slot = units;
            exact &= same;
            bits |= units;
        }
        if exact && is_in_domain(bits) { bits } else { -1 }
    }

    /// Marks the rows for the slow way, and those below a detection limit; the bits of the units
    /// of all others together.
    #[inline(never)]
    pub(crate) fn mark<P: PeriodNumber>(
        &mut self,
        part: &Part<'_, P>,
        shape: Shape,
        room: bool,
        power_of: &impl Fn(usize) -> f64,
    ) -> i64 {
        let mut bits = 0;
        for (row, value) in part.values.iter().enumerate() {
            let (units, same) = to_units(*value, power_of(row));
            let period: u32 = part.periods[row].into();
            let inside =
                (part.sections[row] as usize) < shape.sections && (period as usize) < shape.periods;
            let exact = same && is_in_domain(units);
            let below = part.is_below(row);
            self.below[row] = below;
            // Half of an odd number of units has a place more; a detection limit of zero, or of
            // an item that has none, is refused with a reason.
            let limit = !below
                || (units != 0 && units % 2 == 0 && !shape.items.contains(Item::WaterTemperature));
            self.outside[row] = !(room && exact && inside && limit && part.is_valid(row));
            bits |= if self.outside[row] { 0 } else { units };
        }
        bits
    }
}

impl<P: PeriodNumber> Part<'_, P> {
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

    /// Whether all rows are valid, and none is below a detection limit.
    #[inline(always)]
    pub(crate) fn is_plain(&self) -> bool {
        let rows = self.values.len();
        let all = |bits: Option<Bits<'_>>, value: bool| {
            bits.is_none_or(|bits| {
                (0..rows).step_by(64).all(|row| {
                    let word = bits.word(self.start + row);
                    let other = if value { !word } else { word };
                    other << (64 - (rows - row).min(64)) == 0
                })
            })
        };
        all(self.validity, true) && all(self.below_limit, false)
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
