//! Black-odorous water, urban and rural.

pub(crate) mod extent;
pub(crate) mod point;
pub(crate) mod readings;
pub(crate) mod rural;
