//! Seeded readings around the limits of class III, with 2 % missing.

use gb3838::{Bound, Class, Item, ItemSet, Standard, WaterBody};

/// A small generator (SplitMix64), so that every run has the same data.
struct Seeded(u64);

impl Seeded {
    /// Evenly from 0 to 1.
    fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        #[expect(clippy::cast_precision_loss, reason = "53 bits")]
        let unit = ((mixed ^ mixed >> 31) >> 11) as f64;
        unit / 9_007_199_254_740_992.0
    }

    /// Nearly normal, mean 0, deviation 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.even()).sum::<f64>() - 6.0
    }
}

/// One column of readings, in units of the last decimal that a laboratory writes.
pub(crate) struct Readings {
    pub(crate) item: Item,
    /// One decimal more than the assessment keeps.
    pub(crate) decimals: u8,
    /// -1 where there is none.
    pub(crate) units: Vec<i32>,
    /// A bit a row: 1 where there is a reading.
    pub(crate) valid: Vec<u8>,
    /// A bit a row: 1 for 5 % of the readings, below a detection limit; no pH or oxygen is.
    pub(crate) below: Vec<u8>,
}

/// The first nine of the 21 assessed items, in the order of Table 1.
pub(crate) fn nine() -> Vec<Item> {
    ItemSet::ASSESSED.iter().take(9).collect()
}

/// Readings of some items, spread like those of rivers: most of class II and III, some far
/// worse.
pub(crate) fn readings(items: &[Item], rows: usize) -> Vec<Readings> {
    items.iter().map(|item| column(*item, rows)).collect()
}

fn column(item: Item, rows: usize) -> Readings {
    let decimals = item.assessment_decimals() + 1;
    let mut seeded = Seeded(u64::from(item.number()));
    let limit = match Standard::GB_3838_2002.limit(item, WaterBody::River, Class::III) {
        Some(Bound::AtMost(limit) | Bound::AtLeast(limit)) => limit.to_f64(),
        _ => 1.0,
    };
    let mut value = || match item {
        Item::Ph => 7.5 + 0.6 * seeded.normal(),
        Item::DissolvedOxygen => (6.8 + 1.8 * seeded.normal()).max(0.0),
        _ => 0.7 * limit * (0.6 * seeded.normal()).exp(),
    };
    let mut gaps = Seeded(u64::from(item.number()) << 32);
    let power = 10_f64.powi(i32::from(decimals));
    #[expect(clippy::cast_possible_truncation, reason = "readings are small")]
    let units: Vec<i32> = (0..rows)
        .map(|_| if gaps.even() < 0.02 { -1 } else { (value() * power).round() as i32 })
        .collect();
    let has_limit = !matches!(item, Item::Ph | Item::DissolvedOxygen);
    let valid = bits(rows, |row| units[row] >= 0);
    let below = bits(rows, |row| gaps.even() < 0.05 && has_limit && units[row] > 0);
    Readings { item, decimals, units, valid, below }
}

fn bits(rows: usize, mut is_set: impl FnMut(usize) -> bool) -> Vec<u8> {
    let mut bytes = vec![0; rows.div_ceil(8)];
    for row in 0..rows {
        bytes[row / 8] |= u8::from(is_set(row)) << (row % 8);
    }
    bytes
}

impl Readings {
    /// The same with zero where there is none, as columns with validity bits often have.
    pub(crate) fn filled(&self) -> Vec<f64> {
        let floats = self.floats().into_iter();
        floats.map(|value| if value.is_nan() { 0.0 } else { value }).collect()
    }

    /// The readings as floats, each the nearest to its decimal; NaN where there is none.
    pub(crate) fn floats(&self) -> Vec<f64> {
        let power = 10_f64.powi(i32::from(self.decimals));
        let float = |units: &i32| if *units < 0 { f64::NAN } else { f64::from(*units) / power };
        self.units.iter().map(float).collect()
    }
}
