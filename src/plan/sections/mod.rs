//! The sections of a plan held against readings.

pub(crate) mod assessment;
pub(crate) mod county;
pub(crate) mod leading_item;
pub(crate) mod options;
pub(crate) mod outcome;
pub(crate) mod region_comparison;
pub(crate) mod region_year;
pub(crate) mod verdicts;
