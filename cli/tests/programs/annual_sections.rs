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
fn rows_of(markdown: &str, title: &str) -> Vec<Vec<String>> {
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
            "各项目均无值的断面",
            "无水质类别：各项目均无值",
            "（2025年无可用数据行）",
            ("2025年余下时间", "无值"),
        ),
        (
            "en",
            "Sections without a value",
            "no class: no item has a value",
            " (no usable row of 2025)",
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
        assert_eq!(rows_of(&planned, title), expected, "{planned}");
        let (title, none) = of_outlook;
        for row in &rows_of(&planned, title)[3..] {
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

/// B's station did not work normally: without such rows it has none, and is named.
#[test]
fn a_section_whose_rows_are_all_left_out_is_named() {
    let text = "断面,时间,站点情况,总磷\nA,2025-01-05,正常,0.1\nB,2025-01-05,维护,0.1\n";
    let path = file("not_normal.csv", text);
    let out = run(&[&path, "--only-normal", "--markdown"]).out;
    let why = "no class: no item has a value (no usable row of 2025)";
    assert_eq!(rows_of(&out, "Sections without a value"), [[why, "B"]], "{out}");
    assert!(rows_of(&run(&[&path, "--markdown"]).out, "Sections without").is_empty());
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
            [["12", "未达标（暂定）"], ["12", "达标（暂定）"], ["12", "达标"]],
            ["无值的指标：pH值、溶解氧、高锰酸盐指数", "月数不足：pH值（2/12）"],
        ),
        (
            "en",
            "Sections",
            [["12", "missed (provisional)"], ["12", "met (provisional)"], ["12", "met"]],
            ["items without a value: pH;DO;CODMn", "too few months: pH (2/12)"],
        ),
    ] {
        let words = [&path, "--plan", &plan, "--language", language, "--markdown"];
        let out = run(&words).out;
        let found: Vec<_> =
            rows_of(&out, title).into_iter().map(|row| row[6..8].to_vec()).collect();
        assert_eq!(found, cells, "{out}");
        let title =
            if language == "zh" { "暂定的原因" } else { "Why results are provisional" };
        let expected = [[why[0], "A"], [why[1], "B"]];
        assert_eq!(rows_of(&out, title), expected, "{out}");
    }
    // Mercury asked for decides D: one month of twelve, and the five have enough.
    let all = data(&[&path, "--plan", &plan, "--items", "assessed"]);
    let of = |name: &str| section(&all, name);
    assert_eq!((&of("A")["months"], &of("B")["months"]), (&json!(12), &json!(12)));
    assert_eq!((&of("D")["months"], &of("D")["provisional"]), (&json!(1), &json!(false)));
    assert_eq!(of("D")["assessment"]["determining"], json!(["Hg"]));
    assert_eq!(of("D")["provisional_by"], Value::Null);
    let out =
        run(&[&path, "--plan", &plan, "--items", "assessed", "--language", "zh", "--markdown"]);
    let notes = &rows_of(&out.out, "断面评价")[2][8];
    assert!(notes.starts_with("汞（五项以外，按自身监测频次）；"), "{notes}");
    let two = json!({ "sufficient": false, "unit": "months", "found": 2, "required": 12 });
    assert_eq!(
        of("B")["provisional_by"],
        json!({ "without_value": [], "too_few": { "pH": two }, "last_year": false })
    );
    let by = &of("A")["provisional_by"];
    assert_eq!(by["without_value"], json!(["pH", "DO", "CODMn"]));
    assert_eq!(of("A")["sufficiency"]["found"], 12);
    // `assess` says the same, and the months of pH behind those that decide.
    let words = ["--full", "--markdown", "--language", "zh", "--plan", &plan, "--readings", &path];
    let assessed = ran(assess::Arguments::parse(words.map(Into::into)), assess::run).unwrap().out;
    let found: Vec<_> =
        rows_of(&assessed, "断面评价").into_iter().map(|row| row[8].clone()).collect();
    assert_eq!(found, ["12/12", "12/12（月数不足：pH值（2/12））", "12/12"], "{assessed}");
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
    assert_eq!(rows_of(&out, "Why"), [["last year had too few months", "A"]], "{out}");
}

