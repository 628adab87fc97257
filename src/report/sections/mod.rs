//! The result of a plan: data, tables, cells.

pub(crate) mod cells;
pub(crate) mod collect;
pub(crate) mod data;
pub(crate) mod possible;
pub(crate) mod provisional;
pub(crate) mod tables;
