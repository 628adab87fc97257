//! A plan held against readings: each section, then each goal.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::SectionAssessment;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::Measurement;
use crate::number::fraction::ExactOverflow;
use crate::number::rounding::Comparison;
use crate::plan::goal::{Goal, GoalJudgement, GoalMember, WithoutBackground};
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
use crate::standard::limits::Standard;

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

/// How a plan is held against readings; recorded in the result.
///
/// # Example
/// ```
/// use gb3838::{AssessOptions, Averaging, Comparison};
///
/// // As a station's own report: one mean over all values, compared in full.
/// let options = AssessOptions::new()
///     .with_averaging(Averaging::Pooled)
///     .with_comparison(Comparison::FullValue);
/// assert_eq!(options.comparison(), Comparison::FullValue);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessOptions {
    standard: Standard,
    comparison: Comparison,
    averaging: Option<Averaging>,
}

impl AssessOptions {
    /// GB 3838-2002, means rounded first, in the order of averaging that the period asks for.
    ///
    /// # Source
    /// 环办监测函〔2020〕82号 (S, the order K).
    #[must_use]
    pub const fn new() -> Self {
        Self {
            standard: Standard::GB_3838_2002,
            comparison: Comparison::RoundFirst,
            averaging: None,
        }
    }

    /// Another edition, or local limits.
    #[must_use]
    pub const fn with_standard(mut self, standard: Standard) -> Self {
        self.standard = standard;
        self
    }

    /// Whether values are rounded first.
    #[must_use]
    pub const fn with_comparison(mut self, comparison: Comparison) -> Self {
        self.comparison = comparison;
        self
    }

    /// The order of averaging, whatever the period asks for.
    #[must_use]
    pub const fn with_averaging(mut self, averaging: Averaging) -> Self {
        self.averaging = Some(averaging);
        self
    }

    /// The edition of the standard.
    #[must_use]
    pub const fn standard(&self) -> &Standard {
        &self.standard
    }

    /// Whether values are rounded first.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// The order of averaging in a period.
    #[must_use]
    pub fn averaging_of(&self, period: &Period) -> Averaging {
        self.averaging.unwrap_or_else(|| period.averaging())
    }
}

impl Default for AssessOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// A plan held against the readings of a period.
#[derive(Clone, Debug)]
pub struct PlanAssessment<'a> {
    plan: &'a Plan,
    period: Period,
    options: AssessOptions,
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
    without_background: Option<TargetJudgement>,
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
        self.assess_with(readings, period, &AssessOptions::new())
    }

    /// The same with another edition, comparison or order of averaging.
    ///
    /// # Errors
    /// When a mean or a share has no exact form.
    pub fn assess_with(
        &self,
        readings: &ReadingsBySection,
        period: &Period,
        options: &AssessOptions,
    ) -> Result<PlanAssessment<'_>, AssessPlanError> {
        let sections: Vec<_> = self
            .sections
            .iter()
            .map(|section| {
                self.assess_section(section, readings.get(&section.name), period, options)
            })
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
        Ok(PlanAssessment {
            plan: self,
            period: *period,
            options: options.clone(),
            sections,
            goals,
        })
    }

    fn assess_section<'a>(
        &self,
        section: &'a PlanSection,
        series: Option<&Series>,
        period: &Period,
        options: &AssessOptions,
    ) -> Result<SectionOutcome<'a>, AssessPlanError> {
        let year = period.first_day().year();
        let none = Series::new();
        let series = series.unwrap_or(&none);
        let classifier = Classifier::new(
            options.standard.clone(),
            section.water_body,
            self.items,
            options.comparison,
        );
        let assess = |means: &ItemMap<Mean>| {
            let measurements: ItemMap<Measurement> =
                means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
            classifier.assess_with(&measurements, &section.circumstances(year))
        };
        let means = series.means(period, options.averaging_of(period))?;
        let pooled_means = series.means(period, Averaging::Pooled)?;
        let assessment = assess(&means)?;
        let pooled = assess(&pooled_means)?;
        let last_year = match Year::new(year.get().saturating_sub(1)) {
            Ok(last) => {
                let period = Period::year(last);
                assess(&series.means(&period, options.averaging_of(&period))?)?.class()
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
        let without_background =
            target.and_then(|target| target.judge_without_background(&assessment, last_year));
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
            without_background,
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

    /// How the plan was held against the readings.
    #[must_use]
    pub const fn options(&self) -> &AssessOptions {
        &self.options
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
        let verdict = self.judgement.verdict();
        let without_background = match &self.section.natural_background {
            Some(background) if background.items.is_none() => WithoutBackground::LeftOut,
            _ => match self.assessment.class_without_background() {
                Some(class) => WithoutBackground::Changed {
                    class,
                    verdict: self.without_background.map_or(verdict, |it| it.verdict()),
                },
                None => WithoutBackground::Same,
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
