//! The records of a CSV file, where a stray quote costs one line and no other.
//!
//! A parser that follows quotes alone takes everything from a stray quote on, up to the next
//! one, for one cell. Here lines are joined only while quotes are open and cells are still to
//! come; where that does not end in a record of the right length, the first line is a fault of
//! its own and the lines after it are read again.

use std::io::BufRead;

use csv::StringRecord;
use gb3838::sheet::{Column, Layout, Waters};
use gb3838::{Missing, Reading};

use crate::table::cells::{self, Cells};
use crate::table::encoding::Encoding;
use crate::table::lines::{Block, LONGEST, Line, Lines};
use crate::table::separator::{SEPARATORS, separator_of};
use crate::table::unnamed::Unnamed;

/// The most lines that quotes join into one record.
const MOST_LINES: usize = 256;

/// A record, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The number of its first line.
    pub line: u64,
    /// Its cells.
    pub cells: StringRecord,
    /// Why it cannot be used.
    pub fault: Option<String>,
    /// The places of readings that their marks leave out.
    pub(crate) left_out: Vec<usize>,
}

impl Record {
    /// Reads a line of a [`Block`], which is a record by itself.
    pub(crate) fn read_line(&mut self, line: &Line, separator: char, expected: usize) {
        self.line = line.number;
        self.fault = None;
        if line.text.contains('"') {
            let mut cells = std::mem::take(&mut self.cells);
            cells.clear();
            let mut cells = Cells::new(cells, separator);
            cells.add(line);
            self.cells = cells.into_record();
        } else {
            cells::plain(&line.text, separator, &mut self.cells);
        }
        self.hold_against(expected);
    }

    /// Finds fault with another number of cells.
    fn hold_against(&mut self, expected: usize) {
        let found = self.cells.len();
        if found != expected {
            let wrong = || format!("expected {expected} cells, found {found}");
            self.fault.get_or_insert_with(wrong);
        }
    }

    /// The reading of a cell that its mark leaves out: it was taken, and is void.
    #[must_use]
    pub fn left_out(&self, place: usize) -> Option<Reading> {
        self.left_out.contains(&place).then_some(Reading::Missing(Missing::Voided))
    }

    /// The record as text, for messages.
    #[must_use]
    pub fn text(&self) -> String {
        self.cells.iter().collect::<Vec<_>>().join(",")
    }
}

/// The records after the header, each as long as the header or with a fault.
#[derive(Debug)]
pub struct Records<'a> {
    lines: Lines<'a>,
    line: Line,
    separator: char,
    headers: StringRecord,
    header_line: u64,
    titles: Vec<Record>,
    layout: Layout,
    unnamed: Unnamed,
}

impl<'a> Records<'a> {
    /// Finds what divides the cells, titles, and the headings behind them; `None` when there is
    /// no line that is not blank.
    ///
    /// # Errors
    /// When the input cannot be read, is in another encoding, or has an endless line; when a quote of the header stays open.
    pub fn open(name: &str, input: &'a mut dyn BufRead) -> Result<Option<Self>, String> {
        let mut lines = Lines::new(name, input);
        let first = lines.look_ahead();
        let separator = separator_of(&first);
        let none: [&[&str]; 0] = [];
        let mut records = Self {
            lines,
            line: Line::default(),
            separator,
            headers: StringRecord::new(),
            header_line: 1,
            titles: Vec::new(),
            layout: Layout::detect(&none, Waters::Surface),
            unnamed: Unnamed::default(),
        };
        let looked_at = records.first_records()?;
        records.lines.give_back_all(first);
        let Some(layout) = layout_of(&looked_at) else {
            // Nothing but what cannot be read.
            return records.next(&mut Record::default(), None).map(|_| None);
        };
        let mut written = None;
        for place in 0..layout.first_row() {
            let mut record = Record::default();
            if !records.next(&mut record, None)? {
                break;
            }
            if let Some(reason) = &record.fault {
                return Err(format!("{name}:{}: {reason}", record.line));
            }
            if place < layout.title_rows() {
                records.titles.push(record);
            } else if place == layout.title_rows() {
                records.header_line = record.line;
                written = Some(record.cells);
            }
        }
        // Of one row, headings stay as they are written.
        let is_of_one_row = layout.first_row() == layout.title_rows() + 1;
        let joined = || layout.columns().iter().map(Column::heading).collect();
        records.headers = written.filter(|_| is_of_one_row).unwrap_or_else(joined);
        records.unnamed = Unnamed::of(&layout);
        records.layout = layout;
        Ok(Some(records))
    }

