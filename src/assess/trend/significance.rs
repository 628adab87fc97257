//! When a rank correlation is significant: the printed table, all orders, or Student's t.

use core::cmp::Ordering;

use crate::assess::trend::rank_orders::{
    MOST_WITH_TIES, MOST_WITHOUT_TIES, count_orders, greatest_significant,
};
use crate::assess::trend::spearman::RankCorrelation;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::rounding::Comparison;
use crate::standard::tables::critical_values::{CRITICAL_DECIMALS, SignificanceLevel};

/// Why no trend is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrendError {
    /// Fewer than five values.
    #[error("{count} values show no trend: expected at least 5")]
    TooFew {
        /// The number of values.
        count: u32,
    },
    /// A coefficient outside −1 to 1.
    #[error("{coefficient} is no rank correlation: expected a number from -1 to 1")]
    NoCoefficient {
        /// The number that was given.
        coefficient: Decimal,
    },
    /// More values than all orders can be counted of.
    #[error("the orders of {count} values were not counted: expected at most {most}")]
    TooManyOrders {
        /// The number of values.
        count: u32,
        /// The most values that are counted: 23, and 13 where some are equal. Equal values
        /// beyond 9 need the feature `alloc`.
        most: u32,
    },
    /// No critical value is printed, and Student's t needs the feature `std` or `libm`.
    #[error("no critical value is printed for {count} values, and there is no square root")]
    NotInTable {
        /// The number of values.
        count: u32,
    },
    /// A series too long for exact ranks.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

/// How significance is decided; the result says which was used.
///
/// # Reference
/// The table: 环办〔2011〕22号 (K). All orders and Student's t: ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SignificanceMethod {
    /// By the critical values of the printed table, which know no ties.
    PrintedTable,
    /// By all N! orders of the same ranks: up to 23 values, up to 13 where some are equal.
    AllOrders,
    /// By Student's t with N − 2 degrees of freedom, an approximation.
    StudentT,
}

/// Which coefficient a series with equal values is judged by; without ties both are the same.
///
/// # Reference
/// The printed formula: 环办〔2011〕22号 (K). The other: ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TieFormula {
    /// The printed formula with mean ranks, which leans towards a rise. A coefficient whose
    /// sign comes from the ties alone is not significant (ours).
    AsPrinted,
    /// [`RankCorrelation::centred`]: the choice for series with many equal values.
    Centred,
}

/// Whether a coefficient that is equal to the printed critical value is significant.
///
/// # Reference
/// Both are in use; the choice is ours. All orders confirm the first for N = 5 to 9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CriticalBound {
    /// Significant from the critical value on: |rs| ≥ Wp.
    #[default]
    AtLeast,
    /// Significant above the critical value: |rs| > Wp.
    GreaterThan,
}

/// The options of a trend test.
///
/// # Reference
/// 环办〔2011〕22号 (K). What to do where nothing is printed is ours.
///
/// # Example
/// ```
/// # #[cfg(feature = "alloc")] {
/// use gb3838::trend::{SignificanceMethod, TieFormula, Trend, TrendOptions};
///
/// // Eleven years: nothing is printed for them, and all orders of their ranks are counted.
/// let years = [9, 11, 8, 9, 7, 8, 6, 7, 5, 6, 4];
/// let trend = Trend::of(&years, &TrendOptions::DOCUMENT_22)?;
/// assert_eq!(trend.method(), SignificanceMethod::AllOrders);
/// // The other choices are named, and recorded in the result.
/// let rule = TrendOptions::DOCUMENT_22
///     .with_method(SignificanceMethod::StudentT)
///     .with_ties(TieFormula::Centred);
/// assert_eq!(Trend::of(&years, &rule)?.options().ties(), TieFormula::Centred);
/// # }
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TrendOptions {
    method: SignificanceMethod,
    comparison: Comparison,
    ties: TieFormula,
    bound: CriticalBound,
}

impl TrendOptions {
    /// The printed table where it has N; else all orders, as far as they are counted, and
    /// beyond them Student's t. Coefficients are rounded to three decimals, as the table is.
    ///
    /// So N = 11, 13, … 23 are decided by all orders (with equal values 11 and 13), N = 25,
    /// 27, 29 and all above 30 by Student's t.
    ///
    /// Unrounded, the table refutes itself: the 0.829 for N = 6 is the attainable 29/35 =
    /// 0.82857…, which all orders confirm (21 of 720).
    pub const DOCUMENT_22: Self = Self {
        method: SignificanceMethod::PrintedTable,
        comparison: Comparison::RoundFirst,
        ties: TieFormula::AsPrinted,
        bound: CriticalBound::AtLeast,
    };

