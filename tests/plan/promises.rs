//! Indicators and goals: their words are printed, and no printed number is left out.

use serde_json::{Value, json};

use crate::text::{between, numbers, without_spaces};
use crate::{is_inferred, read};

/// Numbers of task texts that no indicator has as its bound, and why.
const NO_BOUND: [(u64, &str, &str); 22] = [
    (5, "2024", "year"),
    (5, "2024", "year of the work plan that gives the target"),
    (5, "3000", "m³/d, size of plants left out"),
    (5, "3000", "m³/d, size of plants left out"),
    (6, "5", "万, residents of the towns meant"),
    (6, "2024", "year"),
    (8, "2024", "year"),
    (9, "2024", "year"),
    (11, "2024", "year"),
    (12, "3552", "GB 3552-2018, a standard"),
    (12, "2018", "GB 3552-2018, a standard"),
    (16, "2024", "year"),
    (17, "2024", "year"),
    (27, "2024", "year"),
    (29, "2024", "year"),
    (31, "2024", "year of the bonds"),
    (31, "2024", "year"),
    (32, "2024", "year"),
    (47, "2024", "year in the name of the plan"),
    (56, "6", "month of a date"),
    (56, "25", "day of a date"),
    (56, "12", "month of a date"),
];

/// The last number of the dates of task 56.
const LAST_DAY: (u64, &str) = (56, "31");

fn indicators() -> Vec<Value> {
    read()["indicators"].as_array().unwrap().clone()
}

/// The direction and the number of a bound or a trigger.
fn bound(indicator: &Value) -> Option<(String, String)> {
    let target = &indicator["target"];
    let bound = target.get("bound").or_else(|| target.get("trigger").map(|it| &it["when"]))?;
    let (direction, number) = bound.as_object().unwrap().iter().next().unwrap();
    Some((direction.clone(), number.as_str().unwrap().to_owned()))
}

/// 全覆盖 and 所有 read as 100 %.
fn is_all(indicator: &Value) -> bool {
    let wording = indicator["wording"].as_str().unwrap();
    let all = wording.contains("全覆盖") || wording.starts_with("所有");
    all && is_inferred(indicator, "target") && indicator["target"]["bound"]["at_least"] == "100"
}

fn task_text(plan: &Value, number: u64) -> String {
    let tasks = plan["tasks"].as_array().unwrap();
    let task = tasks.iter().find(|it| it["number"] == number).unwrap();
    task["text"].as_str().unwrap().to_owned()
}

#[test]
fn wordings_are_printed() {
    let plan = read();
    let goals = between("二、水质目标", Some("三、2024年度工作任务"));
    for it in indicators() {
        let text = it["task"].as_u64().map_or(goals.to_owned(), |task| task_text(&plan, task));
        let wording = it["wording"].as_str().unwrap();
        assert!(text.contains(wording), "{wording}");
        // The words of a scope stand in the same text.
        if let Some(words) = it["scope"]["words"].as_str() {
            assert!(text.contains(words), "{words}");
        }
        for water in it["scope"]["waters"].as_array().into_iter().flatten() {
            assert!(wording.contains(water.as_str().unwrap()), "{wording}");
        }
    }
}

#[test]
fn bounds_are_printed_with_direction_and_unit() {
    for it in indicators() {
        let wording = it["wording"].as_str().unwrap();
        assert_eq!(it["aspiration"], wording.contains("力争"), "{wording}");
        let Some((direction, number)) = bound(&it) else { continue };
        if is_all(&it) {
            continue;
        }
        assert!(numbers(wording).contains(&number), "{number}: {wording}");
        let unit = it["unit"].as_str().unwrap_or_default();
        let unit = if unit == "km" { "公里" } else { unit };
        let (words, amount) = (without_spaces(wording), format!("{number}{unit}"));
        assert!(words.contains(&amount), "{amount}: {wording}");
        let floor = words.contains(&format!("{amount}以上")) || words.contains("不低于");
        let below = words.contains(&format!("低于{amount}")) && !floor;
        assert_eq!(direction, if below { "below" } else { "at_least" }, "{wording}");
        // A figure without 以上 or 不低于 is a floor only by reading.
        assert_eq!(is_inferred(&it, "target"), !floor && !below, "{wording}");
    }
}

