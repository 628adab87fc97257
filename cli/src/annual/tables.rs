//! The sections of a year as a table, by what they were judged, and the classes that they can have.

use std::collections::BTreeMap;

use gb3838::error::SumRangeError;
use gb3838::report::{Language, PossibleReport, Table};
use gb3838::{Class, Item, ItemSet, Judgement, Quantity, Rule, SectionAssessment, Target};

use crate::annual::basis::Basis;
use crate::annual::items::{self, ItemCounts};
use crate::annual::judged::{Judge, Judged, of_zone};
use crate::annual::named::Named;
use crate::annual::remarked;
use crate::program::language::{choose, in_language, said};
use crate::samples::of_year::OfYear;
use crate::samples::section_key::parts_of;

/// As many items without a value are named in the row of a section; of more, the number.
const NAMED: usize = 4;

/// The points of each section by their numbers, in the order of names: of all sections that the
/// file has in any year, and of those of the plan without a row; those without a value in the year
/// come last.
pub(crate) fn sections<'a>(judge: &Judge<'a>, of_year: &OfYear) -> Vec<(&'a str, Vec<usize>)> {
    let mut sections: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for section in judge.plan.iter().flat_map(|plan| &plan.sections) {
        sections.entry(&section.name).or_default();
    }
    // Points of other years alone too: last year is judged by them.
    for (number, name) in judge.samples.names.iter().enumerate() {
        let (section, _) = parts_of(name);
        sections.entry(section).or_default().push(number);
    }
    let mut sections: Vec<_> = sections.into_iter().collect();
    sections.sort_by_cached_key(|(_, points)| of_year.is_empty(&of_year.places(points)));
    sections
}

pub(crate) fn class_name(class: Option<Class>, language: Language) -> String {
    class.map_or("--", |class| language.class(class)).to_owned()
}

/// What the target of a section asks.
pub(crate) fn target_name(judged: &Judged, language: Language) -> String {
    let asked = |target: &Target| language.target(target, last_year(judged));
    let zone = judged.function_zone.as_ref().map(|zone| of_zone(&asked(&zone.target), language));
    judged.target.as_ref().map(asked).into_iter().chain(zone).collect()
}

/// Last year's class, as the section was held against it.
fn last_year(judged: &Judged) -> Option<Class> {
    judged.assessment.as_ref().and_then(|it| it.circumstances().last_year().class())
}

/// By what a section misses its target: the items, their means, and how far they are over.
fn misses(judged: &Judged, language: Language) -> String {
    let of_target = judged.target.iter().zip(&judged.assessment);
    let mut words: Vec<String> = of_target
        .flat_map(|(target, section)| {
            let failing = target.failing_items(section, &judged.judgement);
            failing.into_iter().map(move |over| {
                let (item, mean) = (over.item(), measured(section, over.item()));
                let far = language.exceedance(over.multiple());
                format!("{} {mean}{far}", language.item(item))
            })
        })
        .collect();
    if judged.judgement.is_worse_than_last_year() {
        words.push(language.worse_than_last_year(last_year(judged)));
    }
    language.list(words)
}

/// What is said of the sections of a year.
pub(crate) struct OfSections {
    /// By what they were judged.
    pub(crate) basis: String,
    /// Those with a value by their class.
    pub(crate) sections: Table,
    /// What else there is to say of them, a table each.
    pub(crate) others: Vec<Table>,
    /// By which rule results below detection count, where there are any; of which columns no section
    /// was asked.
    pub(crate) notes: Vec<String>,
}

