//! A trigger: what sets it off, what it sets off, and what is missing for it.

use gb3838::plan::{MissingInputKind, ReturnedContent, Standing, UnusedReason, WorkState};
use serde_json::json;

use crate::make::{day, indicator, plan, reported, state, value};

fn trigger() -> gb3838::plan::Plan {
    let target = json!({ "trigger": { "when": { "below": "100" }, "then": "a plan" } });
    plan(json!({ "indicators": [indicator("bod", 1, &target)] }))
}

/// The number is there; what it asks for is not.
#[test]
fn the_work_that_was_set_off_is_missing_not_the_number() {
    let plan = trigger();
    let reported = reported(json!({ "values": [value("bod", "2024-03-31", "99.9"),
        value("bod", "2024-06-30", "120")] }));
    for (today, expected) in [("2024-07-01", Standing::Due), ("2025-01-01", Standing::NotReported)]
    {
        let progress = plan.progress(&reported, day(today)).unwrap();
        let bod = progress.indicator("bod").unwrap();
        assert_eq!(bod.standing(), expected);
        let gaps: Vec<_> = bod.gaps().map(|gap| gap.kind()).collect();
        assert_eq!(gaps, [MissingInputKind::State], "{today}");
        // Shown is the number that set it off.
        let latest = bod.parts()[0].latest().unwrap();
        assert_eq!((latest.as_of(), latest.holds()), (day("2024-03-31"), Some(true)));
    }
}

#[test]
fn the_work_that_was_set_off_is_shown() {
    let plan = trigger();
    let reported = reported(json!({ "values": [value("bod", "2024-03-31", "99.9")],
        "states": [state(&json!({ "indicator": "bod" }), "2024-09-01", "done")] }));
    let progress = plan.progress(&reported, day("2024-10-01")).unwrap();
    let bod = progress.indicator("bod").unwrap();
    assert_eq!(bod.standing(), Standing::Met);
    assert_eq!(bod.parts()[0].latest().unwrap().said(), ReturnedContent::State(WorkState::Done));
    assert_eq!(bod.gaps().count(), 0);
    assert!(progress.unused().is_empty());
}

/// 100 is not below 100: nothing asks for the work, and its report is listed.
#[test]
fn work_that_nothing_set_off_is_listed_as_not_used() {
    let plan = trigger();
    let reported = reported(json!({ "values": [value("bod", "2024-12-31", "100")],
        "states": [state(&json!({ "indicator": "bod" }), "2024-09-01", "done")] }));
    let progress = plan.progress(&reported, day("2025-01-01")).unwrap();
    assert_eq!(progress.indicator("bod").unwrap().standing(), Standing::NotTriggered);
    let unused: Vec<_> = progress.unused().iter().map(|it| (it.name(), it.reason())).collect();
    assert_eq!(unused, [("bod", UnusedReason::NotTriggered)]);
}
