//! What the form of a plan file cannot check of its programme: sources, flows, works,
//! indicators, units, tasks.

use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::number::decimal::Decimal;
use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::{Indicator, IndicatorScopeKind, IndicatorTarget};
use crate::plan::file::office::OfficeRole;
use crate::plan::file::plan::Plan;
use crate::plan::goal::goal::{Goal, GoalSubject, Selector};
use crate::reading::time::date::Date;
use crate::standard::bound::Bound;
use crate::text::error_text::QuotedText;
use crate::text::name_index::NameIndex;

/// What is wrong with the programme of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProgrammeError {
    /// Two of a kind share a name, an alias, an id or a number; or a name is empty or has
    /// spaces around it.
    #[error(
        "{name}: expected a name, id or number that no other {kind} has, without spaces around it"
    )]
    Name {
        /// What kind of thing it is.
        kind: &'static str,
        /// The name, id or number.
        name: QuotedText,
    },
    /// A task, section or unit that the plan does not have.
    #[error("{name}: expected a {kind} of the plan, found {found}")]
    Unknown {
        /// The name or id of what refers to it.
        name: QuotedText,
        /// What kind of thing was expected.
        kind: &'static str,
        /// The name or number that was found.
        found: QuotedText,
    },
    /// A goal with nothing to count.
    #[error("{name}: expected at least one {kind} to count, found none")]
    NothingCounted {
        /// The id of the goal.
        name: QuotedText,
        /// What the goal counts.
        kind: &'static str,
    },
    /// A part of a selector that says nothing of what the goal counts.
    #[error("{name}: expected a selector without {key}, which the goal's members do not have")]
    SelectorNotRead {
        /// The id of the goal.
        name: QuotedText,
        /// The part of the selector.
        key: &'static str,
    },
    /// No county, or one twice.
    #[error("{name}: expected each of its counties once, and at least one")]
    Counties {
        /// The name or id.
        name: QuotedText,
    },
    /// Counties where there is one value for all.
    #[error("{name}: expected counties only in a scope of kind each_county")]
    CountiesNotAsked {
        /// The id.
        name: QuotedText,
    },
    /// A bound that no number keeps to.
    #[error("{name}: expected a bound that a value can keep to, found {bound}")]
    Bound {
        /// The id.
        name: QuotedText,
        /// The bound.
        bound: Bound,
    },
    /// A flow target without one number to keep, or with two.
    #[error("{name}: expected a base flow or a lowest level above 0, and not both")]
    Flow {
        /// The control section.
        name: QuotedText,
    },
    /// A length that is not valid.
    #[error("{name}: expected a length above 0, found {length}")]
    Length {
        /// The id.
        name: QuotedText,
        /// The length, in km.
        length: Decimal,
    },
    /// Something due before its first day.
    #[error("{name}: expected a last day that is not before the first, {since}, found {due}")]
    DueBeforeSince {
        /// The id.
        name: QuotedText,
        /// The first day.
        since: Date,
        /// The last day.
        due: Date,
    },
    /// A group of units in a group.
    #[error("{name}: expected members that are no groups, found {found}")]
    GroupInGroup {
        /// The group.
        name: QuotedText,
        /// The member.
        found: QuotedText,
    },
}

/// Names of one kind, each once.
struct UniqueNames<'a> {
    kind: &'static str,
    seen: NameIndex<'a>,
}

impl<'a> UniqueNames<'a> {
    fn of(kind: &'static str) -> Self {
        Self { kind, seen: NameIndex::default() }
    }

    fn add(&mut self, name: &'a str) -> Result<(), ProgrammeError> {
        if name.is_empty() || name.trim() != name || !self.seen.add(name, 0) {
            return Err(ProgrammeError::Name { kind: self.kind, name: QuotedText::new(name) });
        }
        Ok(())
    }
}

fn unknown(name: &str, kind: &'static str, found: &str) -> ProgrammeError {
    ProgrammeError::Unknown { name: QuotedText::new(name), kind, found: QuotedText::new(found) }
}

fn counties(name: &str, counties: &[String]) -> Result<(), ProgrammeError> {
    let each: NameIndex<'_> = counties.iter().map(String::as_str).collect();
    if counties.is_empty() || each.len() != counties.len() {
        return Err(ProgrammeError::Counties { name: QuotedText::new(name) });
    }
    Ok(())
}

impl Plan {
    /// Checks the lists beside the sections.
    pub(crate) fn validate_programme(&self) -> Result<(), ProgrammeError> {
        self.validate_offices()?;
        self.validate_tasks()?;
        self.validate_sources()?;
        let mut sections = UniqueNames::of("flow target");
        for flow in &self.flow_targets {
            sections.add(&flow.section)?;
            let target = flow.target();
            let both = flow.base_flow.is_some() && flow.lowest_level.is_some();
            if both || target.is_none_or(|target| target <= Decimal::ZERO) {
                return Err(ProgrammeError::Flow { name: QuotedText::new(&flow.section) });
            }
        }
        let mut ids = UniqueNames::of("goal, indicator or work");
        for goal in &self.goals {
            ids.add(&goal.id)?;
            self.validate_goal(goal)?;
        }
        for work in &self.buffer_works {
            ids.add(&work.id)?;
            self.validate_task_of(&work.id, work.task)?;
            if self.section(&work.national_section).is_none() {
                return Err(unknown(&work.id, "section", &work.national_section));
            }
            if work.length <= Decimal::ZERO {
                let name = QuotedText::new(&work.id);
                return Err(ProgrammeError::Length { name, length: work.length });
            }
        }
        for indicator in &self.indicators {
            ids.add(&indicator.id)?;
            self.validate_indicator(indicator)?;
        }
        Ok(())
    }

