//! Exact means as they are printed, and automatic data before manual.
//!
//! [`Series`](crate::Series), [`Mean`](crate::Mean) and [`Accumulator`](crate::Accumulator) stand at the root.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/mean.md")]

pub use crate::reading::mean::mean::{BelowLimitPrint, PrintedMean};
#[cfg(feature = "alloc")]
pub use crate::reading::mean::merge_sources::{MergedOrigins, Origin, OriginCounts};
#[cfg(feature = "alloc")]
pub use crate::reading::mean::other_series::{OtherCounts, OtherItem, OtherMean, OtherSeries};
