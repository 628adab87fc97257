//! Classes of ground water, for one reading or for a column.

pub(crate) mod column;
pub(crate) mod judgement;
