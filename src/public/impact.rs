//! Impact assessment: the standard index, the exceedance rate, oxygen at saturation.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/impact.md")]

pub use crate::assess::impact::exceedance_rate::ExceedanceRate;
pub use crate::assess::impact::oxygen_saturation::{OxygenSaturation, SaturationFormula};
pub use crate::assess::impact::standard_index::{StandardIndex, StandardIndexForm};
