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

#[cfg(feature = "std")]
#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use crate::number::decimal::Decimal;

    /// A decimal as a float is what its text reads as, which the standard library rounds once:
    /// around the ends of what a float holds exactly, at every scale.
    #[test]
    fn a_decimal_is_the_nearest_float() {
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        for scale in 0..=Decimal::MAX_SCALE {
            for bits in 22..58 {
                for beside in -40..40_i64 {
                    random ^= random << 13;
                    random ^= random >> 7;
                    random ^= random << 17;
                    let any = (random >> (64 - bits)).cast_signed();
                    for units in [(1 << bits) + beside, any, -any] {
                        let Ok(decimal) = Decimal::new(units, scale) else { continue };
                        let text = decimal.to_string();
                        assert_eq!(text.parse(), Ok(decimal.to_f32()), "{text}");
                        assert_eq!(text.parse(), Ok(decimal.to_f64()), "{text}");
                    }
                }
            }
        }
    }
}
