//! How sure a class is: the range of a mean with results below detection, and the classes that
//! remain possible while months are missing.
//!
//! [`Series::mean_range`](crate::Series::mean_range) and
//! [`SumTable::mean_range`](crate::SumTable::mean_range) give the range of one item,
//! [`SectionPossibilities`] the classes of a section.
//!
//! # Rules
#![doc = include_str!("../../guide/rules/possible.md")]

pub use crate::assess::possible::item::ItemPossibilities;
pub use crate::assess::possible::section::SectionPossibilities;
pub use crate::reading::mean::mean_range::{MeanRange, MissingMonths};
pub use crate::standard::class_set::ClassSet;
