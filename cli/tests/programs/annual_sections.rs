//! The command `annual`: every section is named, and what its class rests on is said beside it.

use gb3838_cli::annual::{self, Arguments};
use serde_json::{Value, json};

use crate::ran::{Ran, ran};

const LANGUAGES: [&str; 2] = ["zh", "en"];

fn run(words: &[&str]) -> Ran {
    ran(Arguments::parse(words.iter().map(Into::into)), annual::run).unwrap()
}

fn data(words: &[&str]) -> Value {
    serde_json::from_str(&run(&[words, &["--json"]].concat()).out).unwrap()
}

fn file(name: &str, text: &str) -> String {
    let path = crate::file(&format!("annual-sections-{name}"), text.as_bytes());
    path.to_str().unwrap().to_owned()
}

/// A plan of rivers with target III in all years.
fn plan(name: &str, sections: &[&str]) -> String {
    let section = |name: &&str| {
        json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2020, "class": "III" }] })
    };
    let sections: Vec<_> = sections.iter().map(section).collect();
    let plan = json!({ "format": 1, "name": "P", "year": 2025, "items": "five",
        "sections": sections });
    file(name, &plan.to_string())
}

/// The cells of each row of a table in Markdown, by the beginning of its title.
fn rows(markdown: &str, title: &str) -> Vec<Vec<String>> {
    let is_title = |line: &&str| line.starts_with(&format!("### {title}"));
    let lines = markdown.lines().skip_while(|line| !is_title(line)).skip(2);
    let lines = lines.take_while(|line| line.starts_with('|')).skip(2);
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()
    };
    lines.map(cells).collect()
}

fn section<'a>(data: &'a Value, name: &str) -> &'a Value {
    data["sections"].as_array().unwrap().iter().find(|it| it["name"] == name).unwrap()
}

/// C has values; B has marks alone; D, of the plan, has no row; E has rows of another year alone.
#[test]
fn a_section_without_a_value_is_named() {
    let text =
        "断面,时间,氨氮,总磷\nC,2025-01-05,0.12,0.1\nB,2025-01-05,—,ND\nE,2024-01-05,0.1,0.1\n";
    let path = file("no_value.csv", text);
    let plan = plan("no_value.json", &["C", "B", "D", "E"]);
    for (language, title, why, no_row, of_outlook) in [
        (
            "zh",
            "无水质类别的断面",
            "无水质类别：各项目均无值",
            "（2025年无数据行）",
            ("2025年余下时间", "无值"),
        ),
        (
            "en",
            "Sections without a class",
            "no class: no item has a value",
            " (no row of 2025)",
            ("What the rest", "no values"),
        ),
    ] {
        let words = [path.as_str(), "--language", language, "--year", "2025"];
        let line = |out: &str, start: &str| out.lines().any(|line| line.starts_with(start));
        let alone = run(&words).out;
        assert!(line(&alone, &format!("{why}{no_row}  E")), "{alone}");
        let (comma, plan) = (if language == "zh" { "、" } else { ", " }, ["--plan", &plan]);
        let words = [&words[..], &plan, &["--outlook", "plan", "--markdown"]].concat();
        let planned = run(&words).out;
        let expected =
            [[why.to_owned(), "B".to_owned()], [format!("{why}{no_row}"), format!("D{comma}E")]];
        assert_eq!(rows(&planned, title), expected, "{planned}");
        let (title, none) = of_outlook;
        for row in &rows(&planned, title)[3..] {
            assert!(["B", "D", "E"].contains(&row[0].as_str()) && row[6] == none, "{row:?}");
        }
    }
    let data = data(&[&path, "--plan", &plan, "--year", "2025"]);
    for name in ["B", "D", "E"] {
        let found = section(&data, name);
        assert_eq!(found["assessment"]["class"], Value::Null, "{name}");
        assert_eq!(found["judgement"]["reason"], "no_readings", "{name}");
        let five = json!(["pH", "DO", "CODMn", "NH3-N", "TP"]);
        assert_eq!(found["assessment"]["absent"], five, "{name}");
    }
}

/// Where no section has a value there is nothing to assess, and they are named all the same.
#[test]
fn sections_are_named_where_none_has_a_value() {
    let path = file("none.csv", "断面;时间;氨氮;总磷\n甲;2025-01-05;0,12;0,1\n");
    for language in LANGUAGES {
        let ran = run(&[&path, "--language", language]);
        assert_eq!(ran.code, 1);
        assert!(ran.out.lines().any(|line| line.ends_with("  甲")), "{}", ran.out);
    }
}
