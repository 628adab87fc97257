//! Rows of CSV with what was found appended.

use std::collections::HashMap;
use std::io::Write;

use csv::StringRecord;
use gb3838::{Class, ItemSet};

use crate::classify::chunk::Found;
use crate::program::Stop;

/// The columns that are added.
const ADDED: [&str; 5] = ["class", "determining", "participating", "absent", "findings"];

/// The most sets of items whose text is kept.
const KEPT: usize = 1024;

/// Writes the rows.
#[derive(Debug)]
pub(crate) struct Output<W: Write> {
    writer: csv::Writer<W>,
    classes: [String; 6],
    /// The same few sets come again and again.
    sets: HashMap<ItemSet, String>,
    /// The findings of the row that is written.
    findings: String,
}

impl<W: Write> Output<W> {
    pub(crate) fn new(output: W) -> Self {
        let writer = csv::WriterBuilder::new().flexible(true).from_writer(output);
        let classes = Class::ALL.map(|class| class.to_string());
        Self { writer, classes, sets: HashMap::new(), findings: String::new() }
    }

    /// Writes the header. An added column whose name is taken gets the first number from 2 on
    /// that makes it another; returns the names that were taken.
    pub(crate) fn write_header(&mut self, headers: &StringRecord) -> Result<Vec<String>, Stop> {
        let is_taken = |name: &str| headers.iter().any(|header| header.trim() == name);
        let mut taken = Vec::new();
        for header in headers {
            self.field(header)?;
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
            self.field(&added)?;
        }
        self.end_row()?;
        Ok(taken)
    }

    /// Writes the cells of a row, and what was found.
    pub(crate) fn write<'r>(
        &mut self,
        cells: impl Iterator<Item = &'r str>,
        found: Found,
        absent: ItemSet,
        findings: &str,
    ) -> Result<(), Stop> {
        for cell in cells {
            self.field(cell)?;
        }
        let class = usize::from(found.class).checked_sub(1).and_then(|at| self.classes.get(at));
        self.writer.write_field(class.map_or("", String::as_str)).map_err(failed)?;
        for items in [found.determining, found.participating, absent] {
            let text = text_of(&mut self.sets, items);
            self.writer.write_field(text).map_err(failed)?;
        }
        self.findings.clear();
        self.findings.push_str(findings);
        let without = ItemSet::FIVE.difference(found.participating);
        if found.undecidable != ItemSet::EMPTY {
            if !findings.is_empty() {
                self.findings.push_str("; ");
            }
            self.findings.push_str("below detection, decides nothing: ");
            self.findings.push_str(text_of(&mut self.sets, found.undecidable));
        }
        if found.class > 0 && without != ItemSet::EMPTY {
            if !self.findings.is_empty() {
                self.findings.push_str("; ");
            }
            self.findings.push_str("the class rests on fewer than the five items: without ");
            self.findings.push_str(text_of(&mut self.sets, without));
        }
        if found.class == 0 && found.participating != ItemSet::EMPTY {
            if !self.findings.is_empty() {
                self.findings.push_str("; ");
            }
            self.findings.push_str("no class without ");
            self.findings.push_str(text_of(&mut self.sets, without));
        } else if found.class == 0 && self.findings.is_empty() {
            self.findings.push_str("no item has a value");
        }
        self.writer.write_field(&self.findings).map_err(failed)?;
        self.end_row()
    }

    /// Writes all that waits to be written.
    pub(crate) fn flush(&mut self) -> Result<(), Stop> {
        self.writer.flush().map_err(|error| Stop::output(&error))
    }

    fn field(&mut self, text: &str) -> Result<(), Stop> {
        self.writer.write_field(text).map_err(failed)
    }

    fn end_row(&mut self) -> Result<(), Stop> {
        self.writer.write_record(None::<&[u8]>).map_err(failed)
    }
}

fn text_of(sets: &mut HashMap<ItemSet, String>, items: ItemSet) -> &str {
    if sets.len() >= KEPT {
        sets.clear();
    }
    sets.entry(items).or_insert_with(|| items.to_string())
}

fn failed(error: csv::Error) -> Stop {
    let message = format!("standard output: {error}");
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Stop::output(&error),
        _ => Stop::Failed(message),
    }
}
