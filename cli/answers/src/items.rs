//! `item_class` and `exceedance_multiple`: one value of one item.

use gb3838::{Class, Classifier, Item, ItemSet, Quality, Quantity, Standard};
use serde_json::json;

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// The classifier that a case asks for: its water body and its comparison.
pub(super) fn classifier(input: Input<'_>) -> Result<Classifier, CaseError> {
    let (body, comparison) = (input.get("water_body")?, input.get("comparison")?);
    Ok(Classifier::new(Standard::GB_3838_2002, body, ItemSet::ASSESSED, comparison))
}

/// The class of a value; null where the standard limits no value of the item.
pub(super) fn item_class(input: Input<'_>) -> Result<Answer, CaseError> {
    let class = classifier(input)?.class_of(input.get("item")?, input.get("value")?)?;
    Ok(answer_of([("class", json!(class))]))
}

/// How far a value is over the limit of a class; null for items without multiples.
pub(super) fn exceedance_multiple(input: Input<'_>) -> Result<Answer, CaseError> {
    let item: Item = input.get("item")?;
    let value = input.get("value")?;
    let classifier = classifier(input)?;
    let class = classifier.class_of(item, value)?;
    // The comparison is for the class alone; the multiple is that of the unrounded value.
    let multiple = Classifier::for_readings(classifier.body())
        .exceedance_multiple(item, &Quantity::from(value), input.get("base")?)
        .map(|multiple| multiple.round(input.whole("decimals")?).map_err(CaseError::from))
        .transpose()?;
    let quality = class.map(Class::quality);
    Ok(answer_of([
        ("multiple", json!(multiple)),
        ("class", json!(class)),
        ("quality", json!(quality)),
        ("quality_zh", json!(quality.map(Quality::name_zh))),
    ]))
}
