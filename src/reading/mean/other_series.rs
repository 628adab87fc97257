//! Series of what is measured beside the 24 basic items: Tables 2 and 3, chlorophyll-a,
//! transparency.

use alloc::collections::BTreeMap;

use crate::number::decimal::{Decimal, DecimalRangeError};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::cell_grammar::Expected;
use crate::reading::mean::accumulator::AccumulateError;
use crate::reading::mean::mean::Mean;
use crate::reading::mean::series::Series;
use crate::reading::notation::{Missing, Notation, Reading};
use crate::reading::other_readings::{OtherReadingError, check_other};
use crate::reading::possible::Kind;
use crate::reading::time::date::Date;
use crate::reading::time::period::{Averaging, Period, SamplingGap, Sufficiency};
use crate::standard::item::Item;
use crate::standard::naming::quantity::Quantity;
use crate::standard::source_item::SourceItem;

/// What is measured beside the 24 basic items, as an amount.
///
/// # Reference
/// GB 3838-2002, Tables 2 and 3 (P); 环办〔2011〕22号 (S): the trophic level index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[doc(alias = "叶绿素a")]
#[doc(alias = "透明度")]
pub enum OtherItem {
    /// An item of Tables 2 and 3, in mg/L.
    Source(SourceItem),
    /// Chlorophyll-a (叶绿素a), in mg/m³ (the same number in µg/L).
    ChlorophyllA,
    /// Transparency (透明度), in metres.
    Transparency,
}

impl OtherItem {
    /// The English name.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Source(item) => item.name_en(),
            Self::ChlorophyllA => "chlorophyll-a",
            Self::Transparency => "transparency",
        }
    }

    /// Reads a cell, in the unit of the item, as [`Notation::parse`] does.
    ///
    /// # Errors
    /// When the text is neither a number nor a known mark, or the value is impossible.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, Notation, Reading, mean::OtherItem};
    ///
    /// let read = |text, item: OtherItem| item.parse(text, &Notation::new());
    /// let limit = Decimal::parse("0.5")?;
    /// assert_eq!(read("0.5L", OtherItem::ChlorophyllA)?, Reading::Below(limit));
    /// // Another unit of the same kind is turned into metres.
    /// assert_eq!(read("50 cm", OtherItem::Transparency)?, Reading::Value(limit));
    /// assert!(read("-3", OtherItem::Transparency).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(self, text: &str, notation: &Notation) -> Result<Reading, OtherReadingError> {
        let quantity = match self {
            Self::Source(item) => return notation.parse_source(text, item),
            Self::ChlorophyllA => Quantity::ChlorophyllA,
            Self::Transparency => Quantity::Transparency,
        };
        let expected = Expected::in_limits_unit(Kind::Amount, quantity.unit());
        notation.parse_other(text, expected, self.name_en())
    }
}

impl From<SourceItem> for OtherItem {
    fn from(item: SourceItem) -> Self {
        Self::Source(item)
    }
}

/// A reading that cannot enter a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OtherSeriesError {
    /// The value is impossible.
    #[error(transparent)]
    Impossible(#[from] OtherReadingError),
    /// Half of a hand-made detection limit does not fit.
    #[error(transparent)]
    OutOfRange(#[from] DecimalRangeError),
    /// The exact sum or mean has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

impl From<AccumulateError> for OtherSeriesError {
    fn from(error: AccumulateError) -> Self {
        match error {
            AccumulateError::OutOfRange(error) => error.into(),
            AccumulateError::Overflow(error) => error.into(),
            // Readings are checked before, each item has a series of its own, and nothing is
            // taken out.
            AccumulateError::Impossible(_)
            | AccumulateError::NotThere { .. }
            | AccumulateError::OtherItem { .. } => ExactOverflow::new("sum").into(),
        }
    }
}

/// Amounts are summed alike, whatever they are of.
const AMOUNT: Item = Item::TotalPhosphorus;

/// The readings of one section or source, of items beside the 24: exact sums by day, item and
/// point, with means in any order of averaging as [`Series`] has them.
///
/// # Reference
/// 环办监测函〔2020〕82号 (S, the order K), as for the 24.
///
/// # Example
/// ```
/// use gb3838::{Averaging, Notation, Period, Year, mean::OtherSeries, source::SourceItem};
///
/// let mut series = OtherSeries::new();
/// let iron = SourceItem::Iron;
/// for (day, cell) in [("2026-01-05", "0.2"), ("2026-01-20", "0.4"), ("2026-02-07", "0.1L")] {
///     series.add(day.parse()?, iron, &Notation::new().parse_source(cell, iron)?)?;
/// }
/// let year = Period::year(Year::new(2026)?);
/// let mean = series.mean(iron, &year, Averaging::MonthsFirst)?.ok_or("no value")?;
/// // (0.3 + 0.05) / 2
/// assert_eq!(mean.value().to_string(), "7/40");
/// assert_eq!((mean.count(), mean.below_count(), mean.months()), (3, 1, 2));
/// assert!(!mean.sufficiency().is_sufficient());
/// // It is held against the limit of its item as a mean.
/// assert!(iron.judge(&mean.into()).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherSeries {
    series: BTreeMap<OtherItem, Series>,
    gap: Option<SamplingGap>,
}

/// How many readings of an item there are in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherCounts {
    /// The values, those below a detection limit included.
    pub values: u32,
    /// How many of them were below a detection limit.
    pub below: u32,
    /// The readings without a value, for each reason that occurred.
    pub missing: BTreeMap<Missing, u32>,
}

