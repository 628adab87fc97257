//! Lakes and reservoirs: several points judged together, and the trophic state.
//!
//! # Example
//! ```
//! use gb3838::{Classifier, Class, Sample, WaterBody, lake::{Lake, LakePoint}};
//!
//! let classifier = Classifier::for_means(WaterBody::Lake);
//! let north = classifier.assess(&Sample::parse_named([("总磷", "0.04")])?)?;
//! let south = classifier.assess(&Sample::parse_named([("总磷", "0.08")])?)?;
//! let points = [LakePoint::new("north", &north), LakePoint::new("south", &south)];
//! // (0.04 + 0.08) / 2 = 0.06, class IV of a lake.
//! assert_eq!(Lake::of(&points)?.whole().class(), Some(Class::IV));
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! A year of several points: a [`Series`](crate::Series) a point for the items of the standard, one
//! [`OtherSeries`](crate::mean::OtherSeries) for chlorophyll-a and transparency; the trophic index
//! is made of the means over the points.
//! ```
//! # #[cfg(all(feature = "std", feature = "alloc"))] {
//! use gb3838::{
//!     Class, Classifier, Item, Notation, Period, Reading, Sample, Series, WaterBody, Year,
//!     lake::{Lake, LakePoint, TrophicGrade, TrophicIndex, TrophicParameter},
//!     mean::{OtherItem, OtherSeries},
//! };
//!
//! let year = Period::year(Year::new(2025)?);
//! let mut others = OtherSeries::new();
//! let mut points = Vec::new();
//! for (name, phosphorus, chlorophyll) in [("north", "0.04", "10"), ("south", "0.08", "30")] {
//!     let mut series = Series::new();
//!     for month in 1..=12 {
//!         let day = format!("2025-{month:02}-05").parse()?;
//!         for (item, cell) in [(Item::TotalPhosphorus, phosphorus), (Item::TotalNitrogen, "1.0")] {
//!             series.add(day, item, &Reading::parse(cell, item)?)?;
//!         }
//!         let chlorophyll = OtherItem::ChlorophyllA.parse(chlorophyll, &Notation::new())?;
//!         others.add_at(name, day, OtherItem::ChlorophyllA, &chlorophyll)?;
//!     }
//!     let means = Sample::from(&series.means(&year, year.averaging())?);
//!     points.push((name, Classifier::for_means(WaterBody::Lake).assess(&means)?));
//! }
//! let points: Vec<_> = points.iter().map(|(name, point)| LakePoint::new(name, point)).collect();
//! let lake = Lake::of(&points)?;
//! assert_eq!(lake.whole().class(), Some(Class::IV));
//!
//! let mean = |item| lake.whole().assessment().value_of(item).and_then(|it| it.value().exact());
//! let chlorophyll = others.mean(OtherItem::ChlorophyllA, &year, year.averaging())?;
//! let index = TrophicIndex::of(
//!     [
//!         (TrophicParameter::TotalPhosphorus, mean(Item::TotalPhosphorus)),
//!         (TrophicParameter::TotalNitrogen, mean(Item::TotalNitrogen)),
//!         (TrophicParameter::ChlorophyllA, chlorophyll.map(|it| *it.value())),
//!     ]
//!     .into_iter()
//!     .filter_map(|(parameter, value)| value.map(|value| (parameter, value))),
//! )?;
//! // By hand: (57.53 + 0.7056 · 48.67 + 0.6724 · 54.53) / 2.378.
//! assert_eq!(index.round(1)?.to_string(), "54.1");
//! assert_eq!(index.grade(), TrophicGrade::LightlyEutrophic);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/lake.md")]

pub use crate::assess::lake::lake::{Lake, LakePoint};
pub use crate::assess::lake::trophic::TrophicParameter;
pub use crate::assess::lake::trophic_grade::TrophicGrade;
#[cfg(any(feature = "std", feature = "libm"))]
pub use crate::assess::lake::trophic_index::TrophicIndex;
pub use crate::assess::lake::trophic_weights::TrophicWeights;
