//! `period_mean`: one mean over all valid values of a column.

use std::path::{Component, Path};

use gb3838::{Accumulator, Error, Item, Unit};
use serde_json::json;

use super::items::classifier;
use super::sections::NOTATION;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// Mean, extremes and class of a column. The figures are in the column's unit, as printed;
/// the class is that of the mean in the unit of the limits.
pub(super) fn period_mean(input: Input<'_>, data_root: &Path) -> Result<Answer, CaseError> {
    let item: Item = input.get("item")?;
    let unit: Unit = input.parsed("unit", "a unit such as mg/L")?;
    let mut printed = Accumulator::new(item);
    let mut compared = Accumulator::new(item);
    let file = input.text("file")?;
    for (line, cell) in column(file, input.text("column")?, data_root)? {
        let located = |error: Error| CaseError::Data(format!("file: {file}: line {line}: {error}"));
        let reading = NOTATION.parse(&cell, item).map_err(|error| located(error.into()))?;
        let converted =
            reading.convert(unit, item.unit()).map_err(|error| located(error.into()))?;
        printed.add(&reading)?;
        compared.add(&converted)?;
    }
    let decimals = input.whole("decimals")?;
    let mean =
        printed.mean()?.map(|mean| mean.round(decimals).map_err(CaseError::from)).transpose()?;
    let classifier = classifier(input)?;
    let class = compared.mean()?.and_then(|mean| classifier.class_of_quantity(item, &mean));
    let (least, greatest) = printed.extremes().unzip();
    Ok(answer_of([
        ("mean", json!(mean)),
        ("min", json!(least)),
        ("max", json!(greatest)),
        ("class", json!(class)),
    ]))
}

/// The cells of a column of a CSV file below the data root, each with its line.
fn column(file: &str, column: &str, data_root: &Path) -> Result<Vec<(u64, String)>, CaseError> {
    let relative = Path::new(file);
    let problem = |what: String| CaseError::Data(format!("file: {file}: {what}"));
    if !relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(problem("expected a path below the data root".to_owned()));
    }
    let path = data_root.join(relative);
    let unreadable = |error: csv::Error| problem(format!("{}: {error}", path.display()));
    let mut table = csv::Reader::from_path(&path).map_err(unreadable)?;
    let headers = table.headers().map_err(unreadable)?;
    let index = headers
        .iter()
        .position(|header| header == column)
        .ok_or_else(|| problem(format!("column: there is no column {column}")))?;
    table
        .records()
        .map(|row| {
            let row = row?;
            let line = row.position().map_or(0, csv::Position::line);
            Ok((line, row.get(index).unwrap_or_default().to_owned()))
        })
        .collect::<Result<_, _>>()
        .map_err(unreadable)
}
