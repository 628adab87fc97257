//! Whether an item gets better or worse over the years: Spearman's rank correlation, after Daniel.
//!
//! # Example
//! ```
//! use gb3838::{Decimal, trend::{Direction, Trend, TrendOptions}};
//!
//! let years = [9, 8, 6, 7, 5, 4].map(Decimal::from_integer);
//! let trend = Trend::of(&years, &TrendOptions::DOCUMENT_22)?;
//! assert_eq!(trend.direction(), Direction::Fall);
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/trend.md")]

pub use crate::assess::trend::significance::{
    CriticalBound, SignificanceMethod, TieFormula, TrendOptions,
};
pub use crate::assess::trend::spearman::RankCorrelation;
pub use crate::assess::trend::trend::{Direction, Trend};
pub use crate::standard::tables::critical_values::SignificanceLevel;
