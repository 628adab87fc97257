//! Samples, of any size, into exact sums of a year: some thousands of rows at a time by columns, by
//! itself each row that is not plain; and row by row into the evaluation of items.

pub mod alike_names;
mod by_columns;
pub mod evaluated;
pub mod of_year;
pub mod read;
pub mod remarks;
pub mod rows;
mod said;
pub mod section_key;
pub(crate) mod times;
