//! Rows that wait to be classed and written.

use std::io::{BufRead, Write};

use csv::StringRecord;
use gb3838::sheet::{Heading, MeasuredColumn, Role};
use gb3838::{
    Circumstances, Classifier, Item, ItemMap, ItemSet, Notation, Reading, Standard, WaterBody,
};

use crate::classify::arguments::Arguments;
use crate::classify::check::{self, Check, Printed};
use crate::classify::chunk::Chunk;
use crate::classify::counts::Counts;
use crate::classify::faults::Faults;
use crate::classify::output::Output;
use crate::program::Stop;
use crate::table::cells::why_void;
use crate::table::fault::Fault;
use crate::table::reader::TableReader;
use crate::table::records::Record;
use crate::table::states::{self, States};

/// The most rows that are classed at a time.
const ROWS: usize = 4096;

/// The most memory of rows that wait to be written, in bytes: their text, and where each cell ends.
const TEXT: usize = 1 << 22;

/// The places of the columns that are read.
struct Places {
    items: Vec<(usize, MeasuredColumn, Item)>,
    water_body: Option<usize>,
    printed: Option<usize>,
    section: Option<usize>,
}

/// Rows that wait to be classed and written.
pub(crate) struct Waiting<'a> {
    name: &'a str,
    headers: StringRecord,
    places: Places,
    states: States,
    /// Whether a class needs all of the five items.
    needs_five: bool,
    /// The water body of all rows, where the caller names it.
    body: Option<WaterBody>,
    classifiers: [Classifier; 2],
    /// The items that are to take part.
    asked: ItemSet,
    /// Those of them without a limit: in a river, in a lake.
    not_limited: [ItemSet; 2],
    chunk: Chunk,
    /// The cells of all rows, one row after the other.
    cells: StringRecord,
    rows: Vec<Row>,
    pub(crate) counts: Counts,
    pub(crate) check: Check,
}

/// What is kept of a row beside its cells.
#[derive(Debug, Default)]
struct Row {
    cells: usize,
    absent: ItemSet,
    /// What is said in the row, joined by semicolons.
    findings: String,
    printed: Option<Printed>,
}

/// Whether a column is read by `classify`.
pub(crate) fn is_read(arguments: &Arguments) -> impl Fn(&Heading) -> bool + Copy {
    let asked = arguments.items;
    let has_body = arguments.body.is_some();
    let check = arguments.check;
    move |meaning| match meaning {
        Heading::Measured(measured) => measured.item().is_some_and(|item| asked.contains(item)),
        Heading::Role(Role::WaterBody) => !has_body,
        meaning if states::is_read(meaning) => true,
        Heading::Role(Role::PrintedClass) => check,
        _ => false,
    }
}

impl<'a> Waiting<'a> {
    pub(crate) fn new<R: BufRead>(
        arguments: &Arguments,
        name: &'a str,
        table: &TableReader<R>,
    ) -> Self {
        let asked = arguments.items;
        let layout = table.layout();
        let items: Vec<_> = layout
            .measured()
            .filter_map(|(place, measured)| Some((place, measured, measured.item()?)))
            .filter(|(_, _, item)| asked.contains(*item))
            .collect();
        let (all, comparison) = (arguments.items, arguments.comparison);
        let classifiers = [WaterBody::River, WaterBody::Lake]
            .map(|body| Classifier::new(Standard::GB_3838_2002, body, all, comparison));
        let not_limited = [&classifiers[0], &classifiers[1]].map(|classifier| {
            asked.iter().filter(|item| classifier.cutoffs(*item).is_none()).collect()
        });
        Self {
            name,
            headers: table.headers().clone(),
            chunk: Chunk::new(items.iter().map(|(_, _, item)| *item).collect()),
            places: Places {
                items,
                water_body: layout.role(Role::WaterBody).filter(|_| arguments.body.is_none()),
                printed: layout.role(Role::PrintedClass).filter(|_| arguments.check),
                section: layout.section(),
            },
            states: table.states(arguments.only_normal),
            needs_five: arguments.needs_five,
            body: arguments.body,
            classifiers,
            asked,
            not_limited,
            cells: StringRecord::new(),
            rows: Vec::new(),
            counts: Counts { only_normal: arguments.only_normal, ..Counts::default() },
            check: Check::default(),
        }
    }

