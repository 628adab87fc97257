//! Exact sums of many sections at once: fed by rows or columns, merged, saved, judged.
//!
//! [`SumTable`](crate::SumTable) stands at the root.
//!
//! # Example
//! ```
//! use gb3838::{Item, ItemSet, Reading, SumTable};
//!
//! // One section, twelve months.
//! let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
//! let item = Item::TotalPhosphorus;
//! for (month, cell) in [(0, "0.12"), (0, "0.14"), (1, "0.20")] {
//!     sums.add_reading(0, month, item, &Reading::parse(cell, item)?)?;
//! }
//! let january = sums.mean(0, 0, item)?.map(|mean| mean.round(2)).transpose()?;
//! assert_eq!(january, Some("0.13".parse()?));
//! # Ok::<(), gb3838::Error>(())
//! ```
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
