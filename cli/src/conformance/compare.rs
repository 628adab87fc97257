//! Expected against got: decimals by value, sets in any order, lists in theirs.

use gb3838::Decimal;
use serde_json::{Map, Value};

/// The keys whose lists are sets.
const SETS: [&str; 7] = [
    "determining",
    "failing",
    "main_items_any_order",
    "undecidable",
    "absent",
    "items",
    "remarked",
];
/// The key that is compared as text: there the zeros at the end matter.
const AS_TEXT: &str = "rounded";
/// The ending of keys that hold printed Chinese words; a result without them is no failure.
const CHINESE: &str = "_zh";

/// The expected keys that came out otherwise, in words; `None` when all agree.
pub(crate) fn differences(
    expected: &Map<String, Value>,
    got: &Map<String, Value>,
) -> Option<String> {
    let differing: Vec<String> = expected
        .iter()
        .filter_map(|(key, expected)| match got.get(key) {
            Some(got) if agree(key, expected, got) => None,
            Some(got) => Some(format!("{key}: expected {expected}, got {got}")),
            None if key.ends_with(CHINESE) => None,
            None => Some(format!("{key}: expected {expected}, which the kind does not give")),
        })
        .collect();
    (!differing.is_empty()).then(|| differing.join("; "))
}

fn agree(key: &str, expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::String(expected), Value::String(got)) => {
            expected == got || (key != AS_TEXT && same_number(expected, got))
        }
        (Value::Array(expected), Value::Array(got)) if SETS.contains(&key) => {
            expected.iter().all(|entry| got.contains(entry))
                && got.iter().all(|entry| expected.contains(entry))
        }
        (Value::Array(expected), Value::Array(got)) => {
            expected.len() == got.len()
                && expected.iter().zip(got).all(|(expected, got)| agree(key, expected, got))
        }
        (Value::Object(expected), Value::Object(got)) => expected
            .iter()
            .all(|(key, expected)| agree(key, expected, got.get(key).unwrap_or(&Value::Null))),
        _ => expected == got,
    }
}

/// Whether two texts are the same number: "100" and "100.0".
fn same_number(left: &str, right: &str) -> bool {
    match (left.parse::<Decimal>(), right.parse::<Decimal>()) {
        (Ok(left), Ok(right)) => left == right,
        _ => false,
    }
}
