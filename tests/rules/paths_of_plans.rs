//! Verdicts of plans where two targets, two years or two counts meet.

use gb3838::{
    Class, Item, NotAssessed, Period, Reading, Series, Verdict, Year,
    error::{PlanError, ProgrammeError},
    plan::{AssessOptions, LastYear, Plan, PlanAssessment, ReadingsBySection},
    report::{Language, PlanReport},
    target::TooFewSamples,
};
use serde_json::{Value, json};

/// A plan of one river section with such targets and goals.
fn plan(items: &str, targets: &Value, zone: &Value, goals: &Value) -> Plan {
    let plan = json!({
        "format": 1, "name": "P", "year": 2026, "items": items, "goals": goals,
        "sections": [{ "name": "A", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": targets, "function_zone_targets": zone }]
    });
    let plan: Plan = serde_json::from_value(plan).unwrap();
    plan.validate().unwrap();
    plan
}

/// Cells of days.
fn readings(cells: &[(&str, Item, &str)]) -> ReadingsBySection {
    let mut series = Series::new();
    for (day, item, cell) in cells {
        series.add(day.parse().unwrap(), *item, &Reading::parse(cell, *item).unwrap()).unwrap();
    }
    ReadingsBySection::from([("A".to_owned(), series)])
}

fn assess<'a>(plan: &'a Plan, readings: &ReadingsBySection) -> PlanAssessment<'a> {
    plan.assess(readings, &Period::year(Year::new(2026).unwrap())).unwrap()
}

/// NH3-N 1.4L beside TP 0.02, target III last year and II now: class III then, as its own table
/// says, and II now is no worse. Made with this year's target it would be class I (0.02), and II
/// a miss.
#[test]
fn last_year_is_judged_for_itself() {
    let (ammonia, phosphorus) = (Item::AmmoniaNitrogen, Item::TotalPhosphorus);
    let targets = json!([
        { "from": 2025, "class": "III" },
        { "from": 2026, "class": "II", "no_worse_than_last_year": true }
    ]);
    let plan = plan("NH3-N;TP", &targets, &json!([]), &json!([]));
    let now = readings(&[
        ("2025-03-05", ammonia, "1.4L"),
        ("2025-03-05", phosphorus, "0.02"),
        ("2026-03-05", phosphorus, "0.08"),
    ]);
    let of_now = assess(&plan, &now);
    let outcome = &of_now.sections()[0];
    assert_eq!(outcome.last_year().class(), Some(Class::III));
    assert_eq!((outcome.class(), outcome.judgement().verdict()), (Some(Class::II), Verdict::Met));
    // And it is what the year itself is said to be.
    let year = Period::year(Year::new(2025).unwrap());
    assert_eq!(plan.assess(&now, &year).unwrap().sections()[0].class(), Some(Class::III));
}

/// The first year that there is has none before it.
#[test]
fn the_first_year_is_not_its_own_last_year() {
    let targets = json!([{ "from": 1, "class": "III", "no_worse_than_last_year": true }]);
    let plan = plan("TP", &targets, &json!([]), &json!([]));
    let then = readings(&[("0001-03-05", Item::TotalPhosphorus, "0.08")]);
    let assessment = plan.assess(&then, &Period::year(Year::new(1).unwrap())).unwrap();
    let outcome = &assessment.sections()[0];
    assert_eq!(*outcome.last_year(), LastYear::UNKNOWN);
    let reason = Verdict::NotAssessed(NotAssessed::NoLastYear);
    assert_eq!(outcome.judgement().verdict(), reason);
}

/// Assessment target II, function zone III: each asked for itself.
#[test]
fn a_zone_beside_a_stricter_target_is_assessed() {
    let targets = json!([{ "from": 2020, "class": "II" }]);
    let zone = json!([{ "from": 2020, "class": "III" }]);
    let plan = plan("NH3-N", &targets, &zone, &json!([]));
    let readings = readings(&[("2026-03-05", Item::AmmoniaNitrogen, "1.4L")]);
    let assessment = assess(&plan, &readings);
    let outcome = &assessment.sections()[0];
    let reason = Verdict::NotAssessed(NotAssessed::Undecidable);
    assert_eq!(outcome.judgement().verdict(), reason);
    let (_, zone) = outcome.function_zone().unwrap();
    assert_eq!(zone.verdict(), Verdict::Met);
}

