//! What a plan file may not say.

use gb3838::{error::PlanError, plan::Plan};
use serde_json::{Value, json};

fn section(name: &str) -> Value {
    json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
        "water_body": "river", "targets": [{ "from": 2024, "class": "III" }] })
}

/// The error of a plan of two sections and a goal after a change.
fn error(change: impl FnOnce(&mut Value)) -> PlanError {
    let mut plan = json!({
        "format": 1, "name": "P", "year": 2024, "items": "five",
        "sections": [section("A"), section("B")],
        "goals": [{ "id": "g", "kind": "share_I_to_III", "bound": { "at_least": "85.7" } }],
    });
    let sound: Plan = serde_json::from_value(plan.clone()).unwrap();
    sound.validate().unwrap();
    change(&mut plan);
    let changed: Plan = serde_json::from_value(plan).unwrap();
    changed.validate().unwrap_err()
}

#[test]
fn names_are_unique_and_plain() {
    let twice = error(|plan| plan["sections"][1]["name"] = "A".into());
    assert!(matches!(twice, PlanError::SectionTwice { .. }));
    let alias = error(|plan| plan["sections"][1]["aliases"] = json!(["A"]));
    assert!(matches!(alias, PlanError::SectionTwice { .. }));
    let unnamed = error(|plan| plan["sections"][1]["name"] = " ".into());
    assert!(matches!(unnamed, PlanError::SectionUnnamed { number: 2 }));
    let spaced = error(|plan| plan["sections"][1]["name"] = "B ".into());
    assert!(matches!(spaced, PlanError::NameWithSpaces { .. }));
    assert!(spaced.to_string().contains("\"B \""), "{spaced}");
}

#[test]
fn counties_stand_once() {
    for counties in [json!([]), json!(["C", "C"])] {
        let error = error(|plan| plan["sections"][0]["counties"] = counties);
        assert!(matches!(error, PlanError::Counties { .. }));
    }
}

#[test]
fn targets_ask_for_something_once() {
    let targets = |targets: Value| error(|plan| plan["sections"][0]["targets"] = targets);
    let year = json!({ "from": 2024, "class": "II" });
    assert!(matches!(targets(json!([year, year])), PlanError::TargetTwice { .. }));
    assert!(matches!(targets(json!([{ "from": 2024 }])), PlanError::TargetEmpty { .. }));
    let limit = json!({ "item": "TP", "bound": { "at_most": "0.3" } });
    let twice = targets(json!([{ "from": 2024, "limits": [limit, limit] }]));
    assert!(matches!(twice, PlanError::TargetLimit { .. }));
    let within = json!({ "item": "pH", "bound": { "within": ["9", "6"] } });
    let empty = targets(json!([{ "from": 2024, "limits": [within] }]));
    assert!(matches!(empty, PlanError::TargetLimit { .. }));
}

#[test]
fn goals_are_on_something_and_percentages() {
    let goal = |key: &str, value: Value| error(|plan| plan["goals"][0][key] = value);
    for bound in [
        json!({ "at_least": "857" }),
        json!({ "at_most": "-1" }),
        json!({ "within": ["90", "80"] }),
    ] {
        assert!(matches!(goal("bound", bound), PlanError::GoalBound { .. }));
    }
    assert!(matches!(goal("bound", Value::Null), PlanError::GoalWithoutBound { .. }));
    let all = goal("kind", "all_meet_targets".into());
    assert!(matches!(all, PlanError::GoalWithBound { .. }));
    let nowhere = goal("selector", json!({ "county": "D" }));
    assert!(matches!(nowhere, PlanError::GoalWithoutSections { .. }));
    let twice = error(|plan| {
        let goal = plan["goals"][0].clone();
        plan["goals"].as_array_mut().unwrap().push(goal);
    });
    assert!(matches!(twice, PlanError::GoalTwice { .. }));
}

#[test]
fn something_is_assessed_and_exempted() {
    assert!(matches!(error(|plan| plan["items"] = json!(["WT"])), PlanError::NoItems));
    let background = json!({ "items": [], "reason": "none" });
    let empty = error(|plan| plan["sections"][0]["natural_background"] = background);
    assert!(matches!(empty, PlanError::BackgroundEmpty { .. }));
}
