//! A section of a plan held against its targets, whatever its means come from.

use crate::assess::section::circumstances::Circumstances;
use crate::assess::section::last_year::LastYear;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::target::{Target, TargetJudgement, TooFewSamples};
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::plan::file::section::PlanSection;
use crate::plan::goal::member::{GoalMember, WithoutBackground};
use crate::reading::time::date::Year;
use crate::reading::time::period::Sufficiency;
use crate::standard::class::Class;

/// What of a section is to be assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AssessedPart {
    /// The period that the verdict is on.
    Period,
    /// The year before, with its own target.
    Year(Year),
}

/// A section of a plan, its class and its verdicts on all that it must reach.
///
/// It is the one way from a class to a verdict of a plan: for series of readings
/// ([`Plan::assess`](crate::plan::Plan::assess)) and for tables of sums.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::{
///     Item, ItemMap, Reading, SumTable, plan::{AssessOptions, AssessedPart, Plan}, sums::SumSpan,
///     target::TooFewSamples,
/// };
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let section = plan.section("高速公路西桥").ok_or("no section of that name")?;
/// let mut sums = SumTable::new(1, 12, plan.items)?;
/// sums.add_reading(0, 0, Item::TotalPhosphorus, &Reading::parse("0.05", Item::TotalPhosphorus)?)?;
/// let river = plan.classifier_of(section, &AssessOptions::new());
/// let year = plan.year;
/// let verdicts = section.judge_with((year, year), TooFewSamples::Provisional, |part, known| match part {
///     AssessedPart::Period => river.assess_section(&sums, &[0], &SumSpan::months(0..12), known).ok(),
///     // Nothing was read of the year before.
///     _ => river.assess_with(&ItemMap::new(), known).ok(),
/// });
/// assert_eq!(verdicts.judgement().verdict().name(), "met");
/// assert!(verdicts.is_provisional());
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug)]
pub struct SectionVerdicts<'a> {
    section: &'a PlanSection,
    assessment: Option<SectionAssessment>,
    target: Option<&'a Target>,
    judgement: TargetJudgement,
    without_background: Option<TargetJudgement>,
    function_zone: Option<(&'a Target, TargetJudgement)>,
    first_year: Option<(&'a Target, TargetJudgement)>,
    last_year: LastYear,
}

impl PlanSection {
    /// Holds the section against its targets in a period that begins and ends in two years (the
    /// same, but for periods across a year's end): the target is that of the last day.
    ///
    /// `assess` assesses a part with what is known of the section then, and says `None` where a
    /// mean has no exact form. The year before is assessed first, for itself: with its own
    /// target, and whether or not it could be, the period is assessed too.
    #[must_use]
    pub fn judge_with(
        &self,
        (first, last): (Year, Year),
        too_few: TooFewSamples,
        mut assess: impl FnMut(AssessedPart, &Circumstances) -> Option<SectionAssessment>,
    ) -> SectionVerdicts<'_> {
        // The first year that there is has none before it.
        let before = last.get().checked_sub(1).and_then(|year| Year::new(year).ok());
        let last_year = before.map_or(LastYear::UNKNOWN, |year| {
            let known = self.circumstances(year);
            let assessed = assess(AssessedPart::Year(year), &known);
            assessed.map_or(LastYear::NO_EXACT_MEAN, |year| LastYear::of(&year))
        });
        let known = self.circumstances(last).with_last_year(last_year);
        let assessment = assess(AssessedPart::Period, &known);
        let judge = |target: Option<&Target>| {
            let not_assessed = TargetJudgement::not_assessed;
            match (&assessment, target) {
                (None, _) => not_assessed(NotAssessed::NoExactMean),
                (Some(section), _) if !section.has_values() => {
                    not_assessed(NotAssessed::NoReadings)
                }
                (Some(_), None) => not_assessed(NotAssessed::NoTarget),
                (Some(section), Some(target)) => {
                    target.judge_section(section).with_too_few_samples(too_few)
                }
            }
        };
        let target = Target::of_year(&self.targets, last);
        let without_background = target.zip(assessment.as_ref()).and_then(|(target, section)| {
            let judged = target.judge_without_background(section)?;
            Some(judged.with_too_few_samples(too_few))
        });
        let zone = Target::of_year(&self.function_zone_targets, last);
        let at_first = Target::of_year(&self.targets, first).filter(|it| Some(*it) != target);
        SectionVerdicts {
            section: self,
            target,
            judgement: judge(target),
            without_background,
            function_zone: zone.map(|target| (target, judge(Some(target)))),
            first_year: at_first.map(|target| (target, judge(Some(target)))),
            last_year,
            assessment,
        }
    }
}

