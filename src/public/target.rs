//! Targets of a section, shares of a group, and what the rest of the year must bring.
//!
//! [`Target`](crate::Target) and [`Verdict`](crate::Verdict) stand at the root.
//!
//! # Example
//! ```
//! # #[cfg(feature = "alloc")] {
//! use gb3838::{Class, Classifier, Sample, Target, Verdict, WaterBody, Year};
//!
//! let sample = Sample::parse_named([("氨氮", "0.9"), ("总磷", "0.25")])?;
//! let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
//! let judgement = Target::class(Year::new(2026)?, Class::III).judge_section(&section);
//! assert_eq!(judgement.verdict(), Verdict::Missed);
//! assert_eq!(judgement.failing().to_string(), "TP");
//! # }
//! # Ok::<(), gb3838::Error>(())
//! ```
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
