//! A table of any form as rows of samples: wide ones one by one, others gathered before.

use std::collections::HashSet;
use std::io::BufRead;

use csv::StringRecord;
use gb3838::Timestamp;
use gb3838::sheet::{Form, Heading, Layout, Role, RowKind};

use crate::table::columns::{ColumnWords, heading_faults};
use crate::table::fault::Fault;
use crate::table::gathered::Gathered;
use crate::table::records::{Record, Records};
use crate::table::states::States;

/// The most names of sections that are known to head readings.
const KNOWN: usize = 4096;

/// The rows of a table, each a sample.
#[derive(Debug)]
pub(crate) struct TableReader<R> {
    file: String,
    rows: Rows<R>,
    headers: StringRecord,
    header_line: u64,
    layout: Layout,
    /// What could not be used while samples were gathered.
    faults: Vec<Fault>,
    /// Rows that were known to hold no readings while samples were gathered.
    gathered_left_out: Vec<Fault>,
    /// Texts that were seen to head readings.
    known: HashSet<String>,
    is_of_one_time: bool,
    unusual: Vec<&'static str>,
}

#[derive(Debug)]
enum Rows<R> {
    Streamed(Box<Records<R>>),
    Gathered(std::vec::IntoIter<Record>),
}

impl<R: BufRead> TableReader<R> {
    /// Opens a table; `None` when it is empty.
    ///
    /// # Errors
    /// When the input cannot be read, or holds more samples than are gathered.
    pub(crate) fn open(file: &str, input: R) -> Result<Option<Self>, String> {
        let Some(mut records) = Records::open(file, input)? else { return Ok(None) };
        let header_line = records.header_line();
        let mut unusual = Vec::new();
        let (rows, headers, layout, faults, gathered_left_out) =
            if records.layout().form() == Form::Wide {
                let (headers, layout) = (records.headers().clone(), records.layout().clone());
                (Rows::Streamed(Box::new(records)), headers, layout, Vec::new(), Vec::new())
            } else {
                let gathered = Gathered::read(file, &mut records)?;
                unusual = records.unusual();
                let headers: Vec<&str> = gathered.headers.iter().map(String::as_str).collect();
                let layout = Layout::of_headings(&headers, gb3838::sheet::Waters::Surface);
                let headers = headers.into_iter().collect();
                let rows = Rows::Gathered(gathered.rows.into_iter());
                (rows, headers, layout, gathered.faults, gathered.left_out)
            };
        let times = layout
            .columns()
            .iter()
            .filter(|column| matches!(column.meaning(), Heading::Role(Role::Time | Role::Hour)));
        let is_of_one_time = times.count() == 1 && layout.role(Role::Time).is_some();
        Ok(Some(Self {
            file: file.to_owned(),
            rows,
            headers,
            header_line,
            layout,
            faults,
            gathered_left_out,
            known: HashSet::new(),
            is_of_one_time,
            unusual,
        }))
    }

    /// The names of the columns.
    pub(crate) const fn headers(&self) -> &StringRecord {
        &self.headers
    }

