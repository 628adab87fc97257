//! The trophic state of the lakes: each section, and each lake of several as a whole.

use gb3838::report_data::LakeReport;
use gb3838::{
    Classed, Fraction, Item, Lake, LakePoint, PlanAssessment, SectionOutcome, TrophicParameter,
    WaterBody, Year,
};

use crate::trophic::{TrophicReadings, mean_of};

/// The parameters that are items of the standard.
const ITEMS: [(TrophicParameter, Item); 3] = [
    (TrophicParameter::TotalPhosphorus, Item::TotalPhosphorus),
    (TrophicParameter::TotalNitrogen, Item::TotalNitrogen),
    (TrophicParameter::PermanganateIndex, Item::PermanganateIndex),
];

/// The parameters that are none.
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

fn single(
    outcome: &SectionOutcome<'_>,
    trophic: &TrophicReadings,
    year: Year,
) -> Result<LakeReport, gb3838::Error> {
    let name = &outcome.section().name;
    let mut values = Vec::new();
    for (parameter, item) in ITEMS {
        let exact = outcome.means().get(item).and_then(|mean| mean.value().exact());
        values.extend(exact.map(|value| (parameter, *value)));
    }
    for parameter in OTHERS {
        values.extend(trophic.mean(name, parameter, year)?.map(|value| (parameter, value)));
    }
    Ok(LakeReport::new(name, 1, outcome.class(), values))
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
    let mut values: Vec<(TrophicParameter, Fraction)> = Vec::new();
    for (parameter, item) in ITEMS {
        let exact = means.value_of(item).map(Classed::value).and_then(|value| value.exact());
        values.extend(exact.map(|value| (parameter, *value)));
    }
    for parameter in OTHERS {
        let mut of_sections = Vec::new();
        for outcome in sections {
            of_sections.extend(trophic.mean(&outcome.section().name, parameter, year)?);
        }
        values.extend(mean_of(&of_sections)?.map(|value| (parameter, value)));
    }
    let count = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    Ok(LakeReport::new(water, count, lake.whole().class(), values))
}
