//! Last days that hang on an event.

use gb3838::plan::{MissingInputKind, Standing};
use serde_json::json;

use crate::make::{day, event, indicator, plan, reported, standing, state};

/// Whether it was in time cannot be said before the last day is told.
#[test]
fn what_is_done_may_be_late_while_nobody_told_the_day() {
    let plan = plan(json!({}));
    let done = || json!([state(&json!({ "task": 2 }), "2024-05-10", "done")]);
    let untold = reported(json!({ "states": done() }));
    let progress = plan.progress(&untold, day("2024-06-01")).unwrap();
    let task = progress.task(2).unwrap();
    assert_eq!(task.standing(), Standing::DeadlineNotKnown);
    let gaps: Vec<_> = task.gaps().map(|gap| gap.kind()).collect();
    assert_eq!(gaps, [MissingInputKind::LastDay]);
    for (last, expected) in [("2024-05-10", Standing::Met), ("2024-05-09", Standing::MetLate)] {
        let deadlines = json!([{ "task": 2, "day": last }]);
        let told = reported(json!({ "states": done(), "deadlines": deadlines }));
        let progress = plan.progress(&told, day("2024-06-01")).unwrap();
        assert_eq!(progress.task(2).unwrap().standing(), expected, "{last}");
    }
}

/// An indicator may print the event of its task again; another event stays unknown.
#[test]
fn the_event_of_the_task_is_told_for_its_indicators() {
    for (of, expected) in [("E", Standing::NotReported), ("F", Standing::DeadlineNotKnown)] {
        let mut later = indicator("later", 2, &json!("deliverable"));
        later["due"] = event(of);
        let plan = plan(json!({ "indicators": [later] }));
        let told = json!({ "deadlines": [{ "task": 2, "day": "2024-05-10" }] });
        assert_eq!(standing(&plan, told, "2024-06-01", "later"), expected, "{of}");
    }
}
