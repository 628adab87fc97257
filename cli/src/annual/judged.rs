//! A section's year from its sums: class, verdict, and what is known of it from the plan.

use gb3838::{
    Averaging, Circumstances, Classifier, Comparison, ItemMap, ItemSet, NotAssessed,
    SectionAssessment, Standard, Target, Verdict, WaterBody, Year,
    error::SumRangeError,
    plan::{AssessOptions, AssessedPart, Plan, PlanSection},
    possible::{MissingMonths, SectionPossibilities},
    report::PossibleReport,
    sums::SumSpan,
    target::{Outlook, TargetJudgement, TooFewSamples},
    time::Requirement,
};

use crate::annual::arguments::{Arguments, Goal};
use crate::annual::read::{OfYear, Samples};

/// What the sections of a file are judged by.
pub(crate) struct Judge<'a> {
    pub(crate) arguments: &'a Arguments,
    pub(crate) plan: Option<&'a Plan>,
    pub(crate) samples: &'a Samples<'a>,
    pub(crate) year: Year,
    /// For sections that no plan names: of rivers, and of lakes.
    classifiers: [Classifier; 2],
}

/// A section's year.
pub(crate) struct Judged {
    /// `None` where a mean has no exact form.
    pub(crate) assessment: Option<SectionAssessment>,
    pub(crate) target: Option<Target>,
    pub(crate) judgement: TargetJudgement,
    pub(crate) provisional: bool,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(
        arguments: &'a Arguments,
        plan: Option<&'a Plan>,
        samples: &'a Samples<'a>,
        year: Year,
    ) -> Self {
        let items = arguments.items.unwrap_or(ItemSet::ASSESSED);
        let classifiers = [WaterBody::River, WaterBody::Lake].map(|body| {
            Classifier::new(Standard::GB_3838_2002, body, items, Comparison::RoundFirst)
        });
        Self { arguments, plan, samples, year, classifiers }
    }

    fn section(&self, name: &str) -> Option<&PlanSection> {
        self.plan?.section(name)
    }

    /// The order of means.
    pub(crate) const fn averaging(&self) -> Averaging {
        if self.arguments.pooled { Averaging::Pooled } else { Averaging::MonthsFirst }
    }

    pub(crate) fn span(&self) -> SumSpan {
        if self.arguments.pooled {
            // One mean over all values; a year needs its months all the same.
            SumSpan::pooled(0..12).with_requirement(Requirement::Months(12))
        } else {
            SumSpan::months(0..12)
        }
    }

    /// The classifier of a section: as the plan has it, or as the command line says.
    pub(crate) fn classifier(&self, name: &str) -> Classifier {
        let (Some(plan), Some(section)) = (self.plan, self.section(name)) else {
            let of_table = self.samples.bodies.get(name);
            let body = self.arguments.body.or(of_table).unwrap_or(WaterBody::River);
            return self.classifiers[usize::from(body == WaterBody::Lake)].clone();
        };
        let classifier = plan.classifier_of(section, &AssessOptions::new());
        match self.arguments.items {
            Some(items) => classifier.with_items(items),
            None => classifier,
        }
    }

    /// Items named on the command line stand for those of the plan and of the section.
    fn known(&self, circumstances: &Circumstances) -> Circumstances {
        match self.arguments.items {
            Some(_) => circumstances.with_own_items(ItemSet::EMPTY),
            None => *circumstances,
        }
    }

    fn assess(
        &self,
        classifier: &Classifier,
        points: &[usize],
        year: Year,
        known: &Circumstances,
    ) -> Option<SectionAssessment> {
        match self.samples.years.get(&year) {
            Some(of_year) => {
                let places = of_year.places(points);
                classifier.assess_section(&of_year.sums, &places, &self.span(), known).ok()
            }
            None => classifier.assess_with(&ItemMap::new(), known).ok(),
        }
    }

