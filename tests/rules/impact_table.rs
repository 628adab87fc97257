//! The table of an impact assessment: each number by hand.

use gb3838::impact::{
    ImpactOptions, ItemEvaluation, OxygenSaturation, PollutionIndex, PrintedLimit,
    StandardIndexForm,
};
use gb3838::{
    Class, Decimal, Fraction, Item, ItemMap, NotAssessed, Reading, Standard, Verdict, WaterBody,
};

const STANDARD: Standard = Standard::GB_3838_2002;

fn row(item: Item, options: ImpactOptions, cells: &[(&str, Option<&str>)]) -> ItemEvaluation {
    let row = ItemEvaluation::new(item, WaterBody::River, &STANDARD, options).unwrap();
    let mut row = row.with_mean_index();
    for (cell, temperature) in cells {
        let saturation =
            temperature.map(|it| OxygenSaturation::of_river(it.parse().unwrap()).unwrap());
        row.add(&Reading::parse(cell, item).unwrap(), saturation.as_ref()).unwrap();
    }
    row
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "--".to_owned(), |value| value.to_string())
}

/// Index, exceeding of decided, multiple, verdict.
fn said(row: &ItemEvaluation) -> (String, u64, u64, String, Verdict) {
    let rate = row.rate();
    (
        text(row.largest().map(|index| index.round(3).unwrap())),
        rate.exceeding(),
        rate.total(),
        text(row.multiple().map(|multiple| multiple.round(3).unwrap())),
        row.verdict(),
    )
}

const PLAIN: ImpactOptions = ImpactOptions::HJ_2_3_2018;

/// Ammonia nitrogen against 1.0: 1.3 / 1.0, (1.3 − 1.0) / 1.0, one of three; 1.0 meets it.
#[test]
fn a_concentration() {
    let row = row(
        Item::AmmoniaNitrogen,
        PLAIN,
        &[("0.4", None), ("1.0", None), ("1.30", None), ("--", None)],
    );
    assert_eq!(said(&row), ("1.300".into(), 1, 3, "0.300".into(), Verdict::Missed));
    assert_eq!((row.samples(), row.missing(), row.below()), (3, 1, 0));
    let (least, greatest) = row.range().unwrap();
    assert_eq!(
        (*least, *greatest),
        (Reading::Value("0.4".parse().unwrap()), Reading::Value("1.30".parse().unwrap()),)
    );
    assert_eq!(row.rate().percent(1).unwrap(), Some("33.3".parse().unwrap()));
}

/// (7 − 5.8) / (7 − 6) = 1.2; (8.5 − 7) / (9 − 7) = 0.75. A pH has no multiple.
#[test]
fn a_ph_has_its_own_formula() {
    let row = row(Item::Ph, PLAIN, &[("5.8", None), ("8.5", None)]);
    assert_eq!(said(&row), ("1.200".into(), 1, 2, "--".into(), Verdict::Missed));
}

/// At 23 ℃ DOf = 468 / 54.6 = 60/7. Against 5: 4.5 gives 5 / 4.5 = 1.111; 1993: 10 − 9 · 4.5 / 5
/// = 1.9. 6.5: 5 / 6.5 = 0.769. Dissolved oxygen has no multiple.
#[test]
fn oxygen_has_its_own_formulas() {
    let cells = [("4.5", Some("23")), ("6.5", Some("23"))];
    let new = row(Item::DissolvedOxygen, PLAIN, &cells);
    assert_eq!(said(&new), ("1.111".into(), 1, 2, "--".into(), Verdict::Missed));
    let options = ImpactOptions { oxygen: StandardIndexForm::Oxygen1993, ..PLAIN };
    let old = row(Item::DissolvedOxygen, options, &cells);
    assert_eq!(said(&old), ("1.900".into(), 1, 2, "--".into(), Verdict::Missed));
    assert_eq!(old.largest().unwrap().form(), StandardIndexForm::Oxygen1993);
}

