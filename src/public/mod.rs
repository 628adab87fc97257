//! The public modules: one page a subject, where its names from all rooms stand together.

pub mod batch;
pub mod black_odorous;
pub mod city;
pub mod error;
pub mod flow;
pub mod ground_water;
pub mod impact;
pub mod lake;
pub mod limits;
pub mod mean;
#[cfg(feature = "alloc")]
pub mod possible;
pub mod region;
pub mod section;
pub mod source;
#[cfg(feature = "alloc")]
pub mod sums;
pub mod target;
pub mod time;
pub mod trend;
pub mod zone;
