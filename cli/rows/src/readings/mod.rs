//! A table of readings, one row per section and time, into the series of a plan.

pub mod header;
pub mod remarked;
pub mod trophic;
pub mod year;

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use gb3838::sheet::{MeasuredColumn, Role};
use gb3838::{
    Date, ItemMap, Notation, Reading, Timestamp, WaterBody, Year,
    lake::TrophicParameter,
    plan::{Plan, PlanSection, ReadingsBySection},
};

use crate::program::say;
use crate::samples::alike_names::PlanNames;
use crate::table::cells::why_void;
use crate::table::fault::{EMPTY, Fault};
use crate::table::reader::TableReader;
use crate::table::records::Record;
use crate::table::states::NotNormal;
use crate::table::water_bodies::{SaidBodies, WaterBodies};
use crate::table::waters::Waters;

use header::Header;
pub use header::Headers;
use trophic::TrophicReadings;

/// What a file of readings holds.
#[derive(Debug, Default)]
pub struct Readings {
    /// What was read of each section of the plan.
    pub by_section: ReadingsBySection,
    /// Chlorophyll-a and transparency, which are no items of the standard.
    pub trophic: TrophicReadings,
    /// Usable rows by year.
    pub years: BTreeMap<Year, u64>,
    /// Rows of the file.
    pub rows: u64,
    /// Usable rows, of all years.
    pub usable: u64,
    /// Rows of the year of asking that lie after its day.
    pub after_day: u64,
    /// Rows and columns that could not be used.
    pub faults: Vec<Fault>,
    /// Rows that are known to hold no readings: said, and no faults.
    pub left_out: Vec<Fault>,
    /// What became of rows and readings that were not measured normally.
    pub not_normal: NotNormal,
    /// Which columns were read as what, where any was not.
    pub(crate) columns: Vec<String>,
    /// Columns that are known, and hold nothing that is read here.
    pub passed_over: Vec<String>,
    /// Those of them that hold items of Tables 2 and 3.
    pub source_items: Vec<String>,
}

/// How a file is to be read.
#[derive(Debug)]
pub struct Form<'a> {
    /// The plan that names the sections.
    pub plan: &'a Plan,
    /// Which columns are read.
    pub headers: Headers,
    /// The section of every row, where the file has no such column.
    pub section: Option<&'a str>,
    /// Whether a letter behind a value says that it is void.
    pub letters_void: bool,
    /// Whether rows and readings that were not measured normally are left out.
    pub only_normal: bool,
    /// The day of asking: rows of its year that lie after it are counted and not used.
    pub today: Option<Date>,
}

/// The places of the columns.
struct Places {
    names: Vec<String>,
    columns: Vec<(usize, MeasuredColumn, Header)>,
    section: Option<usize>,
    point: Option<usize>,
    /// What the table says of water bodies: a plan decides, and what speaks against it is said.
    water_body: Option<usize>,
}

/// A row that was read.
struct Row<'a> {
    section: &'a PlanSection,
    time: Timestamp,
    point: String,
    /// What the row says; the plan decides.
    water_body: Option<WaterBody>,
    items: ItemMap<Reading>,
    trophic: Vec<(TrophicParameter, Reading)>,
}

/// Reads a table; a bad row is listed and not used, every other row is.
///
/// # Errors
/// When the input cannot be read, or has no column of times or, without a section in `form`, of
/// sections.
pub fn parse(file: &str, input: &mut dyn BufRead, form: &Form<'_>) -> Result<Readings, String> {
    let mut readings = Readings::default();
    let Some(mut table) = TableReader::open(file, input)? else {
        readings.faults.push(Fault::new(file, 1, None, "", EMPTY));
        return Ok(readings);
    };
    let is_read = header::is_read(form.headers);
    let said = header::Said::of(&mut table, is_read);
    readings.faults = said.faults;
    (readings.passed_over, readings.columns) = (said.passed_over, said.columns);
    readings.source_items = said.source_items;
    if !table.has_time() {
        return Err(table.without("time"));
    }
    let layout = table.layout();
    let columns = layout.measured().filter_map(|(place, measured)| {
        Some((place, measured, Header::of(measured, form.headers)?))
    });
    let places = Places {
        columns: columns.collect(),
        section: layout.section(),
        point: layout.point(),
        water_body: layout.role(Role::WaterBody),
        names: table.headers().iter().map(ToOwned::to_owned).collect(),
    };
    if places.section.is_none() && form.section.is_none() {
        return Err(table.without("section"));
    }
    let mut first_lines: BTreeMap<(String, String, Timestamp), (u64, String)> = BTreeMap::new();
    let sections = form.plan.sections_by_name();
    let sections = (&sections, &PlanNames::of(sections.keys().copied()));
    readings.left_out = table.gathered_left_out();
    let mut states = table.states(form.only_normal);
    let mut record = Record::default();
    let (mut bodies, mut waters) = (SaidBodies::default(), Waters::of(table.layout()));
    while table.read(&mut record)? {
        readings.rows += 1;
        if let Some(fault) = table.left_out(&record) {
            readings.left_out.push(fault);
            continue;
        }
        if !states.apply(file, &places.names, &mut record, &mut readings.faults) {
            continue;
        }
        let row = match read(file, &table, &record, &places, form, sections, &mut readings.faults) {
            Ok(Some(row)) => row,
            Ok(None) => {
                readings.after_day += 1;
                continue;
            }
            Err(fault) => {
                readings.faults.push(fault);
                continue;
            }
        };
        let key = (row.section.name.clone(), row.point.clone(), row.time);
        if let Some((line, first)) = first_lines.get(&key) {
            let message =
                format!("the same section and time as line {line}, which is kept: {first}");
            readings.faults.push(Fault::new(file, record.line, None, &record.text(), message));
            continue;
        }
        if let Err(message) = readings.add(&row) {
            readings.faults.push(Fault::new(file, record.line, None, &record.text(), message));
            continue;
        }
        bodies.note(&row.section.name, row.water_body, Some(row.section.water_body));
        let water = waters.column.and_then(|place| record.cells.get(place)).unwrap_or("").trim();
        waters.note(&row.section.name, water);
        first_lines.insert(key, (record.line, record.text()));
        readings.usable += 1;
        *readings.years.entry(row.time.date().year()).or_default() += 1;
    }
    if let Some(heading) = places.water_body.and_then(|place| places.names.get(place)) {
        let said = bodies.against_plan().map(|message| table.fault_of_heading(heading, &message));
        readings.faults.extend(said);
    }
    readings.faults.extend(waters.faults(&table).into_iter().chain(table.unnamed_faults()));
    readings.not_normal = states.not_normal;
    Ok(readings)
}

