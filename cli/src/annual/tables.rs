//! The tables of `annual`: the sections of a year, and what its rest must bring.

use std::collections::BTreeMap;

use gb3838::{
    Class, Decimal, Fraction, Item, ItemMap, ItemSet, SectionAssessment, Target,
    error::ExactOverflow,
    report::{Language, PossibleReport, Table},
    target::{ItemOutlook, Outlook, Prospect},
};

use crate::annual::judged::Judge;
use crate::annual::read::{OfYear, Samples};
use crate::program::language::{choose, in_language};

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

fn class_name(class: Option<Class>, language: Language) -> String {
    match (class, language) {
        (None, _) => "--".to_owned(),
        (Some(class), Language::English) => class.to_string(),
        (Some(class), Language::Chinese) => language.class(class).to_owned(),
    }
}

/// The class of a target, or that it has limits of single items alone.
fn target_name(target: &Target, language: Language) -> String {
    match target.class {
        Some(class) => class_name(Some(class), language),
        None => "limits".to_owned(),
    }
}

/// The sections by their class, and the classes that each can still have.
pub(crate) fn of_sections(judge: &Judge<'_>, of_year: &OfYear) -> [Table; 2] {
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
        let target = judged.target.as_ref();
        let target_name = target.map_or_else(String::new, |target| target_name(target, language));
        let (verdict, months) = (judged.verdict(), judged.months());
        let Some(section) = &judged.assessment else {
            let why = "a mean has no exact form".to_owned();
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
        let value = |item: Item| mean_of(section, item);
        let values: Vec<String> = section.determining().iter().filter_map(value).collect();
        table.push([
            name.to_owned(),
            class_name(section.class(), language),
            section.determining().to_string(),
            values.join(", "),
            target_name,
            judged.judgement.failing().to_string(),
            months,
            verdict,
            left_out(section),
        ]);
        let possible = judge.possible(section, of_year, &points);
        if possible.iter().any(|it| it.items.iter().next().is_some()) {
            can_be.push((name, section.class(), possible));
        }
    }
    let rows = can_be.iter().map(|(name, class, possible)| (*name, *class, possible.as_slice()));
    [in_language(language, table), PossibleReport::table(language, rows)]
}

/// The mean of an item as it is printed, where it has a class.
pub(crate) fn mean_of(section: &SectionAssessment, item: Item) -> Option<String> {
    let value = section.value_of(item)?.value().round(item.assessment_decimals());
    Some(value.map_or_else(|error| error.to_string(), |it| it.to_string()))
}

/// The items without a class: by name, or their number where they are many.
fn left_out(section: &SectionAssessment) -> String {
    let mut parts = Vec::new();
    if section.is_withheld() {
        parts.push(format!("no class without {}", section.missing_of_five()));
    }
    for (items, why) in [
        (section.undecidable(), "below detection"),
        (section.excluded(), "high chloride"),
        (section.not_limited(), "no limit here"),
        (section.exempted(), "natural background, counted"),
        (section.reference_asked(), "asked for; 22号 leaves it out, counted"),
        (section.reference_undecided(), "reference item, without a class"),
    ] {
        if !items.is_empty() {
            parts.push(format!("{items} ({why})"));
        }
    }
    let absent = section.absent();
    match absent.len() {
        0 => {}
        1..=4 => parts.push(format!("{absent} (no values)")),
        count => parts.push(format!("{count} items (no values)")),
    }
    parts.join(", ")
}

/// What the rest of the year must bring.
pub(crate) fn of_outlooks(judge: &Judge<'_>, of_year: &OfYear) -> Result<Table, String> {
    let open = judge.arguments.rest.unwrap_or_else(|| u32::from(12 - of_year.last.number()));
    let unit = if judge.arguments.pooled { "samples" } else { "months" };
    let headers =
        ["section", "target", "item", "so far", "margin", "mean of the rest", "prospect", "note"];
    let title = format!("What the rest of {} must bring ({open} {unit})", judge.year);
    let language = judge.arguments.language;
    let mut table = Table::new(title, headers);
    for (name, points) in sections(judge.samples, of_year) {
        let judged = judge.judge(name, &points);
        let Some(target) = judged.target else {
            table.push([name, "--", "", "", "", "", "no target", ""]);
            continue;
        };
        let Some(assessment) = judged.assessment else {
            table.push([name, "", "", "", "", "", "a mean has no exact form", ""]);
            continue;
        };
        let classifier = judge.classifier(name);
        let known = (&target, assessment.circumstances());
        let points = of_year.places(&points);
        Outlook::of_sums_with(&of_year.sums, &points, &judge.span(), open, &classifier, known)
            .and_then(|outlook| push_outlook(&mut table, name, &target, &outlook, language))
            .map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(in_language(language, table))
}

fn push_outlook(
    table: &mut Table,
    name: &str,
    target: &Target,
    outlook: &Outlook,
    language: Language,
) -> Result<(), ExactOverflow> {
    let must_improve = outlook.must_improve()?;
    let mut first = true;
    for item in outlook.items() {
        let decimals = item.item().assessment_decimals() + 1;
        let class = target_name(target, language);
        let (section, class) = if first { (name.to_owned(), class) } else { Default::default() };
        first = false;
        let open = outlook.undecidable().contains(item.item());
        let remark = match (open, must_improve.contains(item.item())) {
            (true, _) => "all below detection: proves nothing",
            (false, true) => "must become better",
            (false, false) => "",
        };
        let prospect = if open { "not decidable" } else { prospect(item.prospect()) };
        table.push([
            section,
            class,
            item.item().to_string(),
            item.mean_so_far()?.round(decimals)?.to_string(),
            item.margin()?.map(|margin| signed(&margin, decimals)).unwrap_or_default(),
            allowed(item, decimals)?,
            prospect.to_owned(),
            remark.to_owned(),
        ]);
    }
    if outlook.items().next().is_none() {
        table.push([name, "", "", "", "", "", "no values", ""]);
        return Ok(());
    }
    let none = ItemMap::<Decimal>::new();
    let end = outlook.classes_with(&none)?;
    let class = outlook.class_with(&none)?;
    let those = end.iter().filter(|(_, of)| Some(**of) == class).map(|(item, _)| item);
    let class = class_name(class, language);
    let remark = format!("as so far: {class} ({})", those.collect::<ItemSet>());
    table.push([
        "",
        "",
        "all",
        "",
        "",
        "",
        outlook.prospect().map_or("no values", prospect),
        &remark,
    ]);
    Ok(())
}

fn signed(margin: &Fraction, decimals: u8) -> String {
    margin.round(decimals).map_or_else(|_| "--".to_owned(), |it| format!("{it:+}"))
}

fn allowed(item: &ItemOutlook, decimals: u8) -> Result<String, ExactOverflow> {
    if item.prospect() != Prospect::StillPossible {
        return Ok(String::new());
    }
    Ok(match (item.least(decimals)?, item.most(decimals)?) {
        (None, None) => "none of so many decimals".to_owned(),
        (None, Some(most)) => format!("≤ {most}"),
        (Some(least), None) => format!("≥ {least}"),
        (Some(least), Some(most)) => format!("{least}–{most}"),
    })
}

const fn prospect(prospect: Prospect) -> &'static str {
    match prospect {
        Prospect::AlreadyCertain => "already certain",
        Prospect::StillPossible => "still possible",
        Prospect::OutOfReach => "out of reach",
    }
}
