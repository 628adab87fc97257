//! `function_zone`, `base_flow` and `flood_season`.

use gb3838::{
    Accumulator, Bound, Class, Classifier, Date, Decimal, Item, ItemMap, Measurement, Period,
    Reading, SectionAssessment, WaterBody,
    flow::{
        BaseFlow, BaseFlowOptions, BaseFlowOutcome, FloodSeasonIntensity, FloodSeasonStatistic,
        MissingDays,
    },
    time::MonthSet,
    zone::{DryMonths, FunctionZone, FunctionZoneOptions, LeftOut},
};
use serde_json::{Value, json};

use super::goals::value_of_class;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// A section of a class by ammonia nitrogen; without one where there is none.
fn of_class(class: Option<Class>) -> Result<SectionAssessment, CaseError> {
    let river = Classifier::for_readings(WaterBody::River);
    let item = Item::AmmoniaNitrogen;
    let mut measurements = ItemMap::new();
    if let Some(value) = class.and_then(|class| value_of_class(&river, item, class)) {
        measurements.insert(item, Measurement::from(Reading::Value(value)));
    }
    Ok(river.assess(&measurements)?)
}

/// A year of a zone, by both methods.
pub(super) fn function_zone(input: Input<'_>) -> Result<Answer, CaseError> {
    let target: Option<Class> = input.get("target")?;
    let zone = match (input.text("zone")?, target) {
        ("drainage_control", target) => FunctionZone::drainage_control(target),
        (_, Some(target)) => FunctionZone::new(target),
        // The library knows no other zone without a target.
        (_, None) => return Err(CaseError::unexpected("target", "a class", &Value::Null)),
    };
    let dry: Vec<u8> = input
        .get::<Vec<String>>("dry_months")?
        .iter()
        .filter_map(|month| month.parse().ok())
        .collect();
    let body = if input.text("zone")? == "lake" { WaterBody::Lake } else { WaterBody::River };
    let zone = zone.with_body(body);
    let zone = if dry.is_empty() { zone } else { zone.with_dry_months(MonthSet::new(&dry)?) };
    let times: Vec<SectionAssessment> = input
        .get::<Vec<Option<Class>>>("classes")?
        .into_iter()
        .map(of_class)
        .collect::<Result<_, _>>()?;
    let mean = of_class(input.get("class_of_mean")?)?;
    let year = FunctionZoneOptions::by_frequency().assess(&zone, &times, Some(&mean))?;
    let left_out = zone.left_out(DryMonths::default()).map(|reason| match reason {
        LeftOut::Dry { .. } => "dry",
        LeftOut::DrainageControl => "drainage_control",
    });
    let decimals = input.whole("decimals")?;
    let rate = year.annual_rate().map(|rate| rate.percent(decimals)).transpose()?;
    Ok(answer_of([
        ("left_out", json!(left_out)),
        ("times_assessed", json!(year.times_assessed().to_string())),
        ("times_met", json!(year.times_met().to_string())),
        ("rate_percent", json!(rate)),
        ("verdict_by_frequency", json!(year.verdict_by_frequency().name())),
        ("verdict_by_mean", json!(year.verdict_by_mean().name())),
    ]))
}

/// Days that reach the ecological base flow, of the days with a flow.
pub(super) fn base_flow(input: Input<'_>) -> Result<Answer, CaseError> {
    let flows: Vec<Option<Decimal>> = input.get("flows")?;
    let of_month = |month| (1..=31).filter_map(move |day| Date::new(2024, month, day).ok());
    let days: Vec<(Date, Option<Decimal>)> = (1..=12).flat_map(of_month).zip(flows).collect();
    let ends = days.first().zip(days.last());
    let (first, last) = ends.ok_or_else(|| CaseError::missing("flows"))?;
    let period = Period::span(first.0, last.0)?;
    let days = days.into_iter().filter_map(|(day, flow)| Some((day, flow?)));
    let options = BaseFlowOptions::NINETY_PERCENT.with_missing_days(MissingDays::LeftOut);
    let flow = BaseFlow::of_days(&period, days, input.get("target")?, options)?;
    let verdict = match flow.outcome() {
        BaseFlowOutcome::Met => "met",
        BaseFlowOutcome::Missed => "missed",
        BaseFlowOutcome::NotAssessed => "not_assessed",
    };
    Ok(answer_of([
        ("days_reaching", json!(flow.days_reaching().to_string())),
        ("percent", json!(flow.percent(input.whole("decimals")?)?)),
        ("verdict", json!(verdict)),
    ]))
}

/// The greatest concentration over the limit of the target.
pub(super) fn flood_season(input: Input<'_>) -> Result<Answer, CaseError> {
    let item: Item = input.get("item")?;
    let mut season = Accumulator::new(item);
    for value in input.get::<Vec<Decimal>>("values")? {
        season.add(&Reading::Value(value))?;
    }
    let river = Classifier::for_readings(input.get("water_body")?);
    let target: Class = input.get("target")?;
    let Some(Bound::AtMost(limit)) = river.standard().limit(item, river.body(), target) else {
        return Err(CaseError::unexpected("item", "an item with upper limits", &json!(item)));
    };
    let intensity = FloodSeasonIntensity::of(&season, FloodSeasonStatistic::Maximum, limit)?;
    Ok(answer_of([("intensity", json!(intensity.round(input.whole("decimals")?)?))]))
}
