//! On which water the sections of a table lie: a name that stands on two waters may be two sections.

use gb3838::sheet::{Layout, Role};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::table::fault::Fault;
use crate::table::reader::TableReader;

/// How many names that stand on two waters are kept.
const KEPT: usize = 1000;

/// The column of waters beside that of sections, and what the rows of each section say there.
#[derive(Debug, Default)]
pub struct Waters {
    /// None where the water itself names the section.
    pub column: Option<usize>,
    first: BTreeMap<String, String>,
    others: BTreeSet<(String, String)>,
}

impl Waters {
    /// The column of a table, and no rows.
    #[must_use]
    pub fn of(layout: &Layout) -> Self {
        let column = layout.role(Role::WaterName).filter(|place| layout.section() != Some(*place));
        Self { column, ..Self::default() }
    }

    /// Notes the water of a row; a blank cell says nothing.
    pub fn note(&mut self, section: &str, water: &str) {
        if water.is_empty() {
            return;
        }
        match self.first.entry(section.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert(water.to_owned());
            }
            Entry::Occupied(entry) if entry.get() != water && self.others.len() < KEPT => {
                self.others.insert((section.to_owned(), water.to_owned()));
            }
            Entry::Occupied(_) => {}
        }
    }

    /// What there is to say at the end of a table.
    #[must_use]
    pub fn faults(&self, table: &TableReader<'_>) -> Vec<Fault> {
        let heading = self.column.and_then(|place| table.headers().get(place)).unwrap_or_default();
        let fault = |(section, other): &(String, String)| {
            let first = self.first.get(section).map_or("", String::as_str);
            let message = format!("{section}: on {first} and on {other}; judged as one section");
            table.fault_of_heading(heading, &message)
        };
        self.others.iter().map(fault).collect()
    }
}
