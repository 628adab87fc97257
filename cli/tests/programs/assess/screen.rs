//! The first screen: short, narrow, the answer in it; and `--full`, no wider than its pages.

use unicode_width::UnicodeWidthStr;

use crate::assess::{file, run};

const CHAOHU: [&str; 4] = [
    "--plan",
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/chaohu-2026.json"),
    "--readings",
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/chaohu-readings.csv"),
];

/// The output in one language.
fn said(words: &[&str], language: &str) -> String {
    let words: Vec<&str> = words.iter().copied().chain(["--language", language]).collect();
    run(&words).unwrap().out
}

#[test]
fn one_screen_holds_the_answer_and_full_is_never_wider_than_its_page() {
    for (data, lines) in [(&[][..], [26, 32]), (&CHAOHU[..], [25, 25])] {
        for (language, lines) in ["zh", "en"].into_iter().zip(lines) {
            let screen = said(data, language);
            assert!(screen.lines().count() <= lines, "{screen}");
            let widest = screen.lines().map(UnicodeWidthStr::width).max();
            assert!(widest <= Some(100), "{screen}");
            let full = said(&[data, &["--full"]].concat(), language);
            for line in full.lines() {
                assert!(line.width() <= 120, "{line}");
            }
            // All that the first screen says but its last lines stands in the full one too.
            let answer = screen.rsplit_once("\n\n").unwrap().0;
            assert!(full.starts_with(answer), "{full}");
        }
    }
}

/// 钦江东 … 高塘 have 2 of 12 months each; 洪潮江水库 and 甘村大桥 have no reading; TP 0.131
/// against 0.1 of class II. Counted from the file.
#[test]
fn it_says_ground_goals_and_misses_in_words() {
    let chinese = said(&[], "zh");
    let lines: Vec<&str> = chinese.lines().collect();
    assert!(lines[1].starts_with("注意：方案为2024年，监测数据为2026年"), "{chinese}");
    for words in [
        "2026年：12个月中2个月（8～9月）有监测数据，18个断面中5个有水质类别",
        "Ⅱ类3个、Ⅲ类2个；其中5个断面暂定",
        "考核目标9项：达标0项，未达标0项，未评价9项",
        "优良（Ⅰ～Ⅲ类）比例 ≥ 85.7%（国控）：现为5/7",
        "东边埇（武利江）：Ⅲ类，目标Ⅱ类，总磷超标0.31倍（暂定：12个月中2个月，可能为Ⅱ～Ⅲ类）",
        "宠塘坪等13个",
        "断面全部达标（各断面单独考核）：高速公路西桥1/1、钦江东1/1、高塘1/1、东边埇0/1；",
        "未报送：任务19",
    ] {
        assert!(chinese.contains(words), "{words}\n{chinese}");
    }
    let unfolded = chinese.replace("\n    ", "");
    assert!(unfolded.contains("尚缺洪潮江水库(钦州)等2个的监测数据"), "{chinese}");
    let english = said(&[], "en");
    for words in [
        "readings in 2 (months 8–9) of 12 months; a class for 5 of 18 sections",
        "东边埇 (武利江): class III, target II; TP 0.31 times over (provisional: 2 of 12 months, can be",
    ] {
        assert!(english.contains(words), "{words}\n{english}");
    }
}

/// TP of 东边埇, by hand from the file: 1.268 / 7 in August, 1.061 / 13 in September. Ten more
/// months between them make 0.090 … 0.173: class II or III.
#[test]
fn it_says_which_classes_remain_possible() {
    let data: serde_json::Value = serde_json::from_str(&run(&["--json"]).unwrap().out).unwrap();
    let sections = data["sections"].as_array().unwrap();
    let section = sections.iter().find(|section| section["name"] == "东边埇").unwrap();
    let possible = section["possible"].as_array().unwrap();
    let of = |kind: &str| possible.iter().find(|it| it["missing_months"] == kind).unwrap();
    assert_eq!(of("none_comes")["classes"], serde_json::json!(["III"]));
    assert_eq!(of("within_seen")["classes"], serde_json::json!(["II", "III"]));
    assert_eq!(of("within_seen")["items"]["TP"], serde_json::json!(["II", "III"]));
    assert_eq!(of("any_value")["classes"].as_array().unwrap().last().unwrap(), "inferior_V");
    let table = run(&["--full"]).unwrap().out;
    assert!(table.contains("Classes that remain possible"), "{table}");
}

