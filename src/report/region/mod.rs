//! The year of a region: data, tables, words.

pub(crate) mod collect;
pub(crate) mod comparison;
pub(crate) mod counties;
pub(crate) mod data;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod lake;
pub(crate) mod remarks;
pub(crate) mod summary;
pub(crate) mod tables;
pub(crate) mod trend;
pub(crate) mod words;
