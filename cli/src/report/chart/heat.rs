//! Classes by section and month: the colour of the quality and the class itself in each cell.

use gb3838::report::SectionClassReport;
use gb3838::{
    Class,
    report::{Language, RegionReport, Word},
};

use crate::program::language::choose;
use crate::report::chart::canvas::{
    self, Canvas, CutoffSide, Drawn, GREY, INK, LINE, PALE, cut, shade, width,
};
use crate::report::chart::{Chart, narrow};

const TOP: i32 = 74;
const ROW: i32 = 28;
const CELL: i32 = 52;
const SIZE: i32 = 13;
const WIDEST: i32 = 230;
/// The width of the key in either language.
const KEY: i32 = 620;

/// The chart; months without data are pale, with a dash.
pub(crate) fn draw(report: &RegionReport, language: Language) -> Result<Chart, String> {
    let sections = &report.plan.sections;
    let widest = sections.iter().map(|section| width(&section.name, SIZE)).max().unwrap_or(0);
    let left = widest.min(WIDEST) + 16;
    let columns = i32::try_from(report.months.len()).map_err(|error| error.to_string())?;
    let rows = i32::try_from(sections.len()).map_err(|error| error.to_string())?;
    let bottom = TOP + rows * ROW;
    let right = (left + columns * CELL).max(KEY);
    let period = language.in_brackets(language.period(&report.year.period));
    let title = format!("{}{period}", language.word(Word::ClassesByMonth));
    let stop = choose(language, "。", ". ");
    let description = format!("{title}{stop}{}", report.month_class_note(language));
    let mut chart = canvas::draw((right + 12, bottom + 52), &title, &description, |canvas| {
        canvas.bold(&title, (8, 20), 16, CutoffSide::Left, INK)?;
        for (place, month) in (0..).zip(&report.months) {
            let words = month.month_name(language);
            let middle = left + place * CELL + CELL / 2;
            canvas.text(&words, (middle, TOP - 14), SIZE, CutoffSide::Middle, GREY)?;
        }
        for (row, section) in sections.iter().enumerate() {
            let top = TOP + i32::try_from(row).unwrap_or(i32::MAX) * ROW;
            let name = cut(&section.name, SIZE, WIDEST);
            canvas.text(&name, (left - 8, top + ROW / 2), SIZE, CutoffSide::Right, INK)?;
            for (place, month) in (0..).zip(&report.months) {
                let corner = (left + place * CELL, top);
                cell(canvas, month.sections.get(row), corner, language)?;
            }
        }
        key(canvas, bottom + 28, language)
    })?;
    let narrow = narrow::table(report, &title, language).map_err(|error| error.to_string())?;
    chart.narrow = Some(narrow);
    Ok(chart)
}

/// One section in one month.
fn cell(
    canvas: &Canvas<'_>,
    section: Option<&SectionClassReport>,
    (left, top): (i32, i32),
    language: Language,
) -> Drawn {
    let middle = (left + CELL / 2, top + ROW / 2);
    let corners = ((left + 1, top + 1), (left + CELL - 1, top + ROW - 1));
    let Some((section, class)) = section.and_then(|it| it.class.map(|class| (it, class))) else {
        canvas.fill(corners.0, corners.1, PALE)?;
        return canvas.text(language.word(Word::None), middle, SIZE, CutoffSide::Middle, GREY);
    };
    let (colour, ink) = shade(class);
    let mark = if section.provisional { "*" } else { "" };
    canvas.fill(corners.0, corners.1, colour)?;
    canvas.bold(&format!("{}{mark}", short(class, language)), middle, SIZE, CutoffSide::Middle, ink)
}

/// A class as short as a cell is wide.
pub(crate) fn short(class: Class, language: Language) -> &'static str {
    match (class, language) {
        (Class::InferiorV, Language::English) => ">V",
        _ => language.class(class).trim_end_matches('类'),
    }
}

/// The colours with their classes.
fn key(canvas: &Canvas<'_>, middle: i32, language: Language) -> Drawn {
    let mut left = 12;
    for class in Class::ALL {
        let (colour, ink) = shade(class);
        canvas.fill((left, middle - 10), (left + 28, middle + 10), colour)?;
        canvas.bold(short(class, language), (left + 14, middle), 12, CutoffSide::Middle, ink)?;
        let name = language.class(class);
        canvas.text(name, (left + 33, middle), 12, CutoffSide::Left, INK)?;
        left += 33 + width(name, 12) + 20;
    }
    canvas.fill((left, middle - 10), (left + 28, middle + 10), PALE)?;
    canvas.frame((left, middle - 10), (left + 28, middle + 10), LINE)?;
    canvas.text(language.word(Word::None), (left + 14, middle), 12, CutoffSide::Middle, GREY)?;
    canvas.text(language.word(Word::NoData), (left + 33, middle), 12, CutoffSide::Left, INK)
}
