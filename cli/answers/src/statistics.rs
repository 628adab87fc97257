//! `mean`, `lake_mean`, `provisional` and `outlook`: samples of a period.

use std::collections::BTreeMap;

use gb3838::{
    Averaging, Classifier, Comparison, Date, Item, ItemSet, Mean, Month, Period, Reading, Series,
    Standard, WaterBody, Year,
    plan::{Plan, ReadingsBySection},
    target::Outlook,
    time::{MonthSet, SamplingGap},
};
use serde_json::{Value, json};

use super::items::classifier;
use super::sections::NOTATION;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input, read};

/// The year in which cases without dates are set.
const YEAR: u16 = 2024;

/// One item over a period, in the order of averaging that the period asks for.
pub(super) fn mean(input: Input<'_>) -> Result<Answer, CaseError> {
    let item: Item = input.get("item")?;
    let mut series = Series::new();
    if input.get("ice_or_drought")? {
        series = series.with_sampling_gap(SamplingGap::Ice);
    }
    let mut days = Vec::new();
    let samples: Vec<(String, String)> = input.get("samples")?;
    for (day, cell) in &samples {
        let day: Date = day.parse()?;
        series.add(day, item, &NOTATION.parse(cell, item)?)?;
        days.push(day);
    }
    let period = period(input.text("period")?, &days)?;
    let total = series.total(item, &period)?;
    let mean = series.mean(item, &period, period.averaging())?;
    let class = mean.as_ref().map(|mean| class_of(input, item, mean)).transpose()?.flatten();
    let decimals = input.whole("decimals")?;
    let rounded = mean.as_ref().map(|mean| mean.round(decimals)).transpose()?;
    let sufficient = mean.as_ref().is_some_and(|mean| mean.sufficiency().is_sufficient());
    Ok(answer_of([
        ("mean", json!(rounded)),
        ("class", json!(class)),
        ("values", json!(total.count().to_string())),
        ("below_detection", json!(total.below_count().to_string())),
        ("without_value", json!(total.missing_count().to_string())),
        ("sufficient", json!(sufficient)),
    ]))
}

fn class_of(input: Input<'_>, item: Item, mean: &Mean) -> Result<Option<gb3838::Class>, CaseError> {
    Ok(classifier(input)?.class_of_quantity(item, mean.value()))
}

/// The period of a name that holds the days.
fn period(name: &str, days: &[Date]) -> Result<Period, CaseError> {
    let got = || CaseError::unexpected("period", "a period, and samples", &Value::from(name));
    let (first, last) = days.iter().min().zip(days.iter().max()).ok_or_else(got)?;
    Ok(match name {
        "day" => Period::day(*first),
        "ten_days" => Period::ten_days_of(*first),
        "month" => Period::month(first.month()),
        "quarter" => Period::quarter_of(*first),
        "half_year" => Period::half_year_of(*first),
        "year" => Period::year(first.year()),
        "year_to_date" => Period::year_to_date(last.month()),
        "season" => {
            let months: Vec<u8> = days.iter().map(|day| day.month().number()).collect();
            Period::season(first.month(), MonthSet::new(&months)?)?
        }
        "station_report" => Period::span(*first, *last)?,
        _ => return Err(got()),
    })
}

/// A lake: over time at each point, then over the points.
pub(super) fn lake_mean(input: Input<'_>) -> Result<Answer, CaseError> {
    let item: Item = input.get("item")?;
    let month = Date::new(YEAR, 1, 1)?.month();
    let mut series = Series::new();
    for (point, cells) in input.get::<Vec<Vec<String>>>("points")?.iter().enumerate() {
        for cell in cells {
            let reading = NOTATION.parse(cell, item)?;
            series.add_at(&point.to_string(), Date::new(YEAR, 1, 1)?, item, &reading)?;
        }
    }
    let mean = series.mean(item, &Period::month(month), Averaging::Pooled)?;
    let comparison: Comparison = input.get("comparison")?;
    let lake =
        Classifier::new(Standard::GB_3838_2002, WaterBody::Lake, ItemSet::ASSESSED, comparison);
    let class = mean.as_ref().and_then(|mean| lake.class_of_quantity(item, mean.value()));
    let decimals = input.whole("decimals")?;
    let rounded = mean.as_ref().map(|mean| mean.round(decimals)).transpose()?;
    Ok(answer_of([("mean", json!(rounded)), ("class", json!(class))]))
}

/// The middle of a month.
fn in_month(month: u8) -> Result<Date, CaseError> {
    Ok(Date::new(YEAR, month, 15)?)
}

/// A section's year in a plan: a value in so many months of each item.
pub(super) fn provisional(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut series = Series::new();
    let months: BTreeMap<Item, String> = input.get("months")?;
    for (item, cell) in input.get::<BTreeMap<Item, String>>("items")? {
        let reading = NOTATION.parse(&cell, item)?;
        let count = months.get(&item).and_then(|count| count.parse().ok()).unwrap_or(0);
        for month in 1..=count {
            series.add(in_month(month)?, item, &reading)?;
        }
    }
    let target: Option<gb3838::Class> = input.get("target")?;
    let targets: Vec<Value> =
        target.iter().map(|class| json!({"from": YEAR, "class": class})).collect();
    let gap = input.get::<bool>("ice_or_drought")?.then_some("ice");
    let plan = json!({
        "format": 1, "name": "of a case", "year": YEAR, "items": ItemSet::ASSESSED,
        "sections": [{
            "name": "section", "level": "national", "counties": ["county"], "water": "water",
            "water_body": input.text("water_body")?, "sampling_gap": gap, "targets": targets,
        }],
    });
    let plan: Plan = read(&plan).map_err(|error| CaseError::Data(format!("no plan: {error}")))?;
    let readings = ReadingsBySection::from([("section".to_owned(), series)]);
    let year = Period::year(Year::new(YEAR)?);
    let assessment = plan.assess(&readings, &year)?;
    let section = assessment.sections().first();
    let section = section.ok_or_else(|| CaseError::missing("items"))?;
    Ok(answer_of([
        ("class", json!(section.class())),
        ("verdict", json!(section.judgement().verdict().name())),
        ("provisional", json!(section.is_provisional())),
    ]))
}

/// What the open months of a year may have as their mean.
pub(super) fn outlook(input: Input<'_>) -> Result<Answer, CaseError> {
    let item: Item = input.get("item")?;
    let values: Vec<gb3838::Decimal> = input.get("months")?;
    let mut series = Series::new();
    let mut through: Option<Month> = None;
    for (month, value) in (1..).zip(values) {
        let day = in_month(month)?;
        series.add(day, item, &Reading::Value(value))?;
        through = Some(day.month());
    }
    let through = through.ok_or_else(|| CaseError::missing("months"))?;
    let outlook = Outlook::of(&series, through, &classifier(input)?, input.get("target")?)?;
    let decimals = input.whole("decimals")?;
    let rest = match outlook.item(item) {
        Some(item) => item.most(decimals)?.or(item.least(decimals)?),
        None => None,
    };
    Ok(answer_of([("rest", json!(rest))]))
}