/// What the file of one section says of an item's counts.
fn counts<'a>(section: &'a Value, item: &str) -> &'a Value {
    section["counts"].as_array().unwrap().iter().find(|it| it["item"] == item).unwrap()
}

/// Ammonia: 0.42 four times and two halves of 0.025, (1.68 + 0.025) / 6 = 0.284. Mercury: 0.00002
/// twice and 0.00006, two without a limit and a dash. A quote in a row makes it one that is read by
/// itself, and the counts are the same.
#[test]
fn results_below_detection_and_without_a_value_are_counted() {
    let rows = [
        "A,2025-01-05,0.42,0.00004L",
        "A,2025-02-05,0.42,0.00004L",
        "A,2025-03-05,0.42,未检出",
        "A,2025-04-05,0.42,ND",
        "A,2025-05-05,0.025L,0.00006",
        "A,2025-06-05,0.025L,—",
        "A,2024-06-05,0.1,ND",
    ];
    let by_columns = format!("断面,时间,氨氮,汞\n{}\n", rows.join("\n"));
    let by_rows = by_columns.replace("A,2025", "\"A\",2025");
    for (name, text) in [("counts.csv", by_columns), ("counts_by_rows.csv", by_rows)] {
        let path = file(name, &text);
        let data = data(&[&path, "--year", "2025"]);
        let found = section(&data, "A");
        let (ammonia, mercury) = (counts(found, "NH3-N"), counts(found, "Hg"));
        assert_eq!(
            ammonia,
            &json!({ "item": "NH3-N", "count": 6, "censored": 2, "missing": 0, "not_detected": 0, "above_range": 0,
                "points": 1, "points_without_value": [] })
        );
        assert_eq!((&mercury["count"], &mercury["censored"]), (&json!(3), &json!(2)));
        assert_eq!((&mercury["missing"], &mercury["not_detected"]), (&json!(3), &json!(2)));
        let items = found["assessment"]["items"].as_array().unwrap();
        assert_eq!((&items[0]["count"], &items[0]["censored"]), (&json!(6), &json!(2)));
        let rules = found["assessment"]["rules"].as_array().unwrap();
        assert!(rules.iter().any(|it| it["clause"] == "第7点"), "{rules:?}");
    }
    let path = file("counts.csv", &format!("断面,时间,氨氮,汞\n{}\n", rows.join("\n")));
    let chinese = run(&[&path, "--year", "2025", "--markdown", "--language", "zh"]).out;
    let expected = [
        ["A", "氨氮", "0.28", "Ⅱ类", "6", "2", "0", "", ""],
        ["A", "汞", "0.00003", "Ⅰ类", "3", "2", "3", "", "未检出而无检出限2个，未计入"],
    ];
    assert_eq!(rows_of(&chinese, "各项目数据"), expected, "{chinese}");
    assert!(chinese.contains("按检出限的一半计入均值：环办监测函〔2020〕82号，第7点（S）"));
    let english = run(&[&path, "--year", "2025", "--markdown"]).out;
    let found = rows_of(&english, "Items (");
    assert_eq!(found[1][8], "2 not detected, without a limit: not used", "{english}");
    assert!(english.contains("环办监测函〔2020〕82号, 第7点 (S)"), "{english}");
}

/// The months of a lake are those of the point that has the fewest, which is named; where all have as
/// many there is none to name.
#[test]
fn the_point_of_the_fewest_months_is_named() {
    let row = |point: &str, month| format!("湖,{point},2025-{month:02}-05,湖泊,7,8,3,0.2,0.02\n");
    let rows: String = (1..=4).map(|month| row("东", month) + &row("西", month)).collect();
    let text = format!("断面,点位,时间,水体类型,pH,溶解氧,高锰酸盐指数,氨氮,总磷\n{rows}");
    let few = "too few months: pH;DO;CODMn;NH3-N;TP (4/12)";
    let of = |name: &str, text: &str| run(&[&file(name, text), "--markdown"]).out;
    assert_eq!(rows_of(&of("even.csv", &text), "Why"), [[few, "湖"]]);
    let more: String = (5..=9).map(|month| row("东", month)).collect();
    let out = of("uneven.csv", &(text.clone() + &more));
    let why = format!("{few}; points of the fewest months: 西");
    assert_eq!(rows_of(&out, "Why"), [[&why, "湖"]], "{out}");
    // Of phosphorus the west has the fewest, and north no value at all.
    let north = "湖,北,2025-01-05,湖泊,7,8,3,0.2,\n";
    let why =
        "too few months: pH;DO;CODMn;NH3-N (1/12), TP (4/12); points of the fewest months: 西, 北";
    let text = text + &more + north;
    assert_eq!(rows_of(&of("items.csv", &text), "Why"), [[why, "湖"]]);
    let path = file("items.csv", &text);
    let chinese = run(&[&path, "--markdown", "--language", "zh"]).out;
    let why =
        "月数不足：pH值、溶解氧、高锰酸盐指数、氨氮（1/12）、总磷（4/12）；月数最少的点位：西、北";
    assert_eq!(rows_of(&chinese, "暂定的原因"), [[why, "湖"]]);
}

