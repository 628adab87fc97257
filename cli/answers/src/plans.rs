//! `goal` and `targets`: what was promised of a group of sections.

use gb3838::{
    Class, Verdict,
    plan::{Goal, GoalKind, GoalMember, GoalOutcome},
    target::{Share, SharePrecision},
};
use serde_json::json;

use super::goals::bound;
use super::sections::verdict;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// A share against its target, compared at its published precision.
pub(super) fn goal(input: Input<'_>) -> Result<Answer, CaseError> {
    let share = Share::new(input.get("count")?, input.get("total")?)?;
    let target = input.get("target_percent")?;
    let bound = bound(input, target)?;
    let decimals = input.whole("decimals")?;
    let holds = share.meets(&bound, SharePrecision::Decimals(decimals))?;
    let verdict = if holds { Verdict::Met } else { Verdict::Missed };
    Ok(answer_of([
        ("percent", json!(share.percent(decimals)?)),
        ("verdict", json!(verdict.name())),
    ]))
}

/// How many of the assessed sections meet their targets, and how many are good.
pub(super) fn targets(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut members = Vec::new();
    for section in input.objects("sections")? {
        let target: Class = section.get("target")?;
        // A section without a class is not assessed and leaves the denominator.
        if let Some(class) = section.get("class")? {
            members.push(GoalMember::assessed(class, verdict(Some(class), Some(target))));
        }
    }
    let outcome = |kind: GoalKind| -> Result<GoalOutcome, CaseError> {
        let goal = Goal::new("of the assessed sections", kind);
        Ok(*goal.judge(&members)?.outcome())
    };
    let decimals = input.whole("decimals")?;
    let percent = |outcome: &GoalOutcome| {
        let share = outcome.share();
        share.map(|share| share.percent(decimals).map_err(CaseError::from)).transpose()
    };
    let met = outcome(GoalKind::ShareMeetingTarget)?;
    let good = outcome(GoalKind::ShareOfGood)?;
    Ok(answer_of([
        ("assessed", json!(met.assessed().to_string())),
        ("met", json!(met.counted().to_string())),
        ("met_percent", json!(percent(&met)?)),
        ("I_to_III_percent", json!(percent(&good)?)),
    ]))
}
