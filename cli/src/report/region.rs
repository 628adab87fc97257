//! The report of a year: the library's assessments of the year, its months, and the years before.

use gb3838::{
    Period, Year,
    plan::{Plan, PlanAssessment, RegionComparison, RegionYear, RegionYearOptions},
    report::{ComparedWith, RegionReport},
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
    // The last month of the year with a class, beside others.
    let has_class = |month: &&PlanAssessment<'_>| {
        month.sections().iter().any(|section| section.class().is_some())
    };
    if let Some(now) = of_months.iter().rev().find(has_class) {
        let month = now.period().last_day().month();
        let mut compare = |with, now: &_, before: &_| {
            report.add_comparison(with, &RegionComparison::new(now, before, &options));
        };
        if let Some(before) = month.earlier(1) {
            compare(ComparedWith::LastMonth, now, &assess(Period::month(before))?);
        }
        if let Some(before) = month.a_year_ago() {
            compare(ComparedWith::LastYearsMonth, now, &assess(Period::month(before))?);
            let to_date = assess(Period::year_to_date(month))?;
            let before = assess(Period::year_to_date(before))?;
            compare(ComparedWith::LastYearToDate, &to_date, &before);
        }
    }
    for lake in lakes::of_year(&of_year, &readings.trophic, year)? {
        report.add_lake(lake);
    }
    for remark in lakes::remarks(&of_year, &readings.trophic, year)? {
        report.add_remark(remark);
    }
    Ok(report)
}
