//! The example `report`: its numbers, both of its forms, and what it says of bad input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops there")]

#[path = "../../examples/report/arguments.rs"]
mod arguments;
#[path = "../../examples/shared/cells.rs"]
mod cells;
#[path = "../../examples/report/chart/mod.rs"]
mod chart;
#[path = "../shared/closed.rs"]
mod closed;
#[path = "../../examples/shared/columns.rs"]
mod columns;
#[path = "../../examples/shared/fault.rs"]
mod fault;
#[path = "../../examples/shared/file.rs"]
mod file;
#[path = "../../examples/report/header.rs"]
mod header;
#[path = "../../examples/report/html.rs"]
mod html;
#[path = "../../examples/report/lakes.rs"]
mod lakes;
#[path = "../../examples/shared/lines.rs"]
mod lines;
#[path = "../../examples/report/markdown.rs"]
mod markdown;
#[path = "../../examples/report/parts.rs"]
mod parts;
#[path = "../shared/ran.rs"]
mod ran;
#[path = "../../examples/report/readings.rs"]
mod readings;
#[path = "../../examples/shared/records.rs"]
mod records;
#[path = "../../examples/report/region.rs"]
mod region;
#[path = "../../examples/report/run.rs"]
mod run;
#[path = "../../examples/shared/stop.rs"]
mod stop;
#[path = "../../examples/shared/text.rs"]
mod text;
#[path = "../../examples/report/trophic.rs"]
mod trophic;

mod bad_input;
mod chaohu;
mod haimen;
mod page;
mod qinzhou;
mod years;

use std::path::PathBuf;

use ran::run;
use serde_json::Value;

/// The plain data of a run that has no fault.
fn data(words: &[&str]) -> Value {
    let ran = run(&[words, &["--json", "--strict"]].concat()).unwrap();
    assert_eq!((ran.code, ran.messages.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

/// A file for one test, in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("report-{name}"));
    std::fs::write(&path, bytes).unwrap();
    path
}

const CHAOHU: [&str; 4] = [
    "--plan",
    concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/chaohu-2026.json"),
    "--readings",
    concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/chaohu-readings.csv"),
];

const HAIMEN: [&str; 7] = [
    "--plan",
    concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/haimen-2019.json"),
    "--readings",
    concat!(env!("CARGO_MANIFEST_DIR"), "/conformance/field/haimen-2019-h1.csv"),
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
