//! The loop that sums columns: blocks of rows are scaled and checked, then added.
//!
//! Scaling has no branch and tells of a whole block whether all its values are exact. In a block
//! where some are not, or are missing, impossible or out of place, these are marked and left to
//! the slow way, where each is summed exactly, counted as missing, or refused with a reason.

use core::ops::Range;

use crate::number::decimal::Decimal;
use crate::reading::mean::ph::IONS_OF_HUNDREDTHS;
use crate::reading::notation::Reading;
use crate::reading::sums::block::{BLOCK, Block, Part, blocks};
use crate::reading::sums::columns::{
    FeedCounts, LongColumns, PeriodNumber, RefusedRow, WideColumns,
};
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::float_units::power;
use crate::reading::sums::shape::Cell;
use crate::reading::sums::table::SumTable;
use crate::standard::item::Item;

/// In a place: this is a pH, and its hydrogen ions stand elsewhere. There are at most 2³⁰
/// cells.
const IONS: u32 = 1 << 31;

impl SumTable {
    /// Adds readings in long form; rows that cannot be used are counted, all others are added.
    ///
    /// # Errors
    /// When the columns differ in length; nothing is added then.
    pub fn add_long<P: PeriodNumber>(
        &mut self,
        columns: &LongColumns<'_, P>,
    ) -> Result<FeedCounts, SumTableError> {
        columns.check()?;
        let mut fed = FeedCounts::default();
        let mut slots = [0; 256];
        let mut powers = [f64::NAN; 256];
        for item in self.shape.items.iter() {
            slots[usize::from(item.number())] = self.slot(item);
            powers[usize::from(item.number())] = power(item);
        }
        let steps = self.steps();
        let mut block = Block::new();
        for rows in blocks(columns.rows()) {
            let numbers = &columns.items[rows.clone()];
            let part = Part {
                sections: &columns.sections[rows.clone()],
                periods: &columns.periods[rows.clone()],
                values: &columns.values[rows.clone()],
                validity: columns.validity,
                below_limit: columns.below_limit,
                start: rows.start,
                column: None,
            };
            // First, for it brings the columns of the block closest at hand.
            let inside = part.is_inside(self.shape);
            let bits = block.scale(part.values, numbers.iter().map(|it| powers[usize::from(*it)]));
            let slots = &slots;
            let place = move |section, period, number| {
                steps.first(section, period).wrapping_add(slots[usize::from(number)])
            };
            let spots = part.sections.iter().zip(part.periods);
            let asked = Asked {
                number: |row: usize| numbers[row],
                power: |row: usize| powers[usize::from(numbers[row])],
                place: |row: usize| place(part.sections[row], part.periods[row], numbers[row]),
                // Made where it is used, so that the loop keeps all of it at hand.
                places: move || {
                    let rows = spots.zip(numbers);
                    rows.map(move |((section, period), number)| place(*section, *period, *number))
                },
            };
            self.add_part(&mut block, &part, (inside, bits), asked, &mut fed);
        }
        Ok(fed)
    }

