//! Bad input is named with its place, and every good row is still used.

use crate::assess::{file, run};

pub(crate) const HEADER: &str = "time,section,ph,do,codmn,nh3n,tp\n";
pub(crate) const GOOD: &str = "2026-08-26T12:00+08:00,高塘,6.20,6.57,2.74,0.147,0.098\n";

pub(crate) fn assess(name: &str, csv: &str) -> (u8, String, serde_json::Value) {
    let path = file(name, csv.as_bytes());
    let ran = run(&["--readings", path.to_str().unwrap(), "--json"]).unwrap();
    let data = serde_json::from_str(&ran.out).unwrap_or_default();
    (ran.code, ran.messages, data)
}

fn strict(name: &str) -> u8 {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    run(&["--readings", &path, "--strict"]).unwrap().code
}

#[test]
fn a_missing_file() {
    let error = run(&["--readings", "no-such.csv"]).err().unwrap();
    assert!(error.contains("no-such.csv"), "{error}");
    let error = run(&["--plan", "no-such.json"]).err().unwrap();
    assert_eq!(error, "no-such.json: there is no such file");
    if cfg!(unix) {
        let error = run(&["--readings", env!("CARGO_TARGET_TMPDIR")]).err().unwrap();
        assert!(error.ends_with(": it is a directory; expected a file"), "{error}");
    }
}

/// 高塘 in GBK is B8 DF CC C1; UTF-16 is known by its mark.
#[test]
fn other_encodings_are_read() {
    let path = file("gbk.csv", b"time,section,ph\n2026-01-01,\xb8\xdf\xcc\xc1,7\n");
    let ran = run(&["--readings", path.to_str().unwrap(), "--json"]).unwrap();
    let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.messages.as_str(), &data["input"]["used"]), ("", &1.into()));
    let text: Vec<u8> = "\u{feff}time,section,ph\n2026-01-01,高塘,7\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let path = file("utf16.csv", &text);
    let ran = run(&["--readings", path.to_str().unwrap(), "--json"]).unwrap();
    let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.messages.as_str(), &data["input"]["used"]), ("", &1.into()));
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let (code, messages, _) = assess("bom.csv", &format!("\u{feff}{HEADER}{GOOD}"));
    assert_eq!((code, messages.as_str()), (0, ""));
}

#[test]
fn an_unknown_column() {
    let csv = "time,section,ph,colour\n2026-08-26,高塘,6.20,green\n";
    let (code, messages, data) = assess("column.csv", csv);
    assert_eq!(code, 0);
    assert!(messages.contains("column.csv:1, column colour: \"colour\""), "{messages}");
    assert_eq!(data["input"]["used"], 1);
    assert_eq!(strict("column.csv"), 1);
}

#[test]
fn an_item_in_two_columns() {
    let csv = "time,section,ph,pH值\n2026-08-26,高塘,6.20,9.9\n";
    let (_, messages, data) = assess("twice.csv", csv);
    assert!(messages.contains("column pH值"), "{messages}");
    let gaotang = data["sections"].as_array().unwrap().iter().find(|s| s["name"] == "高塘");
    assert_eq!(gaotang.unwrap()["means"]["pH"]["value"], "6.200000");
}

#[test]
fn a_cell_that_is_no_reading() {
    let csv = format!("{HEADER}2026-08-27,高塘,6.2,6.5,2.7,o.1,0.1\n{GOOD}");
    let (code, messages, data) = assess("cell.csv", &csv);
    assert_eq!(code, 0);
    assert!(messages.contains("cell.csv:2, column nh3n, section 高塘: \"o.1\""), "{messages}");
    assert_eq!((&data["input"]["rows"], &data["input"]["used"]), (&2.into(), &2.into()));
    assert_eq!(data["input"]["faults"][0]["line"], 2);
    // It costs itself, and no other cell of its row.
    let gaotang = data["sections"].as_array().unwrap().iter().find(|s| s["name"] == "高塘");
    let means = &gaotang.unwrap()["means"];
    assert_eq!((&means["NH3-N"]["count"], &means["pH"]["count"]), (&1.into(), &2.into()));
    assert_eq!(strict("cell.csv"), 1);
}

/// A number with a letter mark is void, which is said, and counted by its reason.
#[test]
fn a_voided_cell_is_counted() {
    let csv = format!("{HEADER}2026-08-27,高塘,6.2,6.5,2.7,0.1F,0.1\n{GOOD}");
    let (_, messages, data) = assess("void.csv", &csv);
    assert!(
        messages.contains("void.csv:2, column nh3n, section 高塘: \"0.1F\": letters void it"),
        "{messages}"
    );
    let gaotang = data["sections"].as_array().unwrap().iter().find(|s| s["name"] == "高塘");
    let mean = &gaotang.unwrap()["means"]["NH3-N"];
    assert_eq!(mean["count"], 1);
    assert_eq!(mean["missing_by_reason"], serde_json::json!({ "voided": 1 }));
}

