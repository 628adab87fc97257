//! Between which numbers the mean of a period lies: results below a detection limit, and months
//! that are still missing.

use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;
use crate::reading::mean::accumulator::{AccumulateError, BelowAs};
use crate::reading::mean::ph::hydrogen_ions;
use crate::reading::mean::quantity::Quantity;
use crate::reading::mean::series::Series;
use crate::reading::time::period::{Averaging, Period};
use crate::standard::item::Item;

/// What the months of a period that have no value may still bring.
///
/// # Reference
/// Ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum MissingMonths {
    /// They are left open by nobody: the mean of the months with a value stands, and only
    /// results below a detection limit leave it open.
    NoneComes,
    /// Each that comes lies between the least and the greatest monthly mean of its point in the
    /// period: an assumption, not a certainty.
    WithinSeen,
    /// Each that comes has any value that water can have: what is outside is certain.
    #[default]
    AnyValue,
}

impl MissingMonths {
    /// All of them, what is assumed least last.
    pub const ALL: [Self; 3] = [Self::NoneComes, Self::WithinSeen, Self::AnyValue];

    /// Those that a mean in some order of averaging tells apart: a mean of months tells all, a mean
    /// over all values or days has no months that it waits for.
    #[must_use]
    pub const fn of_averaging(averaging: Averaging) -> &'static [Self] {
        match averaging {
            Averaging::MonthsFirst | Averaging::DaysThenMonths => &Self::ALL,
            Averaging::Pooled | Averaging::DaysFirst => &[Self::NoneComes],
        }
    }
}

/// The least and the greatest mean that a period can have, ends included.
///
/// Results below a detection limit count from zero to the limit. However many of the missing
/// months come, the mean stays within: with all of them the range is widest. A mean over all
/// values or days has no parts that are missing, whatever the months.
///
/// # Reference
/// Ours. What a result below detection says: GB 3838-2002, Tables 4–6 (P).
///
/// # Example
/// ```
/// use gb3838::{Averaging, Item, Period, Reading, Series, possible::MissingMonths};
///
/// let mut lead = Series::new();
/// for (day, cell) in [("2026-01-10", "0.010"), ("2026-02-10", "0.05L")] {
///     lead.add(day.parse()?, Item::Lead, &Reading::parse(cell, Item::Lead)?)?;
/// }
/// let year = Period::year("2026-01-01".parse::<gb3838::Date>()?.year());
/// let range = lead.mean_range(Item::Lead, &year, Averaging::MonthsFirst, MissingMonths::NoneComes)?;
/// let range = range.expect("there are values");
/// // (0.010 + 0) / 2 and (0.010 + 0.05) / 2
/// assert_eq!(range.least().round(3)?.to_string(), "0.005");
/// assert_eq!(range.greatest().map(|it| it.round(3)).transpose()?, Some("0.030".parse()?));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanRange {
    item: Item,
    least: Quantity,
    greatest: Option<Quantity>,
    missing: u32,
    missing_months: MissingMonths,
}

impl MeanRange {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The least mean that there can be.
    #[must_use]
    pub const fn least(&self) -> &Quantity {
        &self.least
    }

    /// The greatest mean that there can be; `None` where there is no end.
    #[must_use]
    pub const fn greatest(&self) -> Option<&Quantity> {
        self.greatest.as_ref()
    }

    /// The months that are missing at the point that misses most, as far as they count.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.missing
    }

    /// What the missing months were taken to bring.
    #[must_use]
    pub const fn missing_months(&self) -> MissingMonths {
        self.missing_months
    }

    /// The range of a mean that nothing leaves open.
    pub(crate) const fn closed(item: Item, mean: Quantity, missing_months: MissingMonths) -> Self {
        Self { item, least: mean, greatest: Some(mean), missing: 0, missing_months }
    }

    /// The same where no month is missing, whatever one would bring.
    pub(crate) const fn with_missing_months(mut self, missing_months: MissingMonths) -> Self {
        self.missing_months = missing_months;
        self
    }
}

