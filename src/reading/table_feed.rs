//! The loop that sums columns: blocks of rows are scaled and checked, then added.
//!
//! Scaling has no branch: a row that is not exact, impossible, out of place or without a value
//! gets a place outside the table. Adding finds it there and leaves it to the slow way, where
//! the row is summed exactly, counted as missing, or refused with a reason.

use core::ops::Range;

use crate::bits::Bits;
use crate::number::decimal::Decimal;
use crate::reading::float_units::Domain;
use crate::reading::notation::Reading;
use crate::reading::table::{Beside, SumTable, carry_of};
use crate::reading::table_columns::{Fed, ItemColumn, LongColumns, RefusedRow, WideColumns};
use crate::reading::table_error::SumTableError;
use crate::standard::item::Item;

const BLOCK: usize = 256;

/// A place that no table has.
const OUTSIDE: u64 = u64::MAX;

/// Added to the slot of pH, so that it is found outside the cells.
const IONS: u32 = 1 << 31;

/// One block of rows between the two loops.
struct Block {
    /// Section and period in the upper half, the item's slot in the lower.
    places: [u64; BLOCK],
    units: [i64; BLOCK],
    below: [bool; BLOCK],
}

/// What the loop must know of an item: its domain and its place among the items.
#[derive(Clone, Copy)]
struct Lane {
    domain: Domain,
    slot: u32,
    /// Whether it can be below a detection limit.
    has_limit: bool,
}

impl Lane {
    /// An item that is not summed.
    const NONE: Self = Self { domain: Domain::EMPTY, slot: 0, has_limit: false };
}

/// One value for the slow way.
struct Row {
    row: usize,
    section: usize,
    period: usize,
    number: u8,
    value: f64,
    valid: bool,
    below: bool,
}

/// The bounds of sections and periods; there are at most 2³¹ cells, so both fit.
#[derive(Clone, Copy)]
struct Bounds {
    sections: u32,
    periods: u32,
}

