//! The trophic level index of each lake, on a scale with the bounds of its grades.

use gb3838::report::LakeReport;
use gb3838::{
    Decimal,
    report::{Language, RegionReport, Word},
};
use plotters::prelude::RGBColor;

use crate::report::chart::Chart;
use crate::report::chart::canvas::{
    self, Canvas, CutoffSide, Drawn, GREY, INK, LINE, PALE, cut, width,
};

const TOP: i32 = 72;
const ROW: i32 = 30;
const SIZE: i32 = 13;
const WIDEST: i32 = 240;
const SCALE: i32 = 400;
const RIGHT: i32 = 190;
const BAR: RGBColor = RGBColor(0x3b, 0x7d, 0x8c);

/// The bounds of the grades, as the axis shows them.
const BOUNDS: [i32; 6] = [0, 30, 50, 60, 70, 100];

/// The chart; none where no lake has an index.
pub(crate) fn draw(report: &RegionReport, language: Language) -> Result<Option<Chart>, String> {
    let lakes: Vec<_> = report.lakes.iter().filter(|lake| lake.index.is_some()).collect();
    if lakes.is_empty() {
        return Ok(None);
    }
    let names: Vec<_> = lakes.iter().map(|lake| lake.title(language)).collect();
    let left = names.iter().map(|name| width(name, SIZE)).max().unwrap_or(0).min(WIDEST) + 18;
    let rows = i32::try_from(lakes.len()).map_err(|error| error.to_string())?;
    let bottom = TOP + rows * ROW;
    let period = language.in_brackets(language.period(&report.year.period));
    let title = format!("{}{period}", language.word(Word::TrophicState));
    let words: Vec<_> = names
        .iter()
        .zip(&lakes)
        .map(|(name, lake)| format!("{name} {}", grade(lake, language)))
        .collect();
    let chart = canvas::draw(
        (left + SCALE + RIGHT, bottom + 12),
        &title,
        &language.list(words),
        |canvas| {
            canvas.bold(&title, (8, 20), 16, CutoffSide::Left, INK)?;
            canvas.fill((left, TOP), (left + SCALE, bottom), PALE)?;
            for bound in BOUNDS {
                let x = left + bound * SCALE / 100;
                canvas.line(&[(x, TOP - 4), (x, bottom)], LINE, 1)?;
                canvas.text(&bound.to_string(), (x, TOP - 14), 12, CutoffSide::Middle, GREY)?;
            }
            let head = language.word(Word::TrophicIndex);
            canvas.text(head, (left - 10, TOP - 14), 12, CutoffSide::Right, GREY)?;
            for (place, (name, lake)) in (0..).zip(names.iter().zip(&lakes)) {
                row(canvas, name, lake, (left, TOP + place * ROW), language)?;
            }
            Ok(())
        },
    )?;
    Ok(Some(chart))
}

fn grade(lake: &LakeReport, language: Language) -> String {
    let index = lake.index.map_or_else(String::new, |index| index.to_string());
    let grade = lake.grade.map_or(language.word(Word::None), |it| language.trophic_grade(it));
    format!("{index} {grade}")
}

fn row(
    canvas: &Canvas<'_>,
    name: &str,
    lake: &LakeReport,
    (left, top): (i32, i32),
    language: Language,
) -> Drawn {
    let middle = top + ROW / 2;
    canvas.text(&cut(name, SIZE, WIDEST), (left - 10, middle), SIZE, CutoffSide::Right, INK)?;
    let index = lake.index.map_or(0.0, Decimal::to_f64).clamp(0.0, 100.0);
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a chart")]
    let end = left + (index * f64::from(SCALE) / 100.0).round() as i32;
    canvas.fill((left, top + 7), (end, top + ROW - 7), BAR)?;
    canvas.bold(&grade(lake, language), (left + SCALE + 12, middle), SIZE, CutoffSide::Left, INK)
}
