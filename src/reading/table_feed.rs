//! The loop that sums columns: blocks of rows are scaled and checked, then added.
//!
//! Scaling has no branch and tells of a whole block whether all its values are exact. In a block
//! where some are not, or are missing, impossible or out of place, these are marked and left to
//! the slow way, where each is summed exactly, counted as missing, or refused with a reason.

use core::ops::Range;

use crate::number::decimal::Decimal;
use crate::reading::float_units::power;
use crate::reading::notation::Reading;
use crate::reading::ph::IONS_OF_HUNDREDTHS;
use crate::reading::table::SumTable;
use crate::reading::table_block::{BLOCK, Block, Part, blocks};
use crate::reading::table_columns::{Fed, LongColumns, PeriodNumber, RefusedRow, WideColumns};
use crate::reading::table_error::SumTableError;
use crate::reading::table_shape::Cell;
use crate::standard::item::Item;

/// In a place: this is a pH, and the rest is the place of its hydrogen ions. There are at most
/// 2³⁰ cells.
const IONS: u32 = 1 << 31;

/// Where the values of an item stand: at the place of section and period, times one number,
/// plus another.
#[derive(Clone, Copy)]
struct Lane {
    times: u32,
    plus: u32,
}

impl Lane {
    /// Never used: nothing is exact for an item that is not summed.
    const NONE: Self = Self { times: 0, plus: 0 };

    #[inline(always)]
    const fn place(self, spot: u32) -> u32 {
        spot.wrapping_mul(self.times).wrapping_add(self.plus)
    }
}

impl SumTable {
    /// Adds readings in long form; rows that cannot be used are counted, all others are added.
    ///
    /// # Errors
    /// When the columns differ in length; nothing is added then.
    pub fn add_long<P: PeriodNumber>(
        &mut self,
        columns: &LongColumns<'_, P>,
    ) -> Result<Fed, SumTableError> {
        columns.check()?;
        let mut fed = Fed::default();
        let mut lanes = [Lane::NONE; 256];
        let mut powers = [f64::NAN; 256];
        for item in self.shape.items.iter() {
            lanes[usize::from(item.number())] = self.lane(item);
            powers[usize::from(item.number())] = power(item);
        }
        let capacity = self.capacity();
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
            block.set_spots(&part, capacity);
            for (place, number) in block.places.iter_mut().zip(numbers) {
                *place = lanes[usize::from(*number)].place(*place);
            }
            let power_of = |row: usize| powers[usize::from(numbers[row])];
            let exact = block.scale(part.values, numbers.iter().map(|it| powers[usize::from(*it)]));
            let number_of = |row: usize| numbers[row];
            self.add_part(&mut block, &part, inside & exact, (&number_of, &power_of), &mut fed);
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
    ) -> Result<Fed, SumTableError> {
        columns.check()?;
        let mut fed = Fed::default();
        let capacity = self.capacity();
        let mut block = Block::new();
        // All columns of a block, so that its cells are fetched once.
        let mut spots = [0; BLOCK];
        for rows in blocks(columns.rows()) {
            let places = columns.sections[rows.clone()].iter().zip(&columns.periods[rows.clone()]);
            for (spot, (section, period)) in spots.iter_mut().zip(places) {
                let period: u32 = (*period).into();
                *spot = period.wrapping_mul(capacity).wrapping_add(*section);
            }
            for column in columns.columns {
                let part = Part {
                    sections: &columns.sections[rows.clone()],
                    periods: &columns.periods[rows.clone()],
                    values: &column.values[rows.clone()],
                    validity: column.validity,
                    below_limit: column.below_limit,
                    start: rows.start,
                    column: Some(column.item),
                };
                let summed = self.shape.items.contains(column.item);
                let lane = self.lane(column.item);
                let power = if summed { power(column.item) } else { f64::NAN };
                let inside = part.is_inside(self.shape);
                for (place, spot) in block.places.iter_mut().zip(&spots) {
                    *place = lane.place(*spot);
                }
                let number = column.item.number();
                let exact = block.scale(part.values, core::iter::repeat(power));
                let inside = inside & exact;
                self.add_part(&mut block, &part, inside, (&|_| number, &|_| power), &mut fed);
            }
        }
        Ok(fed)
    }

