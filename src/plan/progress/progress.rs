//! How far a plan is on a day: its tasks, indicators, works, sources, flows and goals.

use alloc::vec::Vec;

use crate::assess::flow::base_flow::BaseFlowOptions;
use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::Indicator;
use crate::plan::file::plan::Plan;
use crate::plan::file::section::PlanSection;
use crate::plan::file::task::Task;
use crate::plan::goal::goal::{Goal, GoalSubject};
use crate::plan::goal::member::GoalMember;
use crate::plan::goal::outcome::GoalJudgement;
use crate::plan::progress::error::ReturnError;
use crate::plan::progress::evidence::Desk;
use crate::plan::progress::flows::FlowOutcome;
use crate::plan::progress::indicators::{IndicatorOutcome, WorkOutcome};
use crate::plan::progress::missing_input::{MissingInput, SectionGaps};
use crate::plan::progress::returns::Returns;
use crate::plan::progress::sources::SourceOutcome;
use crate::plan::progress::tasks::TaskOutcome;
use crate::plan::progress::unused::UnusedReturn;
use crate::plan::sections::assessment::PlanAssessment;
use crate::reading::time::date::Date;

/// How far a plan is on a day, by what is reported.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::{Date, plan::{Plan, Returns, Standing}};
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let reported: Returns = serde_json::from_str(
///     r#"{ "format": 1, "values": [
///         { "id": "sewer-length", "as_of": "2024-06-30", "value": "31.5" },
///         { "id": "rural-sewage", "as_of": "2024-06-30", "value": "28" } ] }"#,
/// )?;
/// let standing = |day: &str, id: &str| -> Result<Standing, Box<dyn std::error::Error>> {
///     let progress = plan.progress(&reported, day.parse()?)?;
///     Ok(progress.indicator(id).ok_or("no such indicator")?.standing())
/// };
/// // 31.5 of 30 km are built for good; the rate of June says nothing of the year's end.
/// assert_eq!(standing("2024-07-01", "sewer-length")?, Standing::Met);
/// assert_eq!(standing("2024-07-01", "rural-sewage")?, Standing::Due);
/// assert_eq!(standing("2025-01-10", "rural-sewage")?, Standing::Overdue);
/// assert_eq!(standing("2025-01-10", "irrigation")?, Standing::NotReported);
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug)]
pub struct PlanProgress<'a> {
    plan: &'a Plan,
    today: Date,
    flow_rule: BaseFlowOptions,
    indicators: Vec<IndicatorOutcome<'a>>,
    works: Vec<WorkOutcome<'a>>,
    tasks: Vec<TaskOutcome<'a>>,
    sources: Vec<SourceOutcome<'a>>,
    flows: Vec<FlowOutcome<'a>>,
    goals: Vec<(&'a Goal, GoalJudgement)>,
    unused: Vec<UnusedReturn<'a>>,
    /// The sections, with what is missing before they count for good.
    sections: Vec<(&'a PlanSection, SectionGaps)>,
}

impl Plan {
    /// How far the plan is on a day, by what is reported; base flows by 90 % of days.
    ///
    /// Goals on sections need readings: [`PlanProgress::with_sections`] adds them.
    ///
    /// # Errors
    /// For a report that does not fit the plan: the first one.
    pub fn progress<'a>(
        &'a self,
        reported: &'a Returns,
        today: Date,
    ) -> Result<PlanProgress<'a>, ReturnError> {
        self.progress_with(reported, today, BaseFlowOptions::NINETY_PERCENT)
    }

    /// The same with another rule of base flows.
    ///
    /// # Errors
    /// For a report that does not fit the plan: the first one.
    pub fn progress_with<'a>(
        &'a self,
        reported: &'a Returns,
        today: Date,
        flow_rule: BaseFlowOptions,
    ) -> Result<PlanProgress<'a>, ReturnError> {
        reported.check(self)?;
        let desk = Desk::new(reported, self.year.months()[0].first_day(), today);
        let indicators: Vec<_> = self
            .indicators
            .iter()
            .map(|it| desk.indicator(it, self.last_day_of(it, reported)))
            .collect();
        let works: Vec<_> = self.buffer_works.iter().map(|it| desk.work(it)).collect();
        let sources: Vec<_> = self
            .drinking_water_sources
            .iter()
            .map(|it| SourceOutcome::new(it, reported, self.year, today))
            .collect();
        let flows = self
            .flow_targets
            .iter()
            .map(|it| FlowOutcome::new(it, reported, self.year, today, flow_rule))
            .collect::<Result<Vec<_>, _>>()?;
        let tasks = self
            .tasks
            .iter()
            .map(|task| {
                let last_day = self.last_day_of_task(task, reported);
                TaskOutcome::new(task, last_day, &desk, &self.counties_of(task))
            })
            .collect();
        let mut progress = PlanProgress {
            plan: self,
            today,
            flow_rule,
            indicators,
            works,
            tasks,
            sources,
            flows,
            goals: Vec::new(),
            unused: UnusedReturn::all(self, &desk),
            sections: Vec::new(),
        };
        for goal in &self.goals {
            if let Some(members) = progress.members(goal) {
                progress.goals.push((goal, goal.judge(&members)?));
            }
        }
        Ok(progress)
    }

    /// The last day of a task; `None` where it hangs on an event that nobody told.
    fn last_day_of_task(&self, task: &Task, reported: &Returns) -> Option<Date> {
        let told = || reported.deadlines.iter().find(|told| told.task == task.number);
        task.deadline.last_day(self.year).or_else(|| told().map(|told| told.day))
    }

    /// The last day of an indicator: its own, that of its task, or the year's end.
    fn last_day_of(&self, indicator: &Indicator, reported: &Returns) -> Option<Date> {
        match (&indicator.due, indicator.task.and_then(|number| self.task(number))) {
            // The same event as that of its task has the same last day.
            (Some(due), Some(task)) if *due == task.deadline => {
                self.last_day_of_task(task, reported)
            }
            (Some(due), _) => due.last_day(self.year),
            (None, Some(task)) => self.last_day_of_task(task, reported),
            (None, None) => Deadline::YearEnd.last_day(self.year),
        }
    }

    /// The task of a number.
    #[must_use]
    pub fn task(&self, number: u16) -> Option<&Task> {
        self.tasks.iter().find(|task| task.number == number)
    }
}

