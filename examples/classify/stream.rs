//! One row in, one row out: reads items, assesses, and appends what was found.

use std::io::{Read, Write};

use gb3838::{Classifier, Item, ItemMap, Measurement, Reading, Standard, WaterBody};

use crate::arguments::Arguments;
use crate::fault::Fault;
use crate::text;

/// How many faults are listed; all are counted.
const LISTED: u64 = 20;

/// What became of the rows.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) rows: u64,
    pub(crate) classed: u64,
    pub(crate) faults: u64,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Item(Item),
    WaterBody,
    Other,
}

/// Classifies each row of `input` into `output`; faults go to `messages` with their place.
pub(crate) fn classify(
    arguments: &Arguments,
    name: &str,
    input: impl Read,
    output: impl Write,
    messages: &mut dyn Write,
) -> Result<Counts, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(output);
    let mut faults = Faults { name, messages, counts: Counts::default() };
    let headers =
        decoded(reader.byte_headers().map_err(|error| format!("{name}: {error}"))?, name, 1)?;
    let columns = columns(&headers, &mut faults);
    let classifiers = WaterBody::ALL.map(|body| {
        Classifier::new(Standard::GB_3838_2002, body, arguments.items, arguments.comparison)
    });
    let added = ["class", "determining", "participating", "absent"];
    let failed = |error: csv::Error| format!("output: {error}");
    writer.write_record(headers.iter().chain(added)).map_err(failed)?;
    let mut record = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                return Err(format!("{name}:{line}: {error}"));
            }
        }
        faults.counts.rows += 1;
        let line = record.position().map_or(0, csv::Position::line);
        let record = decoded(&record, name, line)?;
        let row = Row { headers: &headers, columns: &columns, record: &record, line };
        let found = match row.assess(arguments, &classifiers, name) {
            Ok(found) => found,
            Err(fault) => {
                faults.push(&fault);
                Default::default()
            }
        };
        faults.counts.classed += u64::from(!found[0].is_empty());
        // A row of another length is padded, so that the new columns stay in their places.
        let padding = headers.len().saturating_sub(record.len());
        let cells = record.iter().chain(std::iter::repeat_n("", padding));
        writer.write_record(cells.chain(found.iter().map(String::as_str))).map_err(failed)?;
    }
    writer.flush().map_err(|error| format!("output: {error}"))?;
    Ok(faults.counts)
}

/// A row as text; another encoding is named.
fn decoded(record: &csv::ByteRecord, name: &str, line: u64) -> Result<csv::StringRecord, String> {
    csv::StringRecord::from_byte_record(record.clone()).map_err(|_| {
        let bytes: Vec<u8> = record.iter().flatten().copied().collect();
        let reason = text::decode(&bytes).err().unwrap_or_default();
        let reason = reason.strip_prefix("line 1: ").unwrap_or(&reason).to_owned();
        format!("{name}:{line}: {reason}")
    })
}

fn columns(headers: &csv::StringRecord, faults: &mut Faults<'_>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for header in headers {
        let header = header.trim().trim_start_matches('\u{feff}');
        let mut column = match header.parse() {
            Ok(item) => Column::Item(item),
            Err(_) if header == "water_body" => Column::WaterBody,
            Err(_) => Column::Other,
        };
        if column != Column::Other && columns.contains(&column) {
            faults.push(&Fault {
                file: faults.name.to_owned(),
                line: 1,
                column: Some(header.to_owned()),
                text: header.to_owned(),
                message: "a column of the same meaning stands before it; it is not read".to_owned(),
            });
            column = Column::Other;
        }
        columns.push(column);
    }
    columns
}

struct Row<'a> {
    headers: &'a csv::StringRecord,
    columns: &'a [Column],
    record: &'a csv::StringRecord,
    line: u64,
}

impl Row<'_> {
    /// Class, determining, participating, absent; or the first cell that cannot be read.
    fn assess(
        &self,
        arguments: &Arguments,
        classifiers: &[Classifier; 2],
        name: &str,
    ) -> Result<[String; 4], Fault> {
        let fault = |column: Option<&str>, text: &str, message: String| Fault {
            file: name.to_owned(),
            line: self.line,
            column: column.map(ToOwned::to_owned),
            text: text.to_owned(),
            message,
        };
        if self.record.len() != self.headers.len() {
            let whole = self.record.iter().collect::<Vec<_>>().join(",");
            let (expected, found) = (self.headers.len(), self.record.len());
            return Err(fault(None, &whole, format!("expected {expected} cells, found {found}")));
        }
        let mut body = WaterBody::River;
        let mut readings = ItemMap::new();
        for ((column, header), cell) in self.columns.iter().zip(self.headers).zip(self.record) {
            match column {
                Column::Item(item) => {
                    let reading = Reading::parse(cell, *item)
                        .map_err(|error| fault(Some(header), cell, error.reason().to_string()))?;
                    readings.insert(*item, Measurement::from(reading));
                }
                Column::WaterBody => {
                    body = cell.parse().map_err(|_| {
                        fault(Some(header), cell, "expected river or lake".to_owned())
                    })?;
                }
                Column::Other => {}
            }
        }
        let body = arguments.body.unwrap_or(body);
        let classifier = match body {
            WaterBody::River => &classifiers[0],
            WaterBody::Lake => &classifiers[1],
        };
        let section =
            classifier.assess(&readings).map_err(|error| fault(None, "", error.to_string()))?;
        let class = section.class().map(|class| class.to_string());
        Ok([
            class.unwrap_or_default(),
            section.determining().to_string(),
            section.participating().to_string(),
            section.absent().to_string(),
        ])
    }
}

/// Counts faults and lists the first of them.
struct Faults<'a> {
    name: &'a str,
    messages: &'a mut dyn Write,
    counts: Counts,
}

impl Faults<'_> {
    fn push(&mut self, fault: &Fault) {
        self.counts.faults += 1;
        let written = match self.counts.faults {
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
