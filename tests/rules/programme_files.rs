//! What a plan file may not say of its sources, flows, works, indicators, units and tasks.

use gb3838::{
    error::{PlanError, ProgrammeError},
    plan::Plan,
};
use serde_json::{Value, json};

/// The error of a sound programme after a change, and its message.
fn error(change: impl FnOnce(&mut Value)) -> (ProgrammeError, String) {
    let mut plan = json!({
        "format": 1, "name": "P", "year": 2024, "items": "five",
        "sections": [{ "name": "A", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2024, "class": "III" }] }],
        "goals": [
            { "id": "sources", "kind": "all_sources_meet" },
            { "id": "flows", "kind": "all_flows_meet", "task": 1 },
        ],
        "drinking_water_sources": [{ "name": "S", "level": "county", "counties": ["C"],
            "water_body": "lake", "status": "in_use", "required": "III" }],
        "flow_targets": [{ "zone": "Z", "water": "W", "section": "F", "base_flow": "4.18" }],
        "buffer_works": [{ "id": "w", "task": 1, "county": "C", "national_section": "A",
            "water": "W", "water_body": "river", "length": "5.5", "complete_by": 2025 }],
        "indicators": [{ "id": "i", "task": 1, "name": "I", "wording": "I",
            "target": { "bound": { "at_least": "10" } },
            "scope": { "kind": "each_county", "counties": ["C"] },
            "since": "2024-07-01", "due": "year_end" }],
        "units": [{ "name": "U" }, { "name": "G", "members": ["U"] }],
        "tasks": [{ "number": 1, "part": "p", "title": "T", "text": "t", "lead": ["U"],
            "supporting": [], "responsible": ["G"], "deadline": "whole_year" }],
    });
    let sound: Plan = serde_json::from_value(plan.clone()).unwrap();
    sound.validate().unwrap();
    change(&mut plan);
    let changed: Plan = serde_json::from_value(plan).unwrap();
    match changed.validate().unwrap_err() {
        PlanError::Programme(error) => (error, error.to_string()),
        other => panic!("{other}"),
    }
}

/// The error after one value was put in a place of the file.
fn put(place: &str, value: Value) -> (ProgrammeError, String) {
    error(|plan| {
        let (parent, key) = place.rsplit_once('/').unwrap();
        plan.pointer_mut(parent).unwrap()[key] = value;
    })
}

fn repeated(list: &str) -> (ProgrammeError, String) {
    error(|plan| {
        let first = plan[list][0].clone();
        plan[list].as_array_mut().unwrap().push(first);
    })
}

#[test]
fn names_ids_and_numbers_stand_once() {
    for (list, kind, name) in [
        ("units", "unit", "U"),
        ("tasks", "task", "1"),
        ("drinking_water_sources", "source", "S"),
        ("flow_targets", "flow target", "F"),
        ("buffer_works", "goal, indicator or work", "w"),
        ("indicators", "goal, indicator or work", "i"),
    ] {
        let (error, message) = repeated(list);
        assert!(matches!(error, ProgrammeError::Name { .. }), "{message}");
        let rest = format!("that no other {kind} has, without spaces around it");
        assert_eq!(message, format!("\"{name}\": expected a name, id or number {rest}"));
    }
    let spaced = put("/indicators/0/id", "i ".into()).0;
    assert!(matches!(spaced, ProgrammeError::Name { .. }));
}

#[test]
fn what_is_referred_to_is_in_the_plan() {
    for (place, value, message) in [
        ("/goals/1/task", json!(2), r#""flows": expected a task of the plan, found "2""#),
        ("/buffer_works/0/task", json!(2), r#""w": expected a task of the plan, found "2""#),
        ("/indicators/0/task", json!(2), r#""i": expected a task of the plan, found "2""#),
        (
            "/buffer_works/0/national_section",
            json!("B"),
            r#""w": expected a section of the plan, found "B""#,
        ),
        ("/tasks/0/lead", json!(["V"]), r#""T": expected a unit of the plan, found "V""#),
        ("/units/1/members", json!(["V"]), r#""G": expected a unit of the plan, found "V""#),
    ] {
        let (error, found) = put(place, value);
        assert!(matches!(error, ProgrammeError::Unknown { .. }), "{found}");
        assert_eq!(found, message);
    }
}

#[test]
fn goals_count_something() {
    let (error, message) = put("/drinking_water_sources/0/status", "backup".into());
    assert!(matches!(error, ProgrammeError::NothingCounted { .. }));
    assert_eq!(message, r#""sources": expected at least one source in use to count, found none"#);
    let message = put("/flow_targets", json!([])).1;
    assert_eq!(message, r#""flows": expected at least one flow target to count, found none"#);
}

#[test]
fn counties_stand_once_and_where_they_are_asked() {
    for (place, name) in
        [("/drinking_water_sources/0/counties", "S"), ("/indicators/0/scope/counties", "i")]
    {
        for counties in [json!([]), json!(["C", "C"])] {
            let (error, message) = put(place, counties);
            assert!(matches!(error, ProgrammeError::Counties { .. }), "{message}");
            let rest = "expected each of its counties once, and at least one";
            assert_eq!(message, format!("\"{name}\": {rest}"));
        }
    }
    let (error, message) = put("/indicators/0/scope/kind", "city".into());
    assert!(matches!(error, ProgrammeError::CountiesNotAsked { .. }));
    assert_eq!(message, r#""i": expected counties only in a scope of kind each_county"#);
}

#[test]
fn numbers_can_be_kept_to() {
    let within = json!({ "within": ["9", "6"] });
    for target in
        [json!({ "bound": within }), json!({ "trigger": { "when": within, "then": "t" } })]
    {
        let (error, message) = put("/indicators/0/target", target);
        assert!(matches!(error, ProgrammeError::Bound { .. }), "{message}");
        let start = r#""i": expected a bound that a value can keep to, found "#;
        let found = message.strip_prefix(start).unwrap();
        assert!(found.contains('9') && found.contains('6'), "{found}");
    }
    for (key, value) in [("lowest_level", "1"), ("base_flow", "0")] {
        let (error, message) = put(&format!("/flow_targets/0/{key}"), value.into());
        assert!(matches!(error, ProgrammeError::Flow { .. }), "{message}");
        assert_eq!(message, r#""F": expected a base flow or a lowest level above 0, and not both"#);
    }
    let (error, message) = put("/buffer_works/0/length", "0".into());
    assert!(matches!(error, ProgrammeError::Length { .. }));
    assert_eq!(message, r#""w": expected a length above 0, found 0"#);
}

#[test]
fn nothing_is_due_before_it_begins() {
    let (error, message) = put("/indicators/0/due", json!({ "day": "2024-06-30" }));
    assert!(matches!(error, ProgrammeError::DueBeforeSince { .. }));
    let expected = "expected a last day that is not before the first, 2024-07-01, found 2024-06-30";
    assert_eq!(message, format!("\"i\": {expected}"));
}

#[test]
fn groups_hold_no_groups() {
    let (error, message) = error(|plan| {
        let units = plan["units"].as_array_mut().unwrap();
        units.push(json!({ "name": "H", "members": ["G"] }));
    });
    assert!(matches!(error, ProgrammeError::GroupInGroup { .. }));
    assert_eq!(message, r#""H": expected members that are no groups, found "G""#);
}
