//! A section's target: from which year, by class or by item, and against last year.

use gb3838::{
    Bound, Circumstances, Class, Item, ItemSet, NotAssessed, SectionAssessment, Target, Verdict,
    Year,
    target::{ItemBound, TargetJudgement},
};

use crate::make::{assess, assess_with, number, river, river_means, set};

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

fn class_target(class: Class) -> Target {
    Target::class(year(2024), class)
}

fn limit(item: Item, bound: Bound) -> ItemBound {
    ItemBound { item, bound }
}

fn with_limits(class: Option<Class>, limits: &[ItemBound]) -> Target {
    Target { from: year(2016), class, limits: limits.to_vec(), no_worse_than_last_year: false }
}

fn judge(target: &Target, cells: &[(&str, &str)]) -> TargetJudgement {
    target.judge(&assess(&river(), cells), None)
}

/// Met when the class is no worse than the target, for each pair of classes.
#[test]
fn a_target_is_met_by_a_class_no_worse() {
    let values = ["0.1", "0.4", "0.9", "1.2", "1.8", "3"];
    for (value, reached) in values.into_iter().zip(Class::ALL) {
        for target in Class::WITH_LIMITS {
            let judged = judge(&class_target(target), &[("NH3-N", value)]);
            let met = reached as u8 <= target as u8;
            let expected = if met { Verdict::Met } else { Verdict::Missed };
            assert_eq!(judged.verdict(), expected, "{reached} against {target}");
            assert_eq!(judged.failing(), if met { ItemSet::EMPTY } else { set("NH3-N") });
        }
    }
}

/// 东边塘: IV in 2024, III in 2025. Before the first year there is no target.
#[test]
fn the_target_of_a_year_is_the_latest_begun() {
    // In any order in the file.
    let targets = [Target::class(year(2025), Class::III), Target::class(year(2024), Class::IV)];
    let class = |number| Target::of_year(&targets, year(number)).and_then(|target| target.class);
    assert_eq!(class(2023), None);
    assert_eq!(class(2024), Some(Class::IV));
    assert_eq!(class(2025), Some(Class::III));
    assert_eq!(class(2030), Some(Class::III));
    assert_eq!(Target::of_year(&[], year(2025)), None);
}

/// 东边埇: class III by total phosphorus against a target of II is missed.
#[test]
fn the_failing_items_are_named() {
    let cells =
        [("pH", "6.46"), ("DO", "7.0"), ("CODMn", "2.6"), ("NH3-N", "0.07"), ("TP", "0.11645")];
    let judged = judge(&class_target(Class::II), &cells);
    assert_eq!(judged.verdict(), Verdict::Missed);
    assert_eq!(judged.failing(), set("TP"));
    assert_eq!(judge(&class_target(Class::III), &cells).verdict(), Verdict::Met);
}

/// Guangdong 2016: 氨氮低于3 mg/L, 总磷低于0.35, the rest class IV. "Below" is not "at most".
#[test]
fn limits_of_items_take_the_place_of_the_class() {
    let target = with_limits(
        Some(Class::IV),
        &[
            limit(Item::AmmoniaNitrogen, Bound::Below(number("3"))),
            limit(Item::TotalPhosphorus, Bound::Below(number("0.35"))),
        ],
    );
    let verdict = |cells: &[(&str, &str)]| judge(&target, cells).verdict();
    // Both inferior V or V by class, and still within their own limits.
    assert_eq!(verdict(&[("NH3-N", "2.99"), ("TP", "0.349"), ("CODMn", "10")]), Verdict::Met);
    assert_eq!(verdict(&[("NH3-N", "3"), ("TP", "0.1")]), Verdict::Missed);
    assert_eq!(verdict(&[("NH3-N", "1"), ("TP", "0.35")]), Verdict::Missed);
    assert_eq!(verdict(&[("NH3-N", "1"), ("CODMn", "10.1")]), Verdict::Missed);
    let failing = judge(&target, &[("NH3-N", "3"), ("TP", "0.35"), ("CODMn", "11")]).failing();
    assert_eq!(failing, set("NH3-N,TP,CODMn"));
    // Inclusive where the plan says so.
    let inclusive = with_limits(None, &[limit(Item::AmmoniaNitrogen, Bound::AtMost(number("3")))]);
    assert_eq!(judge(&inclusive, &[("NH3-N", "3")]).verdict(), Verdict::Met);
    assert_eq!(judge(&inclusive, &[("NH3-N", "3.01")]).verdict(), Verdict::Missed);
    // Limits alone leave the other items free.
    assert_eq!(judge(&inclusive, &[("NH3-N", "3"), ("TP", "9")]).verdict(), Verdict::Met);
}

/// A limit may also be stricter than the class.
#[test]
fn a_limit_may_be_stricter_than_the_class() {
    let target = with_limits(
        Some(Class::III),
        &[limit(Item::DissolvedOxygen, Bound::AtLeast(number("6.5")))],
    );
    assert_eq!(judge(&target, &[("DO", "6.5")]).verdict(), Verdict::Met);
    let judged = judge(&target, &[("DO", "6.4"), ("TP", "0.2")]);
    assert_eq!(judged.verdict(), Verdict::Missed);
    assert_eq!(judged.failing(), set("DO"));
}

