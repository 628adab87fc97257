//! Whether a water keeps the flow or level of a plan, by the means of days that are reported.

use crate::assess::flow::base_flow::{BaseFlow, BaseFlowOptions, BaseFlowOutcome};
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::plan::file::programme_lists::FlowTarget;
use crate::plan::goal::member::{GoalMember, WithoutBackground};
use crate::plan::progress::error::ReturnError;
use crate::plan::progress::missing_input::{MissingInput, MissingInputKind};
use crate::plan::progress::returns::Returns;
use crate::reading::time::date::{Date, Year};
use crate::reading::time::period::Period;

/// A flow target with the days that are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowOutcome<'a> {
    flow_target: &'a FlowTarget,
    days: Option<BaseFlow>,
    is_over: bool,
}

impl<'a> FlowOutcome<'a> {
    /// The days of a year up to today.
    pub(crate) fn new(
        flow_target: &'a FlowTarget,
        reported: &Returns,
        year: Year,
        today: Date,
        rule: BaseFlowOptions,
    ) -> Result<Self, ReturnError> {
        let first_day = year.months()[0].first_day();
        let year_end = year.months()[11].last_day();
        let is_over = today > year_end;
        let last_day = today.min(year_end);
        let days = match (flow_target.target(), Period::span(first_day, last_day)) {
            (Some(target), Ok(period)) => {
                let flows = reported.flows.iter();
                let days = flows
                    .filter(|flow| flow.section == flow_target.section)
                    .flat_map(|flow| &flow.days)
                    .filter(|flow| period.contains(flow.day))
                    .map(|flow| (flow.day, flow.mean));
                Some(BaseFlow::of_days(&period, days, target, rule)?)
            }
            _ => None,
        };
        Ok(Self { flow_target, days, is_over })
    }

    /// The target.
    #[must_use]
    pub const fn flow_target(&self) -> &'a FlowTarget {
        self.flow_target
    }

    /// The days so far; `None` before the year begins.
    #[must_use]
    pub const fn days(&self) -> Option<&BaseFlow> {
        self.days.as_ref()
    }

    /// Whether the year is not over, so that the verdict may still change.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        !self.is_over && !matches!(self.verdict(), Verdict::NotAssessed(_))
    }

    /// Whether enough of the days so far reach the target, whatever those without a mean did.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let Some(days) = &self.days else {
            return Verdict::NotAssessed(NotAssessed::NoReadings);
        };
        match days.outcome() {
            _ if days.days_with_flow() == 0 => Verdict::NotAssessed(NotAssessed::NoReadings),
            BaseFlowOutcome::Met => Verdict::Met,
            BaseFlowOutcome::Missed => Verdict::Missed,
            BaseFlowOutcome::NotAssessed => Verdict::NotAssessed(NotAssessed::OpenMembers),
        }
    }

    /// What is missing for a verdict that stands.
    #[must_use]
    pub fn gap(&self) -> Option<MissingInput<'a>> {
        let open = self.is_provisional() || matches!(self.verdict(), Verdict::NotAssessed(_));
        open.then_some(MissingInput {
            kind: MissingInputKind::Flow,
            name: &self.flow_target.section,
            name_en: None,
            county: None,
        })
    }

    pub(crate) fn goal_member(&self) -> GoalMember {
        GoalMember {
            class: None,
            verdict: self.verdict(),
            without_background: WithoutBackground::Same,
            provisional: self.is_provisional(),
            provisional_verdict: self.is_provisional(),
        }
    }
}
