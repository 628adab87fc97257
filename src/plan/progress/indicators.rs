//! Where the indicators and the works of a plan stand.

use alloc::vec::Vec;

use crate::plan::file::indicator::{Indicator, IndicatorTarget};
use crate::plan::file::programme_lists::BufferWork;
use crate::plan::progress::missing_input::MissingInput;
use crate::plan::progress::parts::{PartOutcome, worst};
use crate::plan::progress::returns::ReturnedTarget;
use crate::plan::progress::standing::Standing;
use crate::reading::time::date::Date;
use crate::standard::bound::Bound;

/// Where an indicator stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorOutcome<'a> {
    pub(crate) indicator: &'a Indicator,
    pub(crate) last_day: Option<Date>,
    pub(crate) target: Option<&'a ReturnedTarget>,
    pub(crate) parts: Vec<PartOutcome<'a>>,
}

/// Where a work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkOutcome<'a> {
    pub(crate) work: &'a BufferWork,
    pub(crate) last_day: Date,
    pub(crate) part: PartOutcome<'a>,
}

impl<'a> IndicatorOutcome<'a> {
    /// The indicator.
    #[must_use]
    pub const fn indicator(&self) -> &'a Indicator {
        self.indicator
    }

    /// The last day that is in time; `None` where it hangs on an event that nobody told.
    #[must_use]
    pub const fn last_day(&self) -> Option<Date> {
        self.last_day
    }

    /// The bound of its numbers: the plan's own, or the reported one where the plan leaves it
    /// to others.
    #[must_use]
    pub fn bound(&self) -> Option<Bound> {
        match self.indicator.target {
            IndicatorTarget::Bound(bound) => Some(bound),
            _ => self.target.map(|target| target.bound),
        }
    }

    /// Where the bound is written, where the plan leaves it to others and it is reported.
    #[must_use]
    pub fn bound_document(&self) -> Option<&'a str> {
        self.target.map(|target| target.document.as_str())
    }

    /// Where it stands: where its worst part stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        worst(&self.parts)
    }

    /// Where it stands in a county: by its own value, or by the one for all; `None` where only
    /// other counties have values.
    #[must_use]
    pub fn standing_in(&self, county: &str) -> Option<Standing> {
        let has_own = |part: &&PartOutcome<'_>| part.county.is_none_or(|own| own == county);
        self.parts.iter().find(has_own).map(PartOutcome::standing)
    }

    /// The counties that have a value each, or one part for all.
    #[must_use]
    pub fn parts(&self) -> &[PartOutcome<'a>] {
        &self.parts
    }

    /// What is missing for a verdict.
    pub fn gaps(&self) -> impl Iterator<Item = MissingInput<'a>> {
        let (name, name_en) = (self.indicator.name.as_str(), self.indicator.name_en.as_deref());
        self.parts.iter().filter_map(move |part| {
            Some(MissingInput { kind: part.missing?, name, name_en, county: part.county })
        })
    }
}

impl<'a> WorkOutcome<'a> {
    /// The work.
    #[must_use]
    pub const fn work(&self) -> &'a BufferWork {
        self.work
    }

    /// The last day that is in time.
    #[must_use]
    pub const fn last_day(&self) -> Date {
        self.last_day
    }

    /// Where it stands, and the latest length in km.
    #[must_use]
    pub const fn part(&self) -> &PartOutcome<'a> {
        &self.part
    }

    /// What is missing for a verdict.
    #[must_use]
    pub fn gap(&self) -> Option<MissingInput<'a>> {
        let kind = self.part.missing?;
        Some(MissingInput { kind, name: &self.work.water, name_en: None, county: self.part.county })
    }
}
