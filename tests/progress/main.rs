//! Reports that are odd: taken back, of events nobody told, of triggers, of shared counties.

#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test stops there, and JSON is written where it is passed"
)]

mod make;

mod deadlines;
mod empty;
mod flows;
mod many;
mod shared_county;
mod taken_back;
mod triggers;
