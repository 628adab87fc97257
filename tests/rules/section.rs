//! A section: the worst participating item, and everything that takes no part.

use gb3838::{
    Circumstances, Class, Exemption, Item, ItemMap, ItemSet, Judgement, Missing, NotAssessed,
    Quality, Rule, SectionAssessment, Standard, Target, Verdict, Year,
    section::{Absence, BackgroundLeftOut},
};

use crate::make::{assess, assess_with, lake, river, set};

/// The worst item alone makes the class; all items of that class are named.
#[test]
fn the_worst_item_makes_the_class() {
    let section = assess(
        &river(),
        &[("pH", "7.6"), ("DO", "4.1"), ("CODMn", "6.3"), ("NH3-N", "0.2"), ("TP", "0.09")],
    );
    assert_eq!(section.class(), Some(Class::IV));
    assert_eq!(section.determining(), set("DO,CODMn"));
    assert_eq!(section.participating(), set("five"));
    assert_eq!(section.quality(), Some(Quality::LightlyPolluted));
}

/// I–II 优 blue, III 良好 green, IV 轻度污染 yellow, V 中度污染 orange, inferior V 重度污染 red.
#[test]
fn the_quality_follows_from_the_class() {
    let printed = Class::ALL.map(|class| {
        let quality = class.quality();
        format!("{} {:?}", quality.name_zh(), quality.colour())
    });
    assert_eq!(
        printed,
        ["优 Blue", "优 Blue", "良好 Green", "轻度污染 Yellow", "中度污染 Orange", "重度污染 Red"]
    );
}

/// A missing value is neither 0 nor class I, in any of its forms.
#[test]
fn a_missing_item_is_neither_zero_nor_class_i() {
    for cell in ["", "-", "--", "*", "/", "-1", "ND", "未检出", "QC", "DEL", "0.19Z"] {
        for item in [Item::DissolvedOxygen, Item::AmmoniaNitrogen, Item::TotalPhosphorus] {
            let alone = assess(&river(), &[(item.symbol(), cell)]);
            assert_eq!(alone.class(), None, "{cell}");
            assert_eq!(alone.quality(), None);
            assert_eq!(alone.class_of(item), None);
            assert!(alone.absent().contains(item));
            assert!(alone.participating().is_empty() && alone.determining().is_empty());
        }
    }
    let section = assess(&river(), &[]);
    assert_eq!(section.class(), None);
    assert_eq!(section.absent(), ItemSet::ASSESSED);
}

/// Whatever is absent, the class is that of the rest.
#[test]
fn absent_items_never_raise_or_lower_a_class() {
    let all = [("pH", "7"), ("DO", "5.5"), ("CODMn", "3"), ("NH3-N", "1.2"), ("TP", "0.05")];
    let alone = [Class::I, Class::III, Class::II, Class::IV, Class::II];
    for bits in 0_usize..1 << all.len() {
        let present: Vec<_> = (0..all.len()).filter(|index| bits & 1 << index != 0).collect();
        let mut cells = all;
        for (index, cell) in cells.iter_mut().enumerate() {
            if !present.contains(&index) {
                cell.1 = "--";
            }
        }
        let section = assess(&river().with_items(ItemSet::FIVE), &cells);
        let expected = present.iter().map(|index| alone[*index]).max();
        assert_eq!(section.class(), expected);
        assert_eq!(section.participating().len(), present.len());
        assert_eq!(section.absent().len(), all.len() - present.len());
    }
}

#[test]
fn an_absence_says_why() {
    let section = assess(&river().with_items(ItemSet::FIVE), &[("pH", "7"), ("DO", "QC")]);
    assert_eq!(section.absence(Item::Ph), None);
    assert_eq!(
        section.absence(Item::DissolvedOxygen),
        Some(Absence::NotAValue(Missing::QualityControl))
    );
    assert_eq!(section.absence(Item::TotalPhosphorus), Some(Absence::NotRead));
    assert_eq!(section.absence(Item::Lead), None, "it was not asked for");
}

