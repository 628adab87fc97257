//! Exact sums and quotients that may have no room in a fraction on the way.

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
#[cfg(feature = "alloc")]
use crate::number::growing::{MOST_BITS, Natural};

/// An exact number: a fraction as long as it has room, and then one that grows, where there is
/// an allocator.
///
/// What has no room at the end is held as [`Fraction::is_enclosed`] says.
#[derive(Clone, Debug)]
pub(crate) enum Exact {
    Fixed(Fraction),
    #[cfg(feature = "alloc")]
    Growing(Ratio),
}

/// What is done with two numbers that grow.
#[derive(Clone, Copy, Debug)]
enum Operation {
    Sum,
    Product,
    Quotient,
}

/// A fraction that grows; not in lowest terms.
#[cfg(feature = "alloc")]
#[derive(Clone, Debug)]
pub(crate) struct Ratio {
    pub(crate) negative: bool,
    pub(crate) numerator: Natural,
    pub(crate) denominator: Natural,
}

impl Exact {
    pub(crate) const ZERO: Self = Self::Fixed(Fraction::ZERO);

    /// The sum of two numbers.
    pub(crate) fn checked_add(&self, other: &Self) -> Result<Self, ExactOverflow> {
        match (self, other) {
            (Self::Fixed(left), Self::Fixed(right)) => match left.checked_add(right) {
                Ok(sum) => Ok(Self::Fixed(sum)),
                Err(overflow) => self.grown(other, overflow, Operation::Sum),
            },
            #[cfg(feature = "alloc")]
            _ => self.grown(other, ExactOverflow::new("sum"), Operation::Sum),
        }
    }

    /// The product of two numbers.
    pub(crate) fn checked_mul(&self, other: &Self) -> Result<Self, ExactOverflow> {
        match (self, other) {
            (Self::Fixed(left), Self::Fixed(right)) => match left.checked_mul(right) {
                Ok(product) => Ok(Self::Fixed(product)),
                Err(overflow) => self.grown(other, overflow, Operation::Product),
            },
            #[cfg(feature = "alloc")]
            _ => self.grown(other, ExactOverflow::new("product"), Operation::Product),
        }
    }

    /// The quotient of two numbers, or `None` when `other` is zero.
    pub(crate) fn checked_div(&self, other: &Self) -> Result<Option<Self>, ExactOverflow> {
        match (self, other) {
            (Self::Fixed(left), Self::Fixed(right)) => match left.checked_div(right) {
                Ok(quotient) => Ok(quotient.map(Self::Fixed)),
                Err(overflow) => self.grown(other, overflow, Operation::Quotient).map(Some),
            },
            // What grows is not zero: zero has room.
            #[cfg(feature = "alloc")]
            (_, Self::Fixed(right)) if right.is_zero() => Ok(None),
            #[cfg(feature = "alloc")]
            _ => self.grown(other, ExactOverflow::new("quotient"), Operation::Quotient).map(Some),
        }
    }

    /// This sum divided by a number of values; zero counts as one.
    pub(crate) fn divided_by_count(&self, count: u64) -> Result<Self, ExactOverflow> {
        let overflow = match self {
            Self::Fixed(fraction) => match fraction.divided_by_count(count) {
                Ok(quotient) => return Ok(Self::Fixed(quotient)),
                Err(overflow) => overflow,
            },
            #[cfg(feature = "alloc")]
            Self::Growing(_) => ExactOverflow::new("quotient"),
        };
        let inverse = Fraction::from(Decimal::from_integer(1)).divided_by_count(count)?;
        self.grown(&Self::Fixed(inverse), overflow, Operation::Product)
    }

    /// The mean of some fractions, each counting the same; `None` when there are no fractions.
    #[cfg(feature = "alloc")]
    pub(crate) fn mean_of(fractions: &[Fraction]) -> Result<Option<Fraction>, ExactOverflow> {
        if let [] | [_] = fractions {
            return Ok(fractions.first().copied());
        }
        let sum = fractions
            .iter()
            .try_fold(Self::ZERO, |sum, fraction| sum.checked_add(&Self::from(*fraction)))?;
        sum.divided_by_count(fractions.len() as u64)?.fraction().map(Some)
    }

