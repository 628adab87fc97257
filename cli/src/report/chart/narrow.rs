//! Charts for narrow pages. Classes by section and month are a coloured table: section names stay,
//! and the months begin where there are data. Shares are bars as wide as the page, their words fold.

use std::fmt::{Result, Write};

use gb3838::Class;
use gb3838::report::{Language, PeriodReport, RegionReport, Word};
use plotters::style::RGBColor;

use crate::report::chart::canvas::{latin, shade};
use crate::report::chart::heat::short;
use crate::report::chart::shares::{parts, parts_in_words};
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

/// Periods, each with its state, a bar of its classes and what that says.
pub(crate) fn bars(
    periods: &[&PeriodReport],
    language: Language,
) -> std::result::Result<String, std::fmt::Error> {
    let mut text = String::from("<div class=\"narrow bars\">\n");
    for period in periods {
        let quality = period.state.quality;
        let state = quality.map_or(language.word(Word::None), |it| language.quality(it));
        let (name, state) = (escaped(&period.period), escaped(state));
        writeln!(text, "<p>{name} <strong>{state}</strong></p>")?;
        let Some((shares, words)) =
            period.state.shares.as_ref().zip(parts_in_words(period, language))
        else {
            writeln!(text, "<p class=\"words\">{}</p>", escaped(language.word(Word::NoData)))?;
            continue;
        };
        let (all, said) =
            (shares.assessed.max(1), escaped(&words.join(language.word(Word::Semicolon))));
        write!(
            text,
            "<svg class=\"bar\" viewBox=\"0 0 {all} 1\" preserveAspectRatio=\"none\" role=\"img\">\
             <title>{name}</title><desc>{said}</desc>"
        )?;
        let mut counted = 0;
        for (count, class) in parts(shares) {
            let colour = hex(shade(class).0);
            write!(
                text,
                "<rect x=\"{counted}\" width=\"{count}\" height=\"1\" fill=\"{colour}\"/>"
            )?;
            counted += count;
        }
        write!(text, "</svg>\n<p class=\"words\">")?;
        for (words, (_, class)) in words.iter().zip(parts(shares)) {
            let (class, words) = (name_of(class), escaped(&latin(words)));
            write!(text, "<span><i class=\"{class}\"></i> {words}</span> ")?;
        }
        writeln!(text, "</p>")?;
    }
    writeln!(text, "</div>")?;
    Ok(text)
}

/// One section in one month.
fn cell(table: &mut String, month: &PeriodReport, row: usize, language: Language) -> Result {
    let section = month.sections.get(row);
    match section.and_then(|it| Some((it.class?, it.provisional))) {
        Some((class, provisional)) => {
            let mark = if provisional { "*" } else { "" };
            let words = latin(short(class, language));
            let (name, words) = (name_of(class), escaped(&words));
            write!(table, "<td class=\"{name}\">{words}{mark}</td>")
        }
        None => write!(table, "<td>{}</td>", escaped(language.word(Word::None))),
    }
}

/// What the style calls a class.
fn name_of(class: Class) -> String {
    format!("class-{}", class as u8)
}

/// A colour as a style writes it.
fn hex(colour: RGBColor) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
}

/// The colours of the classes, as rules of a style.
pub(crate) fn style() -> std::result::Result<String, std::fmt::Error> {
    let mut style = String::new();
    for class in Class::ALL {
        let (colour, ink) = shade(class);
        let (name, colour, ink) = (name_of(class), hex(colour), hex(ink));
        writeln!(style, ".{name} {{ background: {colour}; color: {ink}; }}")?;
    }
    Ok(style)
}
