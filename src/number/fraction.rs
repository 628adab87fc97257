//! Exact fractions: means, means of means, and their comparison with printed limits.

use core::cmp::Ordering;
use core::fmt;

use crate::number::decimal::{Decimal, power_of_ten};
#[cfg(feature = "alloc")]
use crate::number::exact::Exact;
#[cfg(feature = "alloc")]
use crate::number::growing::Natural;
use crate::number::text_buffer::TextBuffer;
use crate::number::wide::{Integer, Words};
use crate::text::error_text::QuotedText;
use crate::text::padded::padded;

pub use crate::number::exact_overflow::ExactOverflow;

/// The greatest size of numerator and denominator, in bits.
///
/// It leaves room in 512 bits for a factor of 64 bits on either side, so that a comparison
/// with a decimal and a rounding can never overflow.
pub(super) const MAX_BITS: usize = 384;

/// An exact fraction in lowest terms, such as the mean of decimals.
///
/// Equal values have equal bits, whatever the order and grouping of the terms. It grows
/// from 128 to 384 bits without allocation; what needs more is an [`ExactOverflow`], never
/// a rounded value. Means of many points, each over many months of many readings, need more: with
/// an allocator they are worked out in full and held as [enclosed](Self::is_enclosed).
///
/// # Example
/// ```
/// use gb3838::{Decimal, Fraction};
///
/// // 2.774 mg/L in 19 readings.
/// let mean = Fraction::from(Decimal::parse("2.774")?).divided_by_count(19)?;
/// assert_eq!(mean.to_string(), "73/500");
/// assert_eq!(mean.round(2)?.to_string(), "0.15");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    /// Magnitudes, as short as they can be kept: many fractions are held at a time.
    numerator: Words,
    /// Never zero.
    denominator: Words,
    is_negative: bool,
    /// Whether this stands for a number that lies strictly between two neighbours.
    enclosed: bool,
}

