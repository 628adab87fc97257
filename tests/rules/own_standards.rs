//! A standard of the caller's own, made outside the crate: what is refused, and that classes,
//! columns, sums, targets and reports work with it and name it.

use gb3838::error::{LimitReason, StandardError};
use gb3838::limits::{Edition, LimitRow};
use gb3838::plan::{AssessOptions, Plan, ReadingsBySection, RegionYear, RegionYearOptions};
use gb3838::report::{Language, PlanReport, RegionReport};
use gb3838::sums::SumSpan;
use gb3838::{
    Batch, Certainty, Circumstances, Class, ClassCode, Classifier, Column, Comparison, Decimal,
    Item, ItemSet, Period, Reading, Rule, Sample, Series, Standard, SumTable, Target, Verdict,
    WaterBody, Year,
};
use proptest::prelude::*;

use crate::make::number;

/// The five classes of another country, in one page of code.
const OWN: Standard = match Standard::new(
    "QS 1:2030",
    "Decree 7/2030, Annex 2",
    &[
        LimitRow::within(Item::Ph, None, ["6", "9"]),
        LimitRow::at_least(Item::DissolvedOxygen, None, ["8", "7", "5", "4", "1.5"]),
        LimitRow::at_most(Item::PermanganateIndex, None, ["1", "2", "3", "4", "5"]),
        LimitRow::at_most(Item::AmmoniaNitrogen, None, ["0.05", "0.1", "0.35", "0.7", "1.05"]),
        LimitRow::at_most(
            Item::TotalPhosphorus,
            Some(WaterBody::River),
            ["0.015", "0.05", "0.055", "0.25", "0.5"],
        ),
        LimitRow::at_most(
            Item::TotalPhosphorus,
            Some(WaterBody::Lake),
            ["0.005", "0.01", "0.015", "0.02", "0.025"],
        ),
    ],
) {
    Ok(standard) => standard,
    Err(_) => panic!("a row of the table is refused"),
};

/// The same in one page of JSON.
const OWN_FILE: &str = r#"{
    "format": 1,
    "name": "QS 1:2030",
    "document": "Decree 7/2030, Annex 2",
    "limits": [
        { "item": "pH", "within": ["6", "9"] },
        { "item": "溶解氧", "at_least": ["8", "7", "5", "4", "1.5"] },
        { "item": "CODMn", "at_most": ["1", "2", "3", "4", "5"] },
        { "item": "氨氮", "at_most": ["0.05", "0.1", "0.35", "0.7", "1.05"] },
        { "item": "TP", "water_body": "river", "at_most": ["0.015", "0.05", "0.055", "0.25", "0.5"] },
        { "item": "TP", "water_body": "lake", "at_most": ["0.005", "0.01", "0.015", "0.02", "0.025"] }
    ]
}"#;

fn is_own(edition: &Edition) -> bool {
    (edition.name(), edition.document()) == ("QS 1:2030", "Decree 7/2030, Annex 2")
}

fn own_river(comparison: Comparison) -> Classifier {
    Classifier::new(OWN, WaterBody::River, ItemSet::FIVE, comparison)
}

/// Neighbouring classes may have one limit, as Table 1 prints them, and no worse class a stricter one.
#[test]
fn equal_limits_of_neighbours_stand_in_order() {
    let of = |row: LimitRow| Standard::new("QS 2", "QS 2", &[row]);
    let oxygen = |limits| of(LimitRow::at_least(Item::DissolvedOxygen, None, limits));
    let ammonia = |limits| of(LimitRow::at_most(Item::AmmoniaNitrogen, None, limits));
    for limits in [["7", "7", "5", "3", "2"], ["7", "6", "5", "3", "3"], ["5"; 5]] {
        assert!(oxygen(limits).is_ok(), "{limits:?}");
    }
    for limits in [["2", "2", "3", "5", "7"], ["2", "3", "5", "7", "7"], ["5"; 5]] {
        assert!(ammonia(limits).is_ok(), "{limits:?}");
    }
    for place in 1..5 {
        let (mut falling, mut rising) = (["5"; 5], ["5"; 5]);
        (falling[place], rising[place]) = ("4.9", "5.1");
        assert!(oxygen(rising).is_err(), "{rising:?}");
        assert!(ammonia(falling).is_err(), "{falling:?}");
        if place == 4 {
            assert!(oxygen(falling).is_ok() && ammonia(rising).is_ok());
        }
    }
}

