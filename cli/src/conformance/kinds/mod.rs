//! The kinds of cases, each answered by the library.

mod groups;
mod indices;
mod items;
mod numbers;
mod periods;
mod plans;
mod sections;
mod sources;
mod trends;
mod trophic;

use std::path::Path;

use serde_json::{Map, Value};

use super::input::{CaseError, Input};
use super::suite::Case;

/// The result of a case, by the keys of its kind.
pub(crate) type Answer = Map<String, Value>;

/// Answers a case; `None` for a kind that is not built here.
pub(crate) fn answer(
    case: &Case,
    input: Input<'_>,
    data_root: &Path,
) -> Result<Option<Answer>, CaseError> {
    match case.kind.as_str() {
        "round" => numbers::round(input),
        "share" => numbers::share(input),
        "item_class" => items::item_class(input),
        "exceedance_multiple" => items::exceedance_multiple(input),
        "section" => sections::section(input),
        "section_of_item_classes" => sections::section_of_item_classes(input),
        // A column outside the standard: the library sums its items only.
        "period_mean" if input.is_null("item") => return Ok(None),
        "period_mean" => periods::period_mean(input, data_root),
        "goal" => plans::goal(input),
        "targets" => plans::targets(input),
        "source" => sources::source(input),
        "source_volume" => sources::source_volume(input),
        "standard_index" => indices::standard_index(input),
        "do_saturation" => indices::do_saturation(input),
        "exceedance_rate" => indices::exceedance_rate(input),
        "black_odorous" => indices::black_odorous(input),
        "region_state" => groups::region_state(input),
        "section_change" => groups::section_change(input),
        "spearman" => trends::spearman(input),
        "tli_grade" => trophic::tli_grade(input),
        "tli_weights" => trophic::tli_weights(input),
        _ => return Ok(None),
    }
    .map(Some)
}

/// An answer of some keys.
fn answer_of<const N: usize>(keys: [(&str, Value); N]) -> Answer {
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
