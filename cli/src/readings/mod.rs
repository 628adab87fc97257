//! A CSV file of readings, one row per section and time, into the series of a plan.

mod header;
pub(crate) mod trophic;

use std::collections::BTreeMap;

use gb3838::{
    Date, Item, Notation, Reading, Timestamp, Year,
    lake::TrophicParameter,
    plan::{Plan, PlanSection, ReadingsBySection},
};

use crate::table::fault::Fault;
use crate::table::records::{Record, Records};

use header::Header;
pub(crate) use header::Headers;
use trophic::TrophicReadings;

/// What a file of readings holds.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    pub(crate) by_section: ReadingsBySection,
    /// Chlorophyll-a and transparency, which are no items of the standard.
    pub(crate) trophic: TrophicReadings,
    /// Usable rows by year.
    pub(crate) years: BTreeMap<Year, u64>,
    pub(crate) rows: u64,
    /// Usable rows, of all years.
    pub(crate) usable: u64,
    /// Rows of the year of asking that lie after its day.
    pub(crate) after_day: u64,
    /// Rows and columns that could not be used.
    pub(crate) faults: Vec<Fault>,
    /// Columns that the standard has no item for, as monitoring stations print them.
    pub(crate) passed_over: Vec<String>,
}

/// How a file is to be read.
#[derive(Debug)]
pub(crate) struct Form<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) headers: Headers,
    /// The section of every row, where the file has no such column.
    pub(crate) section: Option<&'a str>,
    pub(crate) letters_void: bool,
    /// The day of asking: rows of its year that lie after it are counted and not used.
    pub(crate) today: Option<Date>,
}

/// The places of the columns.
struct Places {
    names: Vec<String>,
    columns: Vec<Header>,
    time: usize,
    section: Option<usize>,
    point: Option<usize>,
}

/// A row that was read.
struct Row<'a> {
    section: &'a PlanSection,
    time: Timestamp,
    point: String,
    items: Vec<(Item, Reading)>,
    trophic: Vec<(TrophicParameter, Reading)>,
}

/// Reads CSV text; a bad row is listed and not used, every other row is.
pub(crate) fn parse(file: &str, text: &str, form: &Form<'_>) -> Result<Readings, String> {
    let mut readings = Readings::default();
    let Some(mut records) = Records::open(file, text.as_bytes())? else {
        let message = "the file is empty; expected a header";
        readings.faults.push(fault(file, 1, None, "", message));
        return Ok(readings);
    };
    let (columns, faults) = Header::all(file, records.headers(), form.headers);
    readings.faults.extend(faults);
    let names: Vec<String> = records.headers().iter().map(ToOwned::to_owned).collect();
    let passed_over =
        names.iter().zip(&columns).filter(|(_, column)| **column == Header::PassedOver);
    readings.passed_over.extend(passed_over.map(|(name, _)| name.clone()));
    let place = |wanted| columns.iter().position(|column| *column == wanted);
    let expected = |name| {
        let found = names.join("\", \"");
        format!("{file}:1: expected a column \"{name}\"; the columns are \"{found}\"")
    };
    let places = Places {
        time: place(Header::Time).ok_or_else(|| expected("time"))?,
        section: place(Header::Section),
        point: place(Header::Point),
        columns: columns.clone(),
        names: names.clone(),
    };
    if places.section.is_none() && form.section.is_none() {
        return Err(expected("section"));
    }
    let mut first_lines: BTreeMap<(String, String, Timestamp), (u64, String)> = BTreeMap::new();
    let sections = form.plan.sections_by_name();
    let mut record = Record::default();
    while records.read(&mut record)? {
        readings.rows += 1;
        let row = match read(file, &record, &places, form, &sections) {
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
            readings.faults.push(fault(file, record.line, None, &record.text(), &message));
            continue;
        }
        if let Err(message) = readings.add(&row) {
            readings.faults.push(fault(file, record.line, None, &record.text(), &message));
            continue;
        }
        first_lines.insert(key, (record.line, record.text()));
        readings.usable += 1;
        *readings.years.entry(row.time.date().year()).or_default() += 1;
    }
    Ok(readings)
}

impl Readings {
    fn add(&mut self, row: &Row<'_>) -> Result<(), String> {
        let day = row.time.date();
        let series = self.by_section.entry(row.section.name.clone()).or_default();
        for (item, reading) in &row.items {
            series.add_at(&row.point, day, *item, reading).map_err(|error| error.to_string())?;
        }
        for (parameter, reading) in &row.trophic {
            self.trophic
                .add(&row.section.name, &row.point, day.month(), *parameter, reading)
                .map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// One record as a row, or what is wrong with it; `None` where it lies after the day of asking.
fn read<'a>(
    file: &str,
    record: &Record,
    places: &Places,
    form: &Form<'a>,
    sections: &BTreeMap<&str, &'a PlanSection>,
) -> Result<Option<Row<'a>>, Fault> {
    let cell = |place: usize| record.cells.get(place).unwrap_or("").trim();
    let wrong = |place: usize, message: &str| {
        fault(file, record.line, places.names.get(place), cell(place), message)
    };
    if let Some(message) = &record.fault {
        return Err(fault(file, record.line, None, &record.text(), message));
    }
    let name = places.section.map_or_else(|| form.section.unwrap_or_default(), cell);
    let Some(section) = sections.get(name).copied() else {
        let message = "the plan has no section of that name";
        let column = places.section.and_then(|place| places.names.get(place));
        return Err(fault(file, record.line, column, name, message));
    };
    let time = cell(places.time);
    let time = time.parse::<Timestamp>().map_err(|it| wrong(places.time, &it.to_string()))?;
    let day = time.date();
    if form.today.is_some_and(|today| day.year() == today.year() && day > today) {
        return Ok(None);
    }
    let notation = Notation::new().any_letters_void(form.letters_void);
    let point = places.point.map_or("", cell).to_owned();
    let mut row = Row { section, time, point, items: Vec::new(), trophic: Vec::new() };
    for (place, column) in places.columns.iter().enumerate() {
        match column {
            Header::Item(item, unit) => {
                let reading = notation
                    .parse(cell(place), *item)
                    .map_err(|error| wrong(place, &error.reason().to_string()))?
                    .convert(*unit, item.unit())
                    .map_err(|error| wrong(place, &error.to_string()))?;
                row.items.push((*item, reading));
            }
            Header::Trophic(parameter, places) => {
                let reading = trophic::parse(notation, cell(place), *places)
                    .map_err(|message| wrong(place, &message))?;
                row.trophic.push((*parameter, reading));
            }
            _ => {}
        }
    }
    Ok(Some(row))
}

fn fault(file: &str, line: u64, column: Option<&String>, text: &str, message: &str) -> Fault {
    Fault {
        file: file.to_owned(),
        line,
        column: column.cloned(),
        text: text.to_owned(),
        message: message.to_owned(),
    }
}
