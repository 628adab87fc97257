//! What was measured? Laboratory notation, dates and periods, exact means.

pub(crate) mod accumulator;
pub(crate) mod beyond;
mod cell;
pub(crate) mod date;
pub(crate) mod kind;
pub(crate) mod mean;
pub(crate) mod notation;
pub(crate) mod period;
pub(crate) mod ph;
pub(crate) mod quantity;
pub(crate) mod quantity_mean;
#[cfg(feature = "alloc")]
pub(crate) mod series;
