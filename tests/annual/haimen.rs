//! The half-year report of 海门湾桥闸, through columns: its printed means come out.
//!
//! Source: 地表水环境质量数据报表, 1 January to 30 June 2019, hourly; the file is that of
//! `tests/published/haimen_2019_h1.rs`.

use gb3838::{
    Bits, Class, Classifier, Item, ItemColumn, ItemSet, Notation, Reading, SumSpan, SumTable, Unit,
    WaterBody, WideColumns,
};

use crate::field;

/// Column, item, unit, decimals and mean as printed in the footer.
const COLUMNS: [(&str, Item, Unit, u8, &str); 9] = [
    ("water_temp", Item::WaterTemperature, Unit::Celsius, 1, "23.4"),
    ("ph", Item::Ph, Unit::Dimensionless, 2, "7.05"),
    ("do", Item::DissolvedOxygen, Unit::MilligramPerLitre, 1, "4.5"),
    ("codmn", Item::PermanganateIndex, Unit::MilligramPerLitre, 1, "9.1"),
    ("tp", Item::TotalPhosphorus, Unit::MilligramPerLitre, 3, "0.236"),
    ("cod", Item::ChemicalOxygenDemand, Unit::MilligramPerLitre, 1, "26.3"),
    ("cr6", Item::HexavalentChromium, Unit::MilligramPerLitre, 4, "0.0029"),
    ("cu_ug", Item::Copper, Unit::MicrogramPerLitre, 4, "0.0025"),
    ("cn", Item::Cyanide, Unit::MilligramPerLitre, 4, "0.0025"),
];

#[test]
fn the_printed_means_come_out_of_columns() {
    let hours = field::rows("haimen-2019-h1.csv");
    assert_eq!(hours.len(), 4_346);
    let sections = vec![0; hours.len()];
    let months: Vec<u8> =
        hours.iter().map(|hour| hour.cell("time")[5..7].parse::<u8>().unwrap() - 1).collect();
    let notation = Notation::new().any_letters_void(true);
    let bytes = hours.len().div_ceil(8);
    let mut held = Vec::new();
    for (name, item, unit, ..) in COLUMNS {
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
    let columns: Vec<_> = held
        .iter()
        .map(|(item, values, valid, below)| {
            ItemColumn::new(*item, values)
                .with_validity(Bits::new(valid))
                .with_below_limit(Bits::new(below))
        })
        .collect();
    let mut table = SumTable::new(1, 12, ItemSet::ALL).unwrap();
    let fed = table.add_wide(&WideColumns::new(&sections, &months, &columns)).unwrap();
    assert_eq!(fed.refused(), 0);
    assert!(fed.missing() > 0 && fed.below() > 1_000);

    let report = SumSpan::pooled(0..6);
    let classes = [
        (Item::Ph, Class::I),
        (Item::DissolvedOxygen, Class::IV),
        (Item::PermanganateIndex, Class::IV),
        (Item::TotalPhosphorus, Class::IV),
        (Item::ChemicalOxygenDemand, Class::IV),
        (Item::HexavalentChromium, Class::I),
        (Item::Copper, Class::I),
        (Item::Cyanide, Class::I),
    ];
    for (name, item, _, decimals, printed) in COLUMNS {
        let mean = table.span_mean(&[0], item, &report).unwrap().unwrap();
        assert_eq!(mean.round(decimals).unwrap().to_string(), printed, "{name}");
    }
    let section =
        Classifier::for_means(WaterBody::River).assess_points(&table, &[0], &report).unwrap();
    for (item, class) in classes {
        assert_eq!(section.class_of(item), Some(class), "{item}");
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
