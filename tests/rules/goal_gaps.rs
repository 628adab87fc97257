//! What is missing for a verdict on a goal: readings, targets, the year before; nothing where it has
//! one.

use gb3838::plan::{GoalKind, MissingInputKind, Plan, ReadingsBySection, Returns};
use gb3838::{Item, Period, Reading, Series, Verdict, Year};
use serde_json::{Value, json};

/// The same five items in the first months of a year, into the readings of a section.
fn add(readings: &mut ReadingsBySection, name: &str, (year, count): (u16, u8), phosphorus: &str) {
    let series = readings.entry(name.to_owned()).or_default();
    for month in 1..=count {
        let day = format!("{year}-{month:02}-05").parse().unwrap();
        for (item, cell) in [("pH", "7"), ("DO", "8"), ("CODMn", "3"), ("NH3-N", "0.3")] {
            let item: Item = item.parse().unwrap();
            series.add(day, item, &Reading::parse(cell, item).unwrap()).unwrap();
        }
        let phosphorus = Reading::parse(phosphorus, Item::TotalPhosphorus).unwrap();
        series.add(day, Item::TotalPhosphorus, &phosphorus).unwrap();
    }
}

fn plan(sections: &[(&str, Value)], share: &str) -> Plan {
    let sections = sections.iter().map(|(name, targets)| {
        json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": targets })
    });
    let goals = json!([
        { "id": "good", "kind": "share_I_to_III", "bound": { "at_least": share } },
        { "id": "all", "kind": "all_meet_targets" }]);
    let plan = json!({ "format": 1, "name": "P", "year": 2026, "items": "five",
        "sections": sections.collect::<Vec<_>>(), "goals": goals });
    serde_json::from_value(plan).unwrap()
}

/// What is missing, and of what.
type Gap = (MissingInputKind, String);

/// Each goal: its verdict, and what is missing for it.
fn gaps(plan: &Plan, readings: &ReadingsBySection) -> Vec<(GoalKind, Verdict, Vec<Gap>)> {
    let assessment = plan.assess(readings, &Period::year(Year::new(2026).unwrap())).unwrap();
    let returns = Returns::default();
    let progress = plan.progress(&returns, "2026-12-31".parse().unwrap()).unwrap();
    let progress = progress.with_sections(&assessment);
    let of = |goal| {
        let gaps: Vec<_> = progress.gaps_of_goal(goal);
        gaps.into_iter().map(|gap| (gap.kind(), gap.name().to_owned())).collect()
    };
    progress.goals().map(|(goal, it)| (goal.kind, it.outcome().verdict(), of(goal))).collect()
}

fn class_three() -> Value {
    json!([{ "from": 2020, "class": "III" }])
}

/// B has every month and a class, and no target before 2027: readings are not what it wants. One of
/// the two is class I to III for certain, so half is reached, and all of them cannot be said.
#[test]
fn a_section_without_a_target_wants_a_target() {
    let later = json!([{ "from": 2027, "class": "III" }]);
    let plan = plan(&[("A", class_three()), ("B", later), ("D", class_three())], "100");
    let mut readings = ReadingsBySection::new();
    add(&mut readings, "A", (2026, 12), "0.1");
    add(&mut readings, "B", (2026, 12), "0.1");
    add(&mut readings, "D", (2026, 2), "0.1");
    let found = gaps(&plan, &readings);
    let months = (MissingInputKind::Readings, "D".to_owned());
    assert_eq!(found[1].2, [(MissingInputKind::Target, "B".to_owned()), months.clone()]);
    assert_eq!(found[0].2, [months]);
    for (_, verdict, _) in &found {
        assert_eq!(verdict.name(), "not_assessed");
    }
}

/// Of two sections one is class III and one inferior V for certain: half are good, whatever becomes
/// of the target of the third, and not all meet theirs.
#[test]
fn nothing_is_missing_where_there_is_a_verdict() {
    let later = json!([{ "from": 2027, "class": "III" }]);
    let plan = plan(&[("A", class_three()), ("B", later), ("D", class_three())], "60");
    let mut readings = ReadingsBySection::new();
    add(&mut readings, "A", (2026, 12), "0.1");
    add(&mut readings, "B", (2026, 12), "0.1");
    add(&mut readings, "D", (2026, 12), "0.5");
    let none = Vec::new();
    assert_eq!(
        gaps(&plan, &readings),
        [
            (GoalKind::ShareOfGood, Verdict::Met, none.clone()),
            (GoalKind::AllMeetTargets, Verdict::Missed, none)
        ]
    );
}

/// The target compares with 2025, of which there is nothing, or two months: that year is wanted.
#[test]
fn a_target_that_compares_wants_the_year_before() {
    let compares = json!([{ "from": 2020, "class": "III", "no_worse_than_last_year": true }]);
    let plan = plan(&[("A", compares)], "100");
    let wanted = [(MissingInputKind::ReadingsOfLastYear, "A".to_owned())];
    for months in [0, 2] {
        let mut readings = ReadingsBySection::new();
        add(&mut readings, "A", (2026, 12), "0.1");
        add(&mut readings, "A", (2025, months), "0.1");
        let [_, (_, verdict, gaps)] = &gaps(&plan, &readings)[..] else { panic!() };
        assert_eq!((verdict.name(), &gaps[..]), ("not_assessed", &wanted[..]), "{months}");
    }
}

/// Half of 3 mg/L is above 1.0 of class III and proves nothing; nothing else was read.
#[test]
fn what_proves_nothing_wants_lower_detection_limits() {
    let plan = plan(&[("A", class_three())], "100");
    let mut series = Series::new();
    let reading = Reading::parse("3L", Item::AmmoniaNitrogen).unwrap();
    for month in 1..=12 {
        let day = format!("2026-{month:02}-05").parse().unwrap();
        series.add(day, Item::AmmoniaNitrogen, &reading).unwrap();
    }
    let readings = ReadingsBySection::from([("A".to_owned(), series)]);
    for (_, _, gaps) in gaps(&plan, &readings) {
        assert_eq!(gaps, [(MissingInputKind::LowerDetectionLimits, "A".to_owned())]);
    }
    let nothing = ReadingsBySection::new();
    for (_, _, gaps) in gaps(&plan, &nothing) {
        assert_eq!(gaps, [(MissingInputKind::Readings, "A".to_owned())]);
    }
}
