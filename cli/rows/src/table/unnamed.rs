//! Columns without a heading: nothing in them is read, and where something stands, that is said; but
//! not of the numbers of rows in the first.

use gb3838::sheet::{Form, Heading, Layout, RowKind};

use crate::table::fault::Fault;
use crate::table::lines::{Block, Line};
use crate::table::records::Record;

/// The columns without a heading, and the first text in each.
#[derive(Debug, Default)]
pub(crate) struct Unnamed {
    /// How many cells a row has.
    width: usize,
    /// Those in which no text has been seen, but for the first.
    places: Vec<usize>,
    /// The number of the last row, where the first column has no heading and holds such alone.
    rows: Option<RowNumber>,
    seen: Vec<Seen>,
}

/// The last of running numbers: each is greater than the one before, or begins anew with 0 or 1.
#[derive(Clone, Copy, Debug, Default)]
struct RowNumber(Option<u64>);

impl RowNumber {
    /// The number of the next row, where its cell is one; a blank cell, or the label of a mean or a
    /// limit, is none and counts as none.
    fn next(self, cell: &str) -> Option<Self> {
        let Ok(number) = cell.parse::<u64>() else {
            let is_none = cell.is_empty() || RowKind::of_label(cell) != RowKind::Readings;
            return is_none.then_some(self);
        };
        let runs = self.0.is_none_or(|last| number > last || (number <= 1 && last > 1));
        runs.then_some(Self(Some(number)))
    }
}

#[derive(Debug)]
struct Seen {
    place: usize,
    line: u64,
    text: String,
}

impl Unnamed {
    /// The columns of a table. Where items stand in rows, samples have no heading of their own.
    pub(crate) fn of(layout: &Layout) -> Self {
        let columns = layout.columns().iter().enumerate();
        let mut places: Vec<usize> = columns
            .filter(|(_, column)| *column.meaning() == Heading::Blank)
            .map(|(place, _)| place)
            .filter(|_| layout.form() != Form::ItemsInRows)
            .collect();
        let rows = (places.first() == Some(&0)).then(|| {
            places.remove(0);
            RowNumber::default()
        });
        Self { width: layout.columns().len(), places, rows, seen: Vec::new() }
    }

    /// Looks at a row.
    pub(crate) fn look(&mut self, record: &Record) {
        self.look_at_number(record.line, record.cells.get(0).unwrap_or("").trim());
        if !self.places.is_empty() {
            self.note(record.line, |place| record.cells.get(place).unwrap_or(""));
        }
    }

    fn look_at_number(&mut self, line: u64, cell: &str) {
        let Some(last) = self.rows else { return };
        self.rows = last.next(cell);
        if self.rows.is_none() {
            self.seen.push(Seen { place: 0, line, text: cell.to_owned() });
        }
    }

    /// Looks at the lines of a block.
    pub(crate) fn look_at_lines(&mut self, block: &Block, separator: u8) {
        if self.places.is_empty() && self.rows.is_none() {
            return;
        }
        let text = String::from_utf8_lossy(&block.text);
        if self.places.is_empty() {
            for (line, number) in text.lines().zip(block.line..) {
                let cell = line.split(char::from(separator)).next().unwrap_or("");
                self.look_at_number(number, cell.trim_matches(['"', ' ', '\u{3000}', '\t']));
            }
            return;
        }
        let mut record = Record::default();
        // Mostly they are the last ones, and blank: so many separators end a line.
        let count = self.places.len();
        let are_last = self.places.first() == Some(&(self.width - count));
        let blank = char::from(separator).to_string().repeat(count);
        for (line, number) in text.lines().zip(block.line..) {
            if are_last && self.rows.is_none() && line.ends_with(&blank) {
                continue;
            }
            let line = Line { number, text: line.to_owned(), has_cr: false };
            record.read_line(&line, char::from(separator), self.width);
            self.look(&record);
        }
    }

    fn note<'c>(&mut self, line: u64, cell: impl Fn(usize) -> &'c str) {
        let seen = &mut self.seen;
        self.places.retain(|place| {
            let text = cell(*place).trim();
            if !text.is_empty() {
                seen.push(Seen { place: *place, line, text: text.to_owned() });
            }
            text.is_empty()
        });
    }

    /// What there is to say at the end of a table.
    pub(crate) fn faults(&self, file: &str) -> Vec<Fault> {
        let fault = |Seen { place, line, text }: &Seen| {
            let place = (place + 1).to_string();
            let message = "the column has no heading; nothing in it is read";
            Fault::new(file, *line, Some(&place), text, message)
        };
        self.seen.iter().map(fault).collect()
    }
}
