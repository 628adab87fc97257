//! What the rest of the year must bring: each bound is proved by an independent computation of
//! the year, at the bound and one unit beyond it.

use gb3838::{
    Bound, Circumstances, Class, Classifier, Comparison, Date, Decimal, Item, ItemMap, ItemSet,
    Month, Reading, Series, Standard, Target, WaterBody,
    target::{ItemBound, Outlook, Prospect},
};
use num_rational::BigRational;

use crate::make::{number, set};

/// Months of 2026 with the cells of each, all of one item.
fn series(item: Item, months: &[&[&str]]) -> (Series, Month) {
    let mut series = Series::new();
    for (month, cells) in (1..).zip(months) {
        for (day, cell) in (1..).zip(*cells) {
            let date = Date::new(2026, month, day).unwrap();
            series.add(date, item, &Reading::parse(cell, item).unwrap()).unwrap();
        }
    }
    let last = u8::try_from(months.len()).unwrap();
    (series, Date::new(2026, last, 1).unwrap().month())
}

fn classifier(comparison: Comparison) -> Classifier {
    Classifier::new(Standard::GB_3838_2002, WaterBody::River, ItemSet::FIVE, comparison)
}

fn ratio(units: i64, places: u32) -> BigRational {
    BigRational::new(units.into(), 10_i64.pow(places).into())
}

/// Half-even rounding of a positive number, in units of 10⁻ᵈ.
fn round(value: &BigRational, places: u32) -> BigRational {
    let scaled = value * ratio(10_i64.pow(places), 0);
    let floor = scaled.floor();
    let rest = &scaled - &floor;
    let half = BigRational::new(1.into(), 2.into());
    let odd = (floor.to_integer() % 2_u8) != 0_u8.into();
    let up = rest > half || (rest == half && odd);
    (if up { floor + ratio(1, 0) } else { floor }) / ratio(10_i64.pow(places), 0)
}

/// A small generator with a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % end).unwrap()
    }
}

/// Random years of total phosphorus: thousandths, months of unequal counts, both comparisons,
/// all classes. The year is computed again as (Σ monthly means + r · x) / 12.
#[test]
fn the_bound_of_an_upper_limit_is_the_last_that_meets_it() {
    const LIMITS: [i64; 5] = [20, 100, 200, 300, 400];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut possible, mut out_of_reach) = (0, 0);
    for case in 0..2_000 {
        let months = usize::try_from(1 + random.below(11)).unwrap();
        let mut cells: Vec<Vec<String>> = Vec::new();
        let mut sum = ratio(0, 0);
        let scale = [30, 150, 400, 900][usize::try_from(random.below(4)).unwrap()];
        for _ in 0..months {
            let count = 1 + random.below(5);
            let values: Vec<_> = (0..count).map(|_| random.below(scale)).collect();
            sum += ratio(values.iter().sum(), 3) / ratio(count, 0);
            cells.push(
                values
                    .iter()
                    .map(|value| format!("{}.{:03}", value / 1000, value % 1000))
                    .collect(),
            );
        }
        let texts: Vec<Vec<&str>> =
            cells.iter().map(|month| month.iter().map(String::as_str).collect()).collect();
        let slices: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
        let (series, through) = series(Item::TotalPhosphorus, &slices);
        let comparison = if case % 2 == 0 { Comparison::RoundFirst } else { Comparison::FullValue };
        let class = Class::WITH_LIMITS[usize::try_from(random.below(5)).unwrap()];
        let limit = ratio(LIMITS[class as usize - 1], 3);
        let meets = |rest: &BigRational| {
            let open = i64::try_from(12 - months).unwrap();
            let year = (&sum + ratio(open, 0) * rest) / ratio(12, 0);
            match comparison {
                Comparison::RoundFirst => round(&year, 3) <= limit,
                Comparison::FullValue => year <= limit,
            }
        };
        let outlook = Outlook::of(&series, through, &classifier(comparison), class).unwrap();
        let item = outlook.item(Item::TotalPhosphorus).unwrap();
        if let Some(most) = item.most(4).unwrap() {
            let units = most.round(4).units();
            assert!(meets(&ratio(units, 4)), "{case}: {most}");
            assert!(!meets(&ratio(units + 1, 4)), "{case}: {most}");
            assert_eq!(item.prospect(), Prospect::StillPossible, "{case}");
            assert!(item.is_met_by(most).unwrap());
            possible += 1;
        } else {
            assert!(!meets(&ratio(0, 0)), "{case}");
            assert_eq!(item.prospect(), Prospect::OutOfReach, "{case}");
            out_of_reach += 1;
        }
    }
    assert!(possible > 300 && out_of_reach > 300, "{possible}, {out_of_reach}");
}

