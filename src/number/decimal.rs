//! A number as it was printed: integer units and a decimal scale.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::number::text_buffer::TextBuffer;
use crate::text::error_text::QuotedText;

/// A decimal number as printed: `units · 10⁻ˢᶜᵃˡᵉ`, with at most 18 places.
///
/// Two decimals are equal when their values are: `1.0` and `1.00` compare and hash
/// alike, but each prints as it was given. There is no rounding in reading one: a text
/// with more digits than fit is an error, never a nearby number.
///
/// # Example
/// ```
/// use gb3838::Decimal;
///
/// let total_phosphorus: Decimal = "0.100".parse()?;
/// assert_eq!(total_phosphorus, Decimal::new(1, 1)?);
/// assert_eq!(total_phosphorus.to_string(), "0.100");
/// assert_eq!("1.008037E+07".parse::<Decimal>()?.to_string(), "10080370");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

/// A number that a [`Decimal`] cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{units} at {scale} decimal places does not fit a decimal of 64 bits and at most 18 places"
)]
pub struct DecimalRangeError {
    units: i64,
    scale: i32,
}

impl DecimalRangeError {
    /// The integer part of the number that did not fit, in units of its last place.
    #[must_use]
    pub const fn units(&self) -> i64 {
        self.units
    }

    /// The number of decimal places that was asked for.
    #[must_use]
    pub const fn scale(&self) -> i32 {
        self.scale
    }
}

/// A text that is not a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is not a decimal number: {reason}")]
pub struct ParseDecimalError {
    text: QuotedText,
    reason: ParseDecimalReason,
}

/// What is wrong with a text that should be a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseDecimalReason {
    /// There is no digit in it.
    #[error("expected digits")]
    NoDigits,
    /// It holds a character that no number has at that place.
    #[error("expected digits, one point, an optional exponent")]
    UnexpectedCharacter,
    /// It has more digits than 64 bits, or more places than 18, can hold.
    #[error("expected at most 18 digits, 18 of them after the point")]
    TooManyDigits,
    /// It is a float that is not a number.
    #[error("expected a number, not NaN")]
    NotANumber,
    /// It is an infinite float.
    #[error("expected a finite number")]
    Infinite,
}

impl ParseDecimalError {
    pub(crate) const fn new(text: &str, reason: ParseDecimalReason) -> Self {
        Self { text: QuotedText::new(text), reason }
    }

    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn reason(&self) -> ParseDecimalReason {
        self.reason
    }
}

/// 10 to the power of `exponent`, for exponents up to 18.
pub(crate) const fn power_of_ten(exponent: u8) -> i64 {
    let mut power = 1;
    let mut index = 0;
    while index < exponent {
        power *= 10;
        index += 1;
    }
    power
}

impl Decimal {
    /// The greatest number of decimal places.
    pub const MAX_SCALE: u8 = 18;

    /// Zero, printed `0`.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// The number `units · 10⁻ˢᶜᵃˡᵉ`.
    ///
    /// # Errors
    /// When `scale` exceeds [`Decimal::MAX_SCALE`].
    pub const fn new(units: i64, scale: u8) -> Result<Self, DecimalRangeError> {
        if scale > Self::MAX_SCALE {
            return Err(DecimalRangeError { units, scale: scale as i32 });
        }
        Ok(Self { units, scale })
    }

    /// A whole number.
    #[must_use]
    pub const fn from_integer(units: i64) -> Self {
        Self { units, scale: 0 }
    }

    /// Reads digits with an optional sign, point and exponent; usable in constants.
    ///
    /// Trailing zeros are kept (`0.100` has three places) as long as they fit.
    /// Laboratory marks, spaces and full-width digits are the business of
    /// [`Reading::parse`](crate::Reading::parse).
    ///
    /// # Errors
    /// When the text is no number, or has more digits than fit.
    pub const fn parse(text: &str) -> Result<Self, ParseDecimalError> {
        match Self::parse_bytes(text.as_bytes()) {
            Ok(decimal) => Ok(decimal),
            Err(reason) => Err(ParseDecimalError::new(text, reason)),
        }
    }

