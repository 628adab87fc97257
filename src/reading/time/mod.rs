//! Dates of China, and the periods that means are made over.

pub(crate) mod date;
pub(crate) mod period;
