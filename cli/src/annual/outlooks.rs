//! What the rest of a year must bring, as a table.

use gb3838::error::ExactOverflow;
use gb3838::report::{Language, Table};
use gb3838::target::{ItemOutlook, Outlook, Prospect};
use gb3838::{Decimal, Fraction, ItemMap};

use crate::annual::judged::Judge;
use crate::annual::tables::{class_name, item_names, sections, target_name};
use crate::program::language::{choose, in_language};
use crate::samples::of_year::OfYear;

/// What the rest of the year must bring.
pub(crate) fn table(judge: &Judge<'_>, of_year: &OfYear) -> Result<Table, String> {
    let open = judge.open(of_year);
    let unit = if judge.arguments.pooled { "samples" } else { "months" };
    let headers =
        ["section", "target", "item", "so far", "margin", "mean of the rest", "prospect", "note"];
    let title = format!("What the rest of {} must bring ({open} {unit})", judge.year);
    let language = judge.arguments.language;
    let mut table = Table::new(title, headers);
    for (name, points) in sections(judge, of_year) {
        let judged = judge.judge(name, &points);
        let outlook = judge.outlook(name, &judged, of_year, &points)?;
        match (&judged.target, &outlook) {
            (None, _) => table.push([name, "--", "", "", "", "", "no target", ""]),
            (_, None) => table.push([name, "", "", "", "", "", "a mean has no exact form", ""]),
            (Some(_), Some(outlook)) => {
                let target = target_name(&judged, language);
                push_outlook(&mut table, name, &target, outlook, language)
                    .map_err(|error| format!("{name}: {error}"))?;
            }
        }
    }
    Ok(in_language(language, table))
}

fn push_outlook(
    table: &mut Table,
    name: &str,
    target: &str,
    outlook: &Outlook,
    language: Language,
) -> Result<(), ExactOverflow> {
    let must_improve = outlook.must_improve()?;
    let mut first = true;
    for item in outlook.items() {
        let decimals = item.item().assessment_decimals() + 1;
        let (section, target) = if first { (name, target) } else { Default::default() };
        first = false;
        let open = outlook.undecidable().contains(item.item());
        let remark = match (open, must_improve.contains(item.item())) {
            (true, _) => "all below detection: proves nothing",
            (false, true) => "must become better",
            (false, false) => "",
        };
        let prospect = if open { "not decidable" } else { prospect(item.prospect()) };
        table.push([
            section.to_owned(),
            target.to_owned(),
            language.item(item.item()).to_owned(),
            item.mean_so_far()?.round(decimals)?.to_string(),
            item.margin()?.map(|margin| signed(&margin, decimals)).unwrap_or_default(),
            allowed(item, decimals, language)?,
            prospect.to_owned(),
            remark.to_owned(),
        ]);
    }
    if outlook.items().next().is_none() {
        table.push([name, target, "", "", "", "", "no values", ""]);
        return Ok(());
    }
    let none = ItemMap::<Decimal>::new();
    let end = outlook.classes_with(&none)?;
    let class = outlook.class_with(&none)?;
    let those = end.iter().filter(|(_, of)| Some(**of) == class).map(|(item, _)| item);
    let class = class_name(class, language);
    let those = item_names(those.collect(), language);
    // Without a class no item makes it.
    let those = if those.is_empty() { those } else { language.in_brackets(those) };
    let as_so_far = choose(language, "保持至今水平", "as so far");
    let remark = language.labelled(as_so_far, format_args!("{class}{those}"));
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
