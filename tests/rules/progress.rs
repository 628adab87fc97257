//! Where a plan stands on a day: each cell of the table of standings, by hand.

use gb3838::{
    Date, Decimal, Verdict,
    error::ReturnError,
    flow::{BaseFlowOptions, MissingDays},
    plan::{MissingInputKind, OfficeRole, Plan, Returns, Standing, UnusedReason},
};
use serde_json::{Value, json};

fn plan() -> Plan {
    let plan: Plan = serde_json::from_value(json!({
        "format": 1, "name": "P", "year": 2024, "items": "five",
        "sections": [{ "name": "S", "level": "national", "counties": ["A", "B"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2024, "class": "III" }] }],
        "drinking_water_sources": [
            { "name": "used", "level": "county", "counties": ["A"], "water_body": "river",
              "status": "in_use", "required": "III" },
            { "name": "kept", "level": "county", "counties": ["B"], "water_body": "lake",
              "status": "backup", "required": "III" }],
        "flow_targets": [{ "zone": "Z", "water": "W", "section": "F", "base_flow": "4.18",
            "lowest_level": null, "sensitive_flow": null, "least_discharge": null,
            "remarks": null }],
        "buffer_works": [{ "id": "buffer", "county": "A", "national_section": "S", "water": "W",
            "water_body": "river", "length": "5.5", "complete_by": 2025 }],
        "goals": [{ "id": "sources", "kind": "all_sources_meet" },
                  { "id": "flows", "kind": "all_flows_meet", "task": 2 },
                  { "id": "sections", "kind": "all_meet_targets", "task": 2 }],
        "indicators": [
            indicator("rate", 1, &json!({ "bound": { "at_least": "41" } })),
            with(indicator("length", 1, &json!({ "bound": { "at_least": "30" } })), "accumulates", json!(true)),
            with(indicator("hoped", 1, &json!({ "bound": { "at_least": "95" } })), "aspiration", json!(true)),
            with(indicator("each", 1, &json!({ "bound": { "at_least": "80" } })), "scope",
                json!({ "kind": "each_county", "counties": ["A", "B"] })),
            indicator("given", 1, &json!({ "given_elsewhere": "the region" })),
            indicator("trigger", 1, &json!({ "trigger": { "when": { "below": "100" }, "then": "plan" } })),
            with(indicator("deliver", 1, &json!("deliverable")), "due", json!({ "day": "2024-06-25" })),
            indicator("later", 2, &json!("deliverable")),
        ],
        "units": [{ "name": "Office" }, { "name": "Bureau" },
            { "name": "A government", "county": "A" }, { "name": "B government", "county": "B" },
            { "name": "Governments", "members": ["A government", "B government"] },
            { "name": "All leads", "members_by_role": "lead" }],
        "tasks": [
            { "number": 1, "part": "I", "title": "one", "text": "…", "lead": ["Office"],
              "supporting": ["Bureau"], "responsible": ["Governments"], "deadline": "year_end" },
            { "number": 2, "part": "I", "title": "two", "text": "…", "lead": ["Bureau"],
              "supporting": ["All leads"], "responsible": ["A government"],
              "deadline": { "working_days_after": { "days": 20, "event": "E" } } }]
    }))
    .unwrap();
    plan.validate().unwrap();
    plan
}

fn indicator(id: &str, task: u16, target: &Value) -> Value {
    json!({ "id": id, "task": task, "name": id, "wording": "…", "target": target })
}

