//! Where a task of a plan stands, as a whole or by county.

use alloc::vec::Vec;

use crate::plan::file::task::Task;
use crate::plan::progress::evidence::Desk;
use crate::plan::progress::missing_input::MissingInput;
use crate::plan::progress::parts::{PartOutcome, worst};
use crate::plan::progress::standing::Standing;
use crate::reading::time::date::Date;

/// Where a task stands, by the states of work that are reported; its indicators stand apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskOutcome<'a> {
    task: &'a Task,
    last_day: Option<Date>,
    parts: Vec<PartOutcome<'a>>,
}

impl<'a> TaskOutcome<'a> {
    /// By county where any state is reported for one, and as a whole otherwise.
    pub(crate) fn new(
        task: &'a Task,
        last_day: Option<Date>,
        desk: &Desk<'a>,
        counties: &[&'a str],
    ) -> Self {
        let by_county = desk.has_states_by_county(task.number);
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
    pub fn gaps(&self) -> impl Iterator<Item = MissingInput<'a>> {
        let name = self.task.title.as_str();
        self.parts.iter().filter_map(move |part| {
            Some(MissingInput { kind: part.missing?, name, name_en: None, county: part.county() })
        })
    }
}
