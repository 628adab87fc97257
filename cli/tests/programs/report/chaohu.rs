//! The stations of 巢湖流域 in two readings of 2026: lakes with their trophic state.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::report::{CHAOHU, data, named, rows};

/// The shipped rows are those of the field data, cell by cell; nothing is added but the year.
#[test]
fn the_readings_are_those_of_the_field_data() {
    let field = |file: &str| -> BTreeMap<String, BTreeMap<String, String>> {
        rows(file)
            .into_iter()
            .filter(|row| row["basin"] == "巢湖流域")
            .map(|row| (row["section"].clone(), row))
            .collect()
    };
    let february = field("../conformance/field/cnemc-2026-02-04.csv");
    let august = field("../conformance/field/cnemc-2026-08-21.csv");
    let shipped = rows("data/chaohu-readings.csv");
    assert_eq!(shipped.len(), february.len() + august.len());
    for row in shipped {
        let is_february = row["time"].starts_with("2026-02");
        let source = &(if is_february { &february } else { &august })[&row["section"]];
        let (day, hour) = source["time"].split_once(' ').unwrap();
        assert_eq!(row["time"], format!("2026-{day}T{hour}+08:00"));
        for item in ["water_temp", "ph", "do", "codmn", "nh3n", "tp", "tn", "ec", "turbidity"] {
            let column = if is_february { item.to_owned() } else { format!("{item}_raw") };
            assert_eq!(row[item], source[&column], "{} {item}", row["section"]);
        }
        let chlorophyll = if is_february { "" } else { source["chla_raw"].as_str() };
        assert_eq!(row["chla_mg_per_l"], chlorophyll);
    }
}

/// TLI(Σ) by the printed formula, here in floats of its own.
fn index(values: &[(&str, f64)]) -> f64 {
    let printed = |name: &str| match name {
        "chl-a" => (2.5, 1.086, 1.0),
        "TP" => (9.436, 1.624, 0.84),
        "TN" => (5.453, 1.694, 0.82),
        "CODMn" => (0.109, 2.661, 0.83),
        other => panic!("{other}"),
    };
    let squares: f64 = values.iter().map(|(name, _)| printed(name).2 * printed(name).2).sum();
    values
        .iter()
        .map(|(name, value)| {
            let (a, b, r) = printed(name);
            r * r / squares * 10.0 * (a + b * f64::ln(*value))
        })
        .sum()
}

/// 龟山: means of the two months by hand, chlorophyll-a of August alone, 0.01564 mg/L.
#[test]
fn the_trophic_state_of_a_station() {
    let values = [("chl-a", 15.64), ("TP", 0.047), ("TN", 0.8325), ("CODMn", 3.72)];
    assert!((index(&values) - 47.545_756).abs() < 1e-6);
    let data = data(&CHAOHU);
    let lake = named(&data["lakes"], "name", "龟山");
    assert_eq!((&lake["index"], &lake["grade"]), (&"47.5".into(), &"mesotrophic".into()));
    assert_eq!(lake["missing"], json!(["SD"]));
    let parameters = lake["parameters"].as_array().unwrap();
    for ((symbol, value), found) in values.iter().zip(parameters) {
        assert_eq!(found["parameter"], *symbol);
        let shown: f64 = found["value"].as_str().unwrap().parse().unwrap();
        assert!((shown - value).abs() < 1e-9, "{symbol}");
    }
}

