//! The sections of a year as a table, by what they were judged, and the classes that they can have.

use std::collections::BTreeMap;

use gb3838::error::SumRangeError;
use gb3838::report::{Language, PossibleReport, Table};
use gb3838::{Class, Item, ItemSet, SectionAssessment};

use crate::annual::basis::Basis;
use crate::annual::judged::{Judge, Judged};
use crate::annual::read::{OfYear, Samples};
use crate::program::language::{choose, in_language, said};

/// The points of each section, by its name.
pub(crate) fn sections<'a>(
    samples: &'a Samples<'_>,
    of_year: &OfYear,
) -> BTreeMap<&'a str, Vec<usize>> {
    let mut sections: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    // Points of other years alone too: last year is judged by them.
    for (number, name) in samples.names.iter().enumerate() {
        let section = name.split_once('\n').map_or(name, |(section, _)| section);
        sections.entry(section).or_default().push(number);
    }
    let has_value = |points: &[usize]| {
        let sums = &of_year.sums;
        let places = of_year.places(points);
        let count = |item| {
            places.iter().any(|point| (0..12).any(|month| sums.count(*point, month, item) > 0))
        };
        sums.items().iter().any(count)
    };
    sections.retain(|_, points| has_value(points));
    sections
}

pub(crate) fn class_name(class: Option<Class>, language: Language) -> String {
    match (class, language) {
        (None, _) => "--".to_owned(),
        (Some(class), Language::English) => class.to_string(),
        (Some(class), Language::Chinese) => language.class(class).to_owned(),
    }
}

/// What the target of a section asks.
pub(crate) fn target_name(judged: &Judged, language: Language) -> String {
    let target = judged.target.as_ref();
    target.map_or_else(String::new, |target| language.target(target, last_year(judged)))
}

/// Last year's class, as the section was held against it.
fn last_year(judged: &Judged) -> Option<Class> {
    judged.assessment.as_ref().and_then(|it| it.circumstances().last_year().class())
}

/// By what a section misses its target.
fn misses(judged: &Judged, language: Language) -> String {
    let mut words = item_names(judged.judgement.failing(), language);
    if judged.judgement.is_worse_than_last_year() {
        if !words.is_empty() {
            words.push_str(choose(language, "、", "; "));
        }
        words.push_str(&language.worse_than_last_year(last_year(judged)));
    }
    words
}

/// The sections by their class, and the classes that each can still have; in front, by what they
/// were judged.
pub(crate) fn of_sections(judge: &Judge<'_>, of_year: &OfYear) -> (String, [Table; 2]) {
    let asked = judge.arguments.items.unwrap_or(ItemSet::ASSESSED);
    let mut basis = Basis::new(judge.averaging(), asked);
    let headers = [
        "section",
        "class",
        "determining",
        "values",
        "target",
        "worse than it",
        "months",
        "verdict",
        choose(judge.arguments.language, "未参评", "left out"),
    ];
    let language = judge.arguments.language;
    let mut table = Table::new(format!("Sections, {}", judge.year), headers);
    let mut can_be = Vec::new();
    for (name, points) in sections(judge.samples, of_year) {
        let judged = judge.judge(name, &points);
        let target_name = target_name(&judged, language);
        let mark = if judged.provisional { " (provisional)" } else { "" };
        let (verdict, months) = (judged.verdict(), format!("{}{mark}", judged.months()));
        let Some(section) = &judged.assessment else {
            let why = choose(language, "均值超出精确计算范围", "a mean has no exact form");
            let why = why.to_owned();
            let [class, none] = [class_name(None, language), String::new()];
            let empty = none.clone();
            table.push([
                name.to_owned(),
                class,
                none,
                empty.clone(),
                target_name,
                empty,
                months,
                verdict,
                why,
            ]);
            continue;
        };
        basis.add(name, section);
        let value = |item: Item| mean_of(section, item);
        let values: Vec<String> = section.determining().iter().filter_map(value).collect();
        table.push([
            name.to_owned(),
            class_name(section.class(), language),
            item_names(section.determining(), language),
            values.join(choose(language, "、", ", ")),
            target_name,
            misses(&judged, language),
            months,
            verdict,
            left_out(section, language),
        ]);
        let possible = judge.possible(section, of_year, &points);
        let is_said = |it: &PossibleReport| it.items.iter().next().is_some();
        if possible.as_ref().map_or(true, |possible| possible.iter().any(is_said)) {
            can_be.push((name, section.class(), possible));
        }
    }
    let tables = [in_language(language, table), possible_table(language, &can_be)];
    (basis.sentences(language), tables)
}

