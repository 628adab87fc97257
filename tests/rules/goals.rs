//! Goals on a group: what holds for every outcome of the members that are still open.

use gb3838::{
    Bound, Class, Date, Item, NotAssessed, Period, Reading, Rule, Series, Verdict,
    plan::{Goal, GoalJudgement, GoalKind, GoalMember, Plan, ReadingsBySection, WithoutBackground},
    target::Share,
};

use crate::make::number;

const GOOD: GoalMember = GoalMember::assessed(Class::III, Verdict::Met);
const BAD: GoalMember = GoalMember::assessed(Class::IV, Verdict::Missed);
const WORST: GoalMember = GoalMember::assessed(Class::InferiorV, Verdict::Missed);
const OPEN: GoalMember = GoalMember::open();
const PROVISIONAL_GOOD: GoalMember =
    GoalMember { provisional: true, provisional_verdict: true, ..GOOD };
const PROVISIONAL_BAD: GoalMember =
    GoalMember { provisional: true, provisional_verdict: true, ..BAD };

fn group(members: &[(usize, GoalMember)]) -> Vec<GoalMember> {
    members.iter().flat_map(|(count, member)| vec![*member; *count]).collect()
}

fn good_at_least(percent: &str) -> Goal {
    Goal::new("good", GoalKind::ShareOfGood).with_bound(Bound::AtLeast(number(percent)))
}

fn inferior_at_most(percent: &str) -> Goal {
    Goal::new("inferior", GoalKind::ShareOfInferiorV).with_bound(Bound::AtMost(number(percent)))
}

/// A class is certain where its year has enough, whatever becomes of last year's; a target of single
/// limits is missed for certain where they are, whatever the class becomes.
#[test]
fn a_goal_is_open_by_what_it_asks_alone() {
    let meets = Goal::new("meets", GoalKind::AllMeetTargets);
    let by_class = |member| judge(&good_at_least("100"), &[(1, member)]).outcome().verdict();
    let by_target = |member| judge(&meets, &[(1, member)]).outcome().verdict();
    let open_verdict = GoalMember { provisional_verdict: true, ..GOOD };
    let open_class = GoalMember { provisional: true, ..GOOD };
    assert_eq!(by_class(open_verdict), Verdict::Met);
    assert!(matches!(by_target(open_verdict), Verdict::NotAssessed(_)));
    assert_eq!(by_target(open_class), Verdict::Met);
    assert!(matches!(by_class(open_class), Verdict::NotAssessed(_)));
}

fn judge(goal: &Goal, members: &[(usize, GoalMember)]) -> GoalJudgement {
    goal.judge(&group(members)).unwrap()
}

fn verdict(goal: &Goal, members: &[(usize, GoalMember)]) -> Verdict {
    judge(goal, members).outcome().verdict()
}

const UNDECIDED: Verdict = Verdict::NotAssessed(NotAssessed::OpenMembers);

/// 85.7 % of 7 is 6.
#[test]
fn six_of_seven_meet_85_7_percent() {
    let goal = good_at_least("85.7");
    assert_eq!(verdict(&goal, &[(6, GOOD), (1, BAD)]), Verdict::Met);
    assert_eq!(verdict(&goal, &[(5, GOOD), (2, BAD)]), Verdict::Missed);
    let judged = judge(&goal, &[(6, GOOD), (1, WORST)]);
    assert_eq!((judged.outcome().counted(), judged.outcome().members()), (6, 7));
    assert_eq!(judged.outcome().share(), Share::of_counts(6, 7).ok());
}

