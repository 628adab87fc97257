//! Many counties and reports: time grows with their number, not with its square.

use std::time::{Duration, Instant};

use gb3838::plan::Standing;
use serde_json::{Value, json};

use crate::make::{day, indicator, plan, reported, state, task, value};

/// Twenty times what a slow machine needs.
const ENOUGH: Duration = Duration::from_secs(30);

#[test]
fn states_and_values_of_many_counties() {
    let counties: Vec<String> = (0..40_000).map(|number| format!("county {number:05}")).collect();
    let mut each = task(1, &json!("year_end"));
    let governments: Vec<String> = counties.iter().map(|it| format!("{it} government")).collect();
    each["responsible"] = json!(governments);
    let units: Vec<Value> = governments
        .iter()
        .zip(&counties)
        .map(|(name, county)| json!({ "name": name, "county": county }))
        .chain([json!({ "name": "Office" })])
        .collect();
    let mut rate = indicator("rate", 1, &json!({ "bound": { "at_least": "80" } }));
    rate["scope"] = json!({ "kind": "each_county", "counties": counties });
    let plan = plan(json!({ "units": units, "tasks": [each], "indicators": [rate] }));
    let of = |mut report: Value, county: &String| {
        report["county"] = json!(county);
        report
    };
    let done = state(&json!({ "task": 1 }), "2024-06-30", "done");
    let states: Vec<_> = counties.iter().map(|county| of(done.clone(), county)).collect();
    let missed = value("rate", "2024-12-31", "79.9");
    let values: Vec<_> = counties.iter().map(|county| of(missed.clone(), county)).collect();
    let reported = reported(json!({ "states": states, "values": values }));
    let start = Instant::now();
    let progress = plan.progress(&reported, day("2025-01-01")).unwrap();
    assert_eq!(progress.task(1).unwrap().standing(), Standing::Met);
    let by_county = progress.by_county();
    assert!(start.elapsed() < ENOUGH, "{:?}", start.elapsed());
    // And that of the section.
    assert_eq!(by_county.len(), 40_001);
    let own = by_county.iter().filter(|it| it.county() != "A");
    for county in own {
        assert_eq!(county.tasks().of(Standing::Met), 1, "{}", county.county());
        assert_eq!(county.indicators().of(Standing::Missed), 1, "{}", county.county());
    }
    assert!(progress.unused().is_empty());
}

/// A look-up by name finds what a search through the list finds: the first, by name or alias.
#[test]
fn sections_by_name_are_those_of_the_search() {
    let mut plan = plan(json!({}));
    let first = plan.sections[0].clone();
    for (name, alias) in [("T", "S"), ("U", "T"), ("S", "V")] {
        let mut section = first.clone();
        name.clone_into(&mut section.name);
        section.aliases = vec![alias.to_owned()];
        plan.sections.push(section);
    }
    let by_name = plan.sections_by_name();
    for name in ["S", "T", "U", "V", "W", ""] {
        let (found, searched) = (by_name.get(name).copied(), plan.section(name));
        assert!(found.map(std::ptr::from_ref) == searched.map(std::ptr::from_ref), "{name}");
    }
}
