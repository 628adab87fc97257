//! Days of flow: twice, negative, beyond the year.

use gb3838::{
    Verdict,
    error::{BaseFlowError, ReturnError},
    plan::{Plan, UnusedReason},
};
use serde_json::{Value, json};

use crate::make::{day, plan, reported};

fn river() -> Plan {
    plan(json!({ "flow_targets": [{ "zone": "Z", "water": "W", "section": "F",
        "base_flow": "4.18", "lowest_level": null, "sensitive_flow": null,
        "least_discharge": null, "remarks": null }] }))
}

fn flow(days: &Value) -> Value {
    json!({ "section": "F", "days": days })
}

/// Two means of one day are refused whatever the day of asking.
#[test]
fn a_day_has_one_mean() {
    let plan = river();
    let one = json!([{ "day": "2024-12-01", "mean": "5" }]);
    let reported = reported(json!({ "flows": [flow(&one), flow(&one)] }));
    for today in ["2024-06-01", "2024-12-31", "2025-06-01"] {
        let error = plan.progress(&reported, day(today)).unwrap_err();
        let two = BaseFlowError::TwoFlows { day: day("2024-12-01") };
        assert_eq!(error, ReturnError::Flow(two), "{today}");
    }
}

#[test]
fn days_outside_the_year_are_listed_and_negative_ones_are_below() {
    let plan = river();
    let days = json!([{ "day": "2023-12-31", "mean": "5" }, { "day": "2024-01-01", "mean": "-0.3" },
        { "day": "2024-01-02", "mean": "4.18" }, { "day": "2025-01-01", "mean": "5" }]);
    let reported = reported(json!({ "flows": [flow(&days)] }));
    let progress = plan.progress(&reported, day("2024-01-02")).unwrap();
    let days = progress.flows()[0].days().unwrap();
    assert_eq!((days.days(), days.days_with_flow(), days.days_reaching()), (2, 2, 1));
    // One day of two is 50 %, less than 90 %.
    assert_eq!(progress.flows()[0].verdict(), Verdict::Missed);
    let unused: Vec<_> = progress.unused().iter().map(|it| (it.as_of(), it.reason())).collect();
    assert_eq!(
        unused,
        [
            (day("2023-12-31"), UnusedReason::TooEarly),
            (day("2025-01-01"), UnusedReason::AfterToday)
        ]
    );
}
