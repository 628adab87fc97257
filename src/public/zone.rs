//! Water function zones (水功能区): a year by its mean, or by how often the target was met.
//!
//! # Example
//! ```
//! use gb3838::{Class, time::MonthSet, zone::{DryMonths, FunctionZone, LeftOut}};
//!
//! // Six dry months in a row leave a zone out of the year's count.
//! let zone = FunctionZone::new(Class::III).with_dry_months(MonthSet::new(&[1, 2, 3, 4, 5, 6])?);
//! assert_eq!(zone.left_out(DryMonths::Consecutive), Some(LeftOut::Dry { months: 6 }));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/zone.md")]

pub use crate::assess::zone::function_zone::{
    DryMonths, FunctionZone, FunctionZoneOptions, LeftOut, ZoneItems, ZoneMethod,
};
#[cfg(feature = "alloc")]
pub use crate::assess::zone::share::{DrainageZones, ZoneShare};
pub use crate::assess::zone::year::{FailingTimes, FunctionZoneAssessment};
