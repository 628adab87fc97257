//! What follows? A section's class and reasons, multiples, main pollution items.

#[cfg(feature = "alloc")]
pub(crate) mod drinking_source;
pub(crate) mod exceedance;
pub(crate) mod exemption;
mod own_items;
pub(crate) mod pollution_items;
pub(crate) mod section;
pub(crate) mod share;
pub(crate) mod source_lists;
pub(crate) mod verdict;
