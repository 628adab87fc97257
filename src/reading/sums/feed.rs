//! The loop that sums columns: blocks of rows are scaled and checked, then added.
//!
//! Scaling has no branch and tells of a whole block whether all its values are exact. The loop over
//! rows knows nothing of holes: a row without a value falls into a spare cell, which is emptied after
//! each block, and one below a detection limit adds half of it. In a block where values are not
//! exact, impossible or out of place, these are marked and left to the slow way, where each is
//! summed exactly or refused with a reason.

use core::ops::Range;

use crate::bits::Bits;
use crate::cpu::{self, CpuLevel, KnownLevel};
use crate::reading::mean::ph::IONS_OF_HUNDREDTHS;
use crate::reading::notation::Reading;
use crate::reading::possible::Kind;
use crate::reading::sums::block::{
    BLOCK, Block, FindPlaces, Part, Periods, Prepare, Rows, Slot, Slots, ask_ahead, blocks,
    cell_index, periods_of,
};
use crate::reading::sums::columns::{
    FeedCounts, ItemColumn, LongColumns, PeriodNumber, RefusedRow, WideColumns,
};
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::shape::Cell;
use crate::reading::sums::table::SumTable;
use crate::reading::sums::value::{SumValue, Typed, Values};
use crate::standard::item::Item;

/// In a place: this is a pH, and its hydrogen ions stand elsewhere. There are at most 2³⁰
/// cells and the spare one.
const IONS: i64 = 1 << 31;

impl SumTable {
    /// Adds readings in long form; rows that cannot be used are counted, all others are added.
    ///
    /// # Errors
    /// When the columns differ in length, or integers have a scale above 18; nothing is added
    /// then.
    pub fn add_long<P: PeriodNumber>(
        &mut self,
        columns: &LongColumns<'_, P>,
    ) -> Result<FeedCounts, SumTableError> {
        self.add_long_at(columns, CpuLevel::detect())
    }

    pub(crate) fn add_long_at<P: PeriodNumber>(
        &mut self,
        columns: &LongColumns<'_, P>,
        level: CpuLevel,
    ) -> Result<FeedCounts, SumTableError> {
        columns.check()?;
        if columns.below_limit.is_some_and(Bits::has_any) {
            self.below.make_room(self.shape)?;
        }
        let LongColumns { sections, periods, items, values, validity, below_limit } = *columns;
        let periods = &periods_of(periods);
        let rows = LongRows { sections, periods, items, validity, below_limit };
        Ok(self.add_rows(&rows, values, level))
    }

    fn add_rows(&mut self, rows: &LongRows<'_>, values: Values<'_>, level: CpuLevel) -> FeedCounts {
        let feed = Feed::new(level);
        match values {
            Values::F64(values) => self.add_long_typed(feed, rows, Typed { values, scale: 0 }),
            Values::I32(values, scale) => self.add_long_typed(feed, rows, Typed { values, scale }),
            Values::I64(values, scale) => self.add_long_typed(feed, rows, Typed { values, scale }),
        }
    }

