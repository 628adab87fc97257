//! What does the law say? Classes, items, limits as printed, and the cutoffs made of them.

pub(crate) mod bound;
pub(crate) mod class;
#[cfg(feature = "alloc")]
pub(crate) mod class_set;
pub(crate) mod cutoff;
pub(crate) mod edition;
pub(crate) mod ground_water;
pub(crate) mod item;
pub(crate) mod item_map;
pub(crate) mod item_set;
pub(crate) mod limit_row;
pub(crate) mod limits;
pub(crate) mod local_limits;
pub(crate) mod naming;
pub(crate) mod own_items;
pub(crate) mod precision;
pub(crate) mod rule;
pub(crate) mod source_item;
#[cfg(all(feature = "serde", feature = "alloc"))]
mod standard_file;
pub(crate) mod tables;
pub(crate) mod unit;
pub(crate) mod water_body;
