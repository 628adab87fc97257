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
//! # Rules
#![doc = include_str!("../../guide/rules/lake.md")]

pub use crate::assess::lake::lake::{Lake, LakePoint};
pub use crate::assess::lake::trophic::TrophicParameter;
pub use crate::assess::lake::trophic_grade::TrophicGrade;
#[cfg(any(feature = "std", feature = "libm"))]
pub use crate::assess::lake::trophic_index::TrophicIndex;
pub use crate::assess::lake::trophic_weights::TrophicWeights;
