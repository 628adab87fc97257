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
        let names = listed(names.into_iter());
        format!("names that differ in blanks or width alone are sections apart: {names}")
    });
    said.collect()
}

/// The names of a plan's sections, to say of a name that is none of them which it looks like.
#[derive(Debug, Default)]
pub struct PlanNames {
    by_plain: BTreeMap<String, Vec<String>>,
}

impl PlanNames {
    /// The names.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut by_plain: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in names {
            by_plain.entry(plain(name)).or_default().push(name.to_owned());
        }
        Self { by_plain }
    }

    /// What is said of a name that is none of them.
    #[must_use]
    pub fn unknown(&self, written: &str) -> String {
        let unknown = "the plan has no section of that name";
        match self.by_plain.get(&plain(written)) {
            Some(alike) => {
                let alike = listed(alike.iter().map(String::as_str));
                format!("{unknown}; in blanks or width alone it differs from {alike}")
            }
            None => unknown.to_owned(),
        }
    }
}

/// Names in quotes, in one line.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// A name without blanks, in letters of half width.
fn plain(name: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    name.chars().filter(|letter| !letter.is_whitespace()).map(narrow).collect()
}
