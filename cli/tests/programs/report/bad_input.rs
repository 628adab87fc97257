//! Bad input is named with its place, and every good row is still used.

use gb3838_cli::program::Stop;
use gb3838_cli::report::{self, Arguments};

use crate::closed::Closed;
use crate::report::{file, named, run};

const HEADER: &str = "time,section,ph,do,codmn,nh3n,tp\n";
const GOOD: &str = "2026-08-26T12:00+08:00,高塘,6.20,6.57,2.74,0.147,0.098\n";

/// The code, the messages and the plain data of a run on some readings.
fn report(name: &str, csv: &str) -> (u8, String, serde_json::Value) {
    let path = file(name, csv.as_bytes());
    let ran = run(&["--readings", path.to_str().unwrap(), "--json"]).unwrap();
    (ran.code, ran.messages, serde_json::from_str(&ran.out).unwrap())
}

fn strict(name: &str) -> u8 {
    let path = format!("{}/report-{name}", env!("CARGO_TARGET_TMPDIR"));
    run(&["--readings", &path, "--strict"]).unwrap().code
}

fn refused(name: &str, bytes: &[u8]) -> String {
    let path = file(name, bytes);
    run(&["--readings", path.to_str().unwrap()]).err().unwrap()
}

#[test]
fn files_that_cannot_be_read() {
    let error = run(&["--readings", "no-such.csv"]).err().unwrap();
    assert_eq!(error, "no-such.csv: there is no such file");
    let error = run(&["--plan", "no-such.json"]).err().unwrap();
    assert_eq!(error, "no-such.json: there is no such file");
    let error = refused("no-text.csv", b"time,section,ph\n2026-01-01,\xff\xff,7\n");
    assert!(error.contains("report-no-text.csv:2: the file is neither in UTF-8"), "{error}");
    let folder = file("folder", b"");
    let error = run(&["--html", folder.join("x.html").to_str().unwrap()]).err().unwrap();
    assert!(error.contains("x.html"), "{error}");
}

