//! Several years, and rivers beside lakes: shares and trends by year, or why there is no state.

use serde_json::{Value, json};

use crate::report::{data, file};

/// Ammonia nitrogen of one river in the first month of some years.
fn river(name: &str, cells: &[(u16, &str)], bodies: &[&str]) -> Value {
    let sections: Vec<_> = bodies
        .iter()
        .enumerate()
        .map(|(place, body)| {
            json!({ "name": format!("s{place}"), "level": "county", "counties": ["c"],
                    "water": "w", "water_body": body })
        })
        .collect();
    let plan =
        json!({ "format": 1, "name": "n", "year": 2020, "items": "five", "sections": sections });
    let plan = file(&format!("{name}.json"), plan.to_string().as_bytes());
    let mut csv = "time,section,nh3n\n".to_owned();
    for (place, _) in bodies.iter().enumerate() {
        for (year, cell) in cells {
            csv.push_str(&format!("{year}-01-15,s{place},{cell}\n"));
        }
    }
    let readings = file(&format!("{name}.csv"), csv.as_bytes());
    data(&["--plan", plan.to_str().unwrap(), "--readings", readings.to_str().unwrap()])
}

/// 0.82 0.75 0.78 0.61 0.43 0.40: Σd² = 25 + 4 + 4 + 1 + 9 + 25 = 68 as well, so it falls.
#[test]
fn six_years_have_a_trend_by_year() {
    let cells = [
        (2020, "0.82"),
        (2021, "0.75"),
        (2022, "0.78"),
        (2023, "0.61"),
        (2024, "0.43"),
        (2025, "0.40"),
    ];
    let data = river("six", &cells, &["river"]);
    assert_eq!(data["years"].as_array().unwrap().len(), 6);
    assert_eq!(data["year"]["period"], "2025");
    let trend = &data["trend"]["by_year"][0];
    assert_eq!((&trend["coefficient"], &trend["direction"]), (&"-0.943".into(), &"fall".into()));
    assert_eq!(data["trend"]["by_month"][0]["reason"], "too_few");
}

/// Fewer than five sections have no state by means where rivers and lakes have other limits.
#[test]
fn rivers_and_lakes_have_no_means_in_common() {
    let data = river("mixed", &[(2025, "0.82")], &["river", "lake"]);
    let state = &data["year"]["state"];
    assert_eq!((&state["quality"], &state["reason"]), (&Value::Null, &"judged_otherwise".into()));
    assert_eq!((&state["shares"]["assessed"], &state["shares"]["good"]), (&2.into(), &2.into()));
    // With five sections shares are counted, whatever they lie on.
    let data = river("five", &[(2025, "0.82")], &["river", "lake", "river", "river", "lake"]);
    assert_eq!(data["year"]["state"]["method"], "shares");
}

/// A lake with ammonia nitrogen alone: none of the five parameters.
#[test]
fn lakes_without_a_parameter_have_no_index() {
    let data = river("lake", &[(2025, "0.82")], &["lake"]);
    let lake = &data["lakes"][0];
    assert_eq!((&lake["index"], &lake["reason"]), (&Value::Null, &"no_parameter".into()));
    let kind = json!({ "no_index": "no_parameter" });
    assert!(data["remarks"].as_array().unwrap().iter().any(|remark| remark["kind"] == kind));
}

/// Transparency in centimetres is brought to metres: 10 · (5.118 − 1.94 · ln 1.2) = 47.643.
#[test]
fn transparency_is_read_in_both_units() {
    let plan = r#"{ "format": 1, "name": "n", "year": 2025, "items": "five", "sections": [
        { "name": "s", "level": "county", "counties": ["c"], "water": "w", "water_body": "lake" }] }"#;
    let plan = file("clear.json", plan.as_bytes());
    let mut indices = Vec::new();
    for (column, cell) in [("transparency_cm", "120"), ("transparency_m", "1.2")] {
        let csv = format!("time,section,nh3n,{column}\n2025-01-15,s,0.1,{cell}\n");
        let readings = file(&format!("{column}.csv"), csv.as_bytes());
        let data =
            data(&["--plan", plan.to_str().unwrap(), "--readings", readings.to_str().unwrap()]);
        indices.push(data["lakes"][0]["index"].clone());
    }
    assert_eq!(indices, ["47.6", "47.6"]);
}

/// A series that never moves has rs = 1/2 by the printed formula; the one beside it has 0.
#[test]
fn equal_means_are_said() {
    let cells = [2021, 2022, 2023, 2024, 2025].map(|year| (year, "0.82"));
    let data = river("flat", &cells, &["river"]);
    let trend = &data["trend"]["by_year"][0];
    assert_eq!((&trend["coefficient"], &trend["centred"]), (&"0.500".into(), &"0.000".into()));
    assert_eq!((&trend["direction"], &trend["change"]), (&"none".into(), &"same".into()));
}
