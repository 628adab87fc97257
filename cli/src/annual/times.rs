//! Which minutes of a section have been read: a compressed set of them for each month.

use std::collections::HashMap;

use gb3838::{Month, Timestamp};

/// Minutes of a day, and one more for readings without a time of day.
const MINUTES: u16 = 24 * 60 + 1;

/// As many bits as a month of 31 days has minutes, in words.
const WORDS: usize = (31 * MINUTES as usize).div_ceil(64);

/// As many minutes as take the room of all bits.
const FEW: usize = WORDS * 64 / 16;

/// The minutes of a month: two bytes for each of few, or a bit for every one.
#[derive(Debug)]
enum Minutes {
    /// In ascending order.
    Few(Vec<u16>),
    Many(Box<[u64; WORDS]>),
}

/// The minutes that each section and point has a reading of: two bytes for each of few, and
/// never more than a bit for each minute of the month.
#[derive(Debug, Default)]
pub(crate) struct Times {
    months: HashMap<(u32, Month), Minutes>,
}

impl Times {
    /// Notes a reading; whether there was one of the same minute before.
    pub(crate) fn note(&mut self, section: u32, time: Timestamp) -> bool {
        let date = time.date();
        let minute = match time.second_of_day() {
            // A second of the day divided by 60 is at most 1439.
            Some(second) => u16::try_from(second / 60).unwrap_or(MINUTES - 1),
            None => MINUTES - 1,
        };
        let minute = u16::from(date.day() - 1) * MINUTES + minute;
        let none = || Minutes::Few(Vec::new());
        self.months.entry((section, date.month())).or_insert_with(none).note(minute)
    }
}

impl Minutes {
    fn note(&mut self, minute: u16) -> bool {
        match self {
            Self::Few(few) => {
                let Err(place) = few.binary_search(&minute) else { return true };
                if few.len() < FEW {
                    few.insert(place, minute);
                } else {
                    let mut bits = Box::new([0; WORDS]);
                    few.iter().chain([&minute]).for_each(|minute| set(&mut bits, *minute));
                    *self = Self::Many(bits);
                }
                false
            }
            Self::Many(bits) => {
                let was = bits[usize::from(minute / 64)] >> (minute % 64) & 1 == 1;
                set(bits, minute);
                was
            }
        }
    }
}

fn set(bits: &mut [u64; WORDS], minute: u16) {
    bits[usize::from(minute / 64)] |= 1 << (minute % 64);
}