    /// The number as a fraction: in full, or by the numbers that it lies between.
    #[cfg_attr(
        not(feature = "alloc"),
        expect(clippy::unnecessary_wraps, reason = "what grows may have no fraction")
    )]
    pub(crate) fn fraction(&self) -> Result<Fraction, ExactOverflow> {
        match self {
            Self::Fixed(fraction) => Ok(*fraction),
            #[cfg(feature = "alloc")]
            Self::Growing(ratio) => {
                let Ratio { negative, numerator, denominator } = ratio.reduced();
                Fraction::of_naturals(negative, &numerator, &denominator)
            }
        }
    }

    /// Both as numbers that grow.
    #[cfg(feature = "alloc")]
    fn grown(
        &self,
        other: &Self,
        overflow: ExactOverflow,
        operation: Operation,
    ) -> Result<Self, ExactOverflow> {
        let (left, right) = (self.ratio(overflow)?, other.ratio(overflow)?);
        let result = match operation {
            Operation::Sum => left.plus(&right),
            Operation::Product => left.times(&right),
            Operation::Quotient => left.over(&right),
        };
        let has_room =
            result.numerator.bits() <= MOST_BITS && result.denominator.bits() <= MOST_BITS;
        if has_room { Ok(Self::Growing(result)) } else { Err(overflow) }
    }

    #[cfg(feature = "alloc")]
    fn ratio(&self, overflow: ExactOverflow) -> Result<Ratio, ExactOverflow> {
        match self {
            Self::Growing(ratio) => Ok(ratio.clone()),
            Self::Fixed(fraction) => {
                let (negative, numerator, denominator) = fraction.naturals().ok_or(overflow)?;
                Ok(Ratio { negative, numerator, denominator })
            }
        }
    }

    /// Without an allocator, nothing grows.
    #[cfg(not(feature = "alloc"))]
    #[expect(clippy::unused_self, reason = "the same call as where there is an allocator")]
    const fn grown(
        &self,
        _: &Self,
        overflow: ExactOverflow,
        _: Operation,
    ) -> Result<Self, ExactOverflow> {
        Err(overflow)
    }
}

/// Equal numbers are equal, in whatever form.
impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed(left), Self::Fixed(right)) => left == right,
            #[cfg(feature = "alloc")]
            _ => {
                let overflow = ExactOverflow::new("quotient");
                match (self.ratio(overflow), other.ratio(overflow)) {
                    (Ok(left), Ok(right)) => {
                        left.negative == right.negative
                            && left.numerator.times(&right.denominator)
                                == right.numerator.times(&left.denominator)
                    }
                    // A fraction of which only the neighbours are known is no number that is known
                    // in full; both of them fractions are compared above.
                    _ => false,
                }
            }
        }
    }
}

impl Eq for Exact {}

impl From<Fraction> for Exact {
    fn from(fraction: Fraction) -> Self {
        Self::Fixed(fraction)
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        Self::Fixed(decimal.into())
    }
}

#[cfg(feature = "alloc")]
impl Ratio {
    fn plus(&self, other: &Self) -> Self {
        let divisor = self.denominator.common_divisor(&other.denominator);
        let left_factor = other.denominator.divided_by(&divisor).0;
        let right_factor = self.denominator.divided_by(&divisor).0;
        let left = self.numerator.times(&left_factor);
        let right = other.numerator.times(&right_factor);
        let denominator = self.denominator.times(&left_factor);
        let (negative, numerator) = if self.negative == other.negative {
            (self.negative, left.plus(&right))
        } else if left.compare(&right).is_lt() {
            (other.negative, right.minus(&left))
        } else {
            (self.negative, left.minus(&right))
        };
        Self { negative, numerator, denominator }
    }

    fn times(&self, other: &Self) -> Self {
        Self {
            negative: self.negative != other.negative,
            numerator: self.numerator.times(&other.numerator),
            denominator: self.denominator.times(&other.denominator),
        }
    }

    /// The quotient; `other` is not zero.
    fn over(&self, other: &Self) -> Self {
        let inverse = Self {
            negative: other.negative,
            numerator: other.denominator.clone(),
            denominator: other.numerator.clone(),
        };
        self.times(&inverse)
    }

    fn reduced(&self) -> Self {
        if self.numerator.is_zero() {
            return self.clone();
        }
        let divisor = self.numerator.common_divisor(&self.denominator);
        Self {
            negative: self.negative,
            numerator: self.numerator.divided_by(&divisor).0,
            denominator: self.denominator.divided_by(&divisor).0,
        }
    }
}

#[cfg(feature = "alloc")]
#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::Exact;
    use crate::number::decimal::Decimal;
    use crate::number::fraction::ExactOverflow;

    /// 2⁶⁵⁵³⁵ has 65 536 bits, which is all there is; so has its inverse, below the line.
    #[test]
    fn numbers_grow_to_the_last_bit_of_their_room() -> Result<(), ExactOverflow> {
        let whole = |units: i64| Exact::from(Decimal::from_integer(units));
        let why = |result: Result<Exact, ExactOverflow>| result.err().map(|it| it.operation());
        let (mut power, two) = (whole(1 << 15), whole(2));
        for _ in 0..1_092 {
            power = power.checked_mul(&whole(1 << 60))?;
        }
        let size = match &power {
            Exact::Growing(grown) => (grown.numerator.bits(), grown.denominator.bits()),
            Exact::Fixed(_) => (0, 0),
        };
        assert_eq!(size, (1 << 16, 1));
        assert_eq!(why(power.checked_mul(&two)), Some("product"));
        assert_eq!(why(power.checked_add(&power)), Some("sum"));
        let inverse = whole(1).checked_div(&power)?.unwrap_or(Exact::ZERO);
        assert_eq!(inverse.checked_div(&two).err().map(|it| it.operation()), Some("quotient"));
        assert_eq!(inverse.checked_mul(&power)?.fraction()?.to_string(), "1");
        assert!(power.checked_div(&Exact::ZERO)?.is_none());
        Ok(())
    }
}
