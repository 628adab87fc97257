//! The readings of one section over time, and the means of its periods.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::Fraction;
use crate::reading::mean::accumulator::{AccumulateError, Accumulator, BelowAs, lesser};
use crate::reading::mean::mean::Mean;
use crate::reading::notation::{Missing, Reading};
use crate::reading::time::date::{Date, Month};
use crate::reading::time::period::{Averaging, Period, Requirement, SamplingGap, Sufficiency};
use crate::reading::wholes::Whole;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;

/// The readings of one section (断面), kept as exact sums per day, item and point.
///
/// Every period consists of whole days, so any mean in any order of averaging comes from
/// these sums, and two series of the same section merge exactly.
///
/// # Example
/// ```
/// use gb3838::{Averaging, Item, Period, Reading, Series};
///
/// let mut series = Series::new();
/// for (day, cell) in [("2026-01-05", "0.10"), ("2026-01-20", "0.20"), ("2026-02-07", "0.60")] {
///     series.add(day.parse()?, Item::AmmoniaNitrogen, &Reading::parse(cell, Item::AmmoniaNitrogen)?)?;
/// }
/// let quarter = Period::quarter_of("2026-02-01".parse()?);
/// let mean = |averaging| series.mean(Item::AmmoniaNitrogen, &quarter, averaging);
/// // Mean of months: (0.15 + 0.60) / 2; pooled: 0.90 / 3.
/// let of_months = mean(Averaging::MonthsFirst)?.map(|mean| mean.round(3)).transpose()?;
/// let pooled = mean(Averaging::Pooled)?.map(|mean| mean.round(3)).transpose()?;
/// assert_eq!(of_months, Some("0.375".parse()?));
/// assert_eq!(pooled, Some("0.300".parse()?));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(alias = "监测数据")]
pub struct Series {
    /// Item first, then point, then day, so that one item's readings lie together.
    days: BTreeMap<Item, BTreeMap<String, BTreeMap<Date, Accumulator>>>,
    /// The least value of a whole below its part in one sample, by point and day: sums do not
    /// tell samples apart.
    below_parts: BTreeMap<(Whole, String, Date), Decimal>,
    gap: Option<SamplingGap>,
}

impl Series {
    /// No readings.
    #[must_use]
    pub const fn new() -> Self {
        Self { days: BTreeMap::new(), below_parts: BTreeMap::new(), gap: None }
    }

    /// Declares that ice or drought prevented sampling, so that eight months make a year.
    #[must_use]
    pub const fn with_sampling_gap(mut self, gap: SamplingGap) -> Self {
        self.gap = Some(gap);
        self
    }

    /// The declared gap, if there is one.
    #[must_use]
    pub const fn sampling_gap(&self) -> Option<SamplingGap> {
        self.gap
    }

    /// Adds a reading of a section that has one point.
    ///
    /// # Errors
    /// When the value is impossible or the sum would no longer be exact.
    pub fn add(&mut self, day: Date, item: Item, reading: &Reading) -> Result<(), AccumulateError> {
        self.add_at("", day, item, reading)
    }

    /// Adds a reading at a point of a lake or reservoir.
    ///
    /// Its means are those over all points. Where each point is to have a class of its own too,
    /// give each point a series, and judge them together as a `lake::Lake`.
    ///
    /// # Errors
    /// When the value is impossible or the sum would no longer be exact.
    pub fn add_at(
        &mut self,
        point: &str,
        day: Date,
        item: Item,
        reading: &Reading,
    ) -> Result<(), AccumulateError> {
        let mut sum = Accumulator::new(item);
        sum.add(reading)?;
        let days = self.days.entry(item).or_default().entry(point.to_owned()).or_default();
        match days.entry(day) {
            Entry::Occupied(mut entry) => entry.get_mut().merge(&sum),
            Entry::Vacant(entry) => {
                entry.insert(sum);
                Ok(())
            }
        }
    }

    /// Adds the readings of one sample of a section that has one point, wholly or not at all.
    ///
    /// # Errors
    /// As [`add_sample_at`](Self::add_sample_at).
    pub fn add_sample(
        &mut self,
        day: Date,
        readings: &ItemMap<Reading>,
    ) -> Result<(), AccumulateError> {
        self.add_sample_at("", day, readings)
    }