impl Readings {
    /// All that must be said about the table: faults, rows that were left out, how many rows and
    /// readings were not measured normally, what the columns were read as.
    pub fn say(&self, messages: &mut dyn Write) {
        for fault in self.faults.iter().chain(&self.left_out) {
            say(messages, fault);
        }
        for line in self.not_normal.line().iter().chain(&self.columns) {
            say(messages, line);
        }
    }

    /// The years of usable rows, with their number.
    pub fn rows_by_year(&self) -> impl Iterator<Item = (Year, u64)> + '_ {
        self.years.iter().map(|(year, rows)| (*year, *rows))
    }

    fn add(&mut self, row: &Row<'_>) -> Result<(), String> {
        let day = row.time.date();
        let series = self.by_section.entry(row.section.name.clone()).or_default();
        series.add_sample_at(&row.point, day, &row.items).map_err(|error| error.to_string())?;
        for (parameter, reading) in &row.trophic {
            self.trophic
                .add(&row.section.name, &row.point, day, *parameter, reading)
                .map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// One record as a row, or what is wrong with it; `None` where it lies after the day of asking.
/// A cell that cannot be read costs itself alone.
fn read<'a>(
    file: &str,
    table: &TableReader<'_>,
    record: &Record,
    places: &Places,
    form: &Form<'a>,
    (sections, plan_names): (&BTreeMap<&str, &'a PlanSection>, &PlanNames),
    faults: &mut Vec<Fault>,
) -> Result<Option<Row<'a>>, Fault> {
    let cell = |place: usize| record.cells.get(place).unwrap_or("").trim();
    let fault = |place: Option<usize>, text: &str, message: &str| {
        let column = place.and_then(|place| places.names.get(place)).map(String::as_str);
        Fault::new(file, record.line, column, text, message)
    };
    if let Some(message) = &record.fault {
        return Err(fault(None, &record.text(), message));
    }
    // A section that the caller names is that of every row where the file has no such column.
    let name = places.section.map_or_else(|| form.section.unwrap_or_default(), cell);
    let Some(section) = sections.get(name).copied() else {
        return Err(fault(places.section, name, &plan_names.unknown(name)));
    };
    // Of a file of one section, its name says nothing.
    let written = places.section.map_or("", cell);
    let wrong = |place: Option<usize>, text: &str, message: &str| {
        fault(place, text, message).of_section(written)
    };
    let time = table.time(record);
    let time = time.map_err(|(place, text, message)| wrong(Some(place), &text, &message))?;
    let day = time.date();
    if form.today.is_some_and(|today| day.year() == today.year() && day > today) {
        return Ok(None);
    }
    let notation = Notation::new().with_any_letters_void(form.letters_void);
    let point = places.point.map_or("", cell).to_owned();
    let mut row =
        Row { section, time, point, water_body: None, items: ItemMap::new(), trophic: Vec::new() };
    if let Some(place) = places.water_body {
        row.water_body = WaterBodies::of_cell(cell(place)).unwrap_or_else(|expected| {
            faults.push(wrong(Some(place), cell(place), expected));
            None
        });
    }
    for (place, measured, header) in &places.columns {
        let read = match measured.read_cell(cell(*place), &notation) {
            Ok(read) => read,
            Err(error) => {
                faults.push(wrong(Some(*place), cell(*place), &error.reason().to_string()));
                continue;
            }
        };
        // Where letters are said to void, a void cell is no fault; it is counted as missing.
        if let Some(finding) = read.finding().filter(|_| !form.letters_void) {
            faults.push(wrong(Some(*place), cell(*place), why_void(finding)));
        }
        match (header, record.left_out(*place).or(read.reading())) {
            (Header::Item(item), Some(reading)) => {
                row.items.insert(*item, reading);
            }
            (Header::Trophic(parameter), Some(reading)) => row.trophic.push((*parameter, reading)),
            (_, None) => {}
        }
    }
    Ok(Some(row))
}
