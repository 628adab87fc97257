//! Months of the year, gaps in sampling, and how many samples a period needs.
//!
//! [`Date`](crate::Date), [`Month`](crate::Month), [`Period`](crate::Period), [`Averaging`](crate::Averaging) and [`Sufficiency`](crate::Sufficiency) stand at the root.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/time.md")]

pub use crate::reading::time::period::{MonthSet, Requirement, SamplingGap};
