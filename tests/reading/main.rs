//! What was measured: notation, dates, periods, exact means, pH by hydrogen ion.
//!
//! Expected values come from the documents, from the calendar, or from arithmetic that stands
//! in the comments.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::std_instead_of_alloc,
    reason = "a test has the standard library, and says what went wrong by failing"
)]

mod acidity;
mod dates;
mod means;
mod merging;
mod notation;
mod other_series;
mod periods;
mod random;
mod text_columns;
mod text_table;
