//! The tables of `annual`: the sections of a year, and what its rest must bring.

use std::collections::BTreeMap;

use gb3838::{
    Class, Comparison, Decimal, Fraction, Item, ItemMap, ItemSet, SectionAssessment, Standard,
    Target,
    error::ExactOverflow,
    limits::Edition,
    report::{Language, PossibleReport, Table, Word},
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
        None => choose(language, "限值", "limits").to_owned(),
    }
}

/// By what the sections were judged, in a sentence.
fn basis(judge: &Judge<'_>, edition: &Edition, asked: ItemSet) -> String {
    let language = judge.arguments.language;
    let items = if asked == ItemSet::ASSESSED {
        choose(
            language,
            "表1中水温、总氮、粪大肠菌群以外的21项",
            "the 21 of Table 1 without WT, TN and FC",
        )
        .to_owned()
    } else {
        item_names(asked, language)
    };
    let comparison = language.comparison(Comparison::RoundFirst);
    let averaging = language.averaging(judge.averaging());
    language.filled(Word::Basis, &[edition.name(), comparison, averaging, &items])
}

/// The sections by their class, and the classes that each can still have; in front, by what they
/// were judged.
pub(crate) fn of_sections(judge: &Judge<'_>, of_year: &OfYear) -> (String, [Table; 2]) {
    let (mut edition, mut asked) = (*Standard::GB_3838_2002.edition(), ItemSet::EMPTY);
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
        (edition, asked) = (*section.edition(), asked.union(section.asked()));
        let value = |item: Item| mean_of(section, item);
        let values: Vec<String> = section.determining().iter().filter_map(value).collect();
        table.push([
            name.to_owned(),
            class_name(section.class(), language),
            item_names(section.determining(), language),
            values.join(choose(language, "、", ", ")),
            target_name,
            item_names(judged.judgement.failing(), language),
            months,
            verdict,
            left_out(section, language),
        ]);
        let possible = judge.possible(section, of_year, &points);
        if possible.iter().any(|it| it.items.iter().next().is_some()) {
            can_be.push((name, section.class(), possible));
        }
    }
    let rows = can_be.iter().map(|(name, class, possible)| (*name, *class, possible.as_slice()));
    let tables = [in_language(language, table), PossibleReport::table(language, rows)];
    (basis(judge, &edition, asked), tables)
}

/// The mean of an item as it is printed, where it has a class.
pub(crate) fn mean_of(section: &SectionAssessment, item: Item) -> Option<String> {
    let value = section.value_of(item)?.value().round(item.assessment_decimals());
    Some(value.map_or_else(|error| error.to_string(), |it| it.to_string()))
}

/// Some items: by name as Chinese reports list them, or by symbol.
fn item_names(items: ItemSet, language: Language) -> String {
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

/// What the rest of the year must bring.
pub(crate) fn of_outlooks(judge: &Judge<'_>, of_year: &OfYear) -> Result<Table, String> {
    let open = judge.open(of_year);
    let unit = if judge.arguments.pooled { "samples" } else { "months" };
    let headers =
        ["section", "target", "item", "so far", "margin", "mean of the rest", "prospect", "note"];
    let title = format!("What the rest of {} must bring ({open} {unit})", judge.year);
    let language = judge.arguments.language;
    let mut table = Table::new(title, headers);
    for (name, points) in sections(judge.samples, of_year) {
        let judged = judge.judge(name, &points);
        let outlook = judge.outlook(name, &judged, of_year, &points)?;
        match (&judged.target, &outlook) {
            (None, _) => table.push([name, "--", "", "", "", "", "no target", ""]),
            (_, None) => table.push([name, "", "", "", "", "", "a mean has no exact form", ""]),
            (Some(target), Some(outlook)) => {
                push_outlook(&mut table, name, target, outlook, language)
                    .map_err(|error| format!("{name}: {error}"))?;
            }
        }
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
            language.item(item.item()).to_owned(),
            item.mean_so_far()?.round(decimals)?.to_string(),
            item.margin()?.map(|margin| signed(&margin, decimals)).unwrap_or_default(),
            allowed(item, decimals, language)?,
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
    let those = item_names(those.collect(), language);
    let remark = match language {
        Language::Chinese => format!("保持至今水平：{class}（{those}）"),
        Language::English => format!("as so far: {class} ({those})"),
    };
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

fn allowed(item: &ItemOutlook, decimals: u8, language: Language) -> Result<String, ExactOverflow> {
    if item.prospect() != Prospect::StillPossible {
        return Ok(String::new());
    }
    Ok(match (item.least(decimals)?, item.most(decimals)?) {
        (None, None) => "none of so many decimals".to_owned(),
        (None, Some(most)) => format!("≤ {most}"),
        (Some(least), None) => format!("≥ {least}"),
        (Some(least), Some(most)) => language.range(least, most),
    })
}

const fn prospect(prospect: Prospect) -> &'static str {
    match prospect {
        Prospect::AlreadyCertain => "already certain",
        Prospect::StillPossible => "still possible",
        Prospect::OutOfReach => "out of reach",
    }
}