/// Oxygen: 11 months of 4.0 need the twelfth to bring the mean to 4.95 (5.0 after rounding):
/// 12 · 4.95 − 44 = 15.4.
#[test]
fn oxygen_has_a_least_rest() {
    let months: [&[&str]; 11] = [&["4.0"]; 11];
    let (series, through) = series(Item::DissolvedOxygen, &months);
    let outlook =
        Outlook::of(&series, through, &classifier(Comparison::RoundFirst), Class::III).unwrap();
    let item = outlook.item(Item::DissolvedOxygen).unwrap();
    assert_eq!(item.least(2).unwrap(), Some(number("15.4")));
    assert_eq!(item.most(2).unwrap(), None);
    assert_eq!(item.prospect(), Prospect::StillPossible);
    // So far 4.0 against an edge of 4.95.
    assert_eq!(item.margin().unwrap().unwrap().to_string(), "-19/20");
    // Even no oxygen at all leaves 11 · 9 / 12 = 8.25.
    let months: [&[&str]; 11] = [&["9.0"]; 11];
    let (high, through) = self::series(Item::DissolvedOxygen, &months);
    let outlook =
        Outlook::of(&high, through, &classifier(Comparison::RoundFirst), Class::III).unwrap();
    assert_eq!(outlook.prospect(), Some(Prospect::AlreadyCertain));
}

/// pH 5.0 in eleven months: 11 · 10⁻⁵ / 12 is a pH of 5.038 at best, and 5.5 is needed. In one
/// month: 12 · 10⁻⁵·⁵ − 10⁻⁵ over 11 is 10⁻⁵·⁵⁹⁵…; the least pH of two decimals is 5.60.
#[test]
fn acidity_has_a_range() {
    let months: [&[&str]; 11] = [&["5.0"]; 11];
    let (low, through) = series(Item::Ph, &months);
    let means = classifier(Comparison::RoundFirst);
    let outlook = Outlook::of(&low, through, &means, Class::III).unwrap();
    assert_eq!(outlook.prospect(), Some(Prospect::OutOfReach));
    assert_eq!(outlook.deciding(), set("pH"));
    let (one, through) = series(Item::Ph, &[&["5.0"]]);
    let outlook = Outlook::of(&one, through, &means, Class::III).unwrap();
    let item = outlook.item(Item::Ph).unwrap();
    assert_eq!(item.least(2).unwrap(), Some(number("5.60")));
    assert!(item.is_met_by(number("5.60")).unwrap());
    assert!(!item.is_met_by(number("5.59")).unwrap());
    assert_eq!(item.margin().unwrap(), None);
}

/// Six months at 7, and six at 14 as the greatest there is, are a year of
/// −log₁₀((10⁻⁷ + 10⁻¹⁴) / 2) = 7.30102995…; at 13 it were 7.3010295….
#[test]
fn a_ph_ends_at_0_and_at_14() {
    let months: [&[&str]; 6] = [&["7.0"]; 6];
    let (half, june) = series(Item::Ph, &months);
    let of = |bound, rounded| {
        let limits = vec![ItemBound { item: Item::Ph, bound }];
        let from = june.year();
        let target = Target { from, class: None, limits, no_worse_than_last_year: false };
        Outlook::for_target(&half, june, &classifier(rounded), &target, None).unwrap()
    };
    let most = of(Bound::AtMost(number("9")), Comparison::FullValue);
    let item = most.item(Item::Ph).unwrap();
    assert_eq!(item.prospect(), Prospect::AlreadyCertain);
    for decimals in 0..=4 {
        assert_eq!(item.most(decimals).unwrap(), Some(Decimal::from_integer(14)), "{decimals}");
    }
    assert_eq!(item.least(1).unwrap(), None);
    let least = of(Bound::AtLeast(number("6")), Comparison::RoundFirst);
    let item = least.item(Item::Ph).unwrap();
    assert_eq!(item.prospect(), Prospect::StillPossible);
    assert_eq!(item.most(1).unwrap(), None);
    // 5.5 rounds to 6: (10⁻⁷ + 10⁻ˣ) / 2 ≤ 10⁻⁵·⁵, x ≥ −log₁₀(2 · 10⁻⁵·⁵ − 10⁻⁷) = 5.2058…
    assert_eq!(item.least(2).unwrap(), Some(number("5.21")));
    for (bound, prospect) in
        [("7.3010299", Prospect::StillPossible), ("7.30103", Prospect::OutOfReach)]
    {
        let outlook = of(Bound::AtLeast(number(bound)), Comparison::FullValue);
        assert_eq!(outlook.item(Item::Ph).unwrap().prospect(), prospect, "{bound}");
    }
}