    const fn parse_bytes(bytes: &[u8]) -> Result<Self, ParseDecimalReason> {
        use ParseDecimalReason::{NoDigits, TooManyDigits, UnexpectedCharacter};

        let mut index = 0;
        let negative = !bytes.is_empty() && bytes[0] == b'-';
        if negative || (!bytes.is_empty() && bytes[0] == b'+') {
            index = 1;
        }
        // Counted below zero, where there is room for one number more: i64::MIN.
        let mut units: i64 = 0;
        let mut scale: i32 = 0;
        // Zeros after the point count only when another digit follows or they fit.
        let mut pending_zeros: i32 = 0;
        let mut digits = 0_usize;
        let mut after_point = false;
        while index < bytes.len() {
            let byte = bytes[index];
            if byte == b'.' && !after_point {
                after_point = true;
            } else if byte == b'0' && after_point {
                pending_zeros += 1;
                digits += 1;
            } else if byte.is_ascii_digit() {
                let mut zeros = 0;
                while zeros < pending_zeros {
                    units = match units.checked_mul(10) {
                        Some(units) => units,
                        None => return Err(TooManyDigits),
                    };
                    zeros += 1;
                }
                if after_point {
                    scale += pending_zeros + 1;
                }
                pending_zeros = 0;
                units = match units.checked_mul(10) {
                    Some(units) => match units.checked_sub((byte - b'0') as i64) {
                        Some(units) => units,
                        None => return Err(TooManyDigits),
                    },
                    None => return Err(TooManyDigits),
                };
                digits += 1;
            } else {
                break;
            }
            index += 1;
        }
        if digits == 0 {
            return Err(if index == bytes.len() { NoDigits } else { UnexpectedCharacter });
        }
        let exponent = match Self::parse_exponent(bytes, index) {
            Ok(exponent) => exponent,
            Err(reason) => return Err(reason),
        };
        scale -= exponent;
        // Printed trailing zeros stay where there is room for them.
        while pending_zeros > 0 {
            match units.checked_mul(10) {
                Some(longer) if scale < Self::MAX_SCALE as i32 => units = longer,
                _ => break,
            }
            scale += 1;
            pending_zeros -= 1;
        }
        if !negative {
            units = match units.checked_neg() {
                Some(units) => units,
                None => return Err(TooManyDigits),
            };
        }
        match Self::with_any_scale(units, scale) {
            Ok(decimal) => Ok(decimal),
            Err(_) => Err(TooManyDigits),
        }
    }

    const fn parse_exponent(bytes: &[u8], start: usize) -> Result<i32, ParseDecimalReason> {
        use ParseDecimalReason::{TooManyDigits, UnexpectedCharacter};

        if start == bytes.len() {
            return Ok(0);
        }
        if bytes[start] != b'e' && bytes[start] != b'E' {
            return Err(UnexpectedCharacter);
        }
        let mut index = start + 1;
        let negative = index < bytes.len() && bytes[index] == b'-';
        if index < bytes.len() && (bytes[index] == b'-' || bytes[index] == b'+') {
            index += 1;
        }
        if index == bytes.len() {
            return Err(UnexpectedCharacter);
        }
        let mut exponent = 0;
        while index < bytes.len() {
            if !bytes[index].is_ascii_digit() {
                return Err(UnexpectedCharacter);
            }
            exponent = exponent * 10 + (bytes[index] - b'0') as i32;
            if exponent > 400 {
                return Err(TooManyDigits);
            }
            index += 1;
        }
        Ok(if negative { -exponent } else { exponent })
    }