/// Phosphorus has a value at one of three points of the lake, ammonia at all: nothing is to be said
/// of it.
#[test]
fn a_mean_over_a_part_of_the_points_says_so() {
    let text = "断面,点位,时间,水体类型,总磷,氨氮\n湖,东,2025-01-05,湖泊,0.02,0.1\n\
                湖,西,2025-01-05,湖泊,—,0.1\n湖,中,2025-01-05,湖泊,x,0.1\n\
                湖,北,2024-01-05,湖泊,0.02,0.1\n";
    let path = file("points.csv", text);
    let of_data = data(&[&path, "--year", "2025"]);
    let found = section(&of_data, "湖");
    let phosphorus = counts(found, "TP");
    assert_eq!(phosphorus["points"], 3);
    assert_eq!(phosphorus["points_without_value"], json!(["西", "中"]));
    assert_eq!(counts(found, "NH3-N")["points_without_value"], json!([]));
    for (language, title, note) in [
        ("zh", "各项目数据", "无值点位：西、中"),
        ("en", "Items (", "points without a value: 西, 中"),
    ] {
        let words = [&path, "--year", "2025", "--markdown", "--language", language];
        let out = run(&words).out;
        let found = rows_of(&out, title);
        assert_eq!(found.len(), 1, "{out}");
        assert_eq!(
            (&*found[0][2], &found[0][7..]),
            ("0.020", &["1/3", note].map(String::from)[..])
        );
    }
}

/// Reference items of a lake have values and classes of their own: TN 1.9 is V (at most 2.0), FC
/// 30 000 is V (at most 40 000). Of a river TN has no limit.
#[test]
fn reference_items_are_shown_apart() {
    let text = "断面,时间,水体类型,总磷,总氮,粪大肠菌群(个/L)\n湖,2025-01-05,湖泊,0.05,1.9,30000\n\
                河,2025-01-05,河流,0.05,1.9,30000\n";
    let path = file("reference.csv", text);
    let out = run(&[&path, "--markdown", "--language", "zh"]).out;
    let apart = "参考项目，不参评";
    let expected = [
        ["河", "总氮", "1.90", "--", "1", "0", "0", "", "参考项目，无类别"],
        ["河", "粪大肠菌群", "30000", "Ⅴ类", "1", "0", "0", "", apart],
        ["湖", "总氮", "1.90", "Ⅴ类", "1", "0", "0", "", apart],
        ["湖", "粪大肠菌群", "30000", "Ⅴ类", "1", "0", "0", "", apart],
    ];
    assert_eq!(rows_of(&out, "各项目数据"), expected, "{out}");
    let data = data(&[&path]);
    let lake = &section(&data, "湖")["assessment"];
    assert_eq!(lake["reference_classes"], json!({ "TN": "V", "FC": "V" }));
    let river = &section(&data, "河")["assessment"];
    assert_eq!(river["reference_classes"], json!({ "FC": "V" }));
    assert_eq!(river["reference_undecided"], json!(["TN"]));
    // Asked for by name they take part, and are not apart.
    let asked = run(&[&path, "--markdown", "--items", "TP,TN,FC"]).out;
    assert!(rows_of(&asked, "Items (").is_empty(), "{asked}");
}

