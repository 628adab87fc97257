//! Which minutes of a section have been read: a compressed set of them for each year.

use std::collections::HashMap;

use gb3838::{Timestamp, Year};
use roaring::RoaringBitmap;

/// Minutes of a day, and one more for readings without a time of day.
const MINUTES: u32 = 24 * 60 + 1;

/// The minutes that each section and point has a reading of: two bytes for each of few, and
/// never more than a bit for each minute of the year.
#[derive(Debug, Default)]
pub(crate) struct Times {
    years: HashMap<(u32, Year), RoaringBitmap>,
}

impl Times {
    /// Notes a reading; whether there was one of the same minute before.
    pub(crate) fn note(&mut self, section: u32, time: Timestamp) -> bool {
        let date = time.date();
        let day = u32::from(date.month().number()) * 31 + u32::from(date.day());
        let minute = time.second_of_day().map_or(MINUTES - 1, |second| second / 60);
        let read = self.years.entry((section, date.year())).or_default();
        !read.insert(day * MINUTES + minute)
    }
}
