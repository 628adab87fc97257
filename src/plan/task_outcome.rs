//! Where a task of a plan stands, as a whole or by county.

use alloc::vec::Vec;

use crate::plan::desk::Desk;
use crate::plan::gap::Gap;
use crate::plan::part_outcome::{PartOutcome, worst};
use crate::plan::plan::Plan;
use crate::plan::reported::ReportedOn;
use crate::plan::standing::Standing;
use crate::plan::task::Task;
use crate::plan::unit::UnitRole;
use crate::reading::date::Date;

/// Where a task stands, by the states of work that are reported; its indicators stand apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskOutcome<'a> {
    task: &'a Task,
    last_day: Option<Date>,
    parts: Vec<PartOutcome<'a>>,
}

impl Plan {
    /// The counties whose governments are responsible for a task, each once.
    pub(crate) fn counties_of(&self, task: &Task) -> Vec<&str> {
        let units = self.units_of(task, UnitRole::Responsible);
        let mut counties = Vec::new();
        for county in units.into_iter().filter_map(|unit| unit.county.as_deref()) {
            if !counties.contains(&county) {
                counties.push(county);
            }
        }
        counties
    }
}

impl<'a> TaskOutcome<'a> {
    /// By county where any state is reported for one, and as a whole otherwise.
    pub(crate) fn new(
        task: &'a Task,
        last_day: Option<Date>,
        desk: &Desk<'a>,
        counties: &[&'a str],
    ) -> Self {
        let is_it = |on: &ReportedOn| *on == ReportedOn::Task(task.number);
        let by_county = desk.states(is_it).any(|(county, ..)| county.is_some());
        let part = |county| desk.task_part(task.number, last_day, county);
        let parts = if by_county {
            counties.iter().map(|county| part(Some(*county))).collect()
        } else {
            Vec::from([part(None)])
        };
        Self { task, last_day, parts }
    }

    /// The task.
    #[must_use]
    pub const fn task(&self) -> &'a Task {
        self.task
    }

    /// The last day that is in time; `None` where it hangs on an event that nobody told.
    #[must_use]
    pub const fn last_day(&self) -> Option<Date> {
        self.last_day
    }

    /// Where it stands: where the worst county stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        worst(&self.parts)
    }

    /// The counties that report, or one part for all.
    #[must_use]
    pub fn parts(&self) -> &[PartOutcome<'a>] {
        &self.parts
    }

    /// Where it stands in a county: by its own report, or by the one for all.
    #[must_use]
    pub fn standing_in(&self, county: &str) -> Standing {
        let own = self.parts.iter().find(|part| part.county() == Some(county));
        own.map_or_else(|| self.standing(), PartOutcome::standing)
    }

    /// What is missing for a verdict on the work itself.
    pub fn gaps(&self) -> impl Iterator<Item = Gap<'a>> {
        let name = self.task.title.as_str();
        self.parts.iter().filter_map(move |part| {
            Some(Gap { kind: part.missing?, name, name_en: None, county: part.county() })
        })
    }
}
