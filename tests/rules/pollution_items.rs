//! Main pollution items: which, in which order, with which multiples.

use gb3838::{
    Circumstances, Class, Fraction, Item, Quantity,
    section::{ExceedanceMultiple, PollutionItem, PollutionItems, PollutionItemsOptions},
};

use crate::make::{assess, assess_with, number, printed, river, set};

const DOCUMENT_22: PollutionItemsOptions = PollutionItemsOptions::DOCUMENT_22;

/// Class III or better has no main pollution items.
#[test]
fn a_good_section_has_none() {
    let section = assess(&river(), &[("CODMn", "6"), ("TP", "0.2")]);
    assert_eq!(section.class(), Some(Class::III));
    assert!(section.main_pollution_items(&DOCUMENT_22).is_empty());
    assert!(assess(&river(), &[]).main_pollution_items(&DOCUMENT_22).is_empty());
}

/// Published: 总磷(0.42), and Guangdong's 氨氮/1.3; base class III.
#[test]
fn multiples_are_over_class_iii() {
    let section = assess(&river(), &[("TP", "0.284"), ("NH3-N", "2.3"), ("CODMn", "5")]);
    // (0.284 − 0.2) / 0.2 = 0.42; (2.3 − 1.0) / 1.0 = 1.3, and worse than V comes first.
    assert_eq!(printed(&section.main_pollution_items(&DOCUMENT_22)), ["NH3-N(1.30)", "TP(0.42)"]);
    let items = section.main_pollution_items(&DOCUMENT_22);
    let multiple = *items.iter().next().unwrap().multiple().unwrap();
    assert_eq!(multiple.round(1).unwrap().to_string(), "1.3");
    assert_eq!(items.over(), Class::III);
}

/// Heavy metals and cyanide first, then the worse class, then the larger multiple.
#[test]
fn the_order_is_priority_class_multiple_table() {
    let cells = [
        // Worse than V by far: (10 − 1) / 1.
        ("NH3-N", "10"),
        // Class V: (0.06 − 0.05) / 0.05 = 0.2; priority.
        ("Pb", "0.06"),
        // Class IV: COD (30 − 20) / 20 = 0.5, BOD5 (5 − 4) / 4 = 0.25.
        ("COD", "30"),
        ("BOD5", "5"),
        // Class V, no multiple.
        ("DO", "2.5"),
        // Class V: (12 − 6) / 6 = 1.
        ("CODMn", "12"),
    ];
    let section = assess(&river(), &cells);
    let all = DOCUMENT_22.with_at_most(24);
    assert_eq!(
        printed(&section.main_pollution_items(&all)),
        ["Pb(0.20)", "NH3-N(9.00)", "CODMn(1.00)", "DO", "COD(0.50)", "BOD5(0.25)"]
    );
    assert_eq!(
        printed(&section.main_pollution_items(&DOCUMENT_22)),
        ["Pb(0.20)", "NH3-N(9.00)", "CODMn(1.00)"]
    );
    assert!(section.main_pollution_items(&DOCUMENT_22.with_at_most(0)).is_empty());
}

/// The document's "等" leaves the set of priority items open.
#[test]
fn the_priority_items_can_be_replaced() {
    let section = assess(&river(), &[("Pb", "0.06"), ("NH3-N", "10"), ("BOD5", "5")]);
    let none = DOCUMENT_22.with_priority(set("Hg"));
    assert_eq!(
        printed(&section.main_pollution_items(&none)),
        ["NH3-N(9.00)", "Pb(0.20)", "BOD5(0.25)"]
    );
    let other = DOCUMENT_22.with_priority(set("BOD5"));
    assert_eq!(
        printed(&section.main_pollution_items(&other)),
        ["BOD5(0.25)", "NH3-N(9.00)", "Pb(0.20)"]
    );
    // The default set: CN, Hg, Cd, Cr6+, Pb, As, each before a worse NH3-N.
    for (symbol, value) in [
        ("CN-", "0.3"),
        ("Hg", "0.0005"),
        ("Cd", "0.006"),
        ("Cr6+", "0.06"),
        ("Pb", "0.06"),
        ("As", "0.06"),
    ] {
        let section = assess(&river(), &[("NH3-N", "10"), (symbol, value)]);
        let items = section.main_pollution_items(&DOCUMENT_22);
        assert_eq!(items.iter().next().unwrap().item().symbol(), symbol);
    }
    // Copper, zinc and selenium are not in it.
    for (symbol, value) in [("Cu", "1.5"), ("Zn", "1.5"), ("Se", "0.015")] {
        let section = assess(&river(), &[("NH3-N", "10"), (symbol, value)]);
        let items = section.main_pollution_items(&DOCUMENT_22);
        assert_eq!(items.iter().next().unwrap().item(), Item::AmmoniaNitrogen);
    }
}

/// pH and oxygen have no multiple and count as zero; ties keep the order of Table 1.
#[test]
fn items_without_multiples_come_last_in_their_class() {
    let section = assess(
        &river(),
        &[("pH", "9.8"), ("DO", "1"), ("TP", "0.41"), ("COD", "41"), ("CODMn", "15.1")],
    );
    // TP (0.41 − 0.2) / 0.2 = 1.05, COD (41 − 20) / 20 = 1.05, CODMn 9.1 / 6 = 1.5166…
    assert_eq!(
        printed(&section.main_pollution_items(&DOCUMENT_22.with_at_most(24))),
        ["CODMn(1.52)", "COD(1.05)", "TP(1.05)", "pH", "DO"]
    );
    for item in [Item::Ph, Item::DissolvedOxygen, Item::WaterTemperature] {
        let value = Quantity::from(number("1"));
        assert_eq!(river().exceedance_multiple(item, &value, Class::III), None);
    }
}

