//! The rows of a year of each section or point, and the results that are no value and enter no sum:
//! not detected without a limit, or above the measuring range.

use std::collections::HashMap;

use gb3838::batch::TextTable;
use gb3838::{Item, Missing, Reading};

/// The rows of a year by the places of sections and points in its sums.
#[derive(Debug, Default)]
pub struct Rows {
    of_place: Vec<u32>,
    not_detected: HashMap<(usize, Item), u32>,
    above_range: HashMap<(usize, Item), u32>,
}

impl Rows {
    /// Counts a row that is used.
    pub(crate) fn add(&mut self, place: usize) {
        if place >= self.of_place.len() {
            self.of_place.resize(place + 1, 0);
        }
        self.of_place[place] = self.of_place[place].saturating_add(1);
    }

    /// Counts a result of such a row that is above the measuring range.
    pub(crate) fn add_above_range(&mut self, place: usize, item: Item) {
        let count = self.above_range.entry((place, item)).or_default();
        *count = count.saturating_add(1);
    }

    /// Counts a reading of such a row that is no value, where it says that nothing was detected.
    pub(crate) fn add_reading(&mut self, place: usize, item: Item, reading: &Reading) {
        if *reading == Reading::Missing(Missing::NotDetected) {
            let count = self.not_detected.entry((place, item)).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Counts the rows of columns whose bit is 1, and of their readings as [`Self::add_reading`]
    /// does; `columns` are the cells of a row that the columns stand in.
    pub(crate) fn add_columns(
        &mut self,
        (table, text, columns): (&TextTable, &str, &[usize]),
        (places, used): (&[u32], &[u8]),
    ) {
        let is_used = |row: &usize| used[row / 8] >> (row % 8) & 1 == 1;
        let rows = || (0..places.len()).filter(is_used);
        for row in rows() {
            self.add(places[row] as usize);
        }
        for (column, place) in table.columns().iter().zip(columns) {
            if column.missing_for(Missing::NotDetected) == 0 {
                continue;
            }
            let valid = column.validity();
            for row in rows().filter(|row| valid.get(*row) == Some(false)) {
                let cell = &text[table.cell(&table.rows()[row], *place)];
                if let Ok(reading) = Reading::parse(cell, column.item()) {
                    self.add_reading(places[row] as usize, column.item(), &reading);
                }
            }
        }
    }

    /// The rows of some places.
    #[must_use]
    pub fn of(&self, places: &[usize]) -> u32 {
        let each = places.iter().filter_map(|place| self.of_place.get(*place));
        each.fold(0, |sum, rows| sum.saturating_add(*rows))
    }

    /// The results of an item at some places that were not detected and have no limit.
    #[must_use]
    pub fn not_detected(&self, places: &[usize], item: Item) -> u32 {
        of_places(&self.not_detected, places, item)
    }

    /// The results of an item at some places that are above the measuring range.
    #[must_use]
    pub fn above_range(&self, places: &[usize], item: Item) -> u32 {
        of_places(&self.above_range, places, item)
    }
}

fn of_places(counts: &HashMap<(usize, Item), u32>, places: &[usize], item: Item) -> u32 {
    let each = places.iter().filter_map(|place| counts.get(&(*place, item)));
    each.fold(0, |sum, count| sum.saturating_add(*count))
}
