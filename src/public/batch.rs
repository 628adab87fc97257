//! Columns in, classes out: many rows in one call, as fast as memory.
//!
//! [`Batch`](crate::Batch), [`Column`](crate::Column), [`Bits`](crate::Bits) and [`Outputs`](crate::Outputs) stand at the root; [the guide](crate::guide::batch) says what they cost.
//!
//! # Example
//! ```
//! use gb3838::{Batch, Classifier, ClassCode, Class, Column, Item, WaterBody};
//!
//! let river = Classifier::for_readings(WaterBody::River);
//! let ammonia = [0.12, 0.48, 2.4, f64::NAN];
//! let mut class = [0; 4];
//! let columns = [Column::new(Item::AmmoniaNitrogen, &ammonia)];
//! let summary = Batch::new(&river, &columns)?.class(&mut class)?;
//! assert_eq!(class, [1, 2, 6, 0]);
//! assert_eq!(ClassCode::try_from(class[2])?.get(), Some(Class::InferiorV));
//! assert_eq!(summary.impossible(), 0);
//! # Ok::<(), gb3838::Error>(())
//! ```

pub use crate::classify::batch::columns::ScaledValue;
pub use crate::classify::batch::outputs::{ClassCounts, Impossible, Summary};
pub use crate::classify::batch::parallel::Threads;
#[cfg(feature = "alloc")]
pub use crate::classify::batch::text_table::{TextRow, TextTable};
pub use crate::classify::batch::value::Value;
pub use crate::cpu::CpuLevel;
#[cfg(feature = "alloc")]
pub use crate::reading::columns::text_column::{
    TextColumn, TextFinding, TextFindingKind, TextValue,
};
