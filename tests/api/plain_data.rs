//! Values as plain data and back: nothing is lost, and the texts are the documented ones.

use core::fmt::Debug;

use gb3838::{
    Averaging, Bound, Class, Comparison, Decimal, Item, ItemSet, Target, WaterBody, Year,
    black_odorous::{BlackOdorousGrade, BlackOdorousIndicator, RuralShallowWater},
    city::{ChangeRankingPart, CityWeights},
    flow::{BaseFlowOutcome, FloodSeasonStatistic, MissingDays},
    impact::StandardIndexForm,
    plan::{ControlLevel, Goal, GoalKind, Selector},
    target::{ItemBound, SharePrecision},
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value is written as this text, and read back from it.
#[track_caller]
fn assert_round_trip<T>(value: &T, json: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(&serde_json::from_str::<T>(json).unwrap(), value);
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_decimal_is_text_with_its_printed_digits() {
    for text in ["0.100", "-0.025", "10080370", "0.000000000000000001", "9223372036854775807"] {
        assert_round_trip(&number(text), &format!("\"{text}\""));
        let back: Decimal = serde_json::from_str(&format!("\"{text}\"")).unwrap();
        assert_eq!(back.to_string(), text);
    }
    // A bare number may have passed through binary floating point.
    assert!(serde_json::from_str::<Decimal>("0.1").is_err());
    let error = serde_json::from_str::<Decimal>("\"0.1x\"").unwrap_err();
    assert!(error.to_string().contains("0.1x"));
}

#[test]
fn classes_and_items_are_their_names_in_data() {
    let names = ["I", "II", "III", "IV", "V", "inferior_V"];
    for (class, name) in Class::ALL.iter().zip(names) {
        assert_round_trip(class, &format!("\"{name}\""));
    }
    assert_eq!(serde_json::from_str::<Class>("\"劣Ⅴ类\"").unwrap(), Class::InferiorV);
    for item in &Item::ALL {
        assert_round_trip(item, &format!("\"{}\"", item.symbol()));
    }
    assert_eq!(serde_json::from_str::<Item>("\"氨氮\"").unwrap(), Item::AmmoniaNitrogen);
    for wrong in ["\"VI\"", "3", "null"] {
        assert!(serde_json::from_str::<Class>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_item_set_is_a_list_or_a_known_name() {
    assert_round_trip(&ItemSet::FIVE, r#"["pH","DO","CODMn","NH3-N","TP"]"#);
    assert_round_trip(&ItemSet::EMPTY, "[]");
    for (name, set) in [
        ("five", ItemSet::FIVE),
        ("assessed", ItemSet::ASSESSED),
        ("reference", ItemSet::REFERENCE),
        ("all", ItemSet::ALL),
    ] {
        assert_eq!(serde_json::from_str::<ItemSet>(&format!("\"{name}\"")).unwrap(), set);
    }
    assert!(serde_json::from_str::<ItemSet>(r#"["pH","nothing"]"#).is_err());
}

#[test]
fn choices_are_words() {
    assert_round_trip(&WaterBody::River, "\"river\"");
    assert_round_trip(&WaterBody::Lake, "\"lake\"");
    assert_round_trip(&Comparison::RoundFirst, "\"round_first\"");
    assert_round_trip(&Comparison::FullValue, "\"full_value\"");
    assert_round_trip(&Averaging::MonthsFirst, "\"months_first\"");
    assert_round_trip(&ControlLevel::National, "\"national\"");
    assert_round_trip(&GoalKind::ShareOfGood, "\"share_I_to_III\"");
    assert_round_trip(&GoalKind::ShareOfInferiorV, "\"share_inferior_V\"");
    assert_round_trip(&GoalKind::AllMeetTargets, "\"all_meet_targets\"");
    assert_round_trip(&SharePrecision::AsPublished, "\"as_published\"");
    assert_round_trip(&SharePrecision::Decimals(1), r#"{"decimals":1}"#);
    assert_round_trip(&Year::new(2026).unwrap(), "2026");
    assert_round_trip(&StandardIndexForm::Oxygen1993, "\"oxygen1993\"");
    assert_round_trip(&BlackOdorousGrade::Heavy, "\"heavy\"");
    assert_round_trip(&BlackOdorousIndicator::RedoxPotential, "\"redox_potential\"");
    assert_round_trip(&RuralShallowWater::FortyPercentOfDepth, "\"forty_percent_of_depth\"");
    assert_round_trip(&FloodSeasonStatistic::Maximum, "\"maximum\"");
    assert_round_trip(&MissingDays::EitherWay, "\"either_way\"");
    assert_round_trip(&BaseFlowOutcome::NotAssessed, "\"not_assessed\"");
    assert_round_trip(&ChangeRankingPart::LeftOut, "\"left_out\"");
    assert_round_trip(&CityWeights::SectionsAndPoints, "\"sections_and_points\"");
    let given = CityWeights::Given { rivers: 3, lakes: 1 };
    assert_round_trip(&given, r#"{"given":{"rivers":3,"lakes":1}}"#);
    assert!(serde_json::from_str::<Year>("0").is_err());
}

#[test]
fn bounds_say_whether_they_are_strict() {
    let (three, nine) = (number("3"), number("9.0"));
    assert_round_trip(&Bound::AtMost(three), r#"{"at_most":"3"}"#);
    assert_round_trip(&Bound::Below(three), r#"{"below":"3"}"#);
    assert_round_trip(&Bound::AtLeast(three), r#"{"at_least":"3"}"#);
    assert_round_trip(&Bound::Above(three), r#"{"above":"3"}"#);
    assert_round_trip(&Bound::Within(three, nine), r#"{"within":["3","9.0"]}"#);
}

#[test]
fn a_target_keeps_its_parts() {
    let from = Year::new(2016).unwrap();
    let target = Target {
        from,
        class: Some(Class::IV),
        limits: vec![ItemBound { item: Item::AmmoniaNitrogen, bound: Bound::Below(number("3")) }],
        no_worse_than_last_year: true,
    };
    let text = serde_json::to_string(&target).unwrap();
    assert_eq!(serde_json::from_str::<Target>(&text).unwrap(), target);
    // What is not given is not asked for.
    let short: Target = serde_json::from_str(r#"{"from":2016,"class":"Ⅲ"}"#).unwrap();
    assert_eq!(short, Target::class(from, Class::III));
    assert!(serde_json::from_str::<Target>(r#"{"class":"III"}"#).is_err());
    assert!(serde_json::from_str::<Target>(r#"{"from":2016,"klass":"III"}"#).is_err());
}

#[test]
fn a_goal_keeps_its_parts() {
    let selector = Selector {
        level: Some(ControlLevel::National),
        county: Some("灵山县".to_owned()),
        ..Selector::default()
    };
    let goal = Goal::new("national-good", GoalKind::ShareOfGood)
        .with_bound(Bound::AtLeast(number("85.7")))
        .with_selector(selector);
    let text = serde_json::to_string(&goal).unwrap();
    assert_eq!(serde_json::from_str::<Goal>(&text).unwrap(), goal);
    let short: Goal = serde_json::from_str(
        r#"{"id":"national-good","kind":"share_I_to_III","bound":{"at_least":"85.7"},
            "selector":{"level":"national","county":"灵山县"}}"#,
    )
    .unwrap();
    assert_eq!(short, goal);
    // A misspelled part is an error, not a goal on all sections.
    let misspelled = r#"{"id":"a","kind":"all_meet_targets","selector":{"levle":"national"}}"#;
    assert!(serde_json::from_str::<Goal>(misspelled).is_err());
}
