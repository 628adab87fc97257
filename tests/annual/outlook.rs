//! The rest of a year from sums: bounds proved by search, against rationals.

use gb3838::{
    Bound, Class, Classifier, Comparison, Decimal, Item, ItemMap, ItemSet, Reading, Standard,
    SumTable, Target, WaterBody, Year,
    sums::SumSpan,
    target::{ItemBound, Outlook, Prospect},
};
use num_rational::BigRational;

use crate::random::Random;
use crate::{number, reading as read};

fn ratio(units: i64, whole: i64) -> BigRational {
    BigRational::new(units.into(), whole.into())
}

/// Half to even at so many decimals, of a number that is not negative.
fn round(value: &BigRational, decimals: u32) -> BigRational {
    let power = ratio(10_i64.pow(decimals), 1);
    let scaled = value * &power;
    let floor = scaled.floor();
    let rest = &scaled - &floor;
    let odd = floor.to_integer().bit(0);
    let up = rest > ratio(1, 2) || (rest == ratio(1, 2) && odd);
    (if up { floor + ratio(1, 1) } else { floor }) / power
}

fn target(class: Class) -> Target {
    Target::class(Year::new(2026).unwrap(), class)
}

fn classifier(comparison: Comparison) -> Classifier {
    Classifier::new(Standard::GB_3838_2002, WaterBody::River, ItemSet::ASSESSED, comparison)
}

/// Random years of ammonia and oxygen, in months and pooled, rounded first and in full: at the
/// bound the year meets the class, one step beyond it does not.
#[test]
fn a_bound_is_the_last_that_meets_the_target() {
    // Table 1: NH3-N in hundredths, DO in tenths.
    const AMMONIA: [i64; 5] = [15, 50, 100, 150, 200];
    const OXYGEN: [i64; 5] = [75, 60, 50, 30, 20];
    let mut random = Random::new(10);
    let (mut possible, mut out, mut certain) = (0, 0, 0);
    for case in 0..3_000 {
        let oxygen = case % 2 == 0;
        let (item, decimals) =
            if oxygen { (Item::DissolvedOxygen, 1) } else { (Item::AmmoniaNitrogen, 2) };
        let pooled = random.below(2) == 0;
        let months = 1 + random.below(11);
        let size = if oxygen { 1_200 } else { [400, 1_500, 4_000][random.below(3)] };
        let mut table = SumTable::new(1, 12, ItemSet::ALL).unwrap();
        let (mut known, mut weight) = (ratio(0, 1), 0_i64);
        for month in 0..months {
            let values: Vec<i64> =
                (0..=random.below(4)).map(|_| i64::try_from(random.below(size)).unwrap()).collect();
            let places = if oxygen { 2 } else { 3 };
            for units in &values {
                let value = Reading::Value(Decimal::new(*units, places).unwrap());
                table.add_reading(0, month, item, &value).unwrap();
            }
            let count = i64::try_from(values.len()).unwrap();
            let sum = ratio(values.iter().sum(), 10_i64.pow(places.into()));
            if pooled {
                known += sum;
                weight += count;
            } else {
                known += sum / ratio(count, 1);
                weight += 1;
            }
        }
        let open = if pooled { 1 + random.below(30) } else { 12 - months };
        let rest = i64::try_from(open).unwrap();
        let class = Class::WITH_LIMITS[random.below(5)];
        let comparison = [Comparison::RoundFirst, Comparison::FullValue][random.below(2)];
        let meets = |rest_mean: &BigRational| {
            let year = (&known + ratio(rest, 1) * rest_mean) / ratio(weight + rest, 1);
            let value = match comparison {
                Comparison::RoundFirst => round(&year, decimals),
                Comparison::FullValue => year,
            };
            let place = class as usize - 1;
            if oxygen {
                value >= ratio(OXYGEN[place], 10)
            } else {
                value <= ratio(AMMONIA[place], 100)
            }
        };
        let span = if pooled { SumSpan::pooled(0..12) } else { SumSpan::months(0..12) };
        let outlook = Outlook::of_sums(
            &table,
            &[0],
            &span,
            u32::try_from(open).unwrap(),
            &classifier(comparison),
            &target(class),
            None,
        )
        .unwrap();
        let found = outlook.item(item).unwrap();
        let places = 3 + u8::try_from(random.below(4)).unwrap();
        let power = 10_i64.pow(places.into());
        let bound = if oxygen { found.least(places) } else { found.most(places) }.unwrap();
        let step = if oxygen { -1 } else { 1 };
        match found.prospect() {
            Prospect::StillPossible => {
                let units = bound.unwrap().units();
                assert!(meets(&ratio(units, power)), "{case}");
                assert!(!meets(&ratio(units + step, power)), "{case}");
                assert!(found.is_met_by(bound.unwrap()).unwrap());
                possible += 1;
            }
            Prospect::OutOfReach => {
                assert!(!oxygen && bound.is_none() && !meets(&ratio(0, 1)), "{case}");
                out += 1;
            }
            Prospect::AlreadyCertain => {
                assert!(oxygen && meets(&ratio(0, 1)), "{case}");
                certain += 1;
            }
        }
        let so_far = &known / ratio(weight, 1);
        assert_eq!(found.is_met_so_far().unwrap(), meets(&so_far), "{case}");
    }
    assert!(possible > 1_000 && out > 100 && certain > 100, "{possible} {out} {certain}");
}

