//! A year of samples, of any size, into exact sums: some thousands of rows at a time by columns, by
//! itself each row that is not plain.

mod alike_names;
mod by_columns;
pub(crate) mod read;
pub(crate) mod remarks;
pub(crate) mod rows;
mod said;
pub(crate) mod section_key;
pub(crate) mod times;
