//! Readings of chlorophyll-a and transparency, which are no items of the standard: exact sums
//! and means in the order that annual means have.

use std::collections::BTreeMap;

use gb3838::{
    Fraction, Missing, Month, Reading, Year, error::ExactOverflow, lake::TrophicParameter,
};

/// The readings of a parameter at one point in one month.
#[derive(Clone, Debug)]
struct Sum {
    total: Fraction,
    count: u64,
    below: u32,
    missing: BTreeMap<Missing, u32>,
}

/// Sums by section and parameter, then point, then month.
#[derive(Debug, Default)]
pub(crate) struct TrophicReadings {
    sums: BTreeMap<(String, TrophicParameter), BTreeMap<String, BTreeMap<Month, Sum>>>,
}

/// How many readings of a year there were, below a detection limit, and without a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) all: u32,
    pub(crate) below: u32,
    pub(crate) missing: BTreeMap<Missing, u32>,
}

impl TrophicReadings {
    /// Adds a reading: its value, or half of its detection limit.
    pub(crate) fn add(
        &mut self,
        section: &str,
        point: &str,
        month: Month,
        parameter: TrophicParameter,
        reading: &Reading,
    ) -> Result<(), gb3838::Error> {
        let points = self.sums.entry((section.to_owned(), parameter)).or_default();
        let months = points.entry(point.to_owned()).or_default();
        let none = Sum { total: Fraction::ZERO, count: 0, below: 0, missing: BTreeMap::new() };
        let sum = months.entry(month).or_insert(none);
        if let Some(value) = reading.for_mean()? {
            sum.total = sum.total.checked_add(&Fraction::from(value))?;
            sum.count += 1;
        }
        match reading {
            Reading::Value(_) => {}
            Reading::Below(_) => sum.below += 1,
            Reading::Missing(missing) => *sum.missing.entry(*missing).or_default() += 1,
        }
        Ok(())
    }

    /// The months of a year at each point.
    fn points(
        &self,
        section: &str,
        parameter: TrophicParameter,
        year: Year,
    ) -> impl Iterator<Item = impl Iterator<Item = &Sum>> {
        let points = self.sums.get(&(section.to_owned(), parameter)).into_iter().flatten();
        points.map(move |(_, months)| {
            months.iter().filter(move |(month, _)| month.year() == year).map(|(_, sum)| sum)
        })
    }

    /// The mean of a year: of the months at each point, then of the points.
    pub(crate) fn mean(
        &self,
        section: &str,
        parameter: TrophicParameter,
        year: Year,
    ) -> Result<Option<Fraction>, ExactOverflow> {
        let mut points = Vec::new();
        for months in self.points(section, parameter, year) {
            let means: Vec<_> = months
                .filter(|month| month.count > 0)
                .map(|month| month.total.divided_by_count(month.count))
                .collect::<Result<_, _>>()?;
            points.extend(mean_of(&means)?);
        }
        mean_of(&points)
    }

    /// The readings of a year, as counts.
    pub(crate) fn counts(&self, section: &str, parameter: TrophicParameter, year: Year) -> Counts {
        let mut counts = Counts::default();
        for month in self.points(section, parameter, year).flatten() {
            counts.all += u32::try_from(month.count).unwrap_or(u32::MAX);
            counts.below += month.below;
            for (missing, count) in &month.missing {
                counts.all += count;
                *counts.missing.entry(*missing).or_default() += count;
            }
        }
        counts
    }
}

/// The mean of some numbers; `None` when there are no numbers.
pub(crate) fn mean_of(numbers: &[Fraction]) -> Result<Option<Fraction>, ExactOverflow> {
    if numbers.is_empty() {
        return Ok(None);
    }
    let sum = numbers.iter().try_fold(Fraction::ZERO, |sum: Fraction, it| sum.checked_add(it))?;
    sum.divided_by_count(numbers.len() as u64).map(Some)
}
