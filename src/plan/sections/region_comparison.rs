//! One period of the waters of a region beside an earlier one.

use alloc::vec::Vec;

use crate::assess::region::change::{Change, SectionChange};
use crate::assess::region::region::RegionAssessment;
use crate::assess::region::region_change::RegionChange;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::region_year::{PeriodState, RegionYearOptions, state_of};

/// A period of the waters of a region beside an earlier one of the same plan: how the region and
/// each section changed.
///
/// [`RegionReport::add_comparison`](crate::report::RegionReport::add_comparison) shows it.
///
/// # Reference
/// 环办〔2011〕22号 (S): changes of a section and of a region.
#[derive(Clone, Debug)]
pub struct RegionComparison<'p, 'a> {
    pub(crate) now: (&'p PlanAssessment<'a>, PeriodState),
    pub(crate) before: (&'p PlanAssessment<'a>, PeriodState),
    pub(crate) change: Option<Change>,
    pub(crate) sections: Vec<Option<SectionChange>>,
}

impl<'p, 'a> RegionComparison<'p, 'a> {
    /// Compares a period with an earlier one, with the region's options.
    #[must_use]
    pub fn new(
        now: &'p PlanAssessment<'a>,
        before: &'p PlanAssessment<'a>,
        options: &RegionYearOptions,
    ) -> Self {
        let options = options.region();
        let (members, earlier) = (now.region_sections(), before.region_sections());
        let regions = RegionAssessment::of(&earlier, options)
            .and_then(|before| Ok((before, RegionAssessment::of(&members, options)?)));
        let change = regions
            .ok()
            .and_then(|(before, now)| RegionChange::between(&before, &now).ok()?.combined());
        let pairs = before.sections().iter().zip(now.sections());
        let sections = pairs
            .map(|(before, now)| Some(SectionChange::by_class(before.class()?, now.class()?)))
            .collect();
        Self {
            now: (now, state_of(now, *options)),
            before: (before, state_of(before, *options)),
            change,
            sections,
        }
    }

    /// The change of the region; `None` where one of both has no state, or where level and shares
    /// go different ways.
    #[must_use]
    pub const fn change(&self) -> Option<Change> {
        self.change
    }

    /// The change of each section by its class, in the order of the plan; `None` where one of
    /// both has none.
    #[must_use]
    pub fn sections(&self) -> &[Option<SectionChange>] {
        &self.sections
    }
}
