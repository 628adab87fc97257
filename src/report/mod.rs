//! What is shown? Words, tables and plain data; computes nothing.

mod cells;
mod collect;
pub(crate) mod data;
pub(crate) mod markdown;
mod progress_cells;
mod progress_collect;
pub(crate) mod progress_data;
mod progress_tables;
mod progress_wording;
mod region_collect;
pub(crate) mod region_data;
#[cfg(any(feature = "std", feature = "libm"))]
mod region_lake;
mod region_remarks;
mod region_summary;
mod region_tables;
mod region_trend;
mod region_wording;
pub(crate) mod table;
mod tables;
pub(crate) mod wording;
pub(crate) mod work_summary;