impl Bounds {
    #[inline(always)]
    fn place(self, section: u32, period: u32, slot: u32, exact: bool) -> u64 {
        let inside = exact & (section < self.sections) & (period < self.periods);
        let spot = section.wrapping_mul(self.periods).wrapping_add(period);
        let place = u64::from(spot) << 32 | u64::from(slot);
        if inside { place } else { OUTSIDE }
    }
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
        let mut lanes = [Lane::NONE; 256];
        for item in self.shape.items.iter() {
            lanes[usize::from(item.number())] = self.lane(item);
        }
        let bounds = self.bounds();
        let mut block = Block::new();
        let (validity, below_limit) = (columns.validity, columns.below_limit);
        for rows in blocks(columns.rows()) {
            let places = columns.sections[rows.clone()].iter().zip(&columns.periods[rows.clone()]);
            let values = columns.items[rows.clone()].iter().zip(&columns.values[rows.clone()]);
            let slots = block.places.iter_mut().zip(&mut block.units);
            for ((place, units), ((section, period), (number, value))) in
                slots.zip(places.zip(values))
            {
                let lane = &lanes[usize::from(*number)];
                let (scaled, exact) = lane.domain.units(*value);
                *place = bounds.place(*section, (*period).into(), lane.slot, exact);
                *units = scaled;
            }
            let lane_of = |row: usize| &lanes[usize::from(columns.items[row])];
            block.mark(&rows, validity, below_limit, lane_of);
            self.add_block(&block, &rows, below_limit.is_some(), &mut fed, |table, row, fed| {
                let value = Row {
                    row,
                    section: columns.sections[row] as usize,
                    period: columns.periods[row].into() as usize,
                    number: columns.items[row],
                    value: columns.values[row],
                    valid: is_valid(validity, row),
                    below: is_below(below_limit, row),
                };
                table.add_slowly(&value, None, fed);
            });
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
                self.add_column(columns, column, &rows, &mut block, &mut fed);
            }
        }
        Ok(fed)
    }

    fn add_column<P: Copy + Into<u32>>(
        &mut self,
        columns: &WideColumns<'_, P>,
        column: &ItemColumn<'_>,
        rows: &Range<usize>,
        block: &mut Block,
        fed: &mut Fed,
    ) {
        let lane = match self.shape.items.contains(column.item) {
            true => self.lane(column.item),
            false => Lane::NONE,
        };
        let bounds = self.bounds();
        let places = columns.sections[rows.clone()].iter().zip(&columns.periods[rows.clone()]);
        let slots = block.places.iter_mut().zip(&mut block.units);
        for ((place, units), ((section, period), value)) in
            slots.zip(places.zip(&column.values[rows.clone()]))
        {
            let (scaled, exact) = lane.domain.units(*value);
            *place = bounds.place(*section, (*period).into(), lane.slot, exact);
            *units = scaled;
        }
        let (validity, below_limit) = (column.validity, column.below_limit);
        block.mark(rows, validity, below_limit, |_| &lane);
        self.add_block(block, rows, below_limit.is_some(), fed, |table, row, fed| {
            let value = Row {
                row,
                section: columns.sections[row] as usize,
                period: columns.periods[row].into() as usize,
                number: column.item.number(),
                value: column.values[row],
                valid: is_valid(validity, row),
                below: is_below(below_limit, row),
            };
            table.add_slowly(&value, Some(column.item), fed);
        });
    }

    /// Adds a block; what stands outside goes the slow way after it.
    fn add_block(
        &mut self,
        block: &Block,
        rows: &Range<usize>,
        with_below: bool,
        fed: &mut Fed,
        mut slowly: impl FnMut(&mut Self, usize, &mut Fed),
    ) {
        let mut outside = [0_u16; BLOCK];
        let count = if self.has_room(rows.len()) {
            if with_below {
                self.add_fast::<true>(block, rows.len(), &mut outside, fed)
            } else {
                self.add_fast::<false>(block, rows.len(), &mut outside, fed)
            }
        } else {
            for (index, row) in outside.iter_mut().zip(0..) {
                *index = row;
            }
            rows.len()
        };
        for row in &outside[..count] {
            slowly(self, rows.start + usize::from(*row), fed);
        }
    }

    /// Adds the rows of a block that have a place, and lists the others.
    #[inline(always)]
    fn add_fast<const BELOW: bool>(
        &mut self,
        block: &Block,
        rows: usize,
        outside: &mut [u16; BLOCK],
        fed: &mut Fed,
    ) -> usize {
        let width = self.shape.width();
        let Self { cells, ions, beside, cache, .. } = self;
        let mut carry = |place: usize, by: i64| {
            let entry = beside.entry(place).or_default();
            entry.carry += by;
            if *entry == Beside::default() {
                beside.remove(&place);
            }
        };
        let (mut listed, mut below) = (0, 0);
        fed.used += rows as u64;
        let rows = block.places[..rows].iter().zip(&block.units).zip(&block.below);
        for (row, ((place, units), is_below)) in (0..).zip(rows) {
            #[expect(clippy::cast_possible_truncation, reason = "splits a place into its halves")]
            let (spot, slot) = ((place >> 32) as usize, *place as u32);
            let index = spot * width + slot as usize;
            if let Some(cell) = cells.get_mut(index) {
                let halves = if BELOW && *is_below { *units } else { *units << 1 };
                let (sum, passed) = cell.sum.overflowing_add(halves);
                cell.sum = sum;
                cell.count += 1;
                if BELOW {
                    cell.below += u32::from(*is_below);
                    below += u64::from(*is_below);
                }
                if passed {
                    carry(index, carry_of(passed, halves));
                }
            } else if *place != OUTSIDE {
                let index = index - IONS as usize;
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "thousandths of a pH from 0 to 14"
                )]
                let value = cache.ions(*units as usize);
                if let (Some(sum), Some(cell)) = (ions.get_mut(spot), cells.get_mut(index)) {
                    let (total, passed) = sum.overflowing_add(value);
                    *sum = total;
                    cell.count += 1;
                    if passed {
                        carry(index, 1);
                    }
                }
            } else {
                outside[listed & (BLOCK - 1)] = row;
                listed += 1;
            }
        }
        fed.used -= listed as u64;
        fed.below += below;
        listed
    }

    /// Sums a value exactly by its shortest text, or says why it is none.
    #[cold]
    fn add_slowly(&mut self, row: &Row, column: Option<Item>, fed: &mut Fed) {
        match self.try_slowly(row) {
            Ok(true) => {
                fed.used += 1;
                fed.below += u64::from(row.below);
            }
            Ok(false) => fed.missing += 1,
            Err(error) => {
                fed.refused += 1;
                let refused = RefusedRow { row: row.row, column, error };
                fed.first_refused = match fed.first_refused {
                    Some(first) if first.row <= row.row => Some(first),
                    _ => Some(refused),
                };
            }
        }
    }

    fn try_slowly(&mut self, row: &Row) -> Result<bool, SumTableError> {
        let places = usize::from(row.number).checked_sub(1);
        let Some(item) = places.and_then(|index| Item::ALL.get(index).copied()) else {
            return Err(SumTableError::NoSuchItem { number: row.number });
        };
        self.shape.cell(row.section, row.period, item)?;
        if !row.valid || row.value.is_nan() {
            return Ok(false);
        }
        let number = Decimal::try_from(row.value)?;
        let reading = if row.below { Reading::Below(number) } else { Reading::Value(number) };
        self.add_reading(row.section, row.period, item, &reading)
    }

    /// Whether no count can pass its end while a block is added.
    fn has_room(&mut self, rows: usize) -> bool {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        if self.room < rows {
            let greatest = self.cells.iter().map(|cell| cell.count).max().unwrap_or(0);
            self.room = u32::MAX - greatest;
        }
        if let Some(room) = self.room.checked_sub(rows) {
            self.room = room;
            return true;
        }
        false
    }

    fn lane(&self, item: Item) -> Lane {
        let slot = u32::try_from(self.shape.slot(item)).unwrap_or(0);
        let outside = if item == Item::Ph { IONS } else { 0 };
        let has_limit = !matches!(item, Item::Ph | Item::WaterTemperature);
        Lane { domain: Domain::of(item), slot: slot + outside, has_limit }
    }

    fn bounds(&self) -> Bounds {
        let bound = |count: usize| u32::try_from(count).unwrap_or(0);
        Bounds { sections: bound(self.shape.sections), periods: bound(self.shape.periods) }
    }
}

