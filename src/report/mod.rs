//! What is shown? Words, tables and plain data; computes nothing.

mod cells;
mod collect;
pub(crate) mod data;
pub(crate) mod table;
mod tables;
pub(crate) mod wording;
