//! Drinking-water sources: three tables, lists, exemptions, pass rates.

use std::collections::BTreeMap;

use gb3838::{
    Bound, Class, Fraction, Item, NotAssessed, Notation, Rule, Verdict,
    error::SourceRateError,
    source::{
        RatedSource, SourceItem, SourceJudgement, SourceList, SourceMeasurement, SourceRates,
        SourceStatus, SurfaceItem, SurfaceSource, SurfaceSourceAssessment,
    },
    target::Share,
};

use crate::make::{lake, number, river, river_means};

fn assess(source: &SurfaceSource, readings: &[(&str, &str)]) -> SurfaceSourceAssessment {
    let mut basic = gb3838::ItemMap::new();
    let mut others = BTreeMap::new();
    for (name, cell) in readings {
        match name.parse().unwrap() {
            SurfaceItem::Basic(item) => {
                let reading = gb3838::Reading::parse(cell, item).unwrap();
                basic.insert(item, gb3838::Measurement::from(reading));
            }
            SurfaceItem::Source(item) => {
                let reading = Notation::new().parse_source(cell, item).unwrap();
                others.insert(item, reading.into());
            }
        }
    }
    source.assess(&basic, &others).unwrap()
}

fn mean_of(value: Fraction) -> SourceMeasurement {
    SourceMeasurement::Mean { value, detection_limit: None }
}

/// Failing items with their multiples: `铁(0.33)`.
fn failing(source: &SurfaceSourceAssessment) -> Vec<String> {
    let print = |entry: &gb3838::source::FailingSourceItem| match entry.multiple() {
        Some(multiple) => format!("{}({})", entry.item(), multiple.round(2).unwrap()),
        None => entry.item().to_string(),
    };
    source.failing().iter().map(print).collect()
}

/// Table 1 against class III; reference items singly, total nitrogen not at rivers.
#[test]
fn reference_items_are_reported_and_never_fail() {
    let readings = [("TN", "2.5"), ("FC", "50000"), ("WT", "30"), ("TP", "0.06"), ("pH", "7")];
    let of_lake = assess(&SurfaceSource::new(lake()), &readings);
    assert_eq!(failing(&of_lake), ["TP(0.20)"]);
    let reference: Vec<_> = of_lake.reference_classes().collect();
    let worst = Class::InferiorV;
    assert_eq!(reference, [(Item::TotalNitrogen, worst), (Item::FaecalColiforms, worst)]);
    let of_river = assess(&SurfaceSource::new(river()), &readings);
    assert_eq!(of_river.verdict(), Verdict::Met);
    let reference: Vec<_> = of_river.reference_classes().collect();
    assert_eq!(reference, [(Item::FaecalColiforms, worst)]);
}

/// Some sources must reach class II.
#[test]
fn a_source_has_class_iii_or_its_own_target() {
    let readings = [("TP", "0.03"), ("DO", "5.5")];
    let source = SurfaceSource::new(lake());
    assert_eq!(assess(&source, &readings).verdict(), Verdict::Met);
    let stricter = assess(&source.with_target(Class::II), &readings);
    assert_eq!(failing(&stricter), ["DO", "TP(0.20)"]);
    assert_eq!(stricter.target(), Class::II);
    assert!(stricter.rules().any(|rule| rule == Rule::SOURCE_TARGET));
}

/// Table 1 is compared as the classifier says, Tables 2 and 3 always at full value.
#[test]
fn tables_2_and_3_are_never_rounded_first() {
    let readings = [("NH3-N", "1.005"), ("铁", "0.3004"), ("锰", "0.1")];
    let rounded = assess(&SurfaceSource::new(river_means()), &readings);
    let names: Vec<_> = rounded.failing().iter().map(|entry| entry.item().name_zh()).collect();
    assert_eq!(names, ["铁"]);
    let full = assess(&SurfaceSource::new(river()), &readings);
    assert_eq!(full.failing().len(), 2);
    assert_eq!(full.failing()[1].class(), None);
    let negative = mean_of(Fraction::from(number("-0.1")));
    assert!(SourceItem::Iron.judge(&negative).unwrap_err().to_string().contains("-1/10"));
}

