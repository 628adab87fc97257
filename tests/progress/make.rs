//! Small plans and reports, from JSON.

use gb3838::{
    Date,
    plan::{Plan, Returns, Standing},
};
use serde_json::{Value, json};

/// A plan of 2024 with two tasks: one due at the year's end, one after an event.
pub(crate) fn plan(parts: Value) -> Plan {
    let mut plan = json!({
        "format": 1, "name": "P", "year": 2024, "items": "five",
        "sections": [{ "name": "S", "level": "national", "counties": ["A"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2024, "class": "III" }] }],
        "units": [{ "name": "Office" }, { "name": "A government", "county": "A" }],
        "tasks": [task(1, &json!("year_end")), task(2, &event("E"))],
    });
    for (key, part) in parts.as_object().unwrap() {
        plan[key] = part.clone();
    }
    let plan: Plan = serde_json::from_value(plan).unwrap();
    plan.validate().unwrap();
    plan
}

pub(crate) fn task(number: u16, deadline: &Value) -> Value {
    json!({ "number": number, "part": "I", "title": format!("task {number}"), "text": "…",
        "lead": ["Office"], "supporting": [], "responsible": ["A government"],
        "deadline": deadline })
}

pub(crate) fn event(event: &str) -> Value {
    json!({ "working_days_after": { "days": 20, "event": event } })
}

pub(crate) fn indicator(id: &str, task: u16, target: &Value) -> Value {
    json!({ "id": id, "task": task, "name": id, "wording": "…", "target": target })
}

pub(crate) fn value(id: &str, as_of: &str, value: &str) -> Value {
    json!({ "id": id, "as_of": as_of, "value": value })
}

pub(crate) fn state(on: &Value, as_of: &str, state: &str) -> Value {
    json!({ "on": on, "as_of": as_of, "state": state })
}

pub(crate) fn reported(mut parts: Value) -> Returns {
    parts["format"] = 1.into();
    serde_json::from_value(parts).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Where an indicator stands.
pub(crate) fn standing(plan: &Plan, parts: Value, today: &str, id: &str) -> Standing {
    let reported = reported(parts);
    plan.progress(&reported, day(today)).unwrap().indicator(id).unwrap().standing()
}
