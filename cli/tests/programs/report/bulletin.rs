//! What a bulletin needs: the ground in the headline, comparisons, order of flow, counties.

use serde_json::{Value, json};

use crate::report::{file, run};

/// Three sections of two waters, out of order, and readings of September 2025 and August and
/// September 2026.
const READINGS: &str = "time,section,ph,do,codmn,nh3n,tp\n\
    2025-09-05,下游,7,8,2,0.1,0.30\n2026-08-05,下游,7,8,2,0.1,0.15\n\
    2026-09-05,下游,7,8,2,0.1,0.05\n2026-09-05,上游,7,8,2,0.1,0.15\n\
    2026-08-05,湖心,7,8,2,0.1,0.02\n";

fn report(test: &str, words: &[&str]) -> String {
    let section = |name: &str, water: &str, body: &str, counties: &[&str], order: Option<u32>| {
        json!({ "name": name, "level": "national", "counties": counties, "water": water,
                "water_body": body, "flow_order": order,
                "targets": [{ "from": 2026, "class": "II" }] })
    };
    let plan = json!({
        "format": 1, "name": "P", "year": 2026, "items": "five", "goals": [],
        "sections": [
            section("下游", "甲江", "river", &["甲县", "乙县"], Some(20)),
            section("湖心", "乙湖", "lake", &["乙县"], None),
            section("无序", "甲江", "river", &["甲县"], None),
            section("上游", "甲江", "river", &["甲县"], Some(3)),
        ],
    });
    let plan = file(&format!("{test}.json"), plan.to_string().as_bytes());
    let readings = file(&format!("{test}.csv"), READINGS.as_bytes());
    let data = ["--plan", plan.to_str().unwrap(), "--readings", readings.to_str().unwrap()];
    run(&[&data, words].concat()).unwrap().out
}

#[test]
fn the_headline_tells_its_ground() {
    let chinese = run(&["--language", "zh"]).unwrap().out;
    let headline = "2026年钦州市水质状况为优（暂定：18个断面中5个、12个月中2个月）：\
                    按有水质类别的5个断面的类别比例评价。";
    assert!(chinese.contains(headline), "{chinese}");
    // The citation is a note at the rules, not in the sentence.
    assert!(chinese.contains("水质状况依据环办〔2011〕22号，断面水质类别比例法（S）。"));
    let english = run(&[]).unwrap().out;
    let headline = "was excellent (provisional: 5 of 18 sections, 2 of 12 months), by the shares";
    assert!(english.contains(headline), "{english}");
}

/// Sections of a water stand together, in order of flow where the plan knows it.
#[test]
fn sections_stand_along_their_waters() {
    let data: Value = serde_json::from_str(&report("order", &["--json"])).unwrap();
    let sections = data["plan"]["sections"].as_array().unwrap();
    let names: Vec<_> = sections.iter().map(|section| &section["name"]).collect();
    assert_eq!(names, ["上游", "下游", "无序", "湖心"]);
}

/// 下游: TP 0.30 a year ago is IV, 0.15 in August III, 0.05 in September II.
#[test]
fn this_month_stands_beside_others() {
    let data: Value = serde_json::from_str(&report("compared", &["--json"])).unwrap();
    let comparisons = data["comparisons"].as_array().unwrap();
    let said: Vec<_> = comparisons
        .iter()
        .map(|it| {
            let periods = (&it["now"]["period"], &it["before"]["period"]);
            (it["with"].as_str().unwrap(), periods, &it["sections"][1])
        })
        .collect();
    let (better, september) = (json!("better"), json!("2026-09"));
    assert_eq!(
        said,
        [
            ("last_month", (&september, &json!("2026-08")), &better),
            ("last_years_month", (&september, &json!("2025-09")), &better),
            (
                "last_year_to_date",
                (&json!("2026-01..2026-09"), &json!("2025-01..2025-09")),
                // (0.15 + 0.05) / 2 = 0.10, class II, after IV.
                &better
            ),
        ]
    );
    // 上游 has no reading before.
    assert_eq!(comparisons[0]["sections"][0], Value::Null);
    let markdown = report("compared-zh", &["--language", "zh"]);
    let unpadded = markdown.split_whitespace().collect::<Vec<_>>().join(" ");
    let row = "| 下游 | Ⅱ类 | Ⅲ类 | 变好 | Ⅳ类 | 变好 | Ⅱ类\\* | Ⅳ类\\* | 变好 |";
    assert!(unpadded.contains(row), "{markdown}");
}

/// A boundary section stands in each of its counties.
#[test]
fn each_county_has_its_table() {
    let markdown = report("counties", &["--language", "zh"]);
    let part = markdown.split_once("## 分县区断面水质").unwrap().1;
    let (first, second) = part.split_once("### 乙县（2026年）").unwrap();
    let first = first.split_once("### 甲县（2026年）").unwrap().1;
    for (table, names) in [(first, &["上游", "下游", "无序"][..]), (second, &["下游", "湖心"])]
    {
        for name in names {
            assert!(table.contains(&format!("| {name}")), "{name}\n{table}");
        }
    }
    assert!(!first.contains("湖心"), "{first}");
    let unpadded = first.split_whitespace().collect::<Vec<_>>().join(" ");
    // TP 0.15 over 0.1 of class II.
    assert!(
        unpadded
            .contains("| 上游 | 甲江 | 国控 | Ⅱ类 | Ⅲ类 | 良好 | 未达标（暂定） | 总磷（0.50） |"),
        "{first}"
    );
}

/// On a narrow page the months begin where there are data: two of twelve.
#[test]
fn a_narrow_page_begins_with_the_data() {
    let path = file("bulletin.html", b"");
    run(&["--language", "zh", "--html", path.to_str().unwrap()]).unwrap();
    let page = std::fs::read_to_string(path).unwrap();
    let narrow = page.split_once("<table class=\"heat\">").unwrap().1;
    let narrow = narrow.split_once("</table>").unwrap().0;
    let heads: Vec<_> = narrow.split("<th scope=\"col\">").skip(1).collect();
    assert_eq!(heads.len(), 3);
    assert!(heads[1].starts_with("8月") && heads[2].starts_with("9月"), "{heads:?}");
    // Five sections, II six times, III three times, IV once, in letters that every font has.
    for (words, count) in [(">II<", 6), (">III<", 3), (">IV<", 1)] {
        assert_eq!(narrow.matches(words).count(), count, "{words}");
    }
    assert!(page.contains(".class-6 { background: #"));
}
