//! Exact means: running sums, pH by hydrogen ion, series of one section.

pub(crate) mod accumulator;
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod mean;
#[cfg(feature = "alloc")]
pub(crate) mod mean_range;
#[cfg(feature = "alloc")]
pub(crate) mod merge_sources;
#[cfg(feature = "alloc")]
pub(crate) mod other_series;
pub(crate) mod ph;
pub(crate) mod quantity;
pub(crate) mod quantity_mean;
#[cfg(feature = "alloc")]
pub(crate) mod series;
