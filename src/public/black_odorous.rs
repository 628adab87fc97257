//! Black-odorous water (黑臭水体), urban and rural.
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
