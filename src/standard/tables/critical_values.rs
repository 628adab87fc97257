//! The printed critical values of the rank correlation, at two levels.

use crate::number::decimal::Decimal;

/// Critical values of the rank correlation in thousandths, one-sided, as printed.
///
/// # Reference
/// 环办〔2011〕22号, 秩相关系数 rs 的临界值 (K).
#[rustfmt::skip]
const CRITICAL: [(u32, i64, i64); 16] = [
    // N, 0.05, 0.01
    ( 5, 900, 1000),
    ( 6, 829,  943),
    ( 7, 714,  893),
    ( 8, 643,  833),
    ( 9, 600,  783),
    (10, 564,  746),
    (12, 506,  712),
    (14, 456,  645),
    (16, 425,  601),
    (18, 399,  564),
    (20, 377,  534),
    (22, 359,  508),
    (24, 343,  485),
    (26, 329,  465),
    (28, 317,  448),
    (30, 306,  432),
];

/// The decimals of the printed table.
pub(crate) const CRITICAL_DECIMALS: u8 = 3;

/// A level of significance, one-sided.
///
/// # Reference
/// 环办〔2011〕22号, 秩相关系数 rs 的临界值 (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignificanceLevel {
    /// α = 0.05 (显著).
    FivePercent,
    /// α = 0.01 (极显著).
    OnePercent,
}

impl SignificanceLevel {
    /// Both, the laxer first.
    pub const ALL: [Self; 2] = [Self::FivePercent, Self::OnePercent];

    /// One in so many: 20 or 100.
    pub(crate) const fn one_in(self) -> u32 {
        match self {
            Self::FivePercent => 20,
            Self::OnePercent => 100,
        }
    }

    /// The printed critical value for so many values; `None` where none is printed.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (K): N = 5 to 10, and the even numbers to 30.
    ///
    /// # Example
    /// ```
    /// use gb3838::trend::SignificanceLevel;
    ///
    /// let critical = SignificanceLevel::FivePercent.critical_value(8);
    /// assert_eq!(critical.map(|it| it.to_string()).as_deref(), Some("0.643"));
    /// assert_eq!(SignificanceLevel::OnePercent.critical_value(11), None);
    /// ```
    #[must_use]
    pub fn critical_value(self, count: u32) -> Option<Decimal> {
        let (_, five, one) = CRITICAL.into_iter().find(|(printed, ..)| *printed == count)?;
        let thousandths = match self {
            Self::FivePercent => five,
            Self::OnePercent => one,
        };
        Decimal::new(thousandths, CRITICAL_DECIMALS).ok()
    }
}
