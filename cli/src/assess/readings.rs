//! A CSV file of readings, one row per section and time, into the series of a plan.

use std::collections::BTreeMap;

use csv::StringRecord;
use gb3838::{
    Date, Reading, Series, Timestamp, Year,
    plan::{Plan, ReadingsBySection},
};

use crate::table::columns::Column;
use crate::table::fault::Fault;
use crate::table::records::{Record, Records};

/// What a file of readings holds.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    pub(crate) by_section: ReadingsBySection,
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

/// Reads CSV text; a bad row is listed and not used. Rows of the same year after the day of
/// asking, where one is given, are counted and not used.
pub(crate) fn parse(
    file: &str,
    text: &str,
    plan: &Plan,
    today: Option<Date>,
) -> Result<Readings, String> {
    let mut readings = Readings::default();
    let Some(mut records) = Records::open(file, text.as_bytes())? else {
        readings.faults.push(fault(file, 1, None, "", "the file is empty; expected a header"));
        return Ok(readings);
    };
    let headers = records.headers().clone();
    let columns = columns(file, &headers, &mut readings);
    let place = |wanted| columns.iter().position(|column| *column == wanted);
    let expected = |name| {
        let found = headers.iter().collect::<Vec<_>>().join("\", \"");
        format!("{file}:1: expected a column \"{name}\"; the columns are \"{found}\"")
    };
    let time = place(Column::Time).ok_or_else(|| expected("time"))?;
    let section = place(Column::Section).ok_or_else(|| expected("section"))?;
    let point = place(Column::Point);
    let mut first_lines: BTreeMap<(String, String, Timestamp), (u64, String)> = BTreeMap::new();

    let mut record = Record::default();
    while records.read(&mut record)? {
        readings.rows += 1;
        let line = record.line;
        let whole = record.text();
        let cell = |index: usize| record.cells.get(index).unwrap_or("").trim();
        if let Some(message) = &record.fault {
            readings.faults.push(fault(file, line, None, &whole, message));
            continue;
        }
        let Some(known) = plan.section(cell(section)) else {
            let message = "the plan has no section of that name";
            readings.faults.push(fault(file, line, headers.get(section), cell(section), message));
            continue;
        };
        let timestamp: Timestamp = match cell(time).parse() {
            Ok(timestamp) => timestamp,
            Err(error) => {
                let message = format!("{error}");
                readings.faults.push(fault(file, line, headers.get(time), cell(time), &message));
                continue;
            }
        };
        let day = timestamp.date();
        if today.is_some_and(|today| day.year() == today.year() && day > today) {
            readings.after_day += 1;
            continue;
        }
        let mut row = Vec::new();
        let mut bad = None;
        for (index, column) in columns.iter().enumerate() {
            let Column::Item(item) = column else { continue };
            match Reading::parse(cell(index), *item) {
                Ok(reading) => row.push((*item, reading)),
                Err(error) => {
                    let message = error.reason().to_string();
                    bad = Some(fault(file, line, headers.get(index), cell(index), &message));
                    break;
                }
            }
        }
        if let Some(bad) = bad {
            readings.faults.push(bad);
            continue;
        }
        let point = point.map_or("", cell).to_owned();
        let key = (known.name.clone(), point.clone(), timestamp);
        if let Some((first_line, first)) = first_lines.get(&key) {
            let message =
                format!("the same section and time as line {first_line}, which is kept: {first}");
            readings.faults.push(fault(file, line, None, &whole, &message));
            continue;
        }
        let series = readings.by_section.entry(known.name.clone()).or_insert_with(Series::new);
        let added =
            row.iter().try_for_each(|(item, reading)| series.add_at(&point, day, *item, reading));
        if let Err(error) = added {
            readings.faults.push(fault(file, line, None, &whole, &error.to_string()));
            continue;
        }
        first_lines.insert(key, (line, whole));
        readings.usable += 1;
        *readings.years.entry(day.year()).or_default() += 1;
    }
    Ok(readings)
}

/// What each column holds; those that are not read are listed, as faults where they are unknown.
fn columns(file: &str, headers: &StringRecord, readings: &mut Readings) -> Vec<Column> {
    let is_read =
        |column| matches!(column, Column::Time | Column::Section | Column::Point | Column::Item(_));
    let (columns, repeated) = Column::all(file, headers, is_read);
    readings.faults.extend(repeated);
    for (header, column) in headers.iter().zip(&columns) {
        match column {
            Column::Usual | Column::WaterBody => readings.passed_over.push(header.to_owned()),
            Column::Unknown => {
                let message = "no item of the standard and no column of readings; it is not read";
                readings.faults.push(Fault::of_header(file, header, message));
            }
            _ => {}
        }
    }
    columns
}

fn fault(file: &str, line: u64, column: Option<&str>, text: &str, message: &str) -> Fault {
    Fault {
        file: file.to_owned(),
        line,
        column: column.map(ToOwned::to_owned),
        text: text.to_owned(),
        message: message.to_owned(),
    }
}
