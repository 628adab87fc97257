//! How far a plan is, counted by county and by unit.

use alloc::vec::Vec;

use crate::plan::file::office::{Office, OfficeRole};
use crate::plan::progress::indicators::{IndicatorOutcome, WorkOutcome};
use crate::plan::progress::parts::PartOutcome;
use crate::plan::progress::progress::PlanProgress;
use crate::plan::progress::standing::{Standing, StandingCounts};
use crate::plan::progress::tasks::TaskOutcome;
use crate::text::name_index::NameIndex;

/// How far a county is: the tasks that its government is responsible for, and what has a value
/// of its own there. Figures of the whole city stand in no county.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CountyProgress<'a> {
    county: &'a str,
    tasks: StandingCounts,
    indicators: StandingCounts,
    works: StandingCounts,
}

/// How far the tasks of a unit in one role are, and the indicators in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct OfficeProgress<'a> {
    #[cfg_attr(feature = "serde", serde(serialize_with = "name_alone"))]
    unit: &'a Office,
    role: OfficeRole,
    tasks: StandingCounts,
    indicators: StandingCounts,
}

impl<'a> CountyProgress<'a> {
    /// The county.
    #[must_use]
    pub const fn county(&self) -> &'a str {
        self.county
    }

    /// The tasks, by where they stand in the county.
    #[must_use]
    pub const fn tasks(&self) -> &StandingCounts {
        &self.tasks
    }

    /// The indicators that the county has a value of its own of.
    #[must_use]
    pub const fn indicators(&self) -> &StandingCounts {
        &self.indicators
    }

    /// The works in the county.
    #[must_use]
    pub const fn works(&self) -> &StandingCounts {
        &self.works
    }
}

impl<'a> OfficeProgress<'a> {
    /// The unit; groups are taken apart.
    #[must_use]
    pub const fn unit(&self) -> &'a Office {
        self.unit
    }

    /// What it is to the tasks.
    #[must_use]
    pub const fn role(&self) -> OfficeRole {
        self.role
    }

    /// The tasks; of a county's government, by where they stand in the county.
    #[must_use]
    pub const fn tasks(&self) -> &StandingCounts {
        &self.tasks
    }

    /// The indicators in those tasks; of a county's government, by where they stand in the
    /// county, without those of other counties.
    #[must_use]
    pub const fn indicators(&self) -> &StandingCounts {
        &self.indicators
    }
}

/// Which counts of a county one more goes to.
type Counted = for<'c, 'a> fn(&'c mut CountyProgress<'a>) -> &'c mut StandingCounts;

impl<'a> PlanProgress<'a> {
    /// The tasks that a unit has in a role, in the order of the plan.
    pub fn tasks_of(
        &self,
        unit: &'a Office,
        role: OfficeRole,
    ) -> impl Iterator<Item = &TaskOutcome<'a>> {
        self.tasks().iter().filter(move |outcome| {
            let units = self.plan().offices_of(outcome.task(), role);
            units.iter().any(|other| other.name == unit.name)
        })
    }

    /// Each county, in the order of the plan.
    #[must_use]
    pub fn by_county(&self) -> Vec<CountyProgress<'a>> {
        let none = StandingCounts::default();
        let counties = self.plan().counties().into_iter();
        let mut all: Vec<_> = counties
            .map(|county| CountyProgress { county, tasks: none, indicators: none, works: none })
            .collect();
        let places: NameIndex<'_> = all.iter().map(|it| it.county).collect();
        let mut count = |county: Option<&str>, of: Counted, standing: Standing| {
            let place = county.and_then(|county| places.get(county));
            if let Some(progress) = place.and_then(|place| all.get_mut(place)) {
                of(progress).add(standing);
            }
        };
        for outcome in self.tasks() {
            let mut own = NameIndex::default();
            for (place, part) in outcome.parts().iter().enumerate() {
                if let Some(county) = part.county() {
                    own.add(county, place);
                }
            }
            let whole = outcome.standing();
            for county in self.plan().counties_of(outcome.task()) {
                let part = own.get(county).and_then(|place| outcome.parts().get(place));
                let standing = part.map_or(whole, PartOutcome::standing);
                count(Some(county), |progress| &mut progress.tasks, standing);
            }
        }
        for part in self.indicators().iter().flat_map(IndicatorOutcome::parts) {
            count(part.county(), |progress| &mut progress.indicators, part.standing());
        }
        for part in self.works().iter().map(WorkOutcome::part) {
            count(part.county(), |progress| &mut progress.works, part.standing());
        }
        all
    }

    /// Each unit in each role that it has, in the order of the plan.
    #[must_use]
    pub fn by_office(&self) -> Vec<OfficeProgress<'a>> {
        let units = self.plan().units.iter().filter(|unit| !unit.is_group());
        units
            .flat_map(|unit| OfficeRole::ALL.map(|role| self.unit_progress(unit, role)))
            .filter(|progress| progress.tasks.total() > 0)
            .collect()
    }

    fn unit_progress(&self, unit: &'a Office, role: OfficeRole) -> OfficeProgress<'a> {
        let tasks: Vec<_> = self.tasks_of(unit, role).collect();
        let is_of = |indicator: &&IndicatorOutcome<'a>| {
            let number = indicator.indicator().task;
            tasks.iter().any(|outcome| Some(outcome.task().number) == number)
        };
        let standing = |outcome: &&TaskOutcome<'a>| match (role, &unit.county) {
            (OfficeRole::Responsible, Some(county)) => outcome.standing_in(county),
            _ => outcome.standing(),
        };
        // Of a county's government, what the county has a value of its own of stands by that.
        let of_county = |outcome: &IndicatorOutcome<'a>| match (role, &unit.county) {
            (OfficeRole::Responsible, Some(county)) => outcome.standing_in(county),
            _ => Some(outcome.standing()),
        };
        OfficeProgress {
            unit,
            role,
            tasks: tasks.iter().map(standing).collect(),
            indicators: self.indicators().iter().filter(is_of).filter_map(of_county).collect(),
        }
    }

    /// The tasks, counted by where they stand.
    #[must_use]
    pub fn task_counts(&self) -> StandingCounts {
        self.tasks().iter().map(TaskOutcome::standing).collect()
    }

    /// The indicators, counted by where they stand.
    #[must_use]
    pub fn indicator_counts(&self) -> StandingCounts {
        self.indicators().iter().map(IndicatorOutcome::standing).collect()
    }
}

/// An office stands in plain data by its name.
#[cfg(feature = "serde")]
fn name_alone<S: serde::Serializer>(office: &Office, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&office.name)
}
