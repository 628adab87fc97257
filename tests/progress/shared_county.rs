//! Counties and their governments: two units of one county, and values of a county of its own.

use gb3838::plan::Standing;
use serde_json::json;

use crate::make::{day, indicator, plan, reported, state, task, value};

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

/// A reached its own 80, B did not: each government stands by its own value.
#[test]
fn a_government_stands_by_the_value_of_its_county() {
    let mut both = task(1, &json!("year_end"));
    both["responsible"] = json!(["A government", "B government", "C government"]);
    let mut each = indicator("each", 1, &json!({ "bound": { "at_least": "80" } }));
    each["scope"] = json!({ "kind": "each_county", "counties": ["A", "B"] });
    let whole = indicator("whole", 1, &json!({ "bound": { "at_least": "80" } }));
    let plan = plan(json!({
        "units": [{ "name": "Office" }, { "name": "A government", "county": "A" },
            { "name": "B government", "county": "B" }, { "name": "C government", "county": "C" }],
        "tasks": [both],
        "indicators": [each, whole],
    }));
    let of = |county: &str, number: &str| {
        let mut value = value("each", "2024-12-31", number);
        value["county"] = county.into();
        value
    };
    let reported = reported(json!({ "values": [of("A", "80"), of("B", "79.9"),
        value("whole", "2024-12-31", "80")] }));
    let progress = plan.progress(&reported, day("2025-01-01")).unwrap();
    let units = progress.by_office();
    let counts = |name: &str| {
        let unit = units.iter().find(|it| it.unit().name == name).unwrap();
        (unit.indicators().of(Standing::Met), unit.indicators().of(Standing::Missed))
    };
    assert_eq!(counts("A government"), (2, 0));
    assert_eq!(counts("B government"), (1, 1));
    // C has no value of its own in "each".
    assert_eq!(counts("C government"), (1, 0));
    assert_eq!(counts("Office"), (1, 1));
}

/// Reports of two counties that do not count are told apart.
#[test]
fn what_is_not_used_names_its_county() {
    let mut each = indicator("each", 1, &json!({ "bound": { "at_least": "80" } }));
    each["scope"] = json!({ "kind": "each_county", "counties": ["A", "B"] });
    let plan = plan(json!({ "indicators": [each] }));
    let of = |county: &str| {
        let mut value = value("each", "2024-12-31", "80");
        value["county"] = county.into();
        value
    };
    let reported = reported(json!({ "values": [of("A"), of("B")] }));
    let progress = plan.progress(&reported, day("2024-12-30")).unwrap();
    let names: Vec<_> = progress.unused().iter().map(gb3838::plan::UnusedReturn::name).collect();
    assert_eq!(names, ["each, A", "each, B"]);
}
