//! The program `gb3838`, command by command: its numbers, its form, and what it says of bad
//! input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops there")]
#![allow(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a test has the standard library"
)]

mod agree;
mod alike_names;
mod annual;
mod annual_blocks;
mod annual_data;
mod annual_lost;
mod annual_sections;
mod assess;
mod classify;
mod closed;
mod commands;
mod conformance;
mod folded;
mod impact;
mod judged;
mod language;
mod punctuation;
mod ran;
mod readme;
mod remarked;
mod report;
#[cfg(feature = "office")]
mod sheets;
mod tables;
mod water_bodies;
mod years;

use std::path::PathBuf;

/// A file for one test, in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The folder of the conformance suite.
fn suite() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../conformance")
}
