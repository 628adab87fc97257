//! Series of items beside the 24: the same means as those of the 24, and verdicts on them.

use gb3838::{
    Averaging, Date, Fraction, Item, Month, Period, Reading, Series, Year,
    error::OtherSeriesError,
    mean::{OtherItem, OtherSeries},
    source::{SourceItem, SourceJudgement},
};
use proptest::prelude::*;

fn year() -> Period {
    Period::year(Year::new(2026).unwrap())
}

fn day(month: u8, day: u8) -> Date {
    Date::new(2026, month, day).unwrap()
}

fn below(limit: &str) -> Reading {
    Reading::Below(limit.parse().unwrap())
}

fn value(number: &str) -> Reading {
    Reading::Value(number.parse().unwrap())
}

/// January 0.2 and 0.4, February below 0.1: months first (0.3 + 0.05) / 2 = 0.175, pooled
/// 0.65 / 3; the limit of iron is 0.3.
#[test]
fn months_and_means_of_a_source() {
    let mut series = OtherSeries::new();
    let iron = SourceItem::Iron;
    for (on, reading) in
        [(day(1, 5), value("0.2")), (day(1, 20), value("0.4")), (day(2, 7), below("0.1"))]
    {
        series.add(on, iron, &reading).unwrap();
    }
    let mean = |averaging| series.mean(iron, &year(), averaging).unwrap().unwrap();
    let of_months = mean(Averaging::MonthsFirst);
    assert_eq!(of_months.value(), &Fraction::ratio(7, 40).unwrap());
    assert_eq!(mean(Averaging::Pooled).value(), &Fraction::ratio(13, 60).unwrap());
    assert_eq!((of_months.count(), of_months.below_count(), of_months.months()), (3, 1, 2));
    let enough = of_months.sufficiency();
    assert_eq!((enough.found(), enough.is_sufficient()), (2, false));
    assert!(matches!(iron.judge(&of_months.into()), Ok(SourceJudgement::Passed(_))));
    let january = Period::month(Month::new(Year::new(2026).unwrap(), 1).unwrap());
    let mean = series.mean(iron, &january, january.averaging()).unwrap().unwrap();
    assert_eq!(mean.round(2).unwrap().to_string(), "0.30");
    assert!(series.mean(SourceItem::Manganese, &year(), Averaging::Pooled).unwrap().is_none());
}

/// Acetaldehyde below 0.24 all year proves nothing against 0.05.
#[test]
fn a_year_below_detection_is_undecidable() {
    let mut series = OtherSeries::new();
    for month in 1..=12 {
        series.add(day(month, 5), SourceItem::Acetaldehyde, &below("0.24")).unwrap();
    }
    let mean = series.mean(SourceItem::Acetaldehyde, &year(), Averaging::MonthsFirst);
    let mean = mean.unwrap().unwrap();
    assert!(mean.sufficiency().is_sufficient());
    assert_eq!(mean.detection_limit().unwrap().to_string(), "0.24");
    let judged = SourceItem::Acetaldehyde.judge(&mean.into()).unwrap();
    assert!(matches!(judged, SourceJudgement::Undecidable { .. }));
}

#[test]
fn an_impossible_amount_is_refused_by_its_name() {
    let mut series = OtherSeries::new();
    let error = series.add(day(1, 1), OtherItem::ChlorophyllA, &value("-1")).unwrap_err();
    assert!(matches!(error, OtherSeriesError::Impossible(_)));
    assert!(error.to_string().contains("chlorophyll-a"), "{error}");
    assert_eq!(series.items().count(), 0);
}

/// A point, a month, a day, hundredths, and whether it is below them.
type Cell = (usize, u8, u8, i64, bool);

fn some_cells() -> impl Strategy<Value = Vec<Cell>> {
    let one = (0_usize..3, 1_u8..=12, 1_u8..=28, 1_i64..2_000, any::<bool>());
    proptest::collection::vec(one, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// As the series of an item of the 24, in every order of averaging, whole or merged.
    #[test]
    fn others_are_averaged_as_the_24(cells in some_cells(), cut in 0_usize..60) {
        let (mut of_24, mut whole) = (Series::new(), OtherSeries::new());
        let mut parts = [OtherSeries::new(), OtherSeries::new()];
        let clear = OtherItem::Transparency;
        for (place, (point, month, on, hundredths, is_below)) in cells.iter().enumerate() {
            let number = gb3838::Decimal::new(*hundredths, 2).unwrap();
            let reading =
                if *is_below { Reading::Below(number) } else { Reading::Value(number) };
            let (point, on) = (["a", "b", "c"][*point], day(*month, *on));
            of_24.add_at(point, on, Item::Lead, &reading).unwrap();
            whole.add_at(point, on, clear, &reading).unwrap();
            parts[usize::from(place >= cut)].add_at(point, on, clear, &reading).unwrap();
        }
        let [mut merged, rest] = parts;
        merged.merge(&rest).unwrap();
        prop_assert_eq!(&merged, &whole);
        for averaging in [
            Averaging::MonthsFirst,
            Averaging::Pooled,
            Averaging::DaysFirst,
            Averaging::DaysThenMonths,
        ] {
            let wanted = of_24.mean(Item::Lead, &year(), averaging).unwrap().unwrap();
            let found = whole.mean(clear, &year(), averaging).unwrap().unwrap();
            prop_assert_eq!(Some(*found.value()), wanted.value().exact());
            prop_assert_eq!(found.sufficiency(), wanted.sufficiency());
            prop_assert_eq!(found.extremes(), (wanted.least(), wanted.greatest()));
            prop_assert_eq!(found.detection_limit(), wanted.detection_limit());
            prop_assert_eq!(
                (found.count(), found.below_count(), found.months(), found.points()),
                (wanted.count(), wanted.below_count(), wanted.months(), wanted.points())
            );
        }
        let counts = whole.counts(clear, &year()).unwrap();
        prop_assert_eq!(counts.values as usize, cells.len());
        prop_assert_eq!(counts.below as usize, cells.iter().filter(|cell| cell.4).count());
    }
}
