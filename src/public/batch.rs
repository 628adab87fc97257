//! Columns in, classes out: many rows in one call, as fast as memory.
//!
//! [`Batch`](crate::Batch), [`Column`](crate::Column), [`Bits`](crate::Bits) and [`Outputs`](crate::Outputs) stand at the root; [the guide](crate::guide::batch) says what they cost.

pub use crate::classify::batch::columns::ScaledValue;
pub use crate::classify::batch::dispatch::CpuLevel;
pub use crate::classify::batch::outputs::{ClassCounts, Impossible, Summary};
pub use crate::classify::batch::parallel::Threads;
#[cfg(feature = "alloc")]
pub use crate::classify::batch::text_table::{TextRow, TextTable};
pub use crate::classify::batch::value::Value;
#[cfg(feature = "alloc")]
pub use crate::reading::columns::text_column::{
    TextColumn, TextFinding, TextFindingKind, TextValue,
};