/// An enclosed number lies between two numbers of so many decimals.
#[cfg(feature = "alloc")]
const ENCLOSED_DECIMALS: u32 = 76;

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self {
        numerator: [0; 6],
        denominator: [1, 0, 0, 0, 0, 0],
        is_negative: false,
        enclosed: false,
    };

    /// A fraction in lowest terms, of at most [`MAX_BITS`] and with a positive denominator.
    fn of(numerator: &Integer, denominator: &Integer) -> Self {
        Self {
            numerator: numerator.to_words(),
            denominator: denominator.to_words(),
            is_negative: numerator.is_negative(),
            enclosed: false,
        }
    }

    pub(super) fn numerator(&self) -> Integer {
        Integer::from_words(self.is_negative, &self.numerator)
    }

    pub(super) fn denominator(&self) -> Integer {
        Integer::from_words(false, &self.denominator)
    }

    /// `numerator / denominator` in lowest terms, where `denominator` is not zero.
    fn reduced(
        mut numerator: Integer,
        mut denominator: Integer,
        operation: &'static str,
    ) -> Result<Self, ExactOverflow> {
        if numerator.is_zero() {
            return Ok(Self::ZERO);
        }
        let divisor = numerator.common_divisor(&denominator);
        if divisor != Integer::ONE {
            numerator = numerator.divided_by(&divisor).0;
            denominator = denominator.divided_by(&divisor).0;
        }
        if denominator.is_negative() {
            (numerator, denominator) = (numerator.negated(), denominator.negated());
        }
        if numerator.bits() > MAX_BITS || denominator.bits() > MAX_BITS {
            return Err(ExactOverflow { operation });
        }
        Ok(Self::of(&numerator, &denominator))
    }

    /// Whether the exact value has more than 384 bits, so that this stands for it by its place:
    /// strictly between two neighbouring numbers of 76 decimals.
    ///
    /// It compares with every [`Decimal`], and rounds, as the exact value does, also after a
    /// decimal was added to it, or it was divided by one or by a count. What would need more of
    /// it (the sum of two such numbers, say) is an [`ExactOverflow`]. Two enclosed numbers are
    /// ordered by their places.
    ///
    /// # Reference
    /// Ours.
    #[must_use]
    pub const fn is_enclosed(&self) -> bool {
        self.enclosed
    }

    /// The same value, enclosed or not.
    const fn with_enclosed(mut self, enclosed: bool) -> Self {
        self.enclosed = enclosed;
        self
    }

    /// Whether a number is `1 / n` times a whole one, where `n` divides 10³⁶: a decimal.
    fn divides_power_of_ten(whole: &Integer) -> bool {
        let half = Integer::from(power_of_ten(Decimal::MAX_SCALE));
        let power = half.checked_mul(&half).unwrap_or(half);
        power.divided_by(whole).1.is_zero()
    }

    /// The sign, the numerator and the denominator, where this is the exact value itself.
    #[cfg(feature = "alloc")]
    pub(crate) fn naturals(&self) -> Option<(bool, Natural, Natural)> {
        let (negative, numerator) = self.numerator().limbs();
        let (_, denominator) = self.denominator().limbs();
        let natural = |limbs: &[u64]| Natural::from_limbs(limbs);
        (!self.enclosed).then(|| (negative, natural(&numerator), natural(&denominator)))
    }

    /// A fraction in lowest terms, in full, or enclosed where it has no room.
    #[cfg(feature = "alloc")]
    pub(crate) fn of_naturals(
        negative: bool,
        numerator: &Natural,
        denominator: &Natural,
    ) -> Result<Self, ExactOverflow> {
        let overflow = ExactOverflow { operation: "quotient" };
        let integer = |natural: &Natural, negative: bool| {
            Integer::of_limbs(negative, natural.limbs()).ok_or(overflow)
        };
        if numerator.bits() <= MAX_BITS && denominator.bits() <= MAX_BITS {
            let (numerator, denominator) =
                (integer(numerator, negative)?, integer(denominator, false)?);
            return Self::reduced(numerator, denominator, "quotient");
        }
        // In lowest terms, a greater denominator than twice 10⁷⁶, so that the value is no number
        // of so many decimals and no middle of two of them.
        if denominator.bits() <= 254 {
            return Err(overflow);
        }
        let ten = Natural::from_limbs(&[10]);
        let power =
            (0..ENCLOSED_DECIMALS).fold(Natural::from_limbs(&[1]), |power, _| power.times(&ten));
        let below = numerator.times(&power).divided_by(denominator).0;
        let middle = below.plus(&below).plus(&Natural::from_limbs(&[1]));
        let (middle, twice) = (integer(&middle, negative)?, integer(&power.plus(&power), false)?);
        Ok(Self::reduced(middle, twice, "quotient")?.with_enclosed(true))
    }

    /// `numerator / denominator`, or `None` when the denominator is zero.
    ///
    /// # Example
    /// ```
    /// # use gb3838::Fraction;
    /// let share = Fraction::ratio(50, 52).ok_or("no sections")?;
    /// assert_eq!(share.to_string(), "25/26");
    /// assert_eq!(Fraction::ratio(0, 0), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        Self::reduced(numerator.into(), denominator.into(), "quotient").ok()
    }

    /// `sum · 10⁻ˢᶜᵃˡᵉ`, for sums that were kept as integers.
    pub(crate) fn from_units(units: Integer, scale: u8) -> Result<Self, ExactOverflow> {
        Self::reduced(units, power_of_ten(scale).into(), "sum")
    }

    /// `numerator / denominator` in lowest terms; the denominator is not zero.
    #[cfg(feature = "alloc")]
    pub(crate) fn of_integers(
        numerator: Integer,
        denominator: Integer,
    ) -> Result<Self, ExactOverflow> {
        Self::reduced(numerator, denominator, "sum")
    }

    /// The sum of two fractions.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the exact sum needs more than 384 bits.
    pub fn checked_add(&self, other: &Self) -> Result<Self, ExactOverflow> {
        let sum = || {
            let divisor = self.denominator().common_divisor(&other.denominator());
            let left_factor = other.denominator().divided_by(&divisor).0;
            let right_factor = self.denominator().divided_by(&divisor).0;
            let left = self.numerator().checked_mul(&left_factor)?;
            let right = other.numerator().checked_mul(&right_factor)?;
            Some((left.checked_add(&right)?, self.denominator().checked_mul(&left_factor)?))
        };
        let overflow = ExactOverflow { operation: "sum" };
        let other_is_decimal = |other: &Self| Self::divides_power_of_ten(&other.denominator());
        let enclosed = match (self.enclosed, other.enclosed) {
            (false, false) => false,
            (true, false) if other_is_decimal(other) => true,
            (false, true) if other_is_decimal(self) => true,
            _ => return Err(overflow),
        };
        let (numerator, denominator) = sum().ok_or(overflow)?;
        Ok(Self::reduced(numerator, denominator, "sum")?.with_enclosed(enclosed))
    }

    /// The difference of two fractions.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the exact difference needs more than 384 bits.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, ExactOverflow> {
        let is_negative = !other.is_negative && !other.is_zero();
        self.checked_add(&Self { is_negative, ..*other })
    }

    /// A share in percent.
    pub(crate) fn in_percent(&self) -> Result<Self, ExactOverflow> {
        self.checked_mul(&Self::from(Decimal::from_integer(100)))
    }

    /// The product of two fractions.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the exact product needs more than 384 bits.
    pub fn checked_mul(&self, other: &Self) -> Result<Self, ExactOverflow> {
        let product = || {
            // Cancelled crosswise first: the product of the rest is in lowest terms, so it
            // has no room only where the exact product has none.
            let left = self.numerator().common_divisor(&other.denominator());
            let right = other.numerator().common_divisor(&self.denominator());
            let numerator = self
                .numerator()
                .divided_by(&left)
                .0
                .checked_mul(&other.numerator().divided_by(&right).0)?;
            let denominator = self
                .denominator()
                .divided_by(&right)
                .0
                .checked_mul(&other.denominator().divided_by(&left).0)?;
            Some((numerator, denominator))
        };
        let overflow = ExactOverflow { operation: "product" };
        // To compare `x · p / q` with a decimal is to compare `x` with its product with `q / p`,
        // which must be a decimal for that.
        let factor = |other: &Self| Self::divides_power_of_ten(&other.numerator().absolute());
        let enclosed = match (self.enclosed, other.enclosed) {
            (false, false) => false,
            (true, false) if other.is_zero() || factor(other) => !other.is_zero(),
            (false, true) if self.is_zero() || factor(self) => !self.is_zero(),
            _ => return Err(overflow),
        };
        let (numerator, denominator) = product().ok_or(overflow)?;
        Ok(Self::reduced(numerator, denominator, "product")?.with_enclosed(enclosed))
    }

    /// The quotient of two fractions, or `None` when `other` is zero.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the exact quotient needs more than 384 bits.
    pub fn checked_div(&self, other: &Self) -> Result<Option<Self>, ExactOverflow> {
        if other.is_zero() {
            return Ok(None);
        }
        if other.enclosed {
            return Err(ExactOverflow { operation: "quotient" });
        }
        let inverse = Self {
            numerator: other.denominator,
            denominator: other.numerator,
            is_negative: other.is_negative,
            enclosed: false,
        };
        self.checked_mul(&inverse).map(Some)
    }

    /// This sum divided by a number of values; zero counts as one.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the exact quotient needs more than 384 bits.
    pub fn divided_by_count(&self, count: u64) -> Result<Self, ExactOverflow> {
        let denominator = self
            .denominator()
            .checked_mul(&Integer::from(i128::from(count.max(1))))
            .ok_or(ExactOverflow { operation: "quotient" })?;
        let quotient = Self::reduced(self.numerator(), denominator, "quotient")?;
        Ok(quotient.with_enclosed(self.enclosed))
    }

    /// Twice this fraction, in lowest terms: the denominator gives its two, where it has one.
    pub(crate) fn doubled(&self) -> Result<Self, ExactOverflow> {
        let (two, denominator) = (Integer::from(2_i64), self.denominator());
        if denominator.is_even() {
            let denominator = denominator.divided_by(&two).0.to_words();
            return Ok(Self { denominator, ..*self });
        }
        let numerator = self.numerator().checked_mul(&two).filter(|it| it.bits() <= MAX_BITS);
        let numerator = numerator.ok_or(ExactOverflow { operation: "product" })?;
        Ok(Self { numerator: numerator.to_words(), ..*self })
    }

    /// The mean of some numbers, each counting the same; `None` when there are none.
    ///
    /// # Errors
    /// When one of them is [enclosed](Self::is_enclosed), and there are others.
    ///
    /// # Example
    /// ```
    /// # use gb3838::Fraction;
    /// let thirds = [1, 2].map(|part| Fraction::ratio(part, 3).unwrap_or(Fraction::ZERO));
    /// assert_eq!(Fraction::mean(&thirds)?.map(|mean| mean.to_string()).as_deref(), Some("1/2"));
    /// assert_eq!(Fraction::mean(&[])?, None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[cfg(feature = "alloc")]
    pub fn mean(numbers: &[Self]) -> Result<Option<Self>, ExactOverflow> {
        match numbers {
            [only] => Ok(Some(*only)),
            _ => Exact::mean_of(numbers),
        }
    }

    /// Compares with a printed number, exactly.
    #[must_use]
    pub fn compare(&self, printed: Decimal) -> Ordering {
        let power = Integer::from(power_of_ten(printed.scale()));
        let units = Integer::from(printed.units());
        match (self.numerator().checked_mul(&power), self.denominator().checked_mul(&units)) {
            (Some(left), Some(right)) => left.cmp(&right),
            // Out of reach: 384 bits and 64 bits fit 512. Ordered without a product.
            _ => self.cmp(&Self::from(printed)),
        }
    }

    /// The value as the text of an error: a decimal where it is a short one.
    pub(crate) fn quoted(&self) -> QuotedText {
        let mut text = TextBuffer::<300>::new();
        let decimal = self.round(6).map(Decimal::normalized);
        let _ = match decimal {
            Ok(decimal) if Self::from(decimal) == *self => {
                fmt::write(&mut text, format_args!("{decimal}"))
            }
            _ => fmt::write(&mut text, format_args!("{self}")),
        };
        QuotedText::new(text.as_str())
    }

    /// Whether the value is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.numerator == [0; 6]
    }

    /// Whether the value is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.is_negative
    }

    /// Rounds half to even, once, on the exact value.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the result does not fit a [`Decimal`]; `decimals` above 18
    /// do not.
    ///
    /// # Reference
    /// GB/T 8170-2008, 3.2 (S).
    ///
    /// # Example
    /// A tie that binary floating point breaks the wrong way:
    /// ```
    /// # use gb3838::{Decimal, Fraction};
    /// let exact = Fraction::from(Decimal::parse("0.575")?);
    /// assert_eq!(exact.round(2)?.to_string(), "0.58");
    /// assert_eq!(format!("{:.2}", 0.575), "0.57");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        let overflow = ExactOverflow { operation: "rounding" };
        if decimals > Decimal::MAX_SCALE {
            return Err(overflow);
        }
        let scaled = self
            .numerator()
            .absolute()
            .checked_mul(&power_of_ten(decimals).into())
            .ok_or(overflow)?;
        let (quotient, remainder) = scaled.divided_by(&self.denominator());
        let doubled = remainder.checked_add(&remainder).ok_or(overflow)?;
        let order = doubled.cmp(&self.denominator());
        let up = order.is_gt() || order.is_eq() && !quotient.is_even();
        let rounded = if up { quotient.checked_add(&Integer::ONE) } else { Some(quotient) };
        let units = rounded.and_then(Integer::to_i64).ok_or(overflow)?;
        let signed = if self.is_negative() { -units } else { units };
        Decimal::new(signed, decimals).map_err(|_| overflow)
    }

    /// The nearest float, give or take the last bit.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.numerator().to_f64() / self.denominator().to_f64()
    }
}