    /// The rows that the layout is found from; those that cannot be read say nothing about it.
    fn first_records(&mut self) -> Result<Vec<StringRecord>, String> {
        let mut records = Vec::new();
        while records.len() < Layout::LOOKED_AT {
            let mut record = Record::default();
            if !self.next(&mut record, None)? {
                break;
            }
            if record.fault.is_none() || records.is_empty() {
                records.push(record.cells);
            }
        }
        Ok(records)
    }

    /// The names of the columns; of two rows of headings both.
    pub(crate) const fn headers(&self) -> &StringRecord {
        &self.headers
    }

    /// The line that the headings begin in.
    pub(crate) const fn header_line(&self) -> u64 {
        self.header_line
    }

    /// The rows before the headings.
    pub(crate) fn titles(&self) -> &[Record] {
        &self.titles
    }

    /// How the table is laid out.
    pub(crate) const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Encoding and separator, where they are not UTF-8 and commas.
    pub(crate) fn unusual(&self) -> Vec<&'static str> {
        let encoding = self.lines.encoding();
        let named = SEPARATORS.iter().find(|it| it.0 == self.separator && it.0 != ',');
        let is_usual = matches!(encoding, Encoding::Ascii | Encoding::Utf8);
        (!is_usual).then(|| encoding.name()).into_iter().chain(named.map(|it| it.1)).collect()
    }

    /// Reads the next record; false at the end of the file. Blank lines are passed over.
    ///
    /// # Errors
    /// When the input cannot be read, is in another encoding, or has an endless line.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, String> {
        let is_any = self.next(record, Some(self.headers.len()))?;
        if is_any {
            self.unnamed.look(record);
        }
        Ok(is_any)
    }

    /// What stands in columns without a heading, in the rows that were read.
    pub(crate) const fn unnamed(&self) -> &Unnamed {
        &self.unnamed
    }

    /// What divides the cells, where it is one byte.
    pub(crate) fn separator(&self) -> Option<u8> {
        u8::try_from(self.separator).ok().filter(u8::is_ascii)
    }

    /// Reads some thousands of lines at once, each of them a record or blank; false where
    /// [`read`](Self::read) is to read the next record, or there is none.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub(crate) fn block(&mut self, block: &mut Block) -> Result<bool, String> {
        match self.separator() {
            Some(separator) => {
                let is_block = self.lines.block(block, separator)?;
                if is_block {
                    self.unnamed.look_at_lines(block, separator);
                }
                Ok(is_block)
            }
            None => Ok(false),
        }
    }

    fn next(&mut self, record: &mut Record, expected: Option<usize>) -> Result<bool, String> {
        loop {
            if !self.lines.read(&mut self.line)? {
                return Ok(false);
            }
            // Of one column, a blank line is a row with an empty cell.
            if !self.line.text.is_empty() || expected == Some(1) {
                break;
            }
        }
        record.line = self.line.number;
        record.fault = None;
        if self.line.text.contains('"') {
            self.quoted(record, expected)?;
        } else {
            cells::plain(&self.line.text, self.separator, &mut record.cells);
        }
        if let Some(expected) = expected {
            record.hold_against(expected);
        }
        Ok(true)
    }

    /// Joins lines while quotes are open, or gives all but the first of them back.
    fn quoted(&mut self, record: &mut Record, expected: Option<usize>) -> Result<(), String> {
        let mut cells = std::mem::take(&mut record.cells);
        cells.clear();
        let mut cells = Cells::new(cells, self.separator);
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
        cells::plain(&self.line.text, self.separator, &mut record.cells);
        Ok(())
    }
}

/// The layout of a table by its first rows: the headings say how wide it is.
fn layout_of(rows: &[StringRecord]) -> Option<Layout> {
    let mut rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().collect()).collect();
    let layout = Layout::detect(&rows, Waters::Surface);
    let headings = rows.get(layout.title_rows()..layout.first_row())?;
    let width = headings.iter().map(Vec::len).max()?;
    if width == layout.columns().len() {
        return Some(layout);
    }
    for row in &mut rows {
        row.truncate(width);
    }
    Some(Layout::detect(&rows, Waters::Surface))
}
