//! Sets of items as names: each distinct set is spelled once.

use std::collections::HashMap;

use gb3838::ItemSet;

use crate::arrow::export::Answer;

/// The symbols of a set of items, joined by `;`.
#[must_use]
pub fn items_names(bits: u32) -> String {
    ItemSet::from_bits(bits).to_string()
}

/// Sets of items as the names of a dictionary: its numbers take the place of the bits.
#[must_use]
pub fn set_names(mut sets: Vec<u32>) -> Answer {
    let mut names = Vec::new();
    let mut known: HashMap<u32, u32> = HashMap::new();
    // Sets seen lately with their numbers, each at a place of its own, before the map is asked.
    let mut lately = [NONE; 1 << BITS];
    for set in &mut sets {
        let bits = *set;
        let place = (bits.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize;
        let (same, number) = lately[place];
        if same == bits {
            *set = number;
            continue;
        }
        *set = *known.entry(bits).or_insert_with(|| {
            names.push(items_names(bits));
            u32::try_from(names.len() - 1).unwrap_or(u32::MAX)
        });
        lately[place] = (bits, *set);
    }
    Answer::Names(sets, names)
}

const BITS: u32 = 10;
/// No set: there are 24 items.
const NONE: (u32, u32) = (u32::MAX, 0);