/// pH from 5.5 to 9.5 after rounding: the least and the greatest step are found by walking.
#[test]
fn the_range_of_ph_is_found_by_search() {
    let mut random = Random::new(11);
    let mut ranges = 0;
    for _ in 0..60 {
        let months = 1 + random.below(11);
        let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
        for month in 0..months {
            let units = 450 + i64::try_from(random.below(600)).unwrap();
            let value = Reading::Value(Decimal::new(units, 2).unwrap());
            table.add_reading(0, month, Item::Ph, &value).unwrap();
        }
        let open = u32::try_from(12 - months).unwrap();
        let (span, class) = (SumSpan::months(0..12), target(Class::III));
        let river = classifier(Comparison::RoundFirst);
        let outlook = Outlook::of_sums(&table, &[0], &span, open, &river, &class, None).unwrap();
        let found = outlook.item(Item::Ph).unwrap();
        // Each hundredth from 0 to 14, the rest filled in as readings.
        let meets = |hundredths: i64| {
            let mut year = table.clone();
            for month in months..12 {
                let value = Reading::Value(Decimal::new(hundredths, 2).unwrap());
                year.add_reading(0, month, Item::Ph, &value).unwrap();
            }
            let section = river.assess_points(&year, &[0], &span).unwrap();
            section.class_of(Item::Ph) == Some(Class::I)
        };
        let met: Vec<i64> = (0..=1_400).filter(|hundredths| meets(*hundredths)).collect();
        let ends = (found.least(2).unwrap(), found.most(2).unwrap());
        if let (Some(first), Some(last)) = (met.first(), met.last()) {
            assert_eq!(met.len(), usize::try_from(last - first + 1).unwrap());
            let expected = [*first, *last].map(|it| Some(Decimal::new(it, 2).unwrap()));
            assert_eq!([ends.0, ends.1], expected);
            assert_eq!(found.prospect(), Prospect::StillPossible);
            ranges += 1;
        } else {
            assert_eq!(ends, (None, None));
            assert_ne!(found.prospect(), Prospect::AlreadyCertain);
        }
    }
    assert!(ranges > 20, "{ranges}");
}

