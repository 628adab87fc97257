//! Periods: first and last day, what belongs to them, how they print.

use gb3838::{
    Averaging, Date, Month, Period, Year,
    time::{MonthSet, Requirement, SamplingGap},
};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn month(year: u16, number: u8) -> Month {
    Month::new(Year::new(year).unwrap(), number).unwrap()
}

#[track_caller]
fn assert_period(period: Period, first: &str, last: &str, printed: &str) {
    assert_eq!(period.first_day(), date(first));
    assert_eq!(period.last_day(), date(last));
    assert!(period.contains(date(first)) && period.contains(date(last)));
    assert_eq!(period.to_string(), printed);
}

/// Monday to Sunday; days of the week from the calendar on the wall.
#[test]
fn a_week_begins_on_monday() {
    // 1 January 2026 is a Thursday, 26 August 2026 a Wednesday, 29 February 2024 a Thursday.
    for (day, first, last) in [
        ("2026-01-01", "2025-12-29", "2026-01-04"),
        ("2026-01-04", "2025-12-29", "2026-01-04"),
        ("2026-01-05", "2026-01-05", "2026-01-11"),
        ("2026-08-26", "2026-08-24", "2026-08-30"),
        ("2024-02-29", "2024-02-26", "2024-03-03"),
        // 1 January 2000 was a Saturday, 1 January 1900 a Monday.
        ("2000-01-01", "1999-12-27", "2000-01-02"),
        ("1900-01-01", "1900-01-01", "1900-01-07"),
    ] {
        let week = Period::week_of(date(day));
        assert_period(week, first, last, &format!("{first}..{last}"));
        assert!(week.contains(date(day)));
    }
    assert!(!Period::week_of(date("2026-01-01")).contains(date("2026-01-05")));
}

#[test]
fn ten_days_end_with_the_month() {
    for (day, first, last) in [
        ("2026-02-01", "2026-02-01", "2026-02-10"),
        ("2026-02-10", "2026-02-01", "2026-02-10"),
        ("2026-02-11", "2026-02-11", "2026-02-20"),
        ("2026-02-20", "2026-02-11", "2026-02-20"),
        ("2026-02-21", "2026-02-21", "2026-02-28"),
        ("2024-02-29", "2024-02-21", "2024-02-29"),
        ("2026-08-31", "2026-08-21", "2026-08-31"),
    ] {
        assert_period(Period::ten_days_of(date(day)), first, last, &format!("{first}..{last}"));
    }
}

#[test]
fn months_quarters_and_years_have_their_days() {
    assert_period(Period::day(date("2026-09-02")), "2026-09-02", "2026-09-02", "2026-09-02");
    assert_period(Period::month(month(2024, 2)), "2024-02-01", "2024-02-29", "2024-02");
    for (day, first, last, name) in [
        ("2026-01-01", "2026-01-01", "2026-03-31", "2026-Q1"),
        ("2026-03-31", "2026-01-01", "2026-03-31", "2026-Q1"),
        ("2026-04-01", "2026-04-01", "2026-06-30", "2026-Q2"),
        ("2026-09-30", "2026-07-01", "2026-09-30", "2026-Q3"),
        ("2026-12-31", "2026-10-01", "2026-12-31", "2026-Q4"),
    ] {
        assert_period(Period::quarter_of(date(day)), first, last, name);
    }
    assert_period(Period::half_year_of(date("2019-06-30")), "2019-01-01", "2019-06-30", "2019-H1");
    assert_period(Period::half_year_of(date("2019-07-01")), "2019-07-01", "2019-12-31", "2019-H2");
    let year = Period::year(Year::new(2026).unwrap());
    assert_period(year, "2026-01-01", "2026-12-31", "2026");
    assert!(!year.contains(date("2025-12-31")) && !year.contains(date("2027-01-01")));
    assert_period(
        Period::year_to_date(month(2026, 9)),
        "2026-01-01",
        "2026-09-30",
        "2026-01..2026-09",
    );
}

/// A low-flow season crosses the new year.
#[test]
fn a_season_may_cross_the_new_year() {
    let low_flow = MonthSet::new(&[11, 12, 1, 2]).unwrap();
    let season = Period::season(month(2025, 5), low_flow).unwrap();
    for inside in ["2025-11-01", "2025-12-31", "2026-01-01", "2026-02-28"] {
        assert!(season.contains(date(inside)), "{inside}");
    }
    for outside in
        ["2025-01-15", "2025-02-28", "2025-05-01", "2025-10-31", "2026-03-01", "2026-11-01"]
    {
        assert!(!season.contains(date(outside)), "{outside}");
    }
    assert_eq!(season.first_day(), date("2025-05-01"));
    assert_eq!(season.last_day(), date("2026-04-30"));
    assert_eq!(season.to_string(), "2025-05..2026-04 (months 1 2 11 12)");
    assert!(Period::season(month(2025, 5), MonthSet::new(&[]).unwrap()).is_err());
    assert!(MonthSet::new(&[0]).is_err() && MonthSet::new(&[13]).is_err());
    assert_eq!(MonthSet::new(&[1, 1, 2]).unwrap().len(), 2);
}

#[test]
fn a_span_stands_in_order() {
    let span = Period::span(date("2026-08-26"), date("2026-09-13")).unwrap();
    assert_period(span, "2026-08-26", "2026-09-13", "2026-08-26..2026-09-13");
    assert!(span.contains(date("2026-09-01")) && !span.contains(date("2026-09-14")));
    assert!(Period::span(date("2026-09-13"), date("2026-09-12")).is_err());
    assert!(Period::span(date("2026-09-13"), date("2026-09-13")).is_ok());
}

/// The defaults of the rule book: short periods pooled, longer ones by the mean of months.
#[test]
fn each_period_has_its_default_order_and_need() {
    let day = date("2026-09-02");
    let set = MonthSet::new(&[4, 5, 6]).unwrap();
    let (pooled, by_month) = (Averaging::Pooled, Averaging::MonthsFirst);
    for (period, averaging, need) in [
        (Period::day(day), pooled, Requirement::Samples(1)),
        (Period::week_of(day), pooled, Requirement::Samples(1)),
        (Period::ten_days_of(day), pooled, Requirement::Samples(1)),
        (Period::month(day.month()), pooled, Requirement::Samples(1)),
        (Period::quarter_of(day), by_month, Requirement::Samples(2)),
        (Period::half_year_of(day), by_month, Requirement::Months(6)),
        (Period::year(day.year()), by_month, Requirement::Months(12)),
        (Period::year_to_date(day.month()), by_month, Requirement::Months(9)),
        (Period::season(month(2026, 1), set).unwrap(), by_month, Requirement::Months(3)),
    ] {
        assert_eq!(period.averaging(), averaging, "{period}");
        assert_eq!(period.requirement(None), need, "{period}");
    }
    // Eight months make a year only with a declared reason.
    for gap in [SamplingGap::Ice, SamplingGap::Drought] {
        let year = Period::year(day.year());
        assert_eq!(year.requirement(Some(gap)), Requirement::Months(8));
        assert_eq!(Period::quarter_of(day).requirement(Some(gap)), Requirement::Samples(2));
    }
}
