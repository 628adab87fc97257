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
    // Sets seen lately, each at a place of its own, before the map is asked.
    let mut lately = [(0, u32::MAX); 1 << BITS];
    for bits in sets {
        let place = (bits.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize;
        let number = match lately[place] {
            (same, number) if same == *bits && number != u32::MAX => number,
            _ => *known.entry(*bits).or_insert_with(|| {
                names.push(items_names(*bits));
                u32::try_from(names.len() - 1).unwrap_or(u32::MAX)
            }),
        };
        lately[place] = (*bits, number);
        numbers.push(number);
    }
    Answer::Names(numbers, names)
}

const BITS: u32 = 10;