/// Five of seven known and good: between 71.4 and 100 %.
#[test]
fn open_members_leave_bounds() {
    let judged = judge(&good_at_least("85.7"), &[(5, GOOD), (2, OPEN)]);
    let outcome = judged.outcome();
    assert_eq!(outcome.verdict(), UNDECIDED);
    let (least, greatest) = outcome.bounds().unwrap();
    assert_eq!(least.percent(1).unwrap().to_string(), "71.4");
    assert_eq!(greatest.percent(1).unwrap().to_string(), "100.0");
    assert_eq!((outcome.counted(), outcome.assessed(), outcome.members()), (5, 5, 7));
    // Whatever the open ones do, six good ones are enough and two bad ones too many.
    assert_eq!(verdict(&good_at_least("85.7"), &[(6, GOOD), (1, OPEN)]), Verdict::Met);
    assert_eq!(verdict(&good_at_least("85.7"), &[(2, BAD), (5, OPEN)]), Verdict::Missed);
    assert_eq!(verdict(&good_at_least("85.7"), &[(1, BAD), (6, OPEN)]), UNDECIDED);
}

/// A provisional member may still change, so it leaves bounds like an open one.
#[test]
fn provisional_members_leave_bounds() {
    let judged = judge(&good_at_least("85.7"), &[(5, GOOD), (1, PROVISIONAL_GOOD), (1, BAD)]);
    let outcome = judged.outcome();
    assert_eq!(outcome.verdict(), UNDECIDED);
    assert_eq!((outcome.counted(), outcome.assessed(), outcome.provisional()), (6, 7, 1));
    let (least, greatest) = outcome.bounds().unwrap();
    assert_eq!(
        (least, greatest),
        (Share::of_counts(5, 7).unwrap(), Share::of_counts(6, 7).unwrap())
    );
    // If the provisional results stand, nothing is open.
    let (least, greatest) = outcome.bounds_if_provisional_stand().unwrap();
    assert_eq!(
        (least, greatest),
        (Share::of_counts(6, 7).unwrap(), Share::of_counts(6, 7).unwrap())
    );
    // A provisional miss may still become good.
    assert_eq!(verdict(&good_at_least("85.7"), &[(5, GOOD), (2, PROVISIONAL_BAD)]), UNDECIDED);
    assert_eq!(verdict(&good_at_least("85.7"), &[(6, GOOD), (1, PROVISIONAL_BAD)]), Verdict::Met);
    let mixed = judge(&good_at_least("50"), &[(2, PROVISIONAL_GOOD), (1, OPEN), (1, GOOD)]);
    let (least, greatest) = mixed.outcome().bounds_if_provisional_stand().unwrap();
    assert_eq!(
        (least, greatest),
        (Share::of_counts(3, 4).unwrap(), Share::of_counts(4, 4).unwrap())
    );
}

/// What is open says nothing yet, and nothing that stands is provisional.
#[test]
fn provisional_members_are_counted() {
    assert_eq!((OPEN.class, OPEN.provisional), (None, false));
    assert_eq!((GOOD.class, GOOD.provisional), (Some(Class::III), false));
    for members in [&OPEN, &GOOD] {
        assert_eq!(members.without_background, WithoutBackground::Same);
    }
    let goal = good_at_least("85.7");
    for provisional in 0..4 {
        let judged = judge(&goal, &[(3, GOOD), (provisional, PROVISIONAL_BAD), (1, OPEN)]);
        let outcome = judged.outcome();
        let provisional = u32::try_from(provisional).unwrap();
        assert_eq!(outcome.provisional(), provisional);
        assert_eq!(outcome.assessed(), 3 + provisional);
        assert_eq!((outcome.counted(), outcome.members()), (3, 4 + provisional));
    }
}

/// A share is of all members, from the first that is assessed on.
#[test]
fn one_assessed_member_gives_a_share() {
    let share = |members| judge(&good_at_least("50"), members).outcome().share();
    assert_eq!(share(&[(3, OPEN)]), None);
    assert_eq!(share(&[(1, GOOD), (2, OPEN)]), Share::of_counts(1, 3).ok());
    assert_eq!(share(&[(1, BAD), (2, OPEN)]), Share::of_counts(0, 3).ok());
    assert_eq!(share(&[(2, GOOD), (1, OPEN)]), Share::of_counts(2, 3).ok());
}

