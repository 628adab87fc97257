//! Lakes and reservoirs: points judged together, and the trophic state.

#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod lake;
#[cfg(feature = "serde")]
mod plain_data;
pub(crate) mod trophic;
pub(crate) mod trophic_grade;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod trophic_index;
pub(crate) mod trophic_weights;
