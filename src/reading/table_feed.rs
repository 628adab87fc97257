//! The loop that sums columns: blocks of rows are scaled and checked, then added.
//!
//! Scaling has no branch and tells of a whole block whether all its values are exact. In a block
//! where some are not, or are missing, impossible or out of place, these are marked and left to
//! the slow way, where each is summed exactly, counted as missing, or refused with a reason.

use core::ops::Range;

use crate::bits::Bits;
use crate::number::decimal::Decimal;
use crate::reading::float_units::{power, to_units};
use crate::reading::notation::Reading;
use crate::reading::table::{Cell, Shape, SumTable};
use crate::reading::table_columns::{Fed, LongColumns, RefusedRow, WideColumns};
use crate::reading::table_error::SumTableError;
use crate::standard::item::Item;

const BLOCK: usize = 256;

/// The slot of an item that is not summed.
const NO_SLOT: u8 = u8::MAX;

/// One block of rows between the two loops.
struct Block {
    powers: [f64; BLOCK],
    units: [i64; BLOCK],
    /// Rows for the slow way.
    outside: [bool; BLOCK],
    below: [bool; BLOCK],
}

/// The columns of a block, or one item's column of it.
struct Part<'a, P> {
    sections: &'a [u32],
    periods: &'a [P],
    values: &'a [f64],
    validity: Option<Bits<'a>>,
    below_limit: Option<Bits<'a>>,
    /// The row of the first of them.
    start: usize,
    column: Option<Item>,
}

