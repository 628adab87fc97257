//! What is a number here? Decimals as printed, exact fractions, and GB/T 8170 rounding.

pub(crate) mod decimal;
#[cfg(feature = "serde")]
pub(crate) mod decimal_text;
pub(crate) mod exact;
pub(crate) mod exact_overflow;
pub(crate) mod float;
pub(crate) mod fraction;
mod fraction_order;
#[cfg(feature = "alloc")]
mod fraction_sum;
#[cfg(feature = "alloc")]
pub(crate) mod growing;
pub(crate) mod rounding;
pub(crate) mod text_buffer;
pub(crate) mod wide;
