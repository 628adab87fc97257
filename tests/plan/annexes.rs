//! Annexes 2 to 6 row by row.

use serde_json::{Value, json};

use crate::text::{annex, merged, rows, without_spaces};
use crate::{is_inferred, read};

fn class(cell: &str) -> &str {
    cell.trim_start_matches("达到或优于").strip_suffix('类').unwrap()
}

fn counties(cell: &str) -> Vec<&str> {
    cell.split('/').map(str::trim).collect()
}

/// A reservoir (水库) is judged as a lake.
fn water_body(name: &str) -> &'static str {
    if name.contains("水库") { "lake" } else { "river" }
}

fn list(plan: &Value, key: &str) -> Vec<Value> {
    plan[key].as_array().unwrap().clone()
}

#[test]
fn sections_are_those_of_annex_2() {
    let plan = read();
    let (sections, rows) = (list(&plan, "sections"), rows(2));
    assert_eq!((sections.len(), rows.len()), (18, 18));
    let note = annex(2).lines().find(|line| line.starts_with("注：")).unwrap();
    let later = note.split(['（', '年']).find_map(|it| it.parse::<u16>().ok()).unwrap();
    let later_class = note.split_once('为').unwrap().1.trim_end_matches('。');
    let mut level = "";
    for (index, (section, row)) in sections.iter().zip(&rows).enumerate() {
        assert_eq!(row[0], (index + 1).to_string());
        let expected = match merged(row[1], &mut level) {
            "国控" => "national",
            "区控" => "regional",
            "市控" => "municipal",
            other => panic!("{other}"),
        };
        assert_eq!(section["level"], expected, "{row:?}");
        assert_eq!(section["counties"], json!(counties(row[2])), "{row:?}");
        assert_eq!(section["water"], row[3]);
        assert_eq!(section["name"], row[4]);
        assert_eq!(section["water_body"], water_body(row[3]), "{row:?}");
        assert!(is_inferred(section, "water_body"), "{row:?}");
        let mut targets = vec![(2024, class(row[5]))];
        if note.contains(&format!("{}{}断面", row[2], row[4])) {
            targets.push((later, class(later_class)));
        }
        let found = section["targets"].as_array().unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|it| {
                (
                    u16::try_from(it["from"].as_u64().unwrap()).unwrap(),
                    it["class"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(found, targets, "{row:?}");
    }
}

#[test]
fn sources_are_those_of_annex_3() {
    let plan = read();
    let (sources, rows) = (list(&plan, "drinking_water_sources"), rows(3));
    assert_eq!((sources.len(), rows.len()), (9, 9));
    let mut level = "";
    for (source, row) in sources.iter().zip(&rows) {
        let expected = match merged(row[1], &mut level) {
            "市级" => "municipal",
            "县级" => "county",
            other => panic!("{other}"),
        };
        assert_eq!(source["level"], expected, "{row:?}");
        assert_eq!(source["counties"], json!(counties(row[2])), "{row:?}");
        assert_eq!(source["name"], without_spaces(row[3]));
        let status = match row[4] {
            "在用" => "in_use",
            "备用" => "backup",
            "规划" => "planned",
            other => panic!("{other}"),
        };
        assert_eq!(source["status"], status, "{row:?}");
        assert_eq!(source["required"], class(row[5]), "{row:?}");
        assert_eq!(source["water_body"], water_body(row[3]), "{row:?}");
        assert!(is_inferred(source, "water_body"), "{row:?}");
    }
}

#[test]
fn flow_target_is_that_of_annex_4() {
    let plan = read();
    let (flows, rows) = (list(&plan, "flow_targets"), rows(4));
    assert_eq!((flows.len(), rows.len()), (1, 1));
    let (flow, row) = (&flows[0], &rows[0]);
    assert_eq!(flow["zone"], row[0]);
    assert_eq!(flow["water"], row[1]);
    assert_eq!(flow["section"], row[2]);
    assert_eq!(flow["base_flow"], row[3]);
    // One column holds flows and levels.
    assert!(is_inferred(flow, "base_flow"));
    assert_eq!(flow["lowest_level"], Value::Null);
    for (key, cell) in ["sensitive_flow", "least_discharge", "remarks"].iter().zip(&row[4..]) {
        assert_eq!(*cell, "/");
        assert_eq!(flow[key], Value::Null, "{key}");
    }
}

#[test]
fn buffer_is_that_of_annex_5() {
    let plan = read();
    let (works, rows) = (list(&plan, "buffer_works"), rows(5));
    assert_eq!((works.len(), rows.len()), (1, 1));
    let (work, row) = (&works[0], &rows[0]);
    assert_eq!(work["county"], row[0]);
    assert_eq!(work["national_section"], row[1]);
    assert_eq!(work["water"], row[2]);
    assert_eq!((&work["water_body"], row[3]), (&json!("river"), "河流"));
    assert_eq!(work["length"], row[4]);
    assert_eq!(work["complete_by"], json!(row[5].parse::<u16>().unwrap()));
    assert!(!is_inferred(work, "water_body"));
}

#[test]
fn town_sources_are_those_of_annex_6() {
    let plan = read();
    let (sources, rows) = (list(&plan, "town_sources"), rows(6));
    assert_eq!((sources.len(), rows.len()), (20, 20));
    let mut county = "";
    for (source, row) in sources.iter().zip(&rows) {
        assert_eq!(source["county"], merged(row[1], &mut county), "{row:?}");
        let towns: Vec<_> = row[2].split_whitespace().collect();
        assert_eq!(source["towns"], json!(towns), "{row:?}");
        let level = match row[3] {
            "镇级" => "town",
            "村级" => "village",
            other => panic!("{other}"),
        };
        assert_eq!(source["level"], level, "{row:?}");
        assert_eq!(source["name"], row[4]);
        let body = match row[5] {
            "湖库型" => "lake",
            "河流型" => "river",
            other => panic!("{other}"),
        };
        assert_eq!(source["water_body"], body, "{row:?}");
        assert!(!is_inferred(source, "water_body"), "{row:?}");
    }
}
