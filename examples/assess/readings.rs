//! A CSV file of readings, one row per section and time, into the series of a plan.

use std::collections::BTreeMap;

use gb3838::{Item, Plan, Reading, ReadingsBySection, Series, Timestamp, Year};

use crate::fault::Fault;

/// What a file of readings holds.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    pub(crate) by_section: ReadingsBySection,
    /// Rows by year, used ones alone.
    pub(crate) years: BTreeMap<Year, u64>,
    pub(crate) rows: u64,
    pub(crate) used: u64,
    /// Rows and columns that could not be used.
    pub(crate) faults: Vec<Fault>,
    /// Columns that the standard has no item for, as monitoring stations print them.
    pub(crate) passed_over: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Time,
    Section,
    Point,
    Item(Item),
    PassedOver,
    Unknown,
}

impl Column {
    fn of(header: &str) -> Self {
        let is = |names: &[&str]| names.iter().any(|name| header.eq_ignore_ascii_case(name));
        if is(&["time", "date", "时间", "日期", "监测时间", "采样时间"]) {
            Self::Time
        } else if is(&["section", "station", "断面", "断面名称", "站点"]) {
            Self::Section
        } else if is(&["point", "点位", "测点"]) {
            Self::Point
        } else if let Ok(item) = header.parse() {
            Self::Item(item)
        } else if is(&[
            "row",
            "province",
            "basin",
            "class_printed",
            "ec",
            "conductivity",
            "turbidity",
            "chla",
            "algae",
            "省份",
            "流域",
            "水质类别",
            "电导率",
            "浊度",
            "叶绿素",
            "藻密度",
        ]) {
            Self::PassedOver
        } else {
            Self::Unknown
        }
    }
}

/// Reads CSV text; a bad row is listed and not used, every other row is.
pub(crate) fn parse(file: &str, text: &str, plan: &Plan) -> Result<Readings, String> {
    let mut readings = Readings::default();
    let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = csv.headers().map_err(|error| format!("{file}: {error}"))?.clone();
    let columns = columns(file, &headers, &mut readings);
    let place = |wanted| columns.iter().position(|column| *column == wanted);
    let expected = |name| format!("{file}:1: expected a column \"{name}\", found {headers:?}");
    let time = place(Column::Time).ok_or_else(|| expected("time"))?;
    let section = place(Column::Section).ok_or_else(|| expected("section"))?;
    let point = place(Column::Point);
    let mut first_lines: BTreeMap<(String, String, Timestamp), (u64, String)> = BTreeMap::new();

    for record in csv.records() {
        readings.rows += 1;
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                readings.faults.push(fault(file, line, None, "", &error.to_string()));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let whole = record.iter().collect::<Vec<_>>().join(",");
        let cell = |index: usize| record.get(index).unwrap_or("").trim();
        if record.len() != headers.len() {
            let message = format!("expected {} cells, found {}", headers.len(), record.len());
            readings.faults.push(fault(file, line, None, &whole, &message));
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
        let added = row.iter().try_for_each(|(item, reading)| {
            series.add_at(&point, timestamp.date(), *item, reading)
        });
        if let Err(error) = added {
            readings.faults.push(fault(file, line, None, &whole, &error.to_string()));
            continue;
        }
        first_lines.insert(key, (line, whole));
        readings.used += 1;
        *readings.years.entry(timestamp.date().year()).or_default() += 1;
    }
    Ok(readings)
}

/// The meaning of each column; unknown and repeated ones are listed as faults.
fn columns(file: &str, headers: &csv::StringRecord, readings: &mut Readings) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for header in headers {
        let mut column = Column::of(header.trim());
        match column {
            Column::PassedOver => readings.passed_over.push(header.to_owned()),
            Column::Unknown => {
                let message = "no item of the standard and no column of readings; it is not read";
                readings.faults.push(fault(file, 1, Some(header), header, message));
            }
            known if columns.contains(&known) => {
                let message = "a column of the same meaning stands before it; it is not read";
                readings.faults.push(fault(file, 1, Some(header), header, message));
                column = Column::Unknown;
            }
            _ => {}
        }
        columns.push(column);
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
