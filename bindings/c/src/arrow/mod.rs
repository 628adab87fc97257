//! Arrow's C data interface: columns in, classes out, and sums of years.
//!
//! `abi` holds the two frozen structs and the stream of them, `import`, `buffers` and `texts` check
//! what comes in, `owned` releases it, `export` and `polars` own what goes out. The rest is safe
//! code, and shared with other bindings.

pub mod abi;
pub mod annual;
mod buffers;
pub mod c_annual;
pub mod c_classify;
pub mod classify;
pub mod columns;
pub mod export;
pub mod failure;
pub mod import;
pub mod owned;
mod polars;
pub mod series;
pub mod state;
pub mod table;
mod text_cells;
pub mod text_column;
pub mod texts;
