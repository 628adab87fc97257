//! The places of the library that read text, and what follows a text that was read.

use std::collections::BTreeMap;

use gb3838::ground_water::GroundWaterItem;
use gb3838::lake::TrophicParameter;
use gb3838::plan::{Plan, Returns};
use gb3838::report::PlanReport;
use gb3838::sheet::{Heading, Layout, RowKind, SpelledUnit, StationState, TableTime, Waters};
use gb3838::source::SourceItem;
use gb3838::sums::SumSnapshot;
use gb3838::{
    Accumulator, Averaging, Class, Classifier, Date, Decimal, Fraction, Item, ItemMap, ItemSet,
    Measurement, Month, Notation, Period, Reading, Series, SumTable, Timestamp, Unit, WaterBody,
};

use crate::random::{Random, tried};
use crate::{documents, texts};

/// Readings and what is made of them.
pub(crate) fn cell(random: &mut Random) -> String {
    let text = texts::text(random);
    let item = Item::ALL[random.below(24)];
    let mut notation = Notation::new()
        .with_any_letters_void(random.one_in(2))
        .with_negative_is_below(random.one_in(2))
        .with_no_value_words(&["停电", "NULL"]);
    if let Ok(limit) = texts::text(random).parse() {
        notation = notation.with_detection_limit(limit);
    }
    if let Ok(reading) = notation.parse(&text, item) {
        follow(random, item, reading);
    }
    let source = SourceItem::ALL[random.below(SourceItem::ALL.len())];
    if let Ok(reading) = notation.parse_source(&text, source) {
        tried(source.judge(&reading.into()));
    }
    tried(notation.parse_ground_water(&text, GroundWaterItem::ALL[random.below(39)]));
    text
}

/// A reading that was read: converted, classed, summed, averaged, printed.
fn follow(random: &mut Random, item: Item, reading: Reading) {
    let body = WaterBody::ALL[random.below(2)];
    for classifier in [Classifier::for_readings(body), Classifier::for_means(body)] {
        tried(classifier.judge(item, &Measurement::from(reading)));
        let measured = ItemMap::from_iter([(item, Measurement::from(reading))]);
        if let Ok(section) = classifier.assess(&measured) {
            let options = gb3838::section::PollutionItemsOptions::DOCUMENT_22;
            let _ = section.items_worse_than(Class::II, &options).iter().count();
        }
    }
    let mut sum = Accumulator::new(item);
    for _ in 0..=random.below(3) {
        if sum.add(&reading).is_err() {
            return;
        }
        if let Ok(Some(mean)) = sum.mean() {
            tried(mean.round(item.assessment_decimals()));
        }
    }
    tried(sum.remove(&reading));
    tried(reading.convert(Item::ALL[random.below(24)].unit(), item.unit()));
    let mut series = Series::new();
    if let Ok(day) = Date::new(2024, 2, 29) {
        tried(series.add(day, item, &reading));
        tried(series.mean(item, &Period::month(day.month()), Averaging::MonthsFirst));
    }
}

/// Headings, their columns and cells; names of all kinds.
pub(crate) fn heading(random: &mut Random) -> String {
    let text = texts::text(random);
    for waters in [Waters::Surface, Waters::Ground] {
        if let Heading::Measured(column) = Heading::read(&text, waters) {
            let cell = texts::text(random);
            let notation = Notation::new().with_any_letters_void(random.one_in(2));
            tried(column.read_cell(&cell, &notation).map(|cell| cell.reading()));
        }
    }
    tried(text.parse::<Item>());
    tried(text.parse::<SourceItem>());
    tried(text.parse::<GroundWaterItem>());
    tried(text.parse::<ItemSet>());
    tried(text.parse::<Unit>());
    tried(text.parse::<SpelledUnit>());
    tried(text.parse::<Class>());
    tried(text.parse::<WaterBody>());
    tried(text.parse::<StationState>());
    tried(text.parse::<TrophicParameter>());
    let _ = RowKind::of_label(&text);
    text
}

