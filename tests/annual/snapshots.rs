//! Tables as plain data: there and back, merged, and what is refused.

use gb3838::{
    Decimal, Item, ItemSet, Reading, SumTable,
    error::{SnapshotError, SumTableError},
    sums::SumSnapshot,
};
use serde_json::{Value, json};

use crate::random::Random;
use crate::{number, reading as read};

fn some() -> SumTable {
    let mut table = SumTable::new(3, 12, ItemSet::FIVE).unwrap();
    table.add_reading(0, 0, Item::Ph, &read("7.05", Item::Ph)).unwrap();
    table
        .add_reading(2, 11, Item::AmmoniaNitrogen, &read("0.025L", Item::AmmoniaNitrogen))
        .unwrap();
    // More places than a cell sums.
    let long = Reading::Value(number("0.000000000000000123"));
    table.add_reading(1, 4, Item::TotalPhosphorus, &long).unwrap();
    table
}

#[test]
fn a_snapshot_has_a_known_form() {
    let text = serde_json::to_value(some().snapshot()).unwrap();
    assert_eq!(text["version"], 2);
    assert_eq!(text["items"], json!(["pH", "DO", "CODMn", "NH3-N", "TP"]));
    assert_eq!(
        text["cells"][1],
        json!({"section": 1, "period": 4, "item": "TP", "sum": "0", "fine": "1230",
               "count": 1, "below": 0})
    );
    // Half of 0.025 in units of 10⁻⁸.
    assert_eq!(
        text["cells"][2],
        json!({"section": 2, "period": 11, "item": "NH3-N", "sum": "1250000", "count": 1,
               "below": 1, "below_sum": "1250000"})
    );
}

#[test]
fn there_and_back_are_the_same_bits() {
    let mut random = Random::new(8);
    for _ in 0..300 {
        let mut table = some();
        for _ in 0..random.below(40) {
            let item = [Item::Ph, Item::DissolvedOxygen][random.below(2)];
            let value = Decimal::new(i64::try_from(random.below(1_400)).unwrap(), 2).unwrap();
            let (section, month) = (random.below(3), random.below(12));
            table.add_reading(section, month, item, &Reading::Value(value)).unwrap();
        }
        let text = serde_json::to_string(&table.snapshot()).unwrap();
        let snapshot: SumSnapshot = serde_json::from_str(&text).unwrap();
        let back = SumTable::try_from(&snapshot).unwrap();
        assert_eq!(back, table);
        assert_eq!(back.snapshot(), snapshot);
        // A partial sum that came from another process is merged as one of this process.
        let (mut one, mut other) = (some(), some());
        one.merge(&table).unwrap();
        other.merge_snapshot(&snapshot).unwrap();
        assert_eq!(one, other);
    }
}

/// The least number that a decimal can be has no opposite.
#[test]
fn the_least_decimal_comes_back_and_can_be_taken_out() {
    let item = Item::WaterTemperature;
    let least = Reading::Value(Decimal::new(i64::MIN, 0).unwrap());
    let empty = SumTable::new(1, 1, [item].into_iter().collect()).unwrap();
    let mut table = empty.clone();
    table.add_reading(0, 0, item, &least).unwrap();
    let mut back = SumTable::try_from(&table.snapshot()).unwrap();
    assert_eq!(back, table);
    back.add_reading(0, 0, item, &read("-1", item)).unwrap();
    back.remove_reading(0, 0, item, &read("-1", item)).unwrap();
    assert_eq!(back, table);
    back.remove_reading(0, 0, item, &least).unwrap();
    assert_eq!(back, empty);
}

fn refused(change: impl FnOnce(&mut Value)) -> SnapshotError {
    let mut value = serde_json::to_value(some().snapshot()).unwrap();
    change(&mut value);
    let snapshot: SumSnapshot = serde_json::from_value(value).unwrap();
    let mut table = some();
    let error = table.merge_snapshot(&snapshot).unwrap_err();
    // What cannot be merged changes nothing.
    assert_eq!(table, some());
    error
}

#[test]
fn another_version_or_shape_is_refused() {
    assert_eq!(refused(|it| it["version"] = json!(3)), SnapshotError::Version { found: 3 });
    let other_shape = SnapshotError::Table(SumTableError::OtherShape);
    assert_eq!(refused(|it| it["sections"] = json!(4)), other_shape);
    assert_eq!(refused(|it| it["periods"] = json!(13)), other_shape);
    assert_eq!(
        refused(|it| it["items"] = json!(["DO", "pH", "CODMn", "NH3-N", "TP"])),
        SnapshotError::Items { item: Item::Ph }
    );
    assert!(matches!(
        refused(|it| it["cells"][0]["section"] = json!(3)),
        SnapshotError::Table(SumTableError::NoSuchSection { section: 3, sections: 3 })
    ));
    assert!(matches!(
        refused(|it| it["cells"][0]["item"] = json!("Cu")),
        SnapshotError::Table(SumTableError::NotSummed { item: Item::Copper })
    ));
}

#[test]
fn cells_that_no_table_has_are_refused() {
    let cell = |error| matches!(error, SnapshotError::Cell { .. });
    assert!(cell(refused(|it| it["cells"][0]["count"] = json!(0))));
    assert!(cell(refused(|it| it["cells"][0]["below"] = json!(2))));
    assert!(cell(refused(|it| it["cells"][2]["carry"] = json!(1))));
    assert!(cell(refused(|it| it["cells"][1]["below_sum"] = json!("1"))));
    assert!(cell(refused(|it| it["version"] = json!(1))));
    assert!(cell(refused(|it| {
        let twice = it["cells"][0].clone();
        it["cells"].as_array_mut().unwrap().push(twice);
    })));
    let error = refused(|it| it["cells"][2]["sum"] = json!("0.5"));
    assert!(error.to_string().contains("\"0.5\""), "{error}");
    assert!(matches!(refused(|it| it["cells"][0]["sum"] = json!("-1")), SnapshotError::Sum { .. }));
    let unknown =
        json!({"version": 1, "sections": 1, "periods": 1, "items": [], "cells": [], "x": 1});
    assert!(serde_json::from_value::<SumSnapshot>(unknown).is_err());
}