/// Values meet a limit as the section compares: a mean of 2.996 is 3.00 at two decimals.
#[test]
fn limits_are_compared_as_the_section_compares() {
    let strict = with_limits(None, &[limit(Item::AmmoniaNitrogen, Bound::Below(number("3")))]);
    let cells = [("NH3-N", "2.996")];
    assert_eq!(strict.judge(&assess(&river(), &cells), None).verdict(), Verdict::Met);
    assert_eq!(strict.judge(&assess(&river_means(), &cells), None).verdict(), Verdict::Missed);
    let inclusive = with_limits(None, &[limit(Item::AmmoniaNitrogen, Bound::AtMost(number("3")))]);
    let cells = [("NH3-N", "3.005")];
    assert_eq!(inclusive.judge(&assess(&river(), &cells), None).verdict(), Verdict::Missed);
    assert_eq!(inclusive.judge(&assess(&river_means(), &cells), None).verdict(), Verdict::Met);
}

/// A limit of an item that makes no class is judged all the same: a river's total nitrogen.
#[test]
fn a_limit_holds_for_an_item_that_makes_no_class() {
    let target =
        with_limits(Some(Class::III), &[limit(Item::TotalNitrogen, Bound::AtMost(number("3.5")))]);
    let judged = judge(&target, &[("CODMn", "3"), ("TN", "3.6")]);
    assert_eq!(judged.verdict(), Verdict::Missed);
    assert_eq!(judged.failing(), set("TN"));
    assert_eq!(judge(&target, &[("CODMn", "3"), ("TN", "3.5")]).verdict(), Verdict::Met);
    // Reference items without a limit of their own never count.
    let class_alone = class_target(Class::III);
    assert_eq!(judge(&class_alone, &[("CODMn", "3"), ("FC", "90000")]).verdict(), Verdict::Met);
}

/// A result below detection proves no exceedance of a limit or of a second, stricter target.
#[test]
fn a_result_below_detection_misses_no_target() {
    // Against class III, 1.2L is decidable: half is 0.6. Against II (0.5) it is not.
    let cells = [("NH3-N", "1.2L"), ("CODMn", "3")];
    let section = assess(&river(), &cells);
    assert_eq!(section.class(), Some(Class::III));
    let stricter = class_target(Class::II).judge(&section, None);
    assert_eq!((stricter.verdict(), stricter.failing().is_empty()), (Verdict::Met, true));
    assert_eq!(class_target(Class::III).judge(&section, None).verdict(), Verdict::Met);
    // A limit of 0.55 is below the half, one of 0.65 is not.
    for (edge, expected) in
        [("0.55", Verdict::NotAssessed(NotAssessed::Undecidable)), ("0.65", Verdict::Met)]
    {
        let own = with_limits(None, &[limit(Item::AmmoniaNitrogen, Bound::AtMost(number(edge)))]);
        assert_eq!(own.judge(&section, None).verdict(), expected, "{edge}");
    }
    // Nothing open: half of 1.2 is above at least 0.5, as the truth may be, or not be.
    let above = with_limits(None, &[limit(Item::AmmoniaNitrogen, Bound::AtLeast(number("2")))]);
    assert_eq!(above.judge(&section, None).verdict(), Verdict::Missed);
}

