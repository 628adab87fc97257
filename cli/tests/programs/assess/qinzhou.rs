//! The plan of Qinzhou by the readings of its national stations, August and September 2026.
//!
//! Sums and classes: the table of `conformance/field/README.md`, made independently.

use num_rational::BigRational;
use serde_json::Value;

use crate::assess::{file, run, schema};

fn data() -> Value {
    let ran = run(&["--json"]).unwrap();
    assert_eq!(ran.code, 0);
    assert_eq!(ran.messages, "");
    serde_json::from_str(&ran.out).unwrap()
}

fn section<'a>(data: &'a Value, name: &str) -> &'a Value {
    let sections = data["sections"].as_array().unwrap();
    sections.iter().find(|section| section["name"] == name).unwrap()
}

#[test]
fn the_output_has_the_form_of_its_schema() {
    let schema = schema::shipped();
    let mut output = data();
    assert_eq!(schema::follows(&schema, &output), Ok(()));
    // And the schema can refuse.
    output["sections"][0]["class"] = "VI".into();
    assert!(schema::follows(&schema, &output).is_err());
}

/// An item, the sum of its readings, and their number.
type Sum = (&'static str, &'static str, u32);

/// One row of the table: pooled sums of DO, CODMn, NH3-N, TP and TN, the pH at six decimals.
struct Row {
    name: &'static str,
    sums: [Sum; 5],
    ph: &'static str,
    class: &'static str,
    target: &'static str,
    verdict: &'static str,
}

#[rustfmt::skip]
const POOLED: [Row; 5] = [
    Row { name: "钦江东", sums: [("DO", "135.73", 20), ("CODMn", "58.51", 19), ("NH3-N", "2.774", 19), ("TP", "1.107", 19), ("TN", "42.74", 17)], ph: "6.863914", class: "II", target: "III", verdict: "met" },
    Row { name: "高速公路西桥", sums: [("DO", "101.36", 20), ("CODMn", "96.05", 20), ("NH3-N", "10.872", 20), ("TP", "3.445", 19), ("TN", "74.30", 20)], ph: "7.046758", class: "III", target: "IV", verdict: "met" },
    Row { name: "茅岭大桥", sums: [("DO", "140.57", 20), ("CODMn", "50.48", 20), ("NH3-N", "0.899", 17), ("TP", "1.329", 19), ("TN", "27.93", 20)], ph: "6.522447", class: "II", target: "III", verdict: "met" },
    Row { name: "东边埇", sums: [("DO", "139.65", 20), ("CODMn", "51.65", 20), ("NH3-N", "1.478", 20), ("TP", "2.329", 20), ("TN", "38.98", 20)], ph: "6.463738", class: "III", target: "II", verdict: "missed" },
    Row { name: "高塘", sums: [("DO", "140.50", 20), ("CODMn", "49.53", 20), ("NH3-N", "1.673", 20), ("TP", "1.688", 20), ("TN", "43.83", 20)], ph: "6.318898", class: "II", target: "III", verdict: "met" },
];

#[test]
fn pooled_means_are_the_independent_sums() {
    let data = data();
    for Row { name, sums, ph, class, target, verdict } in POOLED {
        let section = section(&data, name);
        for (item, sum, count) in sums {
            let thousandths: i64 = match sum.split_once('.') {
                Some((whole, rest)) => format!("{whole}{rest:0<3}").parse().unwrap(),
                None => panic!("{sum}"),
            };
            let expected =
                BigRational::new(thousandths.into(), (1000 * i64::from(count)).into()).to_string();
            let mean = &section["means"][item];
            assert_eq!(mean["pooled"]["exact"], expected, "{name} {item}");
            assert_eq!(mean["count"], count, "{name} {item}");
            assert_eq!(mean["missing"], 20 - count, "{name} {item}");
        }
        assert_eq!(section["means"]["pH"]["pooled"]["value"], ph, "{name}");
        // The mean of the months gives the sections the same classes.
        assert_eq!(section["class"], class, "{name}");
        assert_eq!(section["pooled_class"], Value::Null, "{name}");
        assert_eq!(section["target"], target, "{name}");
        assert_eq!(section["verdict"], verdict, "{name}");
        assert_eq!(section["provisional"], true, "{name}");
        assert_eq!(section["sufficiency"]["found"], 2, "{name}");
    }
}

