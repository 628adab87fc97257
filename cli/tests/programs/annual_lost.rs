//! What `annual`, `assess` and `impact` say of rows and cells that cannot be used: of which section they are.

use std::process::Command;

use gb3838_cli::{annual, assess, impact};
use serde_json::{Value, json};

use crate::ran::{Ran, ran};

const HEADER: &str = "日期,断面,pH,溶解氧,高锰酸盐指数,氨氮,总磷,粪大肠菌群\n";

fn file(name: &str, rows: &str) -> String {
    crate::file(&format!("lost-{name}"), rows.as_bytes()).to_str().unwrap().to_owned()
}

fn of_annual(words: &[&str]) -> Ran {
    ran(annual::Arguments::parse(words.iter().map(Into::into)), annual::run).unwrap()
}

/// West has a day that there is not and a cell that is no number; East has no other row, and is
/// named among those without a value.
#[test]
fn what_is_lost_names_its_section() {
    let rows = "2024-01-05,西桥,7,8,3,一,0.1,\n2024-13-05,西桥,7,8,3,1,0.1,\n2024-02-30,东桥,7,8,3,1,0.1,\n";
    let path = file("rows.csv", &format!("{HEADER}{rows}"));
    let section = |name| {
        json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [] })
    };
    let plan = json!({ "format": 1, "name": "P", "year": 2024, "items": "five", "goals": [],
        "sections": [section("西桥"), section("东桥")] });
    let plan = file("rows.json", &plan.to_string());
    let annual = of_annual(&[&path]);
    assert!(annual.out.lines().any(|line| line.ends_with("  东桥")), "{}", annual.out);
    let words = ["--plan", &plan, "--readings", &path].map(Into::into);
    let assess = ran(assess::Arguments::parse(words), assess::run).unwrap();
    let of_impact = |more: &[&str]| {
        let words = std::iter::once(&*path).chain(more.iter().copied()).map(Into::into);
        ran(impact::Arguments::parse(words), impact::run).unwrap()
    };
    for messages in [annual.messages, assess.messages, of_impact(&[]).messages] {
        for said in [
            ":2, column 氨氮, section 西桥: \"一\": expected a number",
            ":3, column 日期, section 西桥: \"2024-13-05\": ",
            ":4, column 日期, section 东桥: \"2024-02-30\": ",
        ] {
            assert!(messages.contains(said), "{said}\n{messages}");
        }
    }
    let program = Command::new(env!("CARGO_BIN_EXE_gb3838"))
        .args(["annual", &path, "--language", "zh"])
        .output()
        .unwrap();
    let messages = String::from_utf8(program.stderr).unwrap();
    for said in [":2，列氨氮，断面西桥：\"一\"：应为数值", ":4，列日期，断面东桥：\"2024-02-30\"："]
    {
        assert!(messages.contains(said), "{said}\n{messages}");
    }
    let data = |ran: Ran| serde_json::from_str::<Value>(&ran.out).unwrap();
    for faults in [&data(of_annual(&[&path, "--json"]))["input"], &data(of_impact(&["--json"]))] {
        let faults = faults["faults"].as_array().unwrap().iter();
        let sections: Vec<_> = faults.map(|fault| &fault["section"]).collect();
        assert_eq!(sections, ["西桥", "西桥", "东桥"]);
    }
}

/// Ammonia above the range in one month of two: the mean is that of the other, and may be too low.
/// A letter in brackets voids a number as one without does; brackets without letters do not.
#[test]
fn values_above_the_range_and_marks_in_brackets_are_said() {
    let rows = "2024-01-05,西桥,7,8,3,>2.5,0.1,>24000\n2024-02-05,西桥,7,8,3,0.9,1.42(F),\n\
                2024-03-05,西桥,7,8,3,0.9,1.42（T）,\n2024-04-05,西桥,7,8,3,0.9,0.1(),\n";
    let path = file("range.csv", &format!("{HEADER}{rows}"));
    let ran = of_annual(&[&path, "--markdown"]);
    for (line, message) in [
        (
            2,
            "column 氨氮, section 西桥: \">2.5\": expected a value: a number above the measuring range",
        ),
        (3, "column 总磷, section 西桥: \"1.42(F)\": letters void it; the cell is left out"),
        (4, "column 总磷, section 西桥: \"1.42（T）\": letters void it; the cell is left out"),
        (5, "column 总磷, section 西桥: \"0.1()\": expected a number"),
    ] {
        let message = format!(":{line}, {message}");
        assert!(ran.messages.contains(&message), "{message}\n{}", ran.messages);
    }
    let row = |item: &str| {
        let mut rows =
            ran.out.lines().filter(|line| line.starts_with(&format!("| 西桥    | {item} ")));
        rows.next().unwrap_or_default().to_owned()
    };
    assert!(
        row("NH3-N").contains("1 above the measuring range, not used: the mean may be too low")
    );
    assert!(row("FC").ends_with("1 above the measuring range, not used |"), "{}", ran.out);
    let data: Value = serde_json::from_str(&of_annual(&[&path, "--json"]).out).unwrap();
    let counts = data["sections"][0]["counts"].as_array().unwrap().iter();
    let above: Vec<_> = counts.map(|it| it["above_range"].as_u64().unwrap()).collect();
    assert_eq!(above, [0, 0, 0, 1, 0, 1]);
}

