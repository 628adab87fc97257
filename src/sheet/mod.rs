//! What do other people's tables say? Headings and units as columns with a meaning.

pub use crate::standard::naming::quantity::Quantity;
pub use crate::standard::naming::refusal::Refusal;
pub use crate::standard::naming::spelled_unit::{Measure, SpelledUnit};
