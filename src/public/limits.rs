//! What the law prints: limits, detection limits, and the cutoffs made of them.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/limits.md")]

pub use crate::standard::cutoff::{Cutoff, CutoffSide, ItemCutoffs};
pub use crate::standard::edition::Edition;
pub use crate::standard::limit_row::LimitRow;
pub use crate::standard::limits::ItemLimits;
pub use crate::standard::tables::methods::Method;
