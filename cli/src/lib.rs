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
pub mod classify;
mod commands;
pub mod conformance;
pub mod impact;
pub mod program;
mod readings;
pub mod report;
mod samples;
pub mod table;

pub use commands::run;