/// A period from November to February: the target of its last day, and the other beside it.
#[test]
fn a_period_across_a_years_end_has_the_target_of_its_last_day() {
    let targets = json!([{ "from": 2025, "class": "IV" }, { "from": 2026, "class": "III" }]);
    let plan = plan("TP", &targets, &json!([]), &json!([]));
    let readings = readings(&[("2025-12-05", Item::TotalPhosphorus, "0.25")]);
    let winter = |first: &str, last: &str| {
        Period::span(first.parse().unwrap(), last.parse().unwrap()).unwrap()
    };
    let assessment = plan.assess(&readings, &winter("2025-11-01", "2026-02-28")).unwrap();
    let verdicts = assessment.sections()[0].verdicts();
    assert_eq!(verdicts.target().and_then(|target| target.class), Some(Class::III));
    assert_eq!(verdicts.judgement().verdict(), Verdict::Missed);
    let (target, judgement) = verdicts.first_year().unwrap();
    assert_eq!((target.class, judgement.verdict()), (Some(Class::IV), Verdict::Met));
    // Both stand in the table.
    let report = PlanReport::from(&assessment);
    let table = report.section_table(Language::English).to_string();
    for words in ["III (target of the first year IV)", "(target of the first year met)"] {
        assert!(table.contains(words), "{table}");
    }
    // In one year there is one.
    let assessment = plan.assess(&readings, &winter("2025-11-01", "2025-12-31")).unwrap();
    let verdicts = assessment.sections()[0].verdicts();
    assert_eq!(verdicts.judgement().verdict(), Verdict::Met);
    assert!(verdicts.first_year().is_none());
}

/// A target of TN alone, one sample in the year: met, provisional, and no goal stands on it.
#[test]
fn a_verdict_without_a_class_is_counted_and_provisional() {
    let targets = json!([{ "from": 2020, "limits": [
        { "item": "TN", "bound": { "at_most": "2" } }] }]);
    let goals = json!([{ "id": "all", "kind": "all_meet_targets" }]);
    let plan = plan("five", &targets, &json!([]), &goals);
    let readings = readings(&[("2026-03-05", Item::TotalNitrogen, "1")]);
    let assessment = assess(&plan, &readings);
    let outcome = &assessment.sections()[0];
    assert_eq!((outcome.class(), outcome.judgement().verdict()), (None, Verdict::Met));
    assert!(outcome.is_provisional());
    let county = &assessment.counties()[0];
    assert_eq!((county.assessed(), county.met(), county.missed()), (1, 1, 0));
    let (_, goal) = assessment.goals().next().unwrap();
    let reason = Verdict::NotAssessed(NotAssessed::OpenMembers);
    assert_eq!(goal.outcome().verdict(), reason);
    // An option makes it no verdict at all.
    let strict = AssessOptions::new().with_too_few_samples(TooFewSamples::NotAssessed);
    let year = Period::year(Year::new(2026).unwrap());
    let assessment = plan.assess_with(&readings, &year, &strict).unwrap();
    let reason = Verdict::NotAssessed(NotAssessed::TooFewSamples);
    assert_eq!(assessment.sections()[0].judgement().verdict(), reason);
    assert_eq!(assessment.counties()[0].met(), 0);
}

/// Goals on sources and flows read what their members have of a selector, and refuse the rest.
#[test]
fn a_selector_is_read_or_refused() {
    let check = |kind: &str, selector: Value| -> Result<(), PlanError> {
        let plan = json!({
            "format": 1, "name": "P", "year": 2026, "items": "five", "sections": [],
            "goals": [{ "id": "g", "kind": kind, "selector": selector }],
            "drinking_water_sources": [{ "name": "S", "level": "county", "counties": ["C"],
                "water_body": "lake", "status": "in_use", "required": "III" }],
            "flow_targets": [
                { "zone": "Z", "water": "W", "section": "F", "base_flow": "4.18" },
                { "zone": "Z", "water": "V", "section": "G", "base_flow": "1" }],
        });
        serde_json::from_value::<Plan>(plan).unwrap().validate()
    };
    let (sources, flows) = ("all_sources_meet", "all_flows_meet");
    assert_eq!(check(sources, json!({ "county": "C" })), Ok(()));
    assert_eq!(check(flows, json!({ "water": "V" })), Ok(()));
    assert_eq!(check(flows, json!({ "sections": ["F"] })), Ok(()));
    for (kind, selector, key) in [
        (sources, json!({ "level": "county" }), "level"),
        (sources, json!({ "water": "W" }), "water"),
        (sources, json!({ "sections": ["S"] }), "sections"),
        (flows, json!({ "level": "county" }), "level"),
        (flows, json!({ "county": "C" }), "county"),
    ] {
        let refused = check(kind, selector).unwrap_err();
        let PlanError::Programme(ProgrammeError::SelectorNotRead { key: found, .. }) = refused
        else {
            panic!("{refused}")
        };
        assert_eq!(found, key);
    }
    let nothing = check(flows, json!({ "water": "U" })).unwrap_err();
    assert!(matches!(nothing, PlanError::Programme(ProgrammeError::NothingCounted { .. })));
}
