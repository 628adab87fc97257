//! Lines of CSV into cells: a separator divides, quotes hold separators and line ends.

use csv::StringRecord;
use gb3838::Missing;
use gb3838::sheet::CellFinding;

use crate::table::lines::Line;

/// What a quote at the end of a line means for the cells before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// At the first character of a cell.
    Start,
    /// Within a cell without quotes.
    Plain,
    /// Within quotes.
    Quoted,
    /// After a quote within quotes: the second of a pair, or the closing one.
    Quote,
}

/// Takes the lines of a record, one after the other, apart into cells.
///
/// A quote opens at the start of a cell alone; a pair of quotes within quotes is one quote.
#[derive(Debug)]
pub(crate) struct Cells {
    done: StringRecord,
    separator: char,
    cell: String,
    /// The end of the line that was added last.
    line_end: &'static str,
    state: State,
    /// Whether text stands between a closing quote and the next separator.
    is_malformed: bool,
}

impl Cells {
    pub(crate) const fn new(done: StringRecord, separator: char) -> Self {
        Self {
            done,
            separator,
            cell: String::new(),
            line_end: "\n",
            state: State::Start,
            is_malformed: false,
        }
    }

    /// Adds a line; it continues the cell of the line before it when quotes are open.
    pub(crate) fn add(&mut self, line: &Line) {
        if self.is_open() {
            self.cell.push_str(self.line_end);
        }
        self.line_end = if line.has_cr { "\r\n" } else { "\n" };
        for character in line.text.chars() {
            self.state = match (self.state, character) {
                (State::Start, '"') => State::Quoted,
                (State::Quoted, '"') => State::Quote,
                (State::Start | State::Plain | State::Quote, it) if it == self.separator => {
                    self.end_cell();
                    State::Start
                }
                (State::Quote, '"') => {
                    self.cell.push('"');
                    State::Quoted
                }
                (state, other) => {
                    self.cell.push(other);
                    self.is_malformed |= state == State::Quote;
                    if state == State::Quoted { state } else { State::Plain }
                }
            };
        }
        if !self.is_open() {
            self.end_cell();
        }
    }

    fn end_cell(&mut self) {
        self.done.push_field(&self.cell);
        self.cell.clear();
    }

    /// Whether a quote is open, so that the record goes on in the next line.
    pub(crate) fn is_open(&self) -> bool {
        self.state == State::Quoted
    }

    /// The cells so far, an open one included.
    pub(crate) fn len(&self) -> usize {
        self.done.len() + usize::from(self.is_open())
    }

    /// Whether every quote closes a cell, as a writer of CSV would have it.
    pub(crate) const fn is_well_formed(&self) -> bool {
        !self.is_malformed
    }

    pub(crate) fn into_record(self) -> StringRecord {
        self.done
    }
}

/// Where the first line begins at whose end a quote is open, as [`Cells`] reads each by itself.
pub(crate) fn first_open(lines: &[u8], separator: u8) -> Option<usize> {
    let mut start = 0;
    while let Some(quote) = memchr::memchr(b'"', &lines[start..]) {
        let quote = start + quote;
        let begin =
            memchr::memrchr(b'\n', &lines[start..quote]).map_or(start, |end| start + end + 1);
        let end = memchr::memchr(b'\n', &lines[quote..]).map_or(lines.len(), |end| quote + end);
        let mut state = State::Start;
        for byte in &lines[begin..end] {
            state = match (state, *byte) {
                (State::Start | State::Quote, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::Quote,
                (State::Start | State::Plain | State::Quote, it) if it == separator => State::Start,
                (State::Quoted, _) => State::Quoted,
                _ => State::Plain,
            };
        }
        if state == State::Quoted {
            return Some(begin);
        }
        start = end;
    }
    None
}

/// The cells of a line in which quotes mean nothing.
pub(crate) fn plain(line: &str, separator: char, cells: &mut StringRecord) {
    cells.clear();
    line.split(separator).for_each(|cell| cells.push_field(cell));
}

/// Why a cell has no value that must be said.
#[must_use]
pub(crate) const fn why_void(finding: &CellFinding) -> &'static str {
    match finding.missing() {
        Missing::SpreadsheetError => "it is an error of a spreadsheet; the cell is left out",
        _ => "letters void it; the cell is left out",
    }
}
