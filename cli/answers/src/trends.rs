//! `spearman` and `spearman_values`: whether a rank correlation is significant, and which way it goes.

use gb3838::{
    Decimal, Item,
    trend::{RankCorrelation, SignificanceLevel, Trend, TrendOptions},
};
use serde_json::json;

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// Significance by the printed table; the direction is that of the values, also for oxygen.
pub(super) fn spearman(input: Input<'_>) -> Result<Answer, CaseError> {
    let _: Item = input.get("item")?;
    let correlation = RankCorrelation::printed(input.whole("n")?, input.get("r")?)?;
    let trend = Trend::of_correlation(correlation, &TrendOptions::DOCUMENT_22)?;
    Ok(significance(&trend))
}

/// The correlation of values with their order.
pub(super) fn spearman_values(input: Input<'_>) -> Result<Answer, CaseError> {
    let values: Vec<Decimal> = input.get("values")?;
    let trend = Trend::of(&values, &TrendOptions::DOCUMENT_22)?;
    let coefficient = trend.correlation().coefficient().round(input.whole("decimals")?)?;
    let mut answer = significance(&trend);
    answer.extend(answer_of([("r", json!(coefficient))]));
    Ok(answer)
}

fn significance(trend: &Trend) -> Answer {
    let significant = |level| json!(trend.is_significant_at(level));
    answer_of([
        ("significant_0_05", significant(SignificanceLevel::FivePercent)),
        ("significant_0_01", significant(SignificanceLevel::OnePercent)),
        ("direction", json!(trend.direction())),
    ])
}
