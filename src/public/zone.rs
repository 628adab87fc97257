//! Water function zones (水功能区): a year by its mean, or by how often the target was met.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/zone.md")]

pub use crate::assess::zone::function_zone::{
    DryMonths, FunctionZone, FunctionZoneOptions, LeftOut, ZoneItems, ZoneMethod,
};
#[cfg(feature = "alloc")]
pub use crate::assess::zone::share::{DrainageZones, ZoneShare};
pub use crate::assess::zone::year::{FailingTimes, FunctionZoneAssessment};
