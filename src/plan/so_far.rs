//! What a year has brought so far, of one item: a sum and its weight at each point.

use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;
use crate::plan::outlook_error::OutlookError;
use crate::reading::mean::Mean;
use crate::reading::period::Averaging;
use crate::reading::ph::hydrogen_ions;
use crate::reading::quantity::Quantity;
use crate::reading::sum_span::SumSpan;
use crate::reading::table::SumTable;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;

/// What is still to come in a year: months, or samples where all values are pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rest {
    /// So many months, each counting as much as one of the months so far.
    Months(u32),
    /// So many samples, each counting as much as one of the samples so far.
    Samples(u32),
}

impl Rest {
    pub(crate) const fn weight(self) -> u32 {
        let (Self::Months(weight) | Self::Samples(weight)) = self;
        weight
    }
}

/// What a year has brought so far of one item: the sum of its monthly means and their number,
/// or of its values where all are pooled; for a lake, at each point.
///
/// # Example
/// ```
/// use gb3838::{Item, Period, Reading, Series, SoFar};
///
/// let mut series = Series::new();
/// let item = Item::TotalPhosphorus;
/// for (day, cell) in [("2026-01-05", "0.21"), ("2026-02-05", "0.25")] {
///     series.add(day.parse()?, item, &Reading::parse(cell, item)?)?;
/// }
/// let day: gb3838::Date = "2026-02-05".parse()?;
/// let to_date = Period::year_to_date(day.month());
/// let mean = series.mean(item, &to_date, to_date.averaging())?.ok_or("no value")?;
/// assert_eq!(SoFar::of_mean(&mean)?.weight(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoFar {
    item: Item,
    pooled: bool,
    /// Sum and weight at each point, in the numbers in which means are made.
    points: Vec<(Fraction, u32)>,
}

impl SoFar {
    /// From a mean of the year to date.
    ///
    /// # Errors
    /// For a mean over several points, whose months are not known apart, and for one in which
    /// every day counts the same.
    pub fn of_mean(mean: &Mean) -> Result<Self, OutlookError> {
        let (item, averaging) = (mean.item(), mean.averaging());
        let (pooled, weight) = match averaging {
            Averaging::Pooled => (true, mean.count()),
            Averaging::MonthsFirst | Averaging::DaysThenMonths => (false, mean.months()),
            Averaging::DaysFirst => return Err(OutlookError::Averaging { item, averaging }),
        };
        if mean.points() != 1 {
            return Err(OutlookError::Points { item, points: mean.points() });
        }
        let times = Fraction::from(Decimal::from_integer(weight.into()));
        let total = mean.value().in_sums().checked_mul(&times)?;
        Ok(Self { item, pooled, points: [(total, weight)].into() })
    }

    /// From the means of the year to date.
    ///
    /// # Errors
    /// As [`SoFar::of_mean`].
    pub fn of_means(means: &ItemMap<Mean>) -> Result<ItemMap<Self>, OutlookError> {
        means.iter().map(|(item, mean)| Ok((item, Self::of_mean(mean)?))).collect()
    }

    /// From the sums of a section or of the points of a lake, over the periods so far.
    ///
    /// Points without a value so far are left out. `None` without any value.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn of_sums(
        table: &SumTable,
        points: &[usize],
        item: Item,
        span: &SumSpan,
    ) -> Result<Option<Self>, ExactOverflow> {
        let mut parts = Vec::new();
        for point in points {
            let (mut sum, mut weight) = (Fraction::ZERO, 0_u32);
            for period in span.periods().clone() {
                let Some((total, count)) = table.total(*point, period, item)? else { continue };
                if span.is_pooled() {
                    sum = sum.checked_add(&total)?;
                    weight = weight.saturating_add(count);
                } else {
                    sum = sum.checked_add(&total.divided_by_count(count.into())?)?;
                    weight = weight.saturating_add(1);
                }
            }
            if weight > 0 {
                parts.push((sum, weight));
            }
        }
        let pooled = span.is_pooled();
        Ok((!parts.is_empty()).then_some(Self { item, pooled, points: parts }))
    }

    /// From the sums of every item.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn of_table(
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
    ) -> Result<ItemMap<Self>, ExactOverflow> {
        let mut all = ItemMap::new();
        for item in table.items().iter() {
            if let Some(so_far) = Self::of_sums(table, points, item, span)? {
                all.insert(item, so_far);
            }
        }
        Ok(all)
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The greatest weight of a point: its months, or its values where they are pooled.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.points.iter().map(|(_, weight)| *weight).max().unwrap_or(0)
    }

    /// Whether the rest is counted in samples.
    #[must_use]
    pub const fn is_pooled(&self) -> bool {
        self.pooled
    }

    /// The year's mean as a line over the mean of the rest, if both have the same kind.
    pub(crate) fn line(&self, rest: Rest) -> Result<Line, OutlookError> {
        if self.pooled != matches!(rest, Rest::Samples(_)) {
            return Err(OutlookError::OtherRest { item: self.item, rest });
        }
        let rest = Fraction::from(Decimal::from_integer(rest.weight().into()));
        let (mut known, mut slope) = (Fraction::ZERO, Fraction::ZERO);
        for (total, weight) in &self.points {
            let whole =
                Fraction::from(Decimal::from_integer((*weight).into())).checked_add(&rest)?;
            let part =
                |value: &Fraction| value.checked_div(&whole).map(|it| it.unwrap_or(Fraction::ZERO));
            known = known.checked_add(&part(total)?)?;
            slope = slope.checked_add(&part(&rest)?)?;
        }
        let points = self.points.len() as u64;
        Ok(Line {
            item: self.item,
            known: known.divided_by_count(points)?,
            slope: slope.divided_by_count(points)?,
        })
    }
}

/// The year's mean as `known + slope · rest`, in the numbers in which means are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    item: Item,
    known: Fraction,
    slope: Fraction,
}

impl Line {
    /// The year's mean when the rest has a mean.
    pub(crate) fn at(&self, rest: Decimal) -> Result<Quantity, ExactOverflow> {
        let rest = if self.item == Item::Ph {
            let ions = hydrogen_ions(rest).ok_or(ExactOverflow::new("sum"))?;
            Fraction::from_units(Integer::from(ions), 0)?
        } else {
            Fraction::from(rest)
        };
        let mean = self.known.checked_add(&self.slope.checked_mul(&rest)?)?;
        Ok(Quantity::of_item(self.item, mean))
    }
}
