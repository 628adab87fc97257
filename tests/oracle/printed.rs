//! The second transcription of the standard, read from its file as plain texts.

use num_rational::BigRational;
use serde_json::Value;

use crate::rational::{Limits, parse};
use gb3838::WaterBody;

const FILE: &str = include_str!("../../conformance/gb3838-2002.json");

/// The names of the five classes that have limits, best first.
pub(crate) const CLASSES: [&str; 5] = ["I", "II", "III", "IV", "V"];

/// The whole transcription.
pub(crate) fn file() -> Value {
    serde_json::from_str(FILE).expect("the transcription is JSON")
}

/// The rows of one table, in printed order.
pub(crate) fn rows(table: u8) -> Vec<Value> {
    file()[format!("table{table}")].as_array().expect("a table has rows").clone()
}

/// A text of a row.
pub(crate) fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_else(|| panic!("no text {field} in {row}"))
}

/// A number of a row that is written without quotes: places, positions.
pub(crate) fn count(row: &Value, field: &str) -> u8 {
    let number = row[field].as_u64().unwrap_or_else(|| panic!("no number {field} in {row}"));
    u8::try_from(number).unwrap()
}

/// The name of a body of water in the transcription.
pub(crate) fn body_name(body: WaterBody) -> &'static str {
    match body {
        WaterBody::River => "river",
        WaterBody::Lake => "lake",
    }
}

/// The limits of a row of Table 1 for one body, as they stand; null where there are none.
pub(crate) fn limits_of(row: &Value, body: WaterBody) -> &Value {
    let limits = &row["limits"];
    limits.get("all").unwrap_or(&limits[body_name(body)])
}

/// The limits of a row of Table 1 as numbers, or `None` where no value is limited.
pub(crate) fn limits(row: &Value, body: WaterBody) -> Option<Limits> {
    let limits = limits_of(row, body);
    if limits.is_null() {
        return None;
    }
    let five = || -> [BigRational; 5] { CLASSES.map(|class| parse(text(limits, class))) };
    Some(match text(row, "direction") {
        "le" => Limits::AtMost(five()),
        "ge" => Limits::AtLeast(five()),
        "range" => Limits::Within(parse(text(limits, "min")), parse(text(limits, "max"))),
        other => panic!("unknown direction {other}"),
    })
}

/// A printed number without its exponent: `2.8e-6` is `0.0000028`.
pub(crate) fn without_exponent(number: &str) -> String {
    let Some((mantissa, exponent)) = number.split_once("e-") else {
        return number.to_owned();
    };
    let digits = mantissa.replace('.', "");
    let zeros: usize = exponent.parse().unwrap();
    format!("0.{}{digits}", "0".repeat(zeros - 1))
}
