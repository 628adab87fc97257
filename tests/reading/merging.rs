//! Any order and any partition of the readings gives the same bits.

use std::collections::BTreeSet;

use gb3838::{
    Accumulator, Averaging, Classifier, Date, Decimal, Fraction, Item, ItemMap, Period, Reading,
    Series, WaterBody, Year,
};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::random::Random;

/// A few readings with marks, non-detects, and equal values in unequal print.
fn random_readings(random: &mut Random, item: Item) -> Vec<Reading> {
    let count = random.below(9);
    (0..count)
        .map(|_| match random.below(8) {
            0 => Reading::parse("--", item).unwrap(),
            1 => Reading::parse("-1", item).unwrap(),
            2 if item != Item::Ph => Reading::parse("0.05L", item).unwrap(),
            3 if item != Item::Ph => Reading::parse("0.050L", item).unwrap(),
            4 => Reading::parse("0.5", item).unwrap(),
            5 => Reading::parse("0.500", item).unwrap(),
            _ => {
                let scale = u8::try_from(random.below(7)).unwrap();
                let end = 14 * 10_usize.pow(scale.into());
                let units = i64::try_from(random.below(end)).unwrap();
                Reading::value(Decimal::new(units, scale).unwrap(), item).unwrap()
            }
        })
        .collect()
}

fn sum(item: Item, readings: &[Reading]) -> Accumulator {
    let mut sum = Accumulator::new(item);
    for reading in readings {
        sum.add(reading).unwrap();
    }
    sum
}

#[test]
fn sums_are_the_same_in_any_order_and_partition() {
    let mut random = Random::new(1);
    for case in 0..100_000 {
        let item = if case % 8 == 0 { Item::Ph } else { Item::AmmoniaNitrogen };
        let mut readings = random_readings(&mut random, item);
        let in_order = sum(item, &readings);
        random.shuffle(&mut readings);
        let mut parts: Vec<Accumulator> = Vec::new();
        let mut rest = readings.as_slice();
        while !rest.is_empty() {
            let (part, others) = rest.split_at(1 + random.below(rest.len()));
            parts.push(sum(item, part));
            rest = others;
        }
        parts.push(Accumulator::new(item));
        random.shuffle(&mut parts);
        let mut merged = Accumulator::new(item);
        for part in &parts {
            merged.merge(part).unwrap();
        }
        assert_eq!(merged, in_order);
        assert_eq!(merged.mean().unwrap(), in_order.mean().unwrap());
        // Equality of numbers is not enough: the print must be the same too.
        let print =
            |sum: &Accumulator| format!("{:?}{:?}", sum.extremes(), sum.greatest_detection_limit());
        assert_eq!(print(&merged), print(&in_order));
        if case % 16 < 2 {
            assert_eq!(format!("{merged:?}"), format!("{in_order:?}"));
        }
    }
}

#[test]
fn sums_of_different_items_do_not_merge() {
    let mut sum = Accumulator::new(Item::Lead);
    let error = sum.merge(&Accumulator::new(Item::Zinc)).unwrap_err();
    assert!(error.to_string().contains("Pb") && error.to_string().contains("Zn"));
    assert_eq!(sum, Accumulator::new(Item::Lead));
}

/// A refused reading leaves a sum as it was.
#[test]
fn an_impossible_reading_changes_no_sum() {
    let mut own = sum(Item::Lead, &[Reading::parse("0.01", Item::Lead).unwrap()]);
    let before = own;
    assert!(own.add(&Reading::Value("-0.5".parse().unwrap())).is_err());
    assert!(own.add(&Reading::Below(Decimal::ZERO)).is_err());
    assert_eq!(own, before);
}

#[test]
fn series_are_the_same_in_any_order_and_partition() {
    let mut random = Random::new(2);
    let first: Date = "2026-01-01".parse().unwrap();
    let year = Period::year(first.year());
    for _ in 0..3_000 {
        let mut entries = Vec::new();
        for item in [Item::Ph, Item::AmmoniaNitrogen] {
            for reading in random_readings(&mut random, item) {
                let month = u8::try_from(1 + random.below(3)).unwrap();
                let day = Date::new(2026, month, u8::try_from(1 + random.below(28)).unwrap());
                let point = ["", "north", "south"][random.below(3)];
                entries.push((point, day.unwrap(), item, reading));
            }
        }
        let add = |series: &mut Series, entries: &[(&str, Date, Item, Reading)]| {
            for (point, day, item, reading) in entries {
                series.add_at(point, *day, *item, reading).unwrap();
            }
        };
        let mut in_order = Series::new();
        add(&mut in_order, &entries);
        random.shuffle(&mut entries);
        let mut merged = Series::new();
        for part in entries.chunks(1 + random.below(6)) {
            let mut series = Series::new();
            add(&mut series, part);
            merged.merge(&series).unwrap();
        }
        assert_eq!(merged, in_order);
        assert_eq!(format!("{merged:?}"), format!("{in_order:?}"));
        for averaging in [Averaging::Pooled, Averaging::DaysThenMonths] {
            assert_eq!(
                merged.means(&year, averaging).unwrap(),
                in_order.means(&year, averaging).unwrap()
            );
        }
    }
}

fn rational(fraction: &Fraction) -> BigRational {
    let text = fraction.to_string();
    let (numerator, denominator) = text.split_once('/').unwrap_or((&text, "1"));
    BigRational::new(numerator.parse().unwrap(), denominator.parse().unwrap())
}

