//! Ground water by GB/T 14848-2017: its items, its classes, the forms of its limits.

pub(crate) mod class;
pub(crate) mod item;
pub(crate) mod limits;
