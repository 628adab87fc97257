//! 437条水质数据: laboratory values of urban rivers, Wuxi area, 2025, with a class per item and
//! one overall. A practitioner's table, not an official one.
//!
//! Classes I and II are merged into Ⅱ类. Above 8 mg/L of ammonia the table prints 轻度黑臭, a
//! grade of black-odorous water; under GB 3838-2002 that is inferior V.
//!
//! Source: github cmhwp/water_quality, backend/437条水质数据.xlsx.

use gb3838::{
    Class, Classifier, Comparison, Item, ItemMap, ItemSet, Measurement, Reading, Standard,
    WaterBody,
};

use crate::field::{self, Row};

const COLUMNS: [(Item, &str); 4] = [
    (Item::ChemicalOxygenDemand, "cod"),
    (Item::AmmoniaNitrogen, "nh3n"),
    (Item::TotalPhosphorus, "tp"),
    (Item::PermanganateIndex, "codmn"),
];

fn samples() -> Vec<Row> {
    field::rows("lab-rivers-2025.csv")
}

fn classifier(comparison: Comparison) -> Classifier {
    let items = ItemSet::from_items(&COLUMNS.map(|(item, _)| item));
    Classifier::new(Standard::GB_3838_2002, WaterBody::River, items, comparison)
}

/// A class of the table; its best one stands for I and II.
fn printed(text: &str) -> Option<Class> {
    match text {
        "" => None,
        "轻度黑臭" | "重度黑臭" => Some(Class::InferiorV),
        _ => Some(field::class(text.strip_suffix('类').expect("a class ends in 类"))),
    }
}

/// A class as the table merges it.
fn merged(class: Option<Class>) -> Option<Class> {
    class.map(|class| class.max(Class::II))
}

fn readings(row: &Row) -> ItemMap<Measurement> {
    COLUMNS
        .iter()
        .map(|(item, column)| (*item, Reading::parse(row.cell(column), *item).unwrap().into()))
        .collect()
}

/// The item classes that come out, of how many.
pub(crate) fn item_classes(comparison: Comparison) -> (usize, usize) {
    let classifier = classifier(comparison);
    let (mut reproduced, mut all) = (0, 0);
    for row in samples() {
        let section = classifier.assess(&readings(&row)).unwrap();
        for (item, column) in COLUMNS {
            let class = merged(section.class_of(item));
            let expected = printed(row.cell(&format!("{column}_class")));
            assert_eq!(class.is_some(), expected.is_some(), "row {} {item}", row.number());
            all += usize::from(expected.is_some());
            reproduced += usize::from(expected.is_some() && class == expected);
        }
    }
    (reproduced, all)
}

#[test]
fn every_class_of_an_item_comes_out_from_the_full_value() {
    assert_eq!(item_classes(Comparison::FullValue), (1233, 1233));
}

/// For instance a CODMn just over 4.
#[test]
fn rounding_first_misses_eight_of_them() {
    assert_eq!(item_classes(Comparison::RoundFirst), (1225, 1233));
}

#[test]
fn every_overall_class_comes_out() {
    let samples = samples();
    assert_eq!(samples.len(), 313);
    for row in &samples {
        let section = classifier(Comparison::FullValue).assess(&readings(row)).unwrap();
        let overall = row.cell("overall_class");
        assert_eq!(merged(section.class()), printed(overall), "row {}", row.number());
        // The number beside it: 7 and 8 are the grades of black-odorous water.
        let number = match row.cell("overall_number") {
            "7" | "8" => Class::InferiorV,
            digit => field::class(digit),
        };
        assert_eq!(Some(number), printed(overall), "row {}", row.number());
    }
}

/// The grade of black-odorous water is given for ammonia alone, above 8 mg/L.
#[test]
fn black_odorous_grades_are_inferior_v_here() {
    let graded: Vec<Row> =
        samples().into_iter().filter(|row| row.cell("nh3n_class").ends_with("黑臭")).collect();
    assert_eq!(graded.len(), 6);
    for row in graded {
        let value: gb3838::Decimal = row.cell("nh3n").parse().unwrap();
        assert!(value > 8.into(), "row {}", row.number());
        let class = classifier(Comparison::FullValue).class_of(Item::AmmoniaNitrogen, value);
        assert_eq!(class, Ok(Some(Class::InferiorV)));
    }
}
