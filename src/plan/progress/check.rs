//! Whether reports fit their plan: names, counties, kinds, and nothing twice.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

use crate::assess::flow::base_flow::BaseFlowError;
use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::{Indicator, IndicatorTarget};
use crate::plan::file::plan::Plan;
use crate::plan::progress::error::ReturnError;
use crate::plan::progress::returns::{
    DailyFlow, ReturnedOn, ReturnedState, ReturnedValue, Returns,
};
use crate::reading::time::date::Date;
use crate::text::error_text::QuotedText;

/// What was reported already: the kind and name, the county, the day.
type Seen = BTreeSet<(String, Option<String>, Date)>;

impl Returns {
    /// Checks that every report fits the plan, whatever the day.
    ///
    /// [`Plan::progress`] does so first.
    ///
    /// # Errors
    /// The first report that does not.
    pub fn check(&self, plan: &Plan) -> Result<(), ReturnError> {
        let mut seen = Seen::new();
        for value in &self.values {
            value.check(plan)?;
            once(
                &mut seen,
                format!("{} as number", value.id),
                value.county.as_deref(),
                value.as_of,
                &value.id,
            )?;
        }
        for state in &self.states {
            let name = match &state.on {
                ReturnedOn::Task(number) => {
                    self.check_task(state, *number, plan)?;
                    task_name(*number)
                }
                ReturnedOn::Indicator(id) => {
                    state.check(id, plan)?;
                    id.clone()
                }
            };
            once(
                &mut seen,
                format!("{name} as state"),
                state.county.as_deref(),
                state.as_of,
                &name,
            )?;
        }
        self.check_targets(plan)?;
        self.check_deadlines(plan)?;
        self.check_sources(plan)?;
        let mut days = BTreeSet::new();
        for flow in &self.flows {
            if !plan.flow_targets.iter().any(|target| target.section == flow.section) {
                let section = QuotedText::new(&flow.section);
                return Err(ReturnError::UnknownFlowSection { section });
            }
            for &DailyFlow { day, .. } in &flow.days {
                if !days.insert((&flow.section, day)) {
                    return Err(BaseFlowError::TwoFlows { day }.into());
                }
            }
        }
        Ok(())
    }

    fn check_task(
        &self,
        state: &ReturnedState,
        number: u16,
        plan: &Plan,
    ) -> Result<(), ReturnError> {
        let Some(task) = plan.task(number) else {
            return Err(ReturnError::UnknownTask { task: number });
        };
        if let Some(county) = &state.county {
            if !plan.counties_of(task).contains(&county.as_str()) {
                let id = QuotedText::new(&task_name(number));
                return Err(ReturnError::UnknownCounty { id, county: QuotedText::new(county) });
            }
            let whole = |other: &ReturnedState| other.on == state.on && other.county.is_none();
            if self.states.iter().any(whole) {
                return Err(ReturnError::WholeAndByCounty { task: number });
            }
        }
        Ok(())
    }

    fn check_targets(&self, plan: &Plan) -> Result<(), ReturnError> {
        for (place, target) in self.targets.iter().enumerate() {
            let id = QuotedText::new(&target.id);
            let indicator = find(plan, &target.id).ok_or(ReturnError::UnknownId { id })?;
            if !matches!(indicator.target, IndicatorTarget::GivenElsewhere(_)) {
                return Err(ReturnError::TargetNotAsked { id });
            }
            if self.targets[..place].iter().any(|other| other.id == target.id) {
                return Err(ReturnError::TargetTwice { id });
            }
        }
        Ok(())
    }

    fn check_deadlines(&self, plan: &Plan) -> Result<(), ReturnError> {
        for (place, told) in self.deadlines.iter().enumerate() {
            let number = told.task;
            let task = plan.task(number).ok_or(ReturnError::UnknownTask { task: number })?;
            if !matches!(task.deadline, Deadline::WorkingDaysAfter { .. }) {
                return Err(ReturnError::DeadlineNotAsked { task: number });
            }
            if self.deadlines[..place].iter().any(|other| other.task == number) {
                return Err(ReturnError::TargetTwice { id: QuotedText::new(&task_name(number)) });
            }
        }
        Ok(())
    }

    fn check_sources(&self, plan: &Plan) -> Result<(), ReturnError> {
        let mut spans = BTreeSet::new();
        for result in &self.sources {
            let source_name = QuotedText::new(&result.source);
            if !plan.drinking_water_sources.iter().any(|source| source.name == result.source) {
                return Err(ReturnError::UnknownSource { source_name });
            }
            let (year, from, to) = (plan.year, result.from, result.to);
            if from > to || from.year() != year || to.year() != year {
                return Err(ReturnError::Span { source_name, year, from, to });
            }
            if !spans.insert((&result.source, from, to)) {
                return Err(ReturnError::Twice { id: source_name, as_of: to });
            }
        }
        Ok(())
    }
}

impl ReturnedValue {
    fn check(&self, plan: &Plan) -> Result<(), ReturnError> {
        let id = QuotedText::new(&self.id);
        if plan.buffer_works.iter().any(|work| work.id == self.id) {
            return match &self.county {
                None => Ok(()),
                Some(county) => {
                    Err(ReturnError::CountyNotAsked { id, county: QuotedText::new(county) })
                }
            };
        }
        let indicator = find(plan, &self.id).ok_or(ReturnError::UnknownId { id })?;
        if !indicator.target.is_number() {
            return Err(ReturnError::NotANumber { id });
        }
        check_county(indicator, self.county.as_deref())
    }
}

impl ReturnedState {
    fn check(&self, id: &str, plan: &Plan) -> Result<(), ReturnError> {
        let quoted = QuotedText::new(id);
        let indicator = find(plan, id).ok_or(ReturnError::UnknownId { id: quoted })?;
        match indicator.target {
            IndicatorTarget::Bound(_) | IndicatorTarget::GivenElsewhere(_) => {
                Err(ReturnError::NotAState { id: quoted })
            }
            _ => check_county(indicator, self.county.as_deref()),
        }
    }
}

fn find<'a>(plan: &'a Plan, id: &str) -> Option<&'a Indicator> {
    plan.indicators.iter().find(|indicator| indicator.id == id)
}

fn task_name(number: u16) -> String {
    format!("task {number}")
}

fn check_county(indicator: &Indicator, county: Option<&str>) -> Result<(), ReturnError> {
    let id = QuotedText::new(&indicator.id);
    let counties = indicator.each_county();
    match county {
        None if counties.is_empty() => Ok(()),
        None => Err(ReturnError::CountyNeeded { id }),
        Some(county) if counties.iter().any(|other| other == county) => Ok(()),
        Some(county) if counties.is_empty() => {
            Err(ReturnError::CountyNotAsked { id, county: QuotedText::new(county) })
        }
        Some(county) => Err(ReturnError::UnknownCounty { id, county: QuotedText::new(county) }),
    }
}

fn once(
    seen: &mut Seen,
    key: String,
    county: Option<&str>,
    as_of: Date,
    name: &str,
) -> Result<(), ReturnError> {
    if seen.insert((key, county.map(String::from), as_of)) {
        Ok(())
    } else {
        Err(ReturnError::Twice { id: QuotedText::new(name), as_of })
    }
}