/// A section by its name, its class, and the classes that it can still have.
pub type CanBe<'a> = (&'a str, Option<Class>, Result<Vec<PossibleReport>, SumRangeError>);

/// The classes that sections can still have, or why that is not worked out.
#[must_use]
pub fn possible_table(language: Language, sections: &[CanBe<'_>]) -> Table {
    let rows = sections.iter().filter_map(|(name, class, possible)| {
        Some((*name, *class, possible.as_ref().ok()?.as_slice()))
    });
    let mut table = PossibleReport::table(language, rows);
    let blanks = vec![String::new(); table.headers().len().saturating_sub(3)];
    for (name, class, possible) in sections {
        if let Err(error) = possible {
            let start = [(*name).to_owned(), class_name(*class, language)];
            let why = [not_worked_out(error, language)];
            table.push(start.into_iter().chain(blanks.iter().cloned()).chain(why));
        }
    }
    table
}

/// Why something of a section is not worked out.
fn not_worked_out(error: &SumRangeError, language: Language) -> String {
    let words = choose(language, "未计算", "not worked out");
    language.labelled(words, said(language, error))
}

/// The mean of an item as it is printed, where it has a class.
pub(crate) fn mean_of(section: &SectionAssessment, item: Item) -> Option<String> {
    let value = section.value_of(item)?.value().round(item.assessment_decimals());
    Some(value.map_or_else(|error| error.to_string(), |it| it.to_string()))
}

/// Some items: by name as Chinese reports list them, or by symbol.
pub(crate) fn item_names(items: ItemSet, language: Language) -> String {
    match language {
        Language::Chinese => language.list(items.iter().map(|item| language.item(item))),
        Language::English => items.to_string(),
    }
}

/// The items without a class: by name, or their number where they are many.
fn left_out(section: &SectionAssessment, language: Language) -> String {
    let names = |items| item_names(items, language);
    let mut parts = Vec::new();
    if section.is_withheld() {
        let missing = names(section.missing_of_five());
        parts.push(match language {
            Language::Chinese => format!("缺{missing}，不定类"),
            Language::English => format!("no class without {missing}"),
        });
    }
    for (items, chinese, english) in [
        (section.undecidable(), "低于检出限", "below detection"),
        (section.excluded(), "高氯", "high chloride"),
        (section.not_limited(), "标准无限值", "no limit here"),
        (section.exempted(), "自然本底，计入", "natural background, counted"),
        (
            section.reference_asked(),
            "按要求参评，22号不参评",
            "asked for; 22号 leaves it out, counted",
        ),
        (section.reference_undecided(), "参考项目，无类别", "reference item, without a class"),
    ] {
        if !items.is_empty() {
            let why = language.in_brackets(choose(language, chinese, english));
            parts.push(format!("{}{why}", names(items)));
        }
    }
    let absent = section.absent();
    match (absent.len(), language) {
        (0, _) => {}
        (1..=4, _) => {
            let why = language.in_brackets(choose(language, "无值", "no values"));
            parts.push(format!("{}{why}", names(absent)));
        }
        (count, Language::Chinese) => parts.push(format!("{count}项无值")),
        (count, Language::English) => parts.push(format!("{count} items (no values)")),
    }
    parts.join(choose(language, "；", ", "))
}
