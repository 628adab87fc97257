//! Some periods of a table of sums as one, and the means over them.

use alloc::vec::Vec;
use core::ops::Range;

use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::quantity::Quantity;
use crate::reading::sums::float_units::places;
use crate::reading::sums::mean_ratio::Weighed;
use crate::reading::sums::table::SumTable;
use crate::reading::time::period::{Requirement, Sufficiency};
use crate::standard::item::Item;

/// Periods of a [`SumTable`] that are assessed as one, and how they are averaged.
///
/// # Reference
/// 环办监测函〔2020〕82号 (K): a year is the mean of its months; station reports (F): the mean
/// of all values.
///
/// # Example
/// ```
/// use gb3838::{sums::SumSpan, time::Requirement};
///
/// let year = SumSpan::months(0..12);
/// assert_eq!(year.requirement(), Requirement::Months(12));
/// let report = SumSpan::pooled(0..6).with_requirement(Requirement::Samples(2));
/// assert!(report.is_pooled());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumSpan {
    periods: Range<usize>,
    pooled: bool,
    requirement: Requirement,
}

impl SumSpan {
    /// The mean of the means of some periods; each must have a value to be sufficient.
    #[must_use]
    pub fn months(periods: Range<usize>) -> Self {
        let requirement = Requirement::Months(u32::try_from(periods.len()).unwrap_or(u32::MAX));
        Self { periods, pooled: false, requirement }
    }

    /// The mean of all values of some periods; one value is sufficient.
    #[must_use]
    pub const fn pooled(periods: Range<usize>) -> Self {
        Self { periods, pooled: true, requirement: Requirement::Samples(1) }
    }

    /// The same with another requirement, such as eight months.
    #[must_use]
    pub fn with_requirement(mut self, requirement: Requirement) -> Self {
        self.requirement = requirement;
        self
    }

    /// The periods.
    #[must_use]
    pub const fn periods(&self) -> &Range<usize> {
        &self.periods
    }

    /// Whether all values count the same, and not all periods.
    #[must_use]
    pub const fn is_pooled(&self) -> bool {
        self.pooled
    }

    /// What makes it sufficient.
    #[must_use]
    pub const fn requirement(&self) -> Requirement {
        self.requirement
    }
}