/// The sections of a year: those with a value by their class, the others by name.
pub(crate) fn of_sections(judge: &Judge<'_>, of_year: &OfYear) -> OfSections {
    let asked = judge.arguments.items.unwrap_or(ItemSet::ASSESSED);
    let mut basis = Basis::new(judge.averaging(), asked);
    let language = judge.arguments.language;
    let mut rows: Vec<[String; 9]> = Vec::new();
    let mut can_be = Vec::new();
    let (mut without_values, mut provisional) = (Named::default(), Named::default());
    let mut not_asked = of_year.sums.items().difference(ItemSet::REFERENCE);
    let (mut missing, mut remarks) = (BTreeMap::new(), Vec::new());
    let (mut absent, mut of_items, mut halves) = (Named::default(), items::table(language), false);
    for (name, points) in sections(judge, of_year) {
        let judged = judge.judge(name, &points);
        let target_name = target_name(&judged, language);
        let (verdict, months) = (judged.verdict(language), judged.months(language));
        if let Some(why) = judged.provisional_by() {
            let mut words = why.words(language);
            if let Some(points) = items::fewest_points(judge, of_year, &points, &why) {
                words.push_str(choose(language, "；", "; "));
                words.push_str(&points);
            }
            provisional.add(words, name);
        }
        let Some(section) = &judged.assessment else {
            let why = choose(language, "均值超出精确计算范围", "a mean has no exact form");
            let class = class_name(None, language);
            let [items, values, worse] = [(); 3].map(|()| String::new());
            let name = name.to_owned();
            let why = why.to_owned();
            rows.push([name, class, items, values, target_name, worse, months, verdict, why]);
            continue;
        };
        basis.add(name, section);
        remarks.extend(remarked::of_means(judge, name, section));
        let limits = judged.target.iter().flat_map(|target| &target.limits);
        let limited: ItemSet = limits.map(|limit| limit.item).collect();
        not_asked = not_asked.difference(section.asked().union(limited));
        let counts = items::counts(judge, of_year, &points);
        items::push(&mut of_items, name, section, &counts, language);
        let is_asked = |counts: &&ItemCounts<'_>| counts.is_asked(section);
        halves |= counts.iter().filter(is_asked).any(ItemCounts::has_below);
        for (item, count) in counts.iter().filter(is_asked).map(ItemCounts::missing) {
            *missing.entry(item).or_default() += count;
        }
        if !section.has_values() {
            without_values.add(without_a_value(judge, of_year, &points), name);
            continue;
        }
        if section.absent().len() > NAMED {
            absent.add(item_names(section.absent(), language), name);
        }
        let value = |item: Item| mean_of(section, item);
        let values: Vec<String> = section.determining().iter().filter_map(value).collect();
        rows.push([
            name.to_owned(),
            judged.class(language),
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
    let table_of = |named: &Named<'_>, title: (&'static str, &'static str), first| {
        let title = choose(language, title.0, title.1);
        named.table(language, title, first)
    };
    let why = choose(language, "原因", "why");
    let others = vec![
        table_of(&without_values, ("各项目均无值的断面", "Sections without a value"), why),
        table_of(&provisional, ("暂定的原因", "Why results are provisional"), why),
        possible_table(language, &can_be),
        of_items,
        table_of(
            &absent,
            ("无值的参评项目", "Items asked for without a value"),
            choose(language, "项目", "items"),
        ),
        remarked::table(judge, of_year, remarks),
    ];
    let mut notes: Vec<String> = halves.then(|| halves_line(language)).into_iter().collect();
    notes.extend(items::missing_line(&missing, language));
    if !not_asked.is_empty() {
        let word = choose(language, "未要求评价的监测数据列", "columns of readings not asked for");
        notes.push(language.labelled(word, item_names(not_asked, language)));
    }
    OfSections {
        basis: basis.sentences(language),
        sections: section_table(judge, &rows),
        others,
        notes,
    }
}

/// The sections by their class; without the last column, where nothing is left out.
fn section_table(judge: &Judge<'_>, rows: &[[String; 9]]) -> Table {
    let language = judge.arguments.language;
    let headers = [
        "section",
        "class",
        "determining",
        "values",
        "target",
        "worse than it",
        "months",
        "verdict",
        choose(language, "说明", "notes"),
    ];
    let is_empty = rows.iter().all(|row| row[headers.len() - 1].is_empty());
    let columns = headers.len() - usize::from(is_empty);
    let title = format!("Sections, {}", judge.year);
    let mut table = Table::new(title, headers.into_iter().take(columns));
    for row in rows {
        table.push(row.iter().take(columns).cloned());
    }
    in_language(language, table)
}

/// The rule by which results below detection enter a mean.
fn halves_line(language: Language) -> String {
    let words = match language {
        Language::Chinese => "低于检出限的结果按检出限的一半计入均值",
        Language::English => "results below detection enter a mean by half the limit",
    };
    language.labelled(words, language.rule(Rule::HALF_DETECTION_LIMIT))
}

/// Why a section of which no item has a value has no class.
fn without_a_value(judge: &Judge<'_>, of_year: &OfYear, points: &[usize]) -> String {
    let (language, year) = (judge.arguments.language, judge.year);
    let why = choose(language, "无水质类别：各项目均无值", "no class: no item has a value");
    if !of_year.places(points).is_empty() {
        return why.to_owned();
    }
    let no_row = match language {
        Language::Chinese => format!("{year}年无可用数据行"),
        Language::English => format!("no usable row of {year}"),
    };
    format!("{why}{}", language.in_brackets(no_row))
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
    Some(printed(item, section.value_of(item)?.value()))
}

/// The mean of an item as it is printed, whether or not it has a class.
pub(crate) fn measured(section: &SectionAssessment, item: Item) -> String {
    match section.judgement(item) {
        Some(Judgement::Classed(classed)) => printed(item, classed.value()),
        Some(Judgement::Undecidable { value, .. }) => printed(item, value),
        Some(Judgement::NotLimited(other)) => printed(item, other.value()),
        Some(Judgement::Absent(_)) | None => "--".to_owned(),
    }
}

/// A mean of an item at its assessment decimals.
pub(crate) fn printed(item: Item, mean: &Quantity) -> String {
    let value = mean.round(item.assessment_decimals());
    value.map_or_else(|error| error.to_string(), |it| it.to_string())
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
    // What decides and has few months makes nothing provisional where it is none of the five.
    let others = section.determining().difference(section.section_class().needed_items());
    let is_short =
        |item: &Item| section.sufficiency_of(*item).is_some_and(|it| !it.is_sufficient());
    for (items, chinese, english) in [
        (
            others.iter().filter(is_short).collect(),
            "五项以外，按自身监测频次",
            "beyond the five, on its own schedule",
        ),
        (section.undecidable(), "低于检出限", "below detection"),
        (section.excluded(), "高氯", "high chloride"),
        (section.not_limited(), "标准无限值", "no limit here"),
        (section.exempted(), "自然本底，计入", "natural background, counted"),
        (
            section.reference_asked().intersection(section.participating()),
            "按要求参评，22号不参评",
            "asked for; 22号 leaves it out, counted",
        ),
    ] {
        if !items.is_empty() {
            let why = language.in_brackets(choose(language, chinese, english));
            parts.push(format!("{}{why}", names(items)));
        }
    }
    let absent = section.absent();
    match (absent.len(), language) {
        (0, _) => {}
        (1..=NAMED, _) => {
            let why = language.in_brackets(choose(language, "无值", "no values"));
            parts.push(format!("{}{why}", names(absent)));
        }
        (count, Language::Chinese) => parts.push(format!("{count}项无值")),
        (count, Language::English) => parts.push(format!("{count} items (no values)")),
    }
    parts.join(choose(language, "；", ", "))
}
