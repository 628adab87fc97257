//! The command `annual`: every section is named, and what its class rests on is said beside it.

use gb3838_cli::annual::{self, Arguments};
use gb3838_cli::assess;
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

/// Rows of a year, a month each: the cells of a month are those that `cells` says.
fn months(name: &str, cells: impl Fn(u32) -> String) -> String {
    let row = |month| format!("{name},2025-{month:02}-05,{}\n", cells(month));
    (1..=12).map(row).collect::<Vec<_>>().concat()
}

/// Ammonia 1.2, IV, in all months, and phosphorus; pH, oxygen and the permanganate index are not
/// there. B has all five, pH in two months; D has mercury 0.0005, IV, in one month alone.
#[test]
fn months_are_those_of_the_items_that_decide() {
    let mut text = "断面,时间,pH,溶解氧,高锰酸盐指数,氨氮,总磷,汞\n".to_owned();
    text += &months("A", |_| ",,,1.2,0.15,".to_owned());
    text += &months("B", |month| format!("{},8,3,0.2,0.15,", if month < 3 { "7" } else { "" }));
    text +=
        &months("D", |month| format!("7,8,3,0.2,0.15,{}", ["", "0.0005"][usize::from(month == 1)]));
    let (path, plan) = (file("deciding.csv", &text), plan("deciding.json", &["A", "B", "D"]));
    for (language, title, cells, why) in [
        (
            "zh",
            "断面评价",
            ["12（暂定）", "12（暂定）", "12"],
            ["五项指标中无值：pH值、溶解氧、高锰酸盐指数", "月数不足：pH值（2/12）"],
        ),
        (
            "en",
            "Sections",
            ["12 (provisional)", "12 (provisional)", "12"],
            ["of the five items without a value: pH;DO;CODMn", "too few months: pH (2/12)"],
        ),
    ] {
        let words = [&path, "--plan", &plan, "--language", language, "--markdown"];
        let out = run(&words).out;
        let found: Vec<_> = rows(&out, title).into_iter().map(|row| row[6].clone()).collect();
        assert_eq!(found, cells, "{out}");
        let title =
            if language == "zh" { "暂定的原因" } else { "Why results are provisional" };
        let expected = [[why[0], "A"], [why[1], "B"]];
        assert_eq!(rows(&out, title), expected, "{out}");
    }
    // Mercury asked for decides D: one month of twelve, and the five have enough.
    let all = data(&[&path, "--plan", &plan, "--items", "assessed"]);
    let of = |name: &str| section(&all, name);
    assert_eq!((&of("A")["months"], &of("B")["months"]), (&json!(12), &json!(12)));
    assert_eq!((&of("D")["months"], &of("D")["provisional"]), (&json!(1), &json!(false)));
    assert_eq!(of("D")["assessment"]["determining"], json!(["Hg"]));
    assert_eq!(of("D")["provisional_by"], Value::Null);
    let two = json!({ "sufficient": false, "unit": "months", "found": 2, "required": 12 });
    assert_eq!(
        of("B")["provisional_by"],
        json!({ "without_value": [], "too_few": { "pH": two }, "last_year": false })
    );
    let by = &of("A")["provisional_by"];
    assert_eq!(by["without_value"], json!(["pH", "DO", "CODMn"]));
    assert_eq!(of("A")["sufficiency"]["found"], 12);
    // `assess` says the same, and the months of pH.
    let words = ["--full", "--markdown", "--language", "zh", "--plan", &plan, "--readings", &path];
    let assessed = ran(assess::Arguments::parse(words.map(Into::into)), assess::run).unwrap().out;
    let found: Vec<_> = rows(&assessed, "断面评价").into_iter().map(|row| row[8].clone()).collect();
    assert_eq!(found, ["12/12", "12/12（五项中最少2/12）", "12/12"], "{assessed}");
}

/// Last year had one month of twelve, and the target compares with it.
#[test]
fn a_last_year_of_too_few_months_is_said() {
    let mut text = "断面,时间,pH,溶解氧,高锰酸盐指数,氨氮,总磷\n".to_owned();
    text += "A,2024-01-05,7,8,3,0.2,0.15\n";
    text += &months("A", |_| "7,8,3,0.2,0.15".to_owned());
    let path = file("last_year.csv", &text);
    let plan = json!({ "format": 1, "name": "P", "year": 2025, "items": "five", "sections": [{
        "name": "A", "level": "national", "counties": ["C"], "water": "W", "water_body": "river",
        "targets": [{ "from": 2020, "class": "III", "no_worse_than_last_year": true }] }] });
    let plan = file("last_year.json", &plan.to_string());
    let found = data(&[&path, "--plan", &plan]);
    let found = section(&found, "A");
    assert_eq!((&found["months"], &found["provisional"]), (&json!(12), &json!(true)));
    assert_eq!(found["provisional_by"]["last_year"], true);
    let out = run(&[&path, "--plan", &plan, "--markdown"]).out;
    assert_eq!(rows(&out, "Why"), [["last year had too few months", "A"]], "{out}");
}
