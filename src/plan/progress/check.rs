//! Whether reports fit their plan: names, counties, kinds, and nothing twice.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::assess::flow::base_flow::BaseFlowError;
use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::{Indicator, IndicatorTarget};
use crate::plan::file::plan::Plan;
use crate::plan::file::task::Task;
use crate::plan::progress::error::ReturnError;
use crate::plan::progress::returns::{
    DailyFlow, ReturnedOn, ReturnedState, ReturnedValue, Returns,
};
use crate::reading::time::date::Date;
use crate::text::error_text::QuotedText;
use crate::text::name_index::NameIndex;

/// What was reported already: a text of the kind, name and county, the first day and the last.
type Seen = BTreeSet<(String, Date, Date)>;

impl Returns {
    /// Checks that every report fits the plan, whatever the day.
    ///
    /// [`Plan::progress`] does so first.
    ///
    /// # Errors
    /// The first report that does not.
    pub fn check(&self, plan: &Plan) -> Result<(), ReturnError> {
        let mut seen = Seen::new();
        let index = PlanIndex::new(plan, self);
        for value in &self.values {
            value.check(&index)?;
            once(&mut seen, ("number", &value.id, value.county.as_deref()), value.as_of)?;
        }
        for state in &self.states {
            let name = match &state.on {
                ReturnedOn::Task(number) => {
                    check_task(state, *number, &index)?;
                    task_name(*number)
                }
                ReturnedOn::Indicator(id) => {
                    state.check(id, &index)?;
                    id.clone()
                }
            };
            once(&mut seen, ("state", &name, state.county.as_deref()), state.as_of)?;
        }
        self.check_targets(&index)?;
        self.check_deadlines(&index)?;
        self.check_sources(plan)?;
        let flow_sections: NameIndex<'_> =
            plan.flow_targets.iter().map(|it| it.section.as_str()).collect();
        let mut days = Seen::new();
        for flow in &self.flows {
            if !flow_sections.contains(&flow.section) {
                let section = QuotedText::new(&flow.section);
                return Err(ReturnError::UnknownFlowSection { section });
            }
            for &DailyFlow { day, .. } in &flow.days {
                if !days.insert((flow.section.clone(), day, day)) {
                    return Err(BaseFlowError::TwoFlows { day }.into());
                }
            }
        }
        Ok(())
    }

    fn check_targets(&self, index: &PlanIndex<'_>) -> Result<(), ReturnError> {
        let mut told = NameIndex::default();
        for (place, target) in self.targets.iter().enumerate() {
            let id = QuotedText::new(&target.id);
            let indicator = index.indicator(&target.id).ok_or(ReturnError::UnknownId { id })?;
            if !matches!(indicator.indicator.target, IndicatorTarget::GivenElsewhere(_)) {
                return Err(ReturnError::TargetNotAsked { id });
            }
            if !told.add(&target.id, place) {
                return Err(ReturnError::TargetTwice { id });
            }
        }
        Ok(())
    }

    fn check_deadlines(&self, index: &PlanIndex<'_>) -> Result<(), ReturnError> {
        let mut told = vec![false; index.tasks.len()];
        for deadline in &self.deadlines {
            let number = deadline.task;
            let unknown = ReturnError::UnknownTask { task: number };
            let place = *index.task_places.get(&number).ok_or(unknown)?;
            let task = index.tasks[place].task;
            if !matches!(task.deadline, Deadline::WorkingDaysAfter { .. }) {
                return Err(ReturnError::DeadlineNotAsked { task: number });
            }
            if core::mem::replace(&mut told[place], true) {
                return Err(ReturnError::TargetTwice { id: QuotedText::new(&task_name(number)) });
            }
        }
        Ok(())
    }

    fn check_sources(&self, plan: &Plan) -> Result<(), ReturnError> {
        let known: NameIndex<'_> =
            plan.drinking_water_sources.iter().map(|it| it.name.as_str()).collect();
        let mut spans = Seen::new();
        for result in &self.sources {
            let source_name = QuotedText::new(&result.source);
            if !known.contains(&result.source) {
                return Err(ReturnError::UnknownSource { source_name });
            }
            let (year, from, to) = (plan.year, result.from, result.to);
            if from > to || from.year() != year || to.year() != year {
                return Err(ReturnError::Span { source_name, year, from, to });
            }
            if !spans.insert((result.source.clone(), from, to)) {
                return Err(ReturnError::Twice { id: source_name, as_of: to });
            }
        }
        Ok(())
    }
}

/// What reports are about, found by name, number and county.
struct PlanIndex<'a> {
    indicator_places: NameIndex<'a>,
    indicators: Vec<IndexedIndicator<'a>>,
    works: NameIndex<'a>,
    task_places: BTreeMap<u16, usize>,
    tasks: Vec<IndexedTask<'a>>,
}

