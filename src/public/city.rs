//! Cities: the index of their waters, its change, and the ranking.
//!
//! # Example
//! ```
//! use gb3838::{Decimal, Item, ItemMap, Quantity, city::{CityIndex, CityIndexOptions}};
//!
//! let lead = Quantity::from(Decimal::parse("0.025")?);
//! let section = ItemMap::from_iter([(Item::Lead, lead)]);
//! let city = CityIndex::of(&[section], &[], &CityIndexOptions::PROVISIONAL_2017)?;
//! // 0.025 mg/L over the limit of class III, 0.05.
//! assert_eq!(city.round(2)?.to_string(), "0.50");
//! assert_eq!(city.absent().len(), 20);
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/city.md")]

pub use crate::assess::city::change::{ChangeRankingPart, CityIndexChange, SectionInTwoYears};
pub use crate::assess::city::index::{CityIndex, CityWaterIndex};
pub use crate::assess::city::item_index::CityItemIndex;
pub use crate::assess::city::options::{CityIndexOptions, CityWeights};
#[cfg(feature = "alloc")]
pub use crate::assess::city::ranking::{Ranked, rank_ascending};
