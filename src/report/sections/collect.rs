//! From a plan's assessment to plain data: names and printed numbers, nothing decided.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::assess::possible::section::SectionPossibilities;
use crate::assess::section::absence::Absence;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::share::{Share, published_decimals};
use crate::assess::target::target::{Target, TargetJudgement};
use crate::number::decimal::Decimal;
use crate::plan::goal::goal::Goal;
use crate::plan::goal::outcome::GoalJudgement;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::outcome::SectionOutcome;
use crate::reading::mean::mean::Mean;
use crate::reading::mean::mean_range::MissingMonths;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::Missing;
use crate::report::sections::data::{
    BackgroundReport, BoundsReport, GoalReport, MeanRemarkReport, MeanReport, NotAssessedReport,
    PlanReport, PooledMeanReport, PossibleReport, RangeReport, SecondTargetReport, SectionReport,
    SubjectKind,
};
use crate::report::sections::provisional::ProvisionalReport;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

impl From<&PlanAssessment<'_>> for PlanReport {
    fn from(assessment: &PlanAssessment<'_>) -> Self {
        let sections: Vec<_> =
            assessment.sections().iter().map(|it| section_report(assessment, it)).collect();
        let goals: Vec<_> = assessment.goals().map(|(goal, it)| goal_report(goal, it)).collect();
        let of_sections = sections.iter().map(|it| (&it.name, SubjectKind::Section, it.reason));
        let of_goals = goals.iter().map(|it| (&it.id, SubjectKind::Goal, it.reason));
        let not_assessed = of_sections
            .chain(of_goals)
            .filter_map(|(what, of, reason)| {
                reason.map(|reason| NotAssessedReport { what: what.clone(), of, reason })
            })
            .collect();
        let edition = assessment.options().standard().edition();
        Self {
            format: 1,
            plan: assessment.plan().name.clone(),
            period: assessment.period().to_string(),
            standard: edition.name().to_owned(),
            standard_document: edition.document().to_owned(),
            comparison: assessment.options().comparison(),
            averaging: assessment.options().averaging_of(assessment.period()),
            items: assessment.plan().items,
            counties: assessment.counties(),
            sections,
            goals,
            not_assessed,
        }
    }
}

fn section_report(plan: &PlanAssessment<'_>, outcome: &SectionOutcome<'_>) -> SectionReport {
    let (section, assessment) = (outcome.section(), outcome.assessment());
    let means = outcome
        .means()
        .iter()
        .map(|(item, mean)| (item, mean_report(outcome, item, mean)))
        .collect();
    let target = outcome.target();
    let main_items = assessment.main_pollution_items(plan.options().pollution_items());
    let compares = target.is_some_and(|target| target.no_worse_than_last_year);
    SectionReport {
        name: section.name.clone(),
        water: section.water.clone(),
        water_body: section.water_body,
        level: section.level,
        counties: section.counties.clone(),
        period: plan.period().to_string(),
        class: assessment.class(),
        class_without_background: assessment.class_without_background().rest(),
        verdict_without_background: outcome
            .judgement_without_background()
            .map(TargetJudgement::verdict),
        provisional_without_background: outcome
            .judgement_without_background()
            .is_some_and(TargetJudgement::is_provisional),
        natural_background: section.natural_background.as_ref().map(|it| it.reason.clone()),
        quality: assessment.quality(),
        determining: assessment.determining(),
        participating: assessment.participating(),
        absent: assessment.absent(),
        absent_by_reason: absent_by_reason(assessment),
        undecidable: assessment.undecidable(),
        missing_of_five: assessment.missing_of_five(),
        needed_items: assessment.section_class().needed_items(),
        reading_remarks: outcome.reading_remarks().to_vec(),
        mean_remarks: assessment
            .remarks()
            .map(|(item, remark)| MeanRemarkReport { item, remark })
            .collect(),
        exempted: assessment.exempted(),
        excluded: assessment.excluded(),
        not_limited: assessment.not_limited(),
        reference_classes: assessment.reference_classes().collect(),
        reference_undecided: assessment.reference_undecided(),
        reference_asked: assessment.reference_asked(),
        means,
        worse_than_target: outcome.failing(),
        target_limits_not_assessed: outcome.judgement().unjudged(),
        main_pollution_items: main_items.iter().copied().collect(),
        possible: outcome.possibilities().iter().map(PossibleReport::from).collect(),
        pooled_class: outcome.pooled().class().filter(|class| Some(*class) != outcome.class()),
        target: target.and_then(|target| target.class),
        target_from: target.map(|target| target.from.get()),
        target_limits: target.map_or_else(Vec::new, |target| target.limits.clone()),
        no_worse_than_last_year: compares,
        last_year_class: outcome.last_year().class().filter(|_| compares),
        worse_than_last_year: outcome.judgement().is_worse_than_last_year(),
        verdict: outcome.judgement().verdict(),
        reason: outcome.judgement().verdict().reason(),
        function_zone: outcome
            .function_zone()
            .map(|(target, judgement)| second_target_report(outcome, target, judgement)),
        first_year: outcome
            .first_year()
            .map(|(target, judgement)| second_target_report(outcome, target, judgement)),
        provisional: outcome.is_provisional(),
        provisional_verdict: outcome.judgement().is_provisional(),
        provisional_by: outcome.is_provisional().then(|| ProvisionalReport::of(assessment, target)),
        sufficiency: outcome.found_of(plan.period()),
        rules: assessment.rules().map(|rule| rule.to_string()).collect(),
    }
}

