//! Limit, decimals and comparison folded into one cutoff: the only place that knows ties.

use core::cmp::Ordering;

use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::rounding::Comparison;
use crate::standard::bound::Bound;
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
        let cutoff = match comparison {
            Comparison::RoundFirst if limit.normalized().scale() > decimals => None,
            _ => Self::of_side(limit, decimals, comparison, (side, false)),
        };
        match cutoff {
            Some(cutoff) => Ok(cutoff),
            None => Err(CutoffError { limit, decimals }),
        }
    }

    /// The cutoffs of a bound, the lower and the upper one: at most, below, at least, above,
    /// within.
    ///
    /// A limit of more than 17 digits at the decimals is compared in full: no value beside it
    /// can be rounded.
    ///
    /// # Reference
    /// Local targets may be strict (F): 低于3 mg/L.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Bound, Comparison, limits::Cutoff};
    ///
    /// // Below 3 mg/L at one decimal: 2.95 rounds to 3.0, and 2.949 to 2.9.
    /// let [lower, upper] =
    ///     Cutoff::of_bound(Bound::Below("3".parse()?), 1, Comparison::RoundFirst);
    /// assert_eq!(lower, None);
    /// assert_eq!(upper.map(|it| (it.edge(), it.is_inclusive())), Some(("2.95".parse()?, false)));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn of_bound(bound: Bound, decimals: u8, comparison: Comparison) -> [Option<Self>; 2] {
        let (lower, upper) = match bound {
            Bound::AtMost(limit) => (None, Some((limit, false))),
            Bound::Below(limit) => (None, Some((limit, true))),
            Bound::AtLeast(limit) => (Some((limit, false)), None),
            Bound::Above(limit) => (Some((limit, true)), None),
            Bound::Within(low, high) => (Some((low, false)), Some((high, false))),
        };
        let mut cutoffs = [None; 2];
        if let Some((limit, strict)) = lower {
            cutoffs[0] = Some(Self::held(limit, decimals, comparison, (CutoffSide::Lower, strict)));
        }
        if let Some((limit, strict)) = upper {
            cutoffs[1] = Some(Self::held(limit, decimals, comparison, (CutoffSide::Upper, strict)));
        }
        cutoffs
    }

    /// The cutoff of a side of a bound; of the limit in full where it has no other.
    const fn held(
        limit: Decimal,
        decimals: u8,
        comparison: Comparison,
        (side, strict): (CutoffSide, bool),
    ) -> Self {
        match Self::of_side(limit, decimals, comparison, (side, strict)) {
            Some(cutoff) => cutoff,
            None => Self { edge: limit, side, inclusive: !strict },
        }
    }

    /// The cutoff of a limit on one side, strict or inclusive; `None` where its edge has no room.
    ///
    /// What keeps to a lower limit is what does not keep below it, and the other way round.
    const fn of_side(
        limit: Decimal,
        decimals: u8,
        comparison: Comparison,
        (side, strict): (CutoffSide, bool),
    ) -> Option<Self> {
        let below = match side {
            CutoffSide::Upper => strict,
            CutoffSide::Lower => !strict,
        };
        let upper = match comparison {
            Comparison::FullValue => Some((limit, !below)),
            Comparison::RoundFirst => upper_edge(limit, decimals, below),
        };
        match (upper, side) {
            (None, _) => None,
            (Some((edge, inclusive)), CutoffSide::Upper) => Some(Self { edge, side, inclusive }),
            (Some((edge, inclusive)), CutoffSide::Lower) => {
                Some(Self { edge, side, inclusive: !inclusive })
            }
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

/// Half a unit, in units of the place after it.
const HALF: i64 = 5;

/// The greatest number that rounds to at most a limit, or to less where it is strict, and whether
/// it does so itself; `None` where it has no room.
///
/// Rounded values are whole units of the last kept place; what would round to none keeps its first
/// digit, at the next place 5 at most, since what is above rounds to one unit. Negative ones are
/// their mirror.
const fn upper_edge(limit: Decimal, decimals: u8, strict: bool) -> Option<(Decimal, bool)> {
    if limit.is_zero() {
        return Some((limit, !strict));
    }
    if limit.units() < 0 {
        let Some(mirrored) = negated(limit) else { return None };
        let Some((edge, inclusive)) = upper_edge_above_zero(mirrored, decimals, !strict) else {
            return None;
        };
        return match negated(edge) {
            Some(edge) => Some((edge, !inclusive)),
            None => None,
        };
    }
    upper_edge_above_zero(limit, decimals, strict)
}

const fn upper_edge_above_zero(
    limit: Decimal,
    decimals: u8,
    strict: bool,
) -> Option<(Decimal, bool)> {
    let limit = limit.normalized();
    let mut place = decimals;
    while place < Decimal::MAX_SCALE {
        // How many units of this place the limit has, and whether it has no more.
        let (units, is_whole) = if limit.scale() <= place {
            match limit.units().checked_mul(power_of_ten(place - limit.scale())) {
                Some(units) => (units, true),
                None => return None,
            }
        } else {
            let unit = power_of_ten(limit.scale() - place);
            (limit.units() / unit, limit.units() % unit == 0)
        };
        let last = if is_whole && strict { units - 1 } else { units };
        if place == decimals + 1 && last >= HALF {
            return match Decimal::new(HALF, place) {
                Ok(edge) => Some((edge, true)),
                Err(_) => None,
            };
        }
        if last >= 1 {
            // Half a unit of the last kept place further; a tie goes to the even one.
            let Some(tenfold) = last.checked_mul(10) else { return None };
            let Some(edge) = tenfold.checked_add(HALF) else { return None };
            return match Decimal::new(edge, place + 1) {
                Ok(edge) => Some((edge, last % 2 == 0)),
                Err(_) => None,
            };
        }
        place += 1;
    }
    None
}

const fn negated(number: Decimal) -> Option<Decimal> {
    match number.units().checked_neg() {
        Some(units) => match Decimal::new(units, number.scale()) {
            Ok(number) => Some(number),
            Err(_) => None,
        },
        None => None,
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
