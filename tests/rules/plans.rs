//! A plan held against readings: what is said beside the verdicts.

use core::cmp::Ordering;

use gb3838::{
    Averaging, Class, Item, ItemSet, NotAssessed, Period, Reading, Rule, Series, Verdict, Year,
    plan::{AssessOptions, Plan, PlanAssessment, ReadingsBySection},
    report::PlanReport,
    target::TooFewSamples,
};
use serde_json::{Value, json};

use crate::make::{number, set};

/// A plan of one river section, with some keys of the section and some goals.
fn plan(items: &str, section: &Value, goals: &Value) -> Plan {
    let mut whole = json!({
        "name": "A", "level": "national", "counties": ["C"], "water": "W", "water_body": "river"
    });
    for (key, value) in section.as_object().unwrap() {
        whole[key] = value.clone();
    }
    let plan = json!({
        "format": 1, "name": "P", "year": 2026, "items": items, "sections": [whole], "goals": goals
    });
    let plan: Plan = serde_json::from_value(plan).unwrap();
    plan.validate().unwrap();
    plan
}

/// The same cells on the 5th of each month named.
fn readings(months: &[&str], cells: &[(&str, &str)]) -> ReadingsBySection {
    let mut series = Series::new();
    for month in months {
        let day = format!("{month}-05").parse().unwrap();
        for (item, cell) in cells {
            let item: Item = item.parse().unwrap();
            series.add(day, item, &Reading::parse(cell, item).unwrap()).unwrap();
        }
    }
    ReadingsBySection::from([("A".to_owned(), series)])
}

fn months(year: u16, count: usize) -> Vec<String> {
    (1..=count).map(|month| format!("{year}-{month:02}")).collect()
}

fn full_year(year: u16, cells: &[(&str, &str)]) -> ReadingsBySection {
    let months = months(year, 12);
    readings(&months.iter().map(String::as_str).collect::<Vec<_>>(), cells)
}

const GOOD: [(&str, &str); 5] =
    [("pH", "7"), ("DO", "8"), ("CODMn", "3"), ("NH3-N", "0.3"), ("TP", "0.05")];

fn assess<'a>(plan: &'a Plan, readings: &ReadingsBySection) -> PlanAssessment<'a> {
    plan.assess(readings, &Period::year(Year::new(2026).unwrap())).unwrap()
}

/// Guangdong 2016: 氨氮 below 3 mg/L, the rest class IV. 2.5 is inferior V and meets its own limit.
#[test]
fn an_item_that_keeps_to_its_own_limit_is_not_named() {
    let target = json!({ "targets": [{ "from": 2016, "class": "IV",
        "limits": [{ "item": "NH3-N", "bound": { "below": "3" } }] }] });
    let plan = plan("five", &target, &json!([]));
    let mut cells = GOOD;
    cells[3] = ("NH3-N", "2.5");
    let readings = full_year(2026, &cells);
    let assessment = assess(&plan, &readings);
    let outcome = &assessment.sections()[0];
    assert_eq!(outcome.class(), Some(Class::InferiorV));
    assert_eq!(outcome.judgement().verdict(), Verdict::Met);
    assert!(outcome.failing().is_empty());
    assert!(PlanReport::from(&assessment).sections[0].worse_than_target.is_empty());
}

/// Missed by a limit alone: NH3-N 2.5 against below 2, (2.5 − 2) / 2 = 0.25.
#[test]
fn an_item_that_breaks_its_own_limit_is_named_with_its_multiple() {
    let target = json!({ "targets": [{ "from": 2016,
        "limits": [{ "item": "NH3-N", "bound": { "below": "2" } }] }] });
    let plan = plan("five", &target, &json!([]));
    let mut cells = GOOD;
    cells[3] = ("NH3-N", "2.5");
    let readings = full_year(2026, &cells);
    let assessment = assess(&plan, &readings);
    let report = PlanReport::from(&assessment);
    assert_eq!(report.sections[0].verdict, Verdict::Missed);
    let entry = &report.sections[0].worse_than_target[0];
    assert_eq!(entry.item(), Item::AmmoniaNitrogen);
    assert_eq!(entry.multiple().unwrap().round(2).unwrap(), "0.25".parse().unwrap());
}

