//! Means of periods: the four orders, points of lakes, non-detects, counts, sufficiency.

use gb3838::{
    Averaging, Date, Fraction, Item, Mean, Period, Reading, Series, Year,
    mean::BelowLimitPrint,
    time::{Requirement, SamplingGap},
};

const AMMONIA: Item = Item::AmmoniaNitrogen;

fn series_at(entries: &[(&str, &str, &str)]) -> Series {
    let mut series = Series::new();
    for (point, day, cell) in entries {
        let reading = Reading::parse(cell, AMMONIA).unwrap();
        series.add_at(point, day.parse().unwrap(), AMMONIA, &reading).unwrap();
    }
    series
}

fn series(entries: &[(&str, &str)]) -> Series {
    let entries: Vec<_> = entries.iter().map(|(day, cell)| ("", *day, *cell)).collect();
    series_at(&entries)
}

fn mean(series: &Series, period: &Period, averaging: Averaging) -> Mean {
    series.mean(AMMONIA, period, averaging).unwrap().unwrap()
}

/// The exact value as a fraction in lowest terms.
fn exact(mean: &Mean) -> Fraction {
    mean.value().exact().unwrap()
}

fn ratio(numerator: i64, denominator: i64) -> Fraction {
    Fraction::ratio(numerator, denominator).unwrap()
}

fn year() -> Period {
    Period::year(Year::new(2026).unwrap())
}

/// January: 0.1, 0.2 on one day, 0.6 on another; February: 0.7.
#[test]
fn the_four_orders_of_averaging_differ() {
    let series = series(&[
        ("2026-01-05", "0.1"),
        ("2026-01-05", "0.2"),
        ("2026-01-20", "0.6"),
        ("2026-02-07", "0.7"),
    ]);
    let of = |averaging| exact(&mean(&series, &year(), averaging));
    // (0.1 + 0.2 + 0.6 + 0.7) / 4 = 1.6 / 4 = 0.4
    assert_eq!(of(Averaging::Pooled), ratio(2, 5));
    // January 0.9 / 3 = 0.3, February 0.7: (0.3 + 0.7) / 2 = 0.5
    assert_eq!(of(Averaging::MonthsFirst), ratio(1, 2));
    // Days 0.15, 0.6, 0.7: 1.45 / 3 = 29/60
    assert_eq!(of(Averaging::DaysFirst), ratio(29, 60));
    // January (0.15 + 0.6) / 2 = 0.375, February 0.7: 1.075 / 2 = 0.5375 = 43/80
    assert_eq!(of(Averaging::DaysThenMonths), ratio(43, 80));
    assert_eq!(mean(&series, &year(), Averaging::DaysFirst).averaging(), Averaging::DaysFirst);
}

/// No rounding on the way: 1/3 and 0.5 give 5/12.
#[test]
fn nothing_is_rounded_on_the_way() {
    let series = series(&[
        ("2026-01-01", "0.3"),
        ("2026-01-02", "0.3"),
        ("2026-01-03", "0.4"),
        ("2026-02-01", "0.5"),
    ]);
    let mean = mean(&series, &year(), Averaging::MonthsFirst);
    assert_eq!(exact(&mean), ratio(5, 12));
    assert_eq!(mean.round(4).unwrap().to_string(), "0.4167");
}

/// A lake: over time at each point, then over the points; pooling counts the north thrice.
#[test]
fn a_lake_is_averaged_over_time_then_over_points() {
    let series = series_at(&[
        ("north", "2026-01-05", "0.2"),
        ("north", "2026-01-15", "0.2"),
        ("north", "2026-01-25", "0.2"),
        ("south", "2026-01-05", "1.0"),
    ]);
    let month = Period::month("2026-01-05".parse::<Date>().unwrap().month());
    let lake = mean(&series, &month, Averaging::Pooled);
    // (0.2 + 1.0) / 2 = 0.6; pooled over all samples 1.6 / 4 = 0.4.
    assert_eq!(exact(&lake), ratio(3, 5));
    assert_eq!((lake.points(), lake.count()), (2, 4));
    let samples = series.total(AMMONIA, &month).unwrap();
    assert_eq!(samples.mean().unwrap().unwrap().exact(), Some(ratio(2, 5)));
}

/// Each point's year is the mean of its own months; a point without a value is no point.
#[test]
fn each_point_has_its_own_months() {
    let series = series_at(&[
        ("north", "2026-01-05", "0.1"),
        ("north", "2026-01-06", "0.3"),
        ("north", "2026-02-05", "0.6"),
        ("south", "2026-02-05", "1.0"),
        ("east", "2026-02-05", "--"),
    ]);
    let lake = mean(&series, &year(), Averaging::MonthsFirst);
    // North ((0.1 + 0.3) / 2 + 0.6) / 2 = 0.4, south 1.0: 0.7.
    assert_eq!(exact(&lake), ratio(7, 10));
    // The point with the fewest months has one.
    assert_eq!((lake.points(), lake.months(), lake.missing_count()), (2, 1, 1));
}

