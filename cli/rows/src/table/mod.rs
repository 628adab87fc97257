//! The one reader of tables: encoding, lines, cells, records, headings, and what is wrong where.

pub mod cells;
pub mod columns;
pub mod encoding;
pub mod fault;
mod gathered;
mod gathered_samples;
mod gathered_times;
pub mod labels;
pub mod lines;
pub mod reader;
pub mod records;
mod separator;
pub mod states;
pub mod time_columns;
mod unnamed;
pub mod water_bodies;
pub mod waters;
pub mod workbook;

pub use records::{Record, Records};