#[test]
fn columns_that_are_missing() {
    let error = refused("headless.csv", b"a,\"b, c\"\n1,2\n");
    assert!(error.ends_with(r#":1: expected a column "time"; the columns are "a", "b, c""#));
    let error = refused("no-section.csv", b"time,ph\n2026-01-01,7\n");
    assert!(error.ends_with(r#":1: expected a column "section"; the columns are "time", "ph""#));
    let path = file("no-section.csv", b"time,ph\n2026-01-01,7\n");
    let ran = run(&["--readings", path.to_str().unwrap(), "--section", "高塘"]).unwrap();
    assert_eq!((ran.code, ran.messages.as_str()), (0, ""));
}

#[test]
fn columns_that_are_not_read() {
    let (code, messages, data) =
        report("column.csv", "time,section,ph,colour\n2026-08-26,高塘,6.20,green\n");
    assert_eq!(code, 0);
    assert!(messages.contains("column.csv:1, column colour: \"colour\""), "{messages}");
    assert_eq!(data["input"]["used"], 1);
    assert_eq!(strict("column.csv"), 1);
    // The same item in another unit, and chlorophyll-a without a unit.
    let csv = "time,section,tp,tp_ug,chla\n2026-08-26,高塘,0.098,900,0.01\n";
    let (_, messages, data) = report("again.csv", csv);
    assert!(messages.contains("column tp_ug"), "{messages}");
    assert_eq!(named(&data["plan"]["sections"], "name", "高塘")["means"]["TP"]["rounded"], "0.098");
    assert_eq!(data["input"]["passed_over"], serde_json::json!(["chla"]));
}

/// 98 µg/L are 0.098 mg/L.
#[test]
fn micrograms_are_converted() {
    let (code, messages, data) = report("ug.csv", "time,section,tp_ug\n2026-08-26,高塘,98\n");
    assert_eq!((code, messages.as_str()), (0, ""));
    assert_eq!(
        named(&data["plan"]["sections"], "name", "高塘")["means"]["TP"]["value"],
        "0.098000"
    );
}

#[test]
fn rows_that_cannot_be_used() {
    let csv = format!(
        "{HEADER}2026-08-27,高塘,6.2,6.5,2.7,o.1,0.1\n2026-08-27,高唐,7,6,2,0.1,0.1\n\
         2026-02-30,高塘,7,6,2,0.1,0.1\n2026-08-27,高塘,7\n{GOOD}\
         2026-08-26 04:00Z,高塘,6.3,6.6,2.8,0.2,0.1\n"
    );
    let (code, messages, data) = report("rows.csv", &csv);
    assert_eq!(code, 0);
    for expected in [
        "rows.csv:2, column nh3n, section 高塘: \"o.1\"",
        "rows.csv:3, column section: \"高唐\"",
        "rows.csv:4, column time, section 高塘: \"2026-02-30\"",
        "rows.csv:5: \"2026-08-27,高塘,7\": expected 7 cells, found 3",
        "the same section and time as line 6",
    ] {
        assert!(messages.contains(expected), "{expected}\n{messages}");
    }
    assert_eq!((&data["input"]["rows"], &data["input"]["used"]), (&6.into(), &2.into()));
    assert_eq!(
        named(&data["plan"]["sections"], "name", "高塘")["means"]["pH"]["value"],
        "6.200000"
    );
    assert_eq!(strict("rows.csv"), 1);
    // They stand in the report as well.
    let path = file("rows.csv", csv.as_bytes());
    let ran = run(&["--readings", path.to_str().unwrap()]).unwrap();
    assert!(ran.out.contains("rows not used: 4") && ran.out.contains("\"高唐\""), "{}", ran.out);
}

/// Letters behind a number void it; alone they are a fault unless they are to void too.
#[test]
fn letters_void_when_asked() {
    let csv = format!("{HEADER}2026-08-27,高塘,6.2,6.5,2.7,xyz,0.1F\n");
    let path = file("letters.csv", csv.as_bytes());
    let words = ["--readings", path.to_str().unwrap(), "--json", "--strict"];
    assert_eq!(run(&words).unwrap().code, 1);
    let ran = run(&[&words[..], &["--letters-void"]].concat()).unwrap();
    assert_eq!((ran.code, ran.messages.as_str()), (0, ""));
}

#[test]
fn nothing_to_report() {
    let no_row = format!("{HEADER}2026-08-27,高唐,7,6,2,0.1,0.1\n");
    for (name, csv) in [("header.csv", HEADER), ("empty.csv", ""), ("no-row.csv", &no_row)] {
        let (code, messages, data) = report(name, csv);
        assert_eq!(code, 1, "{name}");
        assert!(messages.contains("no row of 2024 could be used: nothing to report"), "{messages}");
        assert_eq!(data["year"]["state"]["reason"], "nothing_assessed");
        assert_eq!(data["years"], serde_json::json!([]));
        let html = file(&format!("{name}.html"), b"");
        let path = file(name, csv.as_bytes());
        let words = ["--readings", path.to_str().unwrap(), "--html", html.to_str().unwrap()];
        let ran = run(&words).unwrap();
        assert_eq!(ran.code, 1);
        assert!(ran.out.contains("has no state in 2024: no section has a class."), "{}", ran.out);
        assert!(std::fs::read_to_string(html).unwrap().contains("no section has a class"));
    }
}

#[test]
fn other_years_are_counted_and_said() {
    let csv = format!("{HEADER}2025-08-27,高塘,7,6,2,0.1,0.1\n{GOOD}");
    let path = file("years.csv", csv.as_bytes());
    let path = path.to_str().unwrap();
    let ran = run(&["--readings", path]).unwrap();
    assert!(ran.out.contains("rows of other years (2025): 1"), "{}", ran.out);
    assert!(!ran.out.contains("no comparison of years"), "{}", ran.out);
    let ran = run(&["--readings", path, "--year", "2025"]).unwrap();
    assert!(ran.out.starts_with("# Water quality of 钦州市 in 2025\n"), "{}", ran.out);
    assert!(ran.out.contains("There are readings of 2025 only"), "{}", ran.out);
}

#[test]
fn a_bad_call() {
    for words in
        [["--year", "twenty"], ["--language", "fr"], ["--item", "gold"], ["--frobnicate", ""]]
    {
        assert!(run(&words).is_err(), "{words:?}");
    }
    assert!(run(&["--help"]).unwrap().out.contains("Usage"));
}

#[test]
fn a_reader_that_leaves_ends_the_run_without_a_failure() {
    for words in [vec![], vec!["--json"], vec!["--help"]] {
        let arguments = Arguments::parse(words.iter().map(Into::into)).unwrap();
        let stop = report::run(&arguments, &mut Closed, &mut Vec::new());
        assert!(matches!(stop, Err(Stop::NobodyReads)));
    }
}

/// The Markdown goes to a file when one is named.
#[test]
fn markdown_to_a_file() {
    let path = file("file.md", b"");
    let ran = run(&["--markdown", path.to_str().unwrap()]).unwrap();
    assert_eq!(ran.out, "");
    assert_eq!(std::fs::read_to_string(path).unwrap(), run(&[]).unwrap().out);
}