/// Half of 0.0002 is 0.0001, and 0.00010 is 0.0001: the range is the same in any order of samples.
#[test]
fn the_range_does_not_depend_on_the_order() {
    let cells = ["0.0002L", "0.0001", "0.00010", "0.00020L"];
    for first in 0..4 {
        for step in [1, 3] {
            let cells: Vec<_> = (0..4).map(|it| (cells[(first + step * it) % 4], None)).collect();
            let row = row(Item::Mercury, PLAIN, &cells);
            let range = row.range().map(|(least, greatest)| (*least, *greatest));
            let of = |cell| Reading::parse(cell, Item::Mercury).unwrap();
            let written =
                range.map(|(least, greatest)| (format!("{least:?}"), format!("{greatest:?}")));
            let expected = (format!("{:?}", of("0.00020L")), format!("{:?}", of("0.00010")));
            assert_eq!(written, Some(expected), "{cells:?}");
        }
    }
}

/// 1 500 numbers of 53 bits without common divisors worth speaking of: their common denominator has
/// some 75 000 bits, and a sum 65 536. The mean is given up, and no sample is.
#[test]
fn a_sum_without_room_costs_no_sample() {
    let cells: Vec<String> = (1..=1500).map(|it| format!("6.{it:015}")).collect();
    let cells: Vec<_> = cells.iter().map(|cell| (cell.as_str(), Some("23"))).collect();
    let row = row(Item::DissolvedOxygen, PLAIN, &cells);
    assert_eq!((row.samples(), row.without_index(), row.verdict()), (1500, 0, Verdict::Met));
    assert_eq!(row.mean_index(), None);
}

/// 5 / DO of 300 results from 5.01 to 8.00: the common denominator has hundreds of digits, and no
/// reading is lost for it. Σ 5 / (n / 100) = 500 Σ 1/n over n = 501 to 800; Σ 1/n is, by logarithms
/// (Euler–Maclaurin), ln(800/500) + 1/1600 − 1/1000 − (1/800² − 1/500²) / 12 = 0.46962883…, so the
/// mean is 500 · 0.46962883 / 300 = 0.7827147.
#[test]
fn oxygen_of_many_values_has_an_exact_mean_index() {
    let cells: Vec<String> =
        (501..=800).map(|it| format!("{}.{:02}", it / 100, it % 100)).collect();
    let cells: Vec<_> = cells.iter().map(|cell| (cell.as_str(), Some("23"))).collect();
    let row = row(Item::DissolvedOxygen, PLAIN, &cells);
    assert_eq!((row.samples(), row.without_index(), row.verdict()), (300, 0, Verdict::Met));
    let mean = row.mean_index().unwrap();
    assert!(mean.is_enclosed());
    assert_eq!(mean.round(6).unwrap().to_string(), "0.782715");
    // No two such numbers have a sum in a fraction; the index of both items is exact all the same.
    let other = PollutionIndex::of(&[(Item::Ph, mean)].into_iter().collect()).unwrap().unwrap();
    assert_eq!(other.value().round(6).unwrap().to_string(), "0.782715");
}

/// Without a temperature, and at zero, the limit itself decides, and the row says so.
#[test]
fn oxygen_without_an_index_is_held_against_its_limit() {
    let row = row(Item::DissolvedOxygen, PLAIN, &[("4.5", None), ("0", Some("23")), ("6", None)]);
    assert_eq!(said(&row), ("--".into(), 2, 3, "--".into(), Verdict::Missed));
    assert_eq!((row.without_index(), row.mean_index()), (3, None));
}

