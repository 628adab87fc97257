//! Trend over years: rank correlation with time, and when it is significant.

#[cfg(feature = "serde")]
mod plain_data;
pub(crate) mod rank_orders;
pub(crate) mod significance;
pub(crate) mod spearman;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod student_t;
#[cfg(feature = "alloc")]
pub(crate) mod tied_orders;
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod trend;
