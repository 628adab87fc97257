//! Classes by section and month as a coloured table for narrow pages: section names stay, and the
//! months begin where there are data.

use std::fmt::{Result, Write};

use gb3838::Class;
use gb3838::report::{Language, PeriodReport, RegionReport, Word};

use crate::report::chart::canvas::{latin, shade};
use crate::report::chart::heat::short;
use crate::report::html::escaped;

/// The table of the months from the first to the last with data, or of all without any.
pub(crate) fn table(
    report: &RegionReport,
    title: &str,
    language: Language,
) -> std::result::Result<String, std::fmt::Error> {
    let has_data = |month: &PeriodReport| month.sections.iter().any(|it| it.class.is_some());
    let first = report.months.iter().position(has_data).unwrap_or(0);
    let after = report.months.iter().rposition(has_data).map_or(report.months.len(), |it| it + 1);
    let months = report.months.get(first..after).unwrap_or_default();
    let mut table = String::new();
    writeln!(table, "<div class=\"table narrow\" tabindex=\"0\"><table class=\"heat\">")?;
    writeln!(table, "<caption>{}</caption>", escaped(title))?;
    let head = escaped(language.word(Word::Section));
    write!(table, "<thead><tr><th scope=\"col\">{head}</th>")?;
    for month in months {
        let name = escaped(&month.month_name(language));
        write!(table, "<th scope=\"col\">{name}</th>")?;
    }
    writeln!(table, "</tr></thead>\n<tbody>")?;
    for (row, section) in report.plan.sections.iter().enumerate() {
        write!(table, "<tr><th scope=\"row\">{}</th>", escaped(&section.name))?;
        for month in months {
            cell(&mut table, month, row, language)?;
        }
        writeln!(table, "</tr>")?;
    }
    writeln!(table, "</tbody></table></div>")?;
    Ok(table)
}

/// One section in one month.
fn cell(table: &mut String, month: &PeriodReport, row: usize, language: Language) -> Result {
    let section = month.sections.get(row);
    match section.and_then(|it| Some((it.class?, it.provisional))) {
        Some((class, provisional)) => {
            let mark = if provisional { "*" } else { "" };
            let words = latin(short(class, language));
            let (name, words) = (name(class), escaped(&words));
            write!(table, "<td class=\"{name}\">{words}{mark}</td>")
        }
        None => write!(table, "<td>{}</td>", escaped(language.word(Word::None))),
    }
}

/// What the style calls a class.
fn name(class: Class) -> String {
    format!("class-{}", class as u8)
}

/// The colours of the classes, as rules of a style.
pub(crate) fn style() -> std::result::Result<String, std::fmt::Error> {
    let mut style = String::new();
    for class in Class::ALL {
        let (colour, ink) = shade(class);
        let (name, [red, green, blue]) = (name(class), [colour.0, colour.1, colour.2]);
        let [ink_red, ink_green, ink_blue] = [ink.0, ink.1, ink.2];
        writeln!(
            style,
            ".{name} {{ background: #{red:02x}{green:02x}{blue:02x}; \
             color: #{ink_red:02x}{ink_green:02x}{ink_blue:02x}; }}"
        )?;
    }
    Ok(style)
}
