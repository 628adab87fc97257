//! Where an indicator, a work or a task stands in one area, and by which report.

use crate::number::decimal::Decimal;
use crate::plan::progress::missing_input::MissingInputKind;
use crate::plan::progress::returns::WorkState;
use crate::plan::progress::standing::Standing;
use crate::reading::time::date::Date;

/// Where something stands in one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartOutcome<'a> {
    pub(crate) county: Option<&'a str>,
    pub(crate) standing: Standing,
    pub(crate) latest: Option<LatestReturn>,
    /// What is missing for a verdict.
    pub(crate) missing: Option<MissingInputKind>,
}

/// The latest report on something that is known on the day of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatestReturn {
    pub(crate) as_of: Date,
    pub(crate) said: ReturnedContent,
    pub(crate) holds: Option<bool>,
}

/// What a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnedContent {
    /// A number, in the unit of the indicator; of a work, in km.
    Value(Decimal),
    /// A state of work.
    State(WorkState),
}

impl<'a> PartOutcome<'a> {
    /// What stands so by its latest report, of a kind.
    pub(crate) const fn new(
        county: Option<&'a str>,
        (standing, latest): (Standing, Option<LatestReturn>),
        report: MissingInputKind,
    ) -> Self {
        let missing = MissingInputKind::of(standing, latest.is_some(), report);
        Self { county, standing, latest, missing }
    }

    /// The county; `None` where there is one report for all.
    #[must_use]
    pub const fn county(&self) -> Option<&'a str> {
        self.county
    }

    /// Where it stands.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// The latest report, where there is any.
    #[must_use]
    pub const fn latest(&self) -> Option<&LatestReturn> {
        self.latest.as_ref()
    }
}

impl LatestReturn {
    /// The day that it describes.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// What it says.
    #[must_use]
    pub const fn said(&self) -> ReturnedContent {
        self.said
    }

    /// Whether that reaches the target, or starts a work that waits for it; `None` where there
    /// is no target. It is not a verdict: a rate that holds today may fall by the last day.
    #[must_use]
    pub const fn holds(&self) -> Option<bool> {
        self.holds
    }
}

/// Where a group stands: where its worst member stands; due without members.
pub(crate) fn worst(parts: &[PartOutcome<'_>]) -> Standing {
    parts.iter().map(PartOutcome::standing).max().unwrap_or(Standing::Due)
}
