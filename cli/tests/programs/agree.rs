//! The commands `annual`, `assess` and `report` on the same plan and readings: never another
//! class, month count, verdict or mark of a provisional result.

use gb3838_cli::{annual, assess, report};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::ran::ran;

/// What a command says of a section: class, verdict, months, provisional.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    class: String,
    verdict: String,
    months: u64,
    provisional: bool,
    failing: String,
    worse_than_last_year: bool,
}

fn of_annual(plan: &str, readings: &str) -> Vec<Said> {
    let words = [readings, "--plan", plan, "--year", "2026", "--markdown"];
    let ran = ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
    let rows = ran.out.lines().skip_while(|line| !line.starts_with("| section"));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        // Markdown escapes what might be markup.
        let row = row.replace("\\_", "_");
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let verdict = cells[7].replace(" (provisional)", "").replace(' ', "_");
        let months = cells[6].split(' ').next().unwrap();
        let misses = cells[5].split(';').map(str::trim).filter(|it| !it.is_empty());
        let (worse, failing): (Vec<_>, Vec<_>) =
            misses.partition(|it| it.starts_with("worse than last year ("));
        Said {
            // In data the name has no blank.
            class: cells[1].replace("--", "").replace(' ', "_"),
            verdict: if verdict.is_empty() { "not_assessed".to_owned() } else { verdict },
            months: if months == "--" { 0 } else { months.parse().unwrap() },
            provisional: [cells[6], cells[7]].iter().any(|cell| cell.ends_with("(provisional)")),
            failing: failing.join(";"),
            worse_than_last_year: !worse.is_empty(),
        }
    })
    .collect()
}

fn of_json(sections: &Value) -> Vec<Said> {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let sections = sections.as_array().unwrap().iter();
    let said = sections.map(|section| {
        let missing = section["worse_than_target"].as_array().unwrap().iter();
        let mut failing: Vec<_> = missing.map(|entry| text(&entry["item"])).collect();
        failing.sort();
        Said {
            class: text(&section["class"]),
            verdict: text(&section["verdict"]),
            months: section["sufficiency"]["found"].as_u64().unwrap(),
            provisional: section["provisional"].as_bool().unwrap(),
            failing: failing.join(";"),
            worse_than_last_year: section["worse_than_last_year"].as_bool().unwrap(),
        }
    });
    said.collect()
}

const COLUMNS: [&str; 10] =
    ["water_temp", "ph", "do", "codmn", "nh3n", "tp", "cod", "hg", "tn", "fc"];

/// Items of a plan; those with reference items ask for them by name.
const ASKED: [&str; 4] = ["five", "assessed", "pH;DO;CODMn;NH3-N;TP;TN;FC", "WT;TN;TP"];

fn some_cell(column: usize) -> impl Strategy<Value = String> {
    let unit = [2.0, 0.0, 2.0, 2.5, 0.3, 0.05, 8.0, 0.00005, 0.4, 4000.0][column];
    (0_u32..10, 0_u32..12).prop_map(move |(size, kind)| match kind {
        0 => String::new(),
        1 | 2 if column > 2 => format!("{:.5}L", unit * f64::from(size + 1)),
        _ if column == 1 => format!("{}.{size}", 5 + size % 5),
        _ => format!("{:.5}", unit * f64::from(size)),
    })
}

fn some_row() -> impl Strategy<Value = (u16, u8, u8, u8, Vec<String>)> {
    let cells: Vec<_> = (0..COLUMNS.len()).map(some_cell).collect();
    (2025_u16..=2026, 1_u8..=12, 0_u8..3, 0_u8..3, cells)
}

fn some_section() -> impl Strategy<Value = Value> {
    (any::<[bool; 9]>(), 0_usize..6, 0_usize..6, 1_u32..40).prop_map(
        |([chloride, own, gap, last, limit, background, lake, five, nitrogen], class, zone, tenths)| {
            let classes = ["I", "II", "III", "IV", "V", "inferior_V"];
            let mut target = json!({ "from": 2026, "class": classes[class] });
            target["no_worse_than_last_year"] = last.into();
            if limit {
                let below = format!("{}.{}", tenths / 10, tenths % 10);
                target["limits"] = json!([{ "item": "NH3-N", "bound": { "below": below } }]);
            }
            let mut section = json!({
                "level": "national", "counties": ["C"], "water": "W", "water_body": if lake { "lake" } else { "river" },
                "high_chloride": chloride, "needs_five": five, "lake_nitrogen": nitrogen,
                "targets": [{ "from": 2020, "class": classes[zone] }, target],
            });
            if own {
                section["own_items"] = json!("COD;Hg");
            }
            if gap {
                section["sampling_gap"] = json!("ice");
            }
            if background {
                section["natural_background"] = json!({ "items": "TP", "reason": "rock" });
            }
            section
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_programs_agree(
        mut sections in proptest::collection::vec(some_section(), 3),
        asked in 0_usize..ASKED.len(),
        rows in proptest::collection::vec(some_row(), 1..70),
    ) {
        for (name, section) in ["A", "B", "D"].iter().zip(&mut sections) {
            section["name"] = (*name).into();
        }
        let plan = json!({ "format": 1, "name": "P", "year": 2026, "items": ASKED[asked],
                           "sections": sections, "goals": [] });
        let mut text = format!("time,section,point,{}\n", COLUMNS.join(","));
        // Each section has a row of the year, so that each stands in the table of the year.
        for name in ["A", "B", "D"] {
            text += &format!("2026-01-01T00:00:01,{name},,,7,6,,,,0.02,,,\n");
        }
        for (place, (year, month, section, point, cells)) in rows.iter().enumerate() {
            let name = ["A", "B", "D"][usize::from(*section)];
            // Section D is a water of some points; seconds tell rows of one minute apart.
            let point = if name == "D" { ["n", "m", ""][usize::from(*point)] } else { "" };
            text += &format!("{year}-{month:02}-05T08:00:{:02},{name},{point},{}\n", place % 60, cells.join(","));
        }
        let plan = crate::file("agree-plan.json", plan.to_string().as_bytes());
        let readings = crate::file("agree-readings.csv", text.as_bytes());
        let (plan, readings) = (plan.to_str().unwrap(), readings.to_str().unwrap());
        let annual = of_annual(plan, readings);
        let words = ["--plan", plan, "--readings", readings, "--year", "2026", "--json"];
        let assessed =
            ran(assess::Arguments::parse(words.map(Into::into)), assess::run).unwrap();
        let assessed: Value = serde_json::from_str(&assessed.out).unwrap();
        let mut assessed = of_json(&assessed["sections"]);
        let reported =
            ran(report::Arguments::parse(words.map(Into::into)), report::run).unwrap();
        let reported: Value = serde_json::from_str(&reported.out).unwrap();
        prop_assert_eq!(&assessed, &of_json(&reported["plan"]["sections"]));
        for (one, other) in annual.iter().zip(&mut assessed) {
            // In the order of Table 1 there, of the worst here.
            let mut names: Vec<_> = one.failing.split(';').collect();
            names.sort_unstable();
            prop_assert_eq!(names.join(";"), &*other.failing);
            other.failing = one.failing.clone();
        }
        prop_assert_eq!(annual, assessed);
    }
}