/// Nothing is said of different years where there is one, and met and missed goals are counted.
#[test]
fn a_plan_in_its_own_year_has_no_note() {
    let mut csv = "time,section,pH,DO,CODMn,NH3-N,TP\n".to_owned();
    for month in 1..=12 {
        csv.push_str(&format!("2024-{month:02}-05,高塘,7,6,2,0.1,0.1\n"));
    }
    let path = file("own-year.csv", csv.as_bytes());
    let chinese = said(&["--readings", path.to_str().unwrap()], "zh");
    assert!(!chinese.contains("注意"), "{chinese}");
    assert!(chinese.contains("12个月中12个月（1～12月）有监测数据"), "{chinese}");
    assert!(chinese.contains("考核目标9项：达标1项，未达标0项，未评价8项"), "{chinese}");
    assert!(chinese.contains("达标    断面全部达标（高塘）：现为1/1\n"), "{chinese}");
}

/// Sections without a target that are worse than class III; an item of the five that is missing.
#[test]
fn without_targets_the_bad_sections_are_named() {
    let chinese = said(&CHAOHU, "zh");
    assert!(!chinese.contains("考核目标"), "{chinese}");
    assert!(chinese.contains("无目标而劣于Ⅲ类的断面7个"), "{chinese}");
    assert!(
        chinese.contains("兆河入湖口渡口（巢湖流域）：Ⅳ类，高锰酸盐指数超标0.17倍（暂定：缺氨氮"),
        "{chinese}"
    );
}

/// Half of 1.0 is over the limit of class III and proves nothing: the class is made without it.
#[test]
fn items_that_decide_nothing_are_named() {
    let plan = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "sections": [
        { "name": "A", "level": "county", "counties": ["c"], "water": "w", "water_body": "river",
          "targets": [{ "from": 2026, "class": "III" }] }] }"#;
    let plan = file("undecidable.json", plan.as_bytes());
    let readings =
        file("undecidable.csv", b"time,section,ph,do,codmn,nh3n,tp\n2026-01-05,A,7,6,3,0.3,<1.0\n");
    let (plan, readings) = (plan.to_str().unwrap(), readings.to_str().unwrap());
    let words = ["--plan", plan, "--readings", readings];
    let line = "\nDetection limits too high to decide, no part in the class: A (TP)\n";
    assert!(said(&words, "en").contains(line), "{}", said(&words, "en"));
    assert!(said(&words, "zh").contains("\n检出限过高、无法判定而未参评：A（总磷）\n"));
}

/// A limit of its own is missed although no class is made: a limit from below has no multiple, and
/// the mean says how far it is. Oxygen (5.4 + 5.6) / 2; phosphorus 0.15 / 0.1 − 1.
#[test]
fn a_limit_that_is_missed_without_a_class_is_said_by_how_much() {
    let plan = r#"{ "format": 1, "name": "P", "year": 2026, "items": "five", "sections": [
        { "name": "A", "level": "county", "counties": ["c"], "water": "w", "water_body": "river",
          "needs_five": true, "targets": [{ "from": 2026, "class": "III", "limits": [
            { "item": "DO", "bound": { "at_least": "6" } },
            { "item": "TP", "bound": { "at_most": "0.1" } }] }] }] }"#;
    let plan = file("missed-limits.json", plan.as_bytes());
    let rows =
        b"time,section,ph,do,codmn,tp\n2026-01-05,A,7,5.4,3,0.15\n2026-02-05,A,7,5.6,3,0.15\n";
    let readings = file("missed-limits.csv", rows);
    let words = ["--plan", plan.to_str().unwrap(), "--readings", readings.to_str().unwrap()];
    for (language, line) in [
        (
            "en",
            "  A (w): class –, target III; DO ≥ 6; TP ≤ 0.1; TP 0.50 times over, DO 5.5 (provisional: \
             without NH3-N)\n",
        ),
        (
            "zh",
            "  A（w）：—，目标Ⅲ类；溶解氧 ≥ 6；总磷 ≤ 0.1，总磷超标0.50倍、溶解氧 5.5（暂定：缺氨氮）\n",
        ),
    ] {
        let out = said(&words, language).replace("\n    ", " ");
        assert!(out.contains(line), "{out}");
    }
}

/// A name may hold a line break; a line of the screen holds none.
#[test]
fn a_name_with_a_line_break_stays_in_its_line() {
    let plan = r#"{ "format": 1, "name": "P\nQ", "year": 2026, "items": "five", "sections": [
        { "name": "A\nB", "level": "county", "counties": ["c"], "water": "w",
          "water_body": "river" }] }"#;
    let plan = file("line-break.json", plan.as_bytes());
    let readings = file("line-break.csv", b"time,section,tp\n2026-01-05,\"A\nB\",\n");
    let words = ["--plan", plan.to_str().unwrap(), "--readings", readings.to_str().unwrap()];
    let out = said(&words, "en");
    assert!(out.starts_with("P Q\n"), "{out}");
    assert!(out.contains("\nSections without a class: A B\n"), "{out}");
}
