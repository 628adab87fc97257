//! What all commands share: the frame, threads, files and carried data in, reasons to stop.

mod crew;
pub(crate) mod data_file;
pub(crate) mod file;
mod frame;
pub(crate) mod language;
pub(crate) mod option;
mod output;
mod plan_file;
pub(crate) mod progress;
pub(crate) mod sheets;
mod stop;
pub(crate) mod text;
pub(crate) mod translated;

pub(crate) use crew::Crew;
pub use data_file::DataFile;
pub(crate) use frame::{Help, run};
pub(crate) use language::Call;
pub(crate) use output::{say, write_json};
pub(crate) use plan_file::{read_plan, read_returns};
pub use stop::Stop;
