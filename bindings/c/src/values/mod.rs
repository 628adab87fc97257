//! Plain values for stations: a cell, an item, a sample, running sums, a verdict.

pub mod assess;
pub mod classifier;
pub mod names;
pub mod reading;
pub mod sample;
pub mod sum;
pub mod verdict;
