//! What follows? A section's class and reasons, multiples, main pollution items; rivers,
//! regions and lakes, trophic state, change and trend.

pub(crate) mod black_odorous;
pub(crate) mod city;
pub(crate) mod flow;
pub(crate) mod impact;
pub(crate) mod lake;
#[cfg(feature = "alloc")]
pub(crate) mod possible;
pub(crate) mod region;
pub(crate) mod section;
pub(crate) mod source;
pub(crate) mod target;
pub(crate) mod trend;
pub(crate) mod zone;
