//! Months of the year, gaps in sampling, and how many samples a period needs.
//!
//! [`Date`](crate::Date), [`Month`](crate::Month), [`Period`](crate::Period), [`Averaging`](crate::Averaging) and [`Sufficiency`](crate::Sufficiency) stand at the root.
//!
//! # Example
//! ```
//! use gb3838::{Date, Period};
//!
//! let day: Date = "2026-02-19".parse()?;
//! let quarter = Period::quarter_of(day);
//! assert_eq!(quarter.to_string(), "2026-Q1");
//! assert!(quarter.contains("2026-03-31".parse()?));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/time.md")]

pub use crate::reading::time::period::{MonthSet, Requirement, SamplingGap};