    /// Brings a number of any scale into range without changing its value.
    const fn with_any_scale(mut units: i64, mut scale: i32) -> Result<Self, DecimalRangeError> {
        let error = DecimalRangeError { units, scale };
        while scale < 0 {
            units = match units.checked_mul(10) {
                Some(units) => units,
                None => return Err(error),
            };
            scale += 1;
        }
        while scale > Self::MAX_SCALE as i32 {
            if units % 10 != 0 {
                return Err(error);
            }
            units /= 10;
            scale -= 1;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 18 after the loops above"
        )]
        Ok(Self { units, scale: scale as u8 })
    }

    /// The number as an integer in units of its last place.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.units
    }

    /// The number of decimal places.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.units < 0
    }

    /// Whether the value is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.units == 0
    }

    /// The value times `10ᵖˡᵃᶜᵉˢ`, exactly: the point moves, no digit changes.
    ///
    /// # Errors
    /// When the result has more digits than fit.
    ///
    /// # Example
    /// ```
    /// # use gb3838::Decimal;
    /// let micrograms: Decimal = "5.20".parse()?;
    /// assert_eq!(micrograms.shift(-3)?.to_string(), "0.00520");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub const fn shift(self, places: i8) -> Result<Self, DecimalRangeError> {
        Self::with_any_scale(self.units, self.scale as i32 - places as i32)
    }

    /// Half of the value, exactly.
    ///
    /// # Errors
    /// When the result has more digits than fit.
    pub const fn half(self) -> Result<Self, DecimalRangeError> {
        if self.units % 2 == 0 {
            return Ok(Self { units: self.units / 2, scale: self.scale });
        }
        match self.units.checked_mul(5) {
            Some(units) => Self::with_any_scale(units, self.scale as i32 + 1),
            None => Err(DecimalRangeError { units: self.units, scale: self.scale as i32 + 1 }),
        }
    }

    /// Compares two values; usable in constants.
    #[must_use]
    pub const fn compare(self, other: Self) -> Ordering {
        // 2⁶³ · 10¹⁸ stays below 2¹²⁷.
        let left = self.units as i128 * power_of_ten(other.scale) as i128;
        let right = other.units as i128 * power_of_ten(self.scale) as i128;
        if left < right {
            Ordering::Less
        } else if left > right {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    /// The same value without trailing zeros after the point.
    #[must_use]
    pub const fn normalized(self) -> Self {
        let mut shortest = self;
        while shortest.scale > 0 && shortest.units % 10 == 0 {
            shortest.units /= 10;
            shortest.scale -= 1;
        }
        shortest
    }

    /// The nearest float.
    ///
    /// # Example
    /// ```
    /// # use gb3838::Decimal;
    /// assert_eq!("0.575".parse::<Decimal>()?.to_f64(), 0.575);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Both parts are exact floats (10¹⁸ is 5¹⁸ · 2¹⁸), so one division rounds once.
        if self.units.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS {
            #[expect(clippy::cast_precision_loss, reason = "below 2⁵³, and powers of ten to 18")]
            return self.units as f64 / power_of_ten(self.scale) as f64;
        }
        // A float is read from the shortest text that names it, so the nearest one is
        // found by reading the printed number.
        let mut text = TextBuffer::<40>::new();
        if fmt::write(&mut text, format_args!("{self}")).is_err() {
            return f64::NAN;
        }
        text.as_str().parse().unwrap_or(f64::NAN)
    }

    /// The nearest `f32`, rounded once: not by way of an `f64`.
    #[must_use]
    pub(crate) fn to_f32(self) -> f32 {
        // Both parts are exact floats (10¹⁰ is 5¹⁰ · 2¹⁰), so one division rounds once.
        if self.units.unsigned_abs() <= 1 << f32::MANTISSA_DIGITS && self.scale <= 10 {
            #[expect(clippy::cast_precision_loss, reason = "below 2²⁴, and powers of ten to 10")]
            return self.units as f32 / power_of_ten(self.scale) as f32;
        }
        let mut text = TextBuffer::<40>::new();
        if fmt::write(&mut text, format_args!("{self}")).is_err() {
            return f32::NAN;
        }
        text.as_str().parse().unwrap_or(f32::NAN)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.units.unsigned_abs();
        let power = power_of_ten(self.scale).unsigned_abs();
        let mut text = TextBuffer::<40>::new();
        if self.scale == 0 {
            fmt::write(&mut text, format_args!("{magnitude}"))?;
        } else {
            let width = usize::from(self.scale);
            fmt::write(
                &mut text,
                format_args!("{}.{:0width$}", magnitude / power, magnitude % power),
            )?;
        }
        f.pad_integral(!self.is_negative(), "", text.as_str())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl From<i32> for Decimal {
    fn from(value: i32) -> Self {
        Self::from_integer(i64::from(value))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.compare(*other)
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let shortest = self.normalized();
        shortest.units.hash(state);
        shortest.scale.hash(state);
    }
}
