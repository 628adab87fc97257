//! The tables of `annual`: the sections of a year, and what its rest must bring.

use std::collections::BTreeMap;

use gb3838::{
    Class, Classifier, Comparison, Decimal, Fraction, ItemMap, ItemSet, Standard, SumTable, Target,
    WaterBody, Year,
    error::ExactOverflow,
    plan::Plan,
    report::Table,
    sums::SumSpan,
    target::{ItemOutlook, Outlook, Prospect},
};

use crate::annual::arguments::{Arguments, Goal};
use crate::annual::read::{OfYear, Samples};

/// The points of each section, by its name.
fn sections<'a>(samples: &'a Samples<'_>, of_year: &OfYear) -> BTreeMap<&'a str, Vec<usize>> {
    let mut sections: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, name) in samples.names.iter().enumerate().take(of_year.sums.sections()) {
        let section = name.split_once('\n').map_or(name, |(section, _)| section);
        sections.entry(section).or_default().push(number);
    }
    let has_value = |points: &[usize]| {
        let sums = &of_year.sums;
        let count = |item| {
            points.iter().any(|point| (0..12).any(|month| sums.count(*point, month, item) > 0))
        };
        sums.items().iter().any(count)
    };
    sections.retain(|_, points| has_value(points));
    sections
}

fn classifier(
    arguments: &Arguments,
    plan: Option<&Plan>,
    samples: &Samples<'_>,
    section: &str,
) -> Classifier {
    let of_plan = plan.and_then(|plan| plan.section(section)).map(|section| section.water_body);
    let body = of_plan.or(arguments.body).or_else(|| samples.bodies.get(section).copied());
    let body = body.unwrap_or(WaterBody::River);
    let items = arguments.items.or_else(|| plan.map(|plan| plan.items));
    let items = items.unwrap_or(ItemSet::ASSESSED);
    Classifier::new(Standard::GB_3838_2002, body, items, Comparison::RoundFirst)
}

fn target(goal: Option<Goal>, plan: Option<&Plan>, section: &str, year: Year) -> Option<Target> {
    match goal {
        Some(Goal::Class(class)) => Some(Target::class(year, class)),
        _ => Target::of_year(&plan?.section(section)?.targets, year).cloned(),
    }
}

fn class_name(class: Option<Class>) -> String {
    class.map_or_else(|| "--".to_owned(), |class| class.to_string())
}

/// The sections by their class.
pub(crate) fn of_sections(
    arguments: &Arguments,
    plan: Option<&Plan>,
    samples: &Samples<'_>,
    year: Year,
    of_year: &OfYear,
) -> Result<Table, String> {
    let headers = [
        "section",
        "class",
        "determining",
        "values",
        "target",
        "worse than it",
        "months",
        "left out",
    ];
    let mut table = Table::new(format!("Sections, {year}"), headers);
    let span = if arguments.pooled { SumSpan::pooled(0..12) } else { SumSpan::months(0..12) };
    for (name, points) in sections(samples, of_year) {
        let classifier = classifier(arguments, plan, samples, name);
        let section = classifier
            .assess_points(&of_year.sums, &points, &span)
            .map_err(|error| format!("{name}: {error}"))?;
        let mut values = Vec::new();
        for item in section.determining().iter() {
            let mean = of_year.sums.span_mean(&points, item, &span);
            if let Some(mean) = mean.map_err(|error| format!("{name}, {item}: {error}"))? {
                let rounded = mean.round(item.assessment_decimals());
                values.push(rounded.map_or_else(|error| error.to_string(), |it| it.to_string()));
            }
        }
        let target = target(arguments.outlook, plan, name, year).and_then(|target| target.class);
        let worse = target.map_or(ItemSet::EMPTY, |target| section.worse_than(target));
        let months = months_with_values(&of_year.sums, &points);
        let provisional = if months < 12 { " (provisional)" } else { "" };
        table.push([
            name.to_owned(),
            class_name(section.class()),
            section.determining().to_string(),
            values.join(", "),
            target.map_or_else(String::new, |class| class.to_string()),
            worse.to_string(),
            format!("{months}{provisional}"),
            left_out(section.absent(), section.undecidable()),
        ]);
    }
    Ok(table)
}

/// The items without a class: by name, or their number where they are many.
fn left_out(absent: ItemSet, undecidable: ItemSet) -> String {
    let mut parts = Vec::new();
    if !undecidable.is_empty() {
        parts.push(format!("{undecidable} (below detection)"));
    }
    match absent.len() {
        0 => {}
        1..=4 => parts.push(format!("{absent} (no values)")),
        count => parts.push(format!("{count} items (no values)")),
    }
    parts.join(", ")
}

fn months_with_values(sums: &SumTable, points: &[usize]) -> usize {
    let any = |month: usize| {
        let mut items = sums.items().iter();
        items.any(|item| points.iter().any(|point| sums.count(*point, month, item) > 0))
    };
    (0..12).filter(|month| any(*month)).count()
}

/// What the rest of the year must bring.
pub(crate) fn of_outlooks(
    arguments: &Arguments,
    plan: Option<&Plan>,
    samples: &Samples<'_>,
    year: Year,
    of_year: &OfYear,
) -> Result<Table, String> {
    let open = arguments.rest.unwrap_or_else(|| u32::from(12 - of_year.last.number()));
    let unit = if arguments.pooled { "samples" } else { "months" };
    let headers =
        ["section", "target", "item", "so far", "margin", "mean of the rest", "prospect", "note"];
    let mut table =
        Table::new(format!("What the rest of {year} must bring ({open} {unit})"), headers);
    let span = if arguments.pooled { SumSpan::pooled(0..12) } else { SumSpan::months(0..12) };
    for (name, points) in sections(samples, of_year) {
        let Some(target) = target(arguments.outlook, plan, name, year) else {
            table.push([name, "--", "", "", "", "", "no target", ""]);
            continue;
        };
        let classifier = classifier(arguments, plan, samples, name);
        let (sums, none) = (&of_year.sums, None);
        Outlook::of_sums(sums, &points, &span, open, &classifier, &target, none)
            .and_then(|outlook| push_outlook(&mut table, name, &target, &outlook))
            .map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(table)
}

fn push_outlook(
    table: &mut Table,
    name: &str,
    target: &Target,
    outlook: &Outlook,
) -> Result<(), ExactOverflow> {
    let must_improve = outlook.must_improve()?;
    let mut first = true;
    for item in outlook.items() {
        let decimals = item.item().assessment_decimals() + 1;
        let class = target.class.map_or_else(|| "limits".to_owned(), |class| class.to_string());
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
    let remark = format!("as so far: {} ({})", class_name(class), those.collect::<ItemSet>());
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
