//! The trophic state of the lakes: each section, and each lake of several as a whole.

use gb3838::report::{LakeReport, RemarkKind, RemarkReport, SubjectKind};
use gb3838::{
    Class, Fraction, Item, Quantity, Rule, WaterBody, Year,
    lake::{Lake, LakePoint, TrophicIndex, TrophicParameter},
    plan::{PlanAssessment, SectionOutcome},
    region::MeanCount,
    section::Classed,
};

use crate::readings::trophic::TrophicReadings;

/// The parameters that are items of the standard.
const ITEMS: [(TrophicParameter, Item); 3] = [
    (TrophicParameter::TotalPhosphorus, Item::TotalPhosphorus),
    (TrophicParameter::TotalNitrogen, Item::TotalNitrogen),
    (TrophicParameter::PermanganateIndex, Item::PermanganateIndex),
];

/// The parameters that are not basic items.
const OTHERS: [TrophicParameter; 2] =
    [TrophicParameter::ChlorophyllA, TrophicParameter::Transparency];

/// Every lake section of the plan, and before the sections of one lake the lake itself.
pub(crate) fn of_year(
    assessment: &PlanAssessment<'_>,
    trophic: &TrophicReadings,
    year: Year,
) -> Result<Vec<LakeReport>, gb3838::Error> {
    let is_lake = |outcome: &&SectionOutcome<'_>| outcome.section().water_body == WaterBody::Lake;
    let sections: Vec<_> = assessment.sections().iter().filter(is_lake).collect();
    let mut waters: Vec<&str> = Vec::new();
    for section in &sections {
        let water = section.section().water.as_str();
        if !waters.contains(&water) {
            waters.push(water);
        }
    }
    let mut reports = Vec::new();
    for water in waters {
        let of_water: Vec<_> =
            sections.iter().copied().filter(|it| it.section().water == water).collect();
        let read: Vec<_> = of_water.iter().copied().filter(|it| it.class().is_some()).collect();
        if read.len() > 1 {
            reports.push(whole(water, &read, trophic, year)?);
        }
        for section in of_water {
            reports.push(single(section, trophic, year)?);
        }
    }
    Ok(reports)
}

/// Readings of chlorophyll-a and transparency without a value, or below a detection limit.
pub(crate) fn remarks(
    assessment: &PlanAssessment<'_>,
    trophic: &TrophicReadings,
    year: Year,
) -> Result<Vec<RemarkReport>, gb3838::Error> {
    let mut remarks = Vec::new();
    for outcome in assessment.sections() {
        let section = outcome.section();
        for parameter in OTHERS.into_iter().filter(|_| section.water_body == WaterBody::Lake) {
            let counts = trophic.counts(&section.name, parameter, year)?;
            let missing: u32 = counts.missing.values().sum();
            let all = counts.values + missing;
            let mut remark = |kind, count: u32, rule| {
                let remark = RemarkReport::new(SubjectKind::Lake, &section.name, kind, rule);
                remarks.push(remark.with_parameter(parameter).with_found_of(count, all));
            };
            for (missing, count) in &counts.missing {
                remark(RemarkKind::Missing(*missing), *count, missing.rule());
            }
            if counts.below > 0 {
                remark(RemarkKind::BelowDetection, counts.below, Rule::HALF_DETECTION_LIMIT);
            }
        }
    }
    Ok(remarks)
}

fn report(
    name: &str,
    points: u32,
    class: Option<Class>,
    values: &[(TrophicParameter, Fraction, u32)],
) -> LakeReport {
    let index = TrophicIndex::of(values.iter().map(|(parameter, value, _)| (*parameter, *value)));
    LakeReport::new(name, points, class, values, &index)
}

fn single(
    outcome: &SectionOutcome<'_>,
    trophic: &TrophicReadings,
    year: Year,
) -> Result<LakeReport, gb3838::Error> {
    let name = &outcome.section().name;
    let mut values = Vec::new();
    for (parameter, item) in ITEMS {
        let exact = outcome.means().get(item).and_then(|mean| mean.value().exact());
        values.extend(exact.map(|value| (parameter, value, 1)));
    }
    for parameter in OTHERS {
        values.extend(trophic.mean(name, parameter, year)?.map(|value| (parameter, value, 1)));
    }
    Ok(report(name, 1, outcome.class(), &values))
}

/// A lake by the means over its sections.
fn whole(
    water: &str,
    sections: &[&SectionOutcome<'_>],
    trophic: &TrophicReadings,
    year: Year,
) -> Result<LakeReport, gb3838::Error> {
    let points: Vec<_> = sections
        .iter()
        .map(|outcome| LakePoint::new(&outcome.section().name, outcome.assessment()))
        .collect();
    let lake = Lake::of(&points)?;
    let means = lake.whole().assessment();
    let mut values: Vec<(TrophicParameter, Fraction, u32)> = Vec::new();
    for (parameter, item) in ITEMS {
        let exact = means.value_of(item).map(Classed::value).and_then(Quantity::exact);
        let points = lake.whole().count_of(item).map_or(0, MeanCount::values);
        values.extend(exact.map(|value| (parameter, value, points)));
    }
    for parameter in OTHERS {
        let mut of_sections = Vec::new();
        for outcome in sections {
            of_sections.extend(trophic.mean(&outcome.section().name, parameter, year)?);
        }
        let points = u32::try_from(of_sections.len()).unwrap_or(u32::MAX);
        values.extend(Fraction::mean(&of_sections)?.map(|value| (parameter, value, points)));
    }
    let count = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    Ok(report(water, count, lake.whole().class(), &values))
}
