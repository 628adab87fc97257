//! Classes of national automatic stations: five items, river or lake limits for phosphorus.

use gb3838::{
    Class, Classifier, Comparison, Decimal, Item, ItemMap, ItemSet, Measurement, Reading, Standard,
    WaterBody,
};

use crate::field::Row;

/// The five items with their columns.
pub(crate) const COLUMNS: [(Item, &str); 5] = [
    (Item::Ph, "ph"),
    (Item::DissolvedOxygen, "do"),
    (Item::PermanganateIndex, "codmn"),
    (Item::AmmoniaNitrogen, "nh3n"),
    (Item::TotalPhosphorus, "tp"),
];

/// The readings of a row; `ending` is that of its columns, such as `_raw`.
pub(crate) fn readings(row: &Row, ending: &str) -> ItemMap<Measurement> {
    let reading = |(item, column): (Item, &str)| {
        let cell = row.cell(&format!("{column}{ending}"));
        (item, Measurement::from(Reading::parse(cell, item).unwrap()))
    };
    COLUMNS.map(reading).into_iter().collect()
}

/// The class of some readings by the limits of one body of water.
pub(crate) fn class_of(
    readings: &ItemMap<Measurement>,
    body: WaterBody,
    comparison: Comparison,
) -> Option<Class> {
    Classifier::new(Standard::GB_3838_2002, body, ItemSet::FIVE, comparison)
        .assess(readings)
        .unwrap()
        .class()
}

/// With which limits the printed class comes out: `river`, `lake`, `both` or `none`; empty
/// where no class is printed.
pub(crate) fn limits_that_fit(row: &Row, ending: &str, comparison: Comparison) -> &'static str {
    let Some(printed) = row.class_printed() else { return "" };
    let readings = readings(row, ending);
    let fits = |body| class_of(&readings, body, comparison) == Some(printed);
    match (fits(WaterBody::River), fits(WaterBody::Lake)) {
        (true, true) => "both",
        (true, false) => "river",
        (false, true) => "lake",
        (false, false) => "none",
    }
}

/// Holds the column `limits_that_fit` against the classifier, and counts the rows with a
/// class and those whose class comes out.
pub(crate) fn reproduced(rows: &[Row], ending: &str) -> (usize, usize) {
    let (mut classed, mut reproduced) = (0, 0);
    for row in rows {
        let fit = limits_that_fit(row, ending, Comparison::FullValue);
        assert_eq!(fit, row.cell("limits_that_fit"), "row {}", row.number());
        classed += usize::from(!fit.is_empty());
        reproduced += usize::from(!matches!(fit, "" | "none"));
    }
    (classed, reproduced)
}

/// Why a printed class does not come out.
pub(crate) enum Reason {
    /// The shown value stands at a limit, and digits that are not shown exceed it: with this
    /// value, which is shown the same, the class comes out by these limits.
    HiddenDigits(Item, &'static str, WaterBody),
    /// The class is that of another hour.
    AnotherHour,
}

/// Holds the list of rows that do not come out against the rows: no more, no less.
pub(crate) fn check_not_reproduced(rows: &[Row], listed: &[(u32, Reason)]) {
    let none = |row: &&Row| limits_that_fit(row, "", Comparison::FullValue) == "none";
    let found: Vec<u32> = rows.iter().filter(none).map(Row::number).collect();
    let expected: Vec<u32> = listed.iter().map(|(number, _)| *number).collect();
    assert_eq!(found, expected, "rows that no limits reproduce");
    for (number, reason) in listed {
        let Reason::HiddenDigits(item, possible, body) = reason else { continue };
        let row = rows.iter().find(|row| row.number() == *number).unwrap();
        let (_, column) = COLUMNS.iter().find(|(column_item, _)| column_item == item).unwrap();
        let shown: Decimal = row.cell(column).parse().unwrap();
        let possible: Decimal = possible.parse().unwrap();
        let places = if *item == Item::TotalPhosphorus { 3 } else { 2 };
        assert_eq!(possible.round(places), shown, "row {number} shows another value");
        let mut readings = readings(row, "");
        readings.insert(*item, Measurement::from(Reading::Value(possible)));
        let class = class_of(&readings, *body, Comparison::FullValue);
        assert_eq!(class, row.class_printed(), "row {number}");
    }
}
