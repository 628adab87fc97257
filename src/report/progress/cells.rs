//! The cells of a progress report's tables, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::{IndicatorScope, IndicatorTarget};
use crate::plan::progress::missing_input::MissingInput;
use crate::plan::progress::standing::StandingCounts;
use crate::reading::time::date::Date;
use crate::report::progress::data::{IndicatorReport, LatestReturnReport, PartReport};
use crate::report::words::{Language, Word};
use crate::standard::bound::Bound;

/// Marks what is read from context, not printed.
fn marked(mut cell: String, inferred: &[String], key: &str) -> String {
    if inferred.iter().any(|other| other == key) {
        cell.push('*');
    }
    cell
}

pub(crate) fn name_cell(name: &str, name_en: Option<&str>, language: Language) -> String {
    match (language, name_en) {
        (Language::English, Some(english)) => english.to_string(),
        _ => name.to_string(),
    }
}

fn with_unit(bound: &Bound, unit: Option<&str>, language: Language) -> String {
    let bound = language.bound(bound);
    match unit {
        Some("%") => language.percent(bound),
        Some(unit) => format!("{bound} {unit}"),
        None => bound,
    }
}

/// What is to be reached, and whether the plan strives for it only.
pub(crate) fn target_cell(indicator: &IndicatorReport, language: Language) -> String {
    let unit = indicator.unit.as_deref();
    let cell = match (&indicator.target, &indicator.bound) {
        (IndicatorTarget::GivenElsewhere(by), None) => language.filled(Word::TargetSetBy, &[by]),
        (IndicatorTarget::GivenElsewhere(_), Some(bound)) => {
            let document = indicator.bound_document.as_deref().unwrap_or_default();
            format!("{}{}", with_unit(bound, unit, language), language.in_brackets(document))
        }
        (IndicatorTarget::Trigger { when, then }, _) => {
            language.filled(Word::TriggerSets, &[&with_unit(when, unit, language), then])
        }
        (IndicatorTarget::Deliverable, _) => language.word(Word::ToDeliver).to_string(),
        (IndicatorTarget::Qualitative, _) => language.word(Word::InWords).to_string(),
        (IndicatorTarget::Bound(bound), _) => with_unit(bound, unit, language),
    };
    let mut cell = marked(cell, &indicator.inferred, "target");
    if indicator.aspiration {
        cell.push_str(&language.in_brackets(language.word(Word::Aspiration)));
    }
    cell
}

pub(crate) fn scope_cell(
    scope: Option<&IndicatorScope>,
    inferred: &[String],
    language: Language,
) -> String {
    let Some(scope) = scope else { return language.word(Word::None).to_string() };
    let words = match &scope.words {
        Some(words) => words.clone(),
        None if !scope.waters.is_empty() => language.list(&scope.waters),
        None => language.scope(scope.kind).to_string(),
    };
    marked(words, inferred, "scope")
}

/// The last day, or why there is none.
pub(crate) fn last_day_cell(
    last_day: Option<Date>,
    deadline: Option<&Deadline>,
    inferred: &[String],
    language: Language,
) -> String {
    let cell = match (last_day, deadline) {
        (Some(day), _) => day.to_string(),
        (None, Some(deadline)) => language.deadline(deadline),
        (None, None) => language.word(Word::None).to_string(),
    };
    marked(cell, inferred, "due")
}

fn latest_words(latest: &LatestReturnReport, language: Language) -> String {
    let said = match (latest.value, latest.state) {
        (Some(value), _) => value.to_string(),
        (None, Some(state)) => language.work_state(state).to_string(),
        (None, None) => String::new(),
    };
    format!("{said}{}", language.in_brackets(latest.as_of))
}

/// The latest report of each area.
pub(crate) fn latest_cell(parts: &[PartReport], language: Language) -> String {
    let words: Vec<_> = parts
        .iter()
        .filter_map(|part| {
            let latest = latest_words(part.latest.as_ref()?, language);
            Some(match &part.county {
                Some(county) => format!("{county} {latest}"),
                None => latest,
            })
        })
        .collect();
    if words.is_empty() { language.word(Word::None).to_string() } else { language.list(words) }
}

/// Where something stands, with its areas where they stand apart.
pub(crate) fn standing_cell(parts: &[PartReport], language: Language) -> String {
    let mut words: Vec<String> = Vec::new();
    for part in parts {
        let standing = language.standing(part.standing);
        match &part.county {
            Some(county) if parts.iter().any(|other| other.standing != part.standing) => {
                words.push(format!("{county} {standing}"));
            }
            _ if words.is_empty() => words.push(standing.to_string()),
            _ => {}
        }
    }
    language.list(words)
}

pub(crate) fn counts_cell(counts: &StandingCounts, language: Language) -> String {
    let words: Vec<_> = counts
        .iter()
        .map(|(standing, count)| format!("{} {count}", language.standing(standing)))
        .collect();
    if words.is_empty() { language.word(Word::None).to_string() } else { language.list(words) }
}

/// What is missing, each kind with its names.
pub(crate) fn gaps_cell(gaps: &[MissingInput<'_>], language: Language) -> String {
    let name = |gap: &MissingInput<'_>| {
        let name = name_cell(gap.name(), gap.name_en(), language);
        match gap.county() {
            Some(county) => format!("{county} {name}"),
            None => name,
        }
    };
    let of_kind = |gaps: &[MissingInput<'_>]| {
        let kind = gaps.first().map_or("", |gap| language.gap(gap.kind()));
        let names: Vec<_> = gaps.iter().map(name).collect();
        language.labelled(kind, language.list(names))
    };
    let words: Vec<_> = gaps.chunk_by(|one, next| one.kind() == next.kind()).map(of_kind).collect();
    if words.is_empty() {
        return language.word(Word::None).to_string();
    }
    words.join(language.word(Word::Semicolon))
}
