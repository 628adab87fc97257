//! The command `impact`: its rows by hand, its forms, printed limits, and bad input.

use gb3838_cli::impact::{self, Arguments};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::file;
use crate::ran::{Ran, ran};

fn run(words: &[&str]) -> Result<Ran, String> {
    ran(Arguments::parse(words.iter().map(Into::into)), impact::run)
}

/// Two rivers and a lake; the first row of B stands twice, and one cell is none.
const SAMPLES: &str = "time,section,水体类型,水温,pH,DO,NH3-N,TP,TN\n\
    2026-03-01,A,河流,23,8.5,4.5,0.50,0.25,9\n\
    2026-03-02,A,河流,23,5.8,6.5,1.30,0.01L,9\n\
    2026-03-01,B,河流,,7,6,0.1,x,1\n\
    2026-03-01,B,河流,,7,2,0.1,0.1,1\n\
    2026-03-01,L,湖库,20,7.5,8,0.1,0.04,1.2\n";

fn samples() -> String {
    file("impact.csv", SAMPLES.as_bytes()).to_str().unwrap().to_owned()
}

fn row<'a>(data: &'a Value, section: &str, item: &str) -> &'a Value {
    let rows = data["rows"].as_array().unwrap();
    rows.iter().find(|row| row["section"] == section && row["item"] == item).unwrap()
}

/// TP against 0.2: 0.25 / 0.2 and (0.25 − 0.2) / 0.2. DO at 23 ℃ against 5: 5 / 4.5. pH 5.8:
/// (7 − 5.8) / 1. TN has no limit on a river, and 1.2 / 1.0 on a lake; TP 0.04 / 0.05 there.
#[test]
fn rows_by_hand() {
    let path = samples();
    let ran = run(&["--json", &path]).unwrap();
    assert_eq!(ran.code, 0);
    let data: Value = serde_json::from_str(&ran.out).unwrap();
    for (section, item, samples, index, rate, multiple, verdict) in [
        ("A", "TP", 2, "1.25", "50.0", Some("0.25"), "missed"),
        ("A", "NH3-N", 2, "1.30", "50.0", Some("0.30"), "missed"),
        ("A", "DO", 2, "1.11", "50.0", None, "missed"),
        ("A", "pH", 2, "1.20", "50.0", None, "missed"),
        ("L", "TN", 1, "1.20", "100.0", Some("0.20"), "missed"),
        ("L", "TP", 1, "0.80", "0.0", None, "met"),
        ("B", "NH3-N", 1, "0.10", "0.0", None, "met"),
    ] {
        let row = row(&data, section, item);
        assert_eq!(row["samples"], samples, "{section} {item}");
        assert_eq!(row["largest_index"], index, "{section} {item}");
        assert_eq!(row["rate_percent"], rate, "{section} {item}");
        assert_eq!(row["largest_multiple"], multiple.map_or(Value::Null, Into::into));
        assert_eq!(row["verdict"], verdict, "{section} {item}");
    }
    let rows = data["rows"].as_array().unwrap();
    assert!(!rows.iter().any(|row| row["section"] == "A" && row["item"] == "TN"));
    assert_eq!(data["without_limit"], serde_json::json!(["WT", "TN"]));
    // B has no temperature: its oxygen is held against the limit alone. Its second row stands
    // twice, the cell x is none.
    let oxygen = row(&data, "B", "DO");
    assert_eq!((&oxygen["without_index"], &oxygen["verdict"]), (&1.into(), &"met".into()));
    assert_eq!(data["faults"].as_array().unwrap().len(), 2);
    assert_eq!((&data["rows_read"], &data["rows_used"]), (&5.into(), &4.into()));
    assert_eq!(run(&["--strict", &path]).unwrap().code, 1);
    let warm = run(&["--json", "--temperature", "23", &path]).unwrap().out;
    let warm: Value = serde_json::from_str(&warm).unwrap();
    // 5 / 6
    assert_eq!(row(&warm, "B", "DO")["largest_index"], "0.83");
    let old = run(&["--json", "--oxygen", "1993", &path]).unwrap().out;
    let old: Value = serde_json::from_str(&old).unwrap();
    // 10 − 9 · 4.5 / 5
    assert_eq!(row(&old, "A", "DO")["largest_index"], "1.90");
}