    /// Adds the readings of one sample at a point, wholly or not at all.
    ///
    /// Their means are those of readings added one by one. Beside them it is kept that an item is
    /// below another that is a part of it, which
    /// [`Classifier::remarks_on`](crate::Classifier::remarks_on) says: readings that were added
    /// one by one need not be of one sample.
    ///
    /// # Errors
    /// When a value is impossible or a sum would no longer be exact; the series is unchanged then.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Classifier, Item, ItemMap, Period, Reading, Series, WaterBody, section::ValueRemark,
    /// };
    ///
    /// let mut sample = ItemMap::new();
    /// for (item, cell) in [(Item::ChemicalOxygenDemand, "2.9"), (Item::PermanganateIndex, "3")] {
    ///     sample.insert(item, Reading::parse(cell, item)?);
    /// }
    /// let (mut series, day) = (Series::new(), "2026-03-01".parse()?);
    /// series.add_sample(day, &sample)?;
    /// let year = Period::year(day.year());
    /// let found = Classifier::for_means(WaterBody::River).remarks_on(&series, &year);
    /// assert_eq!((found.len(), found[0].remark), (1, ValueRemark::CodBelowPermanganate));
    /// assert_eq!((found[0].item, found[0].day), (Item::ChemicalOxygenDemand, day));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn add_sample_at(
        &mut self,
        point: &str,
        day: Date,
        readings: &ItemMap<Reading>,
    ) -> Result<(), AccumulateError> {
        let mut sums = Vec::new();
        for (item, reading) in readings.iter() {
            let mut sum = Accumulator::new(item);
            sum.add(reading)?;
            let of_day = self.days.get(&item).and_then(|points| points.get(point)?.get(&day));
            if let Some(of_day) = of_day {
                let mut both = *of_day;
                both.merge(&sum)?;
                sum = both;
            }
            sums.push(sum);
        }
        for sum in sums {
            let points = self.days.entry(sum.item()).or_default();
            points.entry(point.to_owned()).or_default().insert(day, sum);
        }
        let value = |item: Item| match readings.get(item)? {
            Reading::Value(value) => Some(*value),
            Reading::Below(_) | Reading::Missing(_) => None,
        };
        for whole in Whole::ALL {
            let of_whole = value(whole.item());
            if Whole::is_below(of_whole, value(whole.part()))
                && let Some(of_whole) = of_whole
            {
                self.add_below_part(whole, point, day, of_whole);
            }
        }
        Ok(())
    }

    /// The samples with a whole below its part: point and day, and the least value of the whole.
    pub(crate) fn below_parts(&self) -> impl Iterator<Item = (Whole, &str, Date, Decimal)> {
        let all = self.below_parts.iter();
        all.map(|((whole, point, day), least)| (*whole, point.as_str(), *day, *least))
    }

    /// Adds one of them.
    pub(crate) fn add_below_part(&mut self, whole: Whole, point: &str, day: Date, value: Decimal) {
        let least = self.below_parts.entry((whole, point.to_owned(), day)).or_insert(value);
        *least = lesser(*least, value);
    }

    /// Adds the readings of another series.
    ///
    /// # Errors
    /// When a sum would no longer be exact; this series is unchanged then.
    pub fn merge(&mut self, other: &Self) -> Result<(), AccumulateError> {
        let mut next = self.clone();
        for (item, points) in &other.days {
            for (point, days) in points {
                let own = next.days.entry(*item).or_default().entry(point.clone()).or_default();
                for (day, sum) in days {
                    own.entry(*day).or_insert_with(|| Accumulator::new(*item)).merge(sum)?;
                }
            }
        }
        for (whole, point, day, least) in other.below_parts() {
            next.add_below_part(whole, point, day, least);
        }
        next.gap = self.gap.or(other.gap);
        *self = next;
        Ok(())
    }

    /// The sums of each item, point and day.
    pub(crate) fn sums(&self) -> impl Iterator<Item = (Item, &str, Date, &Accumulator)> {
        self.days.iter().flat_map(|(item, points)| {
            points.iter().flat_map(move |(point, days)| {
                days.iter().map(move |(day, sum)| (*item, point.as_str(), *day, sum))
            })
        })
    }

    /// The days on which any item has a value, each once for every item and point.
    #[cfg(feature = "plan")]
    pub(crate) fn days_with_values(&self) -> impl Iterator<Item = Date> {
        self.sums().filter(|(_, _, _, sum)| sum.count() > 0).map(|(_, _, day, _)| day)
    }

    /// Adds the sum of a day at a point.
    pub(crate) fn add_sum(
        &mut self,
        point: &str,
        day: Date,
        sum: &Accumulator,
    ) -> Result<(), AccumulateError> {
        let days = self.days.entry(sum.item()).or_default().entry(point.to_owned()).or_default();
        days.entry(day).or_insert_with(|| Accumulator::new(sum.item())).merge(sum)
    }

    /// The items that were read, with or without a value.
    pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
        self.days.keys().copied()
    }

    /// The first and the last day of any reading.
    #[must_use]
    pub fn span(&self) -> Option<(Date, Date)> {
        let days = || self.days.values().flat_map(BTreeMap::values).flat_map(BTreeMap::keys);
        days().min().copied().zip(days().max().copied())
    }

    /// All readings of an item in a period, as one sum over its points.
    ///
    /// # Errors
    /// When the sum would no longer be exact.
    pub fn total(&self, item: Item, period: &Period) -> Result<Accumulator, AccumulateError> {
        let mut total = Accumulator::new(item);
        let days = self.days.get(&item).into_iter().flat_map(BTreeMap::values).flatten();
        for (_, sum) in days.filter(|(day, _)| period.contains(**day)) {
            total.merge(sum)?;
        }
        Ok(total)
    }

    /// Why an item has no value in a period: the reason that most of its readings give; `None`
    /// where it has a value, or was not read.
    #[must_use]
    pub fn why_missing(&self, item: Item, period: &Period) -> Option<Missing> {
        let mut counts = [0_u64; Missing::ALL.len()];
        let days = self.days.get(&item).into_iter().flat_map(BTreeMap::values).flatten();
        for (_, sum) in days.filter(|(day, _)| period.contains(**day)) {
            if sum.count() > 0 {
                return None;
            }
            for (count, more) in counts.iter_mut().zip(sum.missing_counts()) {
                *count += u64::from(more);
            }
        }
        // The last of equals is taken, so the order is reversed.
        let reasons = Missing::ALL.into_iter().zip(counts).rev();
        reasons.filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count).map(|it| it.0)
    }

    /// The mean of an item over a period, or `None` without a value.
    ///
    /// A section with several points is averaged over time at each point, then over the
    /// points with a value; its months are those of the point that has the fewest.
    ///
    /// # Errors
    /// When the exact mean has no room.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (K): order of averaging; 环办〔2011〕22号 (S): points of lakes.
    pub fn mean(
        &self,
        item: Item,
        period: &Period,
        averaging: Averaging,
    ) -> Result<Option<Mean>, AccumulateError> {
        self.mean_with_gap(item, period, averaging, self.gap)
    }

    /// The same with a declared gap, whatever this series says of one.
    pub(crate) fn mean_with_gap(
        &self,
        item: Item,
        period: &Period,
        averaging: Averaging,
        gap: Option<SamplingGap>,
    ) -> Result<Option<Mean>, AccumulateError> {
        let total = self.total(item, period)?;
        let Some(extremes) = total.extremes() else { return Ok(None) };
        let points = self.points(item, period, averaging)?;
        let point_means: Vec<_> = points.iter().map(|point| point.mean).collect();
        let Some(mean) = Exact::mean_of(&point_means)? else { return Ok(None) };
        let fewest_months = points.iter().map(|point| point.months).min().unwrap_or(0);
        let requirement = period.requirement(gap);
        let month_count = u32::try_from(fewest_months).unwrap_or(u32::MAX);
        let found = match requirement {
            Requirement::Samples(_) => total.count(),
            Requirement::Months(_) => month_count,
        };
        Ok(Some(Mean {
            item,
            value: total.quantity(mean),
            count: total.count(),
            below: total.below_count(),
            missing: total.missing_counts(),
            months: month_count,
            points: u32::try_from(point_means.len()).unwrap_or(u32::MAX),
            extremes,
            greatest_detection_limit: total.greatest_detection_limit(),
            averaging,
            sufficiency: Sufficiency { requirement, found },
        }))
    }

    /// The means over time of the points that have a value.
    fn points(
        &self,
        item: Item,
        period: &Period,
        averaging: Averaging,
    ) -> Result<Vec<PointMonths>, AccumulateError> {
        let mut points = Vec::new();
        for days in self.days.get(&item).into_iter().flat_map(BTreeMap::values) {
            let within =
                || days.iter().filter(|(day, sum)| period.contains(**day) && sum.count() > 0);
            let parts = parts_of_point(item, within(), averaging, BelowAs::Half)?;
            let Some(mean) = Exact::mean_of(&parts)? else { continue };
            // Days come in order, so a month's days follow each other.
            let mut months: Vec<Month> = within().map(|(day, _)| day.month()).collect();
            months.dedup();
            points.push(PointMonths { mean, months: months.len() as u64 });
        }
        Ok(points)
    }

    /// The parts of the mean of each point that has a value, in the units of the sums.
    pub(crate) fn point_parts(
        &self,
        item: Item,
        period: &Period,
        averaging: Averaging,
        below: BelowAs,
    ) -> Result<Vec<Vec<Fraction>>, AccumulateError> {
        let mut points = Vec::new();
        for days in self.days.get(&item).into_iter().flat_map(BTreeMap::values) {
            let within = days.iter().filter(|(day, sum)| period.contains(**day) && sum.count() > 0);
            points.push(parts_of_point(item, within, averaging, below)?);
        }
        points.retain(|parts| !parts.is_empty());
        Ok(points)
    }

    /// The means of the months of each point that has a value.
    pub(crate) fn point_months(
        &self,
        item: Item,
        period: &Period,
    ) -> Result<Vec<PointMonths>, AccumulateError> {
        self.points(item, period, Averaging::MonthsFirst)
    }

    /// The means of all items over a period; items without a value are not in the map.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn means(
        &self,
        period: &Period,
        averaging: Averaging,
    ) -> Result<ItemMap<Mean>, AccumulateError> {
        self.means_with_gap(period, averaging, self.gap)
    }

    /// The same with a declared gap, whatever this series says of one.
    pub(crate) fn means_with_gap(
        &self,
        period: &Period,
        averaging: Averaging,
        gap: Option<SamplingGap>,
    ) -> Result<ItemMap<Mean>, AccumulateError> {
        let mut means = ItemMap::new();
        for item in self.items() {
            if let Some(mean) = self.mean_with_gap(item, period, averaging, gap)? {
                means.insert(item, mean);
            }
        }
        Ok(means)
    }
}

