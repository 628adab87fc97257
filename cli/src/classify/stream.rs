//! One row in, one row out: reads rows, classes some thousands at a time, and writes them.

use std::io::{BufRead, Write};

use csv::StringRecord;
use gb3838::{Classifier, ItemMap, ItemSet, Reading, Standard, WaterBody};

use crate::classify::arguments::Arguments;
use crate::classify::chunk::Chunk;
use crate::classify::output::Output;
use crate::program::Stop;
use crate::table::columns::Column;
use crate::table::fault::Fault;
use crate::table::records::{Record, Records};

/// The most rows that are classed at a time.
const ROWS: usize = 4096;

/// The most text of rows that waits to be written, in bytes.
const TEXT: usize = 1 << 22;

/// How many faults are listed; all are counted.
const LISTED: u64 = 20;

/// What became of the rows.
#[derive(Debug, Default)]
pub struct Counts {
    /// Rows that were read.
    pub rows: u64,
    /// Rows with a class.
    pub classed: u64,
    /// Cells, rows and columns that could not be used.
    pub faults: u64,
}

impl Counts {
    /// Whether nothing has a class, or, where that is strict, something could not be used.
    #[must_use]
    pub const fn is_failure(&self, strict: bool) -> bool {
        self.classed == 0 || (strict && self.faults > 0)
    }
}

/// Classifies each row of `input` into `output`; faults go to `messages` with their place.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn classify(
    arguments: &Arguments,
    name: &str,
    input: impl BufRead,
    output: impl Write,
    messages: &mut dyn Write,
) -> Result<Counts, Stop> {
    let Some(mut records) = Records::open(name, input)? else {
        return Err(Stop::Failed(format!("{name}: it is empty; expected a header")));
    };
    let headers = records.headers().clone();
    let mut faults = Faults { messages, count: 0 };
    let mut output = Output::new(output);
    for header in output.write_header(&headers)? {
        let message = "the name of an added column, which gets another name";
        faults.push(&Fault::of_header(name, &header, message));
    }
    let mut waiting = Waiting::new(arguments, name, headers, &mut faults);
    let mut record = Record::default();
    loop {
        let read = records.read(&mut record);
        if matches!(read, Ok(true)) {
            waiting.push(&record, &mut faults);
        }
        if waiting.is_full() || !matches!(read, Ok(true)) {
            waiting.write(&mut output)?;
        }
        // Rows before a place that cannot be read are written.
        if !read? {
            break;
        }
    }
    output.flush()?;
    Ok(Counts { faults: faults.count, ..waiting.counts })
}

/// Rows that wait to be classed and written.
struct Waiting<'a> {
    name: &'a str,
    headers: StringRecord,
    columns: Vec<Column>,
    /// The water body of all rows, where the caller names it.
    body: Option<WaterBody>,
    classifiers: [Classifier; 2],
    /// The items that are to take part.
    asked: ItemSet,
    chunk: Chunk,
    /// The cells of all rows, one row after the other.
    cells: StringRecord,
    /// How many cells a row has, and the items that it lacks.
    rows: Vec<(usize, ItemSet)>,
    counts: Counts,
}

impl<'a> Waiting<'a> {
    fn new(
        arguments: &Arguments,
        name: &'a str,
        headers: StringRecord,
        faults: &mut Faults<'_>,
    ) -> Self {
        let is_read = |column| matches!(column, Column::Item(_) | Column::WaterBody);
        let (columns, repeated) = Column::all(name, &headers, is_read);
        for fault in &repeated {
            faults.push(fault);
        }
        let asked = arguments.items.difference(ItemSet::REFERENCE);
        let items = columns.iter().filter_map(|column| match column {
            Column::Item(item) if asked.contains(*item) => Some(*item),
            _ => None,
        });
        let chunk = Chunk::new(items.collect());
        let (items, comparison) = (arguments.items, arguments.comparison);
        let classifiers = [WaterBody::River, WaterBody::Lake]
            .map(|body| Classifier::new(Standard::GB_3838_2002, body, items, comparison));
        Self {
            name,
            headers,
            columns,
            body: arguments.body,
            classifiers,
            asked,
            chunk,
            cells: StringRecord::new(),
            rows: Vec::new(),
            counts: Counts::default(),
        }
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= ROWS || self.cells.as_slice().len() >= TEXT
    }

    /// Adds a row. One that cannot be read keeps its place, without a class.
    fn push(&mut self, record: &Record, faults: &mut Faults<'_>) {
        let absent = match self.read(record) {
            Ok((body, readings)) => {
                self.chunk.push(body == WaterBody::Lake, &readings);
                let present = readings.iter().filter(|(_, reading)| {
                    matches!(reading, Reading::Value(_) | Reading::Below(_))
                });
                self.asked.difference(present.map(|(item, _)| item).collect())
            }
            Err(fault) => {
                faults.push(&fault);
                self.chunk.push(false, &ItemMap::new());
                ItemSet::EMPTY
            }
        };
        self.rows.push((record.cells.len(), absent));
        record.cells.iter().for_each(|cell| self.cells.push_field(cell));
    }

    /// The water body and the readings of a row, or the first cell that cannot be read.
    fn read(&self, record: &Record) -> Result<(WaterBody, ItemMap<Reading>), Fault> {
        let fault = |column: Option<&str>, text: String, message: String| Fault {
            file: self.name.to_owned(),
            line: record.line,
            column: column.map(ToOwned::to_owned),
            text,
            message,
        };
        if let Some(message) = &record.fault {
            return Err(fault(None, record.text(), message.clone()));
        }
        let mut body = WaterBody::River;
        let mut readings = ItemMap::new();
        let cells = self.headers.iter().zip(&record.cells);
        for (column, (header, cell)) in self.columns.iter().zip(cells) {
            let wrong = |message| fault(Some(header), cell.to_owned(), message);
            match column {
                Column::Item(item) => {
                    let reading = Reading::parse(cell, *item)
                        .map_err(|error| wrong(error.reason().to_string()))?;
                    readings.insert(*item, reading);
                }
                Column::WaterBody => {
                    let message = "expected river or lake";
                    body = cell.parse().map_err(|_| wrong(message.to_owned()))?;
                }
                _ => {}
            }
        }
        Ok((self.body.unwrap_or(body), readings))
    }

    /// Classes all rows, writes them, and takes them out.
    fn write(&mut self, output: &mut Output<impl Write>) -> Result<(), Stop> {
        let [river, lake] = &self.classifiers;
        self.chunk.judge(river, lake)?;
        let mut cells = self.cells.iter();
        for ((count, absent), found) in self.rows.iter().zip(self.chunk.found()) {
            // A row of another length is padded, so that the new columns stay in their places.
            let padding = self.headers.len().saturating_sub(*count);
            let row = cells.by_ref().take(*count).chain(std::iter::repeat_n("", padding));
            output.write(row, found, *absent)?;
            self.counts.classed += u64::from(found.class > 0);
        }
        self.counts.rows += self.rows.len() as u64;
        self.chunk.clear();
        self.rows.clear();
        self.cells.clear();
        Ok(())
    }
}

/// Counts faults and lists the first of them.
struct Faults<'a> {
    messages: &'a mut dyn Write,
    count: u64,
}

impl Faults<'_> {
    fn push(&mut self, fault: &Fault) {
        self.count += 1;
        let written = match self.count {
            1..=LISTED => writeln!(self.messages, "{fault}"),
            count if count == LISTED + 1 => {
                writeln!(self.messages, "more could not be used; all are counted")
            }
            _ => Ok(()),
        };
        // A message that cannot be written must not stop the rows.
        drop(written);
    }
}