#[test]
fn a_limit_without_a_value_is_said() {
    let target = json!({ "targets": [{ "from": 2016, "class": "III",
        "limits": [{ "item": "COD", "bound": { "at_most": "20" } }] }] });
    let plan = plan("five", &target, &json!([]));
    let readings = full_year(2026, &GOOD);
    let report = PlanReport::from(&assess(&plan, &readings));
    assert_eq!(report.sections[0].verdict, Verdict::Met);
    assert_eq!(report.sections[0].target_limits_not_assessed, set("COD"));
}

#[test]
fn last_year_is_in_the_result() {
    let target = json!({ "targets": [
        { "from": 2016, "class": "IV", "no_worse_than_last_year": true }] });
    let plan = plan("five", &target, &json!([]));
    let mut cells = GOOD;
    cells[2] = ("CODMn", "5");
    let mut readings = full_year(2026, &cells);
    // Only January of last year was read, class II.
    let last = self::readings(&["2025-01"], &GOOD);
    readings.get_mut("A").unwrap().merge(&last["A"]).unwrap();
    let assessment = assess(&plan, &readings);
    let outcome = &assessment.sections()[0];
    assert_eq!(outcome.class(), Some(Class::III));
    assert_eq!(outcome.judgement().verdict(), Verdict::Missed);
    assert!(outcome.judgement().is_worse_than_last_year());
    assert!(outcome.is_provisional(), "one month is no year to compare with");
    let section = &PlanReport::from(&assessment).sections[0];
    assert!(section.no_worse_than_last_year && section.worse_than_last_year);
    assert_eq!(section.last_year_class, Some(Class::II));
}

#[test]
fn eight_months_are_enough_with_a_declared_gap() {
    let months = months(2026, 8);
    let readings = readings(&months.iter().map(String::as_str).collect::<Vec<_>>(), &GOOD);
    let target = json!({ "targets": [{ "from": 2016, "class": "III" }] });
    let open = plan("five", &target, &json!([]));
    assert!(assess(&open, &readings).sections()[0].is_provisional());
    let target = json!({ "sampling_gap": "ice", "targets": [{ "from": 2016, "class": "III" }] });
    let declared = plan("five", &target, &json!([]));
    assert!(!assess(&declared, &readings).sections()[0].is_provisional());
}

#[test]
fn a_section_has_items_of_its_own() {
    let mut cells = GOOD.to_vec();
    cells.push(("F-", "1.2"));
    let readings = full_year(2026, &cells);
    let without = plan("five", &json!({}), &json!([]));
    assert_eq!(assess(&without, &readings).sections()[0].class(), Some(Class::II));
    let with = plan("five", &json!({ "own_items": ["F-"] }), &json!([]));
    let assessment = assess(&with, &readings);
    assert_eq!(assessment.sections()[0].class(), Some(Class::IV));
    assert_eq!(assessment.sections()[0].assessment().determining(), set("F-"));
}