    /// Whether there is a column of printed classes to compare with.
    pub(crate) const fn has_printed(&self) -> bool {
        self.places.printed.is_some()
    }

    pub(crate) fn is_full(&self) -> bool {
        let ends = self.cells.len() * size_of::<usize>();
        self.rows.len() >= ROWS || self.cells.as_slice().len() + ends >= TEXT
    }

    /// Adds a row. One that cannot be read keeps its place, without a class.
    pub(crate) fn push(
        &mut self,
        record: &Record,
        left_out: Option<Fault>,
        faults: &mut Faults<'_>,
    ) {
        let mut row = Row { cells: record.cells.len(), ..Row::default() };
        let mut found = Vec::new();
        if let Some(message) = &record.fault {
            found.push(self.fault(record, None, message.clone()));
        }
        let is_usable =
            left_out.is_none() && found.is_empty() && self.is_normal(record, &mut row, &mut found);
        if let Some(fault) = left_out {
            faults.leave_out(&fault);
            row.say_fault(&fault);
        }
        let body = if is_usable { self.water_body(record, &mut found) } else { None };
        match body {
            Some(body) => {
                let readings = match self.normal(record, &mut found) {
                    Some(normal) => self.readings(&normal, &mut found),
                    None => self.readings(record, &mut found),
                };
                self.chunk.push(body == WaterBody::Lake, &readings);
                let present = readings.iter().filter(|(_, reading)| {
                    matches!(reading, Reading::Value(_) | Reading::Below(_))
                });
                let present: ItemSet = present.map(|(item, _)| item).collect();
                row.absent = self.asked.difference(present);
                let not_limited = present.intersection(self.not_limited[body as usize]);
                if !not_limited.is_empty() {
                    row.say(&format!("no limit here: {not_limited}"));
                }
                row.printed = self.printed(record, &mut found);
            }
            None => self.chunk.push(false, &ItemMap::new()),
        }
        for fault in found {
            faults.push(&fault);
            row.say_fault(&fault);
        }
        self.rows.push(row);
        record.cells.iter().for_each(|cell| self.cells.push_field(cell));
    }

    /// A fault of a cell, or of a whole row.
    fn fault(&self, record: &Record, place: Option<usize>, message: String) -> Fault {
        let column = place.and_then(|place| self.headers.get(place));
        let text = match place {
            Some(place) => record.cells.get(place).unwrap_or("").to_owned(),
            None => record.text(),
        };
        Fault::new(self.name, record.line, column, &text, message)
    }

    /// Whether the station worked normally, or that is not asked for.
    fn is_normal(&mut self, record: &Record, row: &mut Row, found: &mut Vec<Fault>) -> bool {
        let is_usable = match self.states.of_row(record) {
            Ok(None) => true,
            Ok(Some(state)) => {
                row.say(&format!("the station was not normal: {state}"));
                !self.states.is_only_normal()
            }
            Err((place, message)) => {
                found.push(self.fault(record, Some(place), message));
                false
            }
        };
        self.counts.not_normal = self.states.not_normal.rows;
        is_usable
    }

    /// The row without the readings whose marks say that they were not measured normally;
    /// `None` where that changes nothing.
    fn normal(&mut self, record: &Record, found: &mut Vec<Fault>) -> Option<Record> {
        let (changed, unknown) = self.states.of_readings(record);
        self.counts.not_normal_readings = self.states.not_normal.readings;
        for (place, message) in unknown {
            found.push(self.fault(record, Some(place), message));
        }
        if changed.is_empty() {
            return None;
        }
        let mut normal = record.clone();
        states::replace(&mut normal, &changed);
        Some(normal)
    }

