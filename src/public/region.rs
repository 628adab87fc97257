//! Rivers, basins and regions: their state, their main pollution items, their change.
//!
//! # Example
//! ```
//! use gb3838::{
//!     Classifier, Quality, Sample, WaterBody,
//!     region::{RegionAssessment, RegionMethod, RegionOptions, RegionSection},
//! };
//!
//! let river = Classifier::for_means(WaterBody::River);
//! let good = river.assess(&Sample::parse_named([("氨氮", "0.3")])?)?;
//! let bad = river.assess(&Sample::parse_named([("氨氮", "1.8")])?)?;
//! let sections = [("a", &good), ("b", &good), ("c", &good), ("d", &good), ("e", &bad)];
//! let sections = sections.map(|(name, section)| RegionSection::new(name, section));
//! let region = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22)?;
//! // Four of five are class I to III: shares are judged from five sections on.
//! assert_eq!(region.state().method(), RegionMethod::Shares);
//! assert_eq!(region.state().quality(), Some(Quality::Good));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/region.md")]

pub use crate::assess::region::basin_items::{BasinItem, BasinItems};
pub use crate::assess::region::change::{Change, SectionChange};
pub use crate::assess::region::class_shares::ClassShares;
pub use crate::assess::region::item_means::{MeanAssessment, MeanCount};
pub use crate::assess::region::options::{CountedSections, ItemRate, RegionMethod, RegionOptions};
pub use crate::assess::region::region::{RegionAssessment, RegionSection, RegionState};
pub use crate::assess::region::region_change::RegionChange;
pub use crate::assess::region::relative_change::{ComparedWith, relative_change};