impl<'a> SectionVerdicts<'a> {
    /// The section.
    #[must_use]
    pub const fn section(&self) -> &'a PlanSection {
        self.section
    }

    /// The assessment by the means of the period; `None` where one has no exact form.
    #[must_use]
    pub const fn assessment(&self) -> Option<&SectionAssessment> {
        self.assessment.as_ref()
    }

    /// The section's class.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.assessment()?.class()
    }

    /// The target of the year in which the period ends.
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

    /// The second target, as a function zone, and the verdict on it, asked for itself.
    #[must_use]
    pub const fn function_zone(&self) -> Option<&(&'a Target, TargetJudgement)> {
        self.function_zone.as_ref()
    }

    /// The target of the year in which the period begins and the verdict on it, where it is
    /// another than [`target`](Self::target).
    #[must_use]
    pub const fn first_year(&self) -> Option<&(&'a Target, TargetJudgement)> {
        self.first_year.as_ref()
    }

    /// The year before.
    #[must_use]
    pub const fn last_year(&self) -> &LastYear {
        &self.last_year
    }

    /// The sufficiency of the section, as [`SectionAssessment::sufficiency`] says it.
    #[must_use]
    pub fn sufficiency(&self) -> Option<Sufficiency> {
        self.assessment()?.sufficiency()
    }

    /// What class and verdict rest on: the worst sufficiency of the items that make the class and
    /// of those that miss the target; `None` where there are none.
    ///
    /// # Reference
    /// As [`TargetJudgement::sufficiency_with_class`].
    #[must_use]
    pub fn deciding_sufficiency(&self) -> Option<Sufficiency> {
        self.judgement.sufficiency_with_class(self.assessment()?)
    }

    /// Whether the result may still change: the class or the verdict rests on too few samples,
    /// or the target compares with a year of too few.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        let of_class = self.assessment().is_some_and(SectionAssessment::is_provisional);
        of_class || self.judgement.is_provisional()
    }

    /// Whether the section has a verdict on its target.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        !matches!(self.judgement.verdict(), Verdict::NotAssessed(_))
    }

    /// The section as a member of a goal's group.
    #[must_use]
    pub fn goal_member(&self) -> GoalMember {
        use crate::assess::section::absence::BackgroundLeftOut::{
            NothingExempted, NothingLeft, Rest,
        };
        let verdict = self.judgement.verdict();
        let rest =
            self.assessment().map_or(NothingExempted, SectionAssessment::class_without_background);
        let enough = self.assessment().and_then(SectionAssessment::sufficiency_without_background);
        let enough = enough.is_some_and(|it| it.is_sufficient());
        let without_background = match (&self.section.natural_background, rest) {
            (Some(background), _) if background.items.is_none() => WithoutBackground::LeftOut,
            (_, NothingExempted) => WithoutBackground::Same,
            (_, rest @ (Rest(_) | NothingLeft)) => WithoutBackground::Changed {
                class: rest.rest(),
                verdict: self.without_background.map_or(verdict, |it| it.verdict()),
                provisional: rest.rest().is_some() && !enough,
                provisional_verdict: self.without_background.is_some_and(|it| it.is_provisional()),
            },
        };
        GoalMember {
            class: self.class(),
            verdict,
            without_background,
            provisional: self.assessment().is_some_and(SectionAssessment::is_provisional),
            provisional_verdict: self.judgement.is_provisional(),
        }
    }
}
