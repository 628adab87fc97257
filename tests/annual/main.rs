//! Tables of sums, their classes, windows, sources and the rest of a year.
//!
//! Expected values come from print, from hand, or from rationals that share no code with the
//! crate.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]

#[path = "../../examples/annual/arguments.rs"]
mod arguments;
#[path = "../../examples/shared/cells.rs"]
mod cells;
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
#[path = "../../examples/annual/read.rs"]
mod read;
#[path = "../../examples/shared/records.rs"]
mod records;
#[path = "../../examples/annual/run.rs"]
mod run;
#[path = "../../examples/shared/stop.rs"]
mod stop;
#[path = "../../examples/annual/tables.rs"]
mod tables;
#[path = "../../examples/shared/text.rs"]
mod text;
#[path = "../../examples/annual/times.rs"]
mod times;

#[path = "../published/field.rs"]
#[expect(dead_code, reason = "shared with the tests of published results")]
mod field;
#[path = "../oracle/random.rs"]
#[expect(dead_code, reason = "shared with the oracle")]
mod random;

mod example;
mod fed;
mod haimen;
mod hourly;
mod outlook;
mod overflow;
mod partitions;
mod snapshots;
mod sources;
mod taken_out;
mod undecided;
mod untrusted;
mod windows;

use gb3838::{Decimal, Item, Reading};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn reading(cell: &str, item: Item) -> Reading {
    Reading::parse(cell, item).unwrap()
}
