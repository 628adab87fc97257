//! River or lake: every command decides it in the same way, and says what it does not follow.

use gb3838_cli::classify::{Arguments, stream};
use gb3838_cli::{annual, assess, impact, report};
use serde_json::{Value, json};

use crate::ran::{Ran, ran};

/// TP 0.15: class III in a river (≤ 0.2), V in a lake (0.1 to 0.2); III is met in a river alone.
fn table(cells: &[&str]) -> String {
    let mut text = "监测时间,断面名称,水体类型,总磷\n".to_owned();
    for (place, cell) in cells.iter().enumerate() {
        text += &format!("2025-{:02}-05,甲,{cell},0.15\n", place + 1);
    }
    text
}

fn of_annual(path: &str, words: &[&str]) -> (Value, Ran) {
    let words = [path, "--items", "TP", "--json"].into_iter().chain(words.iter().copied());
    let ran = ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
    (serde_json::from_str(&ran.out).unwrap(), ran)
}

fn of_classify(text: &str, words: &[&str]) -> (String, String) {
    let words = ["--items", "TP"].into_iter().chain(words.iter().copied());
    let arguments = Arguments::parse(words.map(Into::into)).unwrap();
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let counts = stream::classify(&arguments, "t.csv", text.as_bytes(), &mut out, &mut messages);
    assert!(counts.is_ok());
    (String::from_utf8(out).unwrap(), String::from_utf8(messages).unwrap())
}

const OVERRULED: &str = "column 水体类型 is not read: --body decides";
const NOT_WRITTEN: &str = "no water body is written; judged as a river";

#[test]
fn the_call_then_the_cell_then_a_river() {
    for (cell, of_cell) in [("河流", Some("river")), ("湖泊", Some("lake")), ("", None)] {
        for of_call in [None, Some("river"), Some("lake")] {
            let text = table(&[cell]);
            let path = crate::file("water-bodies.csv", text.as_bytes());
            let path = path.to_str().unwrap();
            let words: Vec<&str> = of_call.iter().flat_map(|body| ["--body", *body]).collect();
            let expected = of_call.or(of_cell).unwrap_or("river");
            let class = if expected == "river" { "III" } else { "V" };
            let says = |messages: &str| {
                assert_eq!(messages.contains(OVERRULED), of_call.is_some(), "{messages}");
                let is_blank = of_call.is_none() && of_cell.is_none();
                assert_eq!(messages.contains(NOT_WRITTEN), is_blank, "{messages}");
            };

            let (out, messages) = of_classify(&text, &words);
            assert!(out.contains(&format!(",{class},TP,TP,,")), "{cell} {of_call:?}: {out}");
            says(&messages);

            let (data, ran_annual) = of_annual(path, &words);
            let section = &data["sections"][0];
            assert_eq!(section["water_body"], expected, "{cell} {of_call:?}");
            assert_eq!(section["assessment"]["class"], class, "{cell} {of_call:?}");
            says(&ran_annual.messages);

            let words = [path, "--json"].into_iter().chain(words);
            let of_impact = ran(impact::Arguments::parse(words.map(Into::into)), impact::run);
            let of_impact = of_impact.unwrap();
            let data: Value = serde_json::from_str(&of_impact.out).unwrap();
            let row = &data["rows"][0];
            assert_eq!(row["water_body"], expected, "{cell} {of_call:?}");
            says(&of_impact.messages);
        }
    }
}

/// In any order of the rows the section is a lake, where one row says so.
#[test]
fn a_row_that_says_nothing_is_of_the_water_body_of_its_section() {
    for cells in [["", "湖泊"], ["湖泊", ""]] {
        let path = crate::file("water-bodies-blank.csv", table(&cells).as_bytes());
        let (data, ran) = of_annual(path.to_str().unwrap(), &[]);
        assert_eq!(data["sections"][0]["water_body"], "lake");
        assert_eq!(data["sections"][0]["assessment"]["class"], "V");
        assert_eq!(ran.messages, "");
    }
}

/// 0.4 on one river and 1.4 on another are 0.90 on none.
#[test]
fn a_name_that_stands_on_two_waters_is_said() {
    let rows = |other: &str| {
        let mut text = "河流名称,断面名称,采样日期,氨氮\n甲河,一号,2025-01-05,0.4\n".to_owned();
        text += &format!("{other},一号,2025-01-06,1.4\n,一号,2025-01-07,0.4\n");
        // Also where thousands of lines are read at once.
        (1..100).for_each(|day| {
            text += &format!("丙河,二号,2024-01-01 {}:{:02},1\n", day / 60, day % 60);
        });
        text + "丁河,二号,2024-02-01,1\n"
    };
    for (other, count) in [("乙河", 2), ("甲河", 1)] {
        let path = crate::file("waters.csv", rows(other).as_bytes());
        let path = path.to_str().unwrap();
        let of_annual = ran(annual::Arguments::parse([path].map(Into::into)), annual::run).unwrap();
        let of_impact = ran(impact::Arguments::parse([path].map(Into::into)), impact::run).unwrap();
        for messages in [of_annual.messages, of_impact.messages] {
            let second =
                "column 河流名称: \"河流名称\": 二号: on 丙河 and on 丁河; judged as one section";
            assert!(messages.contains(second), "{messages}");
            assert_eq!(messages.matches("judged as one section").count(), count, "{messages}");
        }
    }
}

#[test]
fn a_plan_decides_and_what_speaks_against_it_is_said() {
    let section = json!({ "name": "甲", "level": "national", "counties": ["C"], "water": "W",
                          "water_body": "river", "targets": [{ "from": 2020, "class": "III" }] });
    let plan = json!({ "format": 1, "name": "P", "year": 2025, "items": ["TP"],
                       "sections": [section], "goals": [] });
    let plan = crate::file("water-bodies-plan.json", plan.to_string().as_bytes());
    let plan = plan.to_str().unwrap();
    let against = "column 水体类型: \"水体类型\": 甲: rows say another water body than the plan, \
                   whose river holds";
    for (name, cells, is_said, is_wrong) in [
        ("lake", ["湖泊", "湖泊"], true, false),
        ("both", ["河流", "湖泊"], true, false),
        ("river", ["河流", ""], false, false),
        ("wrong", ["河流", "海"], false, true),
    ] {
        let path = crate::file(&format!("water-bodies-{name}.csv"), table(&cells).as_bytes());
        let path = path.to_str().unwrap();
        let (data, of_annual) = of_annual(path, &["--plan", plan]);
        let section = &data["sections"][0];
        assert_eq!(
            (&section["water_body"], &section["assessment"]["class"]),
            (&json!("river"), &json!("III"))
        );
        assert_eq!(data["input"]["used"], 2, "{name}");

        let words = ["--plan", plan, "--readings", path, "--year", "2025", "--json"];
        let of_assess = ran(assess::Arguments::parse(words.map(Into::into)), assess::run).unwrap();
        let data: Value = serde_json::from_str(&of_assess.out).unwrap();
        assert_eq!(data["sections"][0]["class"], "III");
        let of_report = ran(report::Arguments::parse(words.map(Into::into)), report::run).unwrap();

        for messages in [of_annual.messages, of_assess.messages, of_report.messages] {
            assert_eq!(messages.contains(against), is_said, "{name}: {messages}");
            assert_eq!(messages.contains("expected river or lake"), is_wrong, "{name}: {messages}");
            assert_eq!(messages.lines().count(), usize::from(is_said || is_wrong), "{messages}");
        }
    }
}