/// The ends of a month's mean in the units of the sums; an amount has no greatest.
fn any_value(item: Item) -> Option<(Fraction, Option<Fraction>)> {
    let ions = |ph| {
        let ions = hydrogen_ions(Decimal::from_integer(ph))?;
        Fraction::from_units(Integer::from(ions), 0).ok()
    };
    match item {
        Item::Ph => Some((ions(14)?, ions(0))),
        Item::WaterTemperature => None,
        _ => Some((Fraction::from(Decimal::from_integer(0)), None)),
    }
}

/// The mean of some parts and of as many more that all have one value.
fn mean_with(parts: &[Fraction], more: u32, each: &Fraction) -> Result<Fraction, ExactOverflow> {
    let mut sum = Fraction::sum_of(parts)?;
    if more > 0 {
        let rest = each.checked_mul(&Fraction::from(Decimal::from_integer(more.into())))?;
        sum = sum.checked_add(&rest)?;
    }
    sum.divided_by_count(parts.len() as u64 + u64::from(more))
}

/// The parts that the mean over time at one point is the mean of, such as its months: with
/// results below a detection limit as nothing, and as the limit.
#[derive(Clone, Debug)]
pub(crate) struct PartEnds {
    pub(crate) low: Vec<Fraction>,
    pub(crate) high: Vec<Fraction>,
}

/// The range of a mean over the points with a value, each over so many parts where all have come.
pub(crate) fn range_of(
    item: Item,
    points: &[PartEnds],
    whole: usize,
    missing_months: MissingMonths,
) -> Result<Option<MeanRange>, ExactOverflow> {
    let whole = if missing_months == MissingMonths::NoneComes { 0 } else { whole };
    let (mut least, mut greatest, mut most_missing) = (Vec::new(), Some(Vec::new()), 0);
    for PartEnds { low, high } in points {
        let missing = u32::try_from(whole.saturating_sub(low.len())).unwrap_or(u32::MAX);
        most_missing = most_missing.max(missing);
        let ends = match missing_months {
            _ if missing == 0 => low.first().map(|part| (*part, Some(*part))),
            MissingMonths::AnyValue => any_value(item),
            MissingMonths::WithinSeen | MissingMonths::NoneComes => {
                low.iter().min().copied().map(|least| (least, high.iter().max().copied()))
            }
        };
        let Some((low_end, high_end)) = ends else { return Ok(None) };
        let of_low = mean_with(low, missing, &low_end)?;
        least.push(of_low);
        match high_end {
            Some(end) => {
                let is_one = end == low_end && low == high;
                let of_point = if is_one { of_low } else { mean_with(high, missing, &end)? };
                if let Some(greatest) = &mut greatest {
                    greatest.push(of_point);
                }
            }
            None => greatest = None,
        }
    }
    let Some(least) = Exact::mean_of(&least)? else { return Ok(None) };
    let greatest = match greatest {
        Some(points) => Exact::mean_of(&points)?,
        None => None,
    };
    let quantity = |mean| Quantity::of_item(item, mean);
    // More hydrogen ions are a lower pH.
    let (least, greatest) = match (item, greatest) {
        (Item::Ph, Some(most)) => (most, Some(least)),
        (_, greatest) => (least, greatest),
    };
    Ok(Some(MeanRange {
        item,
        least: quantity(least),
        greatest: greatest.map(quantity),
        missing: most_missing,
        missing_months,
    }))
}

impl Series {
    /// Between which numbers the mean of an item over a period lies; `None` without a value, and
    /// for the water temperature where any value may come.
    ///
    /// # Errors
    /// When an exact mean has no room.
    ///
    /// # Reference
    /// As [`MeanRange`].
    pub fn mean_range(
        &self,
        item: Item,
        period: &Period,
        averaging: Averaging,
        missing_months: MissingMonths,
    ) -> Result<Option<MeanRange>, AccumulateError> {
        let low = self.point_parts(item, period, averaging, BelowAs::Zero)?;
        let high = self.point_parts(item, period, averaging, BelowAs::Limit)?;
        let waits = MissingMonths::of_averaging(averaging).contains(&missing_months);
        let months = if waits { period.months().count() } else { 0 };
        let ends = low.into_iter().zip(high).map(|(low, high)| PartEnds { low, high });
        let ends: Vec<_> = ends.collect();
        Ok(range_of(item, &ends, months, missing_months)?)
    }
}
