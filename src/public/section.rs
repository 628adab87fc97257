//! A section (断面): its class, what decides it, how far it is over, its main pollution items.
//!
//! A [`Classifier`](crate::Classifier) gives a [`SectionAssessment`](crate::SectionAssessment); both stand at the root.
//!
//! # Example
//! ```
//! use gb3838::{Class, Classifier, Sample, WaterBody, section::PollutionItemsOptions};
//!
//! let sample = Sample::parse_named([("氨氮", "1.34"), ("总磷", "0.264"), ("pH", "7.6")])?;
//! let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
//! assert_eq!(section.class(), Some(Class::IV));
//! let main = section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
//! let mut printed = main.iter().map(|entry| (entry.item().name_zh(), entry.multiple()));
//! assert_eq!(printed.next().map(|(name, _)| name), Some("氨氮"));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/section.md")]

pub use crate::assess::section::absence::{Absence, AbsenceKind, BackgroundLeftOut};
pub use crate::assess::section::exceedance::ExceedanceMultiple;
pub use crate::assess::section::ground::ValueCounts;
pub use crate::assess::section::last_year::LastYear;
pub use crate::assess::section::pollution_items::{
    PollutionItem, PollutionItems, PollutionItemsOptions,
};
#[cfg(feature = "alloc")]
pub use crate::assess::section::reading_remarks::ReadingRemark;
pub use crate::assess::section::remarks::ValueRemark;
pub use crate::assess::section::section_class::SectionClass;
pub use crate::classify::judgement::{Classed, Unclassed};
pub use crate::standard::class::HexColour;
