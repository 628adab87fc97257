//! Floats that become decimals: by the shortest text that names them.

use core::fmt;

use crate::number::decimal::{Decimal, ParseDecimalError, ParseDecimalReason};
use crate::number::text_buffer::TextBuffer;

/// Reads a float by the shortest decimal text that names it: `0.1` is one tenth.
impl TryFrom<f64> for Decimal {
    type Error = ParseDecimalError;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        from_float_text(format_args!("{value:e}"), value.is_nan(), value.is_infinite())
    }
}

/// Reads a float by the shortest decimal text that names it: `0.1` is one tenth.
impl TryFrom<f32> for Decimal {
    type Error = ParseDecimalError;

    fn try_from(value: f32) -> Result<Self, Self::Error> {
        from_float_text(format_args!("{value:e}"), value.is_nan(), value.is_infinite())
    }
}

fn from_float_text(
    shortest: fmt::Arguments<'_>,
    nan: bool,
    infinite: bool,
) -> Result<Decimal, ParseDecimalError> {
    let mut buffer = TextBuffer::<40>::new();
    let written = fmt::write(&mut buffer, shortest).is_ok();
    let text = buffer.as_str();
    let error = |reason| ParseDecimalError::new(text, reason);
    if nan {
        return Err(error(ParseDecimalReason::NotANumber));
    }
    if infinite {
        return Err(error(ParseDecimalReason::Infinite));
    }
    if !written {
        return Err(error(ParseDecimalReason::TooManyDigits));
    }
    Decimal::parse(text)
}
