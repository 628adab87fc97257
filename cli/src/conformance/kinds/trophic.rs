//! `tli_weights` and `tli_grade`: the trophic level index of lakes.

use std::collections::BTreeMap;

use gb3838::{
    Decimal,
    lake::{TrophicGrade, TrophicParameter, TrophicWeights},
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
