//! What follows? A section's class and reasons, multiples, main pollution items.

#[cfg(feature = "alloc")]
pub(crate) mod drinking_source;
pub(crate) mod exceedance;
pub(crate) mod exemption;
pub(crate) mod function_zone;
#[cfg(feature = "alloc")]
pub(crate) mod ground_water_source;
mod own_items;
pub(crate) mod pollution_items;
pub(crate) mod section;
pub(crate) mod share;
#[cfg(feature = "alloc")]
pub(crate) mod source_assessment;
pub(crate) mod source_lists;
#[cfg(feature = "alloc")]
pub(crate) mod source_rates;
pub(crate) mod verdict;
#[cfg(feature = "alloc")]
pub(crate) mod zone_share;
pub(crate) mod zone_year;
