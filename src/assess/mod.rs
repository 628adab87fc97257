//! What follows? A section's class and reasons, multiples, main pollution items.

pub(crate) mod black_odorous;
pub(crate) mod black_odorous_extent;
pub(crate) mod black_odorous_readings;
pub(crate) mod black_odorous_rural;
pub(crate) mod city_change;
pub(crate) mod city_index;
pub(crate) mod city_index_rule;
pub(crate) mod city_item_index;
#[cfg(feature = "alloc")]
pub(crate) mod city_ranking;
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
mod own_items;
pub(crate) mod oxygen_saturation;
pub(crate) mod pollution_items;
pub(crate) mod section;
pub(crate) mod share;
#[cfg(feature = "alloc")]
pub(crate) mod source_assessment;
pub(crate) mod source_lists;
#[cfg(feature = "alloc")]
pub(crate) mod source_rates;
pub(crate) mod standard_index;
pub(crate) mod verdict;
#[cfg(feature = "alloc")]
pub(crate) mod zone_share;
pub(crate) mod zone_year;
