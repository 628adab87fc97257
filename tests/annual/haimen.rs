//! The half-year report of 海门湾桥闸, through columns: its printed means come out.
//!
//! Source: 地表水环境质量数据报表, 1 January to 30 June 2019, hourly; the prints are the cases
//! `haimen-2019-h1-…` of the conformance suite.

use gb3838::{
    Bits, Classifier, Decimal, Item, ItemSet, Notation, Reading, SumTable, Unit, WaterBody,
    sums::{ItemColumn, SumSpan, WideColumns},
};
use serde_json::Value;

use crate::{field, number};

/// A column of the report with what its footer prints.
struct Column {
    name: String,
    item: Item,
    unit: Unit,
    /// In the unit of the item, as `decimals` are.
    mean: Decimal,
    decimals: u8,
    class: Option<String>,
}

/// The columns with a printed mean.
fn columns() -> Vec<Column> {
    let text = std::fs::read_to_string(field::folder().join("conformance.json")).unwrap();
    let suite: Value = serde_json::from_str(&text).unwrap();
    let is_column = |case: &&Value| {
        case["id"].as_str().unwrap().starts_with("haimen-2019-h1-") && case["kind"] == "period_mean"
    };
    let column = |case: &Value| {
        let (input, expected) = (&case["input"], &case["expected"]);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let item: Item = text(&input["item"]).parse().unwrap();
        let unit = match text(&input["unit"]).as_str() {
            "℃" => Unit::Celsius,
            "mg/L" => Unit::MilligramPerLitre,
            "µg/L" => Unit::MicrogramPerLitre,
            _ => Unit::Dimensionless,
        };
        let printed = Reading::Value(number(&text(&expected["mean"])));
        let Reading::Value(mean) = printed.convert(unit, item.unit()).unwrap() else { panic!() };
        let thousandths = if unit == Unit::MicrogramPerLitre { 3 } else { 0 };
        Column {
            name: text(&input["column"]),
            item,
            unit,
            mean,
            decimals: text(&input["decimals"]).parse::<u8>().unwrap() + thousandths,
            class: expected["class"].as_str().map(ToOwned::to_owned),
        }
    };
    suite["cases"].as_array().unwrap().iter().filter(is_column).map(column).collect()
}

#[test]
fn the_printed_means_come_out_of_columns() {
    let columns = columns();
    assert_eq!(columns.len(), 9);
    let hours = field::rows("haimen-2019-h1.csv");
    assert_eq!(hours.len(), 4_346);
    let sections = vec![0; hours.len()];
    let months: Vec<u8> =
        hours.iter().map(|hour| hour.cell("time")[5..7].parse::<u8>().unwrap() - 1).collect();
    let notation = Notation::new().with_any_letters_void(true);
    let bytes = hours.len().div_ceil(8);
    let mut held = Vec::new();
    for Column { name, item, unit, .. } in &columns {
        let (item, unit) = (*item, *unit);
        let (mut values, mut valid, mut below) = (Vec::new(), vec![0_u8; bytes], vec![0_u8; bytes]);
        for (row, hour) in hours.iter().enumerate() {
            let reading = notation.parse(hour.cell(name), item).unwrap();
            let reading = reading.convert(unit, item.unit()).unwrap();
            let bit = 1 << (row % 8);
            values.push(match reading {
                Reading::Value(value) => {
                    valid[row / 8] |= bit;
                    value.to_f64()
                }
                Reading::Below(limit) => {
                    valid[row / 8] |= bit;
                    below[row / 8] |= bit;
                    limit.to_f64()
                }
                // Whatever stands in the slot of a missing value does not matter.
                Reading::Missing(_) => -9_999.0,
            });
        }
        held.push((item, values, valid, below));
    }
    let held: Vec<_> = held
        .iter()
        .map(|(item, values, valid, below)| {
            ItemColumn::new(*item, values)
                .with_validity(Bits::new(valid))
                .with_below_limit(Bits::new(below))
        })
        .collect();
    let mut table = SumTable::new(1, 12, ItemSet::ALL).unwrap();
    let fed = table.add_wide(&WideColumns::new(&sections, &months, &held)).unwrap();
    assert_eq!(fed.refused(), 0);
    assert!(fed.missing() > 0 && fed.below() > 1_000);

    let report = SumSpan::pooled(0..6);
    let river = Classifier::for_means(WaterBody::River);
    let section = river.assess_points(&table, &[0], &report).unwrap();
    for Column { name, item, mean, decimals, class, .. } in &columns {
        let found = table.span_mean(&[0], *item, &report).unwrap().unwrap();
        assert_eq!(found.round(*decimals).unwrap(), *mean, "{name}");
        let printed = class.as_deref().map(field::class);
        assert_eq!(section.class_of(*item), printed, "{name}");
    }
    // The mean of the six monthly means is printed otherwise in four columns, as in the report's
    // own test.
    let months = SumSpan::months(0..6);
    for (item, decimals, other) in [
        (Item::WaterTemperature, 1, "23.3"),
        (Item::PermanganateIndex, 1, "9.2"),
        (Item::TotalPhosphorus, 3, "0.240"),
        (Item::ChemicalOxygenDemand, 1, "26.4"),
    ] {
        let mean = table.span_mean(&[0], item, &months).unwrap().unwrap();
        assert_eq!(mean.round(decimals).unwrap().to_string(), other, "{item}");
    }
}