impl OtherSeries {
    /// No readings.
    #[must_use]
    pub const fn new() -> Self {
        Self { series: BTreeMap::new(), gap: None }
    }

    /// Declares that ice or drought prevented sampling, so that eight months make a year.
    #[must_use]
    pub const fn with_sampling_gap(mut self, gap: SamplingGap) -> Self {
        self.gap = Some(gap);
        self
    }

    /// Adds a reading of a section that has one point.
    ///
    /// # Errors
    /// When the value is impossible or the sum would no longer be exact.
    pub fn add(
        &mut self,
        day: Date,
        item: impl Into<OtherItem>,
        reading: &Reading,
    ) -> Result<(), OtherSeriesError> {
        self.add_at("", day, item, reading)
    }

    /// Adds a reading at a point of a lake or reservoir.
    ///
    /// # Errors
    /// When the value is impossible or the sum would no longer be exact.
    pub fn add_at(
        &mut self,
        point: &str,
        day: Date,
        item: impl Into<OtherItem>,
        reading: &Reading,
    ) -> Result<(), OtherSeriesError> {
        let item = item.into();
        check_other(reading, Kind::Amount, item.name_en())?;
        Ok(self.series.entry(item).or_default().add_at(point, day, AMOUNT, reading)?)
    }

    /// Adds the readings of another series.
    ///
    /// # Errors
    /// When a sum would no longer be exact; this series is unchanged then.
    pub fn merge(&mut self, other: &Self) -> Result<(), OtherSeriesError> {
        let mut next = self.clone();
        for (item, series) in &other.series {
            next.series.entry(*item).or_default().merge(series)?;
        }
        next.gap = self.gap.or(other.gap);
        *self = next;
        Ok(())
    }

    /// The items that were read, with or without a value.
    pub fn items(&self) -> impl Iterator<Item = OtherItem> + '_ {
        self.series.keys().copied()
    }

    /// The mean of an item over a period, or `None` without a value: over time at each point,
    /// then over the points, as [`Series::mean`].
    ///
    /// # Errors
    /// When the exact mean has no room.
    ///
    /// # Reference
    /// As [`Series::mean`].
    pub fn mean(
        &self,
        item: impl Into<OtherItem>,
        period: &Period,
        averaging: Averaging,
    ) -> Result<Option<OtherMean>, OtherSeriesError> {
        let Some(series) = self.series.get(&item.into()) else { return Ok(None) };
        let mean = series.mean_with_gap(AMOUNT, period, averaging, self.gap)?;
        Ok(mean.as_ref().and_then(OtherMean::new))
    }

    /// The readings of an item in a period, as counts.
    ///
    /// # Errors
    /// When there are more than can be counted.
    pub fn counts(
        &self,
        item: impl Into<OtherItem>,
        period: &Period,
    ) -> Result<OtherCounts, OtherSeriesError> {
        let Some(series) = self.series.get(&item.into()) else {
            return Ok(OtherCounts::default());
        };
        let total = series.total(AMOUNT, period)?;
        let missing = Missing::ALL.into_iter().map(|why| (why, total.missing_for(why)));
        Ok(OtherCounts {
            values: total.count(),
            below: total.below_count(),
            missing: missing.filter(|(_, count)| *count > 0).collect(),
        })
    }
}

/// The mean of an item beside the 24 over a period, with its counts and its sufficiency.
///
/// # Reference
/// As [`Mean`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherMean {
    value: Fraction,
    of: Mean,
}

impl OtherMean {
    /// `None` for a mean of hydrogen ions, which amounts never have.
    fn new(of: &Mean) -> Option<Self> {
        of.value().exact().map(|value| Self { value, of: *of })
    }

    /// The exact value.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The value rounded half to even, once; a result of zero keeps one significant digit.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.of.round(decimals)
    }

    /// The number of values, those below the detection limit included.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.of.count()
    }

    /// How many of them were below the detection limit.
    #[must_use]
    pub const fn below_count(&self) -> u32 {
        self.of.below_count()
    }

    /// The greatest detection limit, where all values were below one: such a mean proves no
    /// exceedance.
    #[must_use]
    pub fn detection_limit(&self) -> Option<Decimal> {
        self.of.detection_limit()
    }

    /// The readings without a value, for each reason that occurred.
    pub fn missing_by_reason(&self) -> impl Iterator<Item = (Missing, u32)> + '_ {
        self.of.missing_by_reason()
    }

    /// The number of months with a value; of the point with the fewest, where there are several.
    #[must_use]
    pub const fn months(&self) -> u32 {
        self.of.months()
    }

    /// The number of points with a value.
    #[must_use]
    pub const fn points(&self) -> u32 {
        self.of.points()
    }

    /// The least and the greatest value; half the detection limit counts.
    #[must_use]
    pub const fn extremes(&self) -> (Decimal, Decimal) {
        (self.of.least(), self.of.greatest())
    }

    /// The order of averaging that was used.
    #[must_use]
    pub const fn averaging(&self) -> Averaging {
        self.of.averaging()
    }

    /// Whether it rests on enough samples.
    #[must_use]
    pub const fn sufficiency(&self) -> Sufficiency {
        self.of.sufficiency()
    }
}
