//! `tli`, `tli_weights` and `tli_grade`: the trophic level index of lakes.

use std::collections::BTreeMap;

use gb3838::{
    Decimal, Fraction,
    lake::{TrophicGrade, TrophicIndex, TrophicParameter, TrophicWeights},
};
use serde_json::json;

use super::{Answer, answer_of};
use crate::conformance::input::{CaseError, Input};

/// Squared correlations and the weights that they make.
pub(super) fn tli_weights(input: Input<'_>) -> Result<Answer, CaseError> {
    let printed: BTreeMap<String, Decimal> = input.get("r")?;
    let correlations = printed
        .iter()
        .map(|(name, r)| Ok((name.parse::<TrophicParameter>()?, *r)))
        .collect::<Result<Vec<_>, CaseError>>()?;
    let weights = TrophicWeights::from_correlations(correlations)?;
    let decimals = input.whole("decimals")?;
    let mut squares = BTreeMap::new();
    let mut rounded = BTreeMap::new();
    for parameter in TrophicParameter::ALL {
        if let Some(square) = weights.squared_correlation(parameter) {
            squares.insert(parameter.symbol(), square.round(decimals)?);
        }
        if let Some(weight) = weights.weight(parameter) {
            rounded.insert(parameter.symbol(), weight.round(decimals)?);
        }
    }
    Ok(answer_of([("r_squared", json!(squares)), ("weights", json!(rounded))]))
}

/// The grade of a printed index.
pub(super) fn tli_grade(input: Input<'_>) -> Result<Answer, CaseError> {
    Ok(answer_of([("grade", json!(TrophicGrade::of(input.get("tli")?)))]))
}

/// The index of measured values.
pub(super) fn tli(input: Input<'_>) -> Result<Answer, CaseError> {
    let given: BTreeMap<String, Decimal> = input.get("values")?;
    let values = given
        .iter()
        .map(|(name, value)| Ok((name.parse::<TrophicParameter>()?, Fraction::from(*value))))
        .collect::<Result<Vec<_>, CaseError>>()?;
    let index = TrophicIndex::of(values)?;
    let decimals: u8 = input.whole("decimals")?;
    let digits = usize::from(decimals);
    let singles: BTreeMap<&str, String> = TrophicParameter::ALL
        .into_iter()
        .filter_map(|parameter| {
            Some((parameter.symbol(), format!("{:.digits$}", index.single(parameter)?)))
        })
        .collect();
    Ok(answer_of([
        ("tli", json!(index.round(decimals)?)),
        ("singles", json!(singles)),
        ("grade", json!(index.grade())),
        ("complete", json!(index.weights().missing().next().is_none())),
    ]))
}
