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

#[path = "../published/field.rs"]
#[expect(dead_code, reason = "shared with the tests of published results")]
mod field;
#[path = "../oracle/random.rs"]
#[expect(dead_code, reason = "shared with the oracle")]
mod random;

mod class_columns;
mod fed;
mod growing;
mod haimen;
mod hourly;
mod outlook;
mod overflow;
mod partitions;
mod ranges;
mod scaled;
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
