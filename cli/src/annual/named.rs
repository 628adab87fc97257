//! Sections of which the same is to be said, by their names.

use std::collections::HashMap;

use gb3838::report::{Language, Table};

use crate::program::language::choose;

/// As many names stand in a cell: one of a workbook has an end.
const NAMES: usize = 50;

/// As many names stand in a sentence.
const LISTED: usize = 8;

/// The first of some names; where there are more, how many. In Chinese with the word for what they
/// name.
pub(crate) fn listed(names: &[&str], what: &str, language: Language) -> String {
    let first = language.list(names.iter().take(LISTED));
    match (names.len().saturating_sub(LISTED), language) {
        (0, _) => first,
        (_, Language::Chinese) => format!("{first}等{}个{what}", names.len()),
        (more, Language::English) => format!("{first} and {more} more"),
    }
}

/// What is said of sections, and of which, in the order in which it was said first.
#[derive(Default)]
pub(crate) struct Named<'a> {
    groups: Vec<(String, Vec<&'a str>)>,
    places: HashMap<String, usize>,
}

impl<'a> Named<'a> {
    pub(crate) fn add(&mut self, said: String, name: &'a str) {
        let place = *self.places.entry(said).or_insert_with_key(|said| {
            self.groups.push((said.clone(), Vec::new()));
            self.groups.len() - 1
        });
        self.groups[place].1.push(name);
    }

    /// What is said, under a heading, and the names.
    pub(crate) fn table(&self, language: Language, title: &str, said: &str) -> Table {
        let headers = [said, choose(language, "断面", "sections")];
        let mut table = Table::new(title, headers);
        for (said, names) in &self.groups {
            for names in names.chunks(NAMES) {
                table.push([said.clone(), language.list(names)]);
            }
        }
        table
    }
}
