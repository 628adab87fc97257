//! Which classes remain possible: all outcomes of small cases are tried, with integers alone.

use gb3838::possible::{ClassSet, ItemPossibilities, MissingMonths, SectionPossibilities};
use gb3838::{
    Averaging, Circumstances, Class, Classifier, Comparison, Date, Decimal, Item, ItemMap, ItemSet,
    Measurement, Period, Reading, Series, Standard, SumTable, WaterBody, sums::SumSpan,
};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

/// What was measured in one month: numbers in hundredths, a detection limit among them or not.
#[derive(Clone, Debug)]
struct MonthCells {
    value: Option<i64>,
    limit: Option<i64>,
}

impl MonthCells {
    /// Twice the mean, where a result below detection counts so much.
    fn twice(&self, below: i64) -> i64 {
        match (self.value, self.limit) {
            (Some(value), Some(_)) => value + below,
            (Some(value), None) => 2 * value,
            (None, _) => 2 * below,
        }
    }
}

/// An item with its limits in units of its last decimal.
#[derive(Clone, Copy, Debug)]
struct Limited {
    item: Item,
    decimals: u8,
    limits: [i64; 5],
}

/// Table 1: at most; and at least, for dissolved oxygen.
const LIMITED: [Limited; 2] = [
    Limited { item: Item::AmmoniaNitrogen, decimals: 2, limits: [15, 50, 100, 150, 200] },
    Limited { item: Item::DissolvedOxygen, decimals: 1, limits: [75, 60, 50, 30, 20] },
];

/// The class of `sum / (2 · months)` units, rounded half to even first.
fn class(of: Limited, sum: i64, months: i64) -> Class {
    let whole = 2 * months;
    let (mut rounded, rest) = (sum / whole, sum % whole);
    if 2 * rest > whole || (2 * rest == whole && rounded % 2 == 1) {
        rounded += 1;
    }
    let meets = |limit: &i64| match of.item {
        Item::DissolvedOxygen => rounded >= *limit,
        _ => rounded <= *limit,
    };
    of.limits.iter().position(meets).map_or(Class::InferiorV, |place| Class::ALL[place])
}

/// Both ends and numbers between them.
fn numbers(from: i64, to: i64, step: i64) -> Vec<i64> {
    let mut numbers: Vec<i64> = (from..to).step_by(usize::try_from(step.max(1)).unwrap()).collect();
    numbers.push(to);
    numbers
}

/// Every outcome of three months, some of them still missing: the classes that come out.
fn outcomes(of: Limited, months: &[MonthCells], missing: MissingMonths) -> ClassSet {
    let limits: Vec<i64> = months.iter().filter_map(|month| month.limit).collect();
    let belows = |number: usize| limits.get(number).map_or(vec![0], |limit| numbers(0, *limit, 9));
    let ends = |below: fn(i64) -> i64| {
        let of_month = move |month: &MonthCells| month.twice(month.limit.map_or(0, below));
        months.iter().map(of_month).collect::<Vec<_>>()
    };
    let (least, most) = (ends(|_| 0).into_iter().min(), ends(|limit| limit).into_iter().max());
    let brought = match missing {
        MissingMonths::NoneComes => vec![],
        MissingMonths::WithinSeen => {
            let (least, most) = (least.unwrap(), most.unwrap());
            numbers(least, most, (most - least) / 30)
        }
        MissingMonths::AnyValue => [numbers(0, 1400, 55), vec![1_000_000]].concat(),
    };
    let mut classes = ClassSet::EMPTY;
    for first in belows(0) {
        for second in belows(1) {
            let mut below = [first, second].into_iter();
            let sum: i64 = months
                .iter()
                .map(|month| {
                    month.twice(if month.limit.is_some() { below.next().unwrap() } else { 0 })
                })
                .sum();
            let count = i64::try_from(months.len()).unwrap();
            classes = classes.with(class(of, sum, count));
            for one in brought.iter().filter(|_| count < 3) {
                classes = classes.with(class(of, sum + one, count + 1));
                for other in brought.iter().filter(|_| count < 2) {
                    classes = classes.with(class(of, sum + one + other, count + 2));
                }
            }
        }
    }
    classes
}

fn day(month: usize, day: u8) -> Date {
    Date::new(2026, u8::try_from(month + 1).unwrap(), day).unwrap()
}

