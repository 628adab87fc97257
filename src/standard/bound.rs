//! A bound on a number: at most, below, at least, above, within.

use core::cmp::Ordering;
use core::fmt;

use crate::number::decimal::Decimal;
use crate::number::fraction::Fraction;
use crate::text::padded::padded;

/// What a number must keep to: a limit, a target, a goal.
///
/// Limits of GB 3838-2002 are inclusive: a value equal to its limit meets it. Local targets
/// may be strict: "低于3 mg/L" is [`Bound::Below`], not [`Bound::AtMost`].
///
/// # Reference
/// GB 3838-2002, Table 1 (P): ≤, ≥ and the range of pH.
///
/// # Example
/// ```
/// use gb3838::{Bound, Decimal, Fraction};
///
/// let three = Decimal::from(3);
/// assert!(Bound::AtMost(three).holds(&Fraction::from(three)));
/// assert!(!Bound::Below(three).holds(&Fraction::from(three)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Bound {
    /// ≤, 不大于, 不高于.
    AtMost(Decimal),
    /// <, 低于.
    Below(Decimal),
    /// ≥, 不低于.
    AtLeast(Decimal),
    /// >, 高于.
    Above(Decimal),
    /// From the first to the second, both included.
    Within(Decimal, Decimal),
}

impl Bound {
    /// Whether a number keeps to the bound, exactly.
    #[must_use]
    pub fn holds(&self, value: &Fraction) -> bool {
        self.holds_where(|limit| value.compare(limit))
    }

    /// Whether a value keeps to the bound, given how it compares with a number.
    #[must_use]
    pub fn holds_where(&self, value_to: impl Fn(Decimal) -> Ordering) -> bool {
        match *self {
            Self::AtMost(limit) => value_to(limit).is_le(),
            Self::Below(limit) => value_to(limit).is_lt(),
            Self::AtLeast(limit) => value_to(limit).is_ge(),
            Self::Above(limit) => value_to(limit).is_gt(),
            Self::Within(low, high) => value_to(low).is_ge() && value_to(high).is_le(),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| match self {
            Self::AtMost(limit) => write!(out, "≤ {limit}"),
            Self::Below(limit) => write!(out, "< {limit}"),
            Self::AtLeast(limit) => write!(out, "≥ {limit}"),
            Self::Above(limit) => write!(out, "> {limit}"),
            Self::Within(low, high) => write!(out, "{low}–{high}"),
        })
    }
}
