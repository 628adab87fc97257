//! `round` and `share`: numbers as they are printed.

use std::collections::BTreeMap;

use gb3838::{Decimal, target::Share};
use serde_json::json;

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// A number rounded half to even, once; a result of zero keeps one significant digit.
pub(super) fn round(input: Input<'_>) -> Result<Answer, CaseError> {
    let value: Decimal = input.get("value")?;
    let rounded = value.round_keeping_digit(input.whole("decimals")?);
    Ok(answer_of([("rounded", json!(rounded))]))
}

/// Parts of a total in percent: counts, or lengths and areas.
pub(super) fn share(input: Input<'_>) -> Result<Answer, CaseError> {
    let total = input.get("total")?;
    let parts: BTreeMap<String, Decimal> = input.get("parts")?;
    let decimals = input.whole("decimals")?;
    let percents = parts
        .into_iter()
        .map(|(name, part)| {
            let share = Share::new(part, total)?;
            Ok((name, share.percent(decimals)?))
        })
        .collect::<Result<BTreeMap<String, Decimal>, CaseError>>()?;
    Ok(answer_of([("percents", json!(percents))]))
}
