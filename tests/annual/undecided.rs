//! What proves nothing: values below a detection limit, months to come, items not measured.

use gb3838::{
    Bound, Class, Classifier, Comparison, Item, ItemMap, ItemSet, Measurement, Month, Period,
    Series, Standard, SumTable, Target, WaterBody, Year,
    sums::SumSpan,
    target::{ItemBound, Outlook, Prospect},
};

use crate::{number, reading as read};

fn target(class: Class) -> Target {
    Target::class(Year::new(2026).unwrap(), class)
}

fn month(number: u8) -> Month {
    Month::new(Year::new(2026).unwrap(), number).unwrap()
}

/// The cells of each month, from January, as a table and as a series.
fn months(item: Item, cells: &[&str]) -> (SumTable, Series) {
    let mut table = SumTable::new(1, 12, ItemSet::ALL).unwrap();
    let mut series = Series::new();
    for (period, cell) in cells.iter().enumerate() {
        table.add_reading(0, period, item, &read(cell, item)).unwrap();
        let day = month(u8::try_from(period).unwrap() + 1).first_day();
        series.add(day, item, &read(cell, item)).unwrap();
    }
    (table, series)
}

const YEAR: fn() -> SumSpan = || SumSpan::months(0..12);

/// Mercury, class III 0.0001: half of 0.001 is above it and proves nothing. The classes of sums
/// are those of the section that is assessed from the same readings.
#[test]
fn sums_and_sections_agree_on_what_is_below_detection() {
    let river = Classifier::for_means(WaterBody::River);
    for (item, cells, class, undecidable) in [
        (Item::Mercury, &["0.001L", "0.001L"][..], None, true),
        (Item::Mercury, &["0.0001L", "0.0002L"], Some(Class::III), false),
        // One value among them: classed by its mean, (0.0005 + 0.0007) / 2.
        (Item::Mercury, &["0.001L", "0.0007"], Some(Class::IV), false),
        // Half of 1.5 mg/L is class III, and is classed so.
        (Item::AmmoniaNitrogen, &["1.5L"], Some(Class::III), false),
        (Item::AmmoniaNitrogen, &["2.5L"], None, true),
        // No oxygen up to 4 mg/L meets class III; up to 12 it may.
        (Item::DissolvedOxygen, &["4L"], Some(Class::V), false),
        (Item::DissolvedOxygen, &["6L"], None, true),
    ] {
        let (table, series) = months(item, cells);
        let of_sums = river.assess_sums(&table, &YEAR()).unwrap()[0];
        let year = Period::year(Year::new(2026).unwrap());
        let mean = series.mean(item, &year, year.averaging()).unwrap().unwrap();
        let measured = ItemMap::from_iter([(item, Measurement::from(mean))]);
        let section = river.assess(&measured).unwrap();
        assert_eq!(of_sums.class(), class, "{item} {cells:?}");
        assert_eq!(section.class(), class, "{item} {cells:?}");
        let expected = if undecidable { ItemSet::from_items(&[item]) } else { ItemSet::EMPTY };
        assert_eq!((of_sums.undecidable(), section.undecidable()), (expected, expected));
        assert_eq!(of_sums.absent(), section.absent());
    }
    // Against class V, half of 2.5 mg/L is decided.
    let (table, _) = months(Item::AmmoniaNitrogen, &["2.5L"]);
    let lenient = river.with_decisive_class(Class::V);
    assert_eq!(lenient.assess_sums(&table, &YEAR()).unwrap()[0].class(), Some(Class::IV));
}

