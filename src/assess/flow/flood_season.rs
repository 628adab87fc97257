//! Flood-season pollution intensity (汛期污染强度): the leading pollutant over its limit.

use crate::classify::judgement::half;
use crate::classify::undecidable::decided;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::accumulator::Accumulator;
use crate::standard::bound::Bound;
use crate::standard::item::Item;
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;

/// Which figure of a flood season stands for its concentration.
///
/// The text was not at hand: the choice is the caller's, and the result records it.
///
/// # Reference
/// Document not seen (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum FloodSeasonStatistic {
    /// The mean of all values.
    Mean,
    /// The greatest value.
    Maximum,
}

/// The concentration of an item in flood season over its target limit.
///
/// # Reference
/// Document not seen (K): 汛期污染强度 = concentration of the leading pollutant in flood season
/// / limit of the target.
///
/// # Example
/// ```
/// use gb3838::{Accumulator, Item, Reading, flow::{FloodSeasonIntensity, FloodSeasonStatistic}};
///
/// let mut season = Accumulator::new(Item::TotalPhosphorus);
/// for cell in ["0.31", "0.19", "0.52"] {
///     season.add(&Reading::parse(cell, Item::TotalPhosphorus)?)?;
/// }
/// let limit = "0.2".parse()?;
/// let mean = FloodSeasonIntensity::of(&season, FloodSeasonStatistic::Mean, limit)?;
/// let greatest = FloodSeasonIntensity::of(&season, FloodSeasonStatistic::Maximum, limit)?;
/// assert_eq!(mean.round(2)?.to_string(), "1.70");
/// assert_eq!(greatest.round(2)?.to_string(), "2.60");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "汛期污染强度")]
pub struct FloodSeasonIntensity {
    item: Item,
    statistic: FloodSeasonStatistic,
    concentration: Fraction,
    limit: Decimal,
    value: Fraction,
    below: u32,
}

/// A flood season without an intensity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FloodSeasonError {
    /// The item has no upper limit of concentration: water temperature, pH, dissolved oxygen.
    #[error("{item} has no pollution intensity: expected an item with an upper limit")]
    NoConcentration {
        /// The item.
        item: Item,
    },
    /// Nothing was measured.
    #[error("no value of {item} in the flood season: expected at least one")]
    NoValue {
        /// The item.
        item: Item,
    },
    /// A negative concentration.
    #[error("{concentration} of {item} cannot be: expected 0 or more")]
    Negative {
        /// The item.
        item: Item,
        /// The concentration.
        concentration: QuotedText,
    },
    /// The limit would be divided by, and is zero or negative.
    #[error("a target limit of {limit} for {item} gives no intensity: expected one above 0")]
    LimitNotPositive {
        /// The item.
        item: Item,
        /// The limit.
        limit: Decimal,
    },
    /// The figure is of results below a detection limit, whose half is over the target limit:
    /// that proves no exceedance.
    #[error(
        "{below} results of {item} below a detection limit up to {detection_limit} prove nothing against {limit}: expected a lower one, or values"
    )]
    Undecidable {
        /// The item.
        item: Item,
        /// How many results of the season are below a detection limit.
        below: u32,
        /// The greatest detection limit.
        detection_limit: Decimal,
        /// The target limit.
        limit: Decimal,
    },
    /// The exact result has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

impl FloodSeasonIntensity {
    /// The intensity of one item from its readings in the season, in the unit of its limits.
    ///
    /// `limit` is that of the section's target class, or the section's own.
    ///
    /// # Errors
    /// For an item without an upper limit, a season without a value, a limit that is not above
    /// 0, and where results below a detection limit alone would be over it: the mean of nothing
    /// else, or a greatest value that is half of the greatest detection limit.
    pub fn of(
        season: &Accumulator,
        statistic: FloodSeasonStatistic,
        limit: Decimal,
    ) -> Result<Self, FloodSeasonError> {
        let item = season.item();
        let none = FloodSeasonError::NoValue { item };
        let concentration = match statistic {
            FloodSeasonStatistic::Mean => {
                let mean = season.mean()?.ok_or(none)?;
                mean.exact().ok_or(FloodSeasonError::NoConcentration { item })?
            }
            FloodSeasonStatistic::Maximum => season.extremes().ok_or(none)?.1.into(),
        };
        let below = season.below_count();
        let intensity = Self::of_concentration(item, statistic, concentration, limit)?;
        if let Some(detection_limit) = season.greatest_detection_limit() {
            let is_below = match statistic {
                FloodSeasonStatistic::Mean => below == season.count(),
                FloodSeasonStatistic::Maximum => {
                    half(detection_limit).exact().is_some_and(|half| half == concentration)
                }
            };
            let keeps = Bound::AtMost(limit).holds(&concentration);
            // Zero keeps to any limit above zero.
            if decided(keeps, is_below, || true).is_none() {
                let (item, limit) = (intensity.item, intensity.limit);
                return Err(FloodSeasonError::Undecidable { item, below, detection_limit, limit });
            }
        }
        Ok(Self { below, ..intensity })
    }

    /// The intensity from a mean or maximum that was computed elsewhere.
    ///
    /// # Errors
    /// As [`FloodSeasonIntensity::of`], and for a negative concentration.
    pub fn of_concentration(
        item: Item,
        statistic: FloodSeasonStatistic,
        concentration: impl Into<Fraction>,
        limit: Decimal,
    ) -> Result<Self, FloodSeasonError> {
        let concentration = concentration.into();
        if matches!(item, Item::WaterTemperature | Item::Ph | Item::DissolvedOxygen) {
            return Err(FloodSeasonError::NoConcentration { item });
        }
        if concentration.is_negative() {
            let concentration = concentration.quoted();
            return Err(FloodSeasonError::Negative { item, concentration });
        }
        let zero = FloodSeasonError::LimitNotPositive { item, limit };
        if limit.is_negative() {
            return Err(zero);
        }
        let value = concentration.checked_div(&limit.into())?.ok_or(zero)?;
        Ok(Self { item, statistic, concentration, limit, value, below: 0 })
    }

    /// The leading pollutant (首要污染物): the item of the greatest intensity, of equal ones the
    /// first in Table 1; `None` of nothing.
    ///
    /// Intensities of different statistics cannot be compared: give those of one.
    ///
    /// # Reference
    /// Document not seen (K); the order of equal ones is ours.
    #[must_use]
    pub fn leading(intensities: impl IntoIterator<Item = Self>) -> Option<Self> {
        let rank = |it: &Self| core::cmp::Reverse(it.item);
        intensities
            .into_iter()
            .max_by(|left, right| (left.value, rank(left)).cmp(&(right.value, rank(right))))
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// Which figure of the season was taken.
    #[must_use]
    pub const fn statistic(&self) -> FloodSeasonStatistic {
        self.statistic
    }

    /// The concentration that was taken, in the unit of the item's limits.
    #[must_use]
    pub const fn concentration(&self) -> &Fraction {
        &self.concentration
    }

    /// How many results of the season are below a detection limit; half of each entered.
    #[must_use]
    pub const fn below_count(&self) -> u32 {
        self.below
    }

    /// The limit.
    #[must_use]
    pub const fn limit(&self) -> Decimal {
        self.limit
    }

    /// The exact intensity; above 1 the season is over the limit.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The intensity rounded half to even, once.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.value.round_keeping_digit(decimals)
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::FLOOD_SEASON_INTENSITY
    }
}
