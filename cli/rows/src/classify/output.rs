//! Rows of CSV with what was found appended, as bytes.

use csv::StringRecord;
use gb3838::{Class, ItemSet};

use crate::classify::row::Found;

/// The columns that are added.
const ADDED: [&str; 5] = ["class", "determining", "participating", "absent", "findings"];

/// Adds the header. An added column whose name is taken gets the first number from 2 on that
/// makes it another; returns the names that were taken.
pub(crate) fn push_header(out: &mut Vec<u8>, headers: &StringRecord) -> Vec<String> {
    let is_taken = |name: &str| headers.iter().any(|header| header.trim() == name);
    let mut taken = Vec::new();
    for header in headers {
        push_field(out, header);
        out.push(b',');
    }
    for name in ADDED {
        let mut added = name.to_owned();
        let mut number = 1;
        while is_taken(&added) {
            number += 1;
            added = format!("{name}_{number}");
        }
        if number > 1 {
            taken.push(name.to_owned());
        }
        push_field(out, &added);
        out.push(if name == ADDED[4] { b'\n' } else { b',' });
    }
    taken
}

/// Adds the cells of a row. One of another length is padded, so that the new columns stay in
/// their places.
pub(crate) fn push_cells(out: &mut Vec<u8>, cells: &StringRecord, width: usize) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        push_field(out, cell);
    }
    out.extend(std::iter::repeat_n(b',', width.saturating_sub(cells.len().max(1))));
}

/// Adds what was found behind the cells of a row, and ends it.
pub(crate) fn push_found(out: &mut Vec<u8>, found: &Found, findings: &str) {
    out.push(b',');
    let class = usize::from(found.class).checked_sub(1).and_then(|at| Class::ALL.get(at));
    if let Some(class) = class {
        out.extend_from_slice(class.to_string().as_bytes());
    }
    for items in [found.determining, found.participating, found.absent] {
        out.push(b',');
        push_field(out, &items.to_string());
    }
    let mut text = findings.to_owned();
    let mut say = |words: &str, items: ItemSet| {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(words);
        text.push_str(&items.to_string());
    };
    let without = ItemSet::FIVE.difference(found.participating);
    if found.undecidable != ItemSet::EMPTY {
        say("below detection, decides nothing: ", found.undecidable);
    }
    if found.halves != ItemSet::EMPTY {
        say("decided below detection, by half the limit: ", found.halves);
    }
    if found.class > 0 && without != ItemSet::EMPTY {
        say("the class rests on fewer than the five items: without ", without);
    }
    if found.class == 0 && found.participating != ItemSet::EMPTY {
        say("no class without ", without);
    } else if found.class == 0 && text.is_empty() {
        text.push_str("no item has a value");
    }
    out.push(b',');
    push_field(out, &text);
    out.push(b'\n');
}

/// Adds a cell, in quotes where they are needed.
fn push_field(out: &mut Vec<u8>, text: &str) {
    if !text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

/// How many endings are kept; a power of two.
const KEPT: usize = 1 << 12;

/// How many bytes of them are kept.
const MOST_TEXT: usize = 1 << 20;

/// The ends of rows about which nothing more is said: the same few come again and again.
#[derive(Debug)]
pub(crate) struct Endings {
    /// The place of each in the text; one of no length is none.
    places: Vec<(Found, u32, u32)>,
    text: Vec<u8>,
}

impl Endings {
    pub(crate) fn new() -> Self {
        Self { places: vec![(Found::default(), 0, 0); KEPT], text: Vec::new() }
    }

    /// Adds what was found behind the cells of a row, as [`push_found`] does.
    pub(crate) fn push(&mut self, out: &mut Vec<u8>, found: &Found) {
        let key = u64::from(found.determining.bits()) << 35
            ^ u64::from(found.participating.bits()) << 8
            ^ u64::from(found.absent.bits()) << 20
            ^ u64::from(found.class);
        // The highest bits of the product depend on all others.
        let slot = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - 12)) as usize % KEPT;
        let (kept, start, end) = self.places[slot];
        if kept == *found && start < end {
            out.extend_from_slice(&self.text[start as usize..end as usize]);
            return;
        }
        if self.text.len() > MOST_TEXT {
            self.text.clear();
            self.places.fill((Found::default(), 0, 0));
        }
        let start = self.text.len();
        push_found(&mut self.text, found, "");
        out.extend_from_slice(&self.text[start..]);
        // Some hundred bytes behind a mebibyte at most.
        let place = |it: usize| u32::try_from(it).unwrap_or(0);
        self.places[slot] = (*found, place(start), place(self.text.len()));
    }
}
