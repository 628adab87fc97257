//! What is said about the columns of a table: read as what, not read, passed over.

use gb3838::sheet::{Column, FindingKind, Heading, Layout, NotRead, Role, RowKind};

use crate::table::fault::Fault;

/// The columns of a table, in words.
#[derive(Debug, Default)]
pub(crate) struct ColumnWords {
    /// Heading, and what it was read as.
    pub(crate) read: Vec<String>,
    pub(crate) not_read: Vec<String>,
    /// Readings that a program could use, or another program of ours, and that this call does not.
    pub(crate) not_asked: Vec<String>,
    pub(crate) passed_over: Vec<String>,
}

impl ColumnWords {
    /// The columns, of which a program reads those that it says.
    pub(crate) fn of(layout: &Layout, is_read: impl Fn(&Heading) -> bool) -> Self {
        let mut words = Self::default();
        for column in layout.columns() {
            let heading = shown(column.heading());
            match column.meaning() {
                Heading::Blank => {}
                Heading::NotRead(_) => words.not_read.push(heading),
                _ if is_unknown(column) => words.not_read.push(heading),
                meaning @ Heading::Measured(_) if !is_read(meaning) => {
                    words.not_asked.push(heading);
                }
                meaning if !is_read(meaning) => words.passed_over.push(heading),
                _ if column.repeats().is_some() => words.not_read.push(heading),
                Heading::Measured(measured) => {
                    words.read.push(format!("{heading} → {measured}"));
                }
                Heading::MarkOf(quantity) => {
                    words.read.push(format!("{heading} → {quantity} (HJ 212)"));
                }
                _ => words.read.push(heading),
            }
        }
        words
    }

    /// The same of a table that was gathered: its columns are not those of the samples.
    pub(crate) fn of_gathered(mut self, columns: &GatheredColumns) -> Self {
        if !columns.not_read.is_empty() {
            self.read.clone_from(&columns.read);
            self.passed_over.clear();
            self.not_read.extend_from_slice(&columns.not_read);
        }
        self
    }

    /// Four lines: which columns were read as what, which were not, of which readings are not asked
    /// for, and which hold nothing for this program.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> + '_ {
        [
            line("columns read", &self.read),
            line("columns not read", &self.not_read),
            self.not_asked_line(),
            line("columns passed over", &self.passed_over),
        ]
        .into_iter()
        .flatten()
    }

    /// Which columns hold readings that are not asked for: whatever stands in them, it changes
    /// nothing, and is not looked at.
    pub(crate) fn not_asked_line(&self) -> Option<String> {
        line("columns of readings not asked for", &self.not_asked)
    }
}

/// Names behind what they are; `None` where there are none.
fn line(what: &str, names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| format!("{what}: {}", names.join(", ")))
}

/// What is said of a heading, or of an item in its cell, that is nothing known.
pub(crate) const UNKNOWN: &str =
    "no item of the standard and no column of readings; it is not read";

/// Whether a heading is nothing that is known here: a finding of every command, for it may be
/// the misprint of a name.
fn is_unknown(column: &Column) -> bool {
    *column.meaning() == Heading::Other && !column.heading().trim().is_empty()
}

/// The columns of a table that is gathered: those that are read, and those that are not.
#[derive(Debug, Default)]
pub(crate) struct GatheredColumns {
    read: Vec<String>,
    not_read: Vec<String>,
}

impl GatheredColumns {
    /// The columns of a table, of which some are read, and what must be said of the others: a
    /// statistic of those that are read, a name that is not read, or nothing known. A role keeps
    /// what is said of it where it is used.
    pub(crate) fn of(
        (file, line): (&str, u64),
        layout: &Layout,
        is_read: impl Fn(usize) -> bool,
    ) -> (Self, Vec<Fault>) {
        let (mut columns, mut faults) = (Self::default(), Vec::new());
        for (place, column) in layout.columns().iter().enumerate() {
            let heading = column.heading();
            let message = match column.meaning() {
                Heading::Role(Role::Limit) => continue,
                _ if is_read(place) => {
                    columns.read.push(shown(heading));
                    continue;
                }
                Heading::NotRead(not_read) => why(not_read),
                // A mean or the like: without such a word it is the value of a row.
                Heading::Role(Role::Value) | Heading::Other => unknown(heading).to_owned(),
                _ => continue,
            };
            columns.not_read.push(shown(heading));
            faults.push(Fault::new(file, line, Some(heading), heading, message));
        }
        (columns, faults)
    }
}

/// What is said of a heading of which nothing is read.
fn unknown(heading: &str) -> &'static str {
    match RowKind::of_label(heading) {
        RowKind::Statistic => "a mean or another statistic; it is not read",
        _ => UNKNOWN,
    }
}

/// A heading in one line, in quotes where a comma in it would end it in a list.
fn shown(heading: &str) -> String {
    let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    if heading.contains(", ") { format!("{heading:?}") } else { heading }
}

/// What must be said about the headings of those columns that a program would read, and of those
/// that are nothing that is known.
pub(crate) fn heading_faults(
    file: &str,
    line: u64,
    layout: &Layout,
    is_read: impl Fn(&Heading) -> bool,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for finding in layout.findings() {
        let column = finding.place.column.and_then(|place| layout.columns().get(place));
        let is_ours = column.is_none_or(|column| {
            matches!(column.meaning(), Heading::NotRead(_)) || is_read(column.meaning())
        });
        let message = match &finding.kind {
            FindingKind::NotRead(not_read) => why(not_read),
            FindingKind::Repeated { .. } => {
                "a column of the same meaning stands before it; it is not read".to_owned()
            }
            _ => format!("{finding}"),
        };
        if is_ours {
            let heading = column.map(Column::heading);
            faults.push(Fault::new(file, line, heading, heading.unwrap_or(""), message));
        }
    }
    for heading in layout.columns().iter().filter(|it| is_unknown(it)).map(Column::heading) {
        faults.push(Fault::new(file, line, Some(heading), heading, unknown(heading)));
    }
    faults
}

/// Why a heading, or the name of an item in its cell, is not read.
pub(crate) fn why(not_read: &NotRead) -> String {
    let what = not_read.refusal().what();
    match not_read.nearest() {
        Some(nearest) => {
            let name = nearest.name_zh();
            format!("it is not read: {what}; the nearest name is {nearest} ({name})")
        }
        None => format!("it is not read: {what}"),
    }
}
