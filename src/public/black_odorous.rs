//! Black-odorous water (黑臭水体), urban and rural.
//!
//! # Example
//! ```
//! use gb3838::black_odorous::{BlackOdorousGrade, BlackOdorousReadings};
//!
//! // More than 15 mg/L is heavy; nothing else was read.
//! let readings = BlackOdorousReadings { ammonia_nitrogen: Some(16.into()), ..Default::default() };
//! assert_eq!(readings.grade()?, Some(BlackOdorousGrade::Heavy));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/black_odorous.md")]

pub use crate::assess::black_odorous::extent::{BlackOdorousBody, heavy_stretches};
pub use crate::assess::black_odorous::point::{BlackOdorousCounts, BlackOdorousPoint};
pub use crate::assess::black_odorous::readings::{
    BlackOdorousGrade, BlackOdorousReadings, Transparency,
};
pub use crate::assess::black_odorous::rural::{RuralBlackOdorous, RuralShallowWater};
pub use crate::standard::tables::black_odorous::BlackOdorousIndicator;