/// Six months of mercury below 0.001: the year is not out of reach for it, and nothing must
/// become better, for results below detection prove no exceedance.
#[test]
fn an_outlook_of_results_below_detection_is_open() {
    let river = Classifier::for_means(WaterBody::River);
    let mercury = Item::Mercury;
    let (table, series) = months(mercury, &["0.001L"; 6]);
    let of_sums =
        Outlook::of_sums(&table, &[0], &YEAR(), 6, &river, &target(Class::III), None).unwrap();
    let of_series = Outlook::of(&series, month(6), &river, Class::III).unwrap();
    for outlook in [&of_sums, &of_series] {
        let item = outlook.item(mercury).unwrap();
        assert!(item.is_undecidable().unwrap());
        assert!(!item.is_met_so_far().unwrap());
        assert_eq!(outlook.undecidable(), ItemSet::from_items(&[mercury]));
        assert_eq!((outlook.prospect(), outlook.deciding()), (None, ItemSet::EMPTY));
        assert_eq!(outlook.must_improve().unwrap(), ItemSet::EMPTY);
        assert_eq!(outlook.class_with(&ItemMap::new()).unwrap(), None);
        // A value of the rest is one: (0.0005 + 0.0001) / 2 is above 0.000105.
        let assumed = ItemMap::from_iter([(mercury, number("0.0001"))]);
        assert_eq!(outlook.class_with(&assumed).unwrap(), Some(Class::IV));
    }
    // Class IV is 0.001: half of the limit meets it and is decided, (0.0005 + x) / 2 at most
    // 0.001005.
    let outlook = Outlook::of(&series, month(6), &river, Class::IV).unwrap();
    assert_eq!(outlook.undecidable(), ItemSet::EMPTY);
    assert_eq!(outlook.item(mercury).unwrap().most(6).unwrap(), Some(number("0.001510")));
    // One value, and it is decided by the mean: out of reach.
    let (table, _) = months(mercury, &["0.001L", "0.001L", "0.001L", "0.001L", "0.002"]);
    let outlook =
        Outlook::of_sums(&table, &[0], &YEAR(), 7, &river, &target(Class::III), None).unwrap();
    assert_eq!(outlook.prospect(), Some(Prospect::OutOfReach));
    assert_eq!(outlook.deciding(), ItemSet::from_items(&[mercury]));
}

/// A month of which half is read counts as it is when it is the last, and not at all when the
/// one before it is; what is there of later months never counts.
#[test]
fn the_last_month_says_what_counts() {
    let item = Item::TotalPhosphorus;
    let river = Classifier::for_means(WaterBody::River);
    let mut series = Series::new();
    for (day, cell) in [
        ("2026-01-05", "0.10"),
        ("2026-02-01", "0.30"),
        ("2026-02-02", "0.50"),
        ("2026-07-01", "9.9"),
        ("2025-12-31", "9.9"),
    ] {
        series.add(day.parse().unwrap(), item, &read(cell, item)).unwrap();
    }
    let most = |last: u8| {
        let outlook = Outlook::of(&series, month(last), &river, Class::III).unwrap();
        outlook.item(item).unwrap().most(4).unwrap().unwrap().to_string()
    };
    // 12 · 0.2005 = 2.406: (2.406 − 0.1) / 11, (2.406 − 0.1 − 0.4) / 10. In March nothing was
    // read: of eleven months, (11 · 0.2005 − 0.5) / 9.
    assert_eq!(most(1), "0.2096");
    assert_eq!(most(2), "0.1906");
    assert_eq!(most(3), "0.1895");
}

/// Nothing read so far, and a year that is over without a reading.
#[test]
fn no_value_is_no_prospect() {
    let river = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    for last in [1, 12] {
        let outlook = Outlook::of(&Series::new(), month(last), &river, Class::III).unwrap();
        assert_eq!((outlook.prospect(), outlook.deciding()), (None, ItemSet::EMPTY));
        assert_eq!(outlook.absent(), ItemSet::FIVE);
        assert_eq!(outlook.class_with(&ItemMap::new()).unwrap(), None);
    }
}

/// A limit by name of a reference item is looked at; the item makes a class of the section where it
/// is asked for by name, and only there.
#[test]
fn reference_items_make_a_class_where_they_are_asked_for() {
    let lake = |items| {
        let standard = Standard::GB_3838_2002;
        Classifier::new(standard, WaterBody::Lake, items, Comparison::RoundFirst)
    };
    let (mut table, _) = months(Item::TotalNitrogen, &["2.5"; 6]);
    let clean = read("0.01", Item::TotalPhosphorus);
    table.add_reading(0, 0, Item::TotalPhosphorus, &clean).unwrap();
    table.add_reading(0, 0, Item::Fluoride, &read("1.8", Item::Fluoride)).unwrap();
    let mut goal = target(Class::III);
    goal.limits = [(Item::TotalNitrogen, "1.5"), (Item::Fluoride, "1")]
        .map(|(item, limit)| ItemBound { item, bound: Bound::AtMost(number(limit)) })
        .to_vec();
    let asked = ItemSet::FIVE.with(Item::TotalNitrogen);
    for (items, class) in [(ItemSet::FIVE, Class::I), (asked, Class::InferiorV)] {
        let lake = lake(items);
        let outlook = Outlook::of_sums(&table, &[0], &YEAR(), 6, &lake, &goal, None).unwrap();
        assert_eq!(outlook.must_improve().unwrap().to_string(), "TN;F-");
        let classes = outlook.classes_with(&ItemMap::new()).unwrap();
        assert_eq!(classes.get(Item::TotalNitrogen), Some(&Class::InferiorV));
        assert_eq!(classes.get(Item::Fluoride), Some(&Class::InferiorV));
        assert_eq!(outlook.class_with(&ItemMap::new()).unwrap(), Some(class));
        assert_eq!(lake.assess_sums(&table, &YEAR()).unwrap()[0].class(), Some(class));
    }
}