impl Block {
    const fn new() -> Self {
        Self { places: [OUTSIDE; BLOCK], units: [0; BLOCK], below: [false; BLOCK] }
    }

    /// Puts rows without a value outside, and marks those below a detection limit.
    fn mark<'a>(
        &mut self,
        rows: &Range<usize>,
        validity: Option<Bits<'_>>,
        below_limit: Option<Bits<'_>>,
        lane_of: impl Fn(usize) -> &'a Lane,
    ) {
        if validity.is_none() && below_limit.is_none() {
            return;
        }
        let slots = self.places.iter_mut().zip(&self.units).zip(&mut self.below);
        for (row, ((place, units), below)) in rows.clone().zip(slots) {
            *below = is_below(below_limit, row);
            let no_limit = *below && (*units == 0 || !lane_of(row).has_limit);
            if no_limit || !is_valid(validity, row) {
                *place = OUTSIDE;
            }
        }
    }
}

/// The rows of each block.
fn blocks(rows: usize) -> impl Iterator<Item = Range<usize>> {
    (0..rows).step_by(BLOCK).map(move |start| start..(start + BLOCK).min(rows))
}

fn is_valid(validity: Option<Bits<'_>>, row: usize) -> bool {
    validity.is_none_or(|bits| bits.get(row) == Some(true))
}

fn is_below(below_limit: Option<Bits<'_>>, row: usize) -> bool {
    below_limit.is_some_and(|bits| bits.get(row) == Some(true))
}
