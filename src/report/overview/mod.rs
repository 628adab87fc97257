//! The first screen of an assessment: what was judged, on what, and what follows.

pub(crate) mod goals;
pub(crate) mod page;
pub(crate) mod screen;
pub(crate) mod sections;
pub(crate) mod tasks;