/// A year that is over: the verdict stands, and nothing is asked of the rest.
#[test]
fn a_complete_year_is_certain() {
    let months: [&[&str]; 12] = [&["0.2"]; 12];
    let (full, december) = series(Item::TotalPhosphorus, &months);
    let means = classifier(Comparison::RoundFirst);
    let of = |class| Outlook::of(&full, december, &means, class).unwrap();
    assert_eq!(of(Class::III).prospect(), Some(Prospect::AlreadyCertain));
    assert_eq!(of(Class::II).prospect(), Some(Prospect::OutOfReach));
    for class in [Class::II, Class::III] {
        assert_eq!(
            of(class).item(Item::TotalPhosphorus).unwrap().most(3).unwrap(),
            None,
            "{class}"
        );
    }
}

/// Eleven months of oxygen at 9 are 8.25 in the year though the last has none: the least that it needs
/// is nothing, not less than nothing.
#[test]
fn the_least_that_is_needed_is_no_less_than_nothing() {
    let months: [&[&str]; 11] = [&["9.0"]; 11];
    let (most, november) = series(Item::DissolvedOxygen, &months);
    let outlook =
        Outlook::of(&most, november, &classifier(Comparison::RoundFirst), Class::III).unwrap();
    assert_eq!(outlook.prospect(), Some(Prospect::AlreadyCertain));
    let item = outlook.item(Item::DissolvedOxygen).unwrap();
    for decimals in 0..=4 {
        let least = item.least(decimals).unwrap().unwrap();
        assert!(least.is_zero(), "{least}");
    }
}

/// Of several limits the nearest counts, on either side: of 0.06 mg/L from 0.2, 0.15 and 0.05.
#[test]
fn the_margin_is_to_the_nearest_limit() {
    let months: [&[&str]; 6] = [&["0.06"]; 6];
    let (half, june) = series(Item::TotalPhosphorus, &months);
    let [low, middle, high] = ["0.05", "0.15", "0.2"].map(number);
    for (bounds, margin) in [
        (&[Bound::AtMost(high), Bound::AtMost(middle)][..], "0.09"),
        (&[Bound::AtMost(middle), Bound::AtMost(high)], "0.09"),
        (&[Bound::Within(low, middle)], "0.01"),
        (&[Bound::AtMost(high), Bound::AtLeast(low)], "0.01"),
        (&[Bound::AtLeast(middle), Bound::AtLeast(low)], "-0.09"),
        (&[], "none"),
    ] {
        let limits =
            bounds.iter().map(|bound| ItemBound { item: Item::TotalPhosphorus, bound: *bound });
        let target = Target {
            from: june.year(),
            class: None,
            limits: limits.collect(),
            no_worse_than_last_year: false,
        };
        let river = classifier(Comparison::FullValue);
        let outlook = Outlook::for_target(&half, june, &river, &target, None).unwrap();
        let found = outlook.item(Item::TotalPhosphorus).unwrap().margin().unwrap();
        let found = found.map_or("none".to_owned(), |it| it.round(2).unwrap().to_string());
        assert_eq!(found, margin, "{bounds:?}");
    }
}

/// A class that needs all five items is withheld where one is wanting, but not before the year is over.
#[test]
fn a_class_is_withheld_when_nothing_is_to_come() {
    let five = Circumstances::new().with_five_required(true);
    for (months, prospect) in
        [(6, Some(Prospect::StillPossible)), (11, Some(Prospect::StillPossible)), (12, None)]
    {
        let cells: Vec<&[&str]> = vec![&["0.15"]; months];
        let (year, through) = series(Item::TotalPhosphorus, &cells);
        let target = Target::class(through.year(), Class::III);
        let means = classifier(Comparison::RoundFirst);
        let outlook = Outlook::for_target_with(&year, through, &means, &target, &five).unwrap();
        assert_eq!(outlook.prospect(), prospect, "{months}");
    }
}

/// More decimals than twelve have no room, and the error says how much there is.
#[test]
fn a_bound_has_at_most_twelve_decimals() {
    let months: [&[&str]; 6] = [&["0.2"]; 6];
    let (half, june) = series(Item::TotalPhosphorus, &months);
    let outlook =
        Outlook::of(&half, june, &classifier(Comparison::RoundFirst), Class::III).unwrap();
    let item = outlook.item(Item::TotalPhosphorus).unwrap();
    assert!(item.most(12).is_ok());
    let error = item.most(13).unwrap_err().to_string();
    assert!(error.contains("rounding") && error.contains("64 bits"), "{error}");
}