/// The same months as a series and as a table of sums.
fn summed(of: Limited, months: &[MonthCells]) -> (Series, SumTable) {
    let mut series = Series::new();
    let mut sums = SumTable::new(1, 12, ItemSet::EMPTY.with(of.item)).unwrap();
    let decimal = |units: i64| Decimal::new(units, of.decimals).unwrap();
    for (number, month) in months.iter().enumerate() {
        let value = month.value.map(|value| Reading::Value(decimal(value)));
        let below = month.limit.map(|limit| Reading::Below(decimal(limit)));
        for (place, reading) in (1..).zip(value.into_iter().chain(below)) {
            series.add(day(number, place), of.item, &reading).unwrap();
            sums.add_reading(0, number, of.item, &reading).unwrap();
        }
    }
    (series, sums)
}

fn classifier(of: Limited) -> Classifier {
    Classifier::new(
        Standard::GB_3838_2002,
        WaterBody::River,
        ItemSet::EMPTY.with(of.item),
        Comparison::RoundFirst,
    )
}

fn month() -> impl Strategy<Value = MonthCells> {
    let value = prop_oneof![0..240_i64, proptest::sample::select(vec![15, 50, 60, 75, 100, 150])];
    (value, 1..120_i64, any::<[bool; 3]>()).prop_map(|(value, half, [with, both, _])| {
        if with {
            MonthCells { value: both.then_some(value), limit: Some(2 * half) }
        } else {
            MonthCells { value: Some(value), limit: None }
        }
    })
}

fn missing() -> impl Strategy<Value = MissingMonths> {
    proptest::sample::select(vec![
        MissingMonths::NoneComes,
        MissingMonths::WithinSeen,
        MissingMonths::AnyValue,
    ])
}

/// At most two results below detection, so that all outcomes can be tried.
fn months() -> impl Strategy<Value = Vec<MonthCells>> {
    vec(month(), 1..4).prop_map(|mut months| {
        let mut seen = 0;
        for month in &mut months {
            seen += u8::from(month.limit.is_some());
            if seen > 2 {
                *month = MonthCells { value: month.value.or(Some(50)), limit: None };
            }
        }
        months
    })
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn every_outcome_is_possible_and_every_possible_class_has_an_outcome(
        of in proptest::sample::select(LIMITED.to_vec()),
        months in months(),
        missing in missing(),
    ) {
        let (series, sums) = summed(of, &months);
        let period = Period::year_to_date("2026-03".parse().unwrap());
        let order = Averaging::MonthsFirst;
        let range = series.mean_range(of.item, &period, order, missing).unwrap().unwrap();
        let found = ItemPossibilities::of(&classifier(of), &range).unwrap().classes();
        prop_assert_eq!(found, outcomes(of, &months, missing), "{:?}", range);
        // Sums say the same, of the item and of a section that it makes alone.
        let span = SumSpan::months(0..3);
        prop_assert_eq!(sums.mean_range(&[0], of.item, &span, missing).unwrap(), Some(range));
        let known = Circumstances::new();
        let section = classifier(of).assess_section(&sums, &[0], &span, &known).unwrap();
        let possible = SectionPossibilities::of_sums(&section, &sums, &[0], &span, missing);
        prop_assert_eq!(possible.unwrap().classes(), found);
        // What is so now is possible, and less is open with less assumed.
        let mean = series.mean(of.item, &period, order).unwrap().unwrap();
        let now = classifier(of).class_of_quantity(of.item, mean.value()).unwrap();
        prop_assert!(found.contains(now));
    }
}

/// A section can be what the worst of its items can be: by hand. NH3-N I or II, TP II or III.
#[test]
fn a_section_can_be_what_its_worst_item_can() {
    let mut series = Series::new();
    let mut add = |day: &str, item: Item, cell: &str| {
        series.add(day.parse().unwrap(), item, &Reading::parse(cell, item).unwrap()).unwrap();
    };
    // (0.20 + 0 … 0.20) / 2 = 0.10 … 0.20; (0.150 + 0 … 0.30) / 2 = 0.075 … 0.225.
    add("2026-01-05", Item::AmmoniaNitrogen, "0.20");
    add("2026-02-05", Item::AmmoniaNitrogen, "0.20L");
    add("2026-01-05", Item::TotalPhosphorus, "0.150");
    add("2026-02-05", Item::TotalPhosphorus, "0.30L");
    let period = Period::year_to_date("2026-02".parse().unwrap());
    let means = series.means(&period, Averaging::MonthsFirst).unwrap();
    let measured: ItemMap<Measurement> =
        means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
    let five = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    let section = five.assess(&measured).unwrap();
    let can_be = SectionPossibilities::of(
        &section,
        &series,
        &period,
        Averaging::MonthsFirst,
        MissingMonths::AnyValue,
    )
    .unwrap();
    let of = |item| can_be.item(item).unwrap().classes().to_string();
    assert_eq!(of(Item::AmmoniaNitrogen), "I–II");
    assert_eq!(of(Item::TotalPhosphorus), "II–IV");
    assert_eq!(can_be.classes().to_string(), "II–IV");
    assert_eq!(section.class(), Some(Class::III));
    assert_eq!(can_be.absent().to_string(), "pH;DO;CODMn");
}

