//! Exact sums of many sections at once: fed by rows or columns, merged, saved, judged.
//!
//! [`SumTable`](crate::SumTable) stands at the root.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/sums.md")]

pub use crate::assess::section::sums::SumAssessment;
pub use crate::reading::sums::columns::{
    FeedCounts, ItemColumn, LongColumns, PeriodNumber, RefusedRow, WideColumns,
};
pub use crate::reading::sums::month_axis::MonthAxis;
pub use crate::reading::sums::section_numbers::SectionNumbers;
pub use crate::reading::sums::snapshot::{CellSnapshot, SumSnapshot};
pub use crate::reading::sums::span::SumSpan;