/// Each of the 85 items meets its own limit and fails one unit above.
#[test]
fn each_item_of_tables_2_and_3_passes_at_its_limit_and_fails_above() {
    for item in SourceItem::ALL {
        let Bound::AtMost(limit) = item.limit() else { panic!("{item}") };
        let at = mean_of(Fraction::from(limit));
        assert!(matches!(item.judge(&at), Ok(SourceJudgement::Passed(_))), "{item}");
        let tiny = Fraction::from(number("1e-18"));
        let above = Fraction::from(limit).checked_add(&tiny).unwrap();
        let above = mean_of(above);
        assert!(matches!(item.judge(&above), Ok(SourceJudgement::Failed(_))), "{item}");
    }
}

/// Acetaldehyde: limit 0.05, the only listed method detects 0.24.
#[test]
fn half_a_detection_limit_over_the_limit_decides_nothing() {
    let only_listed = SourceItem::Acetaldehyde.methods()[0].detection_limit().unwrap();
    let cell = format!("{only_listed}L");
    let source = SurfaceSource::new(river());
    let alone = assess(&source, &[("乙醛", &cell)]);
    assert_eq!(alone.undecidable(), [SourceItem::Acetaldehyde.into()]);
    assert_eq!(alone.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
    let beside = assess(&source, &[("乙醛", &cell), ("铁", "0.03L")]);
    assert_eq!(beside.verdict(), Verdict::Met);
    assert!(beside.rules().any(|rule| rule == Rule::UNDECIDABLE));
    // Half of 0.10 equals the limit, and meets it.
    let decidable = assess(&source, &[("乙醛", "0.10L")]);
    assert_eq!((decidable.undecidable(), decidable.verdict()), (vec![], Verdict::Met));
}

/// A mean of nothing but results below a detection limit proves no exceedance either.
#[test]
fn a_mean_of_non_detects_decides_no_exceedance() {
    let item = SourceItem::Acetaldehyde;
    let judge = |cells: &[&str]| {
        let read = |cell: &&str| Notation::new().parse_source(cell, item).unwrap();
        let readings: Vec<_> = cells.iter().map(read).collect();
        item.judge(&SourceMeasurement::mean(item, &readings).unwrap().unwrap()).unwrap()
    };
    let undecidable = SourceJudgement::Undecidable { detection_limit: number("0.24") };
    assert_eq!(judge(&["0.24L", "0.02L", "--"]), undecidable);
    // (0.12 + 0.01) / 2 with a value in it is judged by its value.
    assert!(matches!(judge(&["0.24L", "0.01"]), SourceJudgement::Failed(_)));
    assert!(matches!(judge(&["0.04L", "0.08"]), SourceJudgement::Passed(_)));
}

/// 61 = 23 + 5 + 33; 62 keeps COD; 109 are all.
#[test]
fn lists_have_their_counts() {
    for (list, basic, second, third) in [
        (SourceList::Monthly61, 23, 5, 33),
        (SourceList::Monthly62, 24, 5, 33),
        (SourceList::Yearly109, 24, 5, 80),
    ] {
        let of_table = |table| {
            list.iter()
                .filter(move |item| matches!(item, SurfaceItem::Source(it) if it.table() == table))
        };
        assert_eq!(list.basic_items().len(), basic);
        assert_eq!((of_table(2).count(), of_table(3).count()), (second, third));
        assert_eq!(list.count(), basic + second + third);
        assert_eq!(list.iter().count(), list.count());
    }
    assert_eq!(SourceList::Monthly62.rule(), Rule::MONTHLY_SOURCE_LIST);
    assert_eq!(SourceList::Yearly109.rule().certainty().letter(), "K");
}

/// Items of the list that were not read are named; items beyond it take no part.
#[test]
fn a_list_says_what_is_absent_and_what_is_outside() {
    let readings = [("pH", "7"), ("COD", "30"), ("乙醛", "0.2"), ("铁", "--")];
    let source = SurfaceSource::new(river());
    let without_list = assess(&source, &readings);
    assert_eq!(without_list.absent(), [SourceItem::Iron.into()]);
    assert_eq!(without_list.failing().len(), 2);
    let monthly = assess(&source.clone().with_list(SourceList::Monthly61), &readings);
    assert_eq!(monthly.absent().len(), 60);
    assert!(monthly.absent().contains(&SourceItem::Iron.into()));
    assert_eq!(
        monthly.outside(),
        [Item::ChemicalOxygenDemand.into(), SourceItem::Acetaldehyde.into()]
    );
    assert_eq!((monthly.failing(), monthly.verdict()), (vec![], Verdict::Met));
    let with_cod = assess(&source.clone().with_list(SourceList::Monthly62), &readings);
    assert_eq!(failing(&with_cod), ["COD(0.50)"]);
    let yearly = assess(&source.with_list(SourceList::Yearly109), &readings);
    assert_eq!((yearly.outside(), yearly.failing().len()), (vec![], 2));
    assert_eq!(yearly.absent().len(), 106);
}

/// Geological origin: both results are given.
#[test]
fn an_exemption_gives_both_results() {
    let readings = [("F-", "1.3"), ("锰", "0.15"), ("pH", "7")];
    let source = SurfaceSource::new(river()).with_exemption(Item::Fluoride, "地质原因");
    let one = assess(&source, &readings);
    assert_eq!((one.verdict(), one.verdict_with_exemptions()), (Verdict::Missed, Verdict::Missed));
    let both = assess(&source.with_exemption(SourceItem::Manganese, "地质原因"), &readings);
    assert_eq!((both.verdict(), both.verdict_with_exemptions()), (Verdict::Missed, Verdict::Met));
    assert_eq!(failing(&both), ["F-(0.30)", "Manganese(0.50)"]);
    assert_eq!(both.failing()[0].exemption(), Some("地质原因"));
    assert!(both.rules().any(|rule| rule == Rule::GEOLOGICAL_EXEMPTION));
    // An exemption that was not needed is recorded all the same.
    let unneeded = SurfaceSource::new(river()).with_exemption(Item::Arsenic, "地质原因");
    let passing = assess(&unneeded, &[("As", "0.01")]);
    assert!(passing.exemptions().eq([(Item::Arsenic.into(), "地质原因")]));
    assert!(!passing.rules().any(|rule| rule == Rule::GEOLOGICAL_EXEMPTION));
    assert_eq!(passing.verdict_with_exemptions(), Verdict::Met);
}

/// Where all that was decided is exempted, nothing is left to be met.
#[test]
fn nothing_but_exempted_failures_is_not_assessed() {
    let source = SurfaceSource::new(river()).with_exemption(Item::Fluoride, "地质原因");
    let alone = assess(&source, &[("F-", "1.3")]);
    let open = Verdict::NotAssessed(NotAssessed::NoClass);
    assert_eq!((alone.verdict(), alone.verdict_with_exemptions()), (Verdict::Missed, open));
    let rates = SourceRates::of(&[RatedSource::surface("井", &alone)]).unwrap();
    assert_eq!(percent(rates.by_number()), "0.0");
    assert_eq!(percent(rates.by_number_with_exemptions()), "none");
    assert_eq!(rates.not_assessed(), [""; 0]);
    assert_eq!(rates.not_assessed_with_exemptions(), ["井"]);
}

/// Half a detection limit, and reference items, are said by their rules.
#[test]
fn rules_say_what_entered() {
    let has = |readings: &[(&str, &str)], rule: Rule| {
        assess(&SurfaceSource::new(lake()), readings).rules().any(|it| it == rule)
    };
    for (readings, halves, reference) in [
        (&[("TP", "0.01")][..], false, false),
        (&[("TP", "0.01L")], true, false),
        (&[("铁", "0.03L")], true, false),
        (&[("铁", "0.03"), ("TN", "0.5")], false, true),
    ] {
        assert_eq!(has(readings, Rule::HALF_DETECTION_LIMIT), halves, "{readings:?}");
        assert_eq!(has(readings, Rule::ASSESSED_ITEMS), reference, "{readings:?}");
    }
}

#[test]
fn nothing_read_is_not_assessed() {
    let empty = assess(&SurfaceSource::new(lake()), &[]);
    assert_eq!(empty.verdict(), Verdict::NotAssessed(NotAssessed::NoReadings));
    // Reference items alone make no verdict.
    let reference = assess(&SurfaceSource::new(lake()), &[("TN", "0.1")]);
    assert_eq!(reference.verdict().name(), "not_assessed");
}

fn percent(share: Option<Share>) -> String {
    share.map_or_else(|| "none".to_owned(), |share| share.percent(1).unwrap().to_string())
}

/// Rates count those in use; backup and planned ones are listed.
#[test]
fn rates_count_assessed_sources_in_use() {
    let open = Verdict::NotAssessed(NotAssessed::NoReadings);
    let sources = [
        RatedSource::new("a", Verdict::Met).with_intake(number("10")),
        RatedSource::new("b", Verdict::Missed).with_intake(number("20.5")),
        RatedSource::new("c", Verdict::Met),
        RatedSource::new("d", open).with_intake(number("99")),
        RatedSource::new("e", Verdict::Missed).with_status(SourceStatus::Backup),
        RatedSource::new("f", open).with_status(SourceStatus::Planned),
    ];
    let rates = SourceRates::of(&sources).unwrap();
    assert_eq!(rates.by_number().unwrap().exact().to_string(), "2/3");
    assert_eq!(rates.by_volume().unwrap().exact().to_string(), "20/61");
    assert_eq!(rates.total_intake().to_string(), "30.5");
    let not_in_use =
        [("e".to_owned(), SourceStatus::Backup), ("f".to_owned(), SourceStatus::Planned)];
    assert_eq!(rates.not_in_use(), not_in_use);
    assert_eq!(
        (rates.not_assessed(), rates.without_intake()),
        (&["d".to_owned()][..], &["c".to_owned()][..])
    );
    assert!(rates.rules().any(|rule| rule == Rule::SOURCES_IN_USE));
    let refused = SourceRates::of(&[sources[0].clone().with_intake(number("-1"))]);
    assert_eq!(refused, Err(SourceRateError::NegativeIntake { intake: number("-1") }));
}

#[test]
fn an_empty_group_has_no_rate() {
    for sources in [
        vec![],
        vec![RatedSource::new("a", Verdict::NotAssessed(NotAssessed::NoReadings))],
        vec![RatedSource::new("a", Verdict::Met).with_status(SourceStatus::Backup)],
    ] {
        let rates = SourceRates::of(&sources).unwrap();
        assert_eq!(percent(rates.by_number()), "none");
        assert_eq!(percent(rates.by_volume_with_exemptions()), "none");
    }
    let dry = [RatedSource::new("a", Verdict::Met).with_intake(number("0.00"))];
    let rates = SourceRates::of(&dry).unwrap();
    assert_eq!(
        (percent(rates.by_number()), percent(rates.by_volume())),
        ("100.0".into(), "none".into())
    );
}

/// 亳州市环境质量月报2022年7月: 93.72 and 451.05 in 10⁴ t; exceedances of geological origin at
/// the first source are printed as passing, 100 %.
#[test]
fn rates_stand_with_and_without_exemption() {
    let sources = [
        RatedSource::new("涡北水厂", Verdict::Missed)
            .or_exempted(Verdict::Met)
            .with_intake(number("93.72")),
        RatedSource::new("亳州市调蓄水库", Verdict::Met).with_intake(number("451.05")),
    ];
    let rates = SourceRates::of(&sources).unwrap();
    assert_eq!(rates.total_intake().to_string(), "544.77");
    // 451.05 / 544.77 = 15035 / 18159, in lowest terms.
    assert_eq!(rates.by_volume().unwrap().exact().to_string(), "15035/18159");
    assert_eq!(percent(rates.by_volume_with_exemptions()), "100.0");
    assert_eq!(
        (percent(rates.by_number()), percent(rates.by_number_with_exemptions())),
        ("50.0".into(), "100.0".into())
    );
    assert!(rates.rules().any(|rule| rule == Rule::GEOLOGICAL_EXEMPTION));
    assert!(rates.rules().all(|rule| rule != Rule::SOURCES_IN_USE));
}
