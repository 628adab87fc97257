//! Names of sections that differ in blanks or in the width of letters alone: two for one section, it
//! may be, each with a part of its months.

use std::collections::{BTreeMap, BTreeSet};

/// What is said of such names, a group each.
pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut groups: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for name in names {
        groups.entry(plain(name)).or_default().insert(name);
    }
    let alike = groups.into_values().filter(|names| names.len() > 1);
    let said = alike.map(|names| {
        let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let names = names.join(", ");
        format!("names that differ in blanks or width alone are sections apart: {names}")
    });
    said.collect()
}

/// A name without blanks, in letters of half width.
fn plain(name: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    name.chars().filter(|letter| !letter.is_whitespace()).map(narrow).collect()
}
