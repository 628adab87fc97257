//! Impact assessment: the standard index, the exceedance rate, oxygen at saturation, the table of
//! items, printed limits, the comprehensive pollution index.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/impact.md")]

pub use crate::assess::impact::exceedance_rate::ExceedanceRate;
pub use crate::assess::impact::item_evaluation::{ImpactOptions, ItemEvaluation};
pub use crate::assess::impact::oxygen_saturation::{OxygenSaturation, SaturationFormula};
pub use crate::assess::impact::pollution_index::PollutionIndex;
pub use crate::assess::impact::printed_limit::PrintedLimit;
pub use crate::assess::impact::standard_index::{StandardIndex, StandardIndexForm};