/// Each kind of goal has its rule, once there is a verdict; shares with printed digits another than
/// exact ones.
#[test]
fn a_verdict_names_the_rule_of_its_kind() {
    let exact = GoalKind::ShareMeetingTarget;
    for (goal, rule) in [
        (Goal::new("all", GoalKind::AllMeetTargets), Rule::TARGET_CLASS),
        (Goal::new("sources", GoalKind::AllSourcesMeet), Rule::SOURCE_TARGET),
        (Goal::new("flows", GoalKind::AllFlowsMeet), Rule::ECOLOGICAL_BASE_FLOW),
        (good_at_least("85.7"), Rule::PUBLISHED_PRECISION),
        (Goal::new("e", exact).with_bound(Bound::AtMost(number("0"))), Rule::EXACT_SHARE),
    ] {
        assert_eq!(judge(&goal, &[(2, GOOD)]).rule(), rule, "{}", goal.id);
        assert_eq!(judge(&goal, &[(2, OPEN)]).rule(), Rule::EVERY_OUTCOME, "{}", goal.id);
    }
}

/// No inferior V: one of two hundred is not none, and an open member may be one.
#[test]
fn no_inferior_v_means_none() {
    assert_eq!(verdict(&inferior_at_most("0"), &[(199, GOOD), (1, WORST)]), Verdict::Missed);
    assert_eq!(verdict(&inferior_at_most("0"), &[(150, GOOD), (50, BAD)]), Verdict::Met);
    assert_eq!(verdict(&inferior_at_most("0"), &[(199, GOOD), (1, OPEN)]), UNDECIDED);
    assert_eq!(verdict(&inferior_at_most("0"), &[(1, WORST), (199, OPEN)]), Verdict::Missed);
}

#[test]
fn a_group_without_members_has_no_verdict() {
    for goal in
        [good_at_least("85.7"), inferior_at_most("0"), Goal::new("all", GoalKind::AllMeetTargets)]
    {
        let judged = judge(&goal, &[]);
        let outcome = judged.outcome();
        assert_eq!(outcome.verdict(), Verdict::NotAssessed(NotAssessed::EmptyGroup));
        assert_eq!((outcome.share(), outcome.bounds()), (None, None));
        assert_eq!(judged.without_background(), None);
    }
}

/// All sections meet their targets: verdicts count, not classes.
#[test]
fn all_members_must_meet_their_own_targets() {
    let all = Goal::new("all", GoalKind::AllMeetTargets);
    // Class IV against a target of IV.
    let met_with_iv = GoalMember::assessed(Class::IV, Verdict::Met);
    let missed_with_iii = GoalMember::assessed(Class::III, Verdict::Missed);
    assert_eq!(verdict(&all, &[(2, GOOD), (1, met_with_iv)]), Verdict::Met);
    assert_eq!(verdict(&all, &[(2, GOOD), (1, missed_with_iii)]), Verdict::Missed);
    assert_eq!(verdict(&all, &[(2, GOOD), (1, OPEN)]), UNDECIDED);
    assert_eq!(verdict(&all, &[(1, missed_with_iii), (1, OPEN)]), Verdict::Missed);
    let no_target = GoalMember::assessed(Class::I, Verdict::NotAssessed(NotAssessed::NoTarget));
    assert_eq!(verdict(&all, &[(2, GOOD), (1, no_target)]), UNDECIDED);
    // The share that meets, of four: 75 %.
    let share =
        Goal::new("share", GoalKind::ShareMeetingTarget).with_bound(Bound::AtLeast(number("75")));
    assert_eq!(verdict(&share, &[(3, GOOD), (1, missed_with_iii)]), Verdict::Met);
    assert_eq!(verdict(&share, &[(2, GOOD), (2, missed_with_iii)]), Verdict::Missed);
}