/// An hourly year with unequal counts a month: the exact mean of twelve exact means, whose
/// common denominator is far beyond 64 bits.
#[test]
fn an_hourly_year_is_the_exact_mean_of_its_months() {
    let mut random = Random::new(3);
    let year = Year::new(2025).unwrap();
    let mut series = Series::new();
    let (mut of_months, mut hours) = (BigRational::from_integer(BigInt::ZERO), 0);
    for month in year.months() {
        let (mut sum, mut count) = (BigInt::ZERO, 0_u32);
        // Gaps of a random length, so that the counts share few factors.
        let missing = random.below(60);
        for hour in 0..usize::from(month.days()) * 24 {
            let day = u8::try_from(hour / 24 + 1).unwrap();
            let date = Date::new(2025, month.number(), day).unwrap();
            let reading = if hour < missing {
                Reading::parse("--", Item::TotalPhosphorus).unwrap()
            } else {
                let units = i64::try_from(random.below(100_000)).unwrap();
                sum += units;
                count += 1;
                Reading::Value(Decimal::new(units, 6).unwrap())
            };
            series.add(date, Item::TotalPhosphorus, &reading).unwrap();
            hours += 1;
        }
        of_months += BigRational::new(sum, BigInt::from(count) * 1_000_000);
    }
    assert_eq!(hours, 8_760);
    let expected = of_months / BigInt::from(12);
    let mean = series.mean(Item::TotalPhosphorus, &Period::year(year), Averaging::MonthsFirst);
    let mean = mean.unwrap().unwrap();
    assert_eq!(rational(&mean.value().exact().unwrap()), expected);
    assert!(expected.denom().bits() > 64);
    assert!(mean.sufficiency().is_sufficient());
    assert_eq!(mean.months(), 12);
}

/// Thirty-two doublings would wrap a count of 32 bits: they are refused, and nothing changes.
#[test]
fn counts_never_wrap() {
    let mut sum = Accumulator::new(Item::Copper);
    sum.add(&Reading::Value("0.1".parse().unwrap())).unwrap();
    for _ in 0..31 {
        sum.merge(&sum.clone()).unwrap();
    }
    let before = sum;
    assert!(sum.merge(&before).is_err());
    assert_eq!(sum, before);
    assert_eq!(sum.count(), 1 << 31);
}

/// Samples give the sums of their readings one by one, and what is below its part in one of them,
/// in any order and any partition.
#[test]
fn samples_are_the_same_in_any_order_and_partition() {
    const ITEMS: [Item; 4] = [
        Item::ChemicalOxygenDemand,
        Item::PermanganateIndex,
        Item::TotalNitrogen,
        Item::AmmoniaNitrogen,
    ];
    let mut random = Random::new(3);
    let year = Period::year(Year::new(2026).unwrap());
    let river = Classifier::for_readings(WaterBody::River);
    let mut said = 0;
    for _ in 0..1_000 {
        let mut samples = Vec::new();
        let mut expected = BTreeSet::new();
        for _ in 0..random.below(9) {
            let day = Date::new(2026, 1, u8::try_from(1 + random.below(4)).unwrap()).unwrap();
            let point = ["", "north"][random.below(2)];
            let cell = |random: &mut Random| {
                ["0.5", "0.50", "0.7", "0.2", "0.60L", "--", ""][random.below(7)]
            };
            let cells = ITEMS.map(|item| (item, cell(&mut random)));
            let read = |(item, cell): &(Item, &str)| {
                let reading = Reading::parse(cell, *item).unwrap();
                (!cell.is_empty()).then_some((*item, reading))
            };
            let readings: ItemMap<Reading> = cells.iter().filter_map(read).collect();
            for (whole, part) in [(0, 1), (2, 3)] {
                let number = |place: usize| cells[place].1.parse::<Decimal>().ok();
                if number(whole).zip(number(part)).is_some_and(|(whole, part)| whole < part) {
                    expected.insert((ITEMS[whole], point, day));
                }
            }
            samples.push((point, day, readings));
        }
        let add = |series: &mut Series, samples: &[(&str, Date, ItemMap<Reading>)]| {
            for (point, day, readings) in samples {
                series.add_sample_at(point, *day, readings).unwrap();
            }
        };
        let (mut in_order, mut one_by_one) = (Series::new(), Series::new());
        add(&mut in_order, &samples);
        for (point, day, readings) in &samples {
            for (item, reading) in readings.iter() {
                one_by_one.add_at(point, *day, item, reading).unwrap();
            }
        }
        let pooled = |series: &Series| series.means(&year, Averaging::Pooled).unwrap();
        assert_eq!(pooled(&in_order), pooled(&one_by_one));
        let found = river.remarks_on(&in_order, &year);
        let places: BTreeSet<_> =
            found.iter().map(|it| (it.item, it.point.as_str(), it.day)).collect();
        assert_eq!(places, expected);
        said += expected.len();
        random.shuffle(&mut samples);
        let mut merged = Series::new();
        for part in samples.chunks(1 + random.below(3)) {
            let mut series = Series::new();
            add(&mut series, part);
            merged.merge(&series).unwrap();
        }
        assert_eq!(format!("{merged:?}"), format!("{in_order:?}"));
    }
    assert!(said > 500, "{said}");
}

/// A sample with a refused reading changes nothing of a series.
#[test]
fn a_sample_enters_wholly_or_not_at_all() {
    let day: Date = "2026-01-05".parse().unwrap();
    let mut readings = ItemMap::new();
    readings.insert(Item::PermanganateIndex, Reading::parse("3", Item::PermanganateIndex).unwrap());
    readings.insert(Item::ChemicalOxygenDemand, Reading::Value("2".parse().unwrap()));
    let mut series = Series::new();
    series.add_sample(day, &readings).unwrap();
    let before = series.clone();
    readings.insert(Item::Lead, Reading::Value("-1".parse().unwrap()));
    assert!(series.add_sample(day, &readings).is_err());
    assert_eq!(series, before);
}