/// 钦江东, NH3-N: 0.146, class I, pooled; 0.160, class II, as mean of two months. 11 readings
/// of August and 9 of September; sums by hand from the file.
#[test]
fn the_order_of_averaging_is_shown_where_it_matters() {
    let data = data();
    let mean = &section(&data, "钦江东")["means"]["NH3-N"];
    assert_eq!(mean["rounded"], "0.16");
    assert_eq!(mean["class"], "II");
    assert_eq!(mean["pooled"]["rounded"], "0.15");
    assert_eq!(mean["pooled"]["class"], "I");
    assert_eq!(mean["pooled"]["differs"], true);
    let table = run(&["--full"]).unwrap().out;
    assert!(table.contains("0.16 II (pooled 0.15 I)"), "{table}");
}

#[test]
fn the_section_that_misses_names_its_item() {
    let data = data();
    let section = section(&data, "东边埇");
    assert_eq!(section["determining"], serde_json::json!(["TP"]));
    assert_eq!(section["worse_than_target"][0]["item"], "TP");
    // Mean of months 0.131; (0.131 − 0.1) / 0.1.
    assert_eq!(section["worse_than_target"][0]["multiple"], "0.31");
    // Class III: no main pollution items.
    assert_eq!(section["main_pollution_items"], serde_json::json!([]));
}

#[test]
fn sections_without_readings_are_listed() {
    let data = data();
    assert_eq!(data["sections"].as_array().unwrap().len(), 18);
    let unread = section(&data, "甘村大桥");
    assert_eq!(unread["class"], Value::Null);
    assert_eq!(unread["verdict"], "not_assessed");
    assert_eq!(unread["reason"], "no_readings");
    // The target of 2025 holds in 2026.
    assert_eq!(section(&data, "东边塘")["target"], "III");
    assert_eq!(section(&data, "东边塘")["target_from"], 2025);
    assert_eq!(data["not_assessed"].as_array().unwrap().len(), 13 + 3 + 4);
}

#[test]
fn goals_stay_open_with_both_bounds() {
    let data = data();
    let goal = &data["goals"][0];
    assert_eq!(goal["id"], "national-excellent-good-share");
    assert_eq!(goal["verdict"], "not_assessed");
    assert_eq!((&goal["numerator"], &goal["denominator"]), (&5.into(), &7.into()));
    assert_eq!(goal["bounds"], serde_json::json!({ "least": "0.0", "greatest": "100.0" }));
    // 5 of 7 are good for now: between 71.4 and 100 %.
    let standing = &goal["bounds_if_provisional_stand"];
    assert_eq!(*standing, serde_json::json!({ "least": "71.4", "greatest": "100.0" }));
}

/// National sections by county: 钦南区 5, 钦北区 3, 灵山县 2, 浦北县 2.
#[test]
fn boundary_sections_count_in_each_county() {
    let data = data();
    let national: Vec<_> = data["counties"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|county| county["level"] == "national")
        .map(|county| (county["county"].as_str().unwrap(), county["sections"].as_u64().unwrap()))
        .collect();
    assert_eq!(national, [("钦南区", 5), ("钦北区", 3), ("灵山县", 2), ("浦北县", 2)]);
}

#[test]
fn the_chart_shows_each_section_in_its_colour() {
    let path = file("chart.svg", b"");
    run(&["--svg", path.to_str().unwrap(), "--language", "zh"]).unwrap();
    let chart = std::fs::read_to_string(path).unwrap();
    for name in ["钦江东", "高速公路西桥", "洪潮江水库(钦州)", "文利镇支流", "无监测数据"]
    {
        assert!(chart.contains(name), "{name}");
    }
    // Three sections of class II in blue, two of class III in green.
    assert_eq!(chart.matches("fill=\"#3A86D6\"").count(), 3);
    assert_eq!(chart.matches("fill=\"#3FA85B\"").count(), 2);
}

#[test]
fn both_languages_and_markdown() {
    let chinese = run(&["--language", "zh", "--markdown"]).unwrap().out;
    // Cells are padded to the width of their column.
    let unpadded = chinese.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(unpadded.contains(
        "| 东边埇 | 武利江 | 国控 | Ⅲ类 | 总磷 | 总磷（0.31） | Ⅱ类 | 未达标（暂定） | 2/12 |"
    ));
    let english = run(&["--markdown"]).unwrap().out;
    assert!(english.contains("missed (provisional)"));
}
