//! Shares of classes by year and by month, as stacked bars with their counts.

use gb3838::report::{PeriodReport, SharesReport};
use gb3838::{
    Class,
    report::{Language, RegionReport, Word},
};

use crate::program::language::choose;
use crate::report::chart::canvas::{
    self, Canvas, CutoffSide, Drawn, GREY, INK, PALE, shade, width,
};
use crate::report::chart::{Chart, narrow};

const TOP: i32 = 84;
const ROW: i32 = 46;
const LEFT: i32 = 84;
const BAR: i32 = 400;
const RIGHT: i32 = 190;
const SIZE: i32 = 13;

/// The three parts of a bar: what they are called and the class whose colour they have.
const PARTS: [(Word, Class); 2] =
    [(Word::GoodClasses, Class::III), (Word::MiddleClasses, Class::IV)];

/// The chart: the years, then the months of the year that have data.
pub(crate) fn draw(report: &RegionReport, language: Language) -> Result<Chart, String> {
    let with_data = report.months.iter().filter(|month| month.state.shares.is_some());
    let years: Vec<_> =
        if report.years.is_empty() { vec![&report.year] } else { report.years.iter().collect() };
    let periods: Vec<&PeriodReport> = years.into_iter().chain(with_data).collect();
    let rows = i32::try_from(periods.len()).map_err(|error| error.to_string())?;
    let title = language.word(Word::SharesByYear);
    let mut description = title.to_owned();
    for period in &periods {
        description.push_str(choose(language, "。", ". "));
        let said = in_words(period, language);
        description.push_str(&language.labelled(language.period(&period.period), said));
    }
    let size = (LEFT + BAR + RIGHT, TOP + rows * ROW + 8);
    let mut chart = canvas::draw(size, title, &description, |canvas| {
        canvas.bold(title, (8, 20), 16, CutoffSide::Left, INK)?;
        key(canvas, 52, language)?;
        for (place, period) in (0..).zip(&periods) {
            row(canvas, period, TOP + place * ROW, language)?;
        }
        Ok(())
    })?;
    let narrow = narrow::bars(&periods, language).map_err(|error| error.to_string())?;
    chart.narrow = Some(narrow);
    Ok(chart)
}

fn percent(percent: Option<gb3838::Decimal>) -> String {
    percent.map_or_else(String::new, |percent| percent.to_string())
}

/// The counts of a period with their shares.
fn in_words(period: &PeriodReport, language: Language) -> String {
    match parts_in_words(period, language) {
        Some(parts) => parts.join("  ·  "),
        None => language.word(Word::NoData).to_owned(),
    }
}

/// Each part of a bar in words; `None` without data.
pub(crate) fn parts_in_words(period: &PeriodReport, language: Language) -> Option<[String; 3]> {
    let shares = period.state.shares.as_ref()?;
    let part = |name: &str, count: u32, share| {
        let share = percent(share);
        let cell = language.filled(Word::CountAndShare, &[&count.to_string(), &share]);
        format!("{name} {cell}")
    };
    let SharesReport { good, middle, inferior_v, .. } = *shares;
    Some([
        part(language.word(Word::GoodClasses), good, shares.good_percent),
        part(language.word(Word::MiddleClasses), middle, shares.middle_percent),
        part(language.class(Class::InferiorV), inferior_v, shares.inferior_v_percent),
    ])
}

/// The parts of a bar: how many sections, and the class whose colour they have.
pub(crate) const fn parts(shares: &SharesReport) -> [(u32, Class); 3] {
    [(shares.good, Class::III), (shares.middle, Class::IV), (shares.inferior_v, Class::InferiorV)]
}

/// One bar with its counts beneath, and the state beside it.
fn row(canvas: &Canvas<'_>, period: &PeriodReport, top: i32, language: Language) -> Drawn {
    let middle = top + 11;
    canvas.text(&period.period, (LEFT - 10, middle), SIZE, CutoffSide::Right, INK)?;
    canvas.fill((LEFT, top), (LEFT + BAR, top + 22), PALE)?;
    if let Some(shares) = &period.state.shares {
        let of_all = |count: u32| {
            let share = i64::from(BAR) * i64::from(count) / i64::from(shares.assessed.max(1));
            i32::try_from(share).unwrap_or(BAR)
        };
        let mut counted = 0;
        for (count, class) in parts(shares).into_iter().filter(|(count, _)| *count > 0) {
            let (from, to) = (LEFT + of_all(counted), LEFT + of_all(counted + count));
            let (colour, ink) = shade(class);
            canvas.fill((from, top), (to, top + 22), colour)?;
            if to - from > width(&count.to_string(), SIZE) + 4 {
                let place = (i32::midpoint(from, to), middle);
                canvas.bold(&count.to_string(), place, SIZE, CutoffSide::Middle, ink)?;
            }
            counted += count;
        }
    }
    canvas.text(&in_words(period, language), (LEFT, top + 33), 12, CutoffSide::Left, GREY)?;
    let state = period.state.quality.map_or(language.word(Word::None), |it| language.quality(it));
    canvas.bold(state, (LEFT + BAR + 12, middle), SIZE, CutoffSide::Left, INK)
}

/// The colours with what they stand for.
fn key(canvas: &Canvas<'_>, middle: i32, language: Language) -> Drawn {
    let names = PARTS.map(|(word, class)| (language.word(word), class));
    let last = (language.class(Class::InferiorV), Class::InferiorV);
    let mut left = LEFT;
    for (name, class) in names.into_iter().chain([last]) {
        let (colour, _) = shade(class);
        canvas.fill((left, middle - 7), (left + 20, middle + 7), colour)?;
        canvas.text(name, (left + 26, middle), 12, CutoffSide::Left, INK)?;
        left += 26 + width(name, 12) + 22;
    }
    Ok(())
}