    /// What the columns are.
    pub(crate) const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Encoding and separator, where they are not UTF-8 and commas.
    pub(crate) fn unusual(&self) -> Vec<&'static str> {
        match &self.rows {
            Rows::Streamed(records) => records.unusual(),
            Rows::Gathered(_) => self.unusual.clone(),
        }
    }

    /// The titles over the table.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &Record> {
        match &self.rows {
            Rows::Streamed(records) => records.titles(),
            Rows::Gathered(_) => &[],
        }
        .iter()
    }

    /// What must be said about the headings, and about what was gathered.
    pub(crate) fn heading_faults(&mut self, is_read: impl Fn(&Heading) -> bool) -> Vec<Fault> {
        let mut faults = heading_faults(&self.file, self.header_line, &self.layout, is_read);
        faults.append(&mut self.faults);
        faults
    }

    /// Rows that were known to hold no readings while samples were gathered: said, and no
    /// faults.
    pub(crate) fn gathered_left_out(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.gathered_left_out)
    }

    /// What says how the rows and readings were measured.
    pub(crate) fn states(&self, only_normal: bool) -> States {
        States::new(&self.layout, only_normal)
    }

    /// A fault of a heading.
    pub(crate) fn fault_of_heading(&self, heading: &str, message: &str) -> Fault {
        Fault::new(&self.file, self.header_line, Some(heading), heading, message)
    }

    /// The message that there is no column of some meaning.
    pub(crate) fn without(&self, name: &str) -> String {
        let found = self.headers.iter().collect::<Vec<_>>().join("\", \"");
        let (file, line) = (&self.file, self.header_line);
        format!("{file}:{line}: expected a column \"{name}\"; the columns are \"{found}\"")
    }

    /// The columns in words.
    pub(crate) fn words(&self, is_read: impl Fn(&Heading) -> bool) -> ColumnWords {
        ColumnWords::of(&self.layout, is_read)
    }

    /// Reads the next row; false at the end.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub(crate) fn read(&mut self, record: &mut Record) -> Result<bool, String> {
        match &mut self.rows {
            Rows::Streamed(records) => records.read(record),
            Rows::Gathered(rows) => {
                let next = rows.next();
                let is_any = next.is_some();
                *record = next.unwrap_or_default();
                Ok(is_any)
            }
        }
    }

    /// What a row is that holds no readings and is left out, aloud: a mean, a limit, a remark.
    /// That is known of it, so it is no fault.
    pub(crate) fn left_out(&mut self, record: &Record) -> Option<Fault> {
        if record.fault.is_some() {
            return None;
        }
        let cells: Vec<&str> = record.cells.iter().collect();
        // A row whose labels were seen before, or are times or numbers, is one of readings.
        let labels = [Role::Section, Role::Point, Role::Time, Role::Month];
        let mut labels = labels.into_iter().filter_map(|role| self.layout.role(role));
        let first = cells.iter().position(|cell| !cell.trim().is_empty())?;
        let is_known = |place: usize| {
            cells.get(place).is_none_or(|cell| is_number(cell) || self.known.contains(*cell))
        };
        if labels.all(is_known) && is_known(first) {
            return None;
        }
        let kind = self.layout.row_kind(&cells);
        if !kind.is_left_out() {
            self.note(&cells, first);
            return None;
        }
        let message = format!("it heads {}, no readings; the row is left out", kind.what());
        let label = cells[first];
        debug_assert!(kind != RowKind::Readings);
        Some(Fault::new(&self.file, record.line, None, label, message))
    }

    fn note(&mut self, cells: &[&str], first: usize) {
        let labels = [Role::Section, Role::Point, Role::Time, Role::Month];
        let places = labels.into_iter().filter_map(|role| self.layout.role(role)).chain([first]);
        for cell in places.filter_map(|place| cells.get(place)) {
            if self.known.len() < KNOWN && !is_number(cell) {
                self.known.insert((*cell).to_owned());
            }
        }
    }

    /// Whether there is a column of times or of months.
    pub(crate) fn has_time(&self) -> bool {
        self.layout.role(Role::Time).or(self.layout.role(Role::Month)).is_some()
    }

    /// The time of a row, of a month its first day; else the column that has none, its text, and
    /// what was expected.
    pub(crate) fn time(&self, record: &Record) -> Result<Timestamp, (usize, String, String)> {
        let place = self.layout.role(Role::Time).or(self.layout.role(Role::Month)).unwrap_or(0);
        let cell = record.cells.get(place).unwrap_or("").trim();
        if self.is_of_one_time
            && let Ok(time) = cell.parse()
        {
            return Ok(time);
        }
        let cells: Vec<&str> = record.cells.iter().collect();
        match self.layout.time_of(&cells) {
            Some(Ok(time)) => Ok(time.timestamp()),
            Some(Err(error)) => Err((place, cell.to_owned(), error.reason().to_string())),
            None => Err((place, cell.to_owned(), "expected a time".to_owned())),
        }
    }
}

/// Whether a cell is a number or a time in digits, which heads no mean.
fn is_number(cell: &str) -> bool {
    let is_of_time = |byte: u8| !byte.is_ascii_alphabetic() || matches!(byte, b'T' | b'Z');
    cell.is_ascii() && cell.bytes().all(is_of_time)
}