#[test]
fn code_and_file_make_the_same_standard() {
    let read: Standard = serde_json::from_str(OWN_FILE).unwrap();
    assert_eq!(read, OWN);
    let written = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<Standard>(&written).unwrap(), OWN);
    assert_eq!(OWN.limits(Item::ChemicalOxygenDemand, WaterBody::River), None);
}

/// The national edition and one with local limits go out and come back whole.
#[test]
fn every_standard_is_written_and_read_back() {
    let local = Standard::GB_3838_2002
        .with_limit(Item::AmmoniaNitrogen, WaterBody::River, Class::III, number("0.8"))
        .unwrap()
        .with_added_limits(
            Item::TotalNitrogen,
            WaterBody::River,
            ["0.5", "1", "1.5", "2", "3"].map(number),
        )
        .unwrap()
        .with_local_document("DB 00/1234-2026")
        .unwrap();
    let written = serde_json::to_string(&local).unwrap();
    assert_eq!(
        serde_json::from_str::<Standard>(&written)
            .unwrap()
            .rule_of(Item::TotalNitrogen, WaterBody::River),
        local.rule_of(Item::TotalNitrogen, WaterBody::River)
    );
    assert!(written.contains(r#""local_document":"DB 00/1234-2026""#), "{written}");
    // What is read back has the limits of the law, and is no law: its rule is the caller's word.
    let national = serde_json::to_string(&Standard::GB_3838_2002).unwrap();
    let read: Standard = serde_json::from_str(&national).unwrap();
    for item in Item::ALL {
        for body in WaterBody::ALL {
            assert_eq!(read.limits(item, body), Standard::GB_3838_2002.limits(item, body));
        }
    }
    assert_eq!(read.edition().rule().certainty(), Certainty::Known);
    assert_eq!(Standard::GB_3838_2002.edition().rule(), Rule::TABLE_1);
}

/// Each check, by its reason and by the text that it complains about.
#[test]
fn what_is_no_standard_is_refused() {
    let five = |limits| LimitRow::at_most(Item::AmmoniaNitrogen, None, limits);
    let oxygen = |limits| LimitRow::at_least(Item::DissolvedOxygen, None, limits);
    let rising = ["0.1", "0.2", "0.3", "0.4", "0.5"];
    let refused = |row: LimitRow<'_>| match Standard::new("A", "B", &[row]) {
        Err(StandardError::Row { item, limit, reason, .. }) => {
            assert_eq!(item, row.item());
            (limit.as_str().to_owned(), reason)
        }
        other => panic!("{other:?}"),
    };
    for (row, limit, reason) in [
        (five(["0.1", "0.3", "0.2", "0.4", "0.5"]), "0.2", LimitReason::OutOfOrder),
        (five(["0.1", "0.2", "1 mg/L", "2", "3"]), "1 mg/L", LimitReason::NotANumber),
        (five(["0.1", "0.125", "0.2", "0.4", "0.5"]), "0.125", LimitReason::TooFine),
        (five(["0", "0.2", "0.3", "0.4", "0.5"]), "0", LimitReason::NotAboveZero),
        (five(["-1", "0.2", "0.3", "0.4", "0.5"]), "-1", LimitReason::NotAboveZero),
        (
            five(["0.1", "0.2", "0.3", "0.4", "9223372036854775807"]),
            "9223372036854775807",
            LimitReason::TooLarge,
        ),
        (oxygen(["7", "6", "5", "5.5", "2"]), "5.5", LimitReason::OutOfOrder),
        (
            LimitRow::at_least(Item::AmmoniaNitrogen, None, ["5", "4", "3", "2", "1"]),
            "5",
            LimitReason::WrongDirection,
        ),
        (
            LimitRow::at_most(Item::DissolvedOxygen, None, rising),
            "0.1",
            LimitReason::WrongDirection,
        ),
        (
            LimitRow::at_most(Item::Ph, None, ["6", "7", "8", "9", "10"]),
            "6",
            LimitReason::WrongDirection,
        ),
        (LimitRow::within(Item::Ph, None, ["9", "6"]), "6", LimitReason::OutOfOrder),
        (LimitRow::within(Item::Ph, None, ["6.5", "9"]), "6.5", LimitReason::TooFine),
        (LimitRow::within(Item::Lead, None, ["1", "2"]), "1", LimitReason::WrongDirection),
        (
            LimitRow::weekly_change(Item::WaterTemperature, None, ["1", "-2"]),
            "-2",
            LimitReason::NotAboveZero,
        ),
    ] {
        assert_eq!(refused(row), (limit.to_owned(), reason));
    }
    // Equal neighbours are allowed, as the law prints them.
    assert!(Standard::new("A", "B", &[five(["0.1", "0.1", "0.1", "0.2", "0.2"])]).is_ok());
    let twice =
        [five(rising), LimitRow::at_most(Item::AmmoniaNitrogen, Some(WaterBody::Lake), rising)];
    assert!(matches!(
        Standard::new("A", "B", &twice),
        Err(StandardError::Row { reason: LimitReason::AlreadyLimited, .. })
    ));
    let long = "标".repeat(32);
    let row = [five(rising)];
    assert_eq!(Standard::new("A", "B", &[]), Err(StandardError::NoRows));
    for missing in ["", "  ", &long] {
        assert!(matches!(Standard::new(missing, "B", &row), Err(StandardError::Name(_))));
        assert!(matches!(Standard::new("A", missing, &row), Err(StandardError::Document(_))));
        assert!(Standard::GB_3838_2002.with_local_document(missing).is_err());
    }
    assert!(Standard::new(&"标".repeat(31), "B", &row).is_ok());
}

/// A file is refused with the same words, and an unknown key is not passed over.
#[test]
fn a_file_has_the_same_checks() {
    let file = |head: &str, row: &str| {
        let text = format!(r#"{{ "format": 1, {head}, "limits": [{row}] }}"#);
        serde_json::from_str::<Standard>(&text).unwrap_err().to_string()
    };
    let named = r#""name": "A", "document": "B""#;
    let row = r#"{ "item": "TP", "at_most": ["0.1", "0.2", "0.3", "0.4", "0.5"] }"#;
    for (head, row, part) in [
        (r#""name": "A""#, row, "document"),
        (r#""document": "B""#, row, "name"),
        (r#""name": " ", "document": "B""#, row, "name \" \" of a standard"),
        (named, "", "without limits"),
        (named, r#"{ "item": "TP" }"#, "limits of TP: expected one of at_most"),
        (
            named,
            r#"{ "item": "pH", "within": ["6", "9"], "at_most": ["1", "1", "1", "1", "1"] }"#,
            "limits of pH",
        ),
        (named, r#"{ "item": "TP", "at_most": ["0.1", "0.2", "0.3", "0.4"] }"#, "length"),
        (named, r#"{ "item": "TP", "at_most": [0.1, 0.2, 0.3, 0.4, 0.5] }"#, "string"),
        (named, r#"{ "item": "XX", "at_most": ["1", "1", "1", "1", "1"] }"#, "XX"),
        (
            named,
            r#"{ "item": "TP", "body": "river", "at_most": ["1", "1", "1", "1", "1"] }"#,
            "body",
        ),
        (
            named,
            r#"{ "item": "TP", "at_most": ["0.3", "0.2", "0.3", "0.4", "0.5"] }"#,
            "limit \"0.2\" of TP",
        ),
    ] {
        let error = file(head, row);
        assert!(error.contains(part), "{error} has no {part}");
    }
    let other = OWN_FILE.replace("\"format\": 1", "\"format\": 2");
    assert!(
        serde_json::from_str::<Standard>(&other).unwrap_err().to_string().contains("expected 1")
    );
}

/// A sample's class by the obvious way: round, then compare with each limit in turn.
fn obvious(standard: &Standard, body: WaterBody, item: Item, value: Decimal, round: bool) -> Class {
    let compared =
        if round { value.round_keeping_digit(item.assessment_decimals()) } else { value };
    let meets = |class: &&Class| {
        let bound = standard.limit(item, body, **class).unwrap();
        bound.holds_where(|limit| compared.cmp(&limit))
    };
    Class::WITH_LIMITS.iter().find(meets).copied().unwrap_or(Class::InferiorV)
}

proptest! {
    /// Scalar calls, columns and sums class by it as rounding and comparing do.
    #[test]
    fn all_paths_class_by_it(
        units in 0..3000_i32,
        item in prop::sample::select(ItemSet::FIVE.iter().collect::<Vec<_>>()),
        round in any::<bool>(),
        body in prop::sample::select(WaterBody::ALL.to_vec()),
    ) {
        let value = Decimal::new(i64::from(units), 3).unwrap();
        let expected = obvious(&OWN, body, item, value, round);
        let comparison = if round { Comparison::RoundFirst } else { Comparison::FullValue };
        let classifier = Classifier::new(OWN, body, ItemSet::FIVE, comparison);
        prop_assert_eq!(classifier.class_of(item, value).unwrap(), Some(expected));
        let values = [units];
        let columns = [Column::scaled(item, &values, 3)];
        let mut codes = [0];
        Batch::new(&classifier, &columns).unwrap().class(&mut codes).unwrap();
        prop_assert_eq!(codes[0], ClassCode::from(Some(expected)).value());
        let mut sums = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
        sums.add_reading(0, 0, item, &Reading::Value(value)).unwrap();
        let of_sums = classifier.assess_sums(&sums, &SumSpan::months(0..12)).unwrap();
        prop_assert_eq!(of_sums[0].class(), Some(expected));
        prop_assert!(is_own(of_sums[0].edition()));
    }
}

/// Section, target and multiple: 0.36 is class IV here, and class II by GB 3838-2002.
#[test]
fn sections_and_verdicts_name_it() {
    let river = own_river(Comparison::FullValue);
    let sample = Sample::parse_named([("氨氮", "0.36"), ("pH", "7")]).unwrap();
    let known = Circumstances::new().with_target(Class::III);
    let section = river.assess_with(&sample, &known).unwrap();
    assert_eq!(section.class(), Some(Class::IV));
    assert!(is_own(section.edition()));
    let first = section.rules().next().unwrap();
    assert_eq!((first.document(), first.certainty()), ("Decree 7/2030, Annex 2", Certainty::Known));
    assert!(section.rules().all(|rule| rule != Rule::TABLE_1));
    let judged = Target::class(Year::new(2030).unwrap(), Class::III).judge_section(&section);
    assert_eq!(judged.verdict(), Verdict::Missed);
    assert!(judged.edition().is_some_and(is_own));
    // 0.36 / 0.35 − 1
    let multiple = section.exceedance_multiple(Item::AmmoniaNitrogen, Class::III).unwrap();
    assert_eq!(multiple.round(2).unwrap(), number("0.03"));
    let national = Classifier::for_readings(WaterBody::River).assess(&sample).unwrap();
    assert_eq!(national.class(), Some(Class::II));
    let unlike = national.edition();
    assert_eq!((unlike.name(), unlike.document()), ("GB 3838-2002", "GB 3838-2002"));
}

/// A plan and the report of a region: the words say which standard, and the data both names.
#[test]
fn reports_name_it() {
    let plan: Plan = serde_json::from_str(
        r#"{ "format": 1, "name": "P", "year": 2030, "items": "five",
             "sections": [{ "name": "S", "level": "national", "counties": ["C"], "water": "W",
                            "water_body": "river",
                            "targets": [{ "from": 2030, "class": "III" }] }] }"#,
    )
    .unwrap();
    let mut series = Series::new();
    let (day, item) = ("2030-03-05".parse().unwrap(), Item::AmmoniaNitrogen);
    series.add(day, item, &Reading::Value(number("0.36"))).unwrap();
    let readings = ReadingsBySection::from([("S".to_owned(), series)]);
    let year = Period::year(Year::new(2030).unwrap());
    let options = AssessOptions::new().with_standard(OWN);
    let assessed = plan.assess_with(&readings, &year, &options).unwrap();
    let report = PlanReport::from(&assessed);
    assert_eq!(report.sections[0].class, Some(Class::IV));
    assert_eq!(report.sections[0].verdict, Verdict::Missed);
    let data = serde_json::to_value(&report).unwrap();
    assert_eq!(data["standard"], "QS 1:2030");
    assert_eq!(data["standard_document"], "Decree 7/2030, Annex 2");
    assert_eq!(data["sections"][0]["rules"][0], "Decree 7/2030, Annex 2, 标准限值 (K)");
    let region = RegionReport::new(
        "R",
        &RegionYear::new(&assessed, &[], &[], &RegionYearOptions::DOCUMENT_22),
    );
    for language in [Language::Chinese, Language::English] {
        let basis = region.basis(language);
        assert!(basis.contains("QS 1:2030 (Decree 7/2030, Annex 2)"), "{basis}");
    }
}
