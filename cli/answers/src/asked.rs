//! `section_of_items`, `own_items` and `local_limits`: sections by the caller's word.

use std::collections::BTreeMap;

use gb3838::{Circumstances, Class, Classifier, Decimal, Item, ItemMap, ItemSet};
use serde_json::json;

use super::items::classifier;
use super::sections::{measurements_of, section_answer};
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// Decimals of the multiples over the target.
const DECIMALS: u8 = 2;

/// A section from the items that are asked for.
pub(super) fn section_of_items(input: Input<'_>) -> Result<Answer, CaseError> {
    let target: Option<Class> = input.get("target")?;
    let chloride = input.get("high_chloride")?;
    let mut circumstances = Circumstances::new().with_high_chloride(chloride);
    if let Some(target) = target {
        circumstances = circumstances.with_target(target);
    }
    let asked: ItemSet = input.get::<Vec<Item>>("asked")?.into_iter().collect();
    let classifier = classifier(input)?.with_items(asked);
    let section = classifier.assess_with(&measurements_of(input)?, &circumstances)?;
    let mut worse = BTreeMap::new();
    for item in section.participating().iter() {
        if let (Some(target), Some(class)) = (target, section.class_of(item))
            && !class.meets(target)
        {
            let multiple = section.exceedance_multiple(item, target);
            worse.insert(item, multiple.map(|multiple| multiple.round(DECIMALS)).transpose()?);
        }
    }
    let mut answer = section_answer(&section, target)?;
    answer.extend(answer_of([
        ("absent", json!(section.absent())),
        ("not_limited", json!(section.not_limited())),
        ("worse_than_target", json!(worse)),
    ]));
    Ok(answer)
}

/// The items of "5+X".
pub(super) fn own_items(input: Input<'_>) -> Result<Answer, CaseError> {
    let years: Vec<BTreeMap<Item, Class>> = input.get("years")?;
    let years: Vec<ItemMap<Class>> =
        years.into_iter().map(|year| year.into_iter().collect()).collect();
    let items = ItemSet::five_plus_own(&years, input.get("target")?);
    Ok(answer_of([("items", json!(items))]))
}

/// A section under stricter local limits.
pub(super) fn local_limits(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut classifier: Classifier = classifier(input)?;
    for local in input.objects("local_limits")? {
        let (item, class): (Item, Class) = (local.get("item")?, local.get("class")?);
        let limit: Decimal = local.get("limit")?;
        let standard = classifier.standard().clone();
        let standard = standard.with_limit(item, classifier.body(), class, limit)?;
        classifier = classifier.with_standard(standard);
    }
    let section = classifier.assess(&measurements_of(input)?)?;
    let item_classes: BTreeMap<Item, Class> = section
        .participating()
        .iter()
        .filter_map(|item| Some((item, section.class_of(item)?)))
        .collect();
    Ok(answer_of([
        ("class", json!(section.class())),
        ("determining", json!(section.determining())),
        ("item_classes", json!(item_classes)),
    ]))
}
