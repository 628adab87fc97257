//! When a rank correlation is significant: the printed table, all orders, or Student's t.

use core::cmp::Ordering;

use crate::assess::critical_values::{CRITICAL_DECIMALS, SignificanceLevel};
use crate::assess::spearman::RankCorrelation;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::rounding::Comparison;

/// The most values of which all orders are counted: 9! = 362 880.
const MOST_COUNTED: u32 = 9;

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
    #[error("the orders of {count} values were not counted: expected at most 9")]
    TooManyOrders {
        /// The number of values.
        count: u32,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignificanceMethod {
    /// By the critical values of the printed table, which know no ties.
    PrintedTable,
    /// By all N! orders of the same ranks, ties included; up to nine values.
    AllOrders,
    /// By Student's t with N − 2 degrees of freedom, an approximation.
    StudentT,
}

/// Which coefficient a series with equal values is judged by; without ties both are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieFormula {
    /// The printed formula with mean ranks, which leans towards a rise. A coefficient whose
    /// sign comes from the ties alone is not significant (ours).
    AsPrinted,
    /// [`RankCorrelation::centred`]: the choice for series with many equal values.
    Centred,
}

/// The options of a trend test.
///
/// # Source
/// 环办〔2011〕22号 (K). What to do where nothing is printed is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrendRule {
    method: SignificanceMethod,
    comparison: Comparison,
    ties: TieFormula,
}

impl TrendRule {
    /// The printed table where it has N, else Student's t; coefficients rounded to three
    /// decimals, as the table is.
    ///
    /// Unrounded, the table refutes itself: the 0.829 for N = 6 is the attainable 29/35 =
    /// 0.82857…, which all orders confirm (21 of 720).
    pub const DOCUMENT_22: Self = Self {
        method: SignificanceMethod::PrintedTable,
        comparison: Comparison::RoundFirst,
        ties: TieFormula::AsPrinted,
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

    /// The method for so many values: Student's t where the table has none.
    pub(crate) fn method_for(self, count: u32) -> SignificanceMethod {
        let in_table = SignificanceLevel::FivePercent.critical_value(count).is_some();
        match self.method {
            SignificanceMethod::PrintedTable if !in_table => SignificanceMethod::StudentT,
            other => other,
        }
    }

    /// Whether a correlation is significant, on its own side.
    pub(crate) fn is_significant(
        self,
        correlation: &RankCorrelation,
        doubled_ranks: Option<&[i64]>,
        level: SignificanceLevel,
    ) -> Result<bool, TrendError> {
        let count = correlation.count();
        let method = self.method_for(count);
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
                Ok(self.compared(&strength)?.compare(critical).is_ge())
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

    /// Counts the orders at least as extreme: significant when they are at most α · N!.
    fn significant_among_orders(
        self,
        correlation: &RankCorrelation,
        doubled_ranks: Option<&[i64]>,
        level: SignificanceLevel,
    ) -> Result<bool, TrendError> {
        let count = correlation.count();
        if count > MOST_COUNTED {
            return Err(TrendError::TooManyOrders { count });
        }
        let mut ranks = [0_i64; MOST_COUNTED as usize];
        for (place, slot) in ranks.iter_mut().enumerate() {
            let untied = 2 * (i64::try_from(place).unwrap_or(0) + 1);
            *slot = doubled_ranks.and_then(|given| given.get(place).copied()).unwrap_or(untied);
        }
        let ranks = ranks.get(..usize::try_from(count).unwrap_or(0)).unwrap_or(&[]);
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
        let (all, extreme) = count_orders(ranks, 0, 0, 1, extreme_sums);
        Ok(extreme * u64::from(level.one_in()) <= all)
    }
}

/// The orders of `ranks`, and how many have a sum of squared differences within `wanted`.
fn count_orders(
    ranks: &[i64],
    used: u32,
    squares: i64,
    place: i64,
    wanted: (i64, i64),
) -> (u64, u64) {
    let mut total = (0, 0);
    let mut is_last = true;
    for (index, rank) in ranks.iter().enumerate().filter(|(index, _)| used & (1 << *index) == 0) {
        is_last = false;
        let difference = rank - 2 * place;
        let squares = squares + difference * difference;
        let (all, extreme) = count_orders(ranks, used | 1 << index, squares, place + 1, wanted);
        total = (total.0 + all, total.1 + extreme);
    }
    if is_last {
        return (1, u64::from(wanted.0 <= squares && squares <= wanted.1));
    }
    total
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
    let probability = crate::assess::student_t::upper_probability(strength.to_f64(), count);
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
