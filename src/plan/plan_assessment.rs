//! A plan held against readings: each section, then each goal.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::SectionAssessment;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::Measurement;
use crate::number::fraction::ExactOverflow;
use crate::number::rounding::Comparison;
use crate::plan::goal::{Goal, GoalJudgement, GoalMember};
use crate::plan::plan::{Plan, PlanSection};
use crate::plan::target::{NotAssessed, Target, TargetJudgement, Verdict};
use crate::reading::accumulator::AccumulateError;
use crate::reading::date::Year;
use crate::reading::mean::Mean;
use crate::reading::notation::ReadingError;
use crate::reading::period::{Averaging, Period, Sufficiency};
use crate::reading::series::Series;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// The readings of a plan's sections by the name of the section.
pub type ReadingsBySection = BTreeMap<String, Series>;

/// What can go wrong in assessing a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AssessPlanError {
    /// A mean has no exact form.
    #[error(transparent)]
    Accumulate(#[from] AccumulateError),
    /// A reading is impossible.
    #[error(transparent)]
    Reading(#[from] ReadingError),
    /// A share has no exact form.
    #[error(transparent)]
    ExactOverflow(#[from] ExactOverflow),
}

/// A plan held against the readings of a period.
#[derive(Clone, Debug)]
pub struct PlanAssessment<'a> {
    plan: &'a Plan,
    period: Period,
    sections: Vec<SectionOutcome<'a>>,
    goals: Vec<(&'a Goal, GoalJudgement)>,
}

/// One section of a plan in a period.
#[derive(Clone, Debug)]
pub struct SectionOutcome<'a> {
    section: &'a PlanSection,
    means: ItemMap<Mean>,
    pooled_means: ItemMap<Mean>,
    assessment: SectionAssessment,
    pooled: SectionAssessment,
    target: Option<&'a Target>,
    judgement: TargetJudgement,
    function_zone: Option<(&'a Target, TargetJudgement)>,
}

impl Plan {
    /// Holds the plan against the readings of a period.
    ///
    /// Means are made in the order that the period asks for and rounded first; the pooled
    /// means stand beside them. Every section of the plan is in the result, also those
    /// without readings. Targets are those of the period's year; last year's class comes from
    /// the same readings.
    ///
    /// # Errors
    /// When a mean or a share has no exact form.
    ///
    /// # Source
    /// 环办监测函〔2020〕82号 (S, K); published verdicts (F).
    pub fn assess(
        &self,
        readings: &ReadingsBySection,
        period: &Period,
    ) -> Result<PlanAssessment<'_>, AssessPlanError> {
        let sections: Vec<_> = self
            .sections
            .iter()
            .map(|section| self.assess_section(section, readings.get(&section.name), period))
            .collect::<Result<_, _>>()?;
        let mut goals = Vec::new();
        for goal in &self.goals {
            let members: Vec<_> = sections
                .iter()
                .filter(|outcome| goal.selector.fits(outcome.section))
                .map(SectionOutcome::goal_member)
                .collect();
            goals.push((goal, goal.judge(&members)?));
        }
        Ok(PlanAssessment { plan: self, period: *period, sections, goals })
    }

    fn assess_section<'a>(
        &self,
        section: &'a PlanSection,
        series: Option<&Series>,
        period: &Period,
    ) -> Result<SectionOutcome<'a>, AssessPlanError> {
        let year = period.first_day().year();
        let none = Series::new();
        let series = series.unwrap_or(&none);
        let classifier = Classifier::for_means(section.water_body).with_items(self.items);
        let assess = |means: &ItemMap<Mean>| {
            let measurements: ItemMap<Measurement> =
                means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
            classifier.assess_with(&measurements, &section.circumstances(year))
        };
        let means = series.means(period, period.averaging())?;
        let pooled_means = series.means(period, Averaging::Pooled)?;
        let assessment = assess(&means)?;
        let pooled = assess(&pooled_means)?;
        let last_year = match Year::new(year.get().saturating_sub(1)) {
            Ok(last) => {
                let period = Period::year(last);
                assess(&series.means(&period, period.averaging())?)?.class()
            }
            Err(_) => None,
        };
        let judge = |target: Option<&Target>| match target {
            _ if means.items().is_empty() => TargetJudgement::not_assessed(NotAssessed::NoReadings),
            None => TargetJudgement::not_assessed(NotAssessed::NoTarget),
            Some(target) => target.judge(&assessment, last_year),
        };
        let target = Target::of_year(&section.targets, year);
        let judgement = judge(target);
        let function_zone = Target::of_year(&section.function_zone_targets, year)
            .map(|target| (target, judge(Some(target))));
        Ok(SectionOutcome {
            section,
            means,
            pooled_means,
            assessment,
            pooled,
            target,
            judgement,
            function_zone,
        })
    }
}

impl<'a> PlanAssessment<'a> {
    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The period of the readings.
    #[must_use]
    pub const fn period(&self) -> &Period {
        &self.period
    }

    /// Whether values were rounded first.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        Comparison::RoundFirst
    }

    /// The sections in the order of the plan.
    #[must_use]
    pub fn sections(&self) -> &[SectionOutcome<'a>] {
        &self.sections
    }

    /// The goals in the order of the plan.
    pub fn goals(&self) -> impl Iterator<Item = (&'a Goal, &GoalJudgement)> {
        self.goals.iter().map(|(goal, judgement)| (*goal, judgement))
    }

    /// The sections that are assessed in a county; a boundary section belongs to each of its
    /// counties, so counties are never added up.
    pub fn in_county<'b>(
        &'b self,
        county: &'b str,
    ) -> impl Iterator<Item = &'b SectionOutcome<'a>> {
        self.sections
            .iter()
            .filter(move |outcome| outcome.section.counties.iter().any(|name| name == county))
    }
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
    /// # Source
    /// 环办监测函〔2020〕82号 (S, the year K); the section by its five items (ours).
    #[must_use]
    pub fn sufficiency(&self) -> Option<Sufficiency> {
        let mut worst: Option<Sufficiency> = None;
        for item in ItemSet::FIVE.iter() {
            let sufficiency = self.means.get(item)?.sufficiency();
            if worst.is_none_or(|worst| sufficiency.found() < worst.found()) {
                worst = Some(sufficiency);
            }
        }
        worst
    }

    /// Whether the section has a class on too few samples.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        let sufficient = self.sufficiency().is_some_and(|it| it.is_sufficient());
        self.class().is_some() && !sufficient
    }

    /// The section as a member of a goal's group.
    #[must_use]
    pub fn goal_member(&self) -> GoalMember {
        GoalMember {
            class: self.class(),
            class_without_background: self.assessment.class_without_background().flatten(),
            verdict: self.judgement.verdict(),
            provisional: self.is_provisional(),
        }
    }

    /// Whether the section has a verdict on its target.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        !matches!(self.judgement.verdict(), Verdict::NotAssessed(_))
    }
}
