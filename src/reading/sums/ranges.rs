//! Between which numbers the mean of a span lies, from sums: results below a detection limit count
//! from zero to the limit.

use alloc::vec::Vec;

use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::mean_range::{MeanRange, MissingMonths, PartEnds, range_of};
use crate::reading::mean::quantity::Quantity;
use crate::reading::sums::below::BelowSum;
use crate::reading::sums::error::SumRangeError;
use crate::reading::sums::float_units::places;
use crate::reading::sums::shape::FINE_UNIT;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::standard::item::Item;

impl SumTable {
    /// Between which numbers the mean of an item over a span lies, at one section or over the
    /// points of a lake; `None` without a value, and for the water temperature where any value
    /// may come.
    ///
    /// It is the range of [`Series::mean_range`](crate::Series::mean_range); the periods of a span
    /// that is not pooled are its months.
    ///
    /// # Errors
    /// When an exact mean has no room, or the detection limits of results in the span are not
    /// known: those of a snapshot of version 1 are not, where a cell has values beside them.
    ///
    /// # Reference
    /// As [`MeanRange`].
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, ItemSet, Reading, SumTable, possible::MissingMonths, sums::SumSpan};
    ///
    /// let item = Item::TotalPhosphorus;
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// for (month, cell) in [(0, "0.10"), (1, "0.04L")] {
    ///     sums.add_reading(0, month, item, &Reading::parse(cell, item)?)?;
    /// }
    /// let year = SumSpan::months(0..12);
    /// let range = sums.mean_range(&[0], item, &year, MissingMonths::NoneComes)?;
    /// let range = range.expect("there are values");
    /// // (0.10 + 0) / 2 and (0.10 + 0.04) / 2
    /// assert_eq!(range.least().round(3)?.to_string(), "0.050");
    /// assert_eq!(range.greatest().map(|it| it.round(3)).transpose()?, Some("0.070".parse()?));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn mean_range(
        &self,
        points: &[usize],
        item: Item,
        span: &SumSpan,
        missing_months: MissingMonths,
    ) -> Result<Option<MeanRange>, SumRangeError> {
        Ok(self.mean_ends(points, item, span)?.range(missing_months)?)
    }

    /// What all ranges of a mean are made of, whatever missing months bring.
    pub(crate) fn mean_ends(
        &self,
        points: &[usize],
        item: Item,
        span: &SumSpan,
    ) -> Result<MeanEnds, SumRangeError> {
        if self.is_closed(points, item, span) {
            let mean = self.span_mean(points, item, span)?;
            return Ok(MeanEnds { item, parts: Parts::Closed(mean) });
        }
        let mut ends = Vec::new();
        for point in points {
            let of_point = if span.is_pooled() {
                self.pooled_ends(*point, item, span)?
            } else {
                self.period_ends(*point, item, span)?
            };
            ends.extend(Some(of_point).filter(|of_point| !of_point.low.is_empty()));
        }
        let whole = if span.is_pooled() { 0 } else { span.periods().len() };
        Ok(MeanEnds { item, parts: Parts::Open { points: ends, whole } })
    }

    /// Whether each point with a value has one in every period of the span, if it is a mean of
    /// periods, and none is below a detection limit: the range is the mean then.
    fn is_closed(&self, points: &[usize], item: Item, span: &SumSpan) -> bool {
        let whole = if span.is_pooled() { 0 } else { span.periods().len() };
        points.iter().all(|point| {
            let cells = self.periods_of(span).filter_map(|period| self.at(*point, period, item));
            let (mut found, mut below) = (0, 0);
            for (_, cell) in cells.filter(|(_, cell)| cell.count > 0) {
                found += 1;
                below |= cell.below;
            }
            below == 0 && (found == 0 || found >= whole)
        })
    }

    /// The means of the periods of one point.
    fn period_ends(
        &self,
        point: usize,
        item: Item,
        span: &SumSpan,
    ) -> Result<PartEnds, SumRangeError> {
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for period in self.periods_of(span) {
            let Some((total, count)) = self.total(point, period, item)? else { continue };
            let mean = total.divided_by_count(count.into())?;
            match self.part_of(point, period, item)? {
                None => {
                    low.push(mean);
                    high.push(mean);
                }
                Some(part) => {
                    let part = part.divided_by_count(count.into())?;
                    low.push(mean.checked_sub(&part)?);
                    high.push(mean.checked_add(&part)?);
                }
            }
        }
        Ok(PartEnds { low, high })
    }

    /// The mean of all values of one point.
    fn pooled_ends(
        &self,
        point: usize,
        item: Item,
        span: &SumSpan,
    ) -> Result<PartEnds, SumRangeError> {
        let (mut total, mut part, mut count) = (Fraction::ZERO, Fraction::ZERO, 0_u64);
        for period in self.periods_of(span) {
            let Some((sum, values)) = self.total(point, period, item)? else { continue };
            total = total.checked_add(&sum)?;
            if let Some(below) = self.part_of(point, period, item)? {
                part = part.checked_add(&below)?;
            }
            count += u64::from(values);
        }
        if count == 0 {
            return Ok(PartEnds { low: Vec::new(), high: Vec::new() });
        }
        let [low, high] = [total.checked_sub(&part)?, total.checked_add(&part)?];
        Ok(PartEnds {
            low: Vec::from([low.divided_by_count(count)?]),
            high: Vec::from([high.divided_by_count(count)?]),
        })
    }

    /// The part of a sum that halves of detection limits make; `None` where there are none.
    fn part_of(
        &self,
        section: usize,
        period: usize,
        item: Item,
    ) -> Result<Option<Fraction>, SumRangeError> {
        let Some((key, _)) = self.at(section, period, item).filter(|(_, cell)| cell.below > 0)
        else {
            return Ok(None);
        };
        let part = self.below.of(self.shape, key);
        let not_known = SumRangeError::LimitsNotKnown { section, period, item };
        part_in_unit(item, part.ok_or(not_known)?).map(Some).map_err(SumRangeError::from)
    }
}

/// What a mean is made of.
#[derive(Clone, Debug)]
pub(crate) struct MeanEnds {
    item: Item,
    parts: Parts,
}

#[derive(Clone, Debug)]
enum Parts {
    /// Nothing is open: the mean itself, if there is a value.
    Closed(Option<Quantity>),
    /// The parts at each point with a value, and of how many it is the mean where all have come.
    Open { points: Vec<PartEnds>, whole: usize },
}

impl MeanEnds {
    /// Whether no part is missing.
    pub(crate) fn is_whole(&self) -> bool {
        match &self.parts {
            Parts::Closed(_) => true,
            Parts::Open { points, whole } => points.iter().all(|point| point.low.len() >= *whole),
        }
    }

    pub(crate) fn range(
        &self,
        missing_months: MissingMonths,
    ) -> Result<Option<MeanRange>, ExactOverflow> {
        match &self.parts {
            Parts::Closed(mean) => {
                Ok(mean.map(|mean| MeanRange::closed(self.item, mean, missing_months)))
            }
            Parts::Open { points, whole } => range_of(self.item, points, *whole, missing_months),
        }
    }
}

/// A part of a sum in the unit of its item.
fn part_in_unit(item: Item, part: BelowSum) -> Result<Fraction, ExactOverflow> {
    let units = Fraction::from_units(part.units.into(), places(item))?;
    if part.fine == 0 {
        return Ok(units);
    }
    units.checked_add(&Fraction::of_integers(part.fine.into(), FINE_UNIT.into())?)
}