/// The mean over time at one point, in the units of its sums, and its number of months, or of
/// values where it is pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PointMonths {
    pub(crate) mean: Fraction,
    pub(crate) months: u64,
}

/// The parts that the mean over time at one point is the mean of: its months, its days, or one
/// of all values.
fn parts_of_point<'a>(
    item: Item,
    days: impl Iterator<Item = (&'a Date, &'a Accumulator)>,
    averaging: Averaging,
    below: BelowAs,
) -> Result<Vec<Fraction>, AccumulateError> {
    let mut months: Vec<(Month, Accumulator, Vec<Fraction>)> = Vec::new();
    for (day, sum) in days {
        // Days come in order, so a month's days follow each other.
        if months.last().is_none_or(|(month, ..)| *month != day.month()) {
            months.push((day.month(), Accumulator::new(item), Vec::new()));
        }
        if let Some((_, total, day_means)) = months.last_mut() {
            total.merge(sum)?;
            day_means.extend(sum.exact_mean_with(below)?);
        }
    }
    let mut parts = Vec::new();
    match averaging {
        Averaging::Pooled => {
            let mut total = Accumulator::new(item);
            for (_, month, _) in &months {
                total.merge(month)?;
            }
            parts.extend(total.exact_mean_with(below)?);
        }
        Averaging::MonthsFirst => {
            for (_, month, _) in &months {
                parts.extend(month.exact_mean_with(below)?);
            }
        }
        Averaging::DaysFirst => parts.extend(months.into_iter().flat_map(|(.., days)| days)),
        Averaging::DaysThenMonths => {
            for (.., days) in &months {
                parts.extend(Exact::mean_of(days)?);
            }
        }
    }
    Ok(parts)
}
