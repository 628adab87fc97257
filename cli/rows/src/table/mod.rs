//! The one reader of tables: encoding, lines, cells, records, headings, and what is wrong where.

pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod encoding;
pub mod fault;
mod gathered;
mod gathered_samples;
mod gathered_times;
pub(crate) mod labels;
pub(crate) mod lines;
pub(crate) mod reader;
pub mod records;
mod separator;
pub mod states;
pub(crate) mod time_columns;
mod unnamed;
pub mod water_bodies;
pub mod waters;
pub(crate) mod workbook;

pub use records::{Record, Records};
