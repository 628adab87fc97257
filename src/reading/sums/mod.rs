//! Exact sums of many sections at once, fed by rows or columns, in a dense table.

pub(crate) mod below;
pub(crate) mod block;
pub(crate) mod bounds;
pub(crate) mod columns;
pub(crate) mod error;
pub(crate) mod feed;
#[cfg(test)]
mod feed_levels;
pub(crate) mod float_units;
pub(crate) mod found_rows;
pub(crate) mod headroom;
pub(crate) mod mean_ratio;
pub(crate) mod merge;
pub(crate) mod month_axis;
pub(crate) mod one_reading;
pub(crate) mod ranges;
pub(crate) mod row_means;
pub(crate) mod section_numbers;
pub(crate) mod shape;
pub(crate) mod snapshot;
pub(crate) mod span;
pub(crate) mod table;
pub(crate) mod text_feed;
pub(crate) mod value;