impl SumTable {
    /// The mean of an item over a span at one section, or over the points of a lake: over
    /// time at each point, then over the points with a value.
    ///
    /// # Errors
    /// When the exact mean has no room.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (K): order of averaging; 环办〔2011〕22号 (S): points of lakes.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, ItemSet, Reading, SumTable, sums::SumSpan};
    ///
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// for (month, cell) in [(0, "0.10"), (0, "0.20"), (1, "0.60")] {
    ///     let reading = Reading::parse(cell, Item::AmmoniaNitrogen)?;
    ///     sums.add_reading(0, month, Item::AmmoniaNitrogen, &reading)?;
    /// }
    /// let mean = |span| sums.span_mean(&[0], Item::AmmoniaNitrogen, &span);
    /// let rounded = |mean: Option<gb3838::Quantity>| mean.map(|mean| mean.round(3)).transpose();
    /// assert_eq!(rounded(mean(SumSpan::months(0..3))?)?, Some("0.375".parse()?));
    /// assert_eq!(rounded(mean(SumSpan::pooled(0..3))?)?, Some("0.300".parse()?));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn span_mean(
        &self,
        points: &[usize],
        item: Item,
        span: &SumSpan,
    ) -> Result<Option<Quantity>, ExactOverflow> {
        let mut means = Vec::new();
        for point in points {
            // A year of integers is one division; what has no room there is summed as fractions.
            let weighed = self.weighed_mean(*point, item, span);
            let mean = match weighed.map(|it| it.fraction()).transpose()?.flatten() {
                Some(mean) => Some(mean),
                None => self.weighted_point_mean(*point, item, span)?.map(|(mean, _)| mean),
            };
            means.extend(mean);
        }
        Ok(Exact::mean_of(&means)?.map(|mean| Quantity::of_item(item, mean)))
    }

    /// The mean over time at one point, in the units of its sums, and how many periods or
    /// values it is the mean of.
    pub(crate) fn weighted_point_mean(
        &self,
        section: usize,
        item: Item,
        span: &SumSpan,
    ) -> Result<Option<(Fraction, u64)>, ExactOverflow> {
        // Less than 2³⁰ periods of less than 2³² values.
        let (mut total, mut weight) = (Fraction::ZERO, 0_u64);
        for period in self.periods_of(span) {
            let Some((sum, values)) = self.total(section, period, item)? else { continue };
            if span.pooled {
                total = total.checked_add(&sum)?;
                weight += u64::from(values);
            } else {
                total = total.checked_add(&sum.divided_by_count(values.into())?)?;
                weight += 1;
            }
        }
        if weight == 0 {
            return Ok(None);
        }
        Ok(Some((total.divided_by_count(weight)?, weight)))
    }

    /// The periods of a span that the table has.
    pub(crate) fn periods_of(&self, span: &SumSpan) -> Range<usize> {
        span.periods.start..span.periods.end.min(self.periods())
    }

    /// Whether an item has values in a span, and all of them are below a detection limit.
    pub(crate) fn is_all_below(&self, points: &[usize], item: Item, span: &SumSpan) -> bool {
        let mut some = false;
        for point in points {
            for period in self.periods_of(span) {
                let Some((_, cell)) = self.at(*point, period, item) else { continue };
                if cell.below < cell.count {
                    return false;
                }
                some |= cell.count > 0;
            }
        }
        some
    }

    /// The mean at one section for comparison alone, where it fits 128 bits.
    pub(crate) fn weighed_mean(
        &self,
        section: usize,
        item: Item,
        span: &SumSpan,
    ) -> Option<Weighed> {
        let mut sums = [(0, 0); 12];
        let mut used = 0;
        for period in self.periods_of(span) {
            let Some((key, cell)) = self.at(section, period, item).filter(|(_, it)| it.count > 0)
            else {
                continue;
            };
            if self.beside.contains_key(&key) {
                return None;
            }
            let sum = match item {
                Item::Ph => i128::try_from(self.ions_at(section, period)).ok()?,
                _ => i128::from(cell.sum),
            };
            *sums.get_mut(used)? = (sum, cell.count);
            used += 1;
        }
        let places = (item != Item::Ph).then(|| places(item));
        Weighed::mean(sums.get(..used)?, places, !span.pooled)
    }

    /// How many values an item has in a span at some points, and how many of them are below a
    /// detection limit.
    pub(crate) fn counts(&self, points: &[usize], item: Item, span: &SumSpan) -> (u32, u32) {
        let (mut values, mut below) = (0_u32, 0_u32);
        for point in points {
            for period in self.periods_of(span) {
                values = values.saturating_add(self.count(*point, period, item));
                below = below.saturating_add(self.below_count(*point, period, item));
            }
        }
        (values, below)
    }

    /// What an item has of what the span requires: values of all points, or the months of the
    /// point that has the fewest, of the points with a value.
    pub(crate) fn sufficiency(&self, points: &[usize], item: Item, span: &SumSpan) -> Sufficiency {
        let values = |period: usize| -> u32 {
            let counts = points.iter().map(|point| self.count(*point, period, item));
            counts.fold(0, u32::saturating_add)
        };
        let found = match span.requirement {
            Requirement::Samples(_) => {
                self.periods_of(span).map(values).fold(0, u32::saturating_add)
            }
            Requirement::Months(_) => {
                let months = |point: &usize| {
                    self.periods_of(span)
                        .filter(|period| self.count(*point, *period, item) > 0)
                        .fold(0_u32, |months, _| months.saturating_add(1))
                };
                points.iter().map(months).filter(|months| *months > 0).min().unwrap_or(0)
            }
        };
        Sufficiency { requirement: span.requirement, found }
    }
}