fn with(mut record: Value, key: &str, value: Value) -> Value {
    record[key] = value;
    record
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn reported(mut parts: Value) -> Returns {
    parts["format"] = 1.into();
    serde_json::from_value(parts).unwrap()
}

fn value(id: &str, as_of: &str, value: &str) -> Value {
    json!({ "id": id, "as_of": as_of, "value": value })
}

fn standing(parts: Value, today: &str, id: &str) -> Standing {
    let (plan, reported) = (plan(), reported(parts));
    plan.progress(&reported, day(today)).unwrap().indicator(id).unwrap().standing()
}

#[test]
fn a_rate_is_decided_by_a_value_of_the_last_day() {
    use Standing::{Due, FellShort, Met, MetLate, Missed, NotReported, Overdue};
    let one = |id, as_of, number| json!({ "values": [value(id, as_of, number)] });
    for (id, as_of, number, today, expected) in [
        // 41 is at least 41; what held in June says nothing of December.
        ("rate", "2024-06-30", "41", "2024-12-31", Due),
        ("rate", "2024-06-30", "41", "2025-01-01", Overdue),
        ("rate", "2024-12-31", "41", "2024-12-31", Met),
        ("rate", "2024-12-31", "40.9", "2024-12-31", Missed),
        ("rate", "2024-12-31", "40.9", "2025-06-01", Missed),
        ("rate", "2025-02-01", "41", "2025-06-01", MetLate),
        ("hoped", "2024-12-31", "94.99", "2025-01-01", FellShort),
        ("hoped", "2024-12-31", "95", "2025-01-01", Met),
        // Built for good: on the day that it is reached.
        ("length", "2024-06-30", "30", "2024-07-01", Met),
        ("length", "2024-06-30", "29.9", "2024-07-01", Due),
        ("length", "2024-06-30", "29.9", "2025-01-01", Overdue),
        ("length", "2024-12-31", "29.9", "2025-01-01", Missed),
        ("length", "2025-01-15", "30", "2025-02-01", MetLate),
        // A value of tomorrow is not known today, nor is one of last year of this one.
        ("length", "2024-07-02", "30", "2024-07-01", Due),
        ("length", "2023-12-31", "30", "2025-01-01", NotReported),
    ] {
        let found = standing(one(id, as_of, number), today, id);
        assert_eq!(found, expected, "{id} {number} as of {as_of}, asked on {today}");
    }
    assert_eq!(standing(json!({}), "2024-12-31", "rate"), Due);
    assert_eq!(standing(json!({}), "2025-01-01", "rate"), NotReported);
}

/// The value of the last day decides, whatever is reported of later days.
#[test]
fn a_later_value_does_not_undo_the_year() {
    for (last, later, expected) in [("41", "40", Standing::Met), ("40", "41", Standing::Missed)] {
        let values = json!({ "values": [value("rate", "2025-03-31", later),
            value("rate", "2024-12-31", last)] });
        assert_eq!(standing(values, "2025-06-01", "rate"), expected);
    }
}

#[test]
fn each_county_has_to_reach_it() {
    let of = |county: &str, number: &str| json!({ "id": "each", "county": county, "as_of": "2024-12-31", "value": number });
    let (plan, reported) =
        (plan(), reported(json!({ "values": [of("A", "80"), of("B", "79.9")] })));
    let progress = plan.progress(&reported, day("2025-01-01")).unwrap();
    let outcome = progress.indicator("each").unwrap();
    let parts: Vec<_> = outcome.parts().iter().map(gb3838::plan::PartOutcome::standing).collect();
    assert_eq!(parts, [Standing::Met, Standing::Missed]);
    assert_eq!(outcome.standing(), Standing::Missed);
    let counties = progress.by_county();
    let missed = |place: usize| counties[place].indicators().of(Standing::Missed);
    assert_eq!((counties[0].county(), missed(0)), ("A", 0));
    assert_eq!((counties[1].county(), missed(1)), ("B", 1));
    // Figures of the whole city stand in no county.
    assert_eq!(counties[0].indicators().total(), 1);
}

#[test]
fn a_target_set_elsewhere_is_neither_met_nor_missed_until_it_is_told() {
    let values = || json!([value("given", "2024-12-31", "12.5")]);
    let untold = json!({ "values": values() });
    assert_eq!(standing(untold, "2025-01-01", "given"), Standing::TargetNotGiven);
    for (limit, expected) in [("12.5", Standing::Met), ("12.4", Standing::Missed)] {
        let told = json!({ "values": values(), "targets": [
            { "id": "given", "bound": { "at_most": limit }, "document": "D" }] });
        assert_eq!(standing(told, "2025-01-01", "given"), expected);
    }
}

#[test]
fn a_trigger_is_no_goal() {
    use Standing::{Due, Met, MetLate, NotReported, NotTriggered, Overdue};
    let quiet = || json!({ "values": [value("trigger", "2024-12-31", "100")] });
    assert_eq!(standing(quiet(), "2024-12-31", "trigger"), NotTriggered);
    let early = json!({ "values": [value("trigger", "2024-06-30", "100")] });
    assert_eq!(standing(early.clone(), "2024-12-31", "trigger"), Due);
    assert_eq!(standing(early, "2025-01-01", "trigger"), Overdue);
    // Below 100 once: the plan is due, and may be late.
    let low = |states: Value| {
        json!({ "values": [value("trigger", "2024-03-31", "99.9"),
            value("trigger", "2024-12-31", "120")], "states": states })
    };
    let done = |as_of: &str| json!([{ "on": { "indicator": "trigger" }, "as_of": as_of, "state": "done" }]);
    assert_eq!(standing(low(json!([])), "2024-12-31", "trigger"), Due);
    assert_eq!(standing(low(json!([])), "2025-01-01", "trigger"), NotReported);
    assert_eq!(standing(low(done("2024-09-01")), "2025-01-01", "trigger"), Met);
    assert_eq!(standing(low(done("2025-01-01")), "2025-01-01", "trigger"), MetLate);
}

#[test]
fn work_is_overdue_not_missed() {
    use Standing::{DeadlineNotKnown, Due, Met, MetLate, NotReported, Overdue};
    let state = |as_of: &str, state: &str| json!({ "states": [{ "on": { "indicator": "deliver" }, "as_of": as_of, "state": state }] });
    for (as_of, word, today, expected) in [
        ("2024-06-25", "done", "2024-06-25", Met),
        ("2024-06-26", "done", "2024-06-26", MetLate),
        ("2024-06-20", "under_way", "2024-06-25", Due),
        ("2024-06-20", "under_way", "2024-06-26", Overdue),
        ("2024-06-25", "not_started", "2024-06-26", Overdue),
    ] {
        assert_eq!(standing(state(as_of, word), today, "deliver"), expected, "{as_of} {word}");
    }
    assert_eq!(standing(json!({}), "2024-06-26", "deliver"), NotReported);
    // Twenty working days after an event: the caller tells the day.
    assert_eq!(standing(json!({}), "2024-06-26", "later"), DeadlineNotKnown);
    let told = json!({ "deadlines": [{ "task": 2, "day": "2024-04-30" }] });
    assert_eq!(standing(told, "2024-06-26", "later"), NotReported);
}

#[test]
fn a_task_is_as_far_as_its_worst_county() {
    let state = |county: &str| json!({ "on": { "task": 1 }, "county": county, "as_of": "2024-12-01", "state": "done" });
    let (plan, reported) = (plan(), reported(json!({ "states": [state("A")] })));
    let progress = plan.progress(&reported, day("2025-01-01")).unwrap();
    let task = progress.task(1).unwrap();
    assert_eq!(task.standing_in("A"), Standing::Met);
    assert_eq!(task.standing_in("B"), Standing::NotReported);
    assert_eq!(task.standing(), Standing::NotReported);
    let units = progress.by_office();
    let tasks = |name: &str, role: OfficeRole| {
        units.iter().find(|it| it.unit().name == name && it.role() == role).unwrap().tasks()
    };
    assert_eq!(tasks("A government", OfficeRole::Responsible).of(Standing::Met), 1);
    assert_eq!(tasks("B government", OfficeRole::Responsible).of(Standing::NotReported), 1);
    assert_eq!(tasks("Office", OfficeRole::Lead).of(Standing::NotReported), 1);
    // "All leads" of task 2 are Office and Bureau; groups themselves are no unit.
    assert_eq!(tasks("Office", OfficeRole::Supporting).total(), 1);
    assert_eq!(tasks("Bureau", OfficeRole::Supporting).total(), 2);
    assert!(units.iter().all(|it| it.unit().name != "Governments"));
}

#[test]
fn a_source_passes_by_results_of_the_whole_year() {
    let result = |from: &str, to: &str, result: Value| json!({ "source": "used", "from": from, "to": to, "result": result });
    let judge = |sources: Value, today: &str| {
        let (plan, reported) = (plan(), reported(json!({ "sources": sources })));
        let progress = plan.progress(&reported, day(today)).unwrap();
        let goal = progress.goals().find(|(goal, _)| goal.id == "sources").unwrap().1;
        let source = &progress.sources()[0];
        // The backup source is listed and never counted.
        assert_eq!((progress.sources().len(), goal.outcome().members()), (2, 1));
        (source.verdict(), source.is_provisional(), source.days_covered(), goal.outcome().verdict())
    };
    let none = judge(json!([]), "2025-01-01");
    assert_eq!(
        (none.0.name(), none.1, none.2, none.3.name()),
        ("not_assessed", false, 0, "not_assessed")
    );
    let class = |name: &str| json!({ "class": name });
    let half = result("2024-01-01", "2024-06-30", class("III"));
    // 31 + 29 + 31 + 30 + 31 + 30 days of a leap year.
    let first = judge(json!([half]), "2024-07-01");
    assert_eq!(
        (first.0, first.1, first.2, first.3.name()),
        (Verdict::Met, true, 182, "not_assessed")
    );
    // The halves overlap by a day, which counts once.
    let whole = json!([half, result("2024-06-30", "2024-12-31", json!({ "meets": true }))]);
    assert_eq!(judge(whole, "2025-01-01"), (Verdict::Met, false, 366, Verdict::Met));
    // One result of IV misses III, and that stands.
    let missed = json!([half, result("2024-07-01", "2024-07-31", class("IV"))]);
    assert_eq!(judge(missed.clone(), "2024-08-01"), (Verdict::Missed, false, 213, Verdict::Missed));
    // It is not known before its last day.
    assert_eq!(judge(missed, "2024-07-30").0, Verdict::Met);
}

/// 366 days of 2024: at least 90 % are 330 (329.4), so 36 days below are too few to miss it.
#[test]
fn a_flow_is_kept_on_nine_days_of_ten() {
    let flows = |below: usize, missing: usize| {
        let mut date = 0;
        let mut days = Vec::new();
        for (month, length) in [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].iter().enumerate() {
            for day in 1..=*length {
                let mean = if date < below { "4.17" } else { "4.18" };
                if date < 366 - missing {
                    days.push(
                        json!({ "day": format!("2024-{:02}-{day:02}", month + 1), "mean": mean }),
                    );
                }
                date += 1;
            }
        }
        json!({ "flows": [{ "section": "F", "days": days }] })
    };
    let judge = |parts: Value, today: &str, rule: BaseFlowOptions| {
        let (plan, reported) = (plan(), reported(parts));
        let progress = plan.progress_with(&reported, day(today), rule).unwrap();
        let goal = progress.goals().find(|(goal, _)| goal.id == "flows").unwrap().1;
        let flow = &progress.flows()[0];
        (flow.verdict().name(), flow.is_provisional(), goal.outcome().verdict().name())
    };
    let rule = BaseFlowOptions::NINETY_PERCENT;
    let (met, missed, open) = ("met", "missed", "not_assessed");
    assert_eq!(judge(flows(36, 0), "2025-01-01", rule), (met, false, met));
    assert_eq!(judge(flows(37, 0), "2025-01-01", rule), (missed, false, missed));
    // Ten days without a flow may go either way, or leave the denominator: 320 of 356 are 89.9 %.
    assert_eq!(judge(flows(36, 10), "2025-01-01", rule), (open, false, open));
    let left_out = rule.with_missing_days(MissingDays::LeftOut);
    assert_eq!(judge(flows(36, 10), "2025-01-01", left_out), (missed, false, missed));
    let eighty = rule.with_required_percent(Decimal::from(80)).unwrap();
    assert_eq!(judge(flows(73, 0), "2025-01-01", eighty), (met, false, met));
    // Before the year is over nothing is final.
    assert_eq!(judge(flows(0, 0), "2024-07-01", rule), (met, true, open));
    assert_eq!(judge(json!({}), "2024-07-01", rule), (open, false, open));
}

#[test]
fn what_is_missing_is_named() {
    let (plan, reported) =
        (plan(), reported(json!({ "values": [value("rate", "2024-06-30", "41")] })));
    let sections =
        plan.assess(&std::collections::BTreeMap::new(), &gb3838::Period::year(plan.year)).unwrap();
    let progress = plan.progress(&reported, day("2025-01-01")).unwrap().with_sections(&sections);
    let gaps = progress.gaps_of(progress.task(1).unwrap());
    let named: Vec<_> = gaps.iter().map(|gap| (gap.kind(), gap.name(), gap.county())).collect();
    assert_eq!(
        named,
        [
            (MissingInputKind::State, "one", None),
            (MissingInputKind::FinalReport, "rate", None),
            (MissingInputKind::Value, "length", None),
            (MissingInputKind::Value, "hoped", None),
            (MissingInputKind::Value, "each", Some("A")),
            (MissingInputKind::Value, "each", Some("B")),
            (MissingInputKind::Target, "given", None),
            (MissingInputKind::Value, "trigger", None),
            (MissingInputKind::State, "deliver", None),
        ]
    );
    let gaps = progress.gaps_of(progress.task(2).unwrap());
    let kinds: Vec<_> = gaps.iter().map(|gap| (gap.kind(), gap.name())).collect();
    assert_eq!(
        kinds,
        [
            (MissingInputKind::LastDay, "two"),
            (MissingInputKind::LastDay, "later"),
            (MissingInputKind::Flow, "F"),
            (MissingInputKind::Readings, "S"),
        ]
    );
}

#[test]
fn reports_that_do_not_count_are_listed() {
    let parts = json!({
        "values": [value("rate", "2023-12-31", "50"), value("rate", "2024-08-01", "50"),
            value("rate", "2024-06-30", "50")],
        "flows": [{ "section": "F", "days": [{ "day": "2023-12-31", "mean": "5" }] }] });
    let (plan, reported) = (plan(), reported(parts));
    let progress = plan.progress(&reported, day("2024-07-01")).unwrap();
    let unused: Vec<_> =
        progress.unused().iter().map(|it| (it.name(), it.as_of(), it.reason())).collect();
    assert_eq!(
        unused,
        [
            ("rate", day("2023-12-31"), UnusedReason::TooEarly),
            ("rate", day("2024-08-01"), UnusedReason::AfterToday),
            ("F", day("2023-12-31"), UnusedReason::TooEarly),
        ]
    );
}

#[test]
fn reports_have_to_fit_their_plan() {
    let error = |parts: Value| {
        let (plan, reported) = (plan(), reported(parts));
        plan.progress(&reported, day("2025-01-01")).unwrap_err()
    };
    let number = |mut record: Value, county: Option<&str>| {
        if let Some(county) = county {
            record["county"] = county.into();
        }
        error(json!({ "values": [record] }))
    };
    let state = |on: Value, county: Option<&str>| {
        error(json!({ "states": [
            { "on": on, "county": county, "as_of": "2024-12-31", "state": "done" }] }))
    };
    let some = |id: &str| value(id, "2024-12-31", "1");
    let unknown = number(some("rat"), None);
    assert_eq!(
        unknown.to_string(),
        "\"rat\": expected the id of an indicator or a work of the plan"
    );
    assert!(matches!(number(some("each"), None), ReturnError::CountyNeeded { .. }));
    assert!(matches!(number(some("each"), Some("C")), ReturnError::UnknownCounty { .. }));
    assert!(matches!(number(some("rate"), Some("A")), ReturnError::CountyNotAsked { .. }));
    assert!(matches!(number(some("buffer"), Some("A")), ReturnError::CountyNotAsked { .. }));
    assert!(matches!(number(some("deliver"), None), ReturnError::NotANumber { .. }));
    assert!(matches!(state(json!({ "indicator": "rate" }), None), ReturnError::NotAState { .. }));
    assert!(matches!(state(json!({ "task": 3 }), None), ReturnError::UnknownTask { task: 3 }));
    assert!(matches!(state(json!({ "task": 2 }), Some("B")), ReturnError::UnknownCounty { .. }));
    let both = error(json!({ "states": [
        { "on": { "task": 1 }, "as_of": "2024-12-31", "state": "done" },
        { "on": { "task": 1 }, "county": "A", "as_of": "2024-12-31", "state": "done" }] }));
    assert!(matches!(both, ReturnError::WholeAndByCounty { task: 1 }));
    let twice = error(json!({ "values": [some("rate"), some("rate")] }));
    assert!(matches!(twice, ReturnError::Twice { .. }));
    let target = |id: &str| json!({ "id": id, "bound": { "at_most": "1" }, "document": "D" });
    let targets = |targets: Value| error(json!({ "targets": targets }));
    assert!(matches!(targets(json!([target("rate")])), ReturnError::TargetNotAsked { .. }));
    let two = targets(json!([target("given"), target("given")]));
    assert!(matches!(two, ReturnError::TargetTwice { .. }));
    let deadline = error(json!({ "deadlines": [{ "task": 1, "day": "2024-04-30" }] }));
    assert!(matches!(deadline, ReturnError::DeadlineNotAsked { task: 1 }));
    let source = |name: &str, from: &str, to: &str| {
        error(json!({ "sources": [
            { "source": name, "from": from, "to": to, "result": { "meets": true } }] }))
    };
    let unknown = source("other", "2024-01-01", "2024-01-31");
    assert!(matches!(unknown, ReturnError::UnknownSource { .. }));
    for (from, to) in [("2024-02-01", "2024-01-31"), ("2023-12-01", "2024-01-31")] {
        assert!(matches!(source("used", from, to), ReturnError::Span { .. }), "{from} {to}");
    }
    let flow = error(json!({ "flows": [{ "section": "G", "days": [] }] }));
    assert!(matches!(flow, ReturnError::UnknownFlowSection { .. }));
    let day = json!({ "day": "2024-01-01", "mean": "5" });
    let two = error(json!({ "flows": [{ "section": "F", "days": [day, day] }] }));
    assert!(matches!(two, ReturnError::Flow(_)));
}

#[test]
fn a_buffer_is_due_in_its_own_year() {
    let of = |as_of: &str, length: &str, today: &str| {
        let (plan, reported) =
            (plan(), reported(json!({ "values": [value("buffer", as_of, length)] })));
        let progress = plan.progress(&reported, day(today)).unwrap();
        progress.works()[0].part().standing()
    };
    assert_eq!(of("2024-12-31", "5.4", "2025-01-01"), Standing::Due);
    assert_eq!(of("2024-12-31", "5.5", "2025-01-01"), Standing::Met);
    assert_eq!(of("2025-12-31", "5.4", "2026-01-01"), Standing::Missed);
}