#[test]
fn tables_in_both_languages_and_as_csv() {
    let path = samples();
    let chinese = run(&["--language", "zh", "--index", &path]).unwrap().out;
    for words in [
        "地表水环境质量现状评价",
        "最大标准指数",
        "综合污染指数（非22号方法，不定水质类别）",
        "0.01L～0.25",
        "超标",
        "无标准指数、按限值判定",
    ] {
        assert!(chinese.contains(words), "{words}\n{chinese}");
    }
    let english = run(&["--index", &path]).unwrap().out;
    assert!(english.contains("not of 22号"), "{english}");
    for line in chinese.lines().chain(english.lines()) {
        assert!(line.width() <= 120, "{line}");
    }
    let csv = run(&["--csv", &path]).unwrap().out;
    let mut lines = csv.lines();
    let head = "section,item,samples,range,limit,largest index,rate over (%),largest multiple,\
                verdict,remark";
    assert_eq!(lines.next(), Some(head));
    assert!(lines.any(|line| line.starts_with("A,TP,2,0.01L–0.25,≤ 0.2,1.25,50.0,0.25,missed,")));
    let markdown = run(&["--markdown", &path]).unwrap().out;
    assert!(markdown.contains("### Present state of the surface water"), "{markdown}");
}

/// Ammonia nitrogen of class IV, phosphorus of lakes, and a range of pH that is right.
#[test]
fn printed_limits_are_checked() {
    let limits = "项目,限值\nNH3-N,1.5\nTP,0.05\npH,6~9\nCODMn,≤6\nTN,1.2\n";
    let limits = file("impact-limits.csv", limits.as_bytes());
    let path = samples();
    let words = ["--limits", limits.to_str().unwrap(), "--json", &path];
    let data: Value = serde_json::from_str(&run(&words).unwrap().out).unwrap();
    let found: Vec<_> = data["limits"].as_array().unwrap().iter().map(|it| &it["found"]).collect();
    let expected = serde_json::json!([
        { "of_class": "IV" }, { "of_other_water": "lake" }, "right", "right", "right", "none_set"
    ]);
    assert_eq!(serde_json::json!(found), expected);
    // A hyphen makes a range, a heading names its unit: 0.1 µg/L is 0.0001 mg/L of class III.
    let limits = file("impact-limits-units.csv", "pH,6-9\n汞(μg/L),0.1\nw21003,1.0\n".as_bytes());
    let words = ["--limits", limits.to_str().unwrap(), "--json", &path];
    let data: Value = serde_json::from_str(&run(&words).unwrap().out).unwrap();
    let checks = data["limits"].as_array().unwrap().iter();
    let checks: Vec<_> = checks.map(|it| (&it["item"], &it["printed"], &it["found"])).collect();
    let expected = serde_json::json!([
        ["pH", "6", "right"],
        ["pH", "9", "right"],
        ["Hg", "0.0001", "right"],
        ["NH3-N", "1.0", "right"]
    ]);
    assert_eq!(serde_json::json!(checks), expected);
    let bad = file("impact-bad-limits.csv", b"NH3-N,1.5\nTP;0.05\n");
    let refused = run(&["--limits", bad.to_str().unwrap(), &path]).err().unwrap();
    assert!(
        refused.contains("impact-bad-limits.csv:2: \"TP;0.05\": expected item,limit"),
        "{refused}"
    );
}