    /// The classes that a section can still have.
    ///
    /// # Errors
    /// When an end of a mean has no exact form.
    pub(crate) fn possible(
        &self,
        section: &SectionAssessment,
        of_year: &OfYear,
        points: &[usize],
    ) -> Result<Vec<PossibleReport>, SumRangeError> {
        let (places, span) = (of_year.places(points), self.span());
        let each = MissingMonths::of_averaging(self.averaging());
        let sums = &of_year.sums;
        let possible = SectionPossibilities::each_of_sums(section, sums, &places, &span, each)?;
        Ok(possible.iter().map(PossibleReport::from).collect())
    }

    /// How much is still to come: months, or samples where all values have one mean.
    pub(crate) fn open(&self, of_year: &OfYear) -> u32 {
        self.arguments.rest.unwrap_or_else(|| u32::from(12 - of_year.last.number()))
    }

    /// What the rest of the year must bring for the target of a section; `None` without a
    /// target, and where a mean has no exact form.
    ///
    /// # Errors
    /// When a sum has no room, with the name of the section.
    pub(crate) fn outlook(
        &self,
        name: &str,
        judged: &Judged,
        of_year: &OfYear,
        points: &[usize],
    ) -> Result<Option<Outlook>, String> {
        let (Some(target), Some(assessment)) = (&judged.target, &judged.assessment) else {
            return Ok(None);
        };
        let (classifier, open) = (self.classifier(name), self.open(of_year));
        let known = (target, assessment.circumstances());
        let points = of_year.places(points);
        Outlook::of_sums_with(&of_year.sums, &points, &self.span(), open, &classifier, known)
            .map(Some)
            .map_err(|error| format!("{name}: {error}"))
    }

    /// The class of a section and the verdict on its target: that of the plan, or the class of
    /// the command line.
    pub(crate) fn judge(&self, name: &str, points: &[usize]) -> Judged {
        let classifier = self.classifier(name);
        let asked = match self.arguments.outlook {
            Some(Goal::Class(class)) => Some(Target::class(self.year, class)),
            Some(Goal::Plan) | None => None,
        };
        if let (Some(section), None) = (self.section(name), &asked) {
            let years = (self.year, self.year);
            let verdicts = section.judge_with(years, TooFewSamples::Provisional, |part, known| {
                let year = match part {
                    AssessedPart::Year(year) => year,
                    _ => self.year,
                };
                self.assess(&classifier, points, year, &self.known(known))
            });
            return Judged {
                assessment: verdicts.assessment().cloned(),
                target: verdicts.target().cloned(),
                judgement: *verdicts.judgement(),
                provisional: verdicts.is_provisional(),
            };
        }
        let known = self.section(name).map(|section| section.circumstances(self.year));
        let known = self.known(&known.unwrap_or_default());
        let known = match asked.as_ref().and_then(|target| target.class) {
            Some(class) => known.with_target(class),
            None => known.without_target(),
        };
        let assessment = self.assess(&classifier, points, self.year, &known);
        let judgement = match (&assessment, &asked) {
            (None, _) => TargetJudgement::not_assessed(NotAssessed::NoExactMean),
            (Some(_), None) => TargetJudgement::not_assessed(NotAssessed::NoTarget),
            (Some(section), Some(target)) => target.judge_section(section),
        };
        let of_class = assessment.as_ref().is_some_and(SectionAssessment::is_provisional);
        let provisional = of_class || judgement.is_provisional();
        Judged { assessment, target: asked, judgement, provisional }
    }
}

impl Judged {
    /// `met`, `missed`, or nothing without a target; and whether it may still change.
    pub(crate) fn verdict(&self) -> String {
        let mark = if self.judgement.is_provisional() { " (provisional)" } else { "" };
        match self.judgement.verdict() {
            Verdict::NotAssessed(NotAssessed::NoTarget) => String::new(),
            verdict @ Verdict::NotAssessed(_) => verdict.name().to_owned(),
            verdict => format!("{}{mark}", verdict.name()),
        }
    }

    /// The months of the worst sampled of the five items; none where one has no value.
    pub(crate) fn months(&self) -> u32 {
        let found = self.assessment.as_ref().and_then(SectionAssessment::sufficiency);
        found.map_or(0, |it| it.found())
    }
}
