//! What all commands share: the frame, threads, files in, languages, reasons to stop.

mod crew;
mod data_file;
pub mod file;
mod frame;
pub mod language;
pub mod option;
mod output;
pub mod progress;
mod stop;
pub(crate) mod text;
pub(crate) mod translated;

pub(crate) use crew::Crew;
pub use data_file::DataFile;
pub use frame::{Help, run};
pub use language::Call;
pub use output::say;
pub use stop::Stop;
