//! The trend of the leading item: which item it is, its means, and what they show.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::assess::region::options::RegionOptions;
use crate::assess::trend::significance::{TrendError, TrendOptions};
use crate::assess::trend::trend::Trend;
use crate::number::fraction::Fraction;
use crate::plan::file::section::PlanSection;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::leading_item::ItemChoice;
use crate::reading::mean::mean::Mean;
use crate::report::region::data::{
    ClassLimitReport, NoTrend, SectionTrendReport, TrendReport, TrendValueReport,
};
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::limits::Standard;
use crate::standard::rule::Rule;
use crate::standard::tables::critical_values::SignificanceLevel;
use crate::standard::water_body::WaterBody;

/// The trend of an item, or of the leading one, at each section that has a value of it.
pub(crate) fn trend_report(
    year: &PlanAssessment<'_>,
    months: &[PlanAssessment<'_>],
    years: &[PlanAssessment<'_>],
    asked: Option<Item>,
) -> Option<TrendReport> {
    let leading = || year.leading_item(&RegionOptions::DOCUMENT_22);
    let (item, choice) = asked.map(|item| (item, ItemChoice::Asked)).or_else(leading)?;
    let by_year = if years.len() > 1 { trends(item, years) } else { Vec::new() };
    Some(TrendReport { item, choice, by_month: trends(item, months), by_year })
}

/// The sections that have a value in some period.
fn trends(item: Item, periods: &[PlanAssessment<'_>]) -> Vec<SectionTrendReport> {
    let Some(first) = periods.first() else { return Vec::new() };
    let standard = first.options().standard();
    let sections = first.plan().sections.iter().enumerate();
    sections
        .filter_map(|(place, section)| section_trend(item, place, section, periods, standard))
        .collect()
}

fn section_trend(
    item: Item,
    place: usize,
    section: &PlanSection,
    periods: &[PlanAssessment<'_>],
    standard: &Standard,
) -> Option<SectionTrendReport> {
    let decimals = if item == Item::Ph { 2 } else { item.assessment_decimals() };
    let (mut values, mut exact) = (Vec::new(), Vec::new());
    for period in periods {
        let outcome = period.sections().get(place)?;
        let mean = outcome.means().get(item);
        exact.extend(mean.and_then(exact_mean));
        values.push(TrendValueReport {
            period: period.period().to_string(),
            value: mean.and_then(|mean| mean.round(decimals).ok()),
            class: outcome.assessment().class_of(item),
        });
    }
    if exact.is_empty() {
        return None;
    }
    let trend = Trend::of(&exact, &TrendOptions::DOCUMENT_22);
    let reason = trend.as_ref().err().map(|error| match error {
        TrendError::TooFew { .. } => NoTrend::TooFew,
        _ => NoTrend::NotComputed,
    });
    let trend = trend.ok();
    let rules = match &trend {
        Some(trend) => trend.rules().collect(),
        None => Vec::from([Rule::TREND]),
    };
    Some(SectionTrendReport {
        section: section.name.clone(),
        water_body: section.water_body,
        values,
        limits: limits(item, section.water_body, standard),
        count: u32::try_from(exact.len()).unwrap_or(u32::MAX),
        coefficient: trend.and_then(|it| it.correlation().coefficient().round(3).ok()),
        centred: trend.and_then(|it| it.correlation().centred().round(3).ok()),
        direction: trend.map(|it| it.direction()),
        change: trend.and_then(|it| it.direction().means_for(item)),
        at_one_percent: trend.is_some_and(|it| it.is_significant_at(SignificanceLevel::OnePercent)),
        method: trend.map(|it| it.method()),
        rules,
        reason,
    })
}

/// The exact mean; a mean pH, which is no fraction, at twelve decimals.
fn exact_mean(mean: &Mean) -> Option<Fraction> {
    let exact = mean.value().exact().copied();
    exact.or_else(|| mean.round(12).ok().map(Fraction::from))
}

/// The limits of an item, best class first; classes with the same limit are named by the best.
fn limits(item: Item, body: WaterBody, standard: &Standard) -> Vec<ClassLimitReport> {
    let mut limits: Vec<ClassLimitReport> = Vec::new();
    for class in Class::WITH_LIMITS {
        let of_class = match standard.limit(item, body, class) {
            Some(
                Bound::AtMost(limit)
                | Bound::Below(limit)
                | Bound::AtLeast(limit)
                | Bound::Above(limit),
            ) => Vec::from([limit]),
            Some(Bound::Within(low, high)) => Vec::from([low, high]),
            None => Vec::new(),
        };
        for limit in of_class {
            if limits.iter().all(|known| known.limit != limit) {
                limits.push(ClassLimitReport { class, limit });
            }
        }
    }
    limits
}
