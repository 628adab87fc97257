//! `remarks`: values that no water has, by themselves and beside one another.

use std::collections::BTreeMap;

use gb3838::{
    Classifier, Decimal, Fraction, Notation, Reading, Sample, WaterBody, section::ValueRemark,
};
use serde_json::json;

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// What is remarked on among the values of one sample.
pub(super) fn remarks(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut items: BTreeMap<String, String> = input.get("items")?;
    // An item of Table 2: its number, where it has one.
    let nitrate = items.remove("NO3-N").and_then(|cell| cell.parse::<Decimal>().ok());
    let nitrate = nitrate.map(Fraction::from);
    let mut sample = Sample::new();
    for (symbol, cell) in &items {
        let item = symbol.parse()?;
        let reading: Reading = Notation::new().parse(cell, item)?;
        sample.insert(item, reading)?;
    }
    let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
    let remarked: Vec<String> = section
        .remarks_beside_nitrate(nitrate)
        .map(|(item, remark)| match remark {
            ValueRemark::NitrogenBelowItsParts => "TN<NH3-N+NO3-N".to_owned(),
            ValueRemark::CodBelowPermanganate => "COD<CODMn".to_owned(),
            ValueRemark::CodBelowBod => "COD<BOD5".to_owned(),
            _ => item.symbol().to_owned(),
        })
        .collect();
    Ok(answer_of([("remarked", json!(remarked))]))
}