impl From<Decimal> for Fraction {
    fn from(value: Decimal) -> Self {
        let (mut units, mut power) = (value.units(), power_of_ten(value.scale()));
        if units == 0 {
            return Self::ZERO;
        }
        for factor in [2, 5] {
            while units % factor == 0 && power % factor == 0 {
                units /= factor;
                power /= factor;
            }
        }
        Self::of(&units.into(), &power.into())
    }
}

impl fmt::Display for Fraction {
    /// `73/500`, or the whole number alone; `≈` before what stands for an enclosed number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (numerator, denominator) = (self.numerator(), self.denominator());
        padded(f, fmt::Alignment::Right, |out| {
            let mark = if self.enclosed { "≈" } else { "" };
            write!(out, "{mark}{numerator}")?;
            if denominator == Integer::ONE { Ok(()) } else { write!(out, "/{denominator}") }
        })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Fraction {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{ExactOverflow, Fraction};

    /// From 2⁻³⁸³ to 2³⁸³ and no further, in lowest terms each time; thirds have a numerator alone.
    #[test]
    fn a_number_is_doubled_while_it_has_room() -> Result<(), ExactOverflow> {
        let of = |numerator, denominator| Fraction::ratio(numerator, denominator);
        let (Some(half), Some(third), Some(two)) = (of(1, 2), of(1, 3), of(2, 1)) else {
            return Err(ExactOverflow::new("quotient"));
        };
        let mut value = half;
        for _ in 1..383 {
            value = value.checked_mul(&half)?;
        }
        for _ in 0..2 * 383 {
            let product = value.checked_mul(&two)?;
            value = value.doubled()?;
            assert_eq!(value, product);
        }
        assert!(value.doubled().is_err());
        let mut thirds = third;
        for _ in 0..383 {
            let product = thirds.checked_mul(&two)?;
            thirds = thirds.doubled()?;
            assert_eq!(thirds, product);
        }
        assert!(thirds.doubled().is_err());
        Ok(())
    }
}
