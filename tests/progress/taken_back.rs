//! What a later report takes back was not reached.

use gb3838::plan::Standing::{Due, Met, MetLate, Missed, Overdue};
use serde_json::json;

use crate::make::{day, indicator, plan, reported, standing, state, value};

#[test]
fn an_amount_that_is_corrected_is_not_met() {
    let mut length = indicator("length", 1, &json!({ "bound": { "at_least": "30" } }));
    length["accumulates"] = true.into();
    let plan = plan(json!({ "indicators": [length] }));
    let met = value("length", "2024-06-30", "31.5");
    let less = value("length", "2024-09-30", "29");
    let again = value("length", "2025-01-15", "30");
    let cases = [
        (json!([met]), "2024-10-01", Met),
        (json!([less, met]), "2024-10-01", Due),
        (json!([less, met]), "2025-01-01", Overdue),
        (json!([met, value("length", "2024-12-31", "29")]), "2025-01-01", Missed),
        (json!([met, less, again]), "2025-02-01", MetLate),
        (json!([met, value("length", "2024-09-30", "30")]), "2025-02-01", Met),
    ];
    for (values, today, expected) in cases {
        let found = standing(&plan, json!({ "values": values }), today, "length");
        assert_eq!(found, expected, "{values} on {today}");
    }
}

#[test]
fn work_that_goes_on_again_is_not_done() {
    let plan = plan(json!({}));
    let on = json!({ "task": 1 });
    let states = json!({ "states": [state(&on, "2024-06-30", "done"),
        state(&on, "2024-09-30", "under_way")] });
    let reported = reported(states);
    for (today, expected) in [("2024-09-29", Met), ("2024-09-30", Due), ("2025-01-01", Overdue)] {
        let progress = plan.progress(&reported, day(today)).unwrap();
        assert_eq!(progress.task(1).unwrap().standing(), expected, "{today}");
    }
}
