//! What follows? A section's class and reasons, multiples, main pollution items; rivers,
//! regions and lakes, trophic state, change and trend.

pub(crate) mod basin_items;
pub(crate) mod change;
pub(crate) mod class_shares;
pub(crate) mod compared;
pub(crate) mod critical_values;
pub(crate) mod exceedance;
pub(crate) mod exemption;
pub(crate) mod item_means;
pub(crate) mod lake;
mod own_items;
pub(crate) mod pollution_items;
pub(crate) mod region;
pub(crate) mod region_change;
pub(crate) mod region_error;
pub(crate) mod region_rule;
pub(crate) mod section;
pub(crate) mod significance;
pub(crate) mod spearman;
#[cfg(any(feature = "std", feature = "libm"))]
mod student_t;
pub(crate) mod trend;
pub(crate) mod trophic;
pub(crate) mod trophic_grade;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod trophic_index;
pub(crate) mod trophic_weights;
