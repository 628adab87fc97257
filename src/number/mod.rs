//! What is a number here? Decimals as printed, exact fractions, and GB/T 8170 rounding.

pub(crate) mod decimal;
#[cfg(feature = "serde")]
pub(crate) mod decimal_text;
pub(crate) mod exact;
pub(crate) mod float;
pub(crate) mod fraction;
#[cfg(feature = "alloc")]
pub(crate) mod growing;
pub(crate) mod rounding;
pub(crate) mod text_buffer;
pub(crate) mod wide;