/// Temperature, total nitrogen, faecal coliforms do not count where nobody asks for them.
#[test]
fn reference_items_stand_apart() {
    let cells = [("水温", "31"), ("TN", "9.9"), ("FC", "90000"), ("CODMn", "3"), ("TP", "0.02")];
    for items in [ItemSet::ASSESSED, ItemSet::FIVE] {
        let of_river = assess(&river().with_items(items), &cells);
        assert_eq!(of_river.reference_undecided(), set("水温,总氮"));
        assert!(of_river.reference_asked().is_empty());
        assert_eq!(of_river.class(), Some(Class::II));
        assert_eq!(of_river.participating(), set("CODMn,TP"));
        let apart: Vec<_> = of_river.reference_classes().collect();
        assert_eq!(apart, [(Item::FaecalColiforms, Class::InferiorV)]);
        let nitrogen = of_river.judgement(Item::TotalNitrogen);
        assert!(matches!(nitrogen, Some(Judgement::NotLimited(_))));

        let of_lake = assess(&lake().with_items(items), &cells);
        // TP 0.02 of a lake is class II as well: 0.025.
        assert_eq!(of_lake.class(), Some(Class::II));
        let apart: Vec<_> = of_lake.reference_classes().collect();
        assert_eq!(
            apart,
            [(Item::TotalNitrogen, Class::InferiorV), (Item::FaecalColiforms, Class::InferiorV)]
        );
    }
    assert_eq!(ItemSet::REFERENCE, set("水温,总氮,粪大肠菌群"));
    assert_eq!(ItemSet::ASSESSED, ItemSet::ALL.difference(ItemSet::REFERENCE));
}

/// 10 000 coliforms are class III, 20 000 class IV, 40 000 class V: 30 000 is V. Nitrogen of a
/// river takes part by the limits of lakes (1.0, 1.5, 2.0) where the caller gives it these.
#[test]
fn reference_items_that_are_asked_for_take_part() {
    let cells = [("水温", "21.5"), ("TN", "1.7"), ("FC", "30000"), ("CODMn", "3")];
    let asked = assess(&river().with_items(set("水温,TN,FC,CODMn,TP")), &cells);
    assert_eq!((asked.class(), asked.determining()), (Some(Class::V), set("FC")));
    assert_eq!((asked.not_limited(), asked.absent()), (set("水温,TN"), set("TP")));
    assert_eq!(asked.reference_asked(), set("水温,TN,FC"));
    assert_eq!(
        (asked.reference_classes().count(), asked.reference_undecided()),
        (0, ItemSet::EMPTY)
    );
    assert!(asked.rules().any(|rule| rule == Rule::REFERENCE_ITEM_ASKED));

    let standard = Standard::GB_3838_2002.with_lake_nitrogen_in_rivers().unwrap();
    let by_lakes = river().with_standard(standard).with_items(set("TN,CODMn"));
    let asked = assess(&by_lakes, &cells);
    assert_eq!((asked.class(), asked.determining()), (Some(Class::V), set("TN")));
    // Over class III, 1.0, by 0.7.
    let multiple = asked.exceedance_multiple(Item::TotalNitrogen, Class::III).unwrap();
    assert_eq!(multiple.round(2).unwrap().to_string(), "0.70");
    // The limits alone ask for nothing.
    let apart = assess(&by_lakes.with_items(set("CODMn")), &cells);
    assert_eq!(apart.class(), Some(Class::II));
    assert!(apart.reference_classes().any(|entry| entry == (Item::TotalNitrogen, Class::V)));
    // Half of 90 000 is inferior V, and decides nothing against class III.
    let below = assess(&river(), &[("CODMn", "3"), ("FC", "90000L")]);
    assert_eq!((below.undecidable(), below.reference_undecided()), (ItemSet::EMPTY, set("FC")));
}

/// A measured item that was not asked for is named and takes no part.
#[test]
fn items_outside_the_set_are_listed() {
    let section = assess(
        &river().with_items(ItemSet::FIVE),
        &[("pH", "7"), ("F-", "1.4"), ("Hg", "0.5"), ("Cu", "--")],
    );
    assert_eq!(section.class(), Some(Class::I));
    assert_eq!(section.outside(), set("F-,Hg"));
    assert_eq!(section.asked(), ItemSet::FIVE);
    assert_eq!(section.class_of(Item::Fluoride), Some(Class::IV));
}

/// Dichromate COD does not hold in water of high chloride: it leaves every result.
#[test]
fn cod_is_excluded_in_high_chloride() {
    let cells = [("CODMn", "5"), ("COD", "45")];
    assert_eq!(assess(&river(), &cells).class(), Some(Class::InferiorV));
    let circumstances = Circumstances::new().with_high_chloride(true);
    let section = assess_with(&river(), &cells, circumstances);
    assert_eq!(section.class(), Some(Class::III));
    assert_eq!(section.excluded(), set("COD"));
    assert!(!section.participating().contains(Item::ChemicalOxygenDemand));
    assert!(!section.absent().contains(Item::ChemicalOxygenDemand));
    assert_eq!(section.exemption(Item::ChemicalOxygenDemand), Some(Exemption::HighChloride));
    assert_eq!(
        section.class_without_background(),
        BackgroundLeftOut::NothingExempted,
        "that is another matter"
    );
    assert!(section.rules().any(|rule| rule == Rule::HIGH_CHLORIDE));
    // Not asked for, there is nothing to exclude.
    let five = assess_with(&river().with_items(ItemSet::FIVE), &cells, circumstances);
    assert!(five.excluded().is_empty());
}

