//! A section: its class, what decides it, circumstances, multiples, main pollution items.

// Where a type has calls in several files, its page shows these first.
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod section;

pub(crate) mod absence;
pub(crate) mod circumstances;
pub(crate) mod exceedance;
pub(crate) mod ground;
pub(crate) mod last_year;
#[cfg(feature = "serde")]
mod plain_data;
pub(crate) mod pollution_items;
#[cfg(feature = "alloc")]
pub(crate) mod reading_remarks;
pub(crate) mod remarks;
pub(crate) mod section_class;
#[cfg(feature = "alloc")]
pub(crate) mod sum_columns;
#[cfg(feature = "alloc")]
pub(crate) mod sums;