/// Limits of single items, strict and inclusive: 氨氮低于3, 总磷 0.35 at most, the rest class IV.
#[test]
fn limits_by_name_take_the_place_of_the_class() {
    let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
    for month in 0..6 {
        for (item, cell) in [
            (Item::AmmoniaNitrogen, "2.0"),
            (Item::TotalPhosphorus, "0.30"),
            (Item::PermanganateIndex, "9.0"),
        ] {
            table.add_reading(0, month, item, &read(cell, item)).unwrap();
        }
    }
    let mut goal = target(Class::IV);
    goal.limits = vec![
        ItemBound { item: Item::AmmoniaNitrogen, bound: Bound::Below(number("3")) },
        ItemBound { item: Item::TotalPhosphorus, bound: Bound::AtMost(number("0.35")) },
    ];
    let river = classifier(Comparison::RoundFirst).with_items(ItemSet::FIVE);
    let span = SumSpan::months(0..12);
    let outlook = Outlook::of_sums(&table, &[0], &span, 6, &river, &goal, None).unwrap();
    let most = |item| outlook.item(item).unwrap().most(4).unwrap().unwrap().to_string();
    // (2 + x) / 2 below 2.995 rounds to 2.99; at 2.995 it rounds to 3.00 (2.99 is odd).
    assert_eq!(most(Item::AmmoniaNitrogen), "3.9899");
    // (0.3 + x) / 2 at most 0.3505: rounds to 0.350.
    assert_eq!(most(Item::TotalPhosphorus), "0.4010");
    // Class IV of CODMn, 10: (9 + x) / 2 at most 10.05, which rounds to 10.0.
    assert_eq!(most(Item::PermanganateIndex), "11.1000");
    assert_eq!(outlook.must_improve().unwrap(), ItemSet::EMPTY);
    // No worse than last year's class III takes more: (9 + x) / 2 at most 6.05.
    goal.no_worse_than_last_year = true;
    let stricter =
        Outlook::of_sums(&table, &[0], &span, 6, &river, &goal, Some(Class::III)).unwrap();
    let oxygen_demand = stricter.item(Item::PermanganateIndex).unwrap();
    assert_eq!(oxygen_demand.most(2).unwrap(), Some(number("3.10")));
    assert_eq!(stricter.must_improve().unwrap().to_string(), "CODMn;NH3-N;TP");
    // The reverse: half a year of clean water, and the class it makes.
    let assumed = ItemMap::from_iter([
        (Item::PermanganateIndex, number("3.1")),
        (Item::AmmoniaNitrogen, number("0")),
        (Item::TotalPhosphorus, number("0.1")),
    ]);
    assert_eq!(stricter.class_with(&assumed).unwrap(), Some(Class::III));
    assert_eq!(stricter.class_with(&ItemMap::new()).unwrap(), Some(Class::V));
}

