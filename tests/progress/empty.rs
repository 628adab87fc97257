//! Plans without tasks and units, and days before the year.

use gb3838::plan::Standing;
use serde_json::json;

use crate::make::{day, plan, reported};

#[test]
fn a_plan_without_a_programme_has_no_progress() {
    let plan = plan(json!({ "tasks": [], "units": [] }));
    let nothing = reported(json!({}));
    let progress = plan.progress(&nothing, day("2024-12-31")).unwrap();
    assert_eq!((progress.task_counts().total(), progress.indicator_counts().total()), (0, 0));
    assert!(progress.by_office().is_empty());
    let counties: Vec<_> = progress.by_county().iter().map(|it| it.tasks().total()).collect();
    assert_eq!(counties, [0]);
}

#[test]
fn before_the_year_everything_is_due() {
    let plan = plan(json!({}));
    let nothing = reported(json!({}));
    let progress = plan.progress(&nothing, day("2023-05-01")).unwrap();
    assert_eq!(progress.task(1).unwrap().standing(), Standing::Due);
}