    /// The water body of a row; without one that is known it has no limits.
    fn water_body(&self, record: &Record, found: &mut Vec<Fault>) -> Option<WaterBody> {
        if let Some(body) = self.body {
            return Some(body);
        }
        let Some(place) = self.places.water_body else { return Some(WaterBody::River) };
        let body = record.cells.get(place).unwrap_or("").parse().ok();
        if body.is_none() {
            found.push(self.fault(record, Some(place), "expected river or lake".to_owned()));
        }
        body
    }

    /// The readings of a row; a cell that cannot be read costs itself alone.
    fn readings(&self, record: &Record, found: &mut Vec<Fault>) -> ItemMap<Reading> {
        let notation = Notation::new();
        let mut readings = ItemMap::new();
        for (place, measured, item) in &self.places.items {
            let cell = record.cells.get(*place).unwrap_or("");
            match measured.read_cell(cell, &notation) {
                Ok(read) => {
                    if let Some(finding) = read.finding() {
                        let message = format!("no value: {}", why_void(finding));
                        found.push(self.fault(record, Some(*place), message));
                    }
                    if let Some(reading) = read.reading() {
                        readings.insert(*item, reading);
                    }
                }
                Err(error) => {
                    found.push(self.fault(record, Some(*place), error.reason().to_string()));
                }
            }
        }
        readings
    }

    /// The printed class, where it is compared.
    fn printed(&self, record: &Record, found: &mut Vec<Fault>) -> Option<Printed> {
        let place = self.places.printed?;
        let text = record.cells.get(place).unwrap_or("").trim();
        let Ok(class) = check::read(text) else {
            let message = "expected a class, or a mark for none; it is not compared";
            found.push(self.fault(record, Some(place), message.to_owned()));
            return None;
        };
        let class = class?;
        let section = self.places.section.and_then(|place| record.cells.get(place));
        let section = section.map(|name| format!(", {name}")).unwrap_or_default();
        let place = format!("{}:{}{section}", self.name, record.line);
        Some(Printed { place, text: text.to_owned(), class })
    }

    /// Classes all rows, writes them, and takes them out.
    pub(crate) fn write<W: Write>(&mut self, target: &mut Target<W>) -> Result<(), Stop> {
        let [river, lake] = &self.classifiers;
        self.chunk.judge(river, lake)?;
        let mut cells = self.cells.iter();
        let known = Circumstances::new().with_five_required(self.needs_five);
        for (row, found) in self.rows.iter().zip(self.chunk.found()) {
            let found = found.with(&known);
            self.counts.classed += u64::from(found.class > 0);
            match target {
                Target::Table(output) => {
                    // A row of another length is padded, so that the new columns stay in their
                    // places.
                    let padding = self.headers.len().saturating_sub(row.cells);
                    let row_cells =
                        cells.by_ref().take(row.cells).chain(std::iter::repeat_n("", padding));
                    output.write(row_cells, found, row.absent, &row.findings)?;
                }
                Target::Check(output) => self.check.compare(row.printed.as_ref(), found, output)?,
            }
        }
        self.counts.rows += self.rows.len() as u64;
        self.chunk.clear();
        self.rows.clear();
        self.cells.clear();
        Ok(())
    }
}

/// What is written: the table with what was found, or what differs from it.
pub(crate) enum Target<W: Write> {
    Table(Box<Output<W>>),
    Check(W),
}

impl Row {
    fn say_fault(&mut self, fault: &Fault) {
        let column = fault.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
        self.say(&format!("{column}\"{}\": {}", fault.text, fault.message));
    }

    fn say(&mut self, text: &str) {
        if !self.findings.is_empty() {
            self.findings.push_str("; ");
        }
        self.findings.push_str(text);
    }
}