    /// Adds a part whose places and units stand in the block.
    #[inline(always)]
    fn add_part<P: PeriodNumber>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, P>,
        inside: bool,
        (number_of, power_of): (&impl Fn(usize) -> u8, &impl Fn(usize) -> f64),
        fed: &mut Fed,
    ) {
        let rows = part.values.len();
        let has_bits = part.validity.is_some() || part.below_limit.is_some();
        let clean = inside && !has_bits && self.has_room(rows);
        let mut next = 0;
        if clean {
            // Stops at a sum that would pass its end, and at a pH beyond 14.
            next = self.add_clean(&block.places[..rows], &block.units[..rows]);
            fed.used += next as u64;
        }
        if next < rows {
            let room = clean || self.has_room(rows);
            block.mark(part, self.shape, room, power_of);
            self.add_marked(block, next..rows, fed);
            for row in (next..rows).filter(|row| block.outside[*row]) {
                self.add_slowly(part, row, number_of(row), fed);
            }
        }
    }

    /// Adds rows until one cannot be added here; how many were.
    #[inline(never)]
    fn add_clean(&mut self, places: &[u32], units: &[i64]) -> usize {
        let (width, ion_slot) = (self.shape.width(), self.ion_slot().unwrap_or(0));
        let (cells, ions) = (&mut self.cells[..], &mut self.ions[..]);
        let mut add = |place: u32, units: i64| {
            if let Some([sum, counts]) = cells.get_mut(place as usize) {
                let (total, passed) = sum.overflowing_add(units);
                if passed {
                    return false;
                }
                *sum = total;
                *counts += Cell::ONE;
                return true;
            }
            let spot = (place ^ IONS) as usize;
            let cell = cells.get_mut(spot * width + ion_slot);
            let (true, Some([_, counts])) = (add_ions(ions.get_mut(spot), units), cell) else {
                return false;
            };
            *counts += Cell::ONE;
            true
        };
        let mut row = 0;
        // Four at a time, for the loop costs as much as one of them.
        let (fours, _) = places.as_chunks::<4>();
        let (of_fours, _) = units.as_chunks::<4>();
        for (place, units) in fours.iter().zip(of_fours) {
            if !add(place[0], units[0]) {
                return row;
            }
            if !add(place[1], units[1]) {
                return row + 1;
            }
            if !add(place[2], units[2]) {
                return row + 2;
            }
            if !add(place[3], units[3]) {
                return row + 3;
            }
            row += 4;
        }
        for (place, units) in places.iter().zip(units).skip(row) {
            if !add(*place, *units) {
                return row;
            }
            row += 1;
        }
        places.len()
    }

    /// Adds the rows that are not for the slow way, and marks those that turn out to be.
    #[inline(never)]
    fn add_marked(&mut self, block: &mut Block, rows: Range<usize>, fed: &mut Fed) {
        let (width, ion_slot) = (self.shape.width(), self.ion_slot().unwrap_or(0));
        for row in rows {
            if block.outside[row] {
                continue;
            }
            let (place, units, is_below) = (block.places[row], block.units[row], block.below[row]);
            let mut added = false;
            if let Some([sum, counts]) = self.cells.get_mut(place as usize) {
                let (total, passed) = sum.overflowing_add(if is_below { units / 2 } else { units });
                if !passed {
                    added = true;
                    *sum = total;
                    *counts += if is_below { Cell::ONE_BELOW } else { Cell::ONE };
                }
            } else if !is_below {
                let spot = (place ^ IONS) as usize;
                if let Some([_, counts]) = self.cells.get_mut(spot * width + ion_slot) {
                    added = add_ions(self.ions.get_mut(spot), units);
                    *counts += if added { Cell::ONE } else { 0 };
                }
            }
            block.outside[row] = !added;
            fed.used += u64::from(added);
            fed.below += u64::from(added && is_below);
        }
    }

    /// Sums a value exactly by its shortest text, or says why it is none.
    #[cold]
    #[inline(never)]
    fn add_slowly<P: PeriodNumber>(
        &mut self,
        part: &Part<'_, P>,
        index: usize,
        number: u8,
        fed: &mut Fed,
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

    /// Whether no count can pass its end while a block is added.
    #[inline(always)]
    fn has_room(&mut self, rows: usize) -> bool {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        if self.room < rows {
            self.find_room();
        }
        let room = self.room.checked_sub(rows);
        self.room = room.unwrap_or(self.room);
        room.is_some()
    }

    #[cold]
    #[inline(never)]
    fn find_room(&mut self) {
        let greatest = self.cells.iter().map(|cell| Cell::unpacked(*cell).count).max();
        self.room = u32::MAX - greatest.unwrap_or(0);
    }

    fn lane(&self, item: Item) -> Lane {
        let bound = |count: usize| u32::try_from(count).unwrap_or(0);
        if item == Item::Ph {
            return Lane { times: 1, plus: IONS };
        }
        Lane { times: bound(self.shape.width()), plus: bound(self.shape.slot(item)) }
    }

    fn capacity(&self) -> u32 {
        u32::try_from(self.shape.capacity).unwrap_or(0)
    }
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