    /// Adds readings in wide form; values that cannot be used are counted, all others added.
    ///
    /// # Errors
    /// When the columns differ in length, or two are of one item; nothing is added then.
    pub fn add_wide<P: PeriodNumber>(
        &mut self,
        columns: &WideColumns<'_, P>,
    ) -> Result<FeedCounts, SumTableError> {
        columns.check()?;
        let mut fed = FeedCounts::default();
        let steps = self.steps();
        let mut block = Block::new();
        let mut firsts = [0; BLOCK];
        // All columns of a block, so that its cells are fetched once.
        for rows in blocks(columns.rows()) {
            let sections = &columns.sections[rows.clone()];
            let periods = &columns.periods[rows.clone()];
            // The same for all columns.
            let mut known = None;
            for (first, (section, period)) in firsts.iter_mut().zip(sections.iter().zip(periods)) {
                *first = steps.first(*section, *period);
            }
            for column in columns.columns {
                let part = Part {
                    sections,
                    periods,
                    values: &column.values[rows.clone()],
                    validity: column.validity,
                    below_limit: column.below_limit,
                    start: rows.start,
                    column: Some(column.item),
                };
                let summed = self.shape.items.contains(column.item);
                let (number, slot) = (column.item.number(), self.slot(column.item));
                let power = if summed { power(column.item) } else { f64::NAN };
                let inside = *known.get_or_insert_with(|| part.is_inside(self.shape));
                let bits = block.scale(part.values, core::iter::repeat(power));
                let asked = Asked {
                    number: |_| number,
                    power: |_| power,
                    place: |row: usize| firsts[row].wrapping_add(slot),
                    places: || firsts.iter().map(move |first| first.wrapping_add(slot)),
                };
                self.add_part(&mut block, &part, (inside, bits), asked, &mut fed);
            }
        }
        Ok(fed)
    }

