//! A table of any form as rows of samples: wide ones one by one, others gathered before.

use std::io::BufRead;

use csv::StringRecord;
use gb3838::Timestamp;
use gb3838::sheet::{Form, Heading, Layout};

use crate::table::columns::{ColumnWords, GatheredColumns, heading_faults};
use crate::table::fault::Fault;
use crate::table::gathered::Gathered;
use crate::table::labels::Labels;
use crate::table::lines::Block;
use crate::table::records::{Record, Records};
use crate::table::states::States;
use crate::table::time_columns::{NoTime, TimeColumns};

/// The rows of a table, each a sample.
#[derive(Debug)]
pub struct TableReader<'a> {
    file: String,
    rows: Rows<'a>,
    headers: StringRecord,
    /// The headings as the file has them, whatever was gathered.
    written: StringRecord,
    header_line: u64,
    layout: Layout,
    /// What could not be used while samples were gathered.
    faults: Vec<Fault>,
    /// Rows that were known to hold no readings while samples were gathered.
    gathered_left_out: Vec<Fault>,
    /// The columns as the file has them, of a table that was gathered.
    gathered_columns: GatheredColumns,
    labels: Labels,
    times: TimeColumns,
    unusual: Vec<&'static str>,
}

#[derive(Debug)]
enum Rows<'a> {
    Streamed(Box<Records<'a>>),
    Gathered(std::vec::IntoIter<Record>),
}

impl<'a> TableReader<'a> {
    /// Opens a table; `None` when it is empty.
    ///
    /// # Errors
    /// When the input cannot be read, or holds more samples than are gathered.
    pub fn open(file: &str, input: &'a mut dyn BufRead) -> Result<Option<Self>, String> {
        let Some(mut records) = Records::open(file, input)? else { return Ok(None) };
        let (header_line, written) = (records.header_line(), records.headers().clone());
        let (mut unusual, mut gathered_columns) = (Vec::new(), GatheredColumns::default());
        let (rows, headers, layout, faults, gathered_left_out) =
            if records.layout().form() == Form::Wide {
                let (headers, layout) = (records.headers().clone(), records.layout().clone());
                (Rows::Streamed(Box::new(records)), headers, layout, Vec::new(), Vec::new())
            } else {
                let mut gathered = Gathered::read(file, &mut records)?;
                gathered.faults.append(&mut records.unnamed().faults(file));
                (unusual, gathered_columns) = (records.unusual(), gathered.columns);
                let headers: Vec<&str> = gathered.headers.iter().map(String::as_str).collect();
                let layout = Layout::of_headings(&headers, gb3838::sheet::Waters::Surface);
                let headers = headers.into_iter().collect();
                let rows = Rows::Gathered(gathered.rows.into_iter());
                (rows, headers, layout, gathered.faults, gathered.left_out)
            };
        Ok(Some(Self {
            file: file.to_owned(),
            rows,
            headers,
            written,
            header_line,
            labels: Labels::new(&layout),
            times: TimeColumns::of(&layout),
            layout,
            faults,
            gathered_left_out,
            gathered_columns,
            unusual,
        }))
    }

    /// The names of the columns.
    #[must_use]
    pub const fn headers(&self) -> &StringRecord {
        &self.headers
    }

    /// What the columns are.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
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

    /// What stands in columns without a heading, in the rows that were read.
    #[must_use]
    pub fn unnamed_faults(&self) -> Vec<Fault> {
        match &self.rows {
            Rows::Streamed(records) => records.unnamed().faults(&self.file),
            // Said with what was gathered.
            Rows::Gathered(_) => Vec::new(),
        }
    }

    /// Rows that were known to hold no readings while samples were gathered: said, and no
    /// faults.
    pub fn gathered_left_out(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.gathered_left_out)
    }

    /// What says how the rows and readings were measured.
    #[must_use]
    pub fn states(&self, only_normal: bool) -> States {
        States::new(&self.layout, only_normal)
    }

    /// A fault of a heading.
    #[must_use]
    pub fn fault_of_heading(&self, heading: &str, message: &str) -> Fault {
        Fault::new(&self.file, self.header_line, Some(heading), heading, message)
    }

    /// The message that there is no column of some meaning.
    #[must_use]
    pub fn without(&self, name: &str) -> String {
        let found = self.written.iter().collect::<Vec<_>>().join("\", \"");
        let (file, line) = (&self.file, self.header_line);
        format!("{file}:{line}: expected a column \"{name}\"; the columns are \"{found}\"")
    }

    /// The columns in words.
    pub(crate) fn words(&self, is_read: impl Fn(&Heading) -> bool) -> ColumnWords {
        ColumnWords::of(&self.layout, is_read).of_gathered(&self.gathered_columns)
    }

    /// Reads the next row; false at the end.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, String> {
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

    /// Reads some thousands of lines at once, as [`Records::block`] does; false for a table that was
    /// gathered.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub(crate) fn block(&mut self, block: &mut Block) -> Result<bool, String> {
        match &mut self.rows {
            Rows::Streamed(records) => records.block(block),
            Rows::Gathered(_) => Ok(false),
        }
    }

    /// What divides the cells of blocks, where there are any.
    pub(crate) fn separator(&self) -> Option<u8> {
        match &self.rows {
            Rows::Streamed(records) => records.separator(),
            Rows::Gathered(_) => None,
        }
    }

    /// What a row is that holds no readings and is left out, aloud: a mean, a limit, a remark.
    pub fn left_out(&mut self, record: &Record) -> Option<Fault> {
        self.labels.left_out_of(&self.file, record)
    }

    /// Labels that know nothing yet, for another thread.
    pub(crate) fn labels(&self) -> Labels {
        Labels::new(&self.layout)
    }

    /// Whether there is a column of times or of months.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.times.place().is_some()
    }

    /// The columns of times.
    pub(crate) const fn times(&self) -> &TimeColumns {
        &self.times
    }

    /// The column of times, where no other has a part in the time of a row.
    pub(crate) fn time_place(&self) -> Option<usize> {
        self.times.only()
    }

    /// The time of a row, of a month its first day; else the column that has none, its text, and
    /// what was expected.
    ///
    /// # Errors
    /// When the row has no time that can be read.
    pub fn time(&self, record: &Record) -> Result<Timestamp, (usize, String, String)> {
        self.time_of(&record.cells.iter().collect::<Vec<_>>())
    }

    /// The same of cells.
    pub(crate) fn time_of(&self, cells: &[&str]) -> Result<Timestamp, (usize, String, String)> {
        self.times.time_of(cells).map_err(|NoTime { place, reason }| {
            let expected =
                reason.map_or_else(|| "expected a time".to_owned(), |reason| reason.to_string());
            (place, cells.get(place).unwrap_or(&"").trim().to_owned(), expected)
        })
    }
}
