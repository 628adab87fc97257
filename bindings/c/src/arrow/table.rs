//! Sets of items as names: each distinct set is spelled once.

use std::collections::HashMap;

use gb3838::ItemSet;

use crate::arrow::export::Answer;

/// The symbols of a set of items, joined by `;`.
#[must_use]
pub fn items_names(bits: u32) -> String {
    ItemSet::from_bits(bits).to_string()
}

/// Sets of items as the names of a dictionary.
#[must_use]
pub fn set_names(sets: &[u32]) -> Answer {
    let (mut numbers, mut names) = (Vec::with_capacity(sets.len()), Vec::new());
    let mut known: HashMap<u32, u32> = HashMap::new();
    // Neighbours are often alike: the last answer is tried first.
    let mut last = None;
    for bits in sets {
        let number = match last {
            Some((same, number)) if same == *bits => number,
            _ => *known.entry(*bits).or_insert_with(|| {
                names.push(items_names(*bits));
                u32::try_from(names.len() - 1).unwrap_or(u32::MAX)
            }),
        };
        last = Some((*bits, number));
        numbers.push(number);
    }
    Answer::Names(numbers, names)
}
