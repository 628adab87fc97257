//! The records of a CSV file, where a stray quote costs one line and no other.
//!
//! A parser that follows quotes alone takes everything from a stray quote on, up to the next
//! one, for one cell. Here lines are joined only while quotes are open and cells are still to
//! come; where that does not end in a record of the right length, the first line is a fault of
//! its own and the lines after it are read again.

use std::io::BufRead;

use csv::StringRecord;

use crate::table::cells::{self, Cells};
use crate::table::columns::Column;
use crate::table::lines::{LONGEST, Line, Lines};

/// The most lines that quotes join into one record.
const MOST_LINES: usize = 256;

/// A record, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Record {
    /// The number of its first line.
    pub(crate) line: u64,
    /// Its cells.
    pub cells: StringRecord,
    /// Why it cannot be used.
    pub fault: Option<String>,
}

impl Record {
    /// The record as text, for messages.
    pub(crate) fn text(&self) -> String {
        self.cells.iter().collect::<Vec<_>>().join(",")
    }
}

/// The records after the header, each as long as the header or with a fault.
#[derive(Debug)]
pub struct Records<R> {
    lines: Lines<R>,
    line: Line,
    headers: StringRecord,
}

impl<R: BufRead> Records<R> {
    /// Reads the header, the first line that is not blank; `None` when there is none.
    ///
    /// # Errors
    /// When the input cannot be read, is in another encoding, or has an endless line; when a quote of the header stays open or commas do not divide it.
    pub fn open(name: &str, input: R) -> Result<Option<Self>, String> {
        let lines = Lines::new(name, input);
        let mut records = Self { lines, line: Line::default(), headers: StringRecord::new() };
        let mut header = Record::default();
        if !records.next(&mut header, None)? {
            return Ok(None);
        }
        let refuse = |reason: &str| Err(format!("{name}:{}: {reason}", header.line));
        if let Some(reason) = &header.fault {
            return refuse(reason);
        }
        if let Some(separator) = other_separator(&header.cells) {
            return refuse(&format!("the file is separated by {separator}; expected commas"));
        }
        records.headers = header.cells;
        Ok(Some(records))
    }

    /// The names of the columns.
    pub(crate) const fn headers(&self) -> &StringRecord {
        &self.headers
    }

    /// Reads the next record; false at the end of the file. Blank lines are passed over.
    ///
    /// # Errors
    /// When the input cannot be read, is in another encoding, or has an endless line.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, String> {
        self.next(record, Some(self.headers.len()))
    }

    fn next(&mut self, record: &mut Record, expected: Option<usize>) -> Result<bool, String> {
        loop {
            if !self.lines.read(&mut self.line)? {
                return Ok(false);
            }
            if !self.line.text.is_empty() {
                break;
            }
        }
        record.line = self.line.number;
        record.fault = None;
        if self.line.text.contains('"') {
            self.quoted(record, expected)?;
        } else {
            cells::plain(&self.line.text, &mut record.cells);
        }
        let found = record.cells.len();
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            let wrong = || format!("expected {expected} cells, found {found}");
            record.fault.get_or_insert_with(wrong);
        }
        Ok(true)
    }

    /// Joins lines while quotes are open, or gives all but the first of them back.
    fn quoted(&mut self, record: &mut Record, expected: Option<usize>) -> Result<(), String> {
        let mut cells = std::mem::take(&mut record.cells);
        cells.clear();
        let mut cells = Cells::new(cells);
        cells.add(&self.line);
        let mut joined: Vec<Line> = Vec::new();
        let mut length = self.line.text.len();
        let mut ending = "and makes a row of another length";
        while cells.is_open() && expected.is_none_or(|expected| cells.len() <= expected) {
            if joined.len() + 1 == MOST_LINES || length > LONGEST {
                ending = "and does not close within 256 lines or a mebibyte";
                break;
            }
            let mut line = Line::default();
            if !self.lines.read(&mut line)? {
                ending = "and the file ends before it closes";
                break;
            }
            length += line.text.len();
            cells.add(&line);
            joined.push(line);
        }
        let is_right = expected.is_none_or(|expected| cells.len() == expected);
        let is_usable = joined.is_empty() || (is_right && cells.is_well_formed());
        if is_usable && !cells.is_open() {
            record.cells = cells.into_record();
            return Ok(());
        }
        let rest = match expected {
            Some(_) => "; this line is not used, the next ones are read by themselves",
            None => "; expected a header",
        };
        record.fault = Some(format!("a quote opens here {ending}{rest}"));
        self.lines.give_back(joined);
        cells::plain(&self.line.text, &mut record.cells);
        Ok(())
    }
}

/// What divides a header that commas do not divide into columns that are known.
fn other_separator(headers: &StringRecord) -> Option<&'static str> {
    let is_known = |header| Column::of(header) != Column::Unknown;
    if headers.len() > 1 && headers.iter().any(is_known) {
        return None;
    }
    let count = |separator: char| headers.iter().flat_map(|cell| cell.matches(separator)).count();
    [(';', "semicolons"), ('\t', "tabs")]
        .into_iter()
        .find(|(separator, _)| count(*separator) >= headers.len())
        .map(|(_, name)| name)
}
