//! What does the law say? Classes, items, limits as printed, and the cutoffs made of them.

pub(crate) mod black_odorous_table;
pub(crate) mod bound;
pub(crate) mod class;
pub(crate) mod cutoff;
pub(crate) mod detection;
pub(crate) mod gb3838_2002;
mod gbt14848_2017;
pub(crate) mod ground_water;
pub(crate) mod ground_water_class;
pub(crate) mod ground_water_limits;
pub(crate) mod item;
pub(crate) mod item_map;
pub(crate) mod item_set;
pub(crate) mod limits;
pub(crate) mod name;
pub(crate) mod naming;
mod precision;
pub(crate) mod rule;
pub(crate) mod saturation_constants;
pub(crate) mod source_item;
pub(crate) mod unit;
pub(crate) mod water_body;
