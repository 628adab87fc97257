//! What was measured? Laboratory notation, dates and periods, exact means.

pub(crate) mod cell;
pub(crate) mod cell_grammar;
mod cell_words;
#[cfg(feature = "alloc")]
pub(crate) mod columns;
pub(crate) mod mean;
pub(crate) mod notation;
pub(crate) mod other_readings;
pub(crate) mod plain_number;
pub(crate) mod possible;
#[cfg(feature = "alloc")]
pub(crate) mod sums;
pub(crate) mod time;
pub(crate) mod wholes;
