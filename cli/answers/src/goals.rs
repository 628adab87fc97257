//! `target`, `target_of_year`, `goal_with_open`, `plain_goal` and `background`.

use gb3838::{
    Bound, Circumstances, Class, Classifier, Decimal, Fraction, Item, ItemMap, ItemSet,
    Measurement, Reading, SectionAssessment, Target, Verdict, WaterBody, Year,
    plan::{Goal, GoalKind, GoalMember},
    region::ClassShares,
    target::ItemBound,
};
use serde_json::{Value, json};

use super::items::classifier;
use super::sections::measurements_of;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// A bound in the direction that a case names.
pub(super) fn bound(input: Input<'_>, limit: Decimal) -> Result<Bound, CaseError> {
    match input.text("direction")? {
        "at_least" => Ok(Bound::AtLeast(limit)),
        "at_most" => Ok(Bound::AtMost(limit)),
        other => {
            let got = Value::from(other);
            Err(CaseError::unexpected("direction", "at_least or at_most", &got))
        }
    }
}

/// A target with limits of single items.
pub(super) fn target(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut limits = Vec::new();
    for limit in input.objects("limits")? {
        let (item, value): (Item, Decimal) = (limit.get("item")?, limit.get("limit")?);
        let bound = match (item == Item::DissolvedOxygen, limit.get("strict")?) {
            (false, false) => Bound::AtMost(value),
            (false, true) => Bound::Below(value),
            (true, false) => Bound::AtLeast(value),
            (true, true) => Bound::Above(value),
        };
        limits.push(ItemBound { item, bound });
    }
    let class: Option<Class> = input.get("target")?;
    let mut circumstances = Circumstances::new();
    if let Some(class) = class {
        circumstances = circumstances.with_target(class);
    }
    let section = classifier(input)?.assess_with(&measurements_of(input)?, &circumstances)?;
    let target = Target {
        from: Year::new(1)?,
        class,
        limits,
        no_worse_than_last_year: input.get("no_worse_than_last_year")?,
    };
    let judgement = target.judge(&section, input.get("class_last_year")?);
    let read = |item: &Item| section.judgement(*item).is_some();
    let undecidable: ItemSet = judgement.unjudged().iter().filter(read).collect();
    Ok(answer_of([
        ("verdict", json!(judgement.verdict().name())),
        ("failing", json!(judgement.failing())),
        ("undecidable", json!(undecidable)),
    ]))
}

/// The target that holds in a year.
pub(super) fn target_of_year(input: Input<'_>) -> Result<Answer, CaseError> {
    let year =
        |input: Input<'_>, key| -> Result<Year, CaseError> { Ok(Year::new(input.whole(key)?)?) };
    let mut targets = Vec::new();
    for target in input.objects("targets")? {
        targets.push(Target::class(year(target, "from")?, target.get("class")?));
    }
    let target = Target::of_year(&targets, year(input, "year")?);
    Ok(answer_of([("target", json!(target.and_then(|target| target.class)))]))
}

/// A goal of a group with members that have no result.
pub(super) fn goal_with_open(input: Input<'_>) -> Result<Answer, CaseError> {
    let (counted, total): (usize, usize) = (input.whole("counted")?, input.whole("total")?);
    let open: usize = input.whole("open")?;
    let bound = bound(input, input.get("target_percent")?)?;
    let others = total.saturating_sub(counted).saturating_sub(open);
    let member = |class| GoalMember::assessed(class, Verdict::Met);
    let members: Vec<GoalMember> = std::iter::repeat_n(member(Class::II), counted)
        .chain(std::iter::repeat_n(member(Class::IV), others))
        .chain(std::iter::repeat_n(GoalMember::open(), open))
        .collect();
    let goal = Goal::new("of a case", GoalKind::ShareOfGood).with_bound(bound);
    let judgement = goal.judge(&members)?;
    let outcome = judgement.outcome();
    let decimals = input.whole("decimals")?;
    let bounds = match outcome.bounds() {
        Some((least, most)) => vec![least.percent(decimals)?, most.percent(decimals)?],
        None => Vec::new(),
    };
    Ok(answer_of([("verdict", json!(outcome.verdict().name())), ("bounds", json!(bounds))]))
}

/// Any other number of a plan.
pub(super) fn plain_goal(input: Input<'_>) -> Result<Answer, CaseError> {
    let value: Decimal = input.get("value")?;
    let holds = bound(input, input.get("target")?)?.holds(&Fraction::from(value));
    let verdict = if holds { Verdict::Met } else { Verdict::Missed };
    Ok(answer_of([("verdict", json!(verdict.name()))]))
}

/// Shares as measured, and without natural background.
pub(super) fn background(input: Input<'_>) -> Result<Answer, CaseError> {
    let (mut measured, mut reduced) = (Vec::new(), Vec::new());
    for section in input.objects("sections")? {
        let without: Option<Class> = section.get("class_without_background")?;
        let section = of_two_classes(section.get("class")?, without)?;
        measured.extend(section.class());
        reduced.extend(section.class_without_background().or_full(section.class()));
    }
    let decimals = input.whole("decimals")?;
    let percents = |classes: Vec<Class>| -> Result<Value, CaseError> {
        let shares = ClassShares::of_classes(classes)?;
        Ok(json!({
            "I_to_III": shares.good_percent().round(decimals)?,
            "inferior_V": shares.inferior_v_percent().round(decimals)?,
        }))
    };
    Ok(answer_of([("measured", percents(measured)?), ("without_background", percents(reduced)?)]))
}

/// A section that is of one class by ammonia nitrogen, and of another without it where that
/// is of natural origin.
fn of_two_classes(
    class: Option<Class>,
    without: Option<Class>,
) -> Result<SectionAssessment, CaseError> {
    let river = Classifier::for_readings(WaterBody::River);
    let mut measurements = ItemMap::new();
    let items = [(Item::AmmoniaNitrogen, class), (Item::TotalPhosphorus, without)];
    for (item, class) in items {
        if let Some(value) = class.and_then(|class| value_of_class(&river, item, class)) {
            measurements.insert(item, Measurement::from(Reading::Value(value)));
        }
    }
    let natural = match without {
        Some(_) => ItemSet::from_items(&[Item::AmmoniaNitrogen]),
        None => ItemSet::EMPTY,
    };
    let circumstances = Circumstances::new().with_natural_background(natural);
    Ok(river.assess_with(&measurements, &circumstances)?)
}

/// A value that has a class: the limit itself, or one that meets no limit.
pub(super) fn value_of_class(classifier: &Classifier, item: Item, class: Class) -> Option<Decimal> {
    let limit = |class| classifier.standard().limit(item, classifier.body(), class);
    match (class, limit(class)) {
        (_, Some(Bound::AtMost(limit) | Bound::AtLeast(limit))) => Some(limit),
        (_, Some(Bound::Within(low, _))) => Some(low),
        (Class::InferiorV, _) => match limit(Class::V) {
            Some(Bound::AtMost(_)) => Some(Decimal::from_integer(1_000_000)),
            Some(_) => Some(Decimal::ZERO),
            None => None,
        },
        _ => None,
    }
}