struct IndexedIndicator<'a> {
    indicator: &'a Indicator,
    counties: NameIndex<'a>,
}

struct IndexedTask<'a> {
    task: &'a Task,
    counties: NameIndex<'a>,
    /// Whether a state of it as a whole is reported.
    as_a_whole: bool,
}

impl<'a> PlanIndex<'a> {
    fn new(plan: &'a Plan, reported: &Returns) -> Self {
        let mut index = Self {
            indicator_places: plan.indicators.iter().map(|it| it.id.as_str()).collect(),
            indicators: Vec::new(),
            works: plan.buffer_works.iter().map(|work| work.id.as_str()).collect(),
            task_places: BTreeMap::new(),
            tasks: Vec::new(),
        };
        for indicator in &plan.indicators {
            let counties = indicator.each_county().iter().map(String::as_str).collect();
            index.indicators.push(IndexedIndicator { indicator, counties });
        }
        for (place, task) in plan.tasks.iter().enumerate() {
            let counties = plan.counties_of(task).into_iter().collect();
            index.task_places.entry(task.number).or_insert(place);
            index.tasks.push(IndexedTask { task, counties, as_a_whole: false });
        }
        for state in reported.states.iter().filter(|state| state.county.is_none()) {
            if let ReturnedOn::Task(number) = &state.on
                && let Some(&place) = index.task_places.get(number)
            {
                index.tasks[place].as_a_whole = true;
            }
        }
        index
    }

    fn indicator(&self, id: &str) -> Option<&IndexedIndicator<'a>> {
        self.indicators.get(self.indicator_places.get(id)?)
    }

    fn task(&self, number: u16) -> Option<&IndexedTask<'a>> {
        self.tasks.get(*self.task_places.get(&number)?)
    }
}

fn check_task(
    state: &ReturnedState,
    number: u16,
    index: &PlanIndex<'_>,
) -> Result<(), ReturnError> {
    let Some(task) = index.task(number) else {
        return Err(ReturnError::UnknownTask { task: number });
    };
    if let Some(county) = &state.county {
        if !task.counties.contains(county) {
            let id = QuotedText::new(&task_name(number));
            return Err(ReturnError::UnknownCounty { id, county: QuotedText::new(county) });
        }
        if task.as_a_whole {
            return Err(ReturnError::WholeAndByCounty { task: number });
        }
    }
    Ok(())
}

impl ReturnedValue {
    fn check(&self, index: &PlanIndex<'_>) -> Result<(), ReturnError> {
        let id = QuotedText::new(&self.id);
        if index.works.contains(&self.id) {
            return match &self.county {
                None => Ok(()),
                Some(county) => {
                    Err(ReturnError::CountyNotAsked { id, county: QuotedText::new(county) })
                }
            };
        }
        let found = index.indicator(&self.id).ok_or(ReturnError::UnknownId { id })?;
        if !found.indicator.target.is_number() {
            return Err(ReturnError::NotANumber { id });
        }
        check_county(found, self.county.as_deref())
    }
}

impl ReturnedState {
    fn check(&self, id: &str, index: &PlanIndex<'_>) -> Result<(), ReturnError> {
        let quoted = QuotedText::new(id);
        let found = index.indicator(id).ok_or(ReturnError::UnknownId { id: quoted })?;
        match found.indicator.target {
            IndicatorTarget::Bound(_) | IndicatorTarget::GivenElsewhere(_) => {
                Err(ReturnError::NotAState { id: quoted })
            }
            _ => check_county(found, self.county.as_deref()),
        }
    }
}

fn task_name(number: u16) -> String {
    format!("task {number}")
}

fn check_county(found: &IndexedIndicator<'_>, county: Option<&str>) -> Result<(), ReturnError> {
    let id = QuotedText::new(&found.indicator.id);
    let counties = &found.counties;
    match county {
        None if counties.len() == 0 => Ok(()),
        None => Err(ReturnError::CountyNeeded { id }),
        Some(county) if counties.contains(county) => Ok(()),
        Some(county) if counties.len() == 0 => {
            Err(ReturnError::CountyNotAsked { id, county: QuotedText::new(county) })
        }
        Some(county) => Err(ReturnError::UnknownCounty { id, county: QuotedText::new(county) }),
    }
}

fn once(
    seen: &mut Seen,
    about: (&str, &str, Option<&str>),
    as_of: Date,
) -> Result<(), ReturnError> {
    // Quoted, so that no two different things are the same text.
    if seen.insert((format!("{about:?}"), as_of, as_of)) {
        Ok(())
    } else {
        Err(ReturnError::Twice { id: QuotedText::new(about.1), as_of })
    }
}
