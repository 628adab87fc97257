//! Fewer than five sections go by means: what of a mean decides nothing is said beside the state.
//! Trends of months and of years are told apart.

use serde_json::{Value, json};

use crate::report::{file, run};

/// The report of two rivers, each with one row a line, in a language.
fn reported(name: &str, rows: &[&str], language: &str) -> String {
    let section = |name: &str| {
        json!({ "name": name, "level": "county", "counties": ["c"], "water": "w",
                "water_body": "river" })
    };
    let plan: Value = json!({ "format": 1, "name": "n", "year": 2025, "items": "five",
                              "sections": [section("A"), section("B")] });
    let plan = file(&format!("{name}.json"), plan.to_string().as_bytes());
    let csv = format!("time,section,ph,do,codmn,nh3n,tp\n{}\n", rows.join("\n"));
    let readings = file(&format!("{name}.csv"), csv.as_bytes());
    let (plan, readings) = (plan.to_str().unwrap(), readings.to_str().unwrap());
    run(&["--plan", plan, "--readings", readings, "--language", language]).unwrap().out
}

/// Half of 1.0 is over the limit of class III, 0.2, and the true values may be under it.
#[test]
fn a_mean_that_decides_nothing_is_named_beside_the_state() {
    let rows = ["2025-01-05,A,7,6,3,0.3,<1.0", "2025-01-05,B,7,6,3,0.3,<0.8"];
    let out = reported("undecided", &rows, "en");
    let said = "- Means that decide nothing, since detection limits are too high, and take no \
                part: TP.\n";
    assert!(out.contains(said), "{out}");
    assert!(out.contains("| excellent (II; detection limit too high to decide: TP) |"), "{out}");
    let out = reported("undecided", &rows, "zh");
    assert!(out.contains("\n- 均值因检出限过高无法判定、未参评的项目：总磷。\n"), "{out}");
    assert!(out.contains("| 优（Ⅱ类；检出限过高，无法判定：总磷） |"), "{out}");
}

/// (0.5 + 0.1) / 2 = 0.3 is class IV, and rests on half of a limit that decides nothing.
#[test]
fn a_mean_with_values_that_decide_nothing_names_their_sections() {
    let rows = ["2025-01-05,A,7,6,3,0.3,<1.0", "2025-01-05,B,7,6,3,0.3,0.1"];
    let out = reported("resting", &rows, "en");
    assert!(out.contains("class IV by the mean"), "{out}");
    let said = "- Means with half of detection limits in them that decide nothing at their \
                sections: TP (A).\n";
    assert!(out.contains(said), "{out}");
    let out = reported("resting", &rows, "zh");
    let said =
        "\n- 均值中计入了检出限过高、本断面无法判定的结果（以检出限的一半计）：总磷（A）。\n";
    assert!(out.contains(said), "{out}");
    // Half of 0.2 meets the limit of class III: it is decided, and nothing is to be said.
    let out = reported("resting", &["2025-01-05,A,7,6,3,0.3,<0.2", rows[1]], "en");
    assert!(!out.contains("decide nothing"), "{out}");
}

/// Readings of each month at both sections, and none of ammonia nitrogen at one: what is provisional
/// is that section, and neither the number of months nor that of sections.
#[test]
fn a_state_says_why_it_is_provisional() {
    let rows = (1..=12).flat_map(|month| {
        [
            format!("2025-{month:02}-05,A,7,6,3,ND,0.1"),
            format!("2025-{month:02}-05,B,7,6,3,0.3,0.1"),
        ]
    });
    let rows: Vec<String> = rows.collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let out = reported("provisional", &rows, "en");
    assert!(
        out.contains("was excellent (provisional: as 1 of its sections are), class II"),
        "{out}"
    );
    let why = "| A | readings not detected, without a detection limit | NH3-N |";
    assert!(folded(&out).contains(why), "{out}");
    let out = reported("provisional", &rows, "zh");
    assert!(out.contains("水质状况为优（暂定：其中1个断面暂定），均值为Ⅱ类"), "{out}");
    assert!(folded(&out).contains("| A | 读数为未检出而无检出限 | 氨氮 |"), "{out}");
}

#[test]
fn trends_of_months_and_of_years_are_told_apart() {
    let rows = ["2024-01-05,A,7,6,3,0.3,0.2", "2025-01-05,A,7,6,3,0.3,0.2"];
    let rows = [rows[0], rows[1], "2024-01-05,B,7,6,3,0.3,0.2", "2025-01-05,B,7,6,3,0.3,0.2"];
    let out = reported("trends", &rows, "en");
    for said in [
        "| A, B | Trend by monthly means: too few means for a trend (1 of 5) |",
        "| A, B | Trend by annual means: too few means for a trend (2 of 5) |",
    ] {
        assert!(folded(&out).contains(&folded(said)), "{out}");
    }
    let out = reported("trends", &rows, "zh");
    for said in [
        "| A、B | 月均值趋势：均值个数不足，不判趋势（1/5） |",
        "| A、B | 年均值趋势：均值个数不足，不判趋势（2/5） |",
    ] {
        assert!(folded(&out).contains(&folded(said)), "{out}");
    }
}

/// Cells of tables are as wide as their column.
fn folded(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