    fn validate_offices(&self) -> Result<(), ProgrammeError> {
        let mut names = UniqueNames::of("unit");
        let by_name = self.units_by_name();
        for unit in &self.units {
            names.add(&unit.name)?;
            unit.aliases.iter().try_for_each(|alias| names.add(alias))?;
            for member in &unit.members {
                match self.unit_at(&by_name, member) {
                    None => return Err(unknown(&unit.name, "unit", member)),
                    Some(other) if other.is_group() => {
                        let (name, found) = (QuotedText::new(&unit.name), QuotedText::new(member));
                        return Err(ProgrammeError::GroupInGroup { name, found });
                    }
                    Some(_) => {}
                }
            }
        }
        Ok(())
    }

    fn validate_tasks(&self) -> Result<(), ProgrammeError> {
        let mut places: BTreeMap<u16, usize> = BTreeMap::new();
        let by_name = self.units_by_name();
        for (place, task) in self.tasks.iter().enumerate() {
            if places.insert(task.number, place).is_some() {
                let name = QuotedText::new(&alloc::format!("{}", task.number));
                return Err(ProgrammeError::Name { kind: "task", name });
            }
            for name in OfficeRole::ALL.into_iter().flat_map(|role| task.units(role)) {
                if !by_name.contains(name) {
                    return Err(unknown(&task.title, "unit", name));
                }
            }
        }
        Ok(())
    }

    fn validate_sources(&self) -> Result<(), ProgrammeError> {
        let mut names = UniqueNames::of("source");
        for source in &self.drinking_water_sources {
            names.add(&source.name)?;
            counties(&source.name, &source.counties)?;
        }
        self.town_sources.iter().try_for_each(|source| names.add(&source.name))
    }

    fn validate_goal(&self, goal: &Goal) -> Result<(), ProgrammeError> {
        self.validate_task_of(&goal.id, goal.task)?;
        let subject = goal.kind.subject();
        let Selector { level, county, water, sections } = &goal.selector;
        let not_read = match subject {
            GoalSubject::Sections => None,
            GoalSubject::Sources => [
                level.map(|_| "level"),
                water.as_ref().map(|_| "water"),
                sections.first().map(|_| "sections"),
            ]
            .into_iter()
            .flatten()
            .next(),
            GoalSubject::Flows => level.map(|_| "level").or(county.as_ref().map(|_| "county")),
        };
        if let Some(key) = not_read {
            let name = QuotedText::new(&goal.id);
            return Err(ProgrammeError::SelectorNotRead { name, key });
        }
        for name in sections {
            let known = match subject {
                GoalSubject::Flows => self.flow_targets.iter().any(|flow| flow.section == *name),
                _ => self.sections.iter().any(|section| section.name == *name),
            };
            if !known {
                return Err(unknown(&goal.id, "section", name));
            }
        }
        let (kind, counted) = match subject {
            GoalSubject::Sections => return Ok(()),
            GoalSubject::Sources => {
                let mut sources = self.drinking_water_sources.iter();
                ("source in use", sources.any(|source| source.counts_in(&goal.selector)))
            }
            GoalSubject::Flows => {
                let mut flows = self.flow_targets.iter();
                ("flow target", flows.any(|flow| flow.counts_in(&goal.selector)))
            }
        };
        let name = QuotedText::new(&goal.id);
        if counted { Ok(()) } else { Err(ProgrammeError::NothingCounted { name, kind }) }
    }

    fn validate_task_of(&self, id: &str, task: Option<u16>) -> Result<(), ProgrammeError> {
        match task {
            Some(number) if self.task(number).is_none() => {
                Err(unknown(id, "task", &alloc::format!("{number}")))
            }
            _ => Ok(()),
        }
    }

    fn validate_indicator(&self, indicator: &Indicator) -> Result<(), ProgrammeError> {
        let name = QuotedText::new(&indicator.id);
        self.validate_task_of(&indicator.id, indicator.task)?;
        let bound = match indicator.target {
            IndicatorTarget::Bound(bound) | IndicatorTarget::Trigger { when: bound, .. } => {
                Some(bound)
            }
            _ => None,
        };
        if let Some(bound @ Bound::Within(low, high)) = bound
            && high < low
        {
            return Err(ProgrammeError::Bound { name, bound });
        }
        if let Some(scope) = &indicator.scope {
            if scope.kind == IndicatorScopeKind::EachCounty {
                counties(&indicator.id, &scope.counties)?;
            } else if !scope.counties.is_empty() {
                return Err(ProgrammeError::CountiesNotAsked { name });
            }
        }
        let due = indicator.due.as_ref().and_then(|due| match due {
            Deadline::WorkingDaysAfter { .. } => None,
            due => due.last_day(self.year),
        });
        match (indicator.since, due) {
            (Some(since), Some(due)) if due < since => {
                Err(ProgrammeError::DueBeforeSince { name, since, due })
            }
            _ => Ok(()),
        }
    }
}