/// Fluoride of natural origin: inferior V with it, class II without; both are given.
#[test]
fn natural_background_is_given_beside_and_never_instead() {
    let mut cells = GOOD.to_vec();
    cells.push(("F-", "2"));
    let readings = full_year(2026, &cells);
    let goals = json!([{ "id": "none", "kind": "share_inferior_V", "bound": { "at_most": "0" } }]);
    let background = |items: Value| {
        json!({ "own_items": ["F-"], "targets": [{ "from": 2016, "class": "III" }],
            "natural_background": { "items": items, "reason": "fluorite" } })
    };
    let of_items = plan("five", &background(json!(["F-"])), &goals);
    let report = PlanReport::from(&assess(&of_items, &readings));
    let section = &report.sections[0];
    assert_eq!((section.class, section.verdict), (Some(Class::InferiorV), Verdict::Missed));
    assert_eq!(section.class_without_background, Some(Class::II));
    assert_eq!(section.verdict_without_background, Some(Verdict::Met));
    assert_eq!(section.natural_background.as_deref(), Some("fluorite"));
    assert_eq!(report.goals[0].verdict, Verdict::Missed);
    let second = report.goals[0].without_background.as_ref().unwrap();
    assert_eq!((second.verdict, second.numerator, second.denominator), (Verdict::Met, 0, 1));

    // Exempted as a whole, the section leaves the second group, which is then empty.
    let whole = plan("five", &background(Value::Null), &goals);
    let report = PlanReport::from(&assess(&whole, &readings));
    assert_eq!(report.goals[0].verdict, Verdict::Missed);
    let second = report.goals[0].without_background.as_ref().unwrap();
    assert_eq!(second.verdict, Verdict::NotAssessed(NotAssessed::EmptyGroup));
    assert_eq!(second.denominator, 0);
}

