//! The command `report`: its numbers, both of its forms, and what it says of bad input.

mod bad_input;
mod bulletin;
mod chaohu;
mod haimen;
mod means;
mod page;
mod qinzhou;
mod years;

use std::path::PathBuf;

use gb3838_cli::report::{self, Arguments};
use serde_json::Value;

use crate::ran::{Ran, ran};

fn run(words: &[&str]) -> Result<Ran, String> {
    ran(Arguments::parse(words.iter().map(Into::into)), report::run)
}

/// The plain data of a run that has no fault.
fn data(words: &[&str]) -> Value {
    let ran = run(&[words, &["--json", "--strict"]].concat()).unwrap();
    assert_eq!((ran.code, ran.messages.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

/// A file for one test, in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    crate::file(&format!("report-{name}"), bytes)
}

const CHAOHU: [&str; 4] = [
    "--plan",
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/chaohu-2026.json"),
    "--readings",
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/chaohu-readings.csv"),
];

const HAIMEN: [&str; 7] = [
    "--plan",
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/haimen-2019.json"),
    "--readings",
    concat!(env!("CARGO_MANIFEST_DIR"), "/../conformance/field/haimen-2019-h1.csv"),
    "--section",
    "海门湾桥闸",
    "--letters-void",
];

/// The entry of a list that has a name.
fn named<'a>(list: &'a Value, key: &str, name: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|entry| entry[key] == name).unwrap()
}

/// Rows of a CSV file by the names of their columns.
fn rows(path: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}
