//! Which classes remain possible: of a mean, and of a section.

pub(crate) mod item;
pub(crate) mod section;
