//! Which moments of a section have been read: a compressed set of seconds for each year.

use std::collections::HashMap;

use gb3838::{Timestamp, Year};
use roaring::RoaringBitmap;

/// Seconds of a day, and one more for readings without a time of day.
const SECONDS: u32 = 24 * 60 * 60 + 1;

/// The moments that each section and point has a reading of, to the second, as everywhere: two
/// bytes for each of few, and never more than a bit for each second of the year.
#[derive(Debug, Default)]
pub(crate) struct Times {
    years: HashMap<(u32, Year), RoaringBitmap>,
}

impl Times {
    /// Notes a reading; whether there was one of the same second before.
    pub(crate) fn note(&mut self, section: u32, time: Timestamp) -> bool {
        let date = time.date();
        let day = u32::from(date.month().number()) * 31 + u32::from(date.day());
        let second = time.second_of_day().unwrap_or(SECONDS - 1);
        let read = self.years.entry((section, date.year())).or_default();
        !read.insert(day * SECONDS + second)
    }
}
