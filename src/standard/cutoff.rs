//! Limit, decimals and comparison folded into one cutoff: the only place that knows ties.

use core::cmp::Ordering;

use crate::number::decimal::Decimal;
use crate::number::rounding::Comparison;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::limits::{ItemLimits, Standard};
use crate::standard::water_body::WaterBody;

/// Which side of its edge a cutoff allows.
///
/// # Reference
/// GB 3838-2002, Table 1 (P): dissolved oxygen has lower bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CutoffSide {
    /// Values up to the edge.
    Upper,
    /// Values from the edge on.
    Lower,
}

/// A limit with the rounding before comparison folded in.
///
/// "Round to d decimals half to even, then ≤ L" is "≤ L + ½·10⁻ᵈ" when the last digit of L
/// at d decimals is even, "< L + ½·10⁻ᵈ" when it is odd; mirrored for lower limits. So no
/// path rounds in order to compare, and exactness is free.
///
/// # Example
/// ```
/// use gb3838::{Comparison, Decimal, limits::Cutoff};
///
/// // NH3-N, class III: 1.005 rounds to 1.00 and meets 1.0.
/// let cutoff = Cutoff::at_most(Decimal::parse("1.0")?, 2, Comparison::RoundFirst)?;
/// assert_eq!(cutoff.edge(), Decimal::parse("1.005")?);
/// assert!(cutoff.is_inclusive());
/// // TP of lakes, class II: 0.0255 rounds to 0.026 and exceeds 0.025.
/// let odd = Cutoff::at_most(Decimal::parse("0.025")?, 3, Comparison::RoundFirst)?;
/// assert!(!odd.is_inclusive());
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// # Reference
/// GB/T 8170-2008 (S): half to even; 总站水字〔2018〕87号 (S): one digit is kept; GB 3838-2002,
/// Table 1 (P): limits are inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cutoff {
    edge: Decimal,
    side: CutoffSide,
    inclusive: bool,
}

/// A limit that is finer than the decimals it is compared at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "limit {limit} cannot be compared at {decimals} decimals: expected at most that many, and 17 in all"
)]
pub struct CutoffError {
    limit: Decimal,
    decimals: u8,
}

impl Cutoff {
    /// The cutoff of an upper limit.
    ///
    /// # Errors
    /// When values are rounded first and the limit has more decimals than they keep.
    pub const fn at_most(
        limit: Decimal,
        decimals: u8,
        comparison: Comparison,
    ) -> Result<Self, CutoffError> {
        Self::new(limit, decimals, comparison, CutoffSide::Upper)
    }

    /// The cutoff of a lower limit.
    ///
    /// # Errors
    /// When values are rounded first and the limit has more decimals than they keep.
    pub const fn at_least(
        limit: Decimal,
        decimals: u8,
        comparison: Comparison,
    ) -> Result<Self, CutoffError> {
        Self::new(limit, decimals, comparison, CutoffSide::Lower)
    }

    /// The cutoff of a limit that full values are compared with: the limit itself.
    pub(crate) const fn of_full_value(limit: Decimal, side: CutoffSide) -> Self {
        Self { edge: limit, side, inclusive: true }
    }

    /// The cutoff of a limit of a [`Standard`], which has one: a limit that no rounded value
    /// can be compared with was refused there. Were one let in, it would hold as it is, and
    /// its item would not be without limits.
    const fn of_limit(
        limit: Decimal,
        decimals: u8,
        comparison: Comparison,
        side: CutoffSide,
    ) -> Self {
        match Self::new(limit, decimals, comparison, side) {
            Ok(cutoff) => cutoff,
            Err(_) => Self::of_full_value(limit, side),
        }
    }

    const fn new(
        limit: Decimal,
        decimals: u8,
        comparison: Comparison,
        side: CutoffSide,
    ) -> Result<Self, CutoffError> {
        if matches!(comparison, Comparison::FullValue) {
            return Ok(Self::of_full_value(limit, side));
        }
        // A value that would round to zero keeps a digit, and so is on its own side of zero.
        if limit.is_zero() {
            return Ok(Self::of_full_value(limit, side));
        }
        let error = Err(CutoffError { limit, decimals });
        let rounded = limit.round(decimals);
        if decimals >= Decimal::MAX_SCALE
            || rounded.scale() != decimals
            || !rounded.compare(limit).is_eq()
        {
            return error;
        }
        // One place more, and half a unit of the last kept place to the lenient side.
        let half = match side {
            CutoffSide::Upper => 5,
            CutoffSide::Lower => -5,
        };
        let Some(tenfold) = rounded.units().checked_mul(10) else { return error };
        let Some(units) = tenfold.checked_add(half) else { return error };
        match Decimal::new(units, decimals + 1) {
            Ok(edge) => Ok(Self { edge, side, inclusive: rounded.units() % 2 == 0 }),
            Err(_) => error,
        }
    }

