//! What all commands share: the frame, files in, plans, carried data, workbooks.

pub(crate) mod carried;
mod output;
mod plan_file;
pub(crate) mod sheets;

pub(crate) use gb3838_rows::program::{Call, DataFile, Help, file, language, option, progress};
pub use gb3838_rows::program::{Stop, run, say};

pub(crate) use output::write_json;
pub(crate) use plan_file::{read_plan, read_returns};