/// Of many faults the first are listed, then the first of each kind, and how many others there are:
/// 40 cells of A, then a cell of B, and a row of A that stands twice. The second name of B differs
/// in a blank from the first, and C's rows have merged cells.
#[test]
fn each_kind_of_fault_is_listed_among_many() {
    let mut rows = String::new();
    for day in 1..=10 {
        for month in 1..=4 {
            rows += &format!("2024-{month:02}-{day:02},A,7,8*,3,1,0.1,\n");
        }
    }
    rows += "2024-01-01,B 1,7,8*,3,1,0.1,\n2024-01-01,A,7,8,3,1,0.1,\n2024-01-01,B1,7,8,3,1,0.1,\n";
    rows += "2024-01-01,C,7,8,3,1,0.1,\n2024-02-01,,7,8,3,1,0.1,\n";
    let ran = of_annual(&[&file("many.csv", &format!("{HEADER}{rows}"))]);
    let lines: Vec<&str> = ran.messages.lines().collect();
    assert_eq!(lines.len(), 25, "{}", ran.messages);
    for (line, said) in [
        (19, ":21, column 溶解氧, section A: \"8*\": "),
        (20, ":42, column 溶解氧, section B 1: \"8*\": "),
        (21, ":43, section A: "),
        (22, ":46, column 断面: expected a section; of merged cells the first alone holds one"),
        (23, "names that differ in blanks or width alone are sections apart: \"B 1\", \"B1\""),
        (24, "… 20 more are counted"),
    ] {
        assert!(lines[line].contains(said), "{said}\n{}", ran.messages);
    }
}

/// A name with a mark of a sentence in it stays as it is, in both languages.
#[test]
fn names_of_sections_stay_as_they_are() {
    let rows = "2024-01-01,\"A, B\",7,8,3,1z,0.1,\n2024-01-01,\"A,B\",7,8,3,1,0.1,\n\
                2024-01-01,X: Y,7,8,3,1z,0.1,\n";
    let path = file("marks.csv", &format!("{HEADER}{rows}"));
    for language in ["zh", "en"] {
        let said = of_annual(&[&path, "--language", language]).messages;
        for name in ["\"A, B\"", "\"A,B\"", "\"X: Y\""] {
            assert!(said.contains(name), "{said}");
        }
    }
}

/// Total nitrogen has a limit of its own and no class: nothing makes a class, and nothing stands in
/// brackets behind it.
#[test]
fn an_outlook_without_a_class_names_no_items_of_it() {
    let section = json!({ "name": "A", "level": "county", "counties": ["c"], "water": "w",
        "water_body": "river", "targets": [{ "from": 2026, "class": "III", "limits": [
            { "item": "TN", "bound": { "at_most": "1.0" } }] }] });
    let plan = json!({ "format": 1, "name": "P", "year": 2026, "items": "five", "goals": [],
        "sections": [section] });
    let plan = file("outlook.json", &plan.to_string());
    let path = file("outlook.csv", "断面,时间,总氮\nA,2026-01-01,1.5\n");
    for (language, end) in [("en", "| as so far: --"), ("zh", "| 保持至今水平：--")] {
        let words = ["--plan", &plan, "--outlook", "plan", "--markdown", "--language", language];
        let out = of_annual(&[&[&*path], &words[..]].concat()).out;
        assert!(out.lines().any(|line| line.trim_end_matches([' ', '|']).ends_with(end)), "{out}");
    }
}
