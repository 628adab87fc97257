//! Which class? The core: one configuration, compiled once, for one value or for columns.

#[cfg(all(target_arch = "x86_64", feature = "std"))]
mod avx512;
pub(crate) mod batch;
pub(crate) mod batch_error;
mod block;
pub(crate) mod classifier;
pub(crate) mod columns;
pub(crate) mod dispatch;
pub(crate) mod ground_water;
pub(crate) mod ground_water_column;
mod judge;
pub(crate) mod judgement;
mod kernel;
pub(crate) mod outputs;
pub(crate) mod parallel;
pub(crate) mod source_item;
mod steps;
pub(crate) mod value;