/// Copper against 1.0: half of 3 exceeds and proves nothing; half of 0.4 does not exceed.
#[test]
fn a_result_below_detection_never_proves_an_exceedance() {
    let open = row(Item::Copper, PLAIN, &[("0.2", None), ("3L", None)]);
    let verdict = Verdict::NotAssessed(NotAssessed::Undecidable);
    // 0.2 / 1.0: what decides nothing has no part in the largest index.
    assert_eq!(said(&open), ("0.200".into(), 0, 1, "--".into(), verdict));
    assert_eq!((open.undecidable(), open.below()), (1, 1));
    let met = row(Item::Copper, PLAIN, &[("0.2", None), ("0.4L", None)]);
    assert_eq!(said(&met), ("0.200".into(), 0, 2, "--".into(), Verdict::Met));
    let missed = row(Item::Copper, PLAIN, &[("1.1", None), ("3L", None)]);
    assert_eq!(missed.verdict(), Verdict::Missed);
    let none = row(Item::Copper, PLAIN, &[("--", None)]);
    assert_eq!(none.verdict(), Verdict::NotAssessed(NotAssessed::NoReadings));
}

/// Cadmium against 0.005: the one result is below 0.02, half of which is twice the limit; that is no
/// index of the item, and no part of a pollution index. Beside 0.001 the mean is 0.0055, by the
/// value: (0.001 + 0.01) / 2 / 0.005 = 1.1.
#[test]
fn what_decides_nothing_has_no_largest_index() {
    let alone = row(Item::Cadmium, PLAIN, &[("0.02L", None)]);
    let verdict = Verdict::NotAssessed(NotAssessed::Undecidable);
    assert_eq!(said(&alone), ("--".into(), 0, 0, "--".into(), verdict));
    assert_eq!((alone.mean_index(), alone.samples()), (None, 1));
    let mixed = row(Item::Cadmium, PLAIN, &[("0.001", None), ("0.02L", None)]);
    assert_eq!(said(&mixed), ("0.200".into(), 0, 1, "--".into(), verdict));
    assert_eq!(mixed.mean_index(), Fraction::ratio(11, 10));
    // Over by a little is over: 0.005004 / 0.005 = 1.0008.
    let over = row(Item::Cadmium, PLAIN, &[("0.005004", None), ("0.02L", None)]);
    assert_eq!(said(&over), ("1.001".into(), 1, 1, "0.001".into(), Verdict::Missed));
}

/// Oxygen below 0.5 is below 5, whatever it is: 5 / 0.25 = 20, and without a temperature the limit.
#[test]
fn oxygen_below_detection_exceeds() {
    for (temperature, index) in [(Some("23"), "20.000"), (None, "--")] {
        let low = row(Item::DissolvedOxygen, PLAIN, &[("0.5L", temperature)]);
        assert_eq!(said(&low), (index.into(), 1, 1, "--".into(), Verdict::Missed));
        assert_eq!((low.undecidable(), low.supersaturated()), (0, 0));
    }
}

/// At 28 ℃ DOf = 468 / 59.6 = 7.85235; (12.6 − 7.85235) / (7.85235 − 5) = 1.664. The limit, at least
/// 5, is kept, and the row says so. 8 mg/L is above saturation too, by 0.14765: 0.052.
#[test]
fn oxygen_far_above_saturation_exceeds_and_is_counted() {
    let warm = row(Item::DissolvedOxygen, PLAIN, &[("12.6", Some("28")), ("8", Some("28"))]);
    assert_eq!(said(&warm), ("1.664".into(), 1, 2, "--".into(), Verdict::Missed));
    assert_eq!(warm.supersaturated(), 1);
    let low = row(Item::DissolvedOxygen, PLAIN, &[("4.5", Some("28"))]);
    assert_eq!((low.verdict(), low.supersaturated()), (Verdict::Missed, 0));
}

/// A value that could not be read may exceed: what was read alone is no verdict, unless a sample
/// exceeds whatever it was.
#[test]
fn a_value_that_was_not_read_leaves_it_open() {
    let mut open = row(Item::ChemicalOxygenDemand, PLAIN, &[("15", None), ("--", None)]);
    open.add_not_read();
    let verdict = Verdict::NotAssessed(NotAssessed::NotRead);
    assert_eq!(said(&open), ("0.750".into(), 0, 1, "--".into(), verdict));
    assert_eq!((open.samples(), open.missing(), open.not_read()), (1, 1, 1));
    let mut missed = row(Item::ChemicalOxygenDemand, PLAIN, &[("25", None)]);
    missed.add_not_read();
    assert_eq!((missed.verdict(), missed.not_read()), (Verdict::Missed, 1));
    let mut none = row(Item::ChemicalOxygenDemand, PLAIN, &[]);
    none.add_not_read();
    assert_eq!((none.verdict(), none.samples()), (verdict, 0));
}

