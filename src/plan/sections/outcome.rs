//! One section of a plan in a period: means, class, verdict, and how firm they are.

use alloc::vec::Vec;

use crate::assess::section::absence::BackgroundLeftOut;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::failing::FailingItem;
use crate::assess::target::target::{Target, TargetJudgement};
use crate::assess::target::verdict::Verdict;
use crate::plan::file::section::PlanSection;
use crate::plan::goal::member::{GoalMember, WithoutBackground};
use crate::reading::mean::mean::Mean;
use crate::reading::time::period::Sufficiency;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// One section of a plan in a period.
#[derive(Clone, Debug)]
pub struct SectionOutcome<'a> {
    pub(crate) section: &'a PlanSection,
    pub(crate) means: ItemMap<Mean>,
    pub(crate) pooled_means: ItemMap<Mean>,
    pub(crate) assessment: SectionAssessment,
    pub(crate) pooled: SectionAssessment,
    pub(crate) target: Option<&'a Target>,
    pub(crate) judgement: TargetJudgement,
    pub(crate) without_background: Option<TargetJudgement>,
    pub(crate) function_zone: Option<(&'a Target, TargetJudgement)>,
    pub(crate) last_year: LastYear,
}

/// What is known of the year before, for targets that compare with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastYear {
    class: Option<Class>,
    class_without_background: Option<Class>,
    sufficient: bool,
}

impl LastYear {
    pub(crate) fn new(assessment: &SectionAssessment, sufficiency: Option<Sufficiency>) -> Self {
        let class = assessment.class();
        Self {
            class,
            class_without_background: assessment.class_without_background().or_full(class),
            sufficient: sufficiency.is_some_and(|it| it.is_sufficient()),
        }
    }

    /// Its class, if it has one.
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        self.class
    }

    /// Its class without natural background; the same where nothing is exempted.
    #[must_use]
    pub const fn class_without_background(&self) -> Option<Class> {
        self.class_without_background
    }

    /// Whether it had enough samples.
    #[must_use]
    pub const fn is_sufficient(&self) -> bool {
        self.sufficient
    }
}

/// The sufficiency of the worst sampled of the five items; `None` when one has no value.
pub(crate) fn section_sufficiency(means: &ItemMap<Mean>) -> Option<Sufficiency> {
    let mut worst: Option<Sufficiency> = None;
    for item in ItemSet::FIVE.iter() {
        let sufficiency = means.get(item)?.sufficiency();
        if worst.is_none_or(|worst| sufficiency.found() < worst.found()) {
            worst = Some(sufficiency);
        }
    }
    worst
}

impl<'a> SectionOutcome<'a> {
    /// The section.
    #[must_use]
    pub const fn section(&self) -> &'a PlanSection {
        self.section
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
        self.target
    }

    /// The verdict on the target.
    #[must_use]
    pub const fn judgement(&self) -> &TargetJudgement {
        &self.judgement
    }

    /// The verdict without natural background, where any is exempted; it stands beside
    /// [`judgement`](Self::judgement).
    #[must_use]
    pub const fn judgement_without_background(&self) -> Option<&TargetJudgement> {
        self.without_background.as_ref()
    }

    /// The second target, as a function zone, and the verdict on it.
    #[must_use]
    pub const fn function_zone(&self) -> Option<&(&'a Target, TargetJudgement)> {
        self.function_zone.as_ref()
    }

    /// The sufficiency of the section: that of the worst sampled of the five items, or `None`
    /// when one of them has no value at all.
    ///
    /// Other items follow their own schedule.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S, the year K); the section by its five items (ours).
    #[must_use]
    pub fn sufficiency(&self) -> Option<Sufficiency> {
        section_sufficiency(&self.means)
    }

    /// Whether the result may still change: the section has a class on too few samples, or
    /// its target compares with a year of too few.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        let sufficient = self.sufficiency().is_some_and(|it| it.is_sufficient());
        let compares = self.target.is_some_and(|target| target.no_worse_than_last_year);
        let last_year_open =
            compares && self.last_year.class().is_some() && !self.last_year.is_sufficient();
        self.class().is_some() && (!sufficient || last_year_open)
    }

    /// The year before.
    #[must_use]
    pub const fn last_year(&self) -> &LastYear {
        &self.last_year
    }

    /// The items that miss the target, with their multiples over it.
    #[must_use]
    pub fn failing(&self) -> Vec<FailingItem> {
        let target = self.target;
        target.map_or_else(Vec::new, |it| it.failing_items(&self.assessment, &self.judgement))
    }

    /// The section as a member of a goal's group.
    #[must_use]
    pub fn goal_member(&self) -> GoalMember {
        let verdict = self.judgement.verdict();
        let without_background = match &self.section.natural_background {
            Some(background) if background.items.is_none() => WithoutBackground::LeftOut,
            _ => match self.assessment.class_without_background() {
                rest @ (BackgroundLeftOut::Rest(_) | BackgroundLeftOut::NothingLeft) => {
                    WithoutBackground::Changed {
                        class: rest.rest(),
                        verdict: self.without_background.map_or(verdict, |it| it.verdict()),
                    }
                }
                BackgroundLeftOut::NothingExempted => WithoutBackground::Same,
            },
        };
        let provisional = self.is_provisional();
        GoalMember { class: self.class(), verdict, without_background, provisional }
    }

    /// Whether the section has a verdict on its target.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        !matches!(self.judgement.verdict(), Verdict::NotAssessed(_))
    }
}