impl<'a> PlanProgress<'a> {
    /// The members of a goal on sources or flows; `None` of a goal on sections.
    fn members(&self, goal: &Goal) -> Option<Vec<GoalMember>> {
        let sources = self.sources.iter().filter(|it| it.source().counts_in(&goal.selector));
        let flows = self.flows.iter().filter(|it| it.flow_target().counts_in(&goal.selector));
        match goal.kind.subject() {
            GoalSubject::Sections => None,
            GoalSubject::Sources => Some(sources.map(SourceOutcome::goal_member).collect()),
            GoalSubject::Flows => Some(flows.map(FlowOutcome::goal_member).collect()),
        }
    }

    /// The same with the goals on sections, by their readings; goals stand in the order of the
    /// plan.
    #[must_use]
    pub fn with_sections(mut self, assessment: &PlanAssessment<'a>) -> Self {
        let of_sections = assessment.goals().map(|(goal, judgement)| (goal, *judgement));
        self.goals.retain(|(goal, _)| goal.kind.subject() != GoalSubject::Sections);
        self.goals.extend(of_sections);
        let place = |goal: &Goal| self.plan.goals.iter().position(|it| it.id == goal.id);
        self.goals.sort_by_key(|(goal, _)| place(goal));
        self.sections = assessment
            .sections()
            .iter()
            .map(|outcome| (outcome.section(), SectionGaps::of(outcome)))
            .collect();
        self
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The day of asking.
    #[must_use]
    pub const fn today(&self) -> Date {
        self.today
    }

    /// The rule of base flows.
    #[must_use]
    pub const fn flow_rule(&self) -> BaseFlowOptions {
        self.flow_rule
    }

    /// The indicators in the order of the plan.
    #[must_use]
    pub fn indicators(&self) -> &[IndicatorOutcome<'a>] {
        &self.indicators
    }

    /// The indicator of an id.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&IndicatorOutcome<'a>> {
        self.indicators.iter().find(|outcome| outcome.indicator().id == id)
    }

