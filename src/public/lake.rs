//! Lakes and reservoirs: several points judged together, and the trophic state.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/lake.md")]

pub use crate::assess::lake::lake::{Lake, LakePoint};
pub use crate::assess::lake::trophic::TrophicParameter;
pub use crate::assess::lake::trophic_grade::TrophicGrade;
#[cfg(any(feature = "std", feature = "libm"))]
pub use crate::assess::lake::trophic_index::TrophicIndex;
pub use crate::assess::lake::trophic_weights::TrophicWeights;