/// The margin is zero where the verdict changes: half a unit beside the last number that keeps
/// to the limit, as values are rounded first, and at the limit itself in full.
#[test]
fn the_margin_is_to_where_the_verdict_changes() {
    let first = Comparison::RoundFirst;
    for (bound, comparison, edge) in [
        (Bound::AtMost(number("3")), first, "3.005"),
        // 2.994 rounds to 2.99, 2.995 to 3.00.
        (Bound::Below(number("3")), first, "2.995"),
        (Bound::AtMost(number("2.998")), first, "2.995"),
        (Bound::Below(number("2.998")), first, "2.995"),
        (Bound::AtLeast(number("3")), first, "2.995"),
        (Bound::Above(number("3")), first, "3.005"),
        (Bound::AtLeast(number("2.998")), first, "2.995"),
        (Bound::Above(number("2.991")), first, "2.995"),
        (Bound::AtMost(number("3")), Comparison::FullValue, "3"),
        (Bound::Above(number("3")), Comparison::FullValue, "3"),
        // What rounds to nothing keeps a digit, and exceeds it.
        (Bound::AtMost(number("0")), first, "0"),
    ] {
        let item = Item::AmmoniaNitrogen;
        let mut goal = target(Class::V);
        goal.limits = vec![ItemBound { item, bound }];
        let classifier =
            Classifier::new(Standard::GB_3838_2002, WaterBody::River, ItemSet::FIVE, comparison);
        let upper = matches!(bound, Bound::AtMost(_) | Bound::Below(_));
        for (cell, beyond) in
            [(number(edge), false), (plus(edge, 1), upper), (plus(edge, -1), !upper)]
        {
            if cell.is_negative() {
                continue;
            }
            let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
            table.add_reading(0, 0, item, &gb3838::Reading::Value(cell)).unwrap();
            let outlook =
                Outlook::of_sums(&table, &[0], &YEAR(), 3, &classifier, &goal, None).unwrap();
            let found = outlook.item(item).unwrap();
            let margin = found.margin().unwrap().unwrap();
            if cell == number(edge) {
                assert_eq!(margin, gb3838::Fraction::ZERO, "{bound} {cell}");
            } else {
                assert_eq!(margin < gb3838::Fraction::ZERO, beyond, "{bound} {cell}");
                assert_eq!(found.is_met_so_far().unwrap(), !beyond, "{bound} {cell}");
            }
        }
    }
}

/// A number and some millionths.
fn plus(number: &str, millionths: i64) -> gb3838::Decimal {
    let units = crate::number(number).round(6).units();
    gb3838::Decimal::new(units + millionths, 6).unwrap()
}

/// More to come than any year has: exact, or an error, and no wrap.
#[test]
fn much_to_come_is_exact() {
    let item = Item::TotalPhosphorus;
    let (table, _) = months(item, &["0.1", "0.3"]);
    let river = Classifier::for_means(WaterBody::River);
    let outlook =
        Outlook::of_sums(&table, &[0], &YEAR(), u32::MAX, &river, &target(Class::III), None);
    let outlook = outlook.unwrap();
    // (0.4 + 4294967295 · x) / 4294967297 at most 0.2005.
    let most = outlook.item(item).unwrap().most(12).unwrap();
    assert_eq!(most, Some(number("0.200500000000")));
    assert!(outlook.item(item).unwrap().is_met_by(number("0.2005")).unwrap());
}