/// Half the detection limit enters mean, minimum and maximum.
#[test]
fn half_the_detection_limit_is_a_value() {
    let series = series(&[
        ("2026-01-01", "0.05L"),
        ("2026-01-02", "0.04"),
        ("2026-01-03", "0.10L"),
        ("2026-01-04", "--"),
        ("2026-01-05", "0.3Z"),
    ]);
    let mean = mean(&series, &year(), Averaging::Pooled);
    // (0.025 + 0.04 + 0.05) / 3 = 0.115 / 3 = 23/600
    assert_eq!(exact(&mean), ratio(23, 600));
    assert_eq!(
        (mean.least().to_string(), mean.greatest().to_string()),
        ("0.025".into(), "0.05".into())
    );
    assert_eq!((mean.count(), mean.below_count(), mean.missing_count()), (3, 2, 2));
}

/// 海门湾 prints half of 0.005 as 0.0025; published tables print 0.005L.
#[test]
fn a_mean_below_the_detection_limit_prints_in_two_forms() {
    let low = series(&[("2026-01-01", "0.005L"), ("2026-01-02", "0.005L")]);
    let low = mean(&low, &year(), Averaging::Pooled);
    let print = |mean: &Mean, decimals, form| mean.printed(decimals, form).unwrap().to_string();
    assert_eq!(print(&low, 4, BelowLimitPrint::Value), "0.0025");
    assert_eq!(print(&low, 4, BelowLimitPrint::LimitWithLetter), "0.005L");
    // A mean that reaches its detection limit prints as a value: (0.025 + 0.075) / 2.
    let at = series(&[("2026-01-01", "0.05L"), ("2026-01-02", "0.075")]);
    let at = mean(&at, &year(), Averaging::Pooled);
    assert_eq!(print(&at, 2, BelowLimitPrint::LimitWithLetter), "0.05");
    // Without a non-detect there is no limit to print.
    let values = series(&[("2026-01-01", "0.001")]);
    let values = mean(&values, &year(), Averaging::Pooled);
    assert_eq!(print(&values, 3, BelowLimitPrint::LimitWithLetter), "0.001");
}

/// Periods take their own days and no others.
#[test]
fn only_the_days_of_the_period_count() {
    let series = series(&[("2025-12-31", "9"), ("2026-03-31", "0.2"), ("2026-04-01", "0.4")]);
    let quarter = Period::quarter_of("2026-02-01".parse().unwrap());
    assert_eq!(exact(&mean(&series, &quarter, Averaging::MonthsFirst)), ratio(1, 5));
    let empty = Period::quarter_of("2026-08-01".parse().unwrap());
    assert_eq!(series.mean(AMMONIA, &empty, Averaging::Pooled).unwrap(), None);
    assert_eq!(series.mean(Item::Lead, &quarter, Averaging::Pooled).unwrap(), None);
    assert_eq!(series.span().unwrap().0.to_string(), "2025-12-31");
}

/// One sample in each of so many months.
fn months(count: u8) -> Series {
    let days: Vec<_> = (1..=count).map(|month| format!("2026-{month}-15")).collect();
    series(&days.iter().map(|day| (day.as_str(), "0.1")).collect::<Vec<_>>())
}

/// Twelve months make a year, eight with a declared gap; the mean is returned either way.
#[test]
fn a_year_needs_twelve_months_or_eight_with_a_reason() {
    for (count, gap, sufficient) in [
        (12, None, true),
        (11, None, false),
        (8, None, false),
        (12, Some(SamplingGap::Ice), true),
        (8, Some(SamplingGap::Ice), true),
        (8, Some(SamplingGap::Drought), true),
        (7, Some(SamplingGap::Ice), false),
    ] {
        let series = match gap {
            Some(gap) => months(count).with_sampling_gap(gap),
            None => months(count),
        };
        let mean = mean(&series, &year(), Averaging::MonthsFirst);
        assert_eq!(exact(&mean), ratio(1, 10));
        let sufficiency = mean.sufficiency();
        assert_eq!(sufficiency.is_sufficient(), sufficient, "{count} {gap:?}");
        assert_eq!(sufficiency.found(), u32::from(count));
        let needed = if gap.is_some() { 8 } else { 12 };
        assert_eq!(sufficiency.requirement(), Requirement::Months(needed));
    }
}

/// A month needs one sample, a quarter two; a cell without a value is no sample.
#[test]
fn a_month_needs_one_sample_and_a_quarter_two() {
    let one = series(&[("2026-01-15", "0.1"), ("2026-02-15", "--")]);
    let two = series(&[("2026-01-15", "0.1"), ("2026-01-16", "0.1")]);
    let quarter = Period::quarter_of("2026-01-01".parse().unwrap());
    let month = Period::month("2026-01-01".parse::<Date>().unwrap().month());
    let sufficient = |series: &Series, period: &Period| {
        mean(series, period, period.averaging()).sufficiency().is_sufficient()
    };
    assert!(sufficient(&one, &month));
    assert!(!sufficient(&one, &quarter));
    assert!(sufficient(&two, &quarter));
}

/// A refused reading leaves no day and no item behind.
#[test]
fn a_refused_reading_leaves_no_trace() {
    let mut series = Series::new();
    let day = "2026-01-01".parse().unwrap();
    let impossible = Reading::Value("-2".parse().unwrap());
    assert!(series.add(day, Item::Copper, &impossible).is_err());
    assert_eq!(series, Series::new());
    assert_eq!(series.span(), None);
}