    /// The same by another method.
    #[must_use]
    pub const fn with_method(mut self, method: SignificanceMethod) -> Self {
        self.method = method;
        self
    }

    /// The same with coefficients compared in full: significant when |rs| ≥ the printed
    /// value to the letter.
    #[must_use]
    pub const fn with_comparison(mut self, comparison: Comparison) -> Self {
        self.comparison = comparison;
        self
    }

    /// The same with another coefficient for series with equal values.
    #[must_use]
    pub const fn with_ties(mut self, ties: TieFormula) -> Self {
        self.ties = ties;
        self
    }

    /// The same with another bound at the printed critical value. All orders and Student's t have
    /// no critical value of that kind, and are not changed.
    ///
    /// # Example
    /// ```
    /// use gb3838::trend::{CriticalBound, Direction, Trend, TrendOptions};
    ///
    /// // Σd² = 2: rs = 1 − 12 / 120 = 0.9, and the critical value for five is .900.
    /// let years = [1, 2, 3, 5, 4];
    /// let rule = TrendOptions::DOCUMENT_22;
    /// assert_eq!(Trend::of(&years, &rule)?.direction(), Direction::Rise);
    /// let above = rule.with_bound(CriticalBound::GreaterThan);
    /// assert_eq!(Trend::of(&years, &above)?.direction(), Direction::None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn with_bound(mut self, bound: CriticalBound) -> Self {
        self.bound = bound;
        self
    }

    /// Whether a coefficient equal to the printed critical value is significant.
    #[must_use]
    pub const fn bound(&self) -> CriticalBound {
        self.bound
    }

    /// The coefficient that series with equal values are judged by.
    #[must_use]
    pub const fn ties(&self) -> TieFormula {
        self.ties
    }

    /// The method that was asked for.
    #[must_use]
    pub const fn method(&self) -> SignificanceMethod {
        self.method
    }

    /// Whether coefficients are rounded to three decimals before they are compared.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// The method for so many values, some of them equal or not: where the table has none,
    /// all orders as far as they are counted, then Student's t.
    pub(crate) fn method_for(self, count: u32, ties: bool) -> SignificanceMethod {
        let in_table = SignificanceLevel::FivePercent.critical_value(count).is_some();
        let counted = count <= if ties { MOST_WITH_TIES } else { MOST_WITHOUT_TIES };
        match self.method {
            SignificanceMethod::PrintedTable if in_table => SignificanceMethod::PrintedTable,
            SignificanceMethod::PrintedTable if counted => SignificanceMethod::AllOrders,
            SignificanceMethod::PrintedTable => SignificanceMethod::StudentT,
            other => other,
        }
    }

    /// Whether a correlation is significant, on its own side; ranks are given where some are
    /// equal.
    pub(crate) fn is_significant(
        self,
        correlation: &RankCorrelation,
        doubled_ranks: Option<&[i64]>,
        level: SignificanceLevel,
    ) -> Result<bool, TrendError> {
        let count = correlation.count();
        let method = self.method_for(count, doubled_ranks.is_some());
        if method == SignificanceMethod::AllOrders {
            return self.significant_among_orders(correlation, doubled_ranks, level);
        }
        let (printed, centred) = (correlation.coefficient(), correlation.centred());
        let coefficient = match self.ties {
            TieFormula::AsPrinted if same_sign(printed, centred) => printed,
            TieFormula::AsPrinted => return Ok(false),
            TieFormula::Centred => centred,
        };
        let strength = absolute(coefficient)?;
        match (method, level.critical_value(count)) {
            (SignificanceMethod::PrintedTable, Some(critical)) => {
                let order = self.compared(&strength)?.compare(critical);
                Ok(match self.bound {
                    CriticalBound::AtLeast => order.is_ge(),
                    CriticalBound::GreaterThan => order.is_gt(),
                })
            }
            _ => significant_by_t(&strength, count, level),
        }
    }

    /// The coefficient as it is compared.
    fn compared(self, coefficient: &Fraction) -> Result<Fraction, ExactOverflow> {
        match self.comparison {
            Comparison::RoundFirst => coefficient.round(CRITICAL_DECIMALS).map(Fraction::from),
            Comparison::FullValue => Ok(*coefficient),
        }
    }

    /// Significant when the orders at least as extreme are at most α · N!.
    fn significant_among_orders(
        self,
        correlation: &RankCorrelation,
        doubled_ranks: Option<&[i64]>,
        level: SignificanceLevel,
    ) -> Result<bool, TrendError> {
        match doubled_ranks {
            Some(ranks) => self.significant_among_orders_of(ranks, correlation, level),
            None => self.significant_without_ties(correlation, level),
        }
    }

    /// Without ties a stronger coefficient than the first that is not significant is.
    fn significant_without_ties(
        self,
        correlation: &RankCorrelation,
        level: SignificanceLevel,
    ) -> Result<bool, TrendError> {
        let count = correlation.count();
        let greatest = greatest_significant(count, level)
            .ok_or(TrendError::TooManyOrders { count, most: MOST_WITHOUT_TIES })?;
        // Without ties Σd² is even.
        let weaker = squared_differences_to_coefficient(4 * (greatest + 2), count)
            .ok_or(ExactOverflow::new("quotient"))?;
        let strength = absolute(correlation.coefficient())?;
        Ok(self.compared(&strength)? > self.compared(&weaker)?)
    }

    fn significant_among_orders_of(
        self,
        ranks: &[i64],
        correlation: &RankCorrelation,
        level: SignificanceLevel,
    ) -> Result<bool, TrendError> {
        let count = correlation.count();
        let too_many = TrendError::TooManyOrders { count, most: MOST_WITH_TIES };
        if count > MOST_WITH_TIES {
            return Err(too_many);
        }
        let observed = self.compared(correlation.coefficient())?;
        let falls = correlation.centred().is_negative();
        let side = if falls { Ordering::Less } else { Ordering::Greater };
        // Whether a sum of squared differences is as extreme depends on the sum alone, and
        // goes one way: find the last sum that is, then count orders by comparing integers.
        let as_extreme = |squares: i64| -> Result<bool, TrendError> {
            let coefficient = squared_differences_to_coefficient(squares, count)
                .ok_or(ExactOverflow::new("quotient"))?;
            let order = self.compared(&coefficient)?.cmp(&observed);
            Ok(order == side || order == Ordering::Equal)
        };
        let greatest = i64::from(count) * (i64::from(count) * i64::from(count) - 1) / 3 * 4;
        let mut extreme_sums = (greatest, 0);
        for squares in 0..=greatest {
            if as_extreme(squares)? {
                extreme_sums = (extreme_sums.0.min(squares), extreme_sums.1.max(squares));
            }
        }
        let wanted = extreme_sums.0..=extreme_sums.1;
        let (all, extreme) = count_orders(ranks, &wanted).ok_or(too_many)?;
        Ok(extreme * u64::from(level.one_in()) <= all)
    }
}