    fn add_long_typed<'a, V: SumValue>(
        &mut self,
        mut feed: Feed<'a>,
        long: &LongRows<'a>,
        column: Typed<'a, V>,
    ) -> FeedCounts {
        let slots = self.slots(column.scale);
        let mut factors = [V::NOT_SUMMED; BLOCK];
        let LongRows { validity, below_limit, .. } = *long;
        for rows in blocks(long.sections.len()) {
            feed.rows.take(&rows, long.sections, long.periods);
            ask_ahead(long.items, &rows);
            ask_ahead(column.values, &rows);
            self.find_places(&mut feed);
            let part =
                Part { column: column.rows(rows.clone()), validity, below_limit, item: None };
            let numbers = &long.items[rows];
            let slots = Slots::Each { numbers, slots: &slots, factors: &mut factors };
            self.add_part(&mut feed, &part, slots);
        }
        feed.fed
    }

    /// Adds readings in wide form; values that cannot be used are counted, all others added.
    ///
    /// # Errors
    /// When the columns differ in length, two are of one item, or integers have a scale above 18;
    /// nothing is added then.
    pub fn add_wide<P: PeriodNumber>(
        &mut self,
        columns: &WideColumns<'_, P>,
    ) -> Result<FeedCounts, SumTableError> {
        self.add_wide_at(columns, CpuLevel::detect())
    }

    pub(crate) fn add_wide_at<P: PeriodNumber>(
        &mut self,
        columns: &WideColumns<'_, P>,
        level: CpuLevel,
    ) -> Result<FeedCounts, SumTableError> {
        columns.check()?;
        if columns.columns.iter().any(|column| column.below_limit.is_some_and(Bits::has_any)) {
            self.below.make_room(self.shape)?;
        }
        let WideColumns { sections, periods, columns } = *columns;
        Ok(self.add_columns((sections, &periods_of(periods)), columns, level))
    }

    fn add_columns(
        &mut self,
        (sections, periods): (&[u32], Periods<'_>),
        columns: &[ItemColumn<'_>],
        level: CpuLevel,
    ) -> FeedCounts {
        let mut feed = Feed::new(level);
        // All columns of a block, so that its cells are fetched once.
        for rows in blocks(sections.len()) {
            feed.rows.take(&rows, sections, periods);
            self.find_places(&mut feed);
            for column in columns {
                self.add_column(&mut feed, column, rows.clone());
            }
        }
        feed.fed
    }

    fn find_places(&self, feed: &mut Feed<'_>) {
        let (rows, shape) = (&mut feed.rows, self.shape);
        let period_step = u32::try_from(shape.capacity).unwrap_or(0).wrapping_mul(self.width());
        cpu::run(FindPlaces { rows, shape, section_step: self.width(), period_step }, feed.level);
    }

    /// Adds one block of one column in wide form.
    fn add_column<'a>(&mut self, feed: &mut Feed<'a>, column: &ItemColumn<'a>, rows: Range<usize>) {
        match column.values {
            Values::F64(values) => self.add_typed(feed, column, Typed { values, scale: 0 }, rows),
            Values::I32(values, scale) => {
                self.add_typed(feed, column, Typed { values, scale }, rows);
            }
            Values::I64(values, scale) => {
                self.add_typed(feed, column, Typed { values, scale }, rows);
            }
        }
    }

    fn add_typed<'a, V: SumValue>(
        &mut self,
        feed: &mut Feed<'a>,
        column: &ItemColumn<'a>,
        values: Typed<'a, V>,
        rows: Range<usize>,
    ) {
        ask_ahead(values.values, &rows);
        let slot = self.slot(column.item, values.scale);
        let ItemColumn { item, validity, below_limit, .. } = *column;
        let part = Part { column: values.rows(rows), validity, below_limit, item: Some(item) };
        self.add_part(feed, &part, Slots::One(item.number(), slot));
    }

    /// Adds a part of a column.
    fn add_part<'a, V: SumValue>(
        &mut self,
        feed: &mut Feed<'a>,
        part: &Part<'a, V>,
        mut slots: Slots<'_, V>,
    ) {
        let Feed { rows, block, fed, level } = feed;
        let count = part.column.values.len();
        // There are at most 2³⁰ cells and the spare one.
        let spare = i64::try_from(self.cells.len()).unwrap_or(i64::MAX) - 1;
        let halves = self.below.units();
        let bits =
            cpu::run(Prepare { block, part, rows, slots: &mut slots, spare, halves }, *level);
        let clean = rows.inside && bits >= 0 && self.room.take(count, bits, &self.cells);
        let mut next = 0;
        if clean {
            // Stops at a pH beyond 14, and at ions that would pass their end.
            next = self.add_clean(&block.places[..count], &block.units[..count]);
            let below = block.below.before(next);
            for row in below {
                let row = usize::from(*row);
                let place = cell_index(block.places[row]);
                if let Some([_, counts]) = self.cells.get_mut(place) {
                    *counts = counts.wrapping_add(Cell::ONE_BELOW - Cell::ONE);
                }
                self.below.add_at(self.shape, place, block.units[row]);
            }
            // Rows without a value may have the bit of a detection limit too: they are counted in the
            // spare cell, and taken off here.
            let missing = Cell::unpacked(self.cells.last_mut().map_or([0; 2], core::mem::take));
            fed.used += next as u64 - u64::from(missing.count);
            fed.below += below.len() as u64 - u64::from(missing.below);
            fed.missing += u64::from(missing.count);
        }
        if next < count {
            let room = clean || self.room.take(count, 0, &self.cells);
            let bits = block.mark(part, rows, &slots, self.shape, room);
            self.room.take_units(count, bits);
            self.add_marked(block, part, rows, next..count, fed);
            for row in (next..count).filter(|row| block.outside[*row]) {
                self.add_slowly(part, rows, row, slots.number(row), fed);
            }
        }
    }

    /// Adds rows until one cannot be added here; how many were. No sum passes its end.
    ///
    /// Those without a value are counted in the spare cell.
    #[inline(never)]
    fn add_clean(&mut self, places: &[i64], units: &[i64]) -> usize {
        let spots = Spots::of(self.width());
        let (cells, ions) = (&mut self.cells[..], &mut self.ions[..]);
        for (row, (place, units)) in places.iter().zip(units).enumerate() {
            // Sum and count at once.
            if let Some(cell) = cells.get_mut(cell_index(*place)) {
                *cell = [cell[0].wrapping_add(*units), cell[1].wrapping_add(Cell::ONE)];
                continue;
            }
            let place = cell_index(*place ^ IONS);
            let added = add_ions(ions.get_mut(spots.spot(place)), *units);
            let (true, Some([_, counts])) = (added, cells.get_mut(place)) else {
                return row;
            };
            *counts = counts.wrapping_add(Cell::ONE);
        }
        units.len()
    }

    /// Adds the rows that are not for the slow way, and marks those that turn out to be.
    #[cold]
    #[inline(never)]
    fn add_marked<V: SumValue>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, V>,
        rows: &Rows<'_>,
        range: Range<usize>,
        fed: &mut FeedCounts,
    ) {
        let spots = Spots::of(self.width());
        for row in range {
            if block.outside[row] {
                continue;
            }
            let units = block.units[row];
            let is_below = part.is_below(rows.start + row);
            let count = if is_below { Cell::ONE_BELOW } else { Cell::ONE };
            let place = block.places[row];
            let mut added = false;
            if let Some([sum, counts]) = self.cells.get_mut(cell_index(place)) {
                let (total, passed) = sum.overflowing_add(units);
                if !passed {
                    added = true;
                    *sum = total;
                    *counts = counts.wrapping_add(count);
                    if is_below {
                        self.below.add_at(self.shape, cell_index(place), units);
                    }
                }
            } else {
                let place = cell_index(place ^ IONS);
                let spot = spots.spot(place);
                if let Some([_, counts]) = self.cells.get_mut(place) {
                    added = add_ions(self.ions.get_mut(spot), units);
                    *counts = counts.wrapping_add(if added { count } else { 0 });
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
    fn add_slowly<V: SumValue>(
        &mut self,
        part: &Part<'_, V>,
        rows: &Rows<'_>,
        index: usize,
        number: u8,
        fed: &mut FeedCounts,
    ) {
        let row = rows.start + index;
        match self.try_slowly(part, rows, index, number) {
            Ok(true) => {
                fed.used += 1;
                fed.below += u64::from(part.is_below(row));
            }
            Ok(false) => fed.missing += 1,
            Err(error) => {
                fed.refused += 1;
                fed.first_refused = match fed.first_refused {
                    Some(first) if first.row <= row => Some(first),
                    _ => Some(RefusedRow { row, column: part.item, error }),
                };
            }
        }
    }

    fn try_slowly<V: SumValue>(
        &mut self,
        part: &Part<'_, V>,
        rows: &Rows<'_>,
        index: usize,
        number: u8,
    ) -> Result<bool, SumTableError> {
        let place = usize::from(number).checked_sub(1);
        let Some(item) = place.and_then(|place| Item::ALL.get(place).copied()) else {
            return Err(SumTableError::NoSuchItem { number });
        };
        let (row, section) = (rows.start + index, rows.sections[index] as usize);
        let period = rows.periods[index] as usize;
        self.shape.key(section, period, item)?;
        let value = part.column.values[index];
        if !part.is_valid(row) || value.is_missing() {
            return Ok(false);
        }
        let number = value.decimal(part.column.scale)?;
        let below = part.is_below(row);
        let reading = if below { Reading::Below(number) } else { Reading::Value(number) };
        self.add_reading(section, period, item, &reading)
    }

    /// What the items of a table are to it, by number.
    fn slots<V: SumValue>(&self, scale: u8) -> [Slot<V>; 256] {
        let mut slots = [Slot::NOT_SUMMED; 256];
        for item in self.shape.items.iter() {
            slots[usize::from(item.number())] = self.slot(item, scale);
        }
        slots
    }

    fn slot<V: SumValue>(&self, item: Item, scale: u8) -> Slot<V> {
        if !self.shape.items.contains(item) {
            return Slot::NOT_SUMMED;
        }
        let place = i64::try_from(self.shape.slot(item)).unwrap_or(0);
        let place = if item == Item::Ph { place | IONS } else { place };
        let can_be_below = Kind::of(item) == Kind::Amount;
        Slot { factor: V::factor(item, scale), place, can_be_below }
    }

    /// The number of items, which nobody divides by where there are none.
    fn width(&self) -> u32 {
        u32::try_from(self.shape.width()).map_or(1, |width| width.max(1))
    }
}

/// Columns in long form but for the values, whatever the type of their periods.
struct LongRows<'a> {
    sections: &'a [u32],
    periods: Periods<'a>,
    items: &'a [u8],
    validity: Option<Bits<'a>>,
    below_limit: Option<Bits<'a>>,
}

/// What columns are fed through, block by block.
struct Feed<'a> {
    rows: Rows<'a>,
    block: Block,
    fed: FeedCounts,
    level: KnownLevel,
}

impl Feed<'_> {
    fn new(level: CpuLevel) -> Self {
        let (rows, fed) = (Rows::new(), FeedCounts::default());
        Self { rows, block: Block::new(), fed, level: level.known() }
    }
}

