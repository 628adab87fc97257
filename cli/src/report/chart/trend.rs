//! Means of one item at one section over time, with the limits of the classes.

use gb3838::report::{ClassLimitReport, SectionTrendReport};
use gb3838::{Class, Decimal, Item, Unit, report::Language};
use plotters::prelude::RGBColor;

use crate::program::language::choose;
use crate::report::chart::Chart;
use crate::report::chart::canvas::{self, Canvas, CutoffSide, Drawn, GREY, INK, LINE, cut};
use crate::report::chart::heat::short;

const WIDTH: i32 = 336;
const HEIGHT: i32 = 230;
const LEFT: i32 = 44;
const RIGHT: i32 = 272;
const TOP: i32 = 62;
const BOTTOM: i32 = 200;
const SERIES: RGBColor = RGBColor(0x1f, 0x4e, 0x8c);

/// The chart of one section.
pub(crate) fn draw(
    item: Item,
    trend: &SectionTrendReport,
    language: Language,
) -> Result<Chart, String> {
    let unit = match item.unit() {
        Unit::Dimensionless => String::new(),
        unit => language.in_brackets(unit),
    };
    let title = language.labelled(&trend.section, format_args!("{}{unit}", language.item(item)));
    let verdict = verdict(trend, language);
    let values: Vec<_> = trend
        .values
        .iter()
        .filter_map(|it| it.value.map(|value| format!("{} {value}", it.period)))
        .collect();
    let stop = choose(language, "。", ". ");
    let description = format!("{verdict}{stop}{}", language.list(values));
    let axis = Axis::of(trend);
    canvas::draw((WIDTH, HEIGHT), &title, &description, |canvas| {
        let shown = cut(&title, 15, WIDTH - 16);
        canvas.bold(&shown, (8, 18), 15, CutoffSide::Left, INK)?;
        canvas.text(&cut(&verdict, 12, WIDTH - 16), (8, 40), 12, CutoffSide::Left, GREY)?;
        canvas.frame((LEFT, TOP), (RIGHT, BOTTOM), LINE)?;
        for tick in [axis.low, axis.high] {
            let label = tick.to_string();
            canvas.text(&label, (LEFT - 6, axis.height(tick)), 12, CutoffSide::Right, GREY)?;
        }
        limits(canvas, trend, &axis, language)?;
        line(canvas, trend, &axis)
    })
}

/// What the trend is, in words.
fn verdict(trend: &SectionTrendReport, language: Language) -> String {
    let count = format!("n = {}", trend.count);
    match (trend.coefficient, trend.direction, trend.reason) {
        (Some(coefficient), Some(direction), _) => {
            let comma = choose(language, "，", ", ");
            let figures = format!("{count}{comma}rs = {coefficient}");
            language.labelled(figures, language.direction(direction))
        }
        (_, _, Some(reason)) => language.labelled(count, language.no_trend(reason)),
        _ => count,
    }
}

/// From which to which value the chart goes.
#[derive(Clone, Copy, Debug)]
struct Axis {
    low: Decimal,
    high: Decimal,
}

impl Axis {
    /// From zero to the next limit above every value, or to the greatest value; a pH from 0
    /// would show nothing, so that it begins below the least.
    fn of(trend: &SectionTrendReport) -> Self {
        let values = || trend.values.iter().filter_map(|it| it.value);
        let greatest = values().max().unwrap_or(Decimal::ZERO);
        let least = values().min().unwrap_or(Decimal::ZERO);
        let limits = || trend.limits.iter().map(|it| it.limit);
        let above = limits().filter(|limit| *limit > greatest).min();
        let is_range = trend.limits.iter().all(|it| it.class == Class::I) && limits().count() > 1;
        let low = if is_range { limits().min().unwrap_or(least).min(least) } else { Decimal::ZERO };
        Self { low, high: above.unwrap_or(greatest).max(greatest) }
    }

    /// Where a value stands.
    fn height(&self, value: Decimal) -> i32 {
        let (low, high) = (self.low.to_f64(), self.high.to_f64());
        let part = if high > low { (value.to_f64() - low) / (high - low) } else { 0.5 };
        // A part from 0 to 1 of some hundred pixels.
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a chart")]
        let pixels = (part * f64::from(BOTTOM - TOP - 10)).round() as i32;
        BOTTOM - pixels
    }
}

/// The limits within the axis; a label that would stand on another one is left out, those of
/// class III and IV last.
fn limits(
    canvas: &Canvas<'_>,
    trend: &SectionTrendReport,
    axis: &Axis,
    language: Language,
) -> Drawn {
    let within: Vec<&ClassLimitReport> =
        trend.limits.iter().filter(|it| axis.low <= it.limit && it.limit <= axis.high).collect();
    let mut labelled: Vec<i32> = Vec::new();
    let order = [Class::III, Class::IV, Class::V, Class::II, Class::I];
    for class in order {
        for limit in within.iter().filter(|limit| limit.class == class) {
            let height = axis.height(limit.limit);
            canvas.dashes(LEFT, RIGHT, height, GREY)?;
            if labelled.iter().all(|other| (other - height).abs() >= 14) {
                let label = format!("{} {}", short(class, language), limit.limit);
                canvas.text(&label, (RIGHT + 6, height), 12, CutoffSide::Left, INK)?;
                labelled.push(height);
            }
        }
    }
    Ok(())
}

/// The means; a line joins those of periods that follow each other.
fn line(canvas: &Canvas<'_>, trend: &SectionTrendReport, axis: &Axis) -> Drawn {
    let count = i32::try_from(trend.values.len()).unwrap_or(i32::MAX).max(1);
    let step = (RIGHT - LEFT) / count;
    let mut before = None;
    for (place, value) in (0..).zip(&trend.values) {
        let middle = LEFT + place * step + step / 2;
        let label = value.period.rsplit('-').next().unwrap_or(&value.period);
        canvas.text(label, (middle, BOTTOM + 16), 12, CutoffSide::Middle, GREY)?;
        let point = value.value.map(|value| (middle, axis.height(value)));
        if let (Some(before), Some(point)) = (before, point) {
            canvas.line(&[before, point], SERIES, 2)?;
        }
        before = point;
    }
    for (place, value) in (0..).zip(&trend.values) {
        if let Some(value) = value.value {
            canvas.dot((LEFT + place * step + step / 2, axis.height(value)), SERIES)?;
        }
    }
    Ok(())
}
