//! "5+X": the five items of every section and the section's own.

use gb3838::{Class, Item, ItemMap, ItemSet, Rule};

use crate::make::{assess, river, set};

fn classes(entries: &[(Item, Class)]) -> ItemMap<Class> {
    entries.iter().copied().collect()
}

/// X exceeded class III in this or last year.
#[test]
fn an_item_over_class_iii_in_either_year_is_the_sections_own() {
    let this_year = classes(&[(Item::Fluoride, Class::IV), (Item::Lead, Class::III)]);
    let last_year = classes(&[(Item::ChemicalOxygenDemand, Class::V)]);
    let items = ItemSet::five_plus_own(&[this_year, last_year], Some(Class::III));
    assert_eq!(items, ItemSet::FIVE.union(set("COD,F-")));
    assert_eq!(ItemSet::five_plus_own(&[], Some(Class::III)), ItemSet::FIVE);
}

/// Where the target is class I or II, its limit takes the place of class III.
#[test]
fn a_stricter_target_makes_more_items_the_sections_own() {
    let year = classes(&[
        (Item::Lead, Class::III),
        (Item::ChemicalOxygenDemand, Class::IV),
        (Item::Zinc, Class::II),
    ]);
    let of_target = |target| ItemSet::five_plus_own(&[year], target);
    assert_eq!(of_target(Some(Class::I)), ItemSet::FIVE.union(set("COD,Pb,Zn")));
    assert_eq!(of_target(Some(Class::II)), ItemSet::FIVE.union(set("COD,Pb")));
    // A laxer target does not lift the base above class III.
    for target in [None, Some(Class::III), Some(Class::IV), Some(Class::V)] {
        assert_eq!(of_target(target), ItemSet::FIVE.union(set("COD")), "{target:?}");
    }
}

/// What is monitored everywhere is never a section's own item.
#[test]
fn items_monitored_everywhere_are_no_own_items() {
    let year = classes(&[
        (Item::TotalNitrogen, Class::InferiorV),
        (Item::WaterTemperature, Class::InferiorV),
        (Item::AmmoniaNitrogen, Class::InferiorV),
        (Item::FaecalColiforms, Class::II),
    ]);
    assert_eq!(ItemSet::five_plus_own(&[year], Some(Class::III)), ItemSet::FIVE);
}

/// Any subset can be assessed, and the result says what took part.
#[test]
fn a_section_is_assessed_by_its_own_set() {
    let items = ItemSet::FIVE.with(Item::Fluoride);
    let section = assess(&river().with_items(items), &[("pH", "7"), ("F-", "1.2"), ("COD", "50")]);
    assert_eq!(section.class(), Some(Class::IV));
    assert_eq!(section.participating(), set("pH,F-"));
    assert_eq!(section.absent(), set("DO,CODMn,NH3-N,TP"));
    assert_eq!(section.outside(), set("COD"));
    assert!(section.rules().any(|rule| rule == Rule::FIVE_PLUS_X));
}
