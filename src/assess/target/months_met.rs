//! How many months met a target.

use crate::assess::section::circumstances::Circumstances;
use crate::assess::target::share::{Share, ShareError};
use crate::assess::target::target::Target;
use crate::assess::target::verdict::Verdict;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::Measurement;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::accumulator::AccumulateError;
use crate::reading::mean::series::Series;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::reading::time::date::{Month, Year};
use crate::reading::time::period::Period;
use crate::standard::class::Class;
use crate::standard::item_map::ItemMap;

/// The months that met a target, missed it, or have no verdict.
///
/// # Reference
/// Published reports (F) give the share of months that meet the target; months without a class
/// are not among them (ours).
///
/// # Example
/// ```
/// use gb3838::{
///     Class, Classifier, Date, Item, Reading, Series, Target, WaterBody, target::MonthsMet,
/// };
///
/// let mut series = Series::new();
/// for (day, cell) in [("2026-01-05", "0.19"), ("2026-02-05", "0.25"), ("2026-04-05", "0.10")] {
///     let reading = Reading::parse(cell, Item::TotalPhosphorus)?;
///     series.add(day.parse()?, Item::TotalPhosphorus, &reading)?;
/// }
/// let year = Date::new(2026, 1, 1)?.year();
/// let river = Classifier::for_means(WaterBody::River);
/// let months = MonthsMet::of_series(&river, &Target::class(year, Class::III), &series, year.months())?;
/// assert_eq!((months.met(), months.missed(), months.not_assessed()), (2, 1, 9));
/// assert_eq!(months.share()?.percent(1)?.to_string(), "66.7");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthsMet {
    met: u32,
    missed: u32,
    not_assessed: u32,
}

impl MonthsMet {
    /// Counts months of a series, each judged by the mean of its values.
    ///
    /// # Errors
    /// When a mean has no exact form.
    pub fn of_series(
        classifier: &Classifier,
        target: &Target,
        series: &Series,
        months: impl IntoIterator<Item = Month>,
    ) -> Result<Self, AccumulateError> {
        Self::of_series_with(classifier, target, series, months, &Circumstances::new())
    }

    /// The same with the exclusions, own items and last year of the section.
    ///
    /// # Errors
    /// When a mean has no exact form.
    pub fn of_series_with(
        classifier: &Classifier,
        target: &Target,
        series: &Series,
        months: impl IntoIterator<Item = Month>,
        circumstances: &Circumstances,
    ) -> Result<Self, AccumulateError> {
        let mut counts = Self::default();
        for month in months {
            let period = Period::month(month);
            let means = series.means(&period, period.averaging())?;
            let measured: ItemMap<Measurement> =
                means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
            let section = classifier.assess_with(&measured, circumstances)?;
            counts.count(target.judge_section(&section).verdict());
        }
        Ok(counts)
    }

    const fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Met => self.met += 1,
            Verdict::Missed => self.missed += 1,
            Verdict::NotAssessed(_) => self.not_assessed += 1,
        }
    }

    /// Counts the periods of a span of sums, each by itself, against a class; those that the
    /// table does not have are not assessed.
    ///
    /// # Errors
    /// When a mean has no exact form.
    pub fn of_sums(
        classifier: &Classifier,
        target: Class,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
    ) -> Result<Self, ExactOverflow> {
        let target = Target::class(Year::FIRST, target);
        let known = Circumstances::new();
        Self::of_sums_with(classifier, &target, table, (points, span), &known)
    }

    /// The same against a target of any form, with the exclusions, own items and last year of
    /// the section: as [`of_series_with`](Self::of_series_with) counts the same readings.
    ///
    /// # Errors
    /// When a mean has no exact form.
    pub fn of_sums_with(
        classifier: &Classifier,
        target: &Target,
        table: &SumTable,
        (points, span): (&[usize], &SumSpan),
        circumstances: &Circumstances,
    ) -> Result<Self, ExactOverflow> {
        let mut counts = Self::default();
        let end = span.periods().end.min(table.periods());
        for period in span.periods().start..end {
            let one = SumSpan::pooled(period..period + 1);
            let section = classifier.assess_section(table, points, &one, circumstances)?;
            counts.count(target.judge_section(&section).verdict());
        }
        let counted = counts.met as usize + counts.missed as usize + counts.not_assessed as usize;
        let beyond = u32::try_from(span.periods().len() - counted).unwrap_or(u32::MAX);
        counts.not_assessed = counts.not_assessed.saturating_add(beyond);
        Ok(counts)
    }

    /// The months that met it.
    #[must_use]
    pub const fn met(&self) -> u32 {
        self.met
    }

    /// The months that missed it.
    #[must_use]
    pub const fn missed(&self) -> u32 {
        self.missed
    }

    /// The months without a verdict.
    #[must_use]
    pub const fn not_assessed(&self) -> u32 {
        self.not_assessed
    }

    /// The share of the months with a verdict that met it.
    ///
    /// # Errors
    /// When no month has a verdict.
    pub fn share(&self) -> Result<Share, ShareError> {
        Share::of_counts(self.met, self.met + self.missed)
    }
}
