//! Water function zones: a year by its mean and by how often the target was met.

pub(crate) mod function_zone;
#[cfg(feature = "alloc")]
pub(crate) mod share;
pub(crate) mod year;
