//! A result below the detection limit: half of it is classed, and it proves no exceedance.

use gb3838::{
    Circumstances, Class, Fraction, Item, Judgement, Quantity, Reading, source::SourceItem,
};

use crate::make::{assess, assess_with, lake, number, river, river_means, set};

fn judge(item: Item, cell: &str, against: Class) -> Judgement {
    let reading = Reading::parse(cell, item).unwrap();
    river().with_decisive_class(against).judge(item, &reading.into()).unwrap()
}

fn class(judgement: &Judgement) -> Option<Class> {
    match judgement {
        Judgement::Classed(classed) => {
            assert!(classed.is_below_detection());
            Some(classed.class())
        }
        _ => None,
    }
}

#[test]
fn half_of_the_limit_is_classed() {
    let judged = judge(Item::Lead, "0.02L", Class::III);
    // Half is 0.01, and 0.01 is class I.
    assert_eq!(class(&judged), Some(Class::I));
    let Judgement::Classed(classed) = judged else { panic!("{judged:?}") };
    assert_eq!(classed.value(), &Quantity::from(number("0.01")));
    // 0.022L: half is 0.011, above 0.01; class III (II has the limit of I).
    assert_eq!(class(&judge(Item::Lead, "0.022L", Class::III)), Some(Class::III));
    // An odd last digit is halved exactly: 0.025L is 0.0125.
    let Judgement::Classed(classed) = judge(Item::TotalPhosphorus, "0.025L", Class::III) else {
        panic!("it has a class")
    };
    assert_eq!(classed.value(), &Quantity::from(number("0.0125")));
}

/// Lead: 0.05 for class III. Half of 0.5 exceeds it, though the true value may be zero.
#[test]
fn half_above_the_decisive_limit_decides_nothing() {
    let expected = |against| Judgement::Undecidable {
        value: Quantity::from(number("0.25")),
        detection_limit: number("0.5"),
        against,
    };
    for against in [Class::I, Class::II, Class::III, Class::IV, Class::V] {
        assert_eq!(judge(Item::Lead, "0.5L", against), expected(against));
    }
    // Half of 0.1 is 0.05, no more than the limit: class III.
    assert_eq!(class(&judge(Item::Lead, "0.1L", Class::III)), Some(Class::III));
    assert_eq!(class(&judge(Item::Lead, "0.10002L", Class::III)), None);
}

/// The same cell is decidable against one class and not against another.
#[test]
fn it_depends_on_the_target() {
    // NH3-N 2.5L: half is 1.25, above III (1.0), within IV (1.5).
    assert_eq!(class(&judge(Item::AmmoniaNitrogen, "2.5L", Class::III)), None);
    assert_eq!(class(&judge(Item::AmmoniaNitrogen, "2.5L", Class::IV)), Some(Class::IV));
    // 1.2L: half is 0.6, class III: enough against III, not against II.
    assert_eq!(class(&judge(Item::AmmoniaNitrogen, "1.2L", Class::III)), Some(Class::III));
    assert_eq!(class(&judge(Item::AmmoniaNitrogen, "1.2L", Class::II)), None);

    let cells = [("pH", "7"), ("NH3-N", "2.5L")];
    let five = river().with_items(set("five"));
    let without_target = assess(&five, &cells);
    assert_eq!(without_target.class(), Some(Class::I));
    assert_eq!(without_target.undecidable(), set("NH3-N"));
    assert_eq!(without_target.participating(), set("pH"));
    // A laxer target proves nothing either: the item still takes no part.
    let target = Circumstances::new().with_target(Class::IV);
    let with_target = assess_with(&five, &cells, target);
    assert_eq!(with_target.class(), Some(Class::I));
    assert_eq!(with_target.undecidable(), set("NH3-N"));
    // A stricter one leaves more open: 1.2L is class III, and nothing against II.
    let target = Circumstances::new().with_target(Class::II);
    let cells = [("pH", "7"), ("NH3-N", "1.2L")];
    assert_eq!(assess(&five, &cells).class(), Some(Class::III));
    assert_eq!(assess_with(&five, &cells, target).class(), Some(Class::I));
}

/// Oxygen below 0.2 mg/L is far below every limit: nothing is open.
#[test]
fn oxygen_below_detection_is_inferior_v() {
    assert_eq!(class(&judge(Item::DissolvedOxygen, "0.2L", Class::III)), Some(Class::InferiorV));
    // A detection limit of 8 leaves everything open: half is 4 (class IV), the truth up to 8.
    assert_eq!(class(&judge(Item::DissolvedOxygen, "8L", Class::III)), None);
    // Of 4.9 the truth cannot reach 5.
    assert_eq!(class(&judge(Item::DissolvedOxygen, "4.9L", Class::III)), Some(Class::V));
}

/// Rounding first decides with the rounded half: 0.1006L is 0.0503, at three decimals 0.050.
#[test]
fn a_rounded_half_is_compared_where_values_are_rounded_first() {
    let reading = Reading::parse("0.1006L", Item::Lead).unwrap();
    let judged = |classifier: gb3838::Classifier| {
        class(&classifier.judge(Item::Lead, &reading.into()).unwrap())
    };
    assert_eq!(judged(river_means()), Some(Class::III));
    assert_eq!(judged(river()), None);
}

/// Nitrogen of a river has no limit to be undecidable against; a lake's has one.
#[test]
fn an_item_without_limits_is_not_undecidable() {
    let Judgement::NotLimited(nitrogen) = judge(Item::TotalNitrogen, "5L", Class::III) else {
        panic!("a river has no limit of total nitrogen")
    };
    assert_eq!(nitrogen.value(), &Quantity::from(number("2.5")));
    assert!(nitrogen.is_below_detection());
    let reading = Reading::parse("5L", Item::TotalNitrogen).unwrap();
    assert!(matches!(
        lake().judge(Item::TotalNitrogen, &reading.into()).unwrap(),
        Judgement::Undecidable { .. }
    ));
}

/// Acetaldehyde: limit 0.05, and the only listed method detects 0.24.
#[test]
fn acetaldehyde_cannot_be_decided_by_its_method() {
    let methods = SourceItem::Acetaldehyde.methods();
    assert_eq!(methods.len(), 1);
    let detected = methods[0].detection_limit().unwrap();
    assert_eq!(detected, number("0.24"));
    let half = Fraction::from(detected.half().unwrap());
    assert!(!SourceItem::Acetaldehyde.limit().holds(&half));
    assert!(SourceItem::Acetaldehyde.limit().holds(&Fraction::from(number("0.05"))));
}

/// An undecidable item neither raises nor lowers the class.
#[test]
fn an_undecidable_item_takes_no_part() {
    let section = assess(&river(), &[("CODMn", "6.1"), ("Pb", "0.5L"), ("Hg", "0.01L")]);
    assert_eq!(section.class(), Some(Class::IV));
    assert_eq!(section.determining(), set("CODMn"));
    assert_eq!(section.undecidable(), set("Pb,Hg"));
    assert!(!section.absent().contains(Item::Lead));
    let nothing_else = assess(&river(), &[("Pb", "0.5L")]);
    assert_eq!(nothing_else.class(), None);
    assert!(nothing_else.determining().is_empty());
}
