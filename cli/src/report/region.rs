//! The report of a year: the library's assessments of the year, its months, and the years before.

use gb3838::{
    Period, Year,
    plan::{Plan, PlanAssessment, RegionYear, RegionYearOptions},
    report::RegionReport,
};

use crate::readings::Readings;
use crate::report::arguments::Arguments;
use crate::report::lakes;

/// Assesses the year with its months, and every year with readings up to it.
pub(crate) fn report(
    arguments: &Arguments,
    plan: &Plan,
    readings: &Readings,
    year: Year,
) -> Result<RegionReport, gb3838::Error> {
    let assess = |period: Period| plan.assess(&readings.by_section, &period);
    let of_year = assess(Period::year(year))?;
    let of_months: Vec<PlanAssessment<'_>> = year
        .months()
        .map(|month| assess(Period::month(month)))
        .into_iter()
        .collect::<Result<_, _>>()?;
    let of_years: Vec<PlanAssessment<'_>> = readings
        .years
        .keys()
        .filter(|other| **other <= year)
        .map(|other| assess(Period::year(*other)))
        .collect::<Result<_, _>>()?;
    let region = arguments.region.as_deref().unwrap_or(&plan.name);
    let mut options = RegionYearOptions::DOCUMENT_22;
    if let Some(item) = arguments.item {
        options = options.with_item(item);
    }
    let waters = RegionYear::new(&of_year, &of_months, &of_years, &options);
    let mut report = RegionReport::new(region, &waters);
    for lake in lakes::of_year(&of_year, &readings.trophic, year)? {
        report.add_lake(lake);
    }
    for remark in lakes::remarks(&of_year, &readings.trophic, year)? {
        report.add_remark(remark);
    }
    Ok(report)
}
