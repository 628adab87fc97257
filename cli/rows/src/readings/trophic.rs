//! Readings of chlorophyll-a and transparency, which are no items of the standard: a series of
//! each section.

use std::collections::BTreeMap;

use gb3838::{
    Date, Fraction, Period, Reading, Year,
    error::OtherSeriesError,
    lake::TrophicParameter,
    mean::{OtherCounts, OtherItem, OtherSeries},
};

/// A series by section.
#[derive(Debug, Default)]
pub struct TrophicReadings {
    series: BTreeMap<String, OtherSeries>,
}

/// A parameter as an item of a series; `None` for those that are basic items.
const fn item_of(parameter: TrophicParameter) -> Option<OtherItem> {
    match parameter {
        TrophicParameter::ChlorophyllA => Some(OtherItem::ChlorophyllA),
        TrophicParameter::Transparency => Some(OtherItem::Transparency),
        TrophicParameter::TotalPhosphorus
        | TrophicParameter::TotalNitrogen
        | TrophicParameter::PermanganateIndex => None,
    }
}

impl TrophicReadings {
    /// Adds a reading of chlorophyll-a or transparency.
    pub(crate) fn add(
        &mut self,
        section: &str,
        point: &str,
        day: Date,
        parameter: TrophicParameter,
        reading: &Reading,
    ) -> Result<(), OtherSeriesError> {
        let Some(item) = item_of(parameter) else { return Ok(()) };
        self.series.entry(section.to_owned()).or_default().add_at(point, day, item, reading)
    }

    /// The mean of a year: of the months at each point, then of the points.
    ///
    /// # Errors
    /// When a sum or mean has no exact form.
    pub fn mean(
        &self,
        section: &str,
        parameter: TrophicParameter,
        year: Year,
    ) -> Result<Option<Fraction>, OtherSeriesError> {
        let Some((series, item)) = self.series.get(section).zip(item_of(parameter)) else {
            return Ok(None);
        };
        let period = Period::year(year);
        Ok(series.mean(item, &period, period.averaging())?.map(|mean| *mean.value()))
    }

    /// The readings of a year, as counts.
    ///
    /// # Errors
    /// As [`mean`](Self::mean) has.
    pub fn counts(
        &self,
        section: &str,
        parameter: TrophicParameter,
        year: Year,
    ) -> Result<OtherCounts, OtherSeriesError> {
        match self.series.get(section).zip(item_of(parameter)) {
            Some((series, item)) => series.counts(item, &Period::year(year)),
            None => Ok(OtherCounts::default()),
        }
    }
}
