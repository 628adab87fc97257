//! Where an indicator, a work or a task stands in one area, and by which report.

use crate::number::decimal::Decimal;
use crate::plan::progress::missing_input::GapKind;
use crate::plan::progress::reported::WorkState;
use crate::plan::progress::standing::Standing;
use crate::reading::time::date::Date;

/// Where something stands in one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartOutcome<'a> {
    pub(crate) county: Option<&'a str>,
    pub(crate) standing: Standing,
    pub(crate) latest: Option<LatestReport>,
    /// What is missing for a verdict.
    pub(crate) missing: Option<GapKind>,
}

/// The latest report on something that is known on the day of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatestReport {
    pub(crate) as_of: Date,
    pub(crate) said: Said,
    pub(crate) holds: Option<bool>,
}

/// What a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A number, in the unit of the indicator; of a work, in km.
    Value(Decimal),
    /// A state of work.
    State(WorkState),
}

impl<'a> PartOutcome<'a> {
    /// What stands so by its latest report, of a kind.
    pub(crate) const fn new(
        county: Option<&'a str>,
        (standing, latest): (Standing, Option<LatestReport>),
        report: GapKind,
    ) -> Self {
        let missing = GapKind::of(standing, latest.is_some(), report);
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
    pub const fn latest(&self) -> Option<&LatestReport> {
        self.latest.as_ref()
    }
}

impl LatestReport {
    /// The day that it describes.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// What it says.
    #[must_use]
    pub const fn said(&self) -> Said {
        self.said
    }

    /// Whether that reaches the target, or sets a trigger off; `None` where there is no target to hold it against.
    /// It is no verdict: a rate that holds today may fall by the last day.
    #[must_use]
    pub const fn holds(&self) -> Option<bool> {
        self.holds
    }
}

/// Where a group stands: where its worst member stands; due without members.
pub(crate) fn worst(parts: &[PartOutcome<'_>]) -> Standing {
    parts.iter().map(PartOutcome::standing).max().unwrap_or(Standing::Due)
}
