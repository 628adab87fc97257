//! Nothing to assess, rows of other years, and nobody who reads the report.

use gb3838_cli::assess::{self, Arguments};
use gb3838_cli::program::Stop;

use crate::assess::bad_input::{GOOD, HEADER, assess};
use crate::assess::{file, run, schema};
use crate::closed::Closed;

/// The report of the plan's own year, with nothing in it.
#[test]
fn nothing_to_assess() {
    let no_row = format!("{HEADER}2026-08-27,高唐,7,6,2,0.1,0.1\n");
    for (name, csv) in [("header.csv", HEADER), ("empty.csv", ""), ("no-row.csv", &no_row)] {
        let (code, messages, data) = assess(name, csv);
        assert_eq!(code, 1, "{name}");
        assert!(messages.contains("no row of 2024 could be used: nothing to assess"), "{messages}");
        assert_eq!(data["sections"].as_array().unwrap().len(), 18);
        assert!(
            data["sections"].as_array().unwrap().iter().all(|section| section["class"].is_null())
        );
        assert_eq!(data["input"]["used"], 0);
        assert_eq!(schema::follows(&schema::shipped(), &data), Ok(()), "{name}");
        let path = file(name, csv.as_bytes());
        let ran = run(&["--readings", path.to_str().unwrap(), "--full"]).unwrap();
        assert_eq!(ran.code, 1);
        assert!(ran.out.contains("Sections (2024)"), "{}", ran.out);
        assert!(ran.out.contains("rows used: 0"), "{}", ran.out);
    }
    let (_, messages, data) = assess("empty.csv", "");
    assert!(messages.contains("empty.csv:1: the file is empty; expected a header"), "{messages}");
    assert_eq!(data["input"]["faults"].as_array().unwrap().len(), 1);
}

#[test]
fn other_years_are_counted_and_said() {
    let csv =
        format!("{HEADER}2025-08-27,高塘,7,6,2,0.1,0.1\n{GOOD}2026-08-27,高塘,x,6,2,0.1,0.1\n");
    let path = file("years.csv", csv.as_bytes());
    let path = path.to_str().unwrap();
    let ran = run(&["--readings", path]).unwrap();
    let counts = "rows read: 3; rows used: 2; rows not used: 0; rows of other years (2025): 1";
    assert!(ran.out.contains(counts), "{}", ran.out);
    let ran = run(&["--readings", path, "--year", "2025", "--full"]).unwrap();
    assert!(ran.out.contains("Sections (2025)"), "{}", ran.out);
    let ran = run(&["--readings", path, "--year", "2030", "--json"]).unwrap();
    assert_eq!(ran.code, 1);
    assert!(ran.messages.contains("no row of 2030 could be used"), "{}", ran.messages);
    let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&data["input"]["rows"], &data["input"]["used"]), (&3.into(), &0.into()));
}

#[test]
fn a_reader_that_leaves_ends_the_run_without_a_failure() {
    for words in [vec![], vec!["--json"], vec!["--help"]] {
        let arguments = Arguments::parse(words.iter().map(Into::into)).unwrap();
        let stop = assess::run(&arguments, &mut Closed, &mut Vec::new());
        assert!(matches!(stop, Err(Stop::NobodyReads)));
        // Nor does it matter whether messages can be written.
        assert!(assess::run(&arguments, &mut Vec::new(), &mut Closed).is_ok());
    }
}

/// Ten cells that are no values, each for another reason: NH3-N holds nothing else, TP a value too.
#[test]
fn items_without_a_value_say_why() {
    let cells = [
        ("", "blank"),
        ("--", "dash"),
        ("*", "star"),
        ("/", "slash"),
        ("-1", "not_monitored"),
        ("ND", "not_detected"),
        ("QC", "quality_control"),
        ("0.1F", "voided"),
        ("NA", "no_value"),
        ("#N/A", "spreadsheet_error"),
    ];
    let plan = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "sections": [
        { "name": "A", "level": "county", "counties": ["c"], "water": "w", "water_body": "river" }] }"#;
    let plan = file("why.json", plan.as_bytes());
    let plan = plan.to_str().unwrap();
    for (cell, reason) in cells {
        let csv = format!(
            "time,section,ph,do,codmn,nh3n,tp\n\
             2026-01-05,A,7,6,3,{cell},{cell}\n2026-02-05,A,7,6,3,{cell},0.1\n"
        );
        let readings = file("why.csv", csv.as_bytes());
        let words = ["--plan", plan, "--readings", readings.to_str().unwrap()];
        let data = run(&[&words[..], &["--json"]].concat()).unwrap().out;
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!(schema::follows(&schema::shipped(), &data), Ok(()), "{cell}");
        let section = &data["sections"][0];
        assert_eq!(section["absent"], serde_json::json!(["NH3-N"]), "{cell}");
        assert_eq!(section["absent_by_reason"], serde_json::json!({ reason: ["NH3-N"] }), "{cell}");
        let of_mean = &section["means"]["TP"]["missing_by_reason"];
        assert_eq!(*of_mean, serde_json::json!({ reason: 1 }), "{cell}");
    }
    // And for people.
    let csv = "time,section,ph,do,codmn,nh3n,tp\n2026-01-05,A,7,6,3,ND,0.1F\n";
    let readings = file("why.csv", csv.as_bytes());
    let words = ["--plan", plan, "--readings", readings.to_str().unwrap(), "--markdown"];
    let out = run(&words).unwrap().out;
    for row in [
        "| A       | NH3-N | no value: readings not detected, without a detection limit |",
        "| A       | TP    | no value: readings voided by a letter mark                 |",
    ] {
        assert!(out.contains(row), "{out}");
    }
}
