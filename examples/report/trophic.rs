//! Readings of chlorophyll-a and transparency, which are no items of the standard: exact sums
//! and means in the order that annual means have.

use std::collections::BTreeMap;

use gb3838::{
    Decimal, ExactOverflow, Fraction, Item, Month, Notation, Reading, TrophicParameter, Year,
};

/// A sum and the number of its values.
type Sum = (Fraction, u64);

/// Sums by section and parameter, then point, then month.
#[derive(Debug, Default)]
pub(crate) struct TrophicReadings {
    sums: BTreeMap<(String, TrophicParameter), BTreeMap<String, BTreeMap<Month, Sum>>>,
}

/// Reads a cell, in the notation of any concentration, and moves its point so many places.
pub(crate) fn parse(notation: Notation, text: &str, places: i8) -> Result<Reading, String> {
    let moved = |number: Decimal| number.shift(places).map_err(|error| error.to_string());
    let reading = notation.parse(text, Item::TotalPhosphorus);
    match reading.map_err(|error| error.reason().to_string())? {
        Reading::Value(value) => moved(value).map(Reading::Value),
        Reading::Below(limit) => moved(limit).map(Reading::Below),
        Reading::Missing(missing) => Ok(Reading::Missing(missing)),
    }
}

impl TrophicReadings {
    /// Adds a reading; half of a detection limit, and nothing where there is no value.
    pub(crate) fn add(
        &mut self,
        section: &str,
        point: &str,
        month: Month,
        parameter: TrophicParameter,
        reading: &Reading,
    ) -> Result<(), gb3838::Error> {
        let Some(value) = reading.for_mean()? else { return Ok(()) };
        let points = self.sums.entry((section.to_owned(), parameter)).or_default();
        let months = points.entry(point.to_owned()).or_default();
        let (sum, count) = months.entry(month).or_insert((Fraction::ZERO, 0));
        *sum = sum.checked_add(&Fraction::from(value))?;
        *count += 1;
        Ok(())
    }

    /// The mean of a year: of the months at each point, then of the points.
    pub(crate) fn mean(
        &self,
        section: &str,
        parameter: TrophicParameter,
        year: Year,
    ) -> Result<Option<Fraction>, ExactOverflow> {
        let mut points = Vec::new();
        for months in
            self.sums.get(&(section.to_owned(), parameter)).into_iter().flat_map(BTreeMap::values)
        {
            let of_year = months.iter().filter(|(month, _)| month.year() == year);
            let means: Vec<_> = of_year
                .map(|(_, (sum, count))| sum.divided_by_count(*count))
                .collect::<Result<_, _>>()?;
            points.extend(mean_of(&means)?);
        }
        mean_of(&points)
    }
}

/// The mean of some numbers; `None` of none.
pub(crate) fn mean_of(numbers: &[Fraction]) -> Result<Option<Fraction>, ExactOverflow> {
    if numbers.is_empty() {
        return Ok(None);
    }
    let sum = numbers.iter().try_fold(Fraction::ZERO, |sum: Fraction, it| sum.checked_add(it))?;
    sum.divided_by_count(numbers.len() as u64).map(Some)
}
