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
//! A sheet of one month, by whatever names: the list says what is still to be read.
//! ```
//! # #[cfg(feature = "alloc")] {
//! use std::collections::BTreeMap;
//!
//! use gb3838::{
//!     Classifier, Item, Notation, Sample, Verdict, WaterBody,
//!     source::{SourceList, SurfaceItem, SurfaceSource},
//! };
//!
//! let notation = Notation::new();
//! let (mut basic, mut others) = (Sample::new(), BTreeMap::new());
//! for (name, cell) in [("氨氮", "0.31"), ("总氮", "1.9"), ("铁", "0.1"), ("三氯甲烷", "0.0004L")] {
//!     match name.parse()? {
//!         SurfaceItem::Basic(item) => basic.insert(item, notation.parse(cell, item)?)?,
//!         SurfaceItem::Source(item) => {
//!             others.insert(item, notation.parse_source(cell, item)?.into());
//!         }
//!     }
//! }
//! let lake = SurfaceSource::new(Classifier::for_readings(WaterBody::Lake));
//! let month = lake.with_list(SourceList::Monthly61).assess(&basic, &others)?;
//! assert_eq!(month.verdict(), Verdict::Met);
//! // Total nitrogen is reported singly; 57 items of the list of 61 were not read.
//! assert_eq!(month.reference_classes().next().map(|it| it.0), Some(Item::TotalNitrogen));
//! assert_eq!((month.judged().len(), month.absent().len()), (3, 57));
//! assert_eq!(month.missing_of_five().to_string(), "pH;DO;CODMn;TP");
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