#[test]
fn impossible_values() {
    for (name, cells) in [("ph.csv", "14.1,6,2,0.1,0.1"), ("negative.csv", "7,6,-2,0.1,0.1")] {
        let (code, messages, _) = assess(name, &format!("{HEADER}2026-08-27,高塘,{cells}\n"));
        assert_eq!(code, 0, "the other cells are used");
        assert!(messages.contains("expected"), "{messages}");
    }
}

#[test]
fn an_unknown_section_and_a_bad_time() {
    let csv =
        format!("{HEADER}2026-08-27,高唐,7,6,2,0.1,0.1\n2026-02-30,高塘,7,6,2,0.1,0.1\n{GOOD}");
    let (code, messages, data) = assess("unknown.csv", &csv);
    assert_eq!(code, 0);
    assert!(messages.contains("unknown.csv:2, column section: \"高唐\""), "{messages}");
    assert!(
        messages.contains("unknown.csv:3, column time, section 高塘: \"2026-02-30\""),
        "{messages}"
    );
    assert_eq!(data["input"]["used"], 1);
}

#[test]
fn a_duplicate_row_is_kept_once_and_both_are_shown() {
    let again = "2026-08-26 04:00Z,高塘,6.3,6.6,2.8,0.2,0.1\n";
    let (code, messages, data) = assess("duplicate.csv", &format!("{HEADER}{GOOD}{again}"));
    assert_eq!(code, 0);
    assert!(messages.contains("duplicate.csv:3"), "{messages}");
    assert!(messages.contains("line 2"), "{messages}");
    assert!(messages.contains(again.trim()) && messages.contains(GOOD.trim()), "{messages}");
    assert_eq!(data["input"]["used"], 1);
    let gaotang = data["sections"].as_array().unwrap().iter().find(|s| s["name"] == "高塘");
    assert_eq!(gaotang.unwrap()["means"]["pH"]["value"], "6.200000");
}

#[test]
fn a_row_of_another_length() {
    let (_, messages, data) = assess("short.csv", &format!("{HEADER}2026-08-27,高塘,7\n{GOOD}"));
    assert!(messages.contains("short.csv:2: \"2026-08-27,高塘,7\": expected 7 cells, found 3"));
    assert_eq!(data["input"]["used"], 1);
}

#[test]
fn a_stray_quote_costs_one_line() {
    let rest = "2026-08-27,高塘,7,6,2,0.1,0.1\n2026-08-28,高塘,\"7\",6,2,0.1,0.1\n";
    let (code, messages, data) =
        assess("quote.csv", &format!("{HEADER}{GOOD}2026-08-26,\"高塘,7,6,2,0.1,0.1\n{rest}"));
    assert_eq!(code, 0);
    assert!(messages.contains("quote.csv:3: \"2026-08-26,\"高塘"), "{messages}");
    assert!(messages.contains("a quote opens here"), "{messages}");
    assert_eq!(messages.lines().count(), 1, "{messages}");
    assert_eq!((&data["input"]["rows"], &data["input"]["used"]), (&4.into(), &3.into()));
}

#[test]
fn a_line_end_in_quotes_is_part_of_the_cell() {
    let csv = "time,section,\"point\",ph\r\n2026-08-26,高塘,\"left\r\nbank\",6.2\r\n\r\n";
    let (code, messages, data) = assess("lines.csv", csv);
    assert_eq!((code, messages.as_str()), (0, ""));
    assert_eq!(data["input"]["used"], 1);
}

#[test]
fn other_separators_are_read() {
    for separator in [";", "\t", "，"] {
        let csv = format!("{HEADER}{GOOD}").replace(',', separator);
        let (code, messages, data) = assess("separator.csv", &csv);
        assert_eq!((code, messages.as_str()), (0, ""));
        assert_eq!(data["input"]["used"], 1);
    }
}

#[test]
fn a_missing_column() {
    let path = file("headless.csv", b"a,\"b, c\"\n1,2\n");
    let error = run(&["--readings", path.to_str().unwrap()]).err().unwrap();
    let expected = r#":1: expected a column "time"; the columns are "a", "b, c""#;
    assert!(error.ends_with(expected), "{error}");
}

#[test]
fn a_plan_that_is_none() {
    let path = file("plan.json", br#"{ "format": 2 }"#);
    let error = run(&["--plan", path.to_str().unwrap()]).err().unwrap();
    assert!(error.contains("plan format 2 is not known: expected 1"), "{error}");
    let text = include_str!("../../../data/qinzhou-2024.json");
    let path = file("typo.json", text.replace("\"water_body\"", "\"waterbody\"").as_bytes());
    let error = run(&["--plan", path.to_str().unwrap()]).err().unwrap();
    assert!(error.contains("waterbody"), "{error}");
    let path = file("same.json", text.replace("高塘", "钦江东").as_bytes());
    let error = run(&["--plan", path.to_str().unwrap()]).err().unwrap();
    assert!(error.contains("钦江东"), "{error}");
}

#[test]
fn a_bad_call() {
    assert!(run(&["--year", "twenty"]).is_err());
    assert!(run(&["--language", "fr"]).is_err());
    assert!(run(&["--frobnicate"]).is_err());
    assert!(run(&["--help"]).unwrap().out.contains("Usage"));
}
