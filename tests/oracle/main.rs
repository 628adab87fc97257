//! The crate against a slow, obvious and independent computation of the same rules.
//!
//! Expected values come from the second transcription of the tables, from print, or from
//! rational arithmetic on big integers; none of it calls the code under test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]

mod classes;
mod cutoffs;
mod decimals;
mod fractions;
mod ground_water;
mod printed;
mod random;
mod rational;
mod rounding;
mod scaled;
mod tables;
mod wide;
