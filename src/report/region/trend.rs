//! The trend of the leading item: which item it is, its means, and what they show.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::assess::trend::significance::TrendError;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::region_year::{PeriodState, RegionYear, SectionTrend};
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

/// The trend of the item of a year, at each section that has a value of it.
pub(crate) fn trend_report(waters: &RegionYear<'_, '_>) -> Option<TrendReport> {
    let (item, choice) = waters.item?;
    let reported = |trends: &[SectionTrend], periods: &[(&PlanAssessment<'_>, PeriodState)]| {
        trends.iter().filter_map(|trend| section_trend(item, trend, periods)).collect()
    };
    Some(TrendReport {
        item,
        choice,
        by_month: reported(&waters.by_month, &waters.months),
        by_year: reported(&waters.by_year, &waters.years),
    })
}

fn section_trend(
    item: Item,
    found: &SectionTrend,
    periods: &[(&PlanAssessment<'_>, PeriodState)],
) -> Option<SectionTrendReport> {
    let (first, _) = periods.first()?;
    let section = first.plan().sections.get(found.place)?;
    let decimals = if item == Item::Ph { 2 } else { item.assessment_decimals() };
    let mut values = Vec::new();
    for (period, _) in periods {
        let outcome = period.sections().get(found.place)?;
        let mean = outcome.means().get(item);
        values.push(TrendValueReport {
            period: period.period().to_string(),
            value: mean.and_then(|mean| mean.round(decimals).ok()),
            class: outcome.assessment().class_of(item),
        });
    }
    let reason = found.trend.as_ref().err().map(|error| match error {
        TrendError::TooFew { .. } => NoTrend::TooFew,
        _ => NoTrend::NotComputed,
    });
    let trend = found.trend.ok();
    let rules = match &trend {
        Some(trend) => trend.rules().collect(),
        None => Vec::from([Rule::TREND]),
    };
    Some(SectionTrendReport {
        section: section.name.clone(),
        water_body: section.water_body,
        values,
        limits: limits(item, section.water_body, first.options().standard()),
        count: u32::try_from(found.count).unwrap_or(u32::MAX),
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