/// From the place of a cell to that of its section and period: divides by the number of items.
#[derive(Clone, Copy)]
struct Spots {
    /// A little more than 2⁶³ over that number.
    times: u64,
}

impl Spots {
    const SHIFT: u32 = 63;

    /// Of so many items, at least one.
    const fn of(width: u32) -> Self {
        Self { times: (1 << Self::SHIFT) / width as u64 + 1 }
    }

    /// Exact: what the factor is too great by is at most one part in 2⁶³ for each item; with places
    /// below 2³⁰, that does not reach one.
    #[inline(always)]
    const fn spot(self, place: usize) -> usize {
        ((place as u128 * self.times as u128) >> Self::SHIFT) as usize
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

#[cfg(test)]
mod tests {
    use super::Spots;

    /// On both sides of each multiple that is near an end, for as many items as there can be.
    #[test]
    fn places_are_divided_by_the_number_of_items() {
        const END: usize = 1 << 30;
        for items in 1..=64 {
            let spots = Spots::of(items);
            let width = items as usize;
            let multiples = (1..1_000).chain(END / width - 1_000..=END / width);
            let near = multiples.flat_map(|spot| [spot * width - 1, spot * width]);
            for place in near.chain([0, END - 1]).filter(|place| *place < END) {
                assert_eq!(spots.spot(place), place / width, "{place} by {width}");
            }
        }
    }
}