/// Natural background: the class without it stands beside the class, and does not replace it.
#[test]
fn natural_background_gives_both_results() {
    let cells = [("CODMn", "5"), ("F-", "1.6"), ("NH3-N", "0.1")];
    let circumstances = Circumstances::new().with_natural_background(set("F-,As"));
    let section = assess_with(&river(), &cells, circumstances);
    assert_eq!(section.class(), Some(Class::InferiorV));
    assert_eq!(section.class_without_background(), BackgroundLeftOut::Rest(Class::III));
    assert_eq!(section.exempted(), set("F-"), "arsenic has no value");
    assert_eq!(section.determining(), set("F-"));
    assert_eq!(section.exemption(Item::Fluoride), Some(Exemption::NaturalBackground));
    assert!(section.rules().any(|rule| rule == Rule::NATURAL_BACKGROUND));
    // Nothing exempted: one result.
    assert_eq!(
        assess(&river(), &cells).class_without_background(),
        BackgroundLeftOut::NothingExempted
    );
    // Everything exempted: the second result is no class, not class I.
    let only = assess_with(&river(), &[("F-", "1.6")], circumstances);
    assert_eq!(only.class(), Some(Class::InferiorV));
    assert_eq!(only.class_without_background(), BackgroundLeftOut::NothingLeft);
}

/// Every item asked for stands in exactly one list.
#[test]
fn no_item_is_lost_or_counted_twice() {
    let cells = [
        ("pH", "7"),
        ("DO", "--"),
        ("COD", "45"),
        ("F-", "1.6"),
        ("Pb", "0.5L"),
        ("TN", "3"),
        ("FC", "100"),
    ];
    let circumstances = Circumstances::new()
        .with_high_chloride(true)
        .with_natural_background(set("F-"))
        .with_target(Class::III);
    for items in [ItemSet::ASSESSED, ItemSet::ALL, ItemSet::FIVE, set("Pb,COD,TN")] {
        let section = assess_with(&river().with_items(items), &cells, circumstances);
        let lists = [
            section.participating(),
            section.absent(),
            section.undecidable(),
            section.not_limited(),
            section.excluded(),
        ];
        let together: usize = lists.iter().map(|list| list.len()).sum();
        let union = lists.into_iter().fold(ItemSet::EMPTY, ItemSet::union);
        assert_eq!(union, section.asked());
        assert_eq!(together, section.asked().len());
    }
}

/// A result says what made it.
#[test]
fn a_result_names_its_configuration() {
    let section = assess(&river(), &[("pH", "7")]);
    assert_eq!(section.classifier().standard().name(), "GB 3838-2002");
    assert_eq!(section.body().name(), "river");
    assert_eq!(section.comparison().to_string(), "full-value");
    assert_eq!(section.asked(), ItemSet::ASSESSED);
    assert!(section.rules().any(|rule| rule == Rule::SINGLE_FACTOR));
}

/// An impossible reading stops the assessment with its text; it is not left out in silence.
#[test]
fn an_impossible_reading_is_an_error() {
    let mut readings = ItemMap::new();
    let impossible = gb3838::Reading::Value("-0.3".parse().unwrap());
    readings.insert(Item::Lead, gb3838::Measurement::from(impossible));
    let error = river().assess(&readings).unwrap_err();
    assert_eq!((error.item(), error.text().as_str()), (Item::Lead, "-0.3"));
}

/// National files of 2021 to 2023 print no class without one of the five.
#[test]
fn a_class_may_need_all_of_the_five() {
    let known = Circumstances::new().with_five_required(true).with_target(Class::III);
    let four = [("pH", "7"), ("DO", "7"), ("CODMn", "3"), ("NH3-N", "0.3")];
    let section = assess_with(&river(), &four, known);
    assert_eq!((section.class(), section.determining()), (None, ItemSet::EMPTY));
    assert!(section.is_withheld() && section.rules().any(|rule| rule == Rule::FIVE_REQUIRED));
    assert_eq!(section.missing_of_five(), set("TP"));
    let verdict = |of: &SectionAssessment| {
        Target::class(Year::new(2026).unwrap(), Class::III).judge(of, None).verdict()
    };
    assert_eq!(verdict(&section), Verdict::NotAssessed(NotAssessed::NoClass));
    let five = [&four[..], &[("TP", "0.15")]].concat();
    let section = assess_with(&river(), &five, known);
    assert_eq!((section.class(), verdict(&section)), (Some(Class::III), Verdict::Met));
    // By default the rest is classed, as files of 2026 have it.
    let section = assess(&river(), &four);
    assert_eq!((section.class(), verdict(&section)), (Some(Class::II), Verdict::Met));
}
