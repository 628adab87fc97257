//! From a plan's progress to plain data: names and printed numbers, nothing decided.

use alloc::string::ToString;

use crate::assess::flow::base_flow::BaseFlow;
use crate::plan::progress::flows::FlowOutcome;
use crate::plan::progress::indicators::{IndicatorOutcome, WorkOutcome};
use crate::plan::progress::parts::{LatestReturn, PartOutcome, ReturnedContent};
use crate::plan::progress::progress::PlanProgress;
use crate::plan::progress::sources::SourceOutcome;
use crate::plan::progress::tasks::TaskOutcome;
use crate::report::progress::data::{
    BufferReport, FlowReport, GoalMissingInputReport, IndicatorReport, LatestReturnReport,
    PartReport, ProgressReport, SourceReport, TaskReport,
};
use crate::report::sections::collect::goal_report;
use crate::standard::rule::Rule;

impl<'a> From<&PlanProgress<'a>> for ProgressReport<'a> {
    fn from(progress: &PlanProgress<'a>) -> Self {
        let plan = progress.plan();
        Self {
            plan: plan.name.clone(),
            today: progress.today(),
            goals: progress.goals().map(|(goal, it)| goal_report(goal, it)).collect(),
            goal_gaps: plan
                .goals
                .iter()
                .map(|goal| GoalMissingInputReport {
                    id: goal.id.clone(),
                    kind: goal.kind,
                    selector: goal.selector.clone(),
                    gaps: progress.gaps_of_goal(goal),
                })
                .collect(),
            sources: progress.sources().iter().map(SourceReport::from).collect(),
            town_sources: plan.town_sources.clone(),
            flows: progress.flows().iter().map(|it| flow_report(progress, it)).collect(),
            works: progress.works().iter().map(BufferReport::from).collect(),
            indicators: progress.indicators().iter().map(IndicatorReport::from).collect(),
            tasks: progress.tasks().iter().map(|it| task_report(progress, it)).collect(),
            task_counts: progress.task_counts(),
            indicator_counts: progress.indicator_counts(),
            counties: progress.by_county(),
            units: progress.by_office(),
            unused: progress.unused().to_vec(),
            rules: [Rule::REPORTED_VALUES, Rule::SOURCES_IN_USE, Rule::EVERY_OUTCOME]
                .map(|rule| rule.to_string())
                .into(),
        }
    }
}

impl From<&SourceOutcome<'_>> for SourceReport {
    fn from(outcome: &SourceOutcome<'_>) -> Self {
        let source = outcome.source();
        Self {
            name: source.name.clone(),
            level: source.level,
            counties: source.counties.clone(),
            status: source.status,
            required: source.required,
            class: outcome.class(),
            verdict: outcome.verdict(),
            reason: outcome.verdict().reason(),
            provisional: outcome.is_provisional(),
            days_covered: outcome.days_covered(),
            inferred: source.inferred.clone(),
        }
    }
}

fn flow_report(progress: &PlanProgress<'_>, outcome: &FlowOutcome<'_>) -> FlowReport {
    let (target, days) = (outcome.flow_target(), outcome.days());
    FlowReport {
        water: target.water.clone(),
        section: target.section.clone(),
        base_flow: target.base_flow,
        lowest_level: target.lowest_level,
        verdict: outcome.verdict(),
        reason: outcome.verdict().reason(),
        provisional: outcome.is_provisional(),
        days: days.map_or(0, BaseFlow::days),
        days_with_flow: days.map_or(0, BaseFlow::days_with_flow),
        days_reaching: days.map_or(0, BaseFlow::days_reaching),
        required_percent: progress.flow_rule().required_percent(),
        rule: Rule::ECOLOGICAL_BASE_FLOW.to_string(),
    }
}

impl From<&WorkOutcome<'_>> for BufferReport {
    fn from(outcome: &WorkOutcome<'_>) -> Self {
        let work = outcome.work();
        Self {
            id: work.id.clone(),
            task: work.task,
            county: work.county.clone(),
            water: work.water.clone(),
            length: work.length,
            last_day: outcome.last_day(),
            standing: outcome.part().standing(),
            latest: outcome.part().latest().map(LatestReturnReport::from),
            inferred: work.inferred.clone(),
        }
    }
}

impl From<&IndicatorOutcome<'_>> for IndicatorReport {
    fn from(outcome: &IndicatorOutcome<'_>) -> Self {
        let indicator = outcome.indicator();
        Self {
            id: indicator.id.clone(),
            task: indicator.task,
            name: indicator.name.clone(),
            name_en: indicator.name_en.clone(),
            wording: indicator.wording.clone(),
            target: indicator.target.clone(),
            bound: outcome.bound(),
            bound_document: outcome.bound_document().map(ToString::to_string),
            unit: indicator.unit.clone(),
            scope: indicator.scope.clone(),
            aspiration: indicator.aspiration,
            last_day: outcome.last_day(),
            standing: outcome.standing(),
            parts: outcome.parts().iter().map(PartReport::from).collect(),
            inferred: indicator.inferred.clone(),
        }
    }
}

impl From<&PartOutcome<'_>> for PartReport {
    fn from(part: &PartOutcome<'_>) -> Self {
        Self {
            county: part.county().map(ToString::to_string),
            standing: part.standing(),
            latest: part.latest().map(LatestReturnReport::from),
        }
    }
}

impl From<&LatestReturn> for LatestReturnReport {
    fn from(latest: &LatestReturn) -> Self {
        let (value, state) = match latest.said() {
            ReturnedContent::Value(value) => (Some(value), None),
            ReturnedContent::State(state) => (None, Some(state)),
        };
        Self { as_of: latest.as_of(), value, state, holds: latest.holds() }
    }
}

fn task_report<'a>(progress: &PlanProgress<'a>, outcome: &TaskOutcome<'a>) -> TaskReport<'a> {
    let task = outcome.task();
    TaskReport {
        number: task.number,
        part: task.part.clone(),
        chapter: task.chapter.clone(),
        title: task.title.clone(),
        text: task.text.clone(),
        lead: task.lead.clone(),
        supporting: task.supporting.clone(),
        responsible: task.responsible.clone(),
        deadline: task.deadline.clone(),
        last_day: outcome.last_day(),
        standing: outcome.standing(),
        parts: outcome.parts().iter().map(PartReport::from).collect(),
        gaps: progress.gaps_of(outcome),
        inferred: task.inferred.clone(),
    }
}
