//! Columns in, classes out: the loop, what feeds it, and where its answers go.

#[cfg(all(target_arch = "x86_64", feature = "std"))]
pub(crate) mod avx512;
#[cfg(all(target_arch = "x86_64", feature = "std", feature = "alloc"))]
pub(crate) mod avx512_text;
#[expect(clippy::module_inception, reason = "the folder is named for what it holds most of")]
pub(crate) mod batch;
pub(crate) mod block;
#[cfg(feature = "alloc")]
pub(crate) mod cell_ends;
pub(crate) mod columns;
pub(crate) mod dispatch;
pub(crate) mod error;
pub(crate) mod judge;
pub(crate) mod kernel;
#[cfg(all(target_arch = "x86_64", feature = "std"))]
mod lane_order;
pub(crate) mod outputs;
pub(crate) mod parallel;
pub(crate) mod steps;
#[cfg(feature = "alloc")]
pub(crate) mod text_table;
pub(crate) mod value;