/// The items asked for whose readings are no values, by the reason of most.
pub(crate) fn absent_by_reason(assessment: &SectionAssessment) -> BTreeMap<Missing, ItemSet> {
    let mut by_reason: BTreeMap<Missing, ItemSet> = BTreeMap::new();
    for item in assessment.absent().iter() {
        if let Some(Absence::NotAValue(reason)) = assessment.absence(item) {
            let items = by_reason.entry(reason).or_default();
            *items = items.with(item);
        }
    }
    by_reason
}

fn second_target_report(
    outcome: &SectionOutcome<'_>,
    target: &Target,
    judgement: &TargetJudgement,
) -> SecondTargetReport {
    let failing = target.failing_items(outcome.assessment(), judgement);
    SecondTargetReport {
        target: target.class,
        verdict: judgement.verdict(),
        reason: judgement.verdict().reason(),
        worse_than_target: failing,
    }
}

/// A mean at some decimals, or at as many of them as fit a printed number.
fn at_decimals(mean: &Mean, decimals: u8) -> Option<Decimal> {
    (0..=decimals).rev().find_map(|decimals| mean.round(decimals).ok())
}

fn mean_report(outcome: &SectionOutcome<'_>, item: Item, mean: &Mean) -> MeanReport {
    let exact = |mean: &Mean| {
        let exact = mean.value().exact().filter(|exact| !exact.is_enclosed());
        exact.map(|exact| exact.to_string())
    };
    let decimals = item.assessment_decimals();
    let pooled = outcome.pooled_means().get(item).map(|pooled| PooledMeanReport {
        exact: exact(pooled),
        value: at_decimals(pooled, 6),
        rounded: at_decimals(pooled, decimals),
        class: outcome.pooled().class_of(item),
        differs: outcome.order_matters().contains(item),
    });
    MeanReport {
        exact: exact(mean),
        value: at_decimals(mean, 6),
        rounded: at_decimals(mean, decimals),
        printed: at_decimals(mean, if item == Item::Ph { 2 } else { decimals }),
        count: mean.count(),
        censored: mean.below_count(),
        missing: mean.missing_count(),
        missing_by_reason: mean.missing_by_reason().collect(),
        months: mean.months(),
        least: mean.least(),
        greatest: mean.greatest(),
        range: (mean.below_count() > 0).then(|| range_report(outcome, item)).flatten(),
        class: outcome.assessment().class_of(item),
        pooled,
    }
}

/// The range of a mean, as far as results below detection leave it open.
fn range_report(outcome: &SectionOutcome<'_>, item: Item) -> Option<RangeReport> {
    let of = |it: &&SectionPossibilities| it.missing_months() == MissingMonths::NoneComes;
    let range = outcome.possibilities().iter().find(of)?.item(item)?.range();
    let round = |end: &Quantity| end.round(item.assessment_decimals()).ok();
    Some(RangeReport { least: round(range.least()), greatest: range.greatest().and_then(round) })
}

impl From<&SectionPossibilities> for PossibleReport {
    fn from(possible: &SectionPossibilities) -> Self {
        let items = possible.items().iter();
        Self {
            missing_months: possible.missing_months(),
            classes: possible.classes(),
            items: items.map(|item| (item.range().item(), item.classes())).collect(),
        }
    }
}

pub(crate) fn goal_report(goal: &Goal, judgement: &GoalJudgement) -> GoalReport {
    let outcome = judgement.outcome();
    // A share is printed as precisely as its target, with one decimal at least.
    let decimals = goal.bound.as_ref().and_then(published_decimals).unwrap_or(1);
    let percent = |share: Share| share.percent(decimals).ok();
    let bounds = |bounds: Option<(Share, Share)>| {
        bounds.map(|(least, greatest)| BoundsReport {
            least: percent(least),
            greatest: percent(greatest),
        })
    };
    GoalReport {
        id: goal.id.clone(),
        kind: goal.kind,
        selector: goal.selector.clone(),
        task: goal.task,
        bound: goal.bound,
        verdict: outcome.verdict(),
        reason: outcome.verdict().reason(),
        numerator: outcome.counted(),
        denominator: outcome.members(),
        assessed: outcome.assessed(),
        provisional: outcome.provisional(),
        share: outcome.share().and_then(percent),
        bounds: bounds(outcome.bounds()),
        bounds_if_provisional_stand: bounds(outcome.bounds_if_provisional_stand()),
        without_background: judgement.without_background().map(|it| BackgroundReport {
            verdict: it.verdict(),
            reason: it.verdict().reason(),
            numerator: it.counted(),
            denominator: it.members(),
            share: it.share().and_then(percent),
            bounds: bounds(it.bounds()),
        }),
        rule: judgement.rule().to_string(),
    }
}
