//! What follows? A section's class and reasons, multiples, main pollution items; rivers,
//! regions and lakes, trophic state, change and trend.

pub(crate) mod basin_items;
pub(crate) mod change;
pub(crate) mod class_shares;
pub(crate) mod exceedance;
pub(crate) mod exemption;
pub(crate) mod item_means;
pub(crate) mod lake;
mod own_items;
pub(crate) mod pollution_items;
pub(crate) mod region;
pub(crate) mod region_change;
pub(crate) mod region_error;
pub(crate) mod section;
pub(crate) mod significance;
pub(crate) mod spearman;
#[cfg(any(feature = "std", feature = "libm"))]
mod student_t;
pub(crate) mod trend;
pub(crate) mod trophic;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod trophic_index;
pub(crate) mod trophic_weights;