/// January to September 2022: inferior V 0.9 % and, without natural causes, 0.5 %.
#[test]
fn natural_background_gives_both_results() {
    // 9 of 1 000 are inferior V, 4 of them by natural background alone.
    let natural = GoalMember {
        without_background: WithoutBackground::Changed {
            class: Some(Class::III),
            verdict: Verdict::Met,
            provisional: false,
            provisional_verdict: false,
        },
        ..WORST
    };
    let members = [(991, GOOD), (5, WORST), (4, natural)];
    let judged = judge(&inferior_at_most("0.5"), &members);
    let printed = |outcome: &gb3838::plan::GoalOutcome| {
        outcome.share().unwrap().percent(1).unwrap().to_string()
    };
    assert_eq!(printed(judged.outcome()), "0.9");
    assert_eq!(judged.outcome().verdict(), Verdict::Missed);
    let second = judged.without_background().unwrap();
    assert_eq!(printed(second), "0.5");
    assert_eq!(second.verdict(), Verdict::Met);
    assert_eq!(second.members(), 1_000);
    assert_eq!(judge(&inferior_at_most("0.5"), &[(9, GOOD)]).without_background(), None);
}

/// A section that is exempted as a whole leaves the second group, not the first.
#[test]
fn a_section_of_natural_background_leaves_the_second_group() {
    let natural = GoalMember { without_background: WithoutBackground::LeftOut, ..WORST };
    let judged = judge(&inferior_at_most("0"), &[(9, GOOD), (1, natural)]);
    assert_eq!((judged.outcome().counted(), judged.outcome().members()), (1, 10));
    assert_eq!(judged.outcome().verdict(), Verdict::Missed);
    let second = judged.without_background().unwrap();
    assert_eq!((second.counted(), second.members(), second.verdict()), (0, 9, Verdict::Met));
}

/// A section on a boundary counts once for the city and once for each of its counties.
#[test]
fn a_boundary_section_counts_once_for_each_county() {
    let text = r#"{
        "format": 1, "name": "Two counties", "year": 2026, "items": "five",
        "sections": [
            { "name": "inner", "level": "national", "counties": ["A"], "water": "W",
              "water_body": "river", "targets": [{ "from": 2024, "class": "III" }] },
            { "name": "boundary", "level": "national", "counties": ["A", "B"], "water": "W",
              "water_body": "river", "targets": [{ "from": 2024, "class": "III" }] }
        ],
        "goals": [
            { "id": "city", "kind": "all_meet_targets", "selector": { "level": "national" } },
            { "id": "a", "kind": "all_meet_targets", "selector": { "county": "A" } },
            { "id": "b", "kind": "all_meet_targets", "selector": { "county": "B" } },
            { "id": "c", "kind": "all_meet_targets", "selector": { "county": "C" } }
        ]
    }"#;
    let plan: Plan = serde_json::from_str(text).unwrap();
    let mut readings = ReadingsBySection::new();
    for (name, cell) in [("inner", "0.9"), ("boundary", "1.2")] {
        let mut series = Series::new();
        let reading = Reading::parse(cell, Item::AmmoniaNitrogen).unwrap();
        series.add("2026-03-01".parse().unwrap(), Item::AmmoniaNitrogen, &reading).unwrap();
        readings.insert(name.to_owned(), series);
    }
    // One reading is enough for a month, so nothing is provisional.
    let month = Period::month("2026-03-01".parse::<Date>().unwrap().month());
    let assessed = plan.assess(&readings, &month).unwrap();
    let outcomes: Vec<_> = assessed
        .goals()
        .map(|(goal, judged)| {
            (goal.id.as_str(), judged.outcome().counted(), judged.outcome().members())
        })
        .collect();
    assert_eq!(outcomes, [("city", 1, 2), ("a", 1, 2), ("b", 0, 1), ("c", 0, 0)]);
    assert_eq!((assessed.in_county("A").count(), assessed.in_county("B").count()), (2, 1));
}

/// A share without a bound promises nothing, and so cannot be met.
#[test]
fn a_share_without_a_bound_has_no_target() {
    let goal = Goal::new("bad", GoalKind::ShareOfInferiorV);
    assert_eq!(verdict(&goal, &[(3, WORST)]), Verdict::NotAssessed(NotAssessed::NoTarget));
}
