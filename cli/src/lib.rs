//! The program `gb3838`, command by command.
//!
//! **No published interface.** What is public here is public for the program and for its tests,
//! and changes with them; the library for other programs is [`gb3838`].
#![allow(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a program has the standard library"
)]

pub mod annual;
pub mod assess;
mod commands;
pub mod conformance;
pub mod impact;
pub mod program;
pub mod report;

pub use commands::run;
pub use gb3838_rows::classify;
use gb3838_rows::{readings, samples, table};
