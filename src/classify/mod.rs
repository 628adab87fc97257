//! Which class? The core: one configuration, compiled once, for one value or for columns.

pub(crate) mod batch;
pub(crate) mod classifier;
pub(crate) mod cutoff_table;
pub(crate) mod ground_water;
pub(crate) mod judgement;
#[cfg(feature = "serde")]
mod judgement_data;
pub(crate) mod sample;
pub(crate) mod source_item;
#[cfg(feature = "alloc")]
pub(crate) mod sums;
pub(crate) mod undecidable;
