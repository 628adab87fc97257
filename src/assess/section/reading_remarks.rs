//! Readings that no water has, by their day: kept, and named.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::remarks::ValueRemark;
use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::reading::mean::quantity::Quantity;
use crate::reading::mean::series::Series;
use crate::reading::time::date::Date;
use crate::reading::time::period::Period;
use crate::standard::item::Item;

/// A reading that no water has, where and when it was read; it is kept in every mean.
///
/// # Reference
/// Ours.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReadingRemark {
    /// The item.
    pub item: Item,
    /// The point; empty where the section has one only.
    pub point: String,
    /// The day.
    pub day: Date,
    /// The value: the least or the greatest of its day, or the least below its part.
    pub value: Decimal,
    /// What there is to remark.
    pub remark: ValueRemark,
}

impl Classifier {
    /// The readings of a period that no water has, in the order of items, points and days: the
    /// least and the greatest of each day are looked at. Then those of one beside another: of
    /// readings that were added as samples ([`Series::add_sample`]), the least value of each day
    /// that is below its part, in the order of remarks, points and days.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Classifier, Item, Period, Reading, Series, WaterBody, section::ValueRemark};
    ///
    /// // A dead probe among good hours: the mean pH of the day is near 2.
    /// let mut series = Series::new();
    /// for cell in ["7.2", "0", "7.3"] {
    ///     series.add("2026-03-01".parse()?, Item::Ph, &Reading::parse(cell, Item::Ph)?)?;
    /// }
    /// let year = Period::year("2026-03-01".parse::<gb3838::Date>()?.year());
    /// let found = Classifier::for_means(WaterBody::River).remarks_on(&series, &year);
    /// assert_eq!((found.len(), found[0].remark), (1, ValueRemark::Acidity));
    /// assert_eq!((found[0].day.to_string(), found[0].value), ("2026-03-01".to_owned(), 0.into()));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn remarks_on(&self, series: &Series, period: &Period) -> Vec<ReadingRemark> {
        let mut remarks = Vec::new();
        for (item, point, day, sum) in series.sums().filter(|(.., day, _)| period.contains(*day)) {
            let Some((least, greatest)) = sum.extremes() else { continue };
            let both = [Some(least), (greatest != least).then_some(greatest)];
            for value in both.into_iter().flatten() {
                // Half of a coarse detection limit is no value.
                let half = |limit: Decimal| Quantity::from(limit).compare(value).is_gt();
                if sum.greatest_detection_limit().is_some_and(half) && sum.below_count() > 0 {
                    continue;
                }
                if let Some(remark) = self.remark_on(item, &value.into()) {
                    let point = point.to_owned();
                    remarks.push(ReadingRemark { item, point, day, value, remark });
                }
            }
        }
        for (whole, point, day, value) in series.below_parts() {
            if period.contains(day) {
                let (item, point, remark) = (whole.item(), point.to_owned(), whole.into());
                remarks.push(ReadingRemark { item, point, day, value, remark });
            }
        }
        remarks
    }
}
