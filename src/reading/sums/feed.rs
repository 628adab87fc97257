//! The loop that sums columns: blocks of rows are scaled and checked, then added.
//!
//! Scaling has no branch and tells of a whole block whether all its values are exact. The loop over
//! rows knows nothing of holes: a row without a value adds zero and counts, which is taken back
//! afterwards, and one below a detection limit adds half of it. In a block where values are not
//! exact, impossible or out of place, these are marked and left to the slow way, where each is
//! summed exactly or refused with a reason.

use core::ops::Range;

use crate::bits::Bits;
use crate::reading::mean::ph::IONS_OF_HUNDREDTHS;
use crate::reading::notation::Reading;
use crate::reading::sums::block::{BLOCK, Block, Part, blocks};
use crate::reading::sums::columns::{
    FeedCounts, ItemColumn, LongColumns, PeriodNumber, RefusedRow, WideColumns,
};
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::shape::Cell;
use crate::reading::sums::table::SumTable;
use crate::reading::sums::value::{SumValue, Typed, Values};
use crate::standard::item::Item;

/// In a place: this is a pH, and its hydrogen ions stand elsewhere. There are at most 2³⁰
/// cells.
const IONS: u32 = 1 << 31;

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
        columns.check()?;
        if columns.below_limit.is_some_and(Bits::has_any) {
            self.below.make_room(self.shape)?;
        }
        Ok(match columns.values {
            Values::F64(values) => self.add_long_typed(columns, Typed { values, scale: 0 }),
            Values::I32(values, scale) => self.add_long_typed(columns, Typed { values, scale }),
            Values::I64(values, scale) => self.add_long_typed(columns, Typed { values, scale }),
        })
    }

    fn add_long_typed<P: PeriodNumber, V: SumValue>(
        &mut self,
        columns: &LongColumns<'_, P>,
        column: Typed<'_, V>,
    ) -> FeedCounts {
        let mut fed = FeedCounts::default();
        let mut slots = [0; 256];
        let mut factors = [V::NOT_SUMMED; 256];
        for item in self.shape.items.iter() {
            slots[usize::from(item.number())] = self.slot(item);
            factors[usize::from(item.number())] = V::factor(item, column.scale);
        }
        let steps = self.steps();
        let mut block = Block::new();
        for rows in blocks(columns.rows()) {
            let numbers = &columns.items[rows.clone()];
            let part = Part {
                sections: &columns.sections[rows.clone()],
                periods: &columns.periods[rows.clone()],
                column: column.rows(rows.clone()),
                validity: columns.validity,
                below_limit: columns.below_limit,
                start: rows.start,
                item: None,
            };
            // First, for it brings the columns of the block closest at hand.
            let inside = part.is_inside(self.shape);
            let bits = block.scale(&part, numbers.iter().map(|it| factors[usize::from(*it)]));
            let slots = &slots;
            let place = move |section, period, number| {
                steps.first(section, period).wrapping_add(slots[usize::from(number)])
            };
            let spots = part.sections.iter().zip(part.periods);
            let asked = Asked {
                number: |row: usize| numbers[row],
                factor: |row: usize| factors[usize::from(numbers[row])],
                place: |row: usize| place(part.sections[row], part.periods[row], numbers[row]),
                // Made where it is used, so that the loop keeps all of it at hand.
                places: move || {
                    let rows = spots.zip(numbers);
                    rows.map(move |((section, period), number)| place(*section, *period, *number))
                },
            };
            self.add_part(&mut block, &part, (inside, bits), asked, &mut fed);
        }
        fed
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
        columns.check()?;
        if columns.columns.iter().any(|column| column.below_limit.is_some_and(Bits::has_any)) {
            self.below.make_room(self.shape)?;
        }
        let mut fed = FeedCounts::default();
        let steps = self.steps();
        let mut block = Block::new();
        let mut firsts = [0; BLOCK];
        // All columns of a block, so that its cells are fetched once.
        for rows in blocks(columns.rows()) {
            let sections = &columns.sections[rows.clone()];
            let periods = &columns.periods[rows.clone()];
            for (first, (section, period)) in firsts.iter_mut().zip(sections.iter().zip(periods)) {
                *first = steps.first(*section, *period);
            }
            // The same for all columns.
            let mut inside = None;
            for column in columns.columns {
                let mut wide = WideBlock {
                    sections,
                    periods,
                    column,
                    firsts: &firsts,
                    start: rows.start,
                    inside: &mut inside,
                };
                let rows = rows.clone();
                match column.values {
                    Values::F64(values) => {
                        let typed = Typed { values, scale: 0 }.rows(rows);
                        self.add_column(&mut block, &mut wide, typed, &mut fed);
                    }
                    Values::I32(values, scale) => {
                        let typed = Typed { values, scale }.rows(rows);
                        self.add_column(&mut block, &mut wide, typed, &mut fed);
                    }
                    Values::I64(values, scale) => {
                        let typed = Typed { values, scale }.rows(rows);
                        self.add_column(&mut block, &mut wide, typed, &mut fed);
                    }
                }
            }
        }
        Ok(fed)
    }

    /// Adds one block of one column in wide form.
    #[inline(always)]
    fn add_column<P: PeriodNumber, V: SumValue>(
        &mut self,
        block: &mut Block,
        wide: &mut WideBlock<'_, P>,
        typed: Typed<'_, V>,
        fed: &mut FeedCounts,
    ) {
        let (column, firsts) = (wide.column, wide.firsts);
        let part = Part {
            sections: wide.sections,
            periods: wide.periods,
            column: typed,
            validity: column.validity,
            below_limit: column.below_limit,
            start: wide.start,
            item: Some(column.item),
        };
        let summed = self.shape.items.contains(column.item);
        let (number, slot) = (column.item.number(), self.slot(column.item));
        let factor = if summed { V::factor(column.item, typed.scale) } else { V::NOT_SUMMED };
        let inside = *wide.inside.get_or_insert_with(|| part.is_inside(self.shape));
        let bits = block.scale(&part, core::iter::repeat(factor));
        let asked = Asked {
            number: |_| number,
            factor: |_| factor,
            place: |row: usize| firsts[row].wrapping_add(slot),
            places: || firsts.iter().map(move |first| first.wrapping_add(slot)),
        };
        self.add_part(block, &part, (inside, bits), asked, fed);
    }

    /// Adds a part whose units stand in the block.
    #[inline(always)]
    fn add_part<P: PeriodNumber, V: SumValue, I: Iterator<Item = u32>>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, P, V>,
        (inside, bits): (bool, i64),
        asked: Asked<
            impl Fn(usize) -> u8,
            impl Fn(usize) -> V::Factor,
            impl Fn(usize) -> u32,
            impl FnOnce() -> I,
        >,
        fed: &mut FeedCounts,
    ) {
        let rows = part.column.values.len();
        let clean = inside
            && bits >= 0
            && block.halve(part, &asked.number)
            && self.room.take(rows, bits, &self.cells);
        let mut next = 0;
        if clean {
            // Stops at a pH beyond 14, and at ions that would pass their end.
            next = self.add_clean(asked.places, &block.units[..rows]);
            let missing = block.missing.before(next);
            for row in missing {
                self.take_back((asked.place)(usize::from(*row)));
            }
            let below = block.below.before(next);
            for row in below {
                let (row, place) = (usize::from(*row), (asked.place)(usize::from(*row)) as usize);
                if let Some([_, counts]) = self.cells.get_mut(place) {
                    *counts = counts.wrapping_add(Cell::ONE_BELOW - Cell::ONE);
                }
                self.below.add_at(self.shape, place, block.units[row]);
            }
            fed.used += (next - missing.len()) as u64;
            fed.below += below.len() as u64;
            fed.missing += missing.len() as u64;
        }
        if next < rows {
            let room = clean || self.room.take(rows, 0, &self.cells);
            let bits = block.mark(part, self.shape, room, &asked.number, &asked.factor);
            self.room.take_units(rows, bits);
            self.add_marked(block, part, next..rows, &asked.place, fed);
            for row in (next..rows).filter(|row| block.outside[*row]) {
                self.add_slowly(part, row, (asked.number)(row), fed);
            }
        }
    }

    /// Adds rows until one cannot be added here; how many were. No sum passes its end.
    ///
    /// Each is counted, and those without a value are then [taken back](Self::take_back).
    #[inline(never)]
    fn add_clean<I: Iterator<Item = u32>>(
        &mut self,
        places: impl FnOnce() -> I,
        units: &[i64],
    ) -> usize {
        let spots = Spots::of(self.width());
        let (cells, ions) = (&mut self.cells[..], &mut self.ions[..]);
        for (row, (place, units)) in places().zip(units).enumerate() {
            // Sum and count at once.
            if let Some(cell) = cells.get_mut(place as usize) {
                *cell = [cell[0].wrapping_add(*units), cell[1].wrapping_add(Cell::ONE)];
                continue;
            }
            let place = place ^ IONS;
            let added = add_ions(ions.get_mut(spots.spot(place)), *units);
            let (true, Some([_, counts])) = (added, cells.get_mut(place as usize)) else {
                return row;
            };
            *counts = counts.wrapping_add(Cell::ONE);
        }
        units.len()
    }

    /// Takes back what a row without a value added: it counted, and as a pH it was one of zero.
    fn take_back(&mut self, place: u32) {
        if let Some([_, counts]) = self.cells.get_mut(place as usize) {
            *counts = counts.wrapping_sub(Cell::ONE);
            return;
        }
        let place = place ^ IONS;
        if let Some([_, counts]) = self.cells.get_mut(place as usize) {
            *counts = counts.wrapping_sub(Cell::ONE);
        }
        let spot = Spots::of(self.width()).spot(place);
        if let Some(sum) = self.ions.get_mut(spot) {
            *sum -= IONS_OF_HUNDREDTHS[0];
        }
    }

    /// Adds the rows that are not for the slow way, and marks those that turn out to be.
    #[cold]
    #[inline(never)]
    fn add_marked<P: PeriodNumber, V: SumValue>(
        &mut self,
        block: &mut Block,
        part: &Part<'_, P, V>,
        rows: Range<usize>,
        place_of: &impl Fn(usize) -> u32,
        fed: &mut FeedCounts,
    ) {
        let spots = Spots::of(self.width());
        for row in rows {
            if block.outside[row] {
                continue;
            }
            let units = block.units[row];
            let is_below = part.is_below(row);
            let count = if is_below { Cell::ONE_BELOW } else { Cell::ONE };
            let place = place_of(row);
            let mut added = false;
            if let Some([sum, counts]) = self.cells.get_mut(place as usize) {
                let (total, passed) = sum.overflowing_add(units);
                if !passed {
                    added = true;
                    *sum = total;
                    *counts = counts.wrapping_add(count);
                    if is_below {
                        self.below.add_at(self.shape, place as usize, units);
                    }
                }
            } else {
                let place = place ^ IONS;
                let spot = spots.spot(place);
                if let Some([_, counts]) = self.cells.get_mut(place as usize) {
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
    fn add_slowly<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
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
                    _ => Some(RefusedRow { row, column: part.item, error }),
                };
            }
        }
    }

    fn try_slowly<P: PeriodNumber, V: SumValue>(
        &mut self,
        part: &Part<'_, P, V>,
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
        let value = part.column.values[index];
        if !part.is_valid(index) || value.is_missing() {
            return Ok(false);
        }
        let number = value.decimal(part.column.scale)?;
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
    const fn spot(self, place: u32) -> usize {
        ((place as u128 * self.times as u128) >> Self::SHIFT) as usize
    }
}

/// What is asked of a row: the number of its item, the factor of its value, and its place; and the
/// places of all rows in turn.
struct Asked<N, F, L, I> {
    number: N,
    factor: F,
    place: L,
    places: I,
}

/// One block of one column in wide form, before its type is known.
struct WideBlock<'a, P> {
    sections: &'a [u32],
    periods: &'a [P],
    column: &'a ItemColumn<'a>,
    /// The places of the first item of each row.
    firsts: &'a [u32; BLOCK],
    start: usize,
    /// Whether all rows are in the table, once that is known.
    inside: &'a mut Option<bool>,
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
        const END: u32 = 1 << 30;
        for width in 1..=64 {
            let spots = Spots::of(width);
            let multiples = (1..1_000).chain(END / width - 1_000..=END / width);
            let near = multiples.flat_map(|spot| [spot * width - 1, spot * width]);
            for place in near.chain([0, END - 1]).filter(|place| *place < END) {
                assert_eq!(spots.spot(place), (place / width) as usize, "{place} by {width}");
            }
        }
    }
}
