//! Impact assessment: the standard index, the exceedance rate, oxygen at saturation, the table of
//! items, printed limits, the comprehensive pollution index.
//!
//! # Example
//! ```
//! use gb3838::{Decimal, impact::StandardIndex};
//!
//! // 0.9 mg/L against a limit of 1.0.
//! let index = StandardIndex::of_concentration("0.9".parse::<Decimal>()?, "1.0".parse()?)?;
//! assert_eq!((index.round(1)?.to_string().as_str(), index.exceeds()), ("0.9", false));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/impact.md")]

pub use crate::assess::impact::exceedance_rate::ExceedanceRate;
pub use crate::assess::impact::item_evaluation::{ImpactOptions, ItemEvaluation};
pub use crate::assess::impact::oxygen_saturation::{OxygenSaturation, SaturationFormula};
pub use crate::assess::impact::pollution_index::PollutionIndex;
pub use crate::assess::impact::printed_limit::PrintedLimit;
pub use crate::assess::impact::standard_index::{StandardIndex, StandardIndexForm};
