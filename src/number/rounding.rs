//! GB/T 8170 rounding, and whether a value is rounded before it is compared.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// Whether a value is rounded to its assessment decimals before it meets a limit.
///
/// The choice changes verdicts, so there is no hidden default: every
/// [`Classifier`](crate::Classifier) is made with one and records it.
///
/// # Reference
/// GB/T 8170-2008, clause 4.3 (S): 全数值比较法, the default where a standard names none,
/// and 修约值比较法. 环办监测函〔2020〕82号 (S): means of periods are rounded first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Comparison {
    /// Round to the assessment decimals of the item, then compare (修约值比较法).
    ///
    /// For the mean of a period. It may surprise: a pH of 5.5 becomes 6 and passes, 9.5
    /// becomes 10 and fails, NH3-N 1.005 becomes 1.00 and is class III.
    RoundFirst,
    /// Compare the value with all its digits (全数值比较法).
    ///
    /// For single readings, automatic or from a laboratory: CODMn 2.0374 is class II.
    FullValue,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::RoundFirst => "round-first",
            Self::FullValue => "full-value",
        })
    }
}

impl FromStr for Comparison {
    type Err = UnknownNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "round-first" | "round_first" => Ok(Self::RoundFirst),
            "full-value" | "full_value" => Ok(Self::FullValue),
            _ => Err(UnknownNameError::new(text, NameKind::Comparison)),
        }
    }
}

impl Decimal {
    /// Rounds half to even at `decimals` places, once; pads with zeros where it is shorter.
    ///
    /// A number too long for the padding keeps its own places. Negative numbers round by
    /// magnitude.
    ///
    /// # Reference
    /// GB/T 8170-2008, 3.2 (S): 进舍规则.
    ///
    /// # Example
    /// ```
    /// # use gb3838::Decimal;
    /// let round = |text: &str, decimals| Decimal::parse(text).map(|d| d.round(decimals).to_string());
    /// assert_eq!(round("12.1498", 0)?, "12");
    /// assert_eq!(round("1.050", 1)?, "1.0");
    /// assert_eq!(round("0.35", 1)?, "0.4");
    /// assert_eq!(round("-0.0365", 3)?, "-0.036");
    /// assert_eq!(round("8", 2)?, "8.00");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn round(self, decimals: u8) -> Self {
        let (units, scale) = (self.units(), self.scale());
        if decimals >= scale {
            let places = if decimals > Self::MAX_SCALE { Self::MAX_SCALE } else { decimals };
            return match units.checked_mul(power_of_ten(places - scale)) {
                Some(padded) => match Self::new(padded, places) {
                    Ok(rounded) => rounded,
                    Err(_) => self,
                },
                None => self,
            };
        }
        let power = power_of_ten(scale - decimals);
        let (mut quotient, remainder) = (units / power, units % power);
        let doubled = remainder.unsigned_abs() * 2;
        let half = power.unsigned_abs();
        if doubled > half || (doubled == half && quotient % 2 != 0) {
            quotient += if units < 0 { -1 } else { 1 };
        }
        match Self::new(quotient, decimals) {
            Ok(rounded) => rounded,
            Err(_) => self,
        }
    }

    /// Rounds as [`Decimal::round`], but a result of zero keeps one significant digit.
    ///
    /// The second rule holds only where the first gives zero: 0.006 at two decimals is
    /// 0.01, although 0.006 has one significant digit itself.
    ///
    /// # Reference
    /// 总站水字〔2018〕87号 (S).
    ///
    /// # Example
    /// ```
    /// # use gb3838::Decimal;
    /// let round = |text: &str, decimals| {
    ///     Decimal::parse(text).map(|d| d.round_keeping_digit(decimals).to_string())
    /// };
    /// assert_eq!(round("0.0003", 3)?, "0.0003");
    /// assert_eq!(round("0.0003868484", 3)?, "0.0004");
    /// assert_eq!(round("0.00005", 3)?, "0.00005");
    /// assert_eq!(round("0.0006", 3)?, "0.001");
    /// assert_eq!(round("0.006", 2)?, "0.01");
    /// assert_eq!(round("0.0096", 1)?, "0.01");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn round_keeping_digit(self, decimals: u8) -> Self {
        let rounded = self.round(decimals);
        if !rounded.is_zero() || self.is_zero() {
            return rounded;
        }
        let mut places = decimals;
        let mut kept = rounded;
        while kept.is_zero() && places < self.scale() {
            places += 1;
            // Cut, not rounded: the place of the first digit is what is looked for.
            if self.units() / power_of_ten(self.scale() - places) != 0 {
                kept = self.round(places).with_one_digit();
            }
        }
        kept
    }

    /// A digit that was carried to the place before (0.0096, then 0.010) is printed alone.
    const fn with_one_digit(self) -> Self {
        if self.units().unsigned_abs() == 10 { self.normalized() } else { self }
    }
}

impl Fraction {
    /// Rounds as [`Fraction::round`], but a result of zero keeps one significant digit.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the result does not fit a [`Decimal`].
    ///
    /// # Reference
    /// 总站水字〔2018〕87号 (S).
    ///
    /// # Example
    /// ```
    /// # use gb3838::{Decimal, Fraction};
    /// // (0.0003 + 0.0004) / 2 at three decimals: 0.00035, half to even 0.0004.
    /// let mean = Fraction::from(Decimal::parse("0.0007")?).divided_by_count(2)?;
    /// assert_eq!(mean.round_keeping_digit(3)?.to_string(), "0.0004");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn round_keeping_digit(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        let rounded = self.round(decimals)?;
        if !rounded.is_zero() || self.is_zero() {
            return Ok(rounded);
        }
        for places in decimals + 1..=Decimal::MAX_SCALE {
            // The first digit stands at the first place whose unit is not above the value.
            let unit = Decimal::new(if self.is_negative() { -1 } else { 1 }, places)
                .map_err(|_| ExactOverflow::new("rounding"))?;
            let reached = match self.compare(unit) {
                Ordering::Equal => true,
                Ordering::Greater => !self.is_negative(),
                Ordering::Less => self.is_negative(),
            };
            if reached {
                return self.round(places).map(Decimal::with_one_digit);
            }
        }
        Err(ExactOverflow::new("rounding"))
    }
}