/// Two lake points with other months: north (1 · 0.04 + 10 x) / 11, south (2 · 0.05 + 10 x) / 12,
/// their mean at most 0.0505: x ≤ (0.101 − 0.04 / 11 − 0.1 / 12) / (10 / 11 + 10 / 12)
/// = 0.0510…; 0.0510 meets it and 0.0511 does not.
#[test]
fn points_keep_their_own_months() {
    let mut lake = Series::new();
    let item = Item::TotalPhosphorus;
    for (point, day, cell) in
        [("n", "2026-02-05", "0.04"), ("s", "2026-01-05", "0.05"), ("s", "2026-02-05", "0.05")]
    {
        let reading = Reading::parse(cell, item).unwrap();
        lake.add_at(point, day.parse().unwrap(), item, &reading).unwrap();
    }
    let february = "2026-02-01".parse::<Date>().unwrap().month();
    let classifier = Classifier::for_means(WaterBody::Lake);
    let outlook = Outlook::of(&lake, february, &classifier, Class::III).unwrap();
    let year = |x: BigRational| {
        let north = (ratio(4, 2) + ratio(10, 0) * &x) / ratio(11, 0);
        let south = (ratio(10, 2) + ratio(10, 0) * &x) / ratio(12, 0);
        (north + south) / ratio(2, 0)
    };
    let most = outlook.item(item).unwrap().most(4).unwrap().unwrap().round(4).units();
    assert!(round(&year(ratio(most, 4)), 3) <= ratio(50, 3), "{most}");
    assert!(round(&year(ratio(most + 1, 4)), 3) > ratio(50, 3), "{most}");
}

/// The reverse: an assumed rest gives the classes at the year's end.
#[test]
fn an_assumed_rest_gives_a_class() {
    let months: [&[&str]; 6] = [&["0.10"]; 6];
    let (half, june) = series(Item::TotalPhosphorus, &months);
    let outlook =
        Outlook::of(&half, june, &classifier(Comparison::RoundFirst), Class::III).unwrap();
    // (0.10 + x) / 2 at three decimals: 0.300 gives 0.200, 0.301 gives 0.2005 → 0.200, and
    // 0.302 gives 0.201.
    for (rest, class) in [("0.300", Class::III), ("0.301", Class::III), ("0.302", Class::IV)] {
        let assumed = ItemMap::from_iter([(Item::TotalPhosphorus, number(rest))]);
        assert_eq!(outlook.class_with(&assumed).unwrap(), Some(class), "{rest}");
    }
    assert_eq!(outlook.class_with(&ItemMap::new()).unwrap(), Some(Class::II));
}

/// Water of high chloride has no COD, and rivers have no limit of total nitrogen: neither is asked of
/// the rest of the year, and what has no limit is said.
#[test]
fn what_is_not_judged_is_not_asked_of_the_rest() {
    let mut half = Series::new();
    for month in 1..=6 {
        for (item, cell) in [
            (Item::ChemicalOxygenDemand, "90"),
            (Item::TotalNitrogen, "3.0"),
            (Item::TotalPhosphorus, "0.10"),
        ] {
            let reading = Reading::parse(cell, item).unwrap();
            half.add(Date::new(2026, month, 1).unwrap(), item, &reading).unwrap();
        }
    }
    let june = Date::new(2026, 6, 1).unwrap().month();
    let items = set("CODCr;TN;TP");
    let river =
        Classifier::new(Standard::GB_3838_2002, WaterBody::River, items, Comparison::RoundFirst);
    let target = Target::class(june.year(), Class::III);
    let of = |known| Outlook::for_target_with(&half, june, &river, &target, &known).unwrap();
    let judged = of(Circumstances::new());
    assert!(judged.item(Item::ChemicalOxygenDemand).is_some());
    assert_eq!(judged.prospect(), Some(Prospect::OutOfReach));
    let left_out = of(Circumstances::new().with_high_chloride(true));
    assert!(left_out.item(Item::ChemicalOxygenDemand).is_none());
    assert_eq!(left_out.prospect(), Some(Prospect::StillPossible));
    for outlook in [&judged, &left_out] {
        assert_eq!(outlook.not_limited(), set("TN"));
        assert!(outlook.item(Item::TotalNitrogen).is_none());
        assert!(outlook.absent().is_empty() && outlook.undecidable().is_empty());
    }
}
