//! The inexact peers: obvious code on floats, pH by `powf` a value.

use std::collections::HashMap;

use gb3838::{Bound, Class, Item, Standard, WaterBody};

use crate::data::{Long, MONTHS, SECTIONS};

const PH: u8 = Item::Ph.number();

/// Sums and counts by section, month and item in arrays.
pub(crate) struct Dense {
    pub(crate) sums: Vec<f64>,
    pub(crate) counts: Vec<u32>,
    slots: [usize; 25],
    width: usize,
}

impl Dense {
    pub(crate) fn new(items: &[Item]) -> Self {
        let mut slots = [0; 25];
        for (slot, item) in items.iter().enumerate() {
            slots[usize::from(item.number())] = slot;
        }
        let cells = SECTIONS as usize * usize::from(MONTHS) * items.len();
        Self { sums: vec![0.0; cells], counts: vec![0; cells], slots, width: items.len() }
    }

    pub(crate) fn add(&mut self, long: &Long) {
        for row in 0..long.values.len() {
            let section = long.sections[row] as usize;
            let month = usize::from(long.months[row]);
            let slot = self.slots[usize::from(long.items[row])];
            let cell = (section * usize::from(MONTHS) + month) * self.width + slot;
            let value = long.values[row];
            self.sums[cell] += if long.items[row] == PH { 10_f64.powf(-value) } else { value };
            self.counts[cell] += 1;
        }
    }

    /// The same where values are missing or below their limit: half of it counts.
    pub(crate) fn add_with_holes(&mut self, long: &Long) {
        for row in 0..long.values.len() {
            let value = long.values[row];
            if value.is_nan() {
                continue;
            }
            let is_below = long.below[row / 8] >> (row % 8) & 1 == 1;
            let value = if is_below { value / 2.0 } else { value };
            let section = long.sections[row] as usize;
            let month = usize::from(long.months[row]);
            let slot = self.slots[usize::from(long.items[row])];
            let cell = (section * usize::from(MONTHS) + month) * self.width + slot;
            self.sums[cell] += if long.items[row] == PH { 10_f64.powf(-value) } else { value };
            self.counts[cell] += 1;
        }
    }

    /// The class of each section: means rounded by multiplication and held against limits, if by
    /// if, the worst item first.
    pub(crate) fn classes(&self, items: &[(Item, i32, Limits)]) -> Vec<u8> {
        (0..SECTIONS as usize)
            .map(|section| {
                let class = |(item, decimals, limits): &(Item, i32, Limits)| {
                    let power = 10_f64.powi(*decimals);
                    limits.class((self.year(section, *item) * power).round_ties_even() / power)
                };
                items.iter().map(class).max().unwrap_or(0)
            })
            .collect()
    }

    /// The mean of the monthly means of a section and item.
    pub(crate) fn year(&self, section: usize, item: Item) -> f64 {
        let months = usize::from(MONTHS);
        let slot = self.slots[usize::from(item.number())];
        let (mut sum, mut found) = (0.0, 0.0);
        for month in 0..months {
            let cell = (section * months + month) * self.width + slot;
            if self.counts[cell] > 0 {
                sum += self.sums[cell] / f64::from(self.counts[cell]);
                found += 1.0;
            }
        }
        let mean = sum / found;
        if item == Item::Ph { -mean.log10() } else { mean }
    }
}

/// The common way: a hash map by section, month and item.
pub(crate) fn hash_map(long: &Long) -> HashMap<(u32, u8, u8), (f64, u32)> {
    let mut sums: HashMap<(u32, u8, u8), (f64, u32)> = HashMap::new();
    for row in 0..long.values.len() {
        let (item, value) = (long.items[row], long.values[row]);
        let key = (long.sections[row], long.months[row], item);
        let (sum, count) = sums.entry(key).or_default();
        *sum += if item == PH { 10_f64.powf(-value) } else { value };
        *count += 1;
    }
    sums
}

/// Limits of one item, as obvious code holds them.
pub(crate) enum Limits {
    AtMost([f64; 5]),
    AtLeast([f64; 5]),
    Within(f64, f64),
}

impl Limits {
    /// Those of rivers.
    pub(crate) fn of(item: Item) -> Self {
        let bounds = Class::WITH_LIMITS
            .map(|class| Standard::GB_3838_2002.limit(item, WaterBody::River, class));
        let limits = bounds.map(|bound| match bound {
            Some(Bound::AtMost(limit) | Bound::AtLeast(limit)) => limit.to_f64(),
            _ => 0.0,
        });
        match bounds[0] {
            Some(Bound::AtLeast(_)) => Self::AtLeast(limits),
            Some(Bound::Within(low, high)) => Self::Within(low.to_f64(), high.to_f64()),
            _ => Self::AtMost(limits),
        }
    }

    /// 1 and the number of limits that a value fails; 0 for NaN.
    fn class(&self, value: f64) -> u8 {
        if value.is_nan() {
            return 0;
        }
        let place = match self {
            Self::AtMost(limits) => limits.iter().position(|limit| value <= *limit),
            Self::AtLeast(limits) => limits.iter().position(|limit| value >= *limit),
            Self::Within(low, high) => (value >= *low && value <= *high).then_some(0),
        };
        place.map_or(6, |place| [1, 2, 3, 4, 5][place])
    }
}
