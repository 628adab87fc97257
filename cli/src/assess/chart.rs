//! A chart of the sections by class, in the colours of the quality table.

use crate::program::language::said;
use gb3838::report::SectionReport;
use gb3838::{
    Class, Colour,
    report::{Language, PlanReport, Word},
};
use plotters::prelude::{
    BLACK, Color, DrawingArea, EmptyElement, IntoDrawingArea, IntoFont, PathElement, RGBColor,
    Rectangle, SVGBackend, Text, TextStyle, WHITE,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::report::chart::canvas::latin;

const WIDTH: i32 = 960;
const TOP: i32 = 108;
const ROW: i32 = 30;
const LEFT: i32 = 250;
const CLASS_WIDTH: i32 = 85;
const RIGHT: i32 = LEFT + 6 * CLASS_WIDTH;
const GREY: RGBColor = RGBColor(0x80, 0x80, 0x80);
const LINE: RGBColor = RGBColor(0xdd, 0xdd, 0xdd);

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

/// The chart as SVG.
pub(crate) fn draw(report: &PlanReport, language: Language) -> Result<String, String> {
    let mut svg = String::new();
    let rows = i32::try_from(report.sections.len()).map_err(|error| error.to_string())?;
    let height = TOP + rows * ROW + 60;
    let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
    {
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let drawn = || -> Result<(), Box<dyn std::error::Error + '_>> {
            area.fill(&WHITE)?;
            frame(&area, report, language, rows)?;
            for (index, section) in (0..).zip(&report.sections) {
                row(&area, section, language, TOP + index * ROW)?;
            }
            area.present()?;
            Ok(())
        };
        drawn().map_err(|error| error.to_string())?;
    }
    Ok(svg)
}

type Drawn = Result<(), Box<dyn std::error::Error>>;

fn words(
    area: &Area<'_>,
    text: &str,
    place: (i32, i32),
    size: i32,
    side: HPos,
    colour: RGBColor,
) -> Drawn {
    let style = TextStyle::from(("sans-serif", size).into_font())
        .color(&colour)
        .pos(Pos::new(side, VPos::Center));
    area.draw(&(EmptyElement::at(place) + Text::new(latin(text), (0, 0), style)))?;
    Ok(())
}

/// Title, names of the classes, grid, and the key to the target mark.
fn frame(area: &Area<'_>, report: &PlanReport, language: Language, rows: i32) -> Drawn {
    let title = language.word(Word::SectionsByClass);
    words(area, &report.plan, (20, 26), 20, HPos::Left, BLACK)?;
    let edition = report.edition();
    let subtitle =
        format!("{title}, {} ({edition}, {})", report.period, said(language, &report.comparison));
    words(area, &subtitle, (20, 54), 15, HPos::Left, GREY)?;
    for (index, class) in (0..).zip(Class::ALL) {
        let x = LEFT + index * CLASS_WIDTH;
        words(
            area,
            language.class(class),
            (x + CLASS_WIDTH / 2, TOP - 18),
            14,
            HPos::Center,
            BLACK,
        )?;
    }
    let bottom = TOP + rows * ROW;
    for index in 0..=6 {
        let x = LEFT + index * CLASS_WIDTH;
        area.draw(&PathElement::new([(x, TOP - 4), (x, bottom)], LINE.stroke_width(1)))?;
    }
    mark(area, LEFT + 6, bottom + 26)?;
    words(area, language.word(Word::Target), (LEFT + 18, bottom + 26), 13, HPos::Left, GREY)?;
    Ok(())
}

/// Name, a bar up to the class, the target's mark, the verdict.
fn row(area: &Area<'_>, section: &SectionReport, language: Language, top: i32) -> Drawn {
    let middle = top + ROW / 2;
    let name = format!("{} ({})", section.name, section.water);
    let label_colour = if section.class.is_some() { BLACK } else { GREY };
    words(area, &name, (LEFT - 12, middle), 14, HPos::Right, label_colour)?;
    let bar = |end: i32, colour: RGBColor| {
        Rectangle::new([(LEFT, top + 6), (end, top + ROW - 6)], colour.filled())
    };
    match section.class {
        Some(class) => area.draw(&bar(edge(class), shade(class.quality().colour())))?,
        None => area.draw(&bar(LEFT + 6, LINE))?,
    }
    if let Some(target) = section.target {
        mark(area, edge(target), middle)?;
    }
    let verdict = match (section.class, section.reason) {
        (None, Some(reason)) => language.reason(reason).to_owned(),
        (Some(_), _) if section.provisional => {
            let provisional = language.word(Word::Provisional);
            format!("{} ({provisional})", language.verdict(section.verdict))
        }
        _ => language.verdict(section.verdict).to_owned(),
    };
    words(area, &verdict, (RIGHT + 14, middle), 13, HPos::Left, label_colour)
}

/// The right edge of a class's column.
fn edge(class: Class) -> i32 {
    LEFT + i32::from(class as u8) * CLASS_WIDTH
}

/// The mark of a target: an upright line.
fn mark(area: &Area<'_>, x: i32, middle: i32) -> Drawn {
    let line = [(x, middle - ROW / 2 + 3), (x, middle + ROW / 2 - 3)];
    area.draw(&PathElement::new(line, BLACK.stroke_width(3)))?;
    Ok(())
}

fn shade(colour: Colour) -> RGBColor {
    let (red, green, blue) = colour.rgb();
    RGBColor(red, green, blue)
}
