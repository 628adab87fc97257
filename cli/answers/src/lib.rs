//! The kinds of cases of the conformance suite, each answered by the library `gb3838`.
//!
//! **No published interface.** A package of its own, since it is a third of the program and need not
//! be fast; the program asks it, and the rules of answers are those of the suite.
#![allow(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a program has the standard library"
)]

mod asked;
mod beyond;
mod black_odorous;
mod cells;
mod city;
mod goals;
mod groups;
mod indices;
mod input;
mod items;
mod numbers;
mod periods;
mod plans;
mod remarks;
mod sections;
mod sources;
mod statistics;
mod trends;
mod trophic;
mod zones;

use std::path::Path;

use serde_json::{Map, Value};

pub use input::CaseError;
use input::Input;

/// The result of a case, by the keys of its kind.
pub type Answer = Map<String, Value>;

/// Answers a case of a kind by its input; `None` for a kind that is not built here. Data files that
/// a case names stand under the root.
///
/// # Errors
/// For an input of another shape, a data file that cannot be read, and what the library refuses.
pub fn answer(
    kind: &str,
    input: &Map<String, Value>,
    data_root: &Path,
) -> Result<Option<Answer>, CaseError> {
    let input = Input::new(input);
    match kind {
        // A column outside the standard: the library sums its items only.
        "period_mean" if input.is_null("item") => return Ok(None),
        "period_mean" => periods::period_mean(input, data_root),
        _ => match answer_of_value(kind, input)
            .or_else(|| answer_of_section(kind, input))
            .or_else(|| answer_of_group(kind, input))
        {
            Some(answer) => answer,
            None => return Ok(None),
        },
    }
    .map(Some)
}

/// Kinds of one value, one cell or one series.
fn answer_of_value(kind: &str, input: Input<'_>) -> Option<Result<Answer, CaseError>> {
    Some(match kind {
        "round" => numbers::round(input),
        "item_class" => items::item_class(input),
        "exceedance_multiple" => items::exceedance_multiple(input),
        "source_item" => beyond::source_item(input),
        "ground_item" => beyond::ground_item(input),
        "cell" => cells::cell(input),
        "heading" => cells::heading(input),
        "class_name" => cells::class_name(input),
        "mean" => statistics::mean(input),
        "remarks" => remarks::remarks(input),
        "lake_mean" => statistics::lake_mean(input),
        "outlook" => statistics::outlook(input),
        "tli" => trophic::tli(input),
        "tli_grade" => trophic::tli_grade(input),
        "tli_weights" => trophic::tli_weights(input),
        "spearman" => trends::spearman(input),
        "spearman_values" => trends::spearman_values(input),
        "standard_index" => indices::standard_index(input),
        "do_saturation" => indices::do_saturation(input),
        "black_odorous" => black_odorous::urban(input),
        "black_odorous_shallow" => black_odorous::shallow(input),
        "black_odorous_point" => black_odorous::point(input),
        "black_odorous_body" => black_odorous::body(input),
        "black_odorous_rural" => black_odorous::rural(input),
        "base_flow" => zones::base_flow(input),
        "flood_season" => zones::flood_season(input),
        _ => return None,
    })
}

/// Kinds of a section, a source, or a zone.
fn answer_of_section(kind: &str, input: Input<'_>) -> Option<Result<Answer, CaseError>> {
    Some(match kind {
        "section" => sections::section(input),
        "section_of_items" => asked::section_of_items(input),
        "section_of_item_classes" => sections::section_of_item_classes(input),
        "own_items" => asked::own_items(input),
        "local_limits" => asked::local_limits(input),
        "target" => goals::target(input),
        "target_of_year" => goals::target_of_year(input),
        "provisional" => statistics::provisional(input),
        "source" => sources::source(input),
        "ground_water" => beyond::ground_water(input),
        "function_zone" => zones::function_zone(input),
        _ => return None,
    })
}

/// Kinds of a group.
fn answer_of_group(kind: &str, input: Input<'_>) -> Option<Result<Answer, CaseError>> {
    Some(match kind {
        "share" => numbers::share(input),
        "goal" => plans::goal(input),
        "goal_with_open" => goals::goal_with_open(input),
        "plain_goal" => goals::plain_goal(input),
        "targets" => plans::targets(input),
        "background" => goals::background(input),
        "source_volume" => sources::source_volume(input),
        "exceedance_rate" => indices::exceedance_rate(input),
        "region_state" => groups::region_state(input),
        "region_of_means" => groups::region_of_means(input),
        "region_main_items" => groups::region_main_items(input),
        "section_change" => groups::section_change(input),
        "level_change" => groups::level_change(input),
        "share_change" => groups::share_change(input),
        "city_index" => city::city_index(input),
        "city_change" => city::city_change(input),
        _ => return None,
    })
}

/// An answer of some keys.
fn answer_of<const N: usize>(mut keys: [(&str, Value); N]) -> Answer {
    taken(&mut keys)
}

/// The same for a list of any length, so that it is compiled once.
fn taken(keys: &mut [(&str, Value)]) -> Answer {
    keys.iter_mut().map(|(key, value)| ((*key).to_owned(), value.take())).collect()
}