/// `1 − 6 Σd² / (N³ − N)` from `Σ(2d)²`, which is an integer with mean ranks too.
pub(crate) fn squared_differences_to_coefficient(squares: i64, count: u32) -> Option<Fraction> {
    let denominator = cube_less(count)?.checked_mul(4)?;
    let numerator = denominator.checked_sub(squares.checked_mul(6)?)?;
    Fraction::ratio(numerator, denominator)
}

/// N³ − N.
pub(crate) fn cube_less(count: u32) -> Option<i64> {
    let count = i64::from(count);
    count.checked_mul(count)?.checked_mul(count)?.checked_sub(count)
}

fn same_sign(left: &Fraction, right: &Fraction) -> bool {
    (left.is_zero(), left.is_negative()) == (right.is_zero(), right.is_negative())
}

fn absolute(number: &Fraction) -> Result<Fraction, ExactOverflow> {
    if number.is_negative() { Fraction::ZERO.checked_sub(number) } else { Ok(*number) }
}

#[cfg(any(feature = "std", feature = "libm"))]
#[expect(clippy::unnecessary_wraps, reason = "without a square root it is an error")]
fn significant_by_t(
    strength: &Fraction,
    count: u32,
    level: SignificanceLevel,
) -> Result<bool, TrendError> {
    let probability = crate::assess::trend::student_t::upper_probability(strength.to_f64(), count);
    Ok(probability * f64::from(level.one_in()) <= 1.0)
}

#[cfg(not(any(feature = "std", feature = "libm")))]
const fn significant_by_t(
    _: &Fraction,
    count: u32,
    _: SignificanceLevel,
) -> Result<bool, TrendError> {
    Err(TrendError::NotInTable { count })
}