/// Dates and numbers.
pub(crate) fn date(random: &mut Random) -> String {
    let text = texts::text(random);
    if let Ok(time) = text.parse::<TableTime>() {
        tried(Period::twelve_months_to(time.month()));
        let _ = time.timestamp();
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        let day = time.date();
        let _ = (Period::week_of(day), Period::ten_days_of(day), Period::half_year_of(day));
        tried(day.checked_add_days(i32::try_from(random.next() >> 32).unwrap_or(i32::MAX)));
        tried(day.month().later(u32::try_from(random.next() >> 32).unwrap_or(u32::MAX)));
    }
    tried(text.parse::<Date>());
    tried(text.parse::<Month>());
    if let Ok(number) = text.parse::<Decimal>() {
        let other = Fraction::from(number);
        tried((other.checked_mul(&other), other.checked_add(&other), other.checked_sub(&other)));
        for decimals in [0, 1, 17, 18, u8::MAX] {
            let _ = (number.round(decimals), number.round_keeping_digit(decimals));
            tried(other.round(decimals));
        }
        tried((number.to_string(), number.to_f64()));
    }
    text
}

/// A table of rows.
pub(crate) fn layout(random: &mut Random) -> String {
    let rows = documents::rows(random);
    for waters in [Waters::Surface, Waters::Ground] {
        let layout = Layout::detect(&rows, waters);
        for row in &rows {
            let _ = (layout.time_of(row), layout.row_kind(row));
        }
    }
    documents::csv(&rows)
}

/// A plan, what is reported to it, and its readings.
pub(crate) fn plan(random: &mut Random, plans: &[&str], reported: &str) -> String {
    let place = random.below(plans.len());
    let text = documents::changed(random, plans[place]);
    let told = documents::changed(random, reported);
    let Ok(plan) = serde_json::from_str::<Plan>(&text) else { return text };
    if plan.validate().is_err() {
        return text;
    }
    let Ok(day) = Date::new(2024, 12, 31) else { return text };
    let mut readings = BTreeMap::new();
    for section in &plan.sections {
        let mut series = Series::new();
        for _ in 0..random.below(4) {
            let item = Item::ALL[random.below(24)];
            if let Ok(reading) = Reading::parse(&texts::text(random), item) {
                tried(series.add(day, item, &reading));
            }
        }
        readings.insert(section.name.clone(), series);
    }
    let assessment = plan.assess(&readings, &Period::year(plan.year));
    if let Ok(assessment) = &assessment {
        tried(serde_json::to_string(&PlanReport::from(assessment)));
    }
    let told_form = serde_json::from_str::<Returns>(&told);
    if let Ok(returns) = told_form
        && let Ok(progress) = plan.progress(&returns, day)
    {
        tried((progress.by_county(), progress.by_office(), progress.unused().len()));
        if let Ok(assessment) = &assessment {
            let progress = progress.with_sections(assessment);
            let gaps = progress.tasks().iter().map(|task| progress.gaps_of(task).len());
            let _ = gaps.sum::<usize>();
        }
    }
    format!("{text}\n{told}")
}

/// A snapshot of sums.
pub(crate) fn snapshot(random: &mut Random, snapshot: &str) -> String {
    let text = documents::changed(random, snapshot);
    let Ok(snapshot) = serde_json::from_str::<SumSnapshot>(&text) else { return text };
    // A table is as large as its shape says: the caller of this form bounds it, as here.
    if snapshot.sections.saturating_mul(snapshot.periods) > 100_000 {
        return text;
    }
    let Ok(mut sums) = SumTable::try_from(&snapshot) else { return text };
    let again = sums.snapshot();
    assert!(SumTable::try_from(&again).as_ref() == Ok(&sums), "a table differs from its snapshot");
    for section in 0..sums.sections().min(4) {
        for period in 0..sums.periods().min(12) {
            for item in sums.items().iter() {
                tried(sums.mean(section, period, item));
            }
            let item = Item::ALL[random.below(24)];
            if let Ok(reading) = Reading::parse(&texts::text(random), item) {
                tried(sums.add_reading(section, period, item, &reading));
                tried(sums.remove_reading(section, period, item, &reading));
            }
        }
    }
    tried(sums.merge(&sums.clone()));
    text
}

/// Cases of a suite, answered line by line.
pub(crate) fn suite(random: &mut Random, cases: &[String]) -> String {
    let place = random.below(cases.len());
    let text = documents::changed(random, &cases[place]);
    let line = text.replace('\n', " ");
    let mut out = Vec::new();
    tried(gb3838_cli::conformance::answer_all(line.as_bytes(), &mut out));
    line
}
