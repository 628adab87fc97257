//! What was promised? Targets, shares, goals, and a plan as typed data.

pub(crate) mod goal;
pub(crate) mod share;
pub(crate) mod target;