/// Mercury is read and not asked for by any section: it changes nothing, and is named.
#[test]
fn columns_that_are_not_asked_for_are_named() {
    let path = file("not_asked.csv", "断面,时间,总磷,汞,总氮\nA,2025-01-05,0.1,0.01,1\n");
    for (language, line) in
        [("zh", "未要求评价的监测数据列：汞"), ("en", "columns of readings not asked for: Hg")]
    {
        let words = [path.as_str(), "--items", "five", "--language", language];
        let is_said = |out: &str| out.lines().any(|it| it == line);
        assert!(is_said(&run(&words).out), "{}", run(&words).out);
        assert!(!is_said(&run(&[&path, "--language", language]).out));
    }
}

/// Of more items without a value than fit a row, the names stand once for all sections alike.
#[test]
fn many_items_without_a_value_are_named() {
    let path =
        file("absent.csv", "断面,时间,氨氮,总磷\nA,2025-01-05,0.1,0.1\nB,2025-01-05,0.1,0.1\n");
    let chinese = run(&[&path, "--markdown", "--language", "zh"]).out;
    let names = "pH值、溶解氧、高锰酸盐指数、化学需氧量、五日生化需氧量、铜、锌、氟化物、硒、砷、汞、镉、\
                 铬（六价）、铅、氰化物、挥发酚、石油类、阴离子表面活性剂、硫化物";
    assert_eq!(rows_of(&chinese, "无值的参评项目"), [[names, "A、B"]], "{chinese}");
    let english = run(&[&path, "--markdown"]).out;
    let names = "pH;DO;CODMn;COD;BOD5;Cu;Zn;F-;Se;As;Hg;Cd;Cr6+;Pb;CN-;VP;Oil;LAS;S2-";
    assert_eq!(rows_of(&english, "Items asked"), [[names, "A, B"]], "{english}");
}

/// Three rows of the year, one of the year before, one that cannot be used: `assess` counts alike.
#[test]
fn rows_that_are_used_are_those_of_the_year() {
    let text = "断面,时间,氨氮\nA,2025-01-05,0.1\nA,2025-02-05,0.1\nA,2025-03-05,0.1\n\
                A,2024-03-05,0.1\nA,2025-02-30,0.1\n";
    let (path, plan) = (file("used.csv", text), plan("used.json", &["A"]));
    let of_annual = data(&[&path, "--plan", &plan, "--year", "2025"]);
    let words = ["--plan", &plan, "--readings", &path, "--year", "2025", "--json"];
    let assessed = ran(assess::Arguments::parse(words.map(Into::into)), assess::run).unwrap().out;
    let assessed: Value = serde_json::from_str(&assessed).unwrap();
    for key in ["rows", "used", "years"] {
        assert_eq!(of_annual["input"][key], assessed["input"][key], "{key}");
    }
    assert_eq!((&of_annual["input"]["rows"], &of_annual["input"]["used"]), (&json!(5), &json!(3)));
    let english = run(&[&path, "--year", "2025"]).out;
    let line = "rows read: 5; used: 3; not used: 1; of another year (2024): 1";
    assert!(english.contains(line), "{english}");
    let chinese = run(&[&path, "--year", "2025", "--language", "zh"]).out;
    assert!(chinese.contains("读取5行；使用3行；未使用1行；其他年份（2024）1行"), "{chinese}");
}

/// Cells without a value beside values are counted over all sections, and by section as plain data.
#[test]
fn cells_without_a_value_are_counted() {
    let text = "断面,时间,氨氮,总磷\n甲,2025-01-05,0.5,--\n甲,2025-02-05,,0.1\n乙,2025-01-05,0.5,\n\
                乙,2025-02-05,0.5,--\n";
    let readings = file("missing.csv", text);
    // Of the total phosphorus of 乙 there is no value at all, which is said by its name.
    let line = "cells without a value (in no mean; by section in --json): NH3-N 1, TP 1\n";
    let out = run(&[&readings]).out;
    assert!(out.contains(line), "{out}");
    let data = data(&[&readings]);
    let missing = |section: usize| -> Vec<u64> {
        let counts = data["sections"][section]["counts"].as_array().unwrap();
        counts.iter().map(|count| count["missing"].as_u64().unwrap()).collect()
    };
    assert_eq!([missing(0), missing(1)], [[0, 2], [1, 1]]);
}

