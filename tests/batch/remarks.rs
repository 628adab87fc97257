//! Values that no water has, in columns: against the rules typed anew, and against one sample
//! after the other.

use gb3838::error::BatchError;
use gb3838::section::ValueRemark;
use gb3838::{
    Bits, Classifier, Column, Date, Decimal, Item, ItemMap, ItemSet, Measurement, Missing, Period,
    Reading, Series, WaterBody,
};

use crate::values::{Number, Seeded, Tested};

const ITEMS: [Item; 7] = [
    Item::Ph,
    Item::DissolvedOxygen,
    Item::PermanganateIndex,
    Item::ChemicalOxygenDemand,
    Item::BiochemicalOxygenDemand,
    Item::AmmoniaNitrogen,
    Item::TotalNitrogen,
];

/// The values that each is remarked on beyond, in a river: 100 times class V of Table 1.
fn usual(item: Item) -> (Option<&'static str>, Option<&'static str>) {
    match item {
        Item::Ph => (Some("3"), Some("12")),
        Item::DissolvedOxygen => (None, Some("30")),
        Item::PermanganateIndex => (None, Some("1500")),
        Item::ChemicalOxygenDemand => (None, Some("4000")),
        Item::BiochemicalOxygenDemand => (None, Some("1000")),
        Item::AmmoniaNitrogen => (None, Some("200")),
        _ => (None, None),
    }
}

fn obvious(row: &[(Item, Decimal)]) -> ItemSet {
    let number = |text: &str| text.parse::<Decimal>().unwrap();
    let of = |item| row.iter().find(|(of, _)| *of == item).map(|(_, value)| *value);
    let mut found = ItemSet::EMPTY;
    for (item, value) in row {
        let (least, most) = usual(*item);
        if least.is_some_and(|it| *value < number(it)) || most.is_some_and(|it| *value > number(it))
        {
            found = found.with(*item);
        }
    }
    for (whole, part) in [
        (Item::TotalNitrogen, Item::AmmoniaNitrogen),
        (Item::ChemicalOxygenDemand, Item::PermanganateIndex),
        (Item::ChemicalOxygenDemand, Item::BiochemicalOxygenDemand),
    ] {
        if let (Some(whole_value), Some(part)) = (of(whole), of(part))
            && whole_value < part
        {
            found = found.with(whole);
        }
    }
    found
}

