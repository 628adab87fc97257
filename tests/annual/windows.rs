//! Windows over months, by hand: twelve months, the year to date, a year ago, months met.

use gb3838::{
    Averaging, Class, Classifier, Item, ItemSet, Month, Period, Series, SumTable, Target,
    WaterBody, Year,
    sums::{MonthAxis, SumSpan},
    target::MonthsMet,
    time::Requirement,
};

use crate::{number, reading as read};

fn month(year: u16, number: u8) -> Month {
    Month::new(Year::new(year).unwrap(), number).unwrap()
}

/// TP of 0.01 in January 2025, 0.02 in February, … 0.15 in March 2026.
fn fifteen_months() -> (SumTable, Series) {
    let item = Item::TotalPhosphorus;
    let mut table = SumTable::new(1, 15, ItemSet::FIVE).unwrap();
    let mut series = Series::new();
    let axis = MonthAxis::from(month(2025, 1));
    for period in 0..15 {
        let cell = read(&format!("0.{:02}", period + 1), item);
        table.add_reading(0, period, item, &cell).unwrap();
        series.add(axis.month(period).unwrap().first_day(), item, &cell).unwrap();
    }
    (table, series)
}

#[test]
fn windows_are_means_of_their_months() {
    let (table, series) = fifteen_months();
    let axis = MonthAxis::from(month(2025, 1));
    let march = month(2026, 3);
    let item = Item::TotalPhosphorus;
    let of_table = |span: &SumSpan| {
        table.span_mean(&[0], item, span).unwrap().unwrap().round(3).unwrap().to_string()
    };
    let of_series = |period: &Period| {
        let mean = series.mean(item, period, period.averaging()).unwrap().unwrap();
        mean.round(3).unwrap().to_string()
    };
    // 0.04 … 0.15: (0.04 + 0.15) / 2 = 0.095; 0.13, 0.14, 0.15: 0.14.
    let twelve = Period::twelve_months_to(march).unwrap();
    assert_eq!(twelve.averaging(), Averaging::MonthsFirst);
    assert_eq!(twelve.requirement(None), Requirement::Months(12));
    assert_eq!(of_series(&twelve), "0.095");
    assert_eq!(of_table(&axis.twelve_months_to(march).unwrap()), "0.095");
    assert_eq!(of_series(&Period::year_to_date(march)), "0.140");
    assert_eq!(of_table(&axis.year_to_date(march).unwrap()), "0.140");
    // The same month a year ago: 0.03.
    let ago = axis.a_year_before(march).unwrap();
    assert_eq!(of_table(&SumSpan::months(ago..ago + 1)), "0.030");
    assert_eq!(of_series(&Period::month(march.a_year_ago().unwrap())), "0.030");
}

#[test]
fn windows_know_where_they_end() {
    let axis = MonthAxis::from(month(2025, 3));
    assert_eq!(axis.period(month(2025, 2)), None);
    assert_eq!(axis.year_to_date(month(2025, 6)), None);
    assert_eq!(axis.twelve_months_to(month(2026, 1)), None);
    assert_eq!(axis.twelve_months_to(month(2026, 2)).unwrap().periods(), &(0..12));
    assert_eq!(axis.a_year_before(month(2026, 2)), None);
    assert_eq!(axis.a_year_before(month(2026, 3)), Some(0));
    assert_eq!(axis.month(22), Some(month(2027, 1)));
    assert_eq!(month(1, 6).a_year_ago(), None);
    assert!(Period::twelve_months_to(month(1, 11)).is_err());
    assert!(Period::twelve_months_to(month(1, 12)).is_ok());
    let twelve = Period::twelve_months_to(month(2024, 2)).unwrap();
    assert_eq!(
        (twelve.first_day().to_string(), twelve.last_day().to_string()),
        ("2023-03-01".to_owned(), "2024-02-29".to_owned())
    );
}

/// Class II of TP ends at 0.1: ten of fifteen months meet it, two of the three of 2026 do not
/// exist there.
#[test]
fn months_that_met_a_target_are_counted() {
    let (table, series) = fifteen_months();
    let river = Classifier::for_means(WaterBody::River);
    let target = Target::class(Year::new(2025).unwrap(), Class::II);
    let months = (0..16).filter_map(|period| MonthAxis::from(month(2025, 1)).month(period));
    let met = MonthsMet::of_series(&river, &target, &series, months).unwrap();
    assert_eq!((met.met(), met.missed(), met.not_assessed()), (10, 5, 1));
    assert_eq!(met.share().unwrap().percent(1).unwrap(), number("66.7"));
    let span = SumSpan::months(0..15);
    let of_sums = MonthsMet::of_sums(&river, Class::II, &table, &[0], &span).unwrap();
    assert_eq!((of_sums.met(), of_sums.missed(), of_sums.not_assessed()), (10, 5, 0));
    // Periods that are not in the table have no verdict.
    let beyond = MonthsMet::of_sums(&river, Class::II, &table, &[0], &SumSpan::months(9..18));
    let beyond = beyond.unwrap();
    assert_eq!((beyond.met(), beyond.missed(), beyond.not_assessed()), (1, 5, 3));
    let endless = SumSpan::months(0..usize::MAX);
    let endless = MonthsMet::of_sums(&river, Class::II, &table, &[0], &endless).unwrap();
    assert_eq!((endless.met(), endless.not_assessed()), (10, u32::MAX));
    assert!(MonthsMet::default().share().is_err());
}
