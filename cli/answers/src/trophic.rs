//! `tli`, `tli_weights` and `tli_grade`: the trophic level index of lakes.

use std::collections::BTreeMap;

use gb3838::{
    Decimal, Fraction,
    lake::{TrophicGrade, TrophicIndex, TrophicParameter, TrophicWeights},
};
use serde_json::json;

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// Squared correlations and the weights that they make.
pub(super) fn tli_weights(input: Input<'_>) -> Result<Answer, CaseError> {
    let printed: BTreeMap<String, Decimal> = input.get("r")?;
    let correlations = printed
        .iter()
        .map(|(name, r)| Ok((name.parse::<TrophicParameter>()?, *r)))
        .collect::<Result<Vec<_>, CaseError>>()?;
    let weights = TrophicWeights::from_correlations(correlations)?;
    let decimals = input.whole("decimals")?;
    let (mut squares, mut rounded) = (Answer::new(), Answer::new());
    for parameter in TrophicParameter::ALL {
        if let Some(square) = weights.squared_correlation(parameter) {
            squares.insert(parameter.symbol().to_owned(), json!(square.round(decimals)?));
        }
        if let Some(weight) = weights.weight(parameter) {
            rounded.insert(parameter.symbol().to_owned(), json!(weight.round(decimals)?));
        }
    }
    Ok(answer_of([("r_squared", squares.into()), ("weights", rounded.into())]))
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
    let mut singles = Answer::new();
    for parameter in TrophicParameter::ALL {
        if let Some(single) = index.single(parameter) {
            singles.insert(parameter.symbol().to_owned(), format!("{single:.digits$}").into());
        }
    }
    Ok(answer_of([
        ("tli", json!(index.round(decimals)?)),
        ("singles", singles.into()),
        ("grade", json!(index.grade())),
        ("complete", json!(index.weights().missing().next().is_none())),
    ]))
}
