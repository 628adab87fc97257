//! What was measured? Laboratory notation, dates and periods, exact means.

pub(crate) mod accumulator;
pub(crate) mod beyond;
mod cell;
pub(crate) mod cell_grammar;
mod cell_words;
pub(crate) mod date;
#[cfg(feature = "alloc")]
pub(crate) mod float_units;
pub(crate) mod kind;
pub(crate) mod mean;
#[cfg(feature = "alloc")]
pub(crate) mod merge_sources;
#[cfg(feature = "alloc")]
pub(crate) mod names;
pub(crate) mod notation;
pub(crate) mod period;
pub(crate) mod ph;
pub(crate) mod quantity;
pub(crate) mod quantity_mean;
#[cfg(feature = "alloc")]
pub(crate) mod series;
#[cfg(feature = "alloc")]
pub(crate) mod snapshot;
#[cfg(feature = "alloc")]
pub(crate) mod sum_span;
#[cfg(feature = "alloc")]
pub(crate) mod table;
#[cfg(feature = "alloc")]
mod table_block;
#[cfg(feature = "alloc")]
mod table_bounds;
#[cfg(feature = "alloc")]
pub(crate) mod table_columns;
#[cfg(feature = "alloc")]
pub(crate) mod table_error;
#[cfg(feature = "alloc")]
mod table_feed;
#[cfg(feature = "alloc")]
mod table_merge;
#[cfg(feature = "alloc")]
mod table_reading;
#[cfg(feature = "alloc")]
mod table_room;
#[cfg(feature = "alloc")]
pub(crate) mod table_shape;
mod time_of_day;
pub(crate) mod time_text;
mod time_tokens;
#[cfg(feature = "alloc")]
pub(crate) mod weighed;
pub(crate) mod window;
