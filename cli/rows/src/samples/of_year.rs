//! The exact sums of one year of a file, and what is asked of them.

use std::collections::HashMap;

use gb3838::{Item, Month, SumTable};

use crate::samples::remarks::Remarked;
use crate::samples::rows::Rows;

/// The sums of one year: of the sections that have a row in it, and of no other.
#[derive(Debug)]
pub struct OfYear {
    /// Twelve months of each section and point.
    pub sums: SumTable,
    /// Rows that enter the sums.
    pub rows: u64,
    /// The last month that has a row.
    pub last: Month,
    /// The readings that no water has.
    pub remarked: Remarked,
    /// The rows of each place in the sums.
    pub rows_of: Rows,
    /// The place of each section and point in the sums, by its number in the file.
    pub(super) places: HashMap<u32, usize>,
}

impl OfYear {
    /// The places in the sums of some sections or points, by their numbers in the file; those
    /// without a row in the year have none.
    #[must_use]
    pub fn places(&self, numbers: &[usize]) -> Vec<usize> {
        let place = |number: &usize| self.places.get(&u32::try_from(*number).ok()?).copied();
        numbers.iter().filter_map(place).collect()
    }

    /// The values of an item at a place in the sums, and how many of them are below a detection
    /// limit.
    #[must_use]
    pub fn values(&self, place: usize, item: Item) -> (u32, u32) {
        let add = |(count, below): (u32, u32), month| {
            let more = self.sums.count(place, month, item);
            let more_below = self.sums.below_count(place, month, item);
            (count.saturating_add(more), below.saturating_add(more_below))
        };
        (0..12).fold((0, 0), add)
    }

    /// How many months have a value of an item at a place in the sums.
    #[must_use]
    pub fn months(&self, place: usize, item: Item) -> usize {
        (0..12).filter(|month| self.sums.count(place, *month, item) > 0).count()
    }

    /// Whether no item has a value at any of these places in the sums.
    #[must_use]
    pub fn is_empty(&self, places: &[usize]) -> bool {
        let mut items = self.sums.items().iter();
        !items.any(|item| places.iter().any(|place| self.months(*place, item) > 0))
    }
}