    /// The works in the order of the plan.
    #[must_use]
    pub fn works(&self) -> &[WorkOutcome<'a>] {
        &self.works
    }

    /// The tasks in the order of the plan.
    #[must_use]
    pub fn tasks(&self) -> &[TaskOutcome<'a>] {
        &self.tasks
    }

    /// The task of a number.
    #[must_use]
    pub fn task(&self, number: u16) -> Option<&TaskOutcome<'a>> {
        self.tasks.iter().find(|outcome| outcome.task().number == number)
    }

    /// The drinking-water sources in the order of the plan.
    #[must_use]
    pub fn sources(&self) -> &[SourceOutcome<'a>] {
        &self.sources
    }

    /// The flow targets in the order of the plan.
    #[must_use]
    pub fn flows(&self) -> &[FlowOutcome<'a>] {
        &self.flows
    }

    /// The goals that are judged, in the order of the plan; those on sections with
    /// [`Self::with_sections`].
    pub fn goals(&self) -> impl Iterator<Item = (&'a Goal, &GoalJudgement)> {
        self.goals.iter().map(|(goal, judgement)| (*goal, judgement))
    }

    /// The reports that were not used, and why.
    #[must_use]
    pub fn unused(&self) -> &[UnusedReturn<'a>] {
        &self.unused
    }

    /// What is missing for a verdict on a task, its indicators, works and goals.
    #[must_use]
    pub fn gaps_of(&self, task: &TaskOutcome<'a>) -> Vec<MissingInput<'a>> {
        let number = Some(task.task().number);
        let indicators = self.indicators.iter().filter(|it| it.indicator().task == number);
        let works = self.works.iter().filter(|it| it.work().task == number);
        let mut gaps: Vec<_> = task.gaps().collect();
        gaps.extend(indicators.flat_map(IndicatorOutcome::gaps));
        gaps.extend(works.filter_map(WorkOutcome::gap));
        for goal in self.plan.goals.iter().filter(|goal| goal.task == number) {
            gaps.extend(self.gaps_of_goal(goal));
        }
        gaps
    }

    /// What is missing for a verdict on a goal: nothing where it has one, whatever its open members
    /// become; of one on sections with [`Self::with_sections`].
    #[must_use]
    pub fn gaps_of_goal(&self, goal: &Goal) -> Vec<MissingInput<'a>> {
        let judged = self.goals.iter().find(|(it, _)| it.id == goal.id);
        if judged.is_some_and(|(_, it)| it.outcome().verdict().reason().is_none()) {
            return Vec::new();
        }
        let sources = self.sources.iter().filter(|it| it.source().counts_in(&goal.selector));
        let flows = self.flows.iter().filter(|it| it.flow_target().counts_in(&goal.selector));
        match goal.kind.subject() {
            GoalSubject::Sections => {
                let fits = |section: &PlanSection| section.is_selected_by(&goal.selector);
                let sections = self.sections.iter().filter(|(section, _)| fits(section));
                let gaps = |(section, gaps): &(&'a PlanSection, SectionGaps)| {
                    let kinds = gaps.of_goal(goal.kind.is_on_targets()).iter();
                    let of = |kind| MissingInput::of_section(kind, &section.name);
                    kinds.copied().map(of).collect::<Vec<_>>()
                };
                sections.flat_map(gaps).collect()
            }
            GoalSubject::Sources => sources.filter_map(SourceOutcome::gap).collect(),
            GoalSubject::Flows => flows.filter_map(FlowOutcome::gap).collect(),
        }
    }
}