/// Rows of values around the numbers where remarks begin, some missing, some below detection.
fn check<T: Tested>(seed: u64, scale: u8) {
    const ROWS: usize = 500;
    let mut seeded = Seeded(seed);
    let edges = ["0", "3", "12", "14", "30", "200", "1000", "1500", "4000", "0.5"];
    let around = edges.iter().flat_map(|edge| T::around(edge.parse().unwrap(), scale));
    let is_exact = |value: &T| matches!(value.number(scale), Some(Number::Exact(_)));
    let edges: Vec<T> = around.filter(is_exact).collect();
    let columns: Vec<(Vec<T>, Vec<u8>, Vec<u8>)> = ITEMS
        .iter()
        .map(|_| {
            let values = (0..ROWS).map(|_| seeded.pick(&edges)).collect();
            let mut bytes = || seeded.bytes(ROWS.div_ceil(8)).into_iter();
            let valid = bytes().zip(bytes()).map(|(one, other)| one | other).collect();
            let below = bytes().zip(bytes()).map(|(one, other)| one & other).collect();
            (values, valid, below)
        })
        .collect();
    let bound: Vec<Column<'_, T>> = ITEMS
        .iter()
        .zip(&columns)
        .map(|(item, (values, valid, below))| {
            let column = T::column(*item, values, scale).with_validity(Bits::new(valid));
            column.with_below_limit(Bits::new(below))
        })
        .collect();
    let all = ITEMS.into_iter().collect::<ItemSet>();
    let river = Classifier::for_readings(WaterBody::River).with_items(all);
    let mut sets = [0; ROWS];
    let count = river.remark_columns(&bound, &mut sets).unwrap();
    assert_eq!(count, sets.iter().filter(|set| **set != 0).count());
    let (mut series, first) = (Series::new(), Date::new(2026, 1, 1).unwrap());
    let day = |row: usize| first.checked_add_days(i32::try_from(row).unwrap()).unwrap();
    for (row, set) in sets.into_iter().enumerate() {
        let is = |bits: &[u8]| bits[row / 8] >> (row % 8) & 1 == 1;
        let mut sample = Vec::new();
        let mut readings = ItemMap::new();
        for (item, (values, valid, below)) in ITEMS.iter().zip(&columns) {
            let Some(Number::Exact(value)) = values[row].number(scale) else {
                continue;
            };
            let is_possible = Reading::Value(value)
                == Reading::parse(&value.to_string(), *item).unwrap_or(Reading::Below(value));
            if is(valid) && !is(below) && is_possible {
                sample.push((*item, value));
                readings.insert(*item, Reading::Value(value));
            } else if !is(valid) {
                readings.insert(*item, Reading::Missing(Missing::Dash));
            } else if is(below)
                && let Ok(reading) = Reading::parse(&format!("{value}L"), *item)
            {
                readings.insert(*item, reading);
            }
        }
        let found = ItemSet::from_bits(set);
        assert_eq!(found, obvious(&sample), "{sample:?}");
        // One sample by its readings, holes and results below detection among them.
        let scalar: Vec<_> = river.remarks_on_sample(&readings).collect();
        assert_eq!(found, scalar.iter().map(|(item, _)| *item).collect(), "{sample:?}");
        for (item, reading) in readings.iter() {
            let alone = river.remark_on_reading(item, reading);
            let of_item = scalar.iter().find(|(of, remark)| *of == item && !is_beside(*remark));
            assert_eq!(alone, of_item.map(|(_, remark)| *remark), "{item} {reading:?}");
        }
        series.add_sample(day(row), &readings).unwrap();
        let measured: ItemMap<Measurement> =
            readings.iter().map(|(item, reading)| (item, Measurement::from(*reading))).collect();
        let section = river.assess(&measured).unwrap();
        assert_eq!(scalar, section.remarks().collect::<Vec<_>>(), "{sample:?}");
    }
    // A series of samples, one a day, is remarked on as they are.
    let period = Period::span(first, day(ROWS)).unwrap();
    let mut by_day = [0; ROWS];
    for remark in river.remarks_on(&series, &period) {
        let row = usize::try_from(remark.day.days_since(first)).unwrap();
        by_day[row] |= ItemSet::EMPTY.with(remark.item).bits();
    }
    assert_eq!(by_day, sets);
}

/// Whether a remark is on one value beside another.
const fn is_beside(remark: ValueRemark) -> bool {
    matches!(
        remark,
        ValueRemark::NitrogenBelowItsParts
            | ValueRemark::CodBelowPermanganate
            | ValueRemark::CodBelowBod
    )
}

#[test]
fn columns_are_remarked_on_as_samples_are() {
    for seed in 0..20 {
        check::<f64>(seed, 0);
        check::<i64>(100 + seed, 3);
        check::<i32>(200 + seed, 1);
    }
}

#[test]
fn columns_of_other_scales_are_compared_as_numbers() {
    let river = Classifier::for_readings(WaterBody::River);
    // COD 3.0 and 3.1 beside a permanganate index of 3.05.
    let columns = [
        Column::scaled(Item::ChemicalOxygenDemand, &[30_i64, 31], 1),
        Column::scaled(Item::PermanganateIndex, &[305_i64, 305], 2),
    ];
    let mut sets = [u32::MAX; 2];
    assert_eq!(river.remark_columns(&columns, &mut sets), Ok(1));
    assert_eq!(sets.map(ItemSet::from_bits), ["COD".parse().unwrap(), ItemSet::EMPTY]);
    let error = river.remark_columns(&columns, &mut [0; 3]);
    assert_eq!(error, Err(BatchError::BufferLength { buffer: "remarked", length: 3, rows: 2 }));
}

/// What is missing by a value of its own, infinite or impossible is no value that no water has.
#[test]
fn what_is_no_value_is_not_remarked_on() {
    let river = Classifier::for_readings(WaterBody::River);
    let values = [-1.0, f64::NAN, f64::INFINITY, 15.0, -9999.0, 2.9];
    let mut sets = [0; 6];
    let ph = [Column::new(Item::Ph, &values).with_missing(-9999.0)];
    assert_eq!(river.remark_columns(&ph, &mut sets), Ok(1));
    assert_eq!(sets, [0, 0, 0, 0, 0, ItemSet::EMPTY.with(Item::Ph).bits()]);
}