/// 巢湖 as the mean of its four stations; one has no chlorophyll-a.
#[test]
fn the_trophic_state_of_the_lake() {
    let data = data(&CHAOHU);
    let values = [
        ("chl-a", (9.12 + 15.64 + 7.74) / 3.0),
        ("TP", (0.054 + 0.047 + 0.035 + 0.098) / 4.0),
        ("TN", (1.36 + 0.8325 + 1.12 + 1.509) / 4.0),
        ("CODMn", (4.58 + 3.72 + 2.59 + 3.89) / 4.0),
    ];
    let lake = named(&data["lakes"], "name", "巢湖");
    assert_eq!(lake["index"], format!("{:.1}", index(&values)));
    assert_eq!((&lake["index"], &lake["points"]), (&"48.4".into(), &4.into()));
    let points: Vec<_> =
        lake["parameters"].as_array().unwrap().iter().map(|it| it["points"].clone()).collect();
    assert_eq!(points, [3, 4, 4, 4]);
    // Just above 50, and without chlorophyll-a renormalised once more.
    let above = named(&data["lakes"], "name", "湖滨");
    assert_eq!((&above["index"], &above["grade"]), (&"50.3".into(), &"lightly_eutrophic".into()));
    let without = named(&data["lakes"], "name", "兆河入湖区");
    assert_eq!((&without["index"], &without["missing"]), (&"40.8".into(), &json!(["chl-a", "SD"])));
    let rules: Vec<_> =
        without["rules"].as_array().unwrap().iter().map(|it| &it["clause"]).collect();
    assert_eq!(rules, ["综合营养状态指数法", "缺项时权重归一"]);
}

/// Chlorophyll-a without a value is counted too.
#[test]
fn missing_chlorophyll_is_said() {
    let data = data(&CHAOHU);
    let remarks = data["remarks"].as_array().unwrap();
    let of = |it: &&Value| it["what"] == "龟山" && it["parameter"] == "chl-a";
    let remark = remarks.iter().find(of).unwrap();
    assert_eq!(remark["of"], "lake");
    assert_eq!(remark["kind"], json!({ "missing": "blank" }));
    assert_eq!(remark["found_of"], json!([1, 2]));
}

/// The class of a month with one reading is the printed one, but where rounding comes first:
/// a monthly mean is rounded, a single reading is not.
#[test]
fn months_have_the_printed_classes() {
    let data = data(&CHAOHU);
    let class = |printed: &str| match printed {
        "Ⅰ" | "1" => "I",
        "Ⅱ" | "2" => "II",
        "Ⅲ" | "3" => "III",
        "Ⅳ" | "4" => "IV",
        "Ⅴ" | "5" => "V",
        "劣Ⅴ" | "6" => "inferior_V",
        other => panic!("{other}"),
    };
    let sections = data["plan"]["sections"].as_array().unwrap();
    let mut others = Vec::new();
    for row in rows("data/chaohu-readings.csv") {
        let place = sections.iter().position(|section| section["name"] == row["section"]).unwrap();
        let month = if row["time"].starts_with("2026-02") { 1 } else { 7 };
        let found = &data["months"][month]["sections"][place]["class"];
        if found != class(&row["class_printed"]) {
            others.push((row["section"].clone(), found.clone()));
        }
    }
    // pH 9.01, printed as inferior V, is rounded to 9, and CODMn 7 remains, class IV; CODMn
    // 10.03, printed as class V, is rounded to 10.0.
    let rounded = ["兆河入湖口渡口", "牛角大圩"];
    assert_eq!(others, rounded.map(|name| (name.to_owned(), Value::from("IV"))));
}

/// Nine of sixteen are class I–III: 56.25 %, below 75 %; none is inferior V.
#[test]
fn the_state_of_the_basin() {
    let data = data(&CHAOHU);
    let state = &data["year"]["state"];
    let mut counts = [0; 3];
    for section in data["plan"]["sections"].as_array().unwrap() {
        match section["class"].as_str().unwrap() {
            "I" | "II" | "III" => counts[0] += 1,
            "IV" | "V" => counts[1] += 1,
            _ => counts[2] += 1,
        }
    }
    assert_eq!(counts, [9, 7, 0]);
    assert_eq!(state["shares"]["good_percent"], "56.2");
    assert_eq!(state["quality"], "lightly_polluted");
    let items = state["main_pollution_items"].as_array().unwrap();
    let items: Vec<_> = items.iter().map(|it| (&it["item"], &it["over"], &it["of"])).collect();
    let expected =
        [("NH3-N", 3), ("CODMn", 2), ("TP", 2)].map(|(item, over)| (item.into(), over.into()));
    let of: Value = 16.into();
    for ((item, over), found) in expected.iter().zip(&items) {
        assert_eq!(*found, (item, over, &of));
    }
}
