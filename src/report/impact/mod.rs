//! The table of an impact assessment: data and words.

pub(crate) mod data;
pub(crate) mod tables;