/// Of three samples one was read; two stand above the range of the method, and no number says how
/// far. C has no cell that was read, and its rows stand all the same.
#[test]
fn what_was_not_read_is_counted_and_leaves_the_verdict_open() {
    let samples = "断面,时间,化学需氧量,总磷\n\
        A,2025-01-05,15,0.1\nA,2025-02-05,>50,--\nA,2025-03-05,≥50,0.2\n\
        B,2025-01-05,25,0.1\nB,2025-02-05,0..5,0.1\nC,2025-01-05,x1,0..1\n";
    let path = file("impact-not-read.csv", samples.as_bytes());
    let path = path.to_str().unwrap();
    let data: Value = serde_json::from_str(&run(&["--json", path]).unwrap().out).unwrap();
    for (section, item, counts, verdict, reason) in [
        ("A", "COD", [1, 0, 2], "not_assessed", Some("not_read")),
        ("A", "TP", [2, 1, 0], "met", None),
        ("B", "COD", [1, 0, 1], "missed", None),
        ("B", "TP", [2, 0, 0], "met", None),
        ("C", "COD", [0, 0, 1], "not_assessed", Some("not_read")),
        ("C", "TP", [0, 0, 1], "not_assessed", Some("not_read")),
    ] {
        let row = row(&data, section, item);
        let found = ["samples", "missing", "not_read"].map(|name| row[name].as_u64().unwrap());
        assert_eq!(found, counts, "{section} {item}");
        assert_eq!(row["verdict"], verdict, "{section} {item}");
        assert_eq!(row["reason"], reason.map_or(Value::Null, Into::into), "{section} {item}");
    }
    let csv = |language| run(&["--csv", "--language", language, path]).unwrap().out;
    for (csv, lines) in [
        (csv("en"), ["A,COD,1,15,≤ 20,0.75,0.0,–,not decidable,not read: 2", "C,TP,0,"]),
        (csv("zh"), ["A,化学需氧量,1,15,≤ 20,0.75,0.0,—,无法判定,未能读取2个", "C,总磷,0,"]),
    ] {
        for line in lines {
            assert!(csv.lines().any(|it| it.starts_with(line)), "{line}\n{csv}");
        }
    }
}

/// Four samples: 20 is read, one was not detected without a limit, one has a mark, one is blank.
#[test]
fn what_has_no_value_is_said_by_its_own_word() {
    let samples = "断面,时间,化学需氧量\n\
        A,2025-01-05,20\nA,2025-02-05,未检出\nA,2025-03-05,12D\nA,2025-04-05,\n";
    let path = file("impact-no-value.csv", samples.as_bytes());
    let path = path.to_str().unwrap();
    let csv = |words: &[&str]| run(&[&["--csv"], words, &[path]].concat()).unwrap().out;
    let row = "A,COD,1,20,≤ 20,1.00,0.0,–,met,\"not detected without a limit: 1, \
               voided by a mark: 1, without a value: 1\"";
    let row_zh = "A,化学需氧量,1,20,≤ 20,1.00,0.0,—,达标,未检出而无检出限1个、\
                  带标识而无效1个、无值1个";
    // What a mark leaves out was taken all the same: it is not blank.
    for more in [&[][..], &["--only-normal"]] {
        assert!(csv(more).contains(row), "{}", csv(more));
        let chinese = csv(&[more, &["--language", "zh"]].concat());
        assert!(chinese.contains(row_zh), "{chinese}");
    }
    let data: Value = serde_json::from_str(&run(&["--json", path]).unwrap().out).unwrap();
    let by_reason = serde_json::json!({ "blank": 1, "not_detected": 1, "voided": 1 });
    assert_eq!(data["rows"][0]["missing_by_reason"], by_reason);
}

/// A mark beside a blank cell voids nothing: of four samples one was void, one had no value.
#[test]
fn a_mark_beside_a_blank_cell_voids_nothing() {
    let samples = "section,time,tp,tp flag\n\
        A,2026-01-01,0.1,N\nA,2026-01-02,0.3,D\nA,2026-01-03,,D\nA,2026-01-04,0.1,N\n";
    let path = file("impact-flags.csv", samples.as_bytes());
    let csv = run(&["--csv", "--only-normal", path.to_str().unwrap()]).unwrap().out;
    let row = "A,TP,2,0.1,≤ 0.2,0.50,0.0,–,met,\"voided by a mark: 1, without a value: 1\"\n";
    assert!(csv.contains(row), "{csv}");
}

/// A pH of 7 has index 0: P is 0 of one item, and nothing has a share of it.
#[test]
fn an_index_of_nothing_is_of_its_items() {
    let path = file("impact-neutral.csv", "断面,时间,pH\nA,2025-01-05,7\n".as_bytes());
    let path = path.to_str().unwrap();
    let data: Value =
        serde_json::from_str(&run(&["--json", "--index", path]).unwrap().out).unwrap();
    let index = &data["indices"][0];
    assert_eq!((&index["index"], &index["items"]), (&"0.00".into(), &serde_json::json!(["pH"])));
    let out = run(&["--index", "--markdown", path]).unwrap().out;
    assert!(out.contains("| A       | 0.00      | 1     | –           | –        |"), "{out}");
}

