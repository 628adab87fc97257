//! Whether an item gets better or worse over the years: Spearman's rank correlation, after Daniel.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/trend.md")]

pub use crate::assess::trend::significance::{
    CriticalBound, SignificanceMethod, TieFormula, TrendOptions,
};
pub use crate::assess::trend::spearman::RankCorrelation;
pub use crate::assess::trend::trend::{Direction, Trend};
pub use crate::standard::tables::critical_values::SignificanceLevel;
