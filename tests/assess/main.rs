//! The example `assess`: its numbers, its form, and what it says of bad input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops there")]

#[path = "../../examples/assess/arguments.rs"]
mod arguments;
#[path = "../../examples/shared/cells.rs"]
mod cells;
#[path = "../../examples/assess/chart.rs"]
mod chart;
#[path = "../shared/closed.rs"]
mod closed;
#[path = "../../examples/shared/columns.rs"]
mod columns;
#[path = "../../examples/shared/fault.rs"]
mod fault;
#[path = "../../examples/shared/file.rs"]
mod file;
#[path = "../../examples/shared/lines.rs"]
mod lines;
#[path = "../shared/ran.rs"]
mod ran;
#[path = "../../examples/assess/readings.rs"]
mod readings;
#[path = "../../examples/shared/records.rs"]
mod records;
#[path = "../../examples/assess/run.rs"]
mod run;
#[path = "../../examples/shared/stop.rs"]
mod stop;
#[path = "../../examples/shared/text.rs"]
mod text;

mod bad_input;
mod nothing;
mod programme;
mod qinzhou;

use std::path::PathBuf;

use ran::run;

/// A file for one test, in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
