//! Cities: the index of their waters, its change, and the ranking.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/city.md")]

pub use crate::assess::city::change::{ChangeRankingPart, CityIndexChange, SectionInTwoYears};
pub use crate::assess::city::index::{CityIndex, CityWaterIndex};
pub use crate::assess::city::item_index::CityItemIndex;
pub use crate::assess::city::options::{CityIndexOptions, CityWeights};
#[cfg(feature = "alloc")]
pub use crate::assess::city::ranking::{Ranked, rank_ascending};
