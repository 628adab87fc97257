//! Targets of a section, shares of a group, and what the rest of the year must bring.
//!
//! [`Target`](crate::Target) and [`Verdict`](crate::Verdict) stand at the root.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/target.md")]

#[cfg(feature = "alloc")]
pub use crate::assess::target::item_outlook::{ItemOutlook, Prospect};
#[cfg(feature = "alloc")]
pub use crate::assess::target::months_met::MonthsMet;
#[cfg(feature = "alloc")]
pub use crate::assess::target::outlook::Outlook;
pub use crate::assess::target::share::{Share, SharePrecision};
#[cfg(feature = "alloc")]
pub use crate::assess::target::target::{ItemBound, TargetJudgement, TooFewSamples};