#[test]
fn every_number_of_a_task_is_a_bound_or_listed() {
    let plan = read();
    for task in 1..=56 {
        let mut printed = numbers(&task_text(&plan, task));
        let mut bounds: Vec<(String, String)> = Vec::new();
        for it in indicators().iter().filter(|it| it["task"] == task && !is_all(it)) {
            let wording = it["wording"].as_str().unwrap().to_owned();
            bounds.extend(bound(it).map(|(_, number)| (wording, number)));
        }
        // One figure for each half-year is printed once.
        bounds.sort();
        bounds.dedup();
        let listed = NO_BOUND.iter().map(|(task, number, _)| (*task, *number)).chain([LAST_DAY]);
        let listed = listed.filter(|it| it.0 == task).map(|it| it.1.to_owned());
        let mut expected: Vec<String> = bounds.into_iter().map(|it| it.1).chain(listed).collect();
        printed.sort();
        expected.sort();
        assert_eq!(printed, expected, "task {task}");
    }
}

#[test]
fn dates_of_reports_are_those_of_task_56() {
    let reports: Vec<_> = indicators().into_iter().filter(|it| it["task"] == 56).collect();
    assert_eq!(reports.len(), 2);
    for it in reports {
        let date = numbers(it["wording"].as_str().unwrap());
        let day = format!("2024-{:0>2}-{:0>2}", date[0], date[1]);
        assert_eq!(it["due"], json!({ "day": day }));
    }
}

#[test]
fn goals_are_those_of_part_two() {
    let plan = read();
    let text = between("二、水质目标", Some("三、2024年度工作任务"));
    assert_eq!(numbers(text), ["2024", "7", "85.7", "0", "7", "2024", "2024"]);
    let goals = plan["goals"].as_array().unwrap();
    let goal = |id: &str| goals.iter().find(|it| it["id"] == id).unwrap();
    assert_eq!(goal("national-excellent-good-share")["bound"], json!({ "at_least": "85.7" }));
    assert_eq!(goal("national-inferior-v-share")["bound"], json!({ "at_most": "0" }));
    for level in ["national", "regional"] {
        let sections = plan["sections"].as_array().unwrap();
        assert_eq!(sections.iter().filter(|it| it["level"] == level).count(), 7);
    }
}

#[test]
fn goals_of_tasks_name_their_sections() {
    let plan = read();
    let mut seen = 0;
    for goal in plan["goals"].as_array().unwrap() {
        for name in goal["selector"]["sections"].as_array().into_iter().flatten() {
            let text = task_text(&plan, goal["task"].as_u64().unwrap());
            let sections = plan["sections"].as_array().unwrap();
            let section = sections.iter().find(|it| it["name"] == *name).unwrap();
            let aliases = section["aliases"].as_array().unwrap();
            let names = aliases.iter().chain([name]).map(|it| it.as_str().unwrap());
            let mut names = names.map(|it| format!("确保{it}断面水质"));
            assert!(names.any(|it| text.contains(&it)), "{name}");
            seen += 1;
        }
    }
    assert_eq!(seen, 4);
}

#[test]
fn scopes_are_printed_or_inferred() {
    for it in indicators().iter().filter(|it| !it["scope"].is_null()) {
        let scope = &it["scope"];
        let (wording, words) = (it["wording"].as_str().unwrap(), scope["words"].as_str());
        let printed = match scope["kind"].as_str().unwrap() {
            "region" => words == Some("全区") && wording.contains("全区"),
            "city" => {
                assert!(!wording.contains("全区"), "{wording}");
                matches!(words, Some("全市" | "城市"))
            }
            "each_county" => {
                let counties = scope["counties"].as_array().unwrap();
                counties.iter().all(|it| wording.contains(it.as_str().unwrap()))
            }
            // The names of the waters in the wording are held above.
            "basins" | "site" => !scope["waters"].as_array().unwrap().is_empty(),
            other => panic!("{other}"),
        };
        assert!(printed || is_inferred(it, "scope"), "{wording}");
    }
}

#[test]
fn targets_set_elsewhere_and_measures_are_printed() {
    let mut elsewhere = Vec::new();
    for it in indicators() {
        let wording = without_spaces(it["wording"].as_str().unwrap());
        if let Some(source) = it["target"]["given_elsewhere"].as_str() {
            assert!(wording.contains(source), "{wording}");
            assert!(it["unit"].is_null() || is_inferred(&it, "unit"), "{wording}");
            elsewhere.push(it["task"].as_u64().unwrap());
        }
        if let Some(measure) = it["target"]["trigger"]["then"].as_str() {
            assert!(wording.contains(measure), "{wording}");
        }
    }
    assert_eq!(elsewhere, [5, 27, 29, 32, 32]);
}
