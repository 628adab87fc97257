//! Traps of averaging: −1, pH, the order of averaging, half the detection limit.

use gb3838::{Accumulator, Averaging, Class, Item, Period, Reading, Series, WaterBody};

use crate::make::{number, river_means};

fn mean(item: Item, cells: &[&str], decimals: u8) -> Option<String> {
    let mut sum = Accumulator::new(item);
    for cell in cells {
        sum.add(&Reading::parse(cell, item).unwrap()).unwrap();
    }
    sum.mean().unwrap().map(|mean| mean.round(decimals).unwrap().to_string())
}

/// −1 means "not monitored": (0.4 + 0.2) / 2, not (0.4 + 0.2 − 1) / 3.
#[test]
fn minus_one_is_never_averaged() {
    for cell in ["-1", "-1.0", "−1", "－１", "-1.00", " -1 "] {
        assert_eq!(mean(Item::Copper, &["0.4", cell, "0.2"], 3).as_deref(), Some("0.300"));
        assert_eq!(mean(Item::Copper, &[cell], 3), None);
    }
}

/// Half the detection limit, not zero and not the limit: (0.1 + 0.0125) / 2 = 0.05625.
#[test]
fn half_the_detection_limit_is_averaged() {
    assert_eq!(mean(Item::TotalPhosphorus, &["0.1", "0.025L"], 5).as_deref(), Some("0.05625"));
}

/// The mean of pH 6 and 8 is −log₁₀((10⁻⁶ + 10⁻⁸) / 2) = 6.2967…, not 7.
#[test]
fn acidity_is_not_averaged_arithmetically() {
    assert_eq!(mean(Item::Ph, &["6", "8"], 2).as_deref(), Some("6.30"));
    assert_eq!(
        mean(Item::Ph, &["6.5", "7.9", "8.8", "9", "6.78", "8.87"], 2).as_deref(),
        Some("7.08")
    );
    // 5.0 and 9.0: arithmetically 7, class I; by hydrogen ion 5.30, inferior V.
    let mut series = Series::new();
    let day = "2026-03-01".parse().unwrap();
    for cell in ["5.0", "9.0"] {
        series.add(day, Item::Ph, &Reading::parse(cell, Item::Ph).unwrap()).unwrap();
    }
    let mean = series.mean(Item::Ph, &Period::day(day), Averaging::Pooled).unwrap().unwrap();
    assert_eq!(mean.round(2).unwrap(), number("5.30"));
    assert_eq!(river_means().class_of_quantity(Item::Ph, mean.value()), Some(Class::InferiorV));
}

/// 钦江东: 0.146 pooled is class I, 0.160 as mean of two months is class II.
#[test]
fn the_order_of_averaging_changes_a_class() {
    // Nine readings of 0.132 and one of 0.272: pooled 1.46 / 10 = 0.146; the months give
    // (0.132 + 0.272) / 2 = 0.202.
    let mut series = Series::new();
    for day in 1..=9 {
        let date = format!("2026-08-{day}").parse().unwrap();
        let reading = Reading::parse("0.132", Item::AmmoniaNitrogen).unwrap();
        series.add(date, Item::AmmoniaNitrogen, &reading).unwrap();
    }
    let reading = Reading::parse("0.272", Item::AmmoniaNitrogen).unwrap();
    series.add("2026-09-01".parse().unwrap(), Item::AmmoniaNitrogen, &reading).unwrap();
    let period = Period::quarter_of("2026-09-01".parse().unwrap());
    let class = |averaging| {
        let mean = series.mean(Item::AmmoniaNitrogen, &period, averaging).unwrap().unwrap();
        let class = river_means().class_of_quantity(Item::AmmoniaNitrogen, mean.value());
        (mean.round(3).unwrap().to_string(), class)
    };
    assert_eq!(class(Averaging::Pooled), ("0.146".to_owned(), Some(Class::I)));
    assert_eq!(class(Averaging::MonthsFirst), ("0.202".to_owned(), Some(Class::II)));
    assert_eq!(period.averaging(), Averaging::MonthsFirst);
}

/// Every name of the body reaches its own limits, so a lake is not judged as a river.
#[test]
fn a_mean_of_a_lake_is_judged_as_a_lakes() {
    let lake: WaterBody = "湖库".parse().unwrap();
    let classifier = gb3838::Classifier::for_means(lake);
    let class = classifier.class_of(Item::TotalPhosphorus, number("0.09")).unwrap();
    assert_eq!(class, Some(Class::IV));
}
