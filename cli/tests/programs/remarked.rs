//! Readings that no water has: every command that reads samples names the same ones.

use std::collections::BTreeSet;

use gb3838_cli::classify::{Arguments, stream};
use gb3838_cli::{annual, assess, impact, report};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::ran::ran;

/// A remark: the row of the sample, the item, the value, and what there is to remark.
type Remark = (u64, String, String, String);

const COLUMNS: [&str; 5] = ["pH", "codmn", "cod", "nh3n", "tn"];

/// A month has a row, so that a day has one sample and the row is known by its day.
fn table(rows: &[[String; 5]]) -> String {
    let mut text = format!("time,section,{}\n", COLUMNS.join(","));
    for (place, cells) in rows.iter().enumerate() {
        text += &format!("2026-{:02}-05,A,{}\n", place + 1, cells.join(","));
    }
    text
}

fn some_cell(column: usize) -> impl Strategy<Value = String> {
    (0_u32..8, 0_u32..12).prop_map(move |(size, kind)| match (kind, column) {
        (0, _) => String::new(),
        (1, _) => "--".to_owned(),
        (2 | 3, 1..) => format!("{size}.5L"),
        (4, 0) => "2.9".to_owned(),
        (4, 3) => "201".to_owned(),
        (_, 0) => format!("7.{size}"),
        _ => format!("{size}.0"),
    })
}

fn some_row() -> impl Strategy<Value = [String; 5]> {
    [some_cell(0), some_cell(1), some_cell(2), some_cell(3), some_cell(4)]
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What `annual` and `impact` list.
fn by_row(data: &Value) -> BTreeSet<Remark> {
    let remarks = data["reading_remarks"].as_array().unwrap();
    assert_eq!(data["reading_remark_count"], remarks.len());
    let of = |it: &Value| {
        (it["row"].as_u64().unwrap(), text(&it["item"]), text(&it["value"]), text(&it["remark"]))
    };
    remarks.iter().map(of).collect()
}

/// What `assess` and `report` list, by day.
fn by_day(section: &Value) -> BTreeSet<Remark> {
    let remarks = section["reading_remarks"].as_array().unwrap();
    let of = |it: &Value| {
        let month: u64 = text(&it["day"])[5..7].parse().unwrap();
        (month + 1, text(&it["item"]), text(&it["value"]), text(&it["remark"]))
    };
    remarks.iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_programs_remark_on_the_same_readings(
        rows in proptest::collection::vec(some_row(), 1..12),
        is_quoted in any::<bool>(),
    ) {
        let text = table(&rows);
        // In quotes a row is read by itself.
        let text = if is_quoted { text.replace(",A,", ",\"A\",") } else { text };
        let section = json!({ "name": "A", "level": "national", "counties": ["C"], "water": "W",
                              "water_body": "river", "targets": [{ "from": 2020, "class": "III" }] });
        let plan = json!({ "format": 1, "name": "P", "year": 2026, "items": "assessed",
                           "sections": [section], "goals": [] });
        let plan = crate::file("remarked-plan.json", plan.to_string().as_bytes());
        let readings = crate::file("remarked.csv", text.as_bytes());
        let (plan, readings) = (plan.to_str().unwrap(), readings.to_str().unwrap());
        let data = |out: &str| -> Value { serde_json::from_str(out).unwrap() };

        let words = [readings, "--plan", plan, "--year", "2026", "--json"];
        let of_annual = ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
        let expected = by_row(&data(&of_annual.out));

        let words = [readings, "--json"];
        let of_impact = ran(impact::Arguments::parse(words.map(Into::into)), impact::run).unwrap();
        prop_assert_eq!(&by_row(&data(&of_impact.out)), &expected);

        let words = ["--plan", plan, "--readings", readings, "--year", "2026", "--json"];
        let of_assess = ran(assess::Arguments::parse(words.map(Into::into)), assess::run).unwrap();
        prop_assert_eq!(&by_day(&data(&of_assess.out)["sections"][0]), &expected);

        let of_report = ran(report::Arguments::parse(words.map(Into::into)), report::run).unwrap();
        prop_assert_eq!(&by_day(&data(&of_report.out)["plan"]["sections"][0]), &expected);

        // Of what is not asked for, the column is said in place of its readings.
        let asked = expected.iter().filter(|(_, item, ..)| item != "TN").count();
        let not_asked = "columns of readings not asked for: tn\n";
        for (words, counted, is_said) in [
            (["--items", "all"].as_slice(), expected.len(), false),
            (&[], asked, true),
        ] {
            let (of_classify, messages) = classify(words, &text);
            prop_assert_eq!(of_classify.remarked, counted as u64, "{}", &messages);
            prop_assert_eq!(messages.contains(not_asked), is_said, "{}", &messages);
        }
    }
}

fn classify(words: &[&str], text: &str) -> (stream::Counts, String) {
    let arguments = Arguments::parse(words.iter().map(Into::into)).unwrap();
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let counts = stream::classify(&arguments, "t.csv", text.as_bytes(), &mut out, &mut messages);
    (counts.map_err(|_| ()).unwrap(), String::from_utf8(messages).unwrap())
}

/// COD below the permanganate index in the second of two samples, and not in their means; total
/// nitrogen below ammonia nitrogen likewise.
const ROWS: &str = "time,section,codmn,cod,nh3n,tn\n\
                    2026-01-05T08:00,A,2,12,0.5,1.0\n\
                    2026-01-05T09:00,A,3,2.9,1.5,1.4\n";

#[test]
fn a_whole_below_its_part_in_one_sample_is_said() {
    let path = crate::file("remarked-wholes.csv", ROWS.as_bytes());
    let path = path.to_str().unwrap();
    let of_annual = ran(annual::Arguments::parse([path].map(Into::into)), annual::run).unwrap().out;
    let of_impact = ran(impact::Arguments::parse([path].map(Into::into)), impact::run).unwrap().out;
    for out in [&of_annual, &of_impact] {
        let line = |words: &str| out.lines().find(|line| line.contains(words)).unwrap();
        for (words, value) in [
            ("COD below the permanganate index", "2.9"),
            ("total nitrogen below NH3-N and nitrate", "1.4"),
        ] {
            let cells: Vec<&str> = line(words).split_whitespace().collect();
            assert_eq!((cells[0], cells[1]), ("A", "3"), "{out}");
            assert!(cells.contains(&value) && cells.contains(&"09:00"), "{out}");
        }
    }
    let words = [path, "--language", "zh", "--csv"];
    let ran = ran(impact::Arguments::parse(words.map(Into::into)), impact::run).unwrap();
    // One table is what a program reads; the other is said beside it.
    assert!(!ran.out.contains("保留"), "{}", ran.out);
    assert!(ran.messages.contains("化学需氧量小于高锰酸盐指数"), "{}", ran.messages);
}
