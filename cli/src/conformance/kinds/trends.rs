//! `spearman`: whether a rank correlation is significant, and which way it goes.

use gb3838::{
    Item,
    trend::{RankCorrelation, SignificanceLevel, Trend, TrendOptions},
};
use serde_json::json;

use super::{Answer, answer_of};
use crate::conformance::input::{CaseError, Input};

/// Significance by the printed table; the direction is that of the values, also for oxygen.
pub(super) fn spearman(input: Input<'_>) -> Result<Answer, CaseError> {
    let _: Item = input.get("item")?;
    let correlation = RankCorrelation::printed(input.whole("n")?, input.get("r")?)?;
    let trend = Trend::of_correlation(correlation, &TrendOptions::DOCUMENT_22)?;
    let significant = |level| json!(trend.is_significant_at(level));
    Ok(answer_of([
        ("significant_0_05", significant(SignificanceLevel::FivePercent)),
        ("significant_0_01", significant(SignificanceLevel::OnePercent)),
        ("direction", json!(trend.direction())),
    ]))
}
