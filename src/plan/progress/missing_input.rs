//! What is missing for a verdict on a goal or a task.

use crate::plan::progress::standing::Standing;

/// Something that is missing for a verdict on a goal or a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MissingInput<'a> {
    pub(crate) kind: MissingInputKind,
    pub(crate) name: &'a str,
    pub(crate) name_en: Option<&'a str>,
    pub(crate) county: Option<&'a str>,
}

/// What kind of thing is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum MissingInputKind {
    /// A report of how far the work is.
    State,
    /// A number.
    Value,
    /// A number that describes the last day, or the end of the work.
    FinalReport,
    /// The target, which is set elsewhere.
    Target,
    /// The last day, which hangs on an event.
    LastDay,
    /// Results of a drinking-water source, or of a part of the year.
    SourceResult,
    /// Mean flows of days.
    Flow,
    /// Readings of a section, or enough of them.
    Readings,
}

impl<'a> MissingInput<'a> {
    /// What kind of thing is missing.
    #[must_use]
    pub const fn kind(&self) -> MissingInputKind {
        self.kind
    }

    /// Of what: an indicator, a work, a task, a source or a section.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The same in English, where the plan gives it.
    #[must_use]
    pub const fn name_en(&self) -> Option<&'a str> {
        self.name_en
    }

    /// The county, where each has its own.
    #[must_use]
    pub const fn county(&self) -> Option<&'a str> {
        self.county
    }
}

impl MissingInputKind {
    /// What is missing where something stands so, given the kind of its reports.
    pub(crate) const fn of(standing: Standing, reported: bool, report: Self) -> Option<Self> {
        match standing {
            Standing::NotReported => Some(report),
            Standing::Due if !reported => Some(report),
            Standing::Overdue => Some(Self::FinalReport),
            Standing::TargetNotGiven => Some(Self::Target),
            Standing::DeadlineNotKnown => Some(Self::LastDay),
            _ => None,
        }
    }
}
