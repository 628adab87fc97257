//! What the program `gb3838` does for each row of a table: rows into classes, and into exact sums.
//!
//! **No published interface.** It is a package of its own because it must be fast, and what the
//! program says of its results need not be: that is compiled in a fifth of the time. Data come in
//! and messages go out through `dyn` readers and writers, so that all loops are compiled here.
#![allow(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a program has the standard library"
)]

pub mod classify;
pub mod program;
pub mod readings;
pub mod samples;
pub mod table;
