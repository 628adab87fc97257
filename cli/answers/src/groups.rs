//! Groups of sections, and what became of them or of one.

use std::collections::BTreeMap;

use gb3838::{
    Class, Classifier, Fraction, Item, ItemMap, Measurement, Quality, Reading, SectionAssessment,
    WaterBody,
    region::{
        BasinItem, Change, ClassShares, MeanAssessment, RegionAssessment, RegionChange,
        RegionMethod, RegionOptions, RegionSection, SectionChange,
    },
    section::PollutionItemsOptions,
};
use serde_json::{Value, json};

use super::goals::value_of_class;
use super::items::classifier;
use super::sections::measurements_in;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// The state of a group from its counts; fewer than five sections have none from counts.
pub(super) fn region_state(input: Input<'_>) -> Result<Answer, CaseError> {
    let total = input.whole("total")?;
    let shares = ClassShares::new(total, input.whole("I_to_III")?, input.whole("inferior_V")?)?;
    let decimals = input.whole("decimals")?;
    let method = RegionOptions::method_for(total);
    let state = (method == RegionMethod::Shares).then(|| shares.quality());
    let percent = |part: Fraction| part.round(decimals).map_err(CaseError::from);
    let percents = BTreeMap::from([
        ("I_to_III", percent(shares.good_percent())?),
        ("IV_or_V", percent(shares.middle_percent())?),
        ("inferior_V", percent(shares.inferior_v_percent())?),
    ]);
    Ok(answer_of([
        ("method", json!(method)),
        ("state", json!(state)),
        ("state_zh", state.map_or(Value::Null, |state| json!(state.name_zh()))),
        ("percents", json!(percents)),
    ]))
}

/// Whether a section is better or worse, by its quality.
pub(super) fn section_change(input: Input<'_>) -> Result<Answer, CaseError> {
    let before: Quality = input.get("quality_before")?;
    let change = SectionChange::by_quality(before, input.get("quality_now")?);
    Ok(answer_of([("change", json!(change)), ("change_zh", json!(change.name_zh()))]))
}

/// The word of the suite for a change of a group.
const fn change_name(change: Change) -> &'static str {
    match change {
        Change::MarkedlyBetter => "marked_better",
        Change::SomewhatBetter => "some_better",
        Change::None => "none",
        Change::SomewhatWorse => "some_worse",
        Change::MarkedlyWorse => "marked_worse",
    }
}

/// Whether a group is better or worse, by its level.
pub(super) fn level_change(input: Input<'_>) -> Result<Answer, CaseError> {
    let before: Quality = input.get("quality_before")?;
    let change = Change::by_level(before, input.get("quality_now")?);
    Ok(answer_of([("change", json!(change_name(change))), ("change_zh", json!(change.name_zh()))]))
}

/// Whether a group is better or worse, by its shares.
pub(super) fn share_change(input: Input<'_>) -> Result<Answer, CaseError> {
    let shares = |key| -> Result<ClassShares, CaseError> {
        let counts: BTreeMap<String, String> = input.get(key)?;
        let count = |name: &str| {
            let count = counts.get(name).and_then(|text| text.parse().ok());
            count.ok_or_else(|| CaseError::missing(name))
        };
        Ok(ClassShares::new(count("total")?, count("I_to_III")?, count("inferior_V")?)?)
    };
    let change = RegionChange::of_shares(&shares("before")?, &shares("now")?)?;
    let decimals = input.whole("decimals")?;
    let points = change.points().map(|points| points.round(decimals)).transpose()?;
    let by_shares = change.by_shares();
    Ok(answer_of([
        ("points", json!(points)),
        ("change", json!(by_shares.map(change_name))),
        ("change_zh", json!(by_shares.map(Change::name_zh))),
    ]))
}

/// Fewer than five sections: the means of the items make the class.
pub(super) fn region_of_means(input: Input<'_>) -> Result<Answer, CaseError> {
    let classifier = classifier(input)?;
    let sections: Vec<BTreeMap<Item, String>> = input.get("sections")?;
    let assessments = sections
        .into_iter()
        .map(|cells| Ok(classifier.assess(&measurements_in(cells)?)?))
        .collect::<Result<Vec<SectionAssessment>, CaseError>>()?;
    let names: Vec<String> = (1..=assessments.len()).map(|number| number.to_string()).collect();
    let region = region(&names, &assessments);
    let region = RegionAssessment::of(&region, &RegionOptions::DOCUMENT_22)?;
    let means = region.state().means().map(MeanAssessment::assessment);
    let means = means.ok_or_else(|| CaseError::missing("sections"))?;
    let main_items = means.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
    Ok(answer_of([
        ("class", json!(means.class())),
        ("determining", json!(means.determining())),
        ("main_items", main_items.iter().map(|entry| json!(entry.item())).collect()),
        ("quality", json!(means.quality())),
    ]))
}

fn region<'a>(names: &'a [String], assessments: &'a [SectionAssessment]) -> Vec<RegionSection<'a>> {
    let sections = names.iter().zip(assessments);
    sections.map(|(name, assessment)| RegionSection::new(name, assessment)).collect()
}

/// The main pollution items of five sections or more, by the share of sections over III.
pub(super) fn region_main_items(input: Input<'_>) -> Result<Answer, CaseError> {
    let river = Classifier::for_readings(WaterBody::River);
    let mut assessments = Vec::new();
    for item_classes in input.get::<Vec<BTreeMap<Item, Class>>>("sections")? {
        let mut measurements = ItemMap::new();
        for (item, class) in item_classes {
            let value = value_of_class(&river, item, class);
            let value = value.ok_or_else(|| {
                CaseError::unexpected("sections", "an item with limits", &json!(item))
            })?;
            measurements.insert(item, Measurement::from(Reading::Value(value)));
        }
        assessments.push(river.assess(&measurements)?);
    }
    let names: Vec<String> = (1..=assessments.len()).map(|number| number.to_string()).collect();
    let sections = region(&names, &assessments);
    let region = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22)?;
    let items: Vec<BasinItem> = region
        .main_pollution_items()
        .map_or_else(Vec::new, |items| items.iter().copied().collect());
    let decimals = input.whole("decimals")?;
    let mut percents = BTreeMap::new();
    for item in &items {
        percents.insert(item.item(), item.percent().round(decimals)?);
    }
    let items: Vec<Item> = items.iter().map(BasinItem::item).collect();
    Ok(answer_of([("main_items", json!(items)), ("percents", json!(percents))]))
}
