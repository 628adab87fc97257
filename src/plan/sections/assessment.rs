//! A plan held against readings: each section, then each goal.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::possible::section::SectionPossibilities;
use crate::assess::section::circumstances::Circumstances;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::Measurement;
use crate::number::fraction::ExactOverflow;
use crate::plan::file::plan::Plan;
use crate::plan::file::section::PlanSection;
use crate::plan::goal::goal::{Goal, GoalSubject};
use crate::plan::goal::outcome::GoalJudgement;
use crate::plan::sections::options::AssessOptions;
use crate::plan::sections::outcome::SectionOutcome;
use crate::plan::sections::verdicts::AssessedPart;
use crate::reading::mean::mean::Mean;
use crate::reading::mean::mean_range::MissingMonths;
use crate::reading::mean::series::Series;
use crate::reading::notation::{Reading, ReadingError};
use crate::reading::time::period::{Averaging, Period};
use crate::standard::item_map::ItemMap;
use crate::standard::water_body::WaterBody;

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
    /// without readings. Targets are those of the year in which the period ends; last year's
    /// class comes from the same readings, by last year's own target.
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
            .collect();
        let mut goals = Vec::new();
        let on_sections = |goal: &&Goal| goal.kind.subject() == GoalSubject::Sections;
        for goal in self.goals.iter().filter(on_sections) {
            let members: Vec<_> = sections
                .iter()
                .filter(|outcome| outcome.section().is_selected_by(&goal.selector))
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

    /// The classifier of a section: the limits of its kind of water, the items of the plan and
    /// its own.
    ///
    /// Where total nitrogen counts in a river, the limits are those of lakes, but for a standard
    /// that has others of rivers. One that has none of lakes either leaves the item without a
    /// limit, which the assessment says.
    ///
    /// # Reference
    /// Local practice (F): Shanghai and Zhenjiang count total nitrogen, rivers by lake limits.
    #[must_use]
    pub fn classifier_of(&self, section: &PlanSection, options: &AssessOptions) -> Classifier {
        let items = self.items.union(section.items_beside_plan());
        let mut standard = options.standard.clone();
        if section.lake_nitrogen
            && section.water_body == WaterBody::River
            && let Ok(with_nitrogen) = standard.clone().with_lake_nitrogen_in_rivers()
        {
            standard = with_nitrogen;
        }
        Classifier::new(standard, section.water_body, items, options.comparison)
    }

    /// A section whose means have no exact form is in the result, not assessed.
    fn assess_section<'a>(
        &self,
        section: &'a PlanSection,
        series: &Series,
        period: &Period,
        options: &AssessOptions,
    ) -> SectionOutcome<'a> {
        let classifier = self.classifier_of(section, options);
        let means = |period: &Period, averaging, known: &Circumstances| {
            let gap = known.sampling_gap().or(series.sampling_gap());
            series.means_with_gap(period, averaging, gap).ok()
        };
        // Of means alone nothing is impossible: readings are checked when they enter a series.
        let assess = |means: &ItemMap<Mean>, period: &Period, known: &Circumstances| {
            let mut measured: ItemMap<Measurement> =
                means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
            for item in series.items().filter(|item| means.get(*item).is_none()) {
                // Read, and never with a value: the reason is not lost.
                if let Some(why) = series.why_missing(item, period) {
                    measured.insert(item, Measurement::Reading(Reading::Missing(why)));
                }
            }
            classifier.assess_with(&measured, known).ok()
        };
        let years = (period.first_day().year(), period.last_day().year());
        let mut of_period = ItemMap::new();
        let verdicts = section.judge_with(years, options.too_few_samples(), |part, known| {
            let (period, is_period) = match part {
                AssessedPart::Period => (*period, true),
                AssessedPart::Year(year) => (Period::year(year), false),
            };
            let found = means(&period, options.averaging_of(&period), known)?;
            if is_period {
                of_period = found;
            }
            assess(&found, &period, known)
        });
        let known = section.circumstances(years.1).with_last_year(*verdicts.last_year());
        let pooled_means = means(period, Averaging::Pooled, &known);
        let no_exact_pooled_mean = pooled_means.is_none();
        let pooled_means = pooled_means.unwrap_or_default();
        let nothing = || classifier.of_nothing(&known);
        let assessment = verdicts.assessment().cloned().unwrap_or_else(nothing);
        let averaging = options.averaging_of(period);
        let told_apart = MissingMonths::of_averaging(averaging).iter();
        let possibilities = told_apart.filter_map(|missing| {
            SectionPossibilities::of(&assessment, series, period, averaging, *missing)
                .ok()
                .filter(|found| !found.items().is_empty())
        });
        SectionOutcome {
            possibilities: possibilities.collect(),
            assessment,
            pooled: assess(&pooled_means, period, &known).unwrap_or_else(nothing),
            verdicts,
            no_exact_pooled_mean,
            reading_remarks: classifier.remarks_on(series, period),
            means: of_period,
            pooled_means,
        }
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
            .filter(move |outcome| outcome.section().counties.iter().any(|name| name == county))
    }
}
