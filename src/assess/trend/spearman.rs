//! Spearman's rank correlation with time: the exact coefficient, mean ranks on ties.

#[cfg(feature = "alloc")]
use alloc::vec::Vec;

use crate::assess::trend::significance::{
    TrendError, cube_less, squared_differences_to_coefficient,
};
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};

/// The rank correlation rs of a series with time.
///
/// ```text
/// rs = 1 − 6 Σ di² / (N³ − N),   di = Xi − Yi
/// ```
/// Xi is the rank of a value among the values, Yi that of its period, 1 to N. Equal values
/// share the mean of their ranks; the formula stays as printed, exact.
///
/// **A trap.** With ties the printed formula leans towards a rise: a series that never moves
/// has rs = 1/2. [`centred`](Self::centred) does not lean, and
/// [`TieFormula`](crate::trend::TieFormula) chooses.
///
/// # Reference
/// 环办〔2011〕22号, Daniel 趋势检验 (K).
///
/// # Example
/// ```
/// use gb3838::{Decimal, trend::RankCorrelation};
///
/// let ammonia = ["0.82", "0.75", "0.75", "0.61", "0.43"];
/// let values: Vec<Decimal> = ammonia.iter().map(|it| it.parse()).collect::<Result<_, _>>()?;
/// let correlation = RankCorrelation::of(&values)?;
/// // Ranks 5, 3.5, 3.5, 2, 1 against 1 … 5: Σd² = 16 + 2.25 + 0.25 + 4 + 16 = 38.5.
/// assert_eq!(correlation.coefficient().to_string(), "-37/40");
/// assert!(correlation.has_ties());
/// // Four values show no trend, whatever they are.
/// assert!(RankCorrelation::of(&values[..4]).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "秩相关系数")]
#[doc(alias = "斯皮尔曼")]
pub struct RankCorrelation {
    count: u32,
    coefficient: Fraction,
    centred: Fraction,
    ties: Option<bool>,
}

impl RankCorrelation {
    /// The fewest values that a trend may be read from.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (K): at least five periods.
    pub const FEWEST: u32 = 5;

    /// The correlation of values in the order of their periods, one each.
    ///
    /// Values are anything with an order: decimals, fractions. Whether they are rounded
    /// before (and so are tied more often) is the caller's choice. They are sorted once; without
    /// the feature `alloc` time grows with the square of their number, and nothing is allocated.
    ///
    /// # Errors
    /// [`TrendError::TooFew`] below five values; an overflow above a million, before any work.
    pub fn of<T: Ord>(values: &[T]) -> Result<Self, TrendError> {
        let count = u32::try_from(values.len()).map_err(|_| ExactOverflow::new("sum"))?;
        let count = checked_count(count)?;
        let overflow = ExactOverflow::new("sum");
        let (mut doubled_squares, mut products) = (0_i64, 0_i64);
        // Ranks 1 to N have the greatest sum of squares; each mean of equal ones lessens it.
        let mut missing_squares = 0_i64;
        for (place, doubled_rank) in (1_i64..).zip(doubled_ranks(values)) {
            // Both are at most twice a million.
            missing_squares += (2 * place - doubled_rank) * (2 * place + doubled_rank);
            let difference = doubled_rank - 2 * place;
            let square = difference.checked_mul(difference).ok_or(overflow)?;
            doubled_squares = doubled_squares.checked_add(square).ok_or(overflow)?;
            // Ranks from their mean, (N + 1) / 2; all three factors doubled or whole.
            let mean = i64::from(count) + 1;
            let product = (doubled_rank - mean).checked_mul(2 * place - mean).ok_or(overflow)?;
            products = products.checked_add(product).ok_or(overflow)?;
        }
        let coefficient = squared_differences_to_coefficient(doubled_squares, count);
        let centred = products
            .checked_mul(3)
            .zip(cube_less(count))
            .and_then(|(part, whole)| Fraction::ratio(part, whole));
        let (coefficient, centred) = coefficient.zip(centred).ok_or(overflow)?;
        Ok(Self { count, coefficient, centred, ties: Some(missing_squares != 0) })
    }

    /// A correlation that was computed elsewhere, such as a printed one.
    ///
    /// # Errors
    /// [`TrendError::TooFew`] below five values, [`TrendError::NoCoefficient`] outside −1 to 1;
    /// an overflow above a million values, of which none could be computed either.
    pub fn printed(count: u32, coefficient: Decimal) -> Result<Self, TrendError> {
        let count = checked_count(count)?;
        let one = Decimal::from_integer(1);
        if coefficient > one || coefficient < Decimal::from_integer(-1) {
            return Err(TrendError::NoCoefficient { coefficient });
        }
        let coefficient = Fraction::from(coefficient);
        Ok(Self { count, coefficient, centred: coefficient, ties: None })
    }

    /// The number of values N.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The exact coefficient, from −1 to 1; positive when the values rise.
    #[must_use]
    pub const fn coefficient(&self) -> &Fraction {
        &self.coefficient
    }

    /// The coefficient from the ranks' distances to their mean, exact:
    /// `12 Σ (Xi − m)(Yi − m) / (N³ − N)` with m = (N + 1) / 2.
    ///
    /// Without ties it is the printed one. With ties it does not lean to either side: zero for
    /// a series that never moves, and of opposite sign for the series reversed.
    ///
    /// # Reference
    /// Ours, for series with many equal values, such as results below the detection limit.
    #[must_use]
    pub const fn centred(&self) -> &Fraction {
        &self.centred
    }

    /// Whether values are equal; not known of a printed coefficient, and then `false`.
    #[must_use]
    pub const fn has_ties(&self) -> bool {
        matches!(self.ties, Some(true))
    }
}

/// A number of values that a coefficient can be of, found before any work.
fn checked_count(count: u32) -> Result<u32, TrendError> {
    cube_less(count).and_then(|cubed| cubed.checked_mul(4)).ok_or(ExactOverflow::new("sum"))?;
    if count < RankCorrelation::FEWEST {
        return Err(TrendError::TooFew { count });
    }
    Ok(count)
}

/// Twice the mean rank of each value, so that it is an integer: two for each lesser value, and
/// one for each equal one and for itself.
#[cfg(feature = "alloc")]
pub(crate) fn doubled_ranks<T: Ord>(values: &[T]) -> impl Iterator<Item = i64> {
    let mut order: Vec<&T> = values.iter().collect();
    order.sort();
    // Those before the first equal one are less, those before the first greater one are not.
    values.iter().map(move |value| {
        let less = order.partition_point(|other| *other < value);
        let not_greater = order.partition_point(|other| *other <= value);
        let twice = i64::try_from(less + not_greater);
        // A count of values that are in memory fits.
        twice.unwrap_or(i64::MAX - 1) + 1
    })
}

/// Twice the mean rank of each value, so that it is an integer: two for each lesser value, and
/// one for each equal one and for itself.
#[cfg(not(feature = "alloc"))]
pub(crate) fn doubled_ranks<T: Ord>(values: &[T]) -> impl Iterator<Item = i64> {
    values.iter().map(|value| {
        let counted = values.iter().map(|other| match other.cmp(value) {
            core::cmp::Ordering::Less => 2,
            core::cmp::Ordering::Equal => 1,
            core::cmp::Ordering::Greater => 0,
        });
        counted.sum::<i64>() + 1
    })
}
