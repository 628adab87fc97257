//! What is missing for a verdict on a goal or a task.

use alloc::vec::Vec;

use crate::assess::target::verdict::NotAssessed;
use crate::plan::progress::standing::Standing;
use crate::plan::sections::outcome::SectionOutcome;

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
    /// Readings of the year before, or enough of them, which the target of a section compares with.
    ReadingsOfLastYear,
    /// Readings of a section with lower detection limits: those that there are prove nothing.
    LowerDetectionLimits,
}

impl<'a> MissingInput<'a> {
    pub(crate) const fn of_section(kind: MissingInputKind, name: &'a str) -> Self {
        Self { kind, name, name_en: None, county: None }
    }

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

/// What is missing before a section counts for good: in goals on classes, and in goals on targets.
#[derive(Clone, Debug)]
pub(crate) struct SectionGaps {
    of_class: Vec<MissingInputKind>,
    of_target: Vec<MissingInputKind>,
}

impl SectionGaps {
    pub(crate) fn of(outcome: &SectionOutcome<'_>) -> Self {
        let (class, verdict) = (outcome.class(), outcome.judgement().verdict());
        // Where a mean has no exact form there is nothing that more readings could mend.
        let of_class = match outcome.verdicts().assessment() {
            None => None,
            Some(section) if class.is_some() => {
                section.is_provisional().then_some(MissingInputKind::Readings)
            }
            Some(section) if section.has_values() && !section.undecidable().is_empty() => {
                Some(MissingInputKind::LowerDetectionLimits)
            }
            Some(_) => Some(MissingInputKind::Readings),
        };
        let no_target = outcome.target().is_none().then_some(MissingInputKind::Target);
        let of_verdict = match verdict.reason() {
            None | Some(NotAssessed::NoTarget) => firmness(outcome),
            Some(NotAssessed::NoLastYear) => Some(MissingInputKind::ReadingsOfLastYear),
            Some(NotAssessed::Undecidable) => Some(MissingInputKind::LowerDetectionLimits),
            Some(NotAssessed::NoExactMean) => None,
            Some(_) => Some(MissingInputKind::Readings),
        };
        Self {
            of_class: of_class.into_iter().collect(),
            of_target: no_target.into_iter().chain(of_verdict).collect(),
        }
    }

    /// What is missing for a goal on classes, or on targets.
    pub(crate) fn of_goal(&self, is_on_targets: bool) -> &[MissingInputKind] {
        if is_on_targets { &self.of_target } else { &self.of_class }
    }
}

/// What is missing where a verdict is provisional.
fn firmness(outcome: &SectionOutcome<'_>) -> Option<MissingInputKind> {
    let judgement = outcome.judgement();
    let has_enough = judgement.sufficiency().is_some_and(|it| it.is_sufficient());
    let missing = if outcome.assessment().is_provisional() || !has_enough {
        MissingInputKind::Readings
    } else {
        // The year itself has enough: it is compared with one that has not.
        MissingInputKind::ReadingsOfLastYear
    };
    judgement.is_provisional().then_some(missing)
}
