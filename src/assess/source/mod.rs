//! Drinking-water sources: surface and ground water, lists of items, pass rates.

#[cfg(feature = "alloc")]
pub(crate) mod ground_water_source;
pub(crate) mod lists;
#[cfg(feature = "alloc")]
pub(crate) mod rates;
#[cfg(feature = "alloc")]
pub(crate) mod surface_assessment;
#[cfg(feature = "alloc")]
pub(crate) mod surface_source;