/// A mean over points: one point of 0.4 in both months, one of 0.1 in one of two. With any value
/// the second has at least 0.05 a month, so the section at least (0.4 + 0.05) / 2.
#[test]
fn each_point_misses_its_own_months() {
    let item = Item::AmmoniaNitrogen;
    let mut series = Series::new();
    for (point, day, cell) in
        [("a", "2026-01-05", "0.4"), ("a", "2026-02-05", "0.4"), ("b", "2026-01-05", "0.1")]
    {
        let reading = Reading::parse(cell, item).unwrap();
        series.add_at(point, day.parse().unwrap(), item, &reading).unwrap();
    }
    let period = Period::year_to_date("2026-02".parse().unwrap());
    let range = |missing| {
        series.mean_range(item, &period, Averaging::MonthsFirst, missing).unwrap().unwrap()
    };
    let any = range(MissingMonths::AnyValue);
    assert_eq!(any.least().round(3).unwrap().to_string(), "0.225");
    assert_eq!((any.greatest(), any.missing()), (None, 1));
    let seen = range(MissingMonths::WithinSeen);
    assert_eq!(seen.least(), seen.greatest().unwrap());
    assert_eq!(seen.least().round(2).unwrap().to_string(), "0.25");
    // Over all values there is no month to come.
    let pooled = series.mean_range(item, &period, Averaging::Pooled, MissingMonths::AnyValue);
    assert_eq!(pooled.unwrap().unwrap().missing(), 0);
}

/// pH goes through hydrogen ions: the least pH has the most of them. With 7 in one month of two,
/// any value leaves 10⁻⁷ … (10⁻⁷ + 1) / 2 mol/L, which is 7.301 … 0.301 to three decimals.
#[test]
fn a_ph_has_both_ends() {
    let mut series = Series::new();
    let reading = Reading::parse("7", Item::Ph).unwrap();
    series.add("2026-01-05".parse().unwrap(), Item::Ph, &reading).unwrap();
    let period = Period::year_to_date("2026-02".parse().unwrap());
    let range = series
        .mean_range(Item::Ph, &period, Averaging::MonthsFirst, MissingMonths::AnyValue)
        .unwrap()
        .unwrap();
    assert_eq!(range.least().round(3).unwrap().to_string(), "0.301");
    assert_eq!(range.greatest().unwrap().round(3).unwrap().to_string(), "7.301");
    let classes = ItemPossibilities::of(&Classifier::for_means(WaterBody::River), &range).unwrap();
    assert_eq!(classes.classes().to_string(), "I;inferior_V");
}

/// Copper has no class III to V of its own: II holds for all of them.
#[test]
fn classes_that_an_item_never_has_are_not_possible() {
    let mut series = Series::new();
    let reading = Reading::parse("0.005", Item::Copper).unwrap();
    series.add("2026-01-05".parse().unwrap(), Item::Copper, &reading).unwrap();
    let period = Period::year_to_date("2026-02".parse().unwrap());
    let range = series
        .mean_range(Item::Copper, &period, Averaging::MonthsFirst, MissingMonths::AnyValue)
        .unwrap()
        .unwrap();
    let classes = ItemPossibilities::of(&Classifier::for_means(WaterBody::River), &range).unwrap();
    assert_eq!(classes.classes().to_string(), "I;II;inferior_V");
}

#[test]
fn a_set_of_classes_is_empty_until_one_is_in_it() {
    assert!(ClassSet::EMPTY.is_empty());
    for class in Class::ALL {
        let one = ClassSet::EMPTY.with(class);
        assert!(!one.is_empty() && one.contains(class), "{class}");
        assert_eq!(one.iter().collect::<Vec<_>>(), [class]);
    }
}
