//! Columns without a heading: nothing in them is read, and where something stands, that is said.

use gb3838::sheet::{Form, Heading, Layout};

use crate::table::fault::Fault;
use crate::table::lines::{Block, Line};
use crate::table::records::Record;

/// The columns without a heading, and the first text in each.
#[derive(Debug, Default)]
pub(crate) struct Unnamed {
    /// How many cells a row has.
    width: usize,
    /// Those in which no text has been seen.
    places: Vec<usize>,
    seen: Vec<Seen>,
}

#[derive(Debug)]
struct Seen {
    place: usize,
    line: u64,
    text: String,
}

impl Unnamed {
    /// The columns of a table but the first, where rows are numbered. Where items stand in rows,
    /// samples have no heading of their own.
    pub(crate) fn of(layout: &Layout) -> Self {
        let columns = layout.columns().iter().enumerate().skip(1);
        let places = columns
            .filter(|(_, column)| *column.meaning() == Heading::Blank)
            .map(|(place, _)| place)
            .filter(|_| layout.form() != Form::ItemsInRows)
            .collect();
        Self { width: layout.columns().len(), places, seen: Vec::new() }
    }

    /// Looks at a row.
    pub(crate) fn look(&mut self, record: &Record) {
        if !self.places.is_empty() {
            self.note(record.line, |place| record.cells.get(place).unwrap_or(""));
        }
    }

    /// Looks at the lines of a block.
    pub(crate) fn look_at_lines(&mut self, block: &Block, separator: u8) {
        if self.places.is_empty() {
            return;
        }
        let text = String::from_utf8_lossy(&block.text);
        let mut record = Record::default();
        // Mostly they are the last ones, and blank: so many separators end a line.
        let count = self.places.len();
        let are_last = self.places.first() == Some(&(self.width - count));
        let blank = char::from(separator).to_string().repeat(count);
        for (line, number) in text.lines().zip(block.line..) {
            if are_last && line.ends_with(&blank) {
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
