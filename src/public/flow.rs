//! Flow: ecological base flow, and the pollution intensity of the flood season.
//!
//! # Example
//! ```
//! use gb3838::{Accumulator, Item, Reading, flow::{FloodSeasonIntensity, FloodSeasonStatistic}};
//!
//! let mut season = Accumulator::new(Item::AmmoniaNitrogen);
//! for cell in ["1.2", "1.8"] {
//!     season.add(&Reading::parse(cell, Item::AmmoniaNitrogen)?)?;
//! }
//! // The mean of the season, 1.5, over the limit of the target.
//! let limit = "1.0".parse()?;
//! let intensity = FloodSeasonIntensity::of(&season, FloodSeasonStatistic::Mean, limit)?;
//! assert_eq!(intensity.round(1)?.to_string(), "1.5");
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/flow.md")]

#[cfg(feature = "alloc")]
pub use crate::assess::flow::base_flow::{BaseFlow, BaseFlowOptions, BaseFlowOutcome, MissingDays};
pub use crate::assess::flow::flood_season::{FloodSeasonIntensity, FloodSeasonStatistic};
