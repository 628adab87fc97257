//! One section of a plan in a period: means, class, verdict, and how firm they are.

use alloc::vec::Vec;

use crate::assess::possible::section::SectionPossibilities;
use crate::assess::section::last_year::LastYear;
use crate::assess::section::pollution_items::PollutionItem;
use crate::assess::section::reading_remarks::ReadingRemark;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::target::{Target, TargetJudgement};
use crate::plan::file::section::PlanSection;
use crate::plan::goal::member::GoalMember;
use crate::plan::sections::verdicts::SectionVerdicts;
use crate::reading::mean::mean::Mean;
use crate::reading::time::period::{Period, Sufficiency};
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// One section of a plan in a period.
#[derive(Clone, Debug)]
pub struct SectionOutcome<'a> {
    pub(crate) verdicts: SectionVerdicts<'a>,
    pub(crate) means: ItemMap<Mean>,
    pub(crate) pooled_means: ItemMap<Mean>,
    pub(crate) assessment: SectionAssessment,
    pub(crate) pooled: SectionAssessment,
    pub(crate) no_exact_pooled_mean: bool,
    pub(crate) reading_remarks: Vec<ReadingRemark>,
    pub(crate) possibilities: Vec<SectionPossibilities>,
}

impl<'a> SectionOutcome<'a> {
    /// The section.
    #[must_use]
    pub const fn section(&self) -> &'a PlanSection {
        self.verdicts.section()
    }

    /// The class of the section and its verdicts on all that it must reach.
    #[must_use]
    pub const fn verdicts(&self) -> &SectionVerdicts<'a> {
        &self.verdicts
    }

    /// The means of the period, in the order of averaging that it asks for.
    #[must_use]
    pub const fn means(&self) -> &ItemMap<Mean> {
        &self.means
    }

    /// The means over all values of the period.
    #[must_use]
    pub const fn pooled_means(&self) -> &ItemMap<Mean> {
        &self.pooled_means
    }

    /// The assessment by the means.
    #[must_use]
    pub const fn assessment(&self) -> &SectionAssessment {
        &self.assessment
    }

    /// The assessment by the pooled means, to stand beside the other.
    #[must_use]
    pub const fn pooled(&self) -> &SectionAssessment {
        &self.pooled
    }

    /// The readings of the period that no water has: they are kept in the means.
    #[must_use]
    pub fn reading_remarks(&self) -> &[ReadingRemark] {
        &self.reading_remarks
    }

    /// The classes that remain possible, by what the missing months may bring; none where nothing
    /// was measured, or a mean has no exact form.
    #[must_use]
    pub fn possibilities(&self) -> &[SectionPossibilities] {
        &self.possibilities
    }

    /// Whether a pooled mean has no exact form, so that there are none.
    #[must_use]
    pub const fn has_no_exact_pooled_mean(&self) -> bool {
        self.no_exact_pooled_mean
    }

    /// The items whose class depends on the order of averaging.
    #[must_use]
    pub fn order_matters(&self) -> ItemSet {
        let classes = |item: Item| (self.assessment.class_of(item), self.pooled.class_of(item));
        self.means
            .items()
            .iter()
            .filter(|item| matches!(classes(*item), (Some(one), Some(other)) if one != other))
            .collect()
    }

    /// The section's class.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.assessment.class()
    }

    /// The target of the year.
    #[must_use]
    pub const fn target(&self) -> Option<&'a Target> {
        self.verdicts.target()
    }

    /// The verdict on the target.
    #[must_use]
    pub const fn judgement(&self) -> &TargetJudgement {
        self.verdicts.judgement()
    }

    /// The verdict without natural background, where any is exempted; it stands beside
    /// [`judgement`](Self::judgement).
    #[must_use]
    pub const fn judgement_without_background(&self) -> Option<&TargetJudgement> {
        self.verdicts.judgement_without_background()
    }

    /// The target of the year in which the period begins and the verdict on it, where it is
    /// another than that of the year in which it ends.
    #[must_use]
    pub const fn first_year(&self) -> Option<&(&'a Target, TargetJudgement)> {
        self.verdicts.first_year()
    }

    /// The second target, as a function zone, and the verdict on it.
    #[must_use]
    pub const fn function_zone(&self) -> Option<&(&'a Target, TargetJudgement)> {
        self.verdicts.function_zone()
    }

    /// The sufficiency of the section, as [`SectionAssessment::sufficiency`] says it.
    #[must_use]
    pub fn sufficiency(&self) -> Option<Sufficiency> {
        self.verdicts.sufficiency()
    }

    /// What class and verdict rest on: the worst sufficiency of the items that make the class and
    /// of those that miss the target; `None` where there are none.
    ///
    /// # Reference
    /// As [`TargetJudgement::sufficiency_with_class`].
    #[must_use]
    pub fn deciding_sufficiency(&self) -> Option<Sufficiency> {
        self.verdicts.deciding_sufficiency()
    }

    /// What class and verdict rest on, or nothing found of what the period needs.
    pub(crate) fn found_of(&self, period: &Period) -> Sufficiency {
        let gap = self.assessment.circumstances().sampling_gap();
        let found = self.deciding_sufficiency();
        found.unwrap_or_else(|| Sufficiency::none_found(period.requirement(gap)))
    }

    /// Whether the result may still change: the class or the verdict rests on too few samples,
    /// or the target compares with a year of too few.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.verdicts.is_provisional()
    }

    /// The year before.
    #[must_use]
    pub const fn last_year(&self) -> &LastYear {
        self.verdicts.last_year()
    }

    /// The items that miss the target, with their multiples over it.
    #[must_use]
    pub fn failing(&self) -> Vec<PollutionItem> {
        self.target().map_or_else(Vec::new, |target| {
            target.failing_items(&self.assessment, self.judgement())
        })
    }

    /// The section as a member of a goal's group.
    #[must_use]
    pub fn goal_member(&self) -> GoalMember {
        self.verdicts.goal_member()
    }

    /// Whether the section has a verdict on its target.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        self.verdicts.is_judged()
    }
}
