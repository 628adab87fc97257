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
