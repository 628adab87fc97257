//! Dates of China, and the periods that means are made over.

pub(crate) mod arithmetic;
#[cfg(any(feature = "chrono", feature = "jiff"))]
mod conversions;
pub(crate) mod date;
pub(crate) mod period;
pub(crate) mod time_of_day;
pub(crate) mod time_text;
pub(crate) mod time_tokens;
