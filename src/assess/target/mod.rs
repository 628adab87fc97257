//! Targets: what a section must reach, whether it did, what the rest of the year must bring.

#[cfg(feature = "alloc")]
pub(crate) mod demand;
#[cfg(feature = "alloc")]
pub(crate) mod failing;
#[cfg(feature = "alloc")]
pub(crate) mod item_outlook;
#[cfg(feature = "alloc")]
pub(crate) mod months_met;
#[cfg(feature = "alloc")]
pub(crate) mod outlook;
#[cfg(all(feature = "alloc", feature = "serde"))]
mod plain_data;
pub(crate) mod share;
#[cfg(feature = "alloc")]
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod target;
pub(crate) mod verdict;
#[cfg(feature = "alloc")]
pub(crate) mod year_so_far;
