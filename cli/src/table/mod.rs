//! The one reader of CSV: lines, cells, records, what a column holds, and what is wrong where.

pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod fault;
pub(crate) mod lines;
pub(crate) mod records;

pub use records::{Record, Records};
