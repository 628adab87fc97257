//! Two units that govern one county.

use gb3838::Standing;
use serde_json::json;

use crate::make::{day, plan, reported, state, task};

#[test]
fn a_county_of_two_units_is_one_part() {
    let mut shared = task(1, &json!("year_end"));
    shared["responsible"] = json!(["A government", "A zone"]);
    let plan = plan(json!({
        "units": [{ "name": "Office" }, { "name": "A government", "county": "A" },
            { "name": "A zone", "county": "A" }],
        "tasks": [shared],
    }));
    let mut done = state(&json!({ "task": 1 }), "2024-06-30", "done");
    done["county"] = "A".into();
    let reported = reported(json!({ "states": [done] }));
    let progress = plan.progress(&reported, day("2024-07-01")).unwrap();
    assert_eq!(progress.task(1).unwrap().parts().len(), 1);
    let counties = progress.by_county();
    assert_eq!((counties.len(), counties[0].tasks().of(Standing::Met)), (1, 1));
}
