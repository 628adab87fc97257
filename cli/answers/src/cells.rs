//! `cell`, `heading` and `class_name`: words and numbers as they are found.

use gb3838::{Class, Decimal, Item, Missing, Reading};
use serde_json::json;

use super::sections::NOTATION;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// What a cell says; as an amount, of which nothing is below zero.
pub(super) fn cell(input: Input<'_>) -> Result<Answer, CaseError> {
    let notation = match input.get::<Option<Decimal>>("detection_limit")? {
        Some(limit) => NOTATION.with_detection_limit(limit),
        None => NOTATION,
    };
    let reading = notation.parse(input.text("text")?, Item::AmmoniaNitrogen)?;
    let (state, amount) = match reading {
        Reading::Value(value) => ("value", Some(value)),
        Reading::Below(limit) => ("below", Some(limit)),
        Reading::Missing(Missing::Voided | Missing::QualityControl) => ("void", None),
        Reading::Missing(_) => ("missing", None),
    };
    let entering = reading.for_mean().map_err(gb3838::Error::from)?;
    Ok(answer_of([
        ("state", json!(state)),
        ("amount", json!(amount)),
        ("entering", json!(entering)),
    ]))
}

/// The item of a column.
pub(super) fn heading(input: Input<'_>) -> Result<Answer, CaseError> {
    Ok(answer_of([("item", json!(input.text("text")?.parse::<Item>().ok()))]))
}

/// The class that a word or a number names.
pub(super) fn class_name(input: Input<'_>) -> Result<Answer, CaseError> {
    Ok(answer_of([("class", json!(input.text("text")?.parse::<Class>().ok()))]))
}
