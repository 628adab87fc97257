//! The plan of Qinzhou beside its sections: what is reported to it, and what is missing.

use serde_json::Value;

use crate::assess::{file, run};

/// 80 % in three counties, 79.9 % in the fourth; a target told; a source over a half-year.
const REPORTED: &str = r#"{ "format": 1,
    "values": [
        { "id": "manure-use", "county": "钦南区", "as_of": "2024-12-31", "value": "80" },
        { "id": "manure-use", "county": "钦北区", "as_of": "2024-12-31", "value": "80.0" },
        { "id": "manure-use", "county": "灵山县", "as_of": "2024-12-31", "value": "79.9" },
        { "id": "manure-use", "county": "浦北县", "as_of": "2024-12-31", "value": "92" },
        { "id": "county-town-sewage-treatment", "county": "灵山县", "as_of": "2024-12-31", "value": "94.9" },
        { "id": "total-water-use", "as_of": "2024-12-31", "value": "13.1" }],
    "states": [{ "on": { "indicator": "half-year-summary" }, "as_of": "2024-06-26", "state": "done" }],
    "targets": [{ "id": "total-water-use", "bound": { "at_most": "13.1" }, "document": "D" }],
    "sources": [{ "source": "灵东水库饮用水水源地", "from": "2024-01-01", "to": "2024-06-30",
                  "result": { "class": "II" } }] }"#;

fn progress(reported: Option<&str>, date: &str) -> Value {
    let mut words = vec!["--json", "--date", date];
    let path = reported.map(|text| file("reported.json", text.as_bytes()));
    if let Some(path) = &path {
        words.extend(["--reported", path.to_str().unwrap()]);
    }
    let data: Value = serde_json::from_str(&run(&words).unwrap().out).unwrap();
    data["progress"].clone()
}

fn standing<'a>(progress: &'a Value, id: &str) -> &'a str {
    let indicators = progress["indicators"].as_array().unwrap();
    indicators.iter().find(|it| it["id"] == id).unwrap()["standing"].as_str().unwrap()
}

#[test]
fn reported_values_are_judged() {
    let progress = progress(Some(REPORTED), "2025-01-10");
    assert_eq!(standing(&progress, "manure-use"), "missed");
    assert_eq!(standing(&progress, "total-water-use"), "met");
    assert_eq!(standing(&progress, "half-year-summary"), "met_late");
    // 力争: one county falls short, the other did not report; the worse of the two stands.
    assert_eq!(standing(&progress, "county-town-sewage-treatment"), "fell_short");
    assert_eq!(standing(&progress, "industrial-water-reuse"), "target_not_given");
    assert_eq!(standing(&progress, "implementation-plan"), "deadline_not_known");
    assert_eq!(standing(&progress, "irrigation"), "not_reported");
    let source = &progress["sources"][4];
    assert_eq!((&source["verdict"], &source["provisional"]), (&"met".into(), &true.into()));
}

/// Nothing reported: 30 November is over for task 19 alone, and 20 working days hang on an event.
#[test]
fn every_task_says_what_it_wants() {
    let progress = progress(None, "2024-12-01");
    let tasks = progress["tasks"].as_array().unwrap();
    assert_eq!(tasks.len(), 56);
    for task in tasks {
        let expected = match task["number"].as_u64().unwrap() {
            19 => "not_reported",
            47 => "deadline_not_known",
            _ => "due",
        };
        assert_eq!(task["standing"], expected, "{}", task["number"]);
        assert!(!task["gaps"].as_array().unwrap().is_empty(), "{}", task["number"]);
    }
    // Every goal wants something too: no section has a year of readings.
    for goal in progress["goal_gaps"].as_array().unwrap() {
        assert!(!goal["gaps"].as_array().unwrap().is_empty(), "{}", goal["id"]);
    }
}

#[test]
fn a_summary_is_markdown_or_data() {
    let ran = run(&["--summary", "half-year", "--date", "2024-06-25"]).unwrap();
    assert_eq!(ran.code, 0);
    let title =
        "# 钦州市2024年度水污染防治工作实施方案: summary of the half-year (as of 2024-06-25)";
    assert!(ran.out.starts_with(title), "{}", ran.out);
    for heading in ["## Water quality", "## Tasks", "## Indicators", "## By county and by unit"] {
        assert!(ran.out.contains(heading), "{heading}");
    }
    assert!(ran.out.contains("### 六、加强组织实施 (2024-06-25)"), "{}", ran.out);
    let words = ["--summary", "year-end", "--date", "2025-01-10", "--json"];
    let data: Value = serde_json::from_str(&run(&words).unwrap().out).unwrap();
    assert_eq!(data["kind"], "year_end");
    assert_eq!(data["water_quality"]["period"], "2024");
    assert_eq!(data["progress"]["today"], "2025-01-10");
    let refused = run(&["--summary", "monthly"]).err().unwrap();
    assert!(refused.contains("expected half-year or year-end"), "{refused}");
}

#[test]
fn a_report_that_does_not_fit_is_refused_by_name() {
    let refused = |text: &str| {
        let path = file("refused.json", text.as_bytes());
        run(&["--reported", path.to_str().unwrap()]).err().unwrap()
    };
    let unknown = refused(
        r#"{ "format": 1, "values": [{ "id": "sewer", "as_of": "2024-12-31", "value": "1" }] }"#,
    );
    assert!(unknown.contains("refused.json: \"sewer\": expected the id"), "{unknown}");
    let misspelt = refused(r#"{ "format": 1, "value": [] }"#);
    assert!(misspelt.contains("unknown field `value`"), "{misspelt}");
    let float = refused(
        r#"{ "format": 1, "values": [{ "id": "sewer-length", "as_of": "2024-12-31", "value": 30.1 }] }"#,
    );
    assert!(float.contains("a decimal number as text"), "{float}");
}

/// Readings after the day of asking are not known yet.
#[test]
fn readings_after_the_day_do_not_count() {
    let rows = include_str!("../../../data/qinzhou-readings.csv").lines().skip(1);
    let known = rows.filter(|row| &row[..10] <= "2026-09-05").count();
    let words = ["--json", "--date", "2026-09-05"];
    let data: Value = serde_json::from_str(&run(&words).unwrap().out).unwrap();
    assert_eq!(data["input"]["used"], known);
    assert_eq!(data["input"]["after_day"], 100 - known);
    assert!((1..100).contains(&known));
    let table = run(&["--date", "2026-09-05"]).unwrap().out;
    assert!(table.contains(&format!("rows after the day: {}", 100 - known)), "{table}");
}
