//! Ground water by GB/T 14848-2017: classes I to V of 39 items, one by one or in columns.
//!
//! # Example
//! ```
//! use gb3838::ground_water::{GroundWaterClass, GroundWaterGrade, GroundWaterItem};
//!
//! let nitrate: GroundWaterItem = "硝酸盐".parse()?;
//! let grade = nitrate.class_of("18.5".parse()?)?;
//! assert_eq!(grade, GroundWaterGrade::Class(GroundWaterClass::III));
//! assert_eq!(grade.meets(GroundWaterClass::III), Some(true));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/ground_water.md")]

#[cfg(feature = "alloc")]
pub use crate::assess::source::ground_water_source::{
    FailingGroundWaterItem, GroundWaterAssessment, GroundWaterSource,
};
pub use crate::classify::ground_water::column::{GroundWaterColumn, GroundWaterSummary};
pub use crate::classify::ground_water::judgement::{GroundWaterGrade, GroundWaterJudgement};
pub use crate::reading::other_readings::GroundWaterReading;
pub use crate::standard::ground_water::class::GroundWaterClass;
pub use crate::standard::ground_water::item::{GroundWaterGroup, GroundWaterItem};
pub use crate::standard::ground_water::limits::GroundWaterLimits;
