//! Drinking-water sources: the 109 items, pass or fail, and pass rates.
//!
//! Ground-water sources are judged in [`ground_water`](crate::ground_water).
//!
//! # Rules
#![doc = include_str!("../../guide/rules/source.md")]

pub use crate::assess::source::lists::{SourceList, SurfaceItem};
#[cfg(feature = "alloc")]
pub use crate::assess::source::rates::{RatedSource, SourceRates, SourceStatus};
#[cfg(feature = "alloc")]
pub use crate::assess::source::surface_assessment::{FailingSourceItem, SurfaceSourceAssessment};
#[cfg(feature = "alloc")]
pub use crate::assess::source::surface_source::SurfaceSource;
pub use crate::classify::source_item::{SourceJudgement, SourceMeasurement, SourceValue};
pub use crate::standard::source_item::SourceItem;