/// Random limits by name, strict and inclusive, for two points of a lake with unequal months:
/// the bound is the last that keeps to the limit, or nothing keeps to it.
#[test]
fn limits_by_name_are_searched_over_points() {
    let item = Item::TotalPhosphorus;
    let mut random = Random::new(14);
    let (mut found_some, mut found_none) = (0, 0);
    for case in 0..1_500 {
        let months = 1 + random.below(11);
        let rest = i64::try_from(12 - months).unwrap();
        let mut table = SumTable::new(2, 12, ItemSet::ALL).unwrap();
        let mut points: Vec<(BigRational, i64)> = Vec::new();
        for point in 0..2 {
            let mut known = (ratio(0, 1), 0);
            for month in (0..months).filter(|_| random.below(5) > 0).collect::<Vec<_>>() {
                let units = i64::try_from(random.below(120)).unwrap();
                let value = Reading::Value(Decimal::new(units, 4).unwrap());
                table.add_reading(point, month, item, &value).unwrap();
                known = (known.0 + ratio(units, 10_000), known.1 + 1);
            }
            if known.1 > 0 {
                points.push(known);
            }
        }
        if points.is_empty() {
            continue;
        }
        let comparison = [Comparison::RoundFirst, Comparison::FullValue][random.below(2)];
        let limit = i64::try_from(1 + random.below(90)).unwrap();
        let (numerator, of) = (Decimal::new(limit, 4).unwrap(), ratio(limit, 10_000));
        let (bound, upper) = match random.below(4) {
            0 => (Bound::AtMost(numerator), true),
            1 => (Bound::Below(numerator), true),
            2 => (Bound::AtLeast(numerator), false),
            _ => (Bound::Above(numerator), false),
        };
        let meets = |x: &BigRational| {
            let sum: BigRational = points
                .iter()
                .map(|(known, weight)| (known + ratio(rest, 1) * x) / ratio(weight + rest, 1))
                .sum();
            let year = sum / ratio(i64::try_from(points.len()).unwrap(), 1);
            let rounded = round(&year, 3);
            // What rounds to zero keeps one digit: see the tests of rounding.
            let kept = if rounded == ratio(0, 1) { first_digit(&year) } else { rounded };
            let value = if comparison == Comparison::RoundFirst { kept } else { year };
            match bound {
                Bound::AtMost(_) => value <= of,
                Bound::Below(_) => value < of,
                Bound::AtLeast(_) => value >= of,
                _ => value > of,
            }
        };
        let mut goal = target(Class::V);
        goal.limits = vec![ItemBound { item, bound }];
        let lake = classifier(comparison);
        let open = u32::try_from(rest).unwrap();
        let span = SumSpan::months(0..12);
        let outlook = Outlook::of_sums(&table, &[0, 1], &span, open, &lake, &goal, None).unwrap();
        let outlook = outlook.item(item).unwrap();
        let found = if upper { outlook.most(5) } else { outlook.least(5) }.unwrap();
        let step = if upper { 1 } else { -1 };
        if let Some(found) = found {
            let units = found.units();
            assert!(meets(&ratio(units, 100_000)), "{case}: {bound} {found}");
            let beyond = units + step;
            assert!(beyond < 0 || !meets(&ratio(beyond, 100_000)), "{case}: {bound} {found}");
            found_some += 1;
        } else {
            assert!(upper && !meets(&ratio(0, 1)), "{case}: {bound}");
            assert_eq!(outlook.prospect(), Prospect::OutOfReach);
            found_none += 1;
        }
    }
    assert!(found_some > 800 && found_none > 100, "{found_some} {found_none}");
}

/// The first digit of a small positive number, half to even; zero stays zero.
fn first_digit(value: &BigRational) -> BigRational {
    if *value == ratio(0, 1) {
        return ratio(0, 1);
    }
    let place = (4..18).find(|place| value * ratio(10_i64.pow(*place), 1) >= ratio(1, 1));
    round(value, place.unwrap())
}

/// A series and the sums of the same readings have the same outlook.
#[test]
fn sums_and_series_agree() {
    let mut random = Random::new(12);
    for _ in 0..100 {
        let item = [Item::TotalPhosphorus, Item::Ph, Item::DissolvedOxygen][random.below(3)];
        let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
        let mut series = gb3838::Series::new();
        let months = Year::new(2026).unwrap().months();
        let through = 1 + random.below(11);
        for (month, date) in months.iter().map(|it| it.first_day()).enumerate().take(through) {
            for _ in 0..=random.below(3) {
                let units = 1 + i64::try_from(random.below(900)).unwrap();
                let value = Reading::Value(Decimal::new(units, 2).unwrap());
                table.add_reading(0, month, item, &value).unwrap();
                series.add(date, item, &value).unwrap();
            }
        }
        let river = classifier(Comparison::RoundFirst);
        let open = u32::try_from(12 - through).unwrap();
        let span = SumSpan::months(0..12);
        let goal = target(Class::III);
        let of_sums = Outlook::of_sums(&table, &[0], &span, open, &river, &goal, None).unwrap();
        let of_series = Outlook::of(&series, months[through - 1], &river, Class::III).unwrap();
        assert_eq!(of_sums.item(item), of_series.item(item));
        assert_eq!(of_sums.deciding(), of_series.deciding());
    }
}
