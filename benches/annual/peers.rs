//! The inexact peers: obvious code on floats, pH by `powf` a value.

use std::collections::HashMap;

use gb3838::Item;

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
