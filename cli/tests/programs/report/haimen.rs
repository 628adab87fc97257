//! The station 海门湾桥闸, January to June 2019: months, trend, and the printed means.

use std::collections::BTreeMap;

use num_rational::BigRational;
use serde_json::json;

use crate::report::{HAIMEN, data, named, rows};

/// The means and the class that the station's own report prints, over all hours.
#[test]
fn the_printed_means_stand_beside_those_of_months() {
    let data = data(&HAIMEN);
    let section = named(&data["plan"]["sections"], "name", "海门湾桥闸");
    for (item, printed, class) in
        [("DO", "4.5", "IV"), ("CODMn", "9.1", "IV"), ("TP", "0.236", "IV")]
    {
        let pooled = &section["means"][item]["pooled"];
        assert_eq!((&pooled["rounded"], &pooled["class"]), (&printed.into(), &class.into()));
    }
    // pH 7.05, copper 2.5 µg/L, half of the detection limit of 5 µg/L.
    let ph: f64 = section["means"]["pH"]["pooled"]["value"].as_str().unwrap().parse().unwrap();
    assert!((7.045..7.055).contains(&ph), "{ph}");
    assert_eq!(section["means"]["Cu"]["pooled"]["value"], "0.002500");
    assert_eq!(section["class"], "IV");
}

/// One section: its means are those of the region.
#[test]
fn the_state_goes_by_means() {
    let data = data(&HAIMEN);
    let state = &data["year"]["state"];
    assert_eq!((&state["method"], &state["class"]), (&"item_means".into(), &"IV".into()));
    assert_eq!(state["quality"], "lightly_polluted");
    assert_eq!(state["rules"][0]["clause"], "断面总数少于5个");
    // Mean of months 9.2, printed so in tests/published; (9.2 − 6) / 6 = 0.533.
    let first = &state["main_pollution_items_of_means"][0];
    assert_eq!((&first["item"], &first["multiple"]), (&"CODMn".into(), &"0.53".into()));
}

/// The monthly means of CODMn in tenths, by sums over the file: plain numbers alone count.
fn monthly_tenths() -> Vec<String> {
    let mut months: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for row in rows("../conformance/field/haimen-2019-h1.csv") {
        let cell = &row["codmn"];
        if cell.is_empty() || cell.chars().any(|it| !it.is_ascii_digit() && it != '.') {
            continue;
        }
        let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
        let (sum, count) = months.entry(row["time"][..7].to_owned()).or_default();
        *sum += format!("{whole}{part:0<1}").parse::<i64>().unwrap();
        *count += 1;
    }
    let tenths = |(sum, count): &(i64, i64)| BigRational::new((*sum).into(), (*count).into());
    months.values().map(|month| tenths(month).round().to_string()).collect()
}

/// Ranks 5 6 4 3 2 1 of the months: Σd² = 16 + 16 + 1 + 1 + 9 + 25 = 68, rs = 1 − 408 / 210.
/// The printed critical values for six are 0.829 and 0.943.
#[test]
fn the_trend_of_the_leading_item() {
    let tenths = monthly_tenths();
    assert_eq!(tenths, ["109", "114", "108", "100", "71", "53"]);
    let data = data(&HAIMEN);
    let trend = &data["trend"];
    assert_eq!(
        (&trend["item"], &trend["choice"]),
        (&"CODMn".into(), &"main_pollution_item".into())
    );
    let section = &trend["by_month"][0];
    for (place, value) in section["values"].as_array().unwrap().iter().enumerate() {
        let expected = tenths.get(place).map(|tenths| {
            let (whole, part) = tenths.split_at(tenths.len() - 1);
            format!("{whole}.{part}")
        });
        assert_eq!(value["value"], json!(expected), "{place}");
    }
    assert_eq!(section["coefficient"], "-0.943");
    assert_eq!((&section["direction"], &section["change"]), (&"fall".into(), &"better".into()));
    assert_eq!(
        (&section["at_one_percent"], &section["method"]),
        (&true.into(), &"printed_table".into())
    );
}

/// Ammonia nitrogen is in no row: every month and the year are provisional, and say so.
#[test]
fn what_the_station_does_not_measure() {
    let data = data(&HAIMEN);
    let remarks = data["remarks"].as_array().unwrap();
    let of = |kind: &str| remarks.iter().find(|remark| remark["kind"] == kind).unwrap();
    assert_eq!(of("five_incomplete")["items"], json!(["NH3-N"]));
    assert_eq!(of("absent")["items"], json!(["NH3-N"]));
    assert_eq!(of("too_few")["found_of"], json!([6, 12]));
    // Cells with the letter L, counted in the file: `grep -c` of 5L and 0.005L by column.
    let below = |column: &str| {
        let rows = rows("../conformance/field/haimen-2019-h1.csv");
        rows.iter().filter(|row| row[column].ends_with('L')).count()
    };
    let counts = json!({ "Cu": below("cu_ug"), "Cr6+": below("cr6"), "CN-": below("cn") });
    assert_eq!(of("below_detection")["counts"], counts);
    for month in &data["months"].as_array().unwrap()[..6] {
        assert_eq!(month["sections"][0]["provisional"], true);
    }
}