/// Names that a cell wraps, which begin alike; a point of one of them. CODMn 2.0 is class I, 15 V.
#[test]
fn names_with_a_line_break_are_names_of_their_own() {
    let text = "断面,点位,时间,高锰酸盐指数\n\"钦江\n东\",,2025-01-05,2.0\n\
                \"钦江\n西\",,2025-01-05,15\n钦江,\"东\n1\",2025-01-05,4.0\n";
    let readings = file("breaks.csv", text);
    let sections = data(&[&readings])["sections"].as_array().unwrap().clone();
    let found: Vec<_> = sections
        .iter()
        .map(|it| (it["name"].as_str().unwrap(), it["assessment"]["class"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("钦江", "II"), ("钦江\n东", "I"), ("钦江\n西", "V")]);
    // A row of a table is a row all the same.
    let out = run(&[&readings]).out;
    assert!(out.contains("\n钦江 东  I ") && !out.contains("钦江\n"), "{out}");
}

/// A class of fewer than the five items says so in the first line; the five and more do not.
#[test]
fn fewer_than_the_five_items_are_said_first() {
    let text = "断面,时间,pH,溶解氧,高锰酸盐指数,氨氮,总磷\n甲,2025-01-05,7,8,2,0.1,0.1\n";
    let readings = file("fewer.csv", text);
    for (items, is_fewer) in [("pH,DO", true), ("five", false), ("assessed", false)] {
        let out = run(&[&readings, "--items", items, "--markdown"]).out;
        let first = out.lines().next().unwrap();
        assert_eq!(first.ends_with("(fewer than the five)."), is_fewer, "{first}");
    }
}

/// B's target is a limit of ammonia alone, missed by twelve months of it; phosphorus, in three months,
/// leaves its class open and not its verdict. A's phosphorus is natural background: III with it, II
/// and met without.
#[test]
fn what_a_verdict_does_not_rest_on_leaves_it_as_it_is() {
    let mut text = "断面,时间,pH,溶解氧,高锰酸盐指数,氨氮,总磷\n".to_owned();
    text += &months("A", |_| "7,8,3,0.2,0.15".to_owned());
    text += &months("B", |month| format!("7,8,3,1.1,{}", if month < 4 { "0.15" } else { "" }));
    let path = file("verdicts.csv", &text);
    let limits = json!([{ "item": "NH3-N", "bound": { "at_most": "1.0" } }]);
    let of = |name: &str, target: Value| {
        json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [target],
            "natural_background": { "items": "TP", "reason": "rock" } })
    };
    let mut second = of("B", json!({ "from": 2020, "limits": limits }));
    second.as_object_mut().unwrap().remove("natural_background");
    let plan = json!({ "format": 1, "name": "P", "year": 2025, "items": "five", "goals": [],
        "sections": [of("A", json!({ "from": 2020, "class": "II" })), second] });
    let plan = file("verdicts.json", &plan.to_string());
    let found = data(&[&path, "--plan", &plan]);
    let (first, second) = (section(&found, "A"), section(&found, "B"));
    assert_eq!(first["judgement"]["verdict"], "missed");
    assert_eq!(first["judgement_without_background"]["verdict"], "met");
    assert_eq!(second["judgement"]["provisional"], false);
    assert_eq!(second["judgement_without_background"], Value::Null);
    for (language, title, first, second) in [
        (
            "zh",
            "断面评价",
            ["Ⅲ类（扣除自然因素影响后 Ⅱ类）", "未达标（扣除自然因素影响后 达标）"],
            ["氨氮 1.10（0.10）", "12（暂定）", "未达标"],
        ),
        (
            "en",
            "Sections",
            ["III (without natural background II)", "missed (without natural background met)"],
            ["NH3-N 1.10 (0.10)", "12 (provisional)", "missed"],
        ),
    ] {
        let rows = rows_of(
            &run(&[&path, "--plan", &plan, "--language", language, "--markdown"]).out,
            title,
        );
        assert_eq!([&rows[0][1], &rows[0][7]], first);
        assert_eq!(rows[1][5..8], second);
        let words = ["--full", "--markdown", "--plan", &plan, "--readings", &path];
        let words = words.into_iter().chain(["--language", language]).map(Into::into);
        let assessed = ran(assess::Arguments::parse(words), assess::run).unwrap().out;
        let rows = rows_of(&assessed, title);
        assert_eq!([&rows[0][3], &rows[0][7]], first, "{assessed}");
        assert_eq!(rows[1][7], second[2], "{assessed}");
    }
}