/// A year of 200 readings of oxygen at two temperatures: their indices have no common denominator
/// in 384 bits, and yet none is lost, and the pollution index is exact. Σ 5 / DO over DO =
/// 5.01 to 7.00 is 500 Σ 1/n for n = 501 to 700, twice 200 samples: by logarithms 500 · (ln(700/500)
/// + 1/1400 − 1/1000 − (1/700² − 1/500²) / 12) / 200 = 0.840463…
#[test]
fn many_readings_of_oxygen_are_all_used() {
    let mut samples = "断面,时间,水温,溶解氧\n".to_owned();
    for (place, oxygen) in (501..=700).enumerate() {
        let (month, day) = (place / 28 + 1, place % 28 + 1);
        let degrees = 15 + place % 2;
        let value = format!("{}.{:02}", oxygen / 100, oxygen % 100);
        samples += &format!("A,2025-{month:02}-{day:02},{degrees},{value}\n");
    }
    let path = file("impact-oxygen.csv", samples.as_bytes());
    let ran = run(&["--json", "--index", "--strict", path.to_str().unwrap()]).unwrap();
    assert_eq!((ran.code, ran.messages.as_str()), (0, ""));
    let data: Value = serde_json::from_str(&ran.out).unwrap();
    let row = row(&data, "A", "DO");
    assert_eq!((&row["samples"], &row["not_read"]), (&200.into(), &0.into()));
    assert_eq!(data["indices"][0]["index"], "0.84");
    assert_eq!(data["indices"][0]["left_out"], serde_json::json!([]));
}

/// 12.6 mg/L at 28 ℃ keeps to the limit of 5 and is over by saturation alone: 4.74765 / 2.85235.
/// Cadmium below 0.02 against 0.005 proves nothing.
#[test]
fn a_row_says_why_it_is_over_or_open() {
    let samples = "断面,时间,水温,溶解氧,镉\nA,2025-07-01,28,12.6,0.02L\n";
    let path = file("impact-saturation.csv", samples.as_bytes());
    let path = path.to_str().unwrap();
    let csv = |words: &[&str]| run(&[&["--csv", path], words].concat()).unwrap().out;
    for (csv, lines) in [
        (
            csv(&["--language", "en"]),
            [
                "A,DO,1,12.6,≥ 5,1.66,100.0,–,missed,over by supersaturation (HJ 2.3-2018): 1",
                "A,Cd,1,0.02L,≤ 0.005,–,–,–,not decidable,\"below detection: 1, not decidable: 1\"",
            ],
        ),
        (
            csv(&["--language", "zh", "--oxygen", "1993"]),
            [
                "A,溶解氧,1,12.6,≥ 5,1.66,100.0,—,超标,按HJ/T 2.3-93因过饱和超标1个",
                "A,镉,1,0.02L,≤ 0.005,—,—,—,无法判定,低于检出限1个、检出限过高无法判定1个",
            ],
        ),
    ] {
        for line in lines {
            assert!(csv.lines().any(|it| it == line), "{line}\n{csv}");
        }
    }
    let data: Value = serde_json::from_str(&run(&["--json", path]).unwrap().out).unwrap();
    assert_eq!(row(&data, "A", "DO")["supersaturated"], 1);
    assert_eq!(row(&data, "A", "Cd")["largest_index"], Value::Null);
}

#[test]
fn bad_calls_and_empty_files() {
    assert!(run(&["--class", "inferior_V"]).err().unwrap().contains("expected I to V"));
    assert!(run(&["--oxygen", "2019"]).err().unwrap().contains("expected 2018 or 1993"));
    let empty = file("impact-empty.csv", b"");
    let ran = run(&[empty.to_str().unwrap()]).unwrap();
    assert_eq!(ran.code, 1);
    assert!(ran.messages.contains("the file is empty; expected a header"), "{}", ran.messages);
    let without = file("impact-without.csv", b"time,pH\n2026-03-01,7\n");
    let refused = run(&[without.to_str().unwrap()]).err().unwrap();
    assert!(refused.contains("expected a column \"section\""), "{refused}");
}
