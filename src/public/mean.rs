//! Exact means as they are printed, and automatic data before manual.
//!
//! [`Series`](crate::Series), [`Mean`](crate::Mean) and [`Accumulator`](crate::Accumulator) stand at the root.
//!
//! # Example
//! ```
//! use gb3838::{Accumulator, Item, Reading};
//!
//! let mut sum = Accumulator::new(Item::TotalPhosphorus);
//! for cell in ["0.10", "0.11", "0.02L"] {
//!     sum.add(&Reading::parse(cell, Item::TotalPhosphorus)?)?;
//! }
//! // (0.10 + 0.11 + 0.01) / 3: half of the limit where it is below one.
//! let mean = sum.mean()?.map(|mean| mean.round(3)).transpose()?;
//! assert_eq!(mean, Some("0.073".parse()?));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/mean.md")]

pub use crate::reading::mean::mean::{BelowLimitPrint, PrintedMean};
#[cfg(feature = "alloc")]
pub use crate::reading::mean::merge_sources::{MergedOrigins, Origin, OriginCounts};
#[cfg(feature = "alloc")]
pub use crate::reading::mean::other_series::{OtherCounts, OtherItem, OtherMean, OtherSeries};
