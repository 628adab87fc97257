//! Which class? The core: one configuration, compiled once.

pub(crate) mod classifier;
pub(crate) mod judgement;
