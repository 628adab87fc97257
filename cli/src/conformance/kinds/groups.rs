//! `region_state` and `section_change`: groups of sections, and what became of one.

use std::collections::BTreeMap;

use gb3838::{
    Fraction, Quality,
    region::{ClassShares, RegionMethod, RegionOptions, SectionChange},
};
use serde_json::{Value, json};

use super::{Answer, answer_of};
use crate::conformance::input::{CaseError, Input};

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