/// A year's mean over ever other counts of samples needs more than 384 bits, and is exact; where
/// one has no exact form, as without an allocator, the section says so.
#[test]
fn a_mean_beyond_384_bits_is_exact() {
    let mut text = json!({
        "format": 1, "name": "P", "year": 2026, "items": "TP", "sections": [], "goals": [] });
    for name in ["A", "B"] {
        text["sections"].as_array_mut().unwrap().push(json!({
            "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "lake", "targets": [{ "from": 2016, "class": "III" }] }));
    }
    let plan: Plan = serde_json::from_value(text).unwrap();
    let reading = Reading::parse("0.04", Item::TotalPhosphorus).unwrap();
    let mut many = Series::new();
    // Points with prime numbers of samples in January.
    let primes = (100..1000_u32).filter(|n| (2..*n).all(|d| n % d != 0));
    for count in primes {
        for _ in 0..count {
            let day = "2026-01-05".parse().unwrap();
            many.add_at(&count.to_string(), day, Item::TotalPhosphorus, &reading).unwrap();
        }
    }
    // One value differs, so that the means do not cancel.
    let other = Reading::parse("0.041", Item::TotalPhosphorus).unwrap();
    for count in (100..1000_u32).filter(|n| (2..*n).all(|d| n % d != 0)) {
        let day = "2026-02-05".parse().unwrap();
        for _ in 0..count {
            many.add_at(&count.to_string(), day, Item::TotalPhosphorus, &reading).unwrap();
        }
        many.add_at(&count.to_string(), day, Item::TotalPhosphorus, &other).unwrap();
    }
    let mut few = Series::new();
    few.add("2026-01-05".parse().unwrap(), Item::TotalPhosphorus, &reading).unwrap();
    let readings = ReadingsBySection::from([("A".to_owned(), many), ("B".to_owned(), few)]);
    let pooled = AssessOptions::new().with_averaging(Averaging::Pooled);
    let year = Period::year(Year::new(2026).unwrap());
    let assessment = plan.assess_with(&readings, &year, &pooled).unwrap();
    let [first, second] = assessment.sections() else { panic!("two sections") };
    // Each point's mean is a little above 0.040, which is what 0.0400… rounds to.
    let mean = first.means().get(Item::TotalPhosphorus).unwrap();
    assert!(mean.value().exact().is_some_and(|exact| exact.is_enclosed()));
    assert_eq!(mean.round(3).unwrap(), number("0.040"));
    assert_eq!(mean.value().compare(number("0.04")), Ordering::Greater);
    assert_eq!(first.judgement().verdict(), Verdict::Met);
    assert_eq!(second.judgement().verdict(), Verdict::Met);
    assert!(!first.has_no_exact_pooled_mean() && !second.has_no_exact_pooled_mean());
    let year = Year::new(2026).unwrap();
    let none = plan.sections[0].judge_with((year, year), TooFewSamples::default(), |_, _| None);
    let reason = Verdict::NotAssessed(NotAssessed::NoExactMean);
    assert_eq!(none.judgement().verdict(), reason);
}

/// The rule beside a goal's verdict is the one it follows.
#[test]
fn a_goal_names_its_rule() {
    let target = json!({ "targets": [{ "from": 2016, "class": "III" }] });
    let goals = json!([
        { "id": "a", "kind": "share_I_to_III", "bound": { "at_least": "85.7" } },
        { "id": "b", "kind": "share_I_to_III", "bound": { "at_least": "85" } },
        { "id": "c", "kind": "share_inferior_V", "bound": { "at_most": "0" } },
        { "id": "d", "kind": "all_meet_targets" },
    ]);
    let plan = plan("five", &target, &goals);
    let readings = full_year(2026, &GOOD);
    let assessment = assess(&plan, &readings);
    let rules: Vec<_> = assessment.goals().map(|(_, judgement)| judgement.rule()).collect();
    assert_eq!(
        rules,
        [Rule::PUBLISHED_PRECISION, Rule::EXACT_SHARE, Rule::EXACT_SHARE, Rule::TARGET_CLASS]
    );
    let open = ReadingsBySection::new();
    let assessment = assess(&plan, &open);
    assert!(assessment.goals().all(|(_, judgement)| judgement.rule() == Rule::EVERY_OUTCOME));
    assert_eq!(assessment.sections()[0].assessment().participating(), ItemSet::EMPTY);
}

/// A section may be called what a goal's short name is: each keeps its own words.
#[test]
fn a_section_named_as_a_goal_is_not_taken_for_it() {
    use gb3838::report::{Language, SubjectKind};

    let goals =
        json!([{ "id": "good", "kind": "share_I_to_III", "bound": { "at_least": "85.7" } }]);
    let mut data = json!({
        "format": 1, "name": "P", "year": 2026, "items": "five", "goals": goals,
        "sections": [{
            "name": "good", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2020, "class": "III" }]
        }]
    });
    let table = |data: &Value| {
        let plan: Plan = serde_json::from_value(data.clone()).unwrap();
        plan.validate().unwrap();
        let report = PlanReport::from(&assess(&plan, &ReadingsBySection::new()));
        assert_eq!(report.not_assessed[0].of, SubjectKind::Section);
        assert_eq!(report.not_assessed[1].of, SubjectKind::Goal);
        report.not_assessed_table(Language::English)
    };
    let same = table(&data);
    assert_eq!(same.rows()[0], ["good", "no readings in the period"]);
    // The same words as with another short name of the goal.
    data["goals"][0]["id"] = json!("goal-1");
    assert_eq!(table(&data), same);
}

/// Names of sections and plans are text in Markdown too, whatever stands in them.
#[test]
fn markdown_shows_names_and_takes_none_for_markup() {
    use gb3838::Date;
    use gb3838::plan::Returns;
    use gb3838::report::{Language, WorkSummary, WorkSummaryKind};

    let name = "s<b>*1*|`x`";
    let data = json!({
        "format": 1, "name": "A | *B* <b>", "year": 2026, "items": "five", "goals": [],
        "sections": [{
            "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2020, "class": "III" }]
        }]
    });
    let plan: Plan = serde_json::from_value(data).unwrap();
    let assessment = assess(&plan, &ReadingsBySection::new());
    let returns = Returns::default();
    let today = Date::new(2026, 12, 31).unwrap();
    let progress = plan.progress(&returns, today).unwrap();
    let summary = WorkSummary::new(WorkSummaryKind::YearEnd, &assessment, &progress);
    let report = PlanReport::from(&assessment);
    let escaped = r"s&lt;b>\*1\*\|\`x\`";
    for language in [Language::English, Language::Chinese] {
        let markdown = summary.to_markdown(language);
        assert!(markdown.starts_with(r"# A \| \*B\* &lt;b>"), "{markdown}");
        let tables = report.tables(language);
        let all = tables.iter().map(gb3838::report::Table::to_markdown).collect::<String>();
        for text in [markdown, all] {
            assert!(text.contains(escaped) && !text.contains(name), "{text}");
            assert!(!text.contains("<b>"), "{text}");
        }
    }
}