/// Total nitrogen has no limit on a river; the class changes the limit.
#[test]
fn the_limit_is_that_of_class_and_water() {
    let of = |item, body, class| {
        let options = ImpactOptions { class, ..PLAIN };
        ItemEvaluation::new(item, body, &STANDARD, options).map(|row| row.limit().to_string())
    };
    assert_eq!(of(Item::TotalNitrogen, WaterBody::River, Class::III), None);
    assert_eq!(of(Item::TotalPhosphorus, WaterBody::Lake, Class::II), Some("≤ 0.025".to_owned()));
    assert_eq!(of(Item::TotalPhosphorus, WaterBody::River, Class::II), Some("≤ 0.1".to_owned()));
}

/// (0.5 + 1.5 + 0.25) / 3 = 0.75; shares 22.2, 66.7 and 11.1 %.
#[test]
fn the_pollution_index_is_the_mean_with_its_shares() {
    let single: ItemMap<Fraction> = [
        (Item::PermanganateIndex, Fraction::ratio(1, 2).unwrap()),
        (Item::AmmoniaNitrogen, Fraction::ratio(3, 2).unwrap()),
        (Item::TotalPhosphorus, Fraction::ratio(1, 4).unwrap()),
    ]
    .into_iter()
    .collect();
    let index = PollutionIndex::of(&single).unwrap().unwrap();
    assert_eq!(index.value().round(2).unwrap().to_string(), "0.75");
    let share = |item| text(index.load_percent(item).map(|it| it.round(1).unwrap()));
    let shares = [Item::PermanganateIndex, Item::AmmoniaNitrogen, Item::TotalPhosphorus].map(share);
    assert_eq!(shares, ["22.2", "66.7", "11.1"]);
    assert_eq!(share(Item::Ph), "--");
    assert_eq!(PollutionIndex::of(&ItemMap::new()).unwrap(), None);
    assert!(index.rule().to_string().contains("非22号"));
}

/// Every limit of Table 1 is right for itself; a slip of ten is wrong (0.015 for 0.15).
#[test]
fn printed_limits_are_held_against_the_table() {
    let check = |item, body, class, printed: &str| {
        let printed: Decimal = printed.parse().unwrap();
        PrintedLimit::check(item, body, class, printed, &STANDARD)
    };
    let (river, lake) = (WaterBody::River, WaterBody::Lake);
    assert_eq!(check(Item::AmmoniaNitrogen, river, Class::I, "0.150"), PrintedLimit::Right);
    assert_eq!(check(Item::AmmoniaNitrogen, river, Class::I, "0.015"), PrintedLimit::Wrong);
    assert_eq!(
        check(Item::AmmoniaNitrogen, river, Class::III, "1.5"),
        PrintedLimit::OfClass(Class::IV)
    );
    assert_eq!(
        check(Item::TotalPhosphorus, river, Class::III, "0.05"),
        PrintedLimit::OfOtherWater(lake)
    );
    assert_eq!(check(Item::TotalNitrogen, river, Class::III, "1.2"), PrintedLimit::NoneSet);
    assert_eq!(
        check(Item::TotalNitrogen, river, Class::III, "1.0"),
        PrintedLimit::OfOtherWater(lake)
    );
    for printed in ["6", "9"] {
        assert_eq!(check(Item::Ph, river, Class::III, printed), PrintedLimit::Right);
    }
    assert_eq!(check(Item::Ph, river, Class::III, "8.5"), PrintedLimit::Wrong);
}
