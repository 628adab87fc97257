//! Which times of a section have been read, in bounded memory: a bit a minute of each day.

use std::collections::HashMap;

use gb3838::Timestamp;

/// Minutes of a day, and one more for readings without a time of day.
const BITS: usize = 24 * 60 + 1;

/// The minutes that each section and point has a reading of.
#[derive(Debug, Default)]
pub(crate) struct Times {
    days: HashMap<(u32, u16, u8, u8), [u64; BITS.div_ceil(64)]>,
}

impl Times {
    /// Notes a reading; whether there was one of the same minute before.
    pub(crate) fn note(&mut self, section: u32, time: Timestamp) -> bool {
        let date = time.date();
        let key = (section, date.year().get(), date.month().number(), date.day());
        let minute = time.second_of_day().map_or(BITS - 1, |second| (second / 60) as usize);
        let bits = self.days.entry(key).or_insert([0; BITS.div_ceil(64)]);
        let seen = bits[minute / 64] >> (minute % 64) & 1 == 1;
        bits[minute / 64] |= 1 << (minute % 64);
        seen
    }
}
