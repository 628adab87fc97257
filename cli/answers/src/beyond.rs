//! `source_item`, `ground_item` and `ground_water`: items beyond Table 1.

use std::collections::BTreeMap;

use gb3838::{
    ground_water::{
        GroundWaterClass, GroundWaterGrade, GroundWaterItem, GroundWaterJudgement,
        GroundWaterReading, GroundWaterSource,
    },
    source::{SourceItem, SourceJudgement, SourceMeasurement},
};
use serde_json::{Value, json};

use super::sections::NOTATION;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// An item of Tables 2 and 3 by table and number.
pub(super) fn source_item_at(table: &str, number: &str) -> Result<SourceItem, CaseError> {
    let item = SourceItem::ALL
        .into_iter()
        .find(|item| item.table().to_string() == table && item.number().to_string() == number);
    let got = || json!(format!("{table}-{number}"));
    item.ok_or_else(|| CaseError::unexpected("no", "an item of Tables 2 and 3", &got()))
}

/// Whether one value passes its one limit.
pub(super) fn source_item(input: Input<'_>) -> Result<Answer, CaseError> {
    let item = source_item_at(input.text("table")?, input.text("no")?)?;
    let reading = NOTATION.parse_source(input.text("value")?, item)?;
    let verdict = match item.judge(&SourceMeasurement::Reading(reading))? {
        SourceJudgement::Passed(_) => "met",
        SourceJudgement::Failed(_) => "missed",
        SourceJudgement::Undecidable { .. } => "undecidable",
        SourceJudgement::Absent(_) => "not_assessed",
    };
    Ok(answer_of([("verdict", json!(verdict))]))
}

fn ground_item_at(number: &str) -> Result<GroundWaterItem, CaseError> {
    let item = GroundWaterItem::ALL.into_iter().find(|item| item.number().to_string() == number);
    item.ok_or_else(|| CaseError::unexpected("no", "a number from 1 to 39", &json!(number)))
}

fn ground_reading(cell: &str, item: GroundWaterItem) -> Result<GroundWaterReading, CaseError> {
    Ok(NOTATION.parse_ground_water(cell, item)?)
}

/// The classes of ground water that a value can have.
pub(super) fn ground_item(input: Input<'_>) -> Result<Answer, CaseError> {
    let item = ground_item_at(input.text("no")?)?;
    let reading = ground_reading(input.text("value")?, item)?;
    let classes: Vec<&str> = match item.judge(&reading, GroundWaterClass::III)? {
        GroundWaterJudgement::Graded { grade: GroundWaterGrade::Class(class), .. } => {
            vec![class.name()]
        }
        GroundWaterJudgement::Graded { grade: GroundWaterGrade::IvOrV, .. } => vec!["IV", "V"],
        _ => Vec::new(),
    };
    Ok(answer_of([("classes", json!(classes))]))
}

/// A sample of ground water against class III.
pub(super) fn ground_water(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut readings = BTreeMap::new();
    for (number, cell) in input.get::<BTreeMap<String, String>>("items")? {
        let item = ground_item_at(&number)?;
        readings.insert(item, ground_reading(&cell, item)?);
    }
    let sample = GroundWaterSource::new().assess(&readings)?;
    let determining: Vec<Value> =
        sample.determining().iter().map(|item| json!(item.number().to_string())).collect();
    Ok(answer_of([
        ("class", json!(sample.class().map(GroundWaterClass::name))),
        ("determining", json!(determining)),
        ("verdict", json!(sample.verdict().name())),
    ]))
}