/// One form prints the determining items only.
#[test]
fn the_determining_items_alone_can_be_asked_for() {
    let section = assess(&river(), &[("NH3-N", "1.8"), ("TP", "0.35"), ("CODMn", "7")]);
    assert_eq!(section.class(), Some(Class::V));
    let form = DOCUMENT_22.with_determining_only();
    let items = section.main_pollution_items(&form);
    assert_eq!(printed(&items), ["NH3-N(0.80)", "TP(0.75)"]);
    assert_eq!((items.options(), items.rule()), (&form, gb3838::Rule::MAIN_POLLUTION_ITEMS));
    assert!(items.options().is_determining_only() && !DOCUMENT_22.is_determining_only());
    assert_eq!((DOCUMENT_22.at_most(), DOCUMENT_22.priority().len()), (3, 6));
    assert_eq!(
        printed(&section.main_pollution_items(&DOCUMENT_22)),
        ["NH3-N(0.80)", "TP(0.75)", "CODMn(0.17)"]
    );
}

/// The base is class III in 22号, the section's target in local reports: both are offered.
#[test]
fn the_base_is_class_iii_or_the_target() {
    let target = Circumstances::new().with_target(Class::IV);
    let section = assess_with(&river(), &[("NH3-N", "1.8"), ("TP", "0.25")], target);
    // Over III: 0.8 and 0.25; over IV: (1.8 − 1.5) / 1.5 = 0.2, and TP meets 0.3.
    assert_eq!(printed(&section.main_pollution_items(&DOCUMENT_22)), ["NH3-N(0.80)", "TP(0.25)"]);
    assert_eq!(printed(&section.items_worse_than_target().unwrap()), ["NH3-N(0.20)"]);
    assert_eq!(printed(&section.items_worse_than(Class::IV, &DOCUMENT_22)), ["NH3-N(0.20)"]);
    assert_eq!(assess(&river(), &[("TP", "0.25")]).items_worse_than_target(), None);
}

/// 东边埇: class III against a target of II, by total phosphorus of 2.329 mg/L in 20 readings.
#[test]
fn items_worse_than_the_target_are_named_where_the_section_is_good() {
    let target = Circumstances::new().with_target(Class::II);
    let five = river().with_items("five".parse().unwrap());
    // The means of the published table, which round to these values; DO 7.0, CODMn 2.6.
    let cells =
        [("pH", "6.46"), ("DO", "7.0"), ("CODMn", "2.6"), ("NH3-N", "0.07"), ("TP", "0.11645")];
    let section = assess_with(&five, &cells, target);
    assert_eq!(section.class(), Some(Class::III));
    assert!(section.main_pollution_items(&DOCUMENT_22).is_empty());
    let worse = section.items_worse_than_target().unwrap();
    // (0.11645 − 0.1) / 0.1 = 0.1645, two decimals half to even 0.16.
    assert_eq!(printed(&worse), ["TP(0.16)"]);
    assert_eq!(worse.over(), Class::II);
}

/// A printed multiple of zero keeps one digit: 0.201 is over 0.2 by 0.005.
#[test]
fn a_small_multiple_does_not_print_as_zero() {
    let section = assess(&river(), &[("TP", "0.2008")]);
    // (0.2008 − 0.2) / 0.2 = 0.004.
    assert_eq!(printed(&section.main_pollution_items(&DOCUMENT_22)), ["TP(0.004)"]);
}

/// Items that are not asked for, undecidable or excluded are no main pollution items.
#[test]
fn only_participating_items_can_be_main_pollution_items() {
    let circumstances = Circumstances::new().with_high_chloride(true);
    let cells = [("TN", "9"), ("FC", "90000"), ("COD", "50"), ("Pb", "9L"), ("TP", "0.3")];
    let section = assess_with(&river(), &cells, circumstances);
    assert_eq!(printed(&section.main_pollution_items(&DOCUMENT_22)), ["TP(0.50)"]);
}

/// Classes and multiples known from elsewhere are ranked alike, each item once.
#[test]
fn printed_items_can_be_ranked() {
    let entry = |item, class, multiple: Option<&str>| {
        let multiple = multiple.map(|m| ExceedanceMultiple::new(Fraction::from(number(m))));
        PollutionItem::new(item, Some(class), multiple)
    };
    let items = PollutionItems::ranked(
        [
            entry(Item::TotalPhosphorus, Class::IV, Some("0.1")),
            entry(Item::TotalPhosphorus, Class::IV, Some("0.1")),
            entry(Item::PermanganateIndex, Class::IV, Some("0.4")),
            entry(Item::Zinc, Class::III, Some("0.0")),
            entry(Item::Ph, Class::InferiorV, None),
        ],
        Class::III,
        &DOCUMENT_22,
    );
    assert_eq!(printed(&items), ["pH", "CODMn(0.40)", "TP(0.10)"]);
}
