//! Flow: ecological base flow, and the pollution intensity of the flood season.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/flow.md")]

#[cfg(feature = "alloc")]
pub use crate::assess::flow::base_flow::{BaseFlow, BaseFlowOptions, BaseFlowOutcome, MissingDays};
pub use crate::assess::flow::flood_season::{FloodSeasonIntensity, FloodSeasonStatistic};
