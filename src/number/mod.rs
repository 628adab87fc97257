//! What is a number here? Decimals as printed, exact fractions, and GB/T 8170 rounding.

pub(crate) mod decimal;
pub(crate) mod fraction;
pub(crate) mod rounding;
pub(crate) mod wide;
