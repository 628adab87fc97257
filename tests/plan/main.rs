//! The plan as data against the plan as printed: the tables of the text are read here a second
//! time, and each row and each promise is held against the data.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]

mod annexes;
mod promises;
mod tasks;
mod text;

use gb3838::plan::Plan;
use serde_json::Value;

/// The file as written.
fn file() -> Value {
    serde_json::from_str(include_str!("../../examples/data/qinzhou-2024.json")).unwrap()
}

fn plan() -> Plan {
    serde_json::from_value(file()).unwrap()
}

/// What the library made of the file.
fn read() -> Value {
    serde_json::to_value(plan()).unwrap()
}

fn is_inferred(record: &Value, key: &str) -> bool {
    record["inferred"].as_array().is_some_and(|keys| keys.iter().any(|it| it == key))
}

#[test]
fn plan_is_valid_and_survives_a_round_trip() {
    let plan = plan();
    plan.validate().unwrap();
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
}

#[test]
fn what_is_inferred_is_a_key_of_its_record() {
    let file = file();
    let mut seen = 0;
    for list in file.as_object().unwrap().values().filter_map(Value::as_array) {
        for record in list {
            for key in record["inferred"].as_array().into_iter().flatten() {
                let key = key.as_str().unwrap();
                assert!(record.get(key).is_some_and(|it| !it.is_null()), "{key} of {record}");
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}
