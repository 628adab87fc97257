//! Rivers, basins and regions: their state, their main pollution items, their change.
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
