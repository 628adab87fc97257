//! The rows of a table as series of readings, for plans and reports.

use std::collections::BTreeMap;

use gb3838::{Accumulator, ItemMap, Reading, Series};

use crate::arrow::annual::{date_of, section_name};
use crate::arrow::classify::Options;
use crate::arrow::columns::{named, readings};
use crate::arrow::failure::Failure;
use crate::arrow::import::TableView;

/// Adds the rows of a table to the series of their sections; what could not be used is told, with
/// the row counted from `first_row`.
///
/// # Errors
/// For columns that do not fit.
pub fn add(
    series: &mut BTreeMap<String, Series>,
    table: &TableView<'_>,
    section: &str,
    time: &str,
    options: &Options,
    first_row: usize,
    findings: &mut Vec<String>,
) -> Result<(), Failure> {
    let (sections, times) = (named(table, section)?, named(table, time)?);
    let (mut not_read, mut columns) = (Vec::new(), Vec::new());
    for found in readings(table, &options.names)? {
        columns.push(options.reader.numbers(&found, &mut not_read)?);
    }
    for finding in not_read {
        let row = first_row + finding.row;
        findings.push(format!("row {row}: {}: {}", finding.item, finding.text));
    }
    let minus_one = gb3838::Decimal::from_integer(-1);
    for row in 0..table.rows {
        let mut told = |text: &dyn core::fmt::Display| {
            findings.push(format!("row {}: {text}", first_row + row));
        };
        let Some(name) = section_name(sections, row)? else {
            told(&"there is no section");
            continue;
        };
        let date = match date_of(times, row)? {
            Ok(date) => date,
            Err(text) => {
                told(&text);
                continue;
            }
        };
        // A value that cannot be costs itself alone; the others are those of one sample.
        let mut sample = ItemMap::new();
        for column in &columns {
            match column.reading(row) {
                None => {}
                Some(Ok(Reading::Value(value)))
                    if options.reader.minus_one_is_missing && value == minus_one => {}
                Some(Ok(reading)) => match Accumulator::new(column.item).add(&reading) {
                    Ok(()) => drop(sample.insert(column.item, reading)),
                    Err(error) => told(&error),
                },
                Some(Err(text)) => told(&text),
            }
        }
        let series = series.entry(name.into_owned()).or_default();
        if let Err(error) = series.add_sample(date, &sample) {
            told(&error);
        }
    }
    Ok(())
}
