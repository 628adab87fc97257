//! Which moments of a section have been read: a compressed set of seconds for each month.

use gb3838::{Month, Timestamp};

/// Seconds of a day, and one more for readings without a time of day.
const SECONDS: u32 = 24 * 60 * 60 + 1;

/// As many bits as a month of 31 days has seconds, in words.
const WORDS: usize = (31 * SECONDS as usize).div_ceil(64);

/// As many moments as are kept one by one; more of them take a bit for every second.
const FEW: usize = 1 << 14;

/// The moments of a month: four bytes for each of few, or a bit for every one.
#[derive(Debug)]
enum Moments {
    /// In ascending order.
    Few(Vec<u32>),
    Many(Box<[u64]>),
}

/// The moments that each section and point has a reading of, to the second, as everywhere: four
/// bytes for each of few, and never more than a bit for each second of the month.
#[derive(Debug, Default)]
pub(crate) struct Times {
    /// The months of each section, by its number.
    sections: Vec<Vec<(Month, Moments)>>,
}

impl Times {
    /// Notes a reading; whether there was one of the same second before.
    pub(crate) fn note(&mut self, section: u32, time: Timestamp) -> bool {
        let date = time.date();
        let second = time.second_of_day().unwrap_or(SECONDS - 1);
        let moment = u32::from(date.day() - 1) * SECONDS + second;
        let section = section as usize;
        if section >= self.sections.len() {
            self.sections.resize_with(section + 1, Vec::new);
        }
        let (months, month) = (&mut self.sections[section], date.month());
        // Mostly the last one; there are twelve a year.
        let place = months.iter().rposition(|(known, _)| *known == month);
        let place = place.unwrap_or_else(|| {
            months.push((month, Moments::Few(Vec::new())));
            months.len() - 1
        });
        months[place].1.note(moment)
    }
}

impl Moments {
    fn note(&mut self, moment: u32) -> bool {
        match self {
            Self::Few(few) => {
                let Err(place) = few.binary_search(&moment) else { return true };
                if few.len() < FEW {
                    few.insert(place, moment);
                } else {
                    let mut bits = vec![0; WORDS].into_boxed_slice();
                    few.iter().chain([&moment]).for_each(|moment| set(&mut bits, *moment));
                    *self = Self::Many(bits);
                }
                false
            }
            Self::Many(bits) => {
                let was = bits[moment as usize / 64] >> (moment % 64) & 1 == 1;
                set(bits, moment);
                was
            }
        }
    }
}

/// Sets the bit of a moment, which is less than 31 days of [`SECONDS`].
fn set(bits: &mut [u64], moment: u32) {
    bits[moment as usize / 64] |= 1 << (moment % 64);
}
