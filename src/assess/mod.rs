//! What follows? A section's class and reasons, multiples, main pollution items; rivers,
//! regions and lakes, trophic state, change and trend.

pub(crate) mod basin_items;
pub(crate) mod black_odorous;
pub(crate) mod black_odorous_extent;
pub(crate) mod black_odorous_readings;
pub(crate) mod black_odorous_rural;
pub(crate) mod change;
pub(crate) mod city_change;
pub(crate) mod city_index;
pub(crate) mod city_index_rule;
pub(crate) mod city_item_index;
#[cfg(feature = "alloc")]
pub(crate) mod city_ranking;
pub(crate) mod class_shares;
pub(crate) mod compared;
pub(crate) mod critical_values;
#[cfg(feature = "alloc")]
pub(crate) mod drinking_source;
pub(crate) mod exceedance;
pub(crate) mod exceedance_rate;
pub(crate) mod exemption;
pub(crate) mod flood_season;
#[cfg(feature = "alloc")]
pub(crate) mod flow;
pub(crate) mod function_zone;
#[cfg(feature = "alloc")]
pub(crate) mod ground_water_source;
pub(crate) mod item_means;
pub(crate) mod lake;
mod own_items;
pub(crate) mod oxygen_saturation;
pub(crate) mod pollution_items;
mod rank_orders;
pub(crate) mod region;
pub(crate) mod region_change;
pub(crate) mod region_error;
pub(crate) mod region_rule;
pub(crate) mod section;
pub(crate) mod share;
pub(crate) mod significance;
#[cfg(feature = "alloc")]
pub(crate) mod source_assessment;
pub(crate) mod source_lists;
#[cfg(feature = "alloc")]
pub(crate) mod source_rates;
pub(crate) mod spearman;
pub(crate) mod standard_index;
#[cfg(any(feature = "std", feature = "libm"))]
mod student_t;
#[cfg(feature = "alloc")]
pub(crate) mod sums;
#[cfg(feature = "alloc")]
mod tied_orders;
pub(crate) mod trend;
pub(crate) mod trophic;
pub(crate) mod trophic_grade;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod trophic_index;
pub(crate) mod trophic_weights;
pub(crate) mod verdict;
#[cfg(feature = "alloc")]
pub(crate) mod zone_share;
pub(crate) mod zone_year;