    /// The number at which the answer changes.
    #[must_use]
    pub const fn edge(&self) -> Decimal {
        self.edge
    }

    /// Which side of the edge meets the limit.
    #[must_use]
    pub const fn side(&self) -> CutoffSide {
        self.side
    }

    /// Whether a value on the edge meets the limit.
    #[must_use]
    pub const fn is_inclusive(&self) -> bool {
        self.inclusive
    }

    /// Whether a value that compares so with the edge meets the limit.
    #[must_use]
    pub const fn is_met(&self, value_to_edge: Ordering) -> bool {
        match (value_to_edge, self.side) {
            (Ordering::Equal, _) => self.inclusive,
            (Ordering::Less, CutoffSide::Upper) | (Ordering::Greater, CutoffSide::Lower) => true,
            (Ordering::Less, CutoffSide::Lower) | (Ordering::Greater, CutoffSide::Upper) => false,
        }
    }
}

/// The cutoffs of one item, classes I to V.
///
/// # Reference
/// GB 3838-2002, Table 1 (P).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemCutoffs {
    /// One cutoff a class, each no stricter than the one before.
    Ordered([Cutoff; 5]),
    /// A lower and an upper cutoff, the same for all classes.
    Range(Cutoff, Cutoff),
}

impl ItemCutoffs {
    /// The cutoffs of an item, or `None` where the standard limits no value of it.
    #[must_use]
    pub const fn new(
        standard: &Standard,
        item: Item,
        body: WaterBody,
        comparison: Comparison,
    ) -> Option<Self> {
        let decimals = item.assessment_decimals();
        match standard.limits(item, body) {
            Some(ItemLimits::AtMost(limits)) => {
                Some(five(limits, decimals, comparison, CutoffSide::Upper))
            }
            Some(ItemLimits::AtLeast(limits)) => {
                Some(five(limits, decimals, comparison, CutoffSide::Lower))
            }
            Some(ItemLimits::Within(low, high)) => Some(Self::Range(
                Cutoff::of_limit(*low, decimals, comparison, CutoffSide::Lower),
                Cutoff::of_limit(*high, decimals, comparison, CutoffSide::Upper),
            )),
            Some(ItemLimits::WeeklyChange { .. }) | None => None,
        }
    }

    /// The best class whose limit holds for a value, given how it compares with a number.
    #[must_use]
    pub fn class_of(&self, value_to: impl Fn(Decimal) -> Ordering) -> Class {
        match self {
            Self::Range(low, high) => {
                let met = |cutoff: &Cutoff| cutoff.is_met(value_to(cutoff.edge));
                if met(low) && met(high) { Class::I } else { Class::InferiorV }
            }
            Self::Ordered(cutoffs) => {
                let place = first_met(cutoffs, value_to);
                place
                    .and_then(|place| Class::WITH_LIMITS.get(place))
                    .map_or(Class::InferiorV, |class| *class)
            }
        }
    }
}

/// The place of the first cutoff that a value meets, of cutoffs that grow no stricter: the
/// best class, by its number. Items and classes of any standard share it.
pub(crate) fn first_met(
    cutoffs: &[Cutoff],
    value_to: impl Fn(Decimal) -> Ordering,
) -> Option<usize> {
    cutoffs.iter().position(|cutoff| cutoff.is_met(value_to(cutoff.edge)))
}

const fn five(
    limits: &[Decimal; 5],
    decimals: u8,
    comparison: Comparison,
    side: CutoffSide,
) -> ItemCutoffs {
    ItemCutoffs::Ordered([
        Cutoff::of_limit(limits[0], decimals, comparison, side),
        Cutoff::of_limit(limits[1], decimals, comparison, side),
        Cutoff::of_limit(limits[2], decimals, comparison, side),
        Cutoff::of_limit(limits[3], decimals, comparison, side),
        Cutoff::of_limit(limits[4], decimals, comparison, side),
    ])
}
