//! `section` and `section_of_item_classes`: the worst item makes the class.

use std::collections::BTreeMap;

use gb3838::{
    Circumstances, Class, Fraction, Item, ItemMap, ItemSet, Measurement, Missing, NotAssessed,
    Notation, Quality, Reading, SectionAssessment, Target, Verdict, Year,
    section::{ExceedanceMultiple, PollutionItem, PollutionItems, PollutionItemsOptions},
};
use serde_json::{Value, json};

use super::items::classifier;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// How the suite writes readings: letters other than L void a cell.
pub(super) const NOTATION: Notation = Notation::new().with_any_letters_void(true);

/// A section from its readings.
pub(super) fn section(input: Input<'_>) -> Result<Answer, CaseError> {
    let target: Option<Class> = input.get("target")?;
    let mut circumstances = Circumstances::new();
    if let Some(target) = target {
        circumstances = circumstances.with_target(target);
    }
    let mut measurements = measurements_of(input)?;
    for item in input.get::<Vec<Item>>("absent")? {
        measurements.insert(item, Measurement::from(Reading::Missing(Missing::Blank)));
    }
    let section = classifier(input)?.assess_with(&measurements, &circumstances)?;
    section_answer(&section, target)
}

/// What a section and its target say, by the keys of the kind `section`.
pub(super) fn section_answer(
    section: &SectionAssessment,
    target: Option<Class>,
) -> Result<Answer, CaseError> {
    // A suite has no years: the target holds from the first on.
    let target = Target {
        from: Year::new(1)?,
        class: target,
        limits: Vec::new(),
        no_worse_than_last_year: false,
    };
    let item_classes: BTreeMap<Item, Class> =
        Item::ALL.iter().filter_map(|item| Some((*item, section.class_of(*item)?))).collect();
    let main_items = section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
    let mut answer = class_answer(section.class(), section.determining(), &main_items);
    answer.extend(answer_of([
        ("item_classes", json!(item_classes)),
        ("verdict", json!(target.judge(section, None).verdict().name())),
        ("reference_classes", json!(section.reference_classes().collect::<BTreeMap<_, _>>())),
        ("undecidable", json!(section.undecidable())),
    ]));
    Ok(answer)
}

/// The readings of a section.
pub(super) fn measurements_of(input: Input<'_>) -> Result<ItemMap<Measurement>, CaseError> {
    measurements_in(input.get("items")?)
}

/// Cells as measurements.
pub(super) fn measurements_in(
    cells: BTreeMap<Item, String>,
) -> Result<ItemMap<Measurement>, CaseError> {
    let mut measurements = ItemMap::new();
    for (item, cell) in cells {
        let reading = NOTATION.parse(&cell, item)?;
        measurements.insert(item, Measurement::from(reading));
    }
    Ok(measurements)
}

/// A section of which only the classes of its items are printed.
pub(super) fn section_of_item_classes(input: Input<'_>) -> Result<Answer, CaseError> {
    let item_classes: BTreeMap<Item, Class> = input.get("item_classes")?;
    let multiples: BTreeMap<Item, gb3838::Decimal> = input.get("multiples")?;
    let class = Class::worst(item_classes.values().copied());
    let determining: ItemSet = item_classes
        .iter()
        .filter(|(_, item_class)| Some(**item_class) == class)
        .map(|(item, _)| *item)
        .collect();
    let entries = item_classes.iter().map(|(item, class)| {
        let multiple = multiples.get(item).map(|printed| Fraction::from(*printed));
        PollutionItem::new(*item, Some(*class), multiple.map(ExceedanceMultiple::new))
    });
    let main_items =
        PollutionItems::ranked(entries, Class::III, &PollutionItemsOptions::DOCUMENT_22);
    let verdict = verdict(class, input.get("target")?);
    let mut answer = class_answer(class, determining, &main_items);
    answer.extend(answer_of([("verdict", json!(verdict.name()))]));
    Ok(answer)
}

/// The keys that both kinds share.
fn class_answer(class: Option<Class>, determining: ItemSet, main_items: &PollutionItems) -> Answer {
    let quality = class.map(Class::quality);
    let main_items: Value = main_items.iter().map(|entry| json!(entry.item())).collect();
    answer_of([
        ("class", json!(class)),
        ("determining", json!(determining)),
        ("main_items", main_items.clone()),
        ("main_items_any_order", main_items),
        ("quality", json!(quality)),
        ("quality_zh", json!(quality.map(Quality::name_zh))),
    ])
}

/// The verdict on a class that is printed without readings.
pub(super) fn verdict(class: Option<Class>, target: Option<Class>) -> Verdict {
    match (class, target) {
        (None, _) => Verdict::NotAssessed(NotAssessed::NoClass),
        (_, None) => Verdict::NotAssessed(NotAssessed::NoTarget),
        (Some(class), Some(target)) if class.meets(target) => Verdict::Met,
        (Some(_), Some(_)) => Verdict::Missed,
    }
}