impl SumTable {
    /// Adds readings in long form; rows that cannot be used are counted, all others are added.
    ///
    /// # Errors
    /// When the columns differ in length; nothing is added then.
    pub fn add_long<P: Copy + Into<u32>>(
        &mut self,
        columns: &LongColumns<'_, P>,
    ) -> Result<Fed, SumTableError> {
        columns.check()?;
        let mut fed = Fed::default();
        let mut powers = [f64::NAN; 256];
        let mut slots = [NO_SLOT; 256];
        for (slot, item) in (0..).zip(self.shape.items.iter()) {
            powers[usize::from(item.number())] = power(item);
            slots[usize::from(item.number())] = slot;
        }
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
            for (power, number) in block.powers.iter_mut().zip(numbers) {
                *power = powers[usize::from(*number)];
            }
            let slot_of = |row: usize| slots[usize::from(numbers[row])];
            self.add_part(&mut block, &part, slot_of, |row| numbers[row], &mut fed);
        }
        Ok(fed)
    }

    /// Adds readings in wide form; values that cannot be used are counted, all others added.
    ///
    /// # Errors
    /// When the columns differ in length; nothing is added then.
    pub fn add_wide<P: Copy + Into<u32>>(
        &mut self,
        columns: &WideColumns<'_, P>,
    ) -> Result<Fed, SumTableError> {
        columns.check()?;
        let mut fed = Fed::default();
        let mut block = Block::new();
        // All columns of a block, so that its cells are fetched once.
        for rows in blocks(columns.rows()) {
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
                let power = if summed { power(column.item) } else { f64::NAN };
                let slot = u8::try_from(self.shape.slot(column.item)).unwrap_or(NO_SLOT);
                block.powers[..rows.len()].fill(power);
                let number = column.item.number();
                self.add_part(&mut block, &part, |_| slot, |_| number, &mut fed);
            }
        }
        Ok(fed)
    }

    /// Adds a part whose powers stand in the block.
    #[inline(always)]
    fn add_part<P: Copy + Into<u32>>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, P>,
        slot_of: impl Fn(usize) -> u8,
        number_of: impl Fn(usize) -> u8,
        fed: &mut Fed,
    ) {
        let rows = part.values.len();
        let mut clean = block.scale(part.values);
        clean &= part.is_inside(self.shape);
        let has_bits = part.validity.is_some() || part.below_limit.is_some();
        let listed = if clean && !has_bits && self.has_room(rows) {
            self.add_fast::<false, P>(block, part, &slot_of, fed)
        } else {
            let room = self.has_room(rows);
            block.mark(part, self.shape, room, self.ion_slot(), &slot_of);
            self.add_fast::<true, P>(block, part, &slot_of, fed)
        };
        if listed {
            for row in (0..rows).filter(|row| block.outside[*row]) {
                self.add_slowly(part, row, number_of(row), fed);
            }
            block.outside = [false; BLOCK];
        }
    }

    /// Adds the rows of a block that are not outside; whether some are for the slow way.
    #[inline(always)]
    fn add_fast<const MARKED: bool, P: Copy + Into<u32>>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, P>,
        slot_of: &impl Fn(usize) -> u8,
        fed: &mut Fed,
    ) -> bool {
        let (width, capacity) = (self.shape.width(), self.shape.capacity);
        let ion_slot = self.ion_slot().unwrap_or(usize::MAX);
        let (cells, ions) = (&mut self.cells[..], &mut self.ions[..]);
        let known_ions = self.cache.hundredths();
        let (mut listed, mut below) = (0_u64, 0_u64);
        let rows = part.sections.iter().zip(part.periods);
        let rows = rows.zip(block.units.iter().zip(&mut block.outside).zip(&block.below));
        for (row, ((section, period), ((units, outside), is_below))) in rows.enumerate() {
            if MARKED && *outside {
                listed += 1;
                continue;
            }
            let period: u32 = (*period).into();
            let (section, period) = (*section as usize, period as usize);
            let slot = usize::from(slot_of(row));
            let Some([sum, counts]) =
                cells.get_mut(period * (capacity * width) + section * width + slot)
            else {
                continue;
            };
            let is_below = MARKED && *is_below;
            let added = if slot == ion_slot {
                add_ions(ions.get_mut(period * capacity + section), known_ions, *units)
            } else {
                let halves = if is_below { *units } else { *units << 1 };
                let (total, passed) = sum.overflowing_add(halves);
                if !passed {
                    *sum = total;
                }
                !passed
            };
            if added {
                *counts += if is_below { Cell::ONE_BELOW } else { Cell::ONE };
                below += u64::from(is_below);
            } else {
                *outside = true;
                listed += 1;
            }
        }
        fed.used += part.values.len() as u64 - listed;
        fed.below += below;
        listed > 0
    }

    /// Sums a value exactly by its shortest text, or says why it is none.
    #[cold]
    #[inline(never)]
    fn add_slowly<P: Copy + Into<u32>>(
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

    fn try_slowly<P: Copy + Into<u32>>(
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
    fn has_room(&mut self, rows: usize) -> bool {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        if self.room < rows {
            let greatest = self.cells.iter().map(|cell| Cell::unpacked(*cell).count).max().unwrap_or(0);
            self.room = u32::MAX - greatest;
        }
        if let Some(room) = self.room.checked_sub(rows) {
            self.room = room;
            return true;
        }
        false
    }
}

impl Block {
    const fn new() -> Self {
        Self {
            powers: [0.0; BLOCK],
            units: [0; BLOCK],
            outside: [false; BLOCK],
            below: [false; BLOCK],
        }
    }

    /// Scales values by the powers of the block; whether all are exact.
    #[inline(always)]
    fn scale(&mut self, values: &[f64]) -> bool {
        let mut clean = true;
        for ((value, power), slot) in values.iter().zip(&self.powers).zip(&mut self.units) {
            let (units, exact) = to_units(*value, *power);
            *slot = units;
            clean &= exact;
        }
        clean
    }

    /// Marks the rows for the slow way, and those below a detection limit.
    #[cold]
    #[inline(never)]
    fn mark<P: Copy + Into<u32>>(
        &mut self,
        part: &Part<'_, P>,
        shape: Shape,
        room: bool,
        ion_slot: Option<usize>,
        slot_of: &impl Fn(usize) -> u8,
    ) {
        for (row, value) in part.values.iter().enumerate() {
            let (units, exact) = to_units(*value, self.powers[row]);
            let period: u32 = part.periods[row].into();
            let inside =
                (part.sections[row] as usize) < shape.sections && (period as usize) < shape.periods;
            let below = part.is_below(row);
            // A detection limit of zero, or of pH, is refused with a reason.
            let no_limit = below && (units == 0 || Some(usize::from(slot_of(row))) == ion_slot);
            let warm = below && shape.items.contains(Item::WaterTemperature);
            self.below[row] = below;
            self.outside[row] =
                !(room && exact && inside && part.is_valid(row)) || no_limit || warm;
        }
    }
}

impl<P: Copy + Into<u32>> Part<'_, P> {
    /// Whether all sections and periods are in the table.
    #[inline(always)]
    fn is_inside(&self, shape: Shape) -> bool {
        let bound = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (sections, periods) = (bound(shape.sections), bound(shape.periods));
        let mut inside = true;
        for section in self.sections {
            inside &= *section < sections;
        }
        for period in self.periods {
            inside &= (*period).into() < periods;
        }
        inside
    }

    fn is_valid(&self, index: usize) -> bool {
        self.validity.is_none_or(|bits| bits.get(self.start + index) == Some(true))
    }

    fn is_below(&self, index: usize) -> bool {
        self.below_limit.is_some_and(|bits| bits.get(self.start + index) == Some(true))
    }
}

/// Adds the ions of a pH in hundredths; whether they are known and the sum did not pass its end.
#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "hundredths from 0 to 2⁵⁰; beyond the table there are no ions"
)]
fn add_ions(sum: Option<&mut u128>, known: &[u128], hundredths: i64) -> bool {
    let (Some(sum), Some(ions)) = (sum, known.get(hundredths as usize)) else { return false };
    let (total, passed) = sum.overflowing_add(*ions);
    if passed || *ions == 0 {
        return false;
    }
    *sum = total;
    true
}

/// The rows of each block.
fn blocks(rows: usize) -> impl Iterator<Item = Range<usize>> {
    (0..rows).step_by(BLOCK).map(move |start| start..(start + BLOCK).min(rows))
}
