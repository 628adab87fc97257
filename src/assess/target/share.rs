//! A share as exact counts, and its comparison at published precision.

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::bound::Bound;

/// A share of a total: counts of sections, or lengths and volumes; never a float.
///
/// # Reference
/// Published reports (F): 50 of 52 sections are printed 96.2 % and meet a target of 96.2 %,
/// although 50 / 52 is 96.154 %.
///
/// # Example
/// ```
/// use gb3838::{Bound, Decimal, target::{Share, SharePrecision}};
///
/// let share = Share::of_counts(50, 52)?;
/// assert_eq!(share.percent(1)?.to_string(), "96.2");
/// let target = Bound::AtLeast(Decimal::parse("96.2")?);
/// assert!(share.meets(&target, SharePrecision::AsPublished)?);
/// assert!(!share.meets(&target, SharePrecision::Exact)?);
/// // One of two hundred is not none, and 1999 of 2000 are not all, however they are printed.
/// let none = Bound::AtMost(Decimal::ZERO);
/// assert!(!Share::of_counts(1, 200)?.meets(&none, SharePrecision::Decimals(0))?);
/// let all = Bound::AtLeast(Decimal::parse("100.0")?);
/// assert!(!Share::of_counts(1999, 2000)?.meets(&all, SharePrecision::AsPublished)?);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "优良比例")]
#[doc(alias = "达标率")]
pub struct Share {
    part: Decimal,
    total: Decimal,
    exact: Fraction,
}

/// With how many digits a share is compared with its target.
///
/// A target of 0 or 100 percent means none or all, and is compared exactly whatever is asked.
///
/// # Reference
/// Published reports (F); the exact share is ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SharePrecision {
    /// A target printed with decimals is compared with the share rounded to as many; a whole
    /// number with the exact share.
    #[default]
    AsPublished,
    /// The exact share.
    Exact,
    /// The share rounded to so many decimals; a target of 0 or 100 still compares counts.
    Decimals(u8),
}

/// A share of nothing, or a part that exceeds its total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{part} of {total} is no share: expected a positive total and a part from 0 to it")]
pub struct ShareError {
    part: Decimal,
    total: Decimal,
}

impl Share {
    /// A share of lengths, areas or volumes.
    ///
    /// # Errors
    /// When the total is not positive, or the part is negative or exceeds it.
    pub fn new(part: Decimal, total: Decimal) -> Result<Self, ShareError> {
        let error = ShareError { part, total };
        if part.is_negative() || part > total {
            return Err(error);
        }
        match Fraction::from(part).checked_div(&Fraction::from(total)) {
            Ok(Some(exact)) => Ok(Self { part, total, exact }),
            Ok(None) | Err(_) => Err(error),
        }
    }

    /// A share of counts.
    ///
    /// # Errors
    /// When the total is zero, or the part exceeds it.
    pub fn of_counts(part: u32, total: u32) -> Result<Self, ShareError> {
        Self::new(Decimal::from_integer(part.into()), Decimal::from_integer(total.into()))
    }

    /// The part.
    #[must_use]
    pub const fn part(&self) -> Decimal {
        self.part
    }

    /// The total.
    #[must_use]
    pub const fn total(&self) -> Decimal {
        self.total
    }

    /// The exact share, from 0 to 1.
    #[must_use]
    pub const fn exact(&self) -> &Fraction {
        &self.exact
    }

    /// The share in percent, rounded half to even.
    ///
    /// Print is not always so: some publishers move single shares so that all add up to
    /// 100.0, some cut.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    ///
    /// # Reference
    /// GB/T 8170-2008, 3.2 (S).
    pub fn percent(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.exact_percent()?.round(decimals)
    }

    /// Whether a printed percentage may be that of this share: it differs from the share,
    /// rounded to as many decimals, by at most 0.1.
    ///
    /// For checkers of print alone; a target is held against the [share](Self::meets).
    ///
    /// # Errors
    /// When the rounded share does not fit a [`Decimal`].
    ///
    /// # Reference
    /// Published reports (F): 54 of 97 as 55.6, so that all shares add up to 100.0; 112 of 115
    /// as 97.3, cut.
    ///
    /// # Example
    /// ```
    /// use gb3838::target::Share;
    ///
    /// let share = Share::of_counts(54, 97)?;
    /// assert_eq!(share.percent(1)?.to_string(), "55.7");
    /// assert!(share.may_print_as("55.6".parse()?)?);
    /// assert!(!share.may_print_as("55.5".parse()?)?);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn may_print_as(&self, printed: Decimal) -> Result<bool, ExactOverflow> {
        let rounded = Fraction::from(self.percent(printed.scale())?);
        let difference = rounded.checked_sub(&printed.into())?;
        let tenths = difference.checked_mul(&Decimal::from_integer(10).into())?;
        let one = Decimal::from_integer(1);
        Ok(tenths.compare(one).is_le() && tenths.compare(Decimal::from_integer(-1)).is_ge())
    }

    fn exact_percent(&self) -> Result<Fraction, ExactOverflow> {
        self.exact.in_percent()
    }

    /// Whether the share, in percent, keeps to a bound.
    ///
    /// # Errors
    /// When the rounded share does not fit a [`Decimal`].
    pub fn meets(&self, target: &Bound, precision: SharePrecision) -> Result<bool, ExactOverflow> {
        let percent = self.exact_percent()?;
        let decimals = compared_decimals(target, precision);
        let compared = match decimals {
            Some(decimals) => Fraction::from(percent.round(decimals)?),
            None => percent,
        };
        Ok(target.holds(&compared))
    }
}

/// The decimals that a share is rounded to before it meets a target, if it is.
pub(crate) fn compared_decimals(target: &Bound, precision: SharePrecision) -> Option<u8> {
    match precision {
        SharePrecision::Exact => None,
        _ if means_none_or_all(target) => None,
        SharePrecision::Decimals(decimals) => Some(decimals),
        SharePrecision::AsPublished => published_decimals(target),
    }
}

/// Whether a target is 0 or 100 percent, with or without decimals: a count, not a measure.
fn means_none_or_all(target: &Bound) -> bool {
    match target {
        Bound::AtMost(limit)
        | Bound::Below(limit)
        | Bound::AtLeast(limit)
        | Bound::Above(limit) => limit.is_zero() || *limit == Decimal::from_integer(100),
        Bound::Within(..) => false,
    }
}

/// The decimals that a target is printed with; none for a whole number.
pub(crate) const fn published_decimals(target: &Bound) -> Option<u8> {
    let decimals = match target {
        Bound::AtMost(limit)
        | Bound::Below(limit)
        | Bound::AtLeast(limit)
        | Bound::Above(limit) => limit.scale(),
        Bound::Within(low, high) if low.scale() < high.scale() => high.scale(),
        Bound::Within(low, _) => low.scale(),
    };
    if decimals == 0 { None } else { Some(decimals) }
}
