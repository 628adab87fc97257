//! A section (断面): its class, what decides it, how far it is over, its main pollution items.
//!
//! A [`Classifier`](crate::Classifier) gives a [`SectionAssessment`](crate::SectionAssessment); both stand at the root.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/section.md")]

pub use crate::assess::section::absence::{Absence, AbsenceKind, BackgroundLeftOut};
pub use crate::assess::section::exceedance::ExceedanceMultiple;
pub use crate::assess::section::last_year::LastYear;
pub use crate::assess::section::pollution_items::{
    PollutionItem, PollutionItems, PollutionItemsOptions,
};
#[cfg(feature = "alloc")]
pub use crate::assess::section::reading_remarks::ReadingRemark;
pub use crate::assess::section::remarks::ValueRemark;
pub use crate::classify::judgement::{Classed, Unclassed};
pub use crate::standard::class::HexColour;
