//! Drinking-water sources: the 109 items, pass or fail, and pass rates.
//!
//! Ground-water sources are judged in [`ground_water`](crate::ground_water).
//!
//! # Example
//! ```
//! # #[cfg(feature = "alloc")] {
//! use std::collections::BTreeMap;
//!
//! use gb3838::{
//!     Classifier, Notation, Sample, Verdict, WaterBody, source::{SourceItem, SurfaceSource},
//! };
//!
//! let manganese = Notation::new().parse_source("0.12", SourceItem::Manganese)?;
//! let others = BTreeMap::from([(SourceItem::Manganese, manganese.into())]);
//! let source = SurfaceSource::new(Classifier::for_readings(WaterBody::River));
//! let assessed = source.assess(&Sample::new(), &others)?;
//! assert_eq!(assessed.verdict(), Verdict::Missed);
//! assert_eq!(assessed.failing()[0].item().name_zh(), "锰");
//! # }
//! # Ok::<(), gb3838::Error>(())
//! ```
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
