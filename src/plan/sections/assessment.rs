//! A plan held against readings: each section, then each goal.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::target::target::{Target, TargetJudgement};
use crate::assess::target::verdict::NotAssessed;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::Measurement;
use crate::number::fraction::ExactOverflow;
use crate::plan::file::plan::Plan;
use crate::plan::file::section::PlanSection;
use crate::plan::goal::goal::{Goal, GoalSubject};
use crate::plan::goal::outcome::GoalJudgement;
use crate::plan::sections::options::AssessOptions;
use crate::plan::sections::outcome::{LastYear, SectionOutcome, section_sufficiency};
use crate::reading::mean::mean::Mean;
use crate::reading::mean::series::Series;
use crate::reading::notation::ReadingError;
use crate::reading::time::date::Year;
use crate::reading::time::period::{Averaging, Period};
use crate::standard::item_map::ItemMap;

/// The readings of a plan's sections by the name of the section.
pub type ReadingsBySection = BTreeMap<String, Series>;

/// What can go wrong in assessing a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AssessPlanError {
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
    options: AssessOptions,
    sections: Vec<SectionOutcome<'a>>,
    goals: Vec<(&'a Goal, GoalJudgement)>,
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
    /// When a share has no exact form. A section whose means have none is in the result, not
    /// assessed.
    ///
    /// # Reference
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
    /// When a share has no exact form. A section whose means have none is in the result, not
    /// assessed.
    pub fn assess_with(
        &self,
        readings: &ReadingsBySection,
        period: &Period,
        options: &AssessOptions,
    ) -> Result<PlanAssessment<'_>, AssessPlanError> {
        let none = Series::new();
        let sections: Vec<_> = self
            .sections
            .iter()
            .map(|section| {
                let series = readings.get(&section.name).unwrap_or(&none);
                self.assess_section(section, series, period, options)
            })
            .collect::<Result<_, _>>()?;
        let mut goals = Vec::new();
        let on_sections = |goal: &&Goal| goal.kind.subject() == GoalSubject::Sections;
        for goal in self.goals.iter().filter(on_sections) {
            let members: Vec<_> = sections
                .iter()
                .filter(|outcome| outcome.section.is_selected_by(&goal.selector))
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

    /// A section whose means have no exact form is in the result, not assessed.
    fn assess_section<'a>(
        &self,
        section: &'a PlanSection,
        series: &Series,
        period: &Period,
        options: &AssessOptions,
    ) -> Result<SectionOutcome<'a>, ReadingError> {
        let classifier = Classifier::new(
            options.standard.clone(),
            section.water_body,
            self.items.union(section.own_items),
            options.comparison,
        );
        let year = period.first_day().year();
        let circumstances = section.circumstances(year);
        let averaging = options.averaging_of(period);
        let gap = section.sampling_gap.or(series.sampling_gap());
        let means = |period: &Period, averaging| series.means_with_gap(period, averaging, gap);
        let assess = |means: &ItemMap<Mean>| {
            let measurements: ItemMap<Measurement> =
                means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
            classifier.assess_with(&measurements, &circumstances)
        };
        let last_year = Period::year(Year::new(year.get().saturating_sub(1)).unwrap_or(year));
        let (of_period, pooled, of_last_year, exact) = match (
            means(period, averaging),
            means(period, Averaging::Pooled),
            means(&last_year, options.averaging_of(&last_year)),
        ) {
            (Ok(of_period), Ok(pooled), Ok(of_last_year)) => {
                (of_period, pooled, of_last_year, true)
            }
            _ => (ItemMap::new(), ItemMap::new(), ItemMap::new(), false),
        };
        let assessment = assess(&of_period)?;
        let last_year = LastYear::new(&assess(&of_last_year)?, section_sufficiency(&of_last_year));
        let judge = |target: Option<&Target>| match target {
            _ if !exact => TargetJudgement::not_assessed(NotAssessed::NoExactMean),
            _ if of_period.items().is_empty() => {
                TargetJudgement::not_assessed(NotAssessed::NoReadings)
            }
            None => TargetJudgement::not_assessed(NotAssessed::NoTarget),
            Some(target) => target.judge(&assessment, last_year.class()),
        };
        let target = Target::of_year(&section.targets, year);
        let without_background = target.and_then(|target| {
            target.judge_without_background(&assessment, last_year.class_without_background())
        });
        let function_zone = Target::of_year(&section.function_zone_targets, year)
            .map(|target| (target, judge(Some(target))));
        Ok(SectionOutcome {
            section,
            judgement: judge(target),
            target,
            without_background,
            function_zone,
            last_year,
            pooled: assess(&pooled)?,
            assessment,
            means: of_period,
            pooled_means: pooled,
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

    /// The goals on sections in the order of the plan; [`PlanProgress`](crate::plan::PlanProgress)
    /// holds those on sources and flows.
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
