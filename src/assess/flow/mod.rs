//! Flow: ecological base flow, and pollution intensity of the flood season.

#[cfg(feature = "alloc")]
pub(crate) mod base_flow;
pub(crate) mod flood_season;
