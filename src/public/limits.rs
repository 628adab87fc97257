//! What the law prints: limits, detection limits, and the cutoffs made of them.
//!
//! # Example
//! ```
//! use gb3838::{Bound, Class, Item, Standard, WaterBody};
//!
//! let standard = Standard::GB_3838_2002;
//! let limit = standard.limit(Item::Mercury, WaterBody::River, Class::III);
//! assert_eq!(limit, Some(Bound::AtMost("0.0001".parse()?)));
//! assert_eq!(Item::Mercury.unit().symbol(), "mg/L");
//! assert_eq!(Item::Mercury.assessment_decimals(), 5);
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Rules
#![doc = include_str!("../../guide/rules/limits.md")]

pub use crate::classify::cutoff_table::{CutoffTable, ItemOutcome};
pub use crate::standard::cutoff::{Cutoff, CutoffSide, ItemCutoffs};
pub use crate::standard::edition::Edition;
pub use crate::standard::limit_row::LimitRow;
pub use crate::standard::limits::ItemLimits;
pub use crate::standard::tables::methods::Method;