    /// Adds a part whose units stand in the block.
    #[inline(always)]
    fn add_part<P: PeriodNumber, I: Iterator<Item = u32>>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, P>,
        (inside, bits): (bool, i64),
        asked: Asked<
            impl Fn(usize) -> u8,
            impl Fn(usize) -> f64,
            impl Fn(usize) -> u32,
            impl FnOnce() -> I,
        >,
        fed: &mut FeedCounts,
    ) {
        let rows = part.values.len();
        let clean =
            inside && bits >= 0 && part.is_plain() && self.room.take(rows, bits, &self.cells);
        let mut next = 0;
        if clean {
            // Stops at a pH beyond 14, and at ions that would pass their end.
            next = self.add_clean(asked.places, &block.units[..rows]);
            fed.used += next as u64;
        }
        if next < rows {
            let room = clean || self.room.take(rows, 0, &self.cells);
            let bits = block.mark(part, self.shape, room, &asked.power);
            self.room.take_units(rows, bits);
            self.add_marked(block, next..rows, &asked.place, fed);
            for row in (next..rows).filter(|row| block.outside[*row]) {
                self.add_slowly(part, row, (asked.number)(row), fed);
            }
        }
    }

    /// Adds rows until one cannot be added here; how many were. No sum passes its end.
    #[inline(never)]
    fn add_clean<I: Iterator<Item = u32>>(
        &mut self,
        places: impl FnOnce() -> I,
        units: &[i64],
    ) -> usize {
        let width = self.width();
        let (cells, ions) = (&mut self.cells[..], &mut self.ions[..]);
        for (row, (place, units)) in places().zip(units).enumerate() {
            // Sum and count at once.
            if let Some(cell) = cells.get_mut(place as usize) {
                *cell = [cell[0].wrapping_add(*units), cell[1].wrapping_add(Cell::ONE)];
                continue;
            }
            let place = place ^ IONS;
            let spot = (place / width) as usize;
            let cell = cells.get_mut(place as usize);
            let (true, Some([_, counts])) = (add_ions(ions.get_mut(spot), *units), cell) else {
                return row;
            };
            *counts += Cell::ONE;
        }
        units.len()
    }

    /// Adds the rows that are not for the slow way, and marks those that turn out to be.
    #[inline(never)]
    fn add_marked(
        &mut self,
        block: &mut Block,
        rows: Range<usize>,
        place_of: &impl Fn(usize) -> u32,
        fed: &mut FeedCounts,
    ) {
        let width = self.width();
        for row in rows {
            if block.outside[row] {
                continue;
            }
            let (units, is_below) = (block.units[row], block.below[row]);
            let place = place_of(row);
            let mut added = false;
            if let Some([sum, counts]) = self.cells.get_mut(place as usize) {
                let (total, passed) = sum.overflowing_add(if is_below { units / 2 } else { units });
                if !passed {
                    added = true;
                    *sum = total;
                    *counts += if is_below { Cell::ONE_BELOW } else { Cell::ONE };
                }
            } else if !is_below {
                let place = place ^ IONS;
                let spot = (place / width) as usize;
                if let Some([_, counts]) = self.cells.get_mut(place as usize) {
                    added = add_ions(self.ions.get_mut(spot), units);
                    *counts += if added { Cell::ONE } else { 0 };
                }
            }
            block.outside[row] = !added;
            fed.used += u64::from(added);
            fed.below += u64::from(added && is_below);
        }
    }

    /// Sums a value exactly by its shortest text, or says why it is not a value.
    #[cold]
    #[inline(never)]
    fn add_slowly<P: PeriodNumber>(
        &mut self,
        part: &Part<'_, P>,
        index: usize,
        number: u8,
        fed: &mut FeedCounts,
    ) {
        let row = part.start + index;
        match self.try_slowly(part, index, number) {
            Ok(true) => {
                fed.used += 1;
                fed.below += u64::from(part.is_below(index));
            }
            Ok(false) => fed.missing += 1,
            Err(error) => {
                fed.refused += 1;
                fed.first_refused = match fed.first_refused {
                    Some(first) if first.row <= row => Some(first),
                    _ => Some(RefusedRow { row, column: part.column, error }),
                };
            }
        }
    }

    fn try_slowly<P: PeriodNumber>(
        &mut self,
        part: &Part<'_, P>,
        index: usize,
        number: u8,
    ) -> Result<bool, SumTableError> {
        let place = usize::from(number).checked_sub(1);
        let Some(item) = place.and_then(|place| Item::ALL.get(place).copied()) else {
            return Err(SumTableError::NoSuchItem { number });
        };
        let period: u32 = part.periods[index].into();
        let (section, period) = (part.sections[index] as usize, period as usize);
        self.shape.key(section, period, item)?;
        let value = part.values[index];
        if !part.is_valid(index) || value.is_nan() {
            return Ok(false);
        }
        let number = Decimal::try_from(value)?;
        let below = part.is_below(index);
        let reading = if below { Reading::Below(number) } else { Reading::Value(number) };
        self.add_reading(section, period, item, &reading)
    }

    /// What an item adds to the place of section and period.
    fn slot(&self, item: Item) -> u32 {
        let slot = u32::try_from(self.shape.slot(item)).unwrap_or(0);
        if item == Item::Ph { slot | IONS } else { slot }
    }

    fn steps(&self) -> Steps {
        let capacity = u32::try_from(self.shape.capacity).unwrap_or(0);
        Steps { section: self.width(), period: capacity.wrapping_mul(self.width()) }
    }

    /// The number of items, which nobody divides by where there are none.
    fn width(&self) -> u32 {
        u32::try_from(self.shape.width()).map_or(1, |width| width.max(1))
    }
}

/// How far sections and periods lie apart.
#[derive(Clone, Copy)]
struct Steps {
    section: u32,
    period: u32,
}

impl Steps {
    /// The place of the first item of a section and period, where they are in the table.
    #[inline(always)]
    fn first(self, section: u32, period: impl PeriodNumber) -> u32 {
        let period: u32 = period.into();
        period.wrapping_mul(self.period).wrapping_add(section.wrapping_mul(self.section))
    }
}

/// What is asked of a row: the number of its item, the power of ten of its value, and its place;
/// and the places of all rows in turn.
struct Asked<N, P, L, I> {
    number: N,
    power: P,
    place: L,
    places: I,
}

/// Adds the ions of a pH in hundredths; whether there are any and the sum did not pass its end.
#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "hundredths from 0 to 2⁵⁰; beyond the table there are no ions"
)]
fn add_ions(sum: Option<&mut u128>, hundredths: i64) -> bool {
    let ions = IONS_OF_HUNDREDTHS.get(hundredths as usize);
    let (Some(sum), Some(ions)) = (sum, ions) else { return false };
    let (total, passed) = sum.overflowing_add(*ions);
    if !passed {
        *sum = total;
    }
    !passed
}