/// A limit of an item without a value decides nothing.
#[test]
fn a_limit_without_a_value_is_not_met() {
    let own = with_limits(None, &[limit(Item::AmmoniaNitrogen, Bound::AtMost(number("3")))]);
    let judged = judge(&own, &[("CODMn", "3"), ("NH3-N", "--")]);
    assert_eq!(judged.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
}

fn no_worse() -> Target {
    Target { no_worse_than_last_year: true, ..class_target(Class::IV) }
}

/// "No worse than last year" needs last year.
#[test]
fn last_year_is_a_condition_of_its_own() {
    let class_iii = [("NH3-N", "0.9")];
    let section = assess(&river(), &class_iii);
    let judged = |last| no_worse().judge(&section, last);
    assert_eq!(judged(Some(Class::III)).verdict(), Verdict::Met);
    assert_eq!(judged(Some(Class::V)).verdict(), Verdict::Met);
    let missed = judged(Some(Class::II));
    assert_eq!(missed.verdict(), Verdict::Missed);
    assert!(missed.is_worse_than_last_year() && missed.failing().is_empty());
    assert_eq!(judged(None).verdict(), Verdict::NotAssessed(NotAssessed::NoLastYear));
    // A class over the target is missed whatever last year was.
    let bad = assess(&river(), &[("NH3-N", "1.8")]);
    assert_eq!(no_worse().judge(&bad, None).verdict(), Verdict::Missed);
    // Without the condition last year does not matter.
    assert_eq!(class_target(Class::IV).judge(&section, Some(Class::I)).verdict(), Verdict::Met);
}

/// Which of the two is wanting, last year's class or a value that decides: half of 1.4 is class III, and
/// proves nothing against class II.
#[test]
fn what_is_wanting_beside_last_year_is_said() {
    let below = assess(&river(), &[("NH3-N", "1.4L")]);
    assert_eq!(below.class(), Some(Class::III));
    let alone = Target { class: None, ..no_worse() };
    let reason = |last| alone.judge(&below, last).verdict();
    assert_eq!(reason(Some(Class::II)), Verdict::NotAssessed(NotAssessed::Undecidable));
    assert_eq!(reason(None), Verdict::NotAssessed(NotAssessed::NoLastYear));
    assert_eq!(reason(Some(Class::III)), Verdict::Met);
}

/// A verdict on limits alone rests on their items, whatever the section lacks; one on a class, or on
/// last year, on the five items.
#[test]
fn a_verdict_rests_on_what_it_judges() {
    let at_most = limit(Item::AmmoniaNitrogen, Bound::AtMost(number("3")));
    let section = assess(&river(), &[("NH3-N", "0.9")]);
    assert!(section.sufficiency().is_none());
    let limits_alone = with_limits(None, &[at_most]).judge(&section, None);
    assert_eq!(limits_alone.sufficiency(), section.sufficiency_of(Item::AmmoniaNitrogen));
    assert!(limits_alone.sufficiency().is_some_and(|it| it.is_sufficient()));
    assert!(!limits_alone.is_provisional());
    let of_class = with_limits(Some(Class::III), &[at_most]).judge(&section, None);
    assert_eq!((of_class.sufficiency(), of_class.is_provisional()), (None, true));
    let of_last_year = Target { no_worse_than_last_year: true, ..with_limits(None, &[at_most]) };
    let judged = of_last_year.judge(&section, Some(Class::III));
    assert_eq!((judged.sufficiency(), judged.is_provisional()), (None, true));
}

/// One met, the other missed: the function zone's target and the assessment's.
#[test]
fn two_targets_of_one_section_are_judged_apart() {
    let section = assess(&river(), &[("NH3-N", "0.9"), ("CODMn", "3")]);
    let function_zone = class_target(Class::II).judge(&section, None);
    let assessment = class_target(Class::III).judge(&section, None);
    assert_eq!(function_zone.verdict(), Verdict::Missed);
    assert_eq!(function_zone.failing(), set("NH3-N"));
    assert_eq!(assessment.verdict(), Verdict::Met);
    assert!(assessment.failing().is_empty());
}

/// Without a class there is no verdict, and without a target neither; the reason is said.
#[test]
fn what_cannot_be_judged_says_why() {
    let reason = |target: &Target, section: &SectionAssessment| target.judge(section, None);
    let nothing = assess(&river(), &[("NH3-N", "--")]);
    let judged = reason(&class_target(Class::III), &nothing);
    assert_eq!(judged.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
    assert_eq!(judged.verdict().name(), "not_assessed");
    // Nothing was judged, so nothing else is said of it.
    let none = TargetJudgement::not_assessed(NotAssessed::NoClass);
    assert_eq!(none.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
    assert!(none.failing().is_empty() && none.unjudged().is_empty());
    assert!(!none.is_worse_than_last_year() && !none.is_provisional());
    assert_eq!(
        (none.sufficiency(), none.deciding_sufficiency(), none.edition()),
        (None, None, None)
    );
    // Last year is not what is wanting where this year has no class.
    for last in [None, Some(Class::III)] {
        let judged = no_worse().judge(&nothing, last);
        assert_eq!(judged.verdict(), Verdict::NotAssessed(NotAssessed::NoClass), "{last:?}");
        let alone = Target { class: None, ..no_worse() }.judge(&nothing, last);
        assert_eq!(alone.verdict(), Verdict::NotAssessed(NotAssessed::NoClass), "{last:?}");
    }
    let empty = with_limits(None, &[]);
    let judged = reason(&empty, &assess(&river(), &[("NH3-N", "0.1")]));
    assert_eq!(judged.verdict(), Verdict::NotAssessed(NotAssessed::NoTarget));
    assert_eq!(judged.verdict().reason(), Some(NotAssessed::NoTarget));
}

/// COD does not hold in water of high chloride, so a limit on it is not judged either.
#[test]
fn a_limit_on_excluded_cod_is_not_judged() {
    let limits = [limit(Item::ChemicalOxygenDemand, Bound::AtMost(number("30")))];
    let target = with_limits(Some(Class::III), &limits);
    let cells = [("CODMn", "5"), ("COD", "45")];
    assert_eq!(judge(&target, &cells).verdict(), Verdict::Missed);
    let circumstances = Circumstances::new().with_high_chloride(true);
    for classifier in [river(), river().with_items(ItemSet::FIVE)] {
        let section = assess_with(&classifier, &cells, circumstances);
        assert_eq!(target.judge(&section, None).verdict(), Verdict::Met);
    }
}
