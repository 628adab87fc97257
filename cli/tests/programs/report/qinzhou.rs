//! Qinzhou by the readings of its national stations, August and September 2026.
//!
//! Classes and targets: the table of `conformance/field/README.md`, made independently.

use num_rational::BigRational;
use serde_json::{Value, json};

use crate::report::{data, named, rows, run};

/// The sum of some readings of total phosphorus in thousandths, and their number.
fn phosphorus(section: &str, month: &str) -> (i64, i64) {
    let (mut sum, mut count) = (0, 0);
    for row in rows("data/qinzhou-readings.csv") {
        if row["section"] == section && row["time"].starts_with(month) && row["tp"] != "--" {
            let (whole, part) = row["tp"].split_once('.').unwrap();
            sum += format!("{whole}{part:0<3}").parse::<i64>().unwrap();
            count += 1;
        }
    }
    (sum, count)
}

fn mean((sum, count): (i64, i64)) -> BigRational {
    BigRational::new(sum.into(), (1000 * count).into())
}

/// Five of five are class I–III: by shares, and at 90 % or more excellent.
#[test]
fn the_state_of_the_region() {
    let data = data(&[]);
    let state = &data["year"]["state"];
    assert_eq!(state["quality"], "excellent");
    assert_eq!(state["method"], "shares");
    assert_eq!(state["sections"], 18);
    let shares = json!({
        "assessed": 5, "good": 5, "middle": 0, "inferior_v": 0,
        "good_percent": "100.0", "middle_percent": "0.0", "inferior_v_percent": "0.0",
    });
    assert_eq!(state["shares"], shares);
    assert_eq!(state["rules"][0]["clause"], "断面水质类别比例法");
    assert_eq!(state["main_pollution_items"], json!([]));
}

#[test]
fn classes_and_verdicts_of_the_sections() {
    let data = data(&[]);
    let sections = &data["plan"]["sections"];
    for (name, class, verdict) in [
        ("钦江东", "II", "met"),
        ("高速公路西桥", "III", "met"),
        ("茅岭大桥", "II", "met"),
        ("东边埇", "III", "missed"),
        ("高塘", "II", "met"),
    ] {
        let section = named(sections, "name", name);
        assert_eq!((&section["class"], &section["verdict"]), (&class.into(), &verdict.into()));
        assert_eq!(section["provisional"], true);
    }
    let missed = named(sections, "name", "东边埇");
    assert_eq!(missed["determining"], json!(["TP"]));
    assert_eq!(missed["target"], "II");
}

/// Means of the months and of the year by sums over the file; the target's limit of TP is 0.1.
#[test]
fn the_item_that_misses_the_target() {
    let (august, september) = (phosphorus("东边埇", "2026-08"), phosphorus("东边埇", "2026-09"));
    assert_eq!((august.0 + september.0, august.1 + september.1), (2329, 20));
    let year = (mean(august) + mean(september)) / BigRational::from_integer(2.into());
    let data = data(&[]);
    let section = named(&data["plan"]["sections"], "name", "东边埇");
    assert_eq!(section["means"]["TP"]["exact"], year.to_string());
    // 0.1312…, rounded 0.131; (0.131 − 0.1) / 0.1 = 0.31.
    let thousandths = (year * BigRational::from_integer(1000.into())).round();
    assert_eq!(thousandths.to_string(), "131");
    assert_eq!(section["worse_than_target"][0]["multiple"], "0.31");
    let ran = run(&[]).unwrap();
    assert!(ran.out.contains("Missed: 东边埇 (target II, found III; TP (0.31))"), "{}", ran.out);
    let ran = run(&["--language", "zh"]).unwrap();
    assert!(
        ran.out.contains("未达标断面：东边埇（目标Ⅱ类，实为Ⅲ类；总磷（0.31））"),
        "{}",
        ran.out
    );
}

/// Two months of readings: a class in August and September, none in the others.
#[test]
fn classes_by_month() {
    let data = data(&[]);
    let months = data["months"].as_array().unwrap();
    assert_eq!(months.len(), 12);
    let place = data["plan"]["sections"].as_array().unwrap();
    let place = place.iter().position(|section| section["name"] == "东边埇").unwrap();
    for (number, month) in (1..).zip(months) {
        assert_eq!(month["period"], format!("2026-{number:02}"));
        let expected = match number {
            // TP 0.181 in August: III, above 0.1; 0.082 in September: II.
            8 => json!("III"),
            9 => json!("II"),
            _ => Value::Null,
        };
        assert_eq!(month["sections"][place]["class"], expected, "{number}");
        let reason =
            if (8..=9).contains(&number) { Value::Null } else { "nothing_assessed".into() };
        assert_eq!(month["state"]["reason"], reason, "{number}");
    }
}

/// TP determines both sections of class III, DO, CODMn and NH3-N one; two months show no trend.
#[test]
fn the_leading_item_has_no_trend_yet() {
    let data = data(&[]);
    let trend = &data["trend"];
    assert_eq!((&trend["item"], &trend["choice"]), (&"TP".into(), &"determining".into()));
    assert_eq!(trend["by_year"], json!([]));
    let sections = trend["by_month"].as_array().unwrap();
    assert_eq!(sections.len(), 5);
    for section in sections {
        assert_eq!((&section["count"], &section["reason"]), (&2.into(), &"too_few".into()));
        assert_eq!(section["coefficient"], Value::Null);
        let limits: Vec<_> =
            section["limits"].as_array().unwrap().iter().map(|limit| &limit["limit"]).collect();
        assert_eq!(limits, ["0.02", "0.1", "0.2", "0.3", "0.4"]);
    }
    let asked = crate::report::data(&["--item", "nh3n"]);
    assert_eq!(
        (&asked["trend"]["item"], &asked["trend"]["choice"]),
        (&"NH3-N".into(), &"asked".into())
    );
}

/// What the readings do not give is said.
#[test]
fn gaps_are_said() {
    let ran = run(&[]).unwrap();
    for sentence in [
        "Sections with a class: 5 of 18",
        "Months of the year with readings: 2 of 12.",
        "There are readings of 2026 only: no comparison of years.",
        "Lakes without a trophic index: 洪潮江水库(钦州), 小江水库(钦州), 灵东水库, 金窝水库.",
        "Provisional sections, for want of months or of one of the five items: 5.",
    ] {
        assert!(ran.out.contains(sentence), "{sentence}\n{}", ran.out);
    }
    let data = data(&[]);
    let remarks = data["remarks"].as_array().unwrap();
    let of =
        |what: &str| -> Vec<&Value> { remarks.iter().filter(|it| it["what"] == what).collect() };
    // The README of the field data counts missing cells: 茅岭大桥 NH3-N 3, TP 1.
    let maoling = of("茅岭大桥");
    let dashes = maoling.iter().find(|it| it["kind"] == json!({ "missing": "dash" })).unwrap();
    assert_eq!(dashes["counts"], json!({ "NH3-N": 3, "TP": 1 }));
    assert!(maoling.iter().any(|it| it["kind"] == "too_few" && it["found_of"] == json!([2, 12])));
    let unread = of("甘村大桥");
    assert_eq!(unread[0]["kind"], json!({ "not_assessed": "no_readings" }));
    // Each remark names a rule, and each rule is listed.
    for remark in remarks {
        assert!(data["rules"].as_array().unwrap().contains(&remark["rule"]), "{remark}");
    }
}
