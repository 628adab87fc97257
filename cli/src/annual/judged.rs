//! A section's year from its sums: class, verdict, and what is known of it from the plan.

use gb3838::{
    Averaging, Circumstances, Classifier, Comparison, ItemMap, ItemSet, NotAssessed,
    SectionAssessment, Standard, Sufficiency, Target, WaterBody, Year,
    error::SumRangeError,
    plan::{AssessOptions, AssessedPart, Plan, PlanSection},
    possible::{MissingMonths, SectionPossibilities},
    report::{Language, PossibleReport, ProvisionalReport, Word},
    sums::SumSpan,
    target::{Outlook, TargetJudgement, TooFewSamples},
    time::Requirement,
};

use crate::annual::arguments::{Arguments, Goal};
use crate::annual::tables::class_name;
use crate::program::language::choose;
use crate::samples::of_year::OfYear;
use crate::samples::read::Samples;

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
    pub(crate) assessment: Option<Box<SectionAssessment>>,
    pub(crate) target: Option<Target>,
    pub(crate) judgement: TargetJudgement,
    /// The verdict without natural background, where any is exempted.
    pub(crate) without_background: Option<TargetJudgement>,
    /// The verdict on the target of the function zone, where the plan has one.
    pub(crate) function_zone: Option<ZoneVerdict>,
    pub(crate) provisional: bool,
}

/// The target of a function zone, and the verdict on it.
#[derive(serde::Serialize)]
pub(crate) struct ZoneVerdict {
    pub(crate) target: Target,
    judgement: TargetJudgement,
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
    ) -> Option<Box<SectionAssessment>> {
        // Large, and handed on.
        match self.samples.years.get(&year) {
            Some(of_year) => {
                let places = of_year.places(points);
                let section =
                    classifier.assess_section(&of_year.sums, &places, &self.span(), known);
                section.map(Box::new).ok()
            }
            None => classifier.assess_with(&ItemMap::new(), known).map(Box::new).ok(),
        }
    }

    /// The classes that a section can still have; none where nothing was measured.
    ///
    /// # Errors
    /// When an end of a mean has no exact form.
    pub(crate) fn possible(
        &self,
        section: &SectionAssessment,
        of_year: &OfYear,
        points: &[usize],
    ) -> Result<Vec<PossibleReport>, SumRangeError> {
        if !section.has_values() {
            return Ok(Vec::new());
        }
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
                self.assess(&classifier, points, year, &self.known(known)).map(|it| *it)
            });
            return Judged {
                assessment: verdicts.assessment().cloned().map(Box::new),
                target: verdicts.target().cloned(),
                judgement: *verdicts.judgement(),
                without_background: verdicts.judgement_without_background().copied(),
                function_zone: verdicts.function_zone().map(|(target, judgement)| ZoneVerdict {
                    target: (*target).clone(),
                    judgement: *judgement,
                }),
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
            (Some(section), _) if !section.has_values() => {
                TargetJudgement::not_assessed(NotAssessed::NoReadings)
            }
            (Some(_), None) => TargetJudgement::not_assessed(NotAssessed::NoTarget),
            (Some(section), Some(target)) => target.judge_section(section),
        };
        let without_background = asked.as_ref().zip(assessment.as_ref());
        let without_background = without_background
            .and_then(|(target, section)| target.judge_without_background(section));
        let of_class = assessment.as_ref().is_some_and(|section| section.is_provisional());
        let provisional = of_class || judgement.is_provisional();
        let function_zone = None;
        let target = asked;
        Judged { assessment, target, judgement, without_background, function_zone, provisional }
    }
}

impl Judged {
    /// The verdict in words, or nothing without a target; whether it may still change; that without
    /// natural background, and that on the function zone.
    pub(crate) fn verdict(&self, language: Language) -> String {
        let words = |judgement: &TargetJudgement| {
            let verdict = language.verdict(judgement.verdict());
            format!("{verdict}{}", provisional_mark(judgement.is_provisional(), language))
        };
        let verdict = self.target.as_ref().map(|_| words(&self.judgement));
        let rest = self.without_background.as_ref();
        let rest = rest.map(|judgement| language.without_background(&words(judgement)));
        let zone = self.function_zone.as_ref();
        let zone = zone.map(|zone| of_zone(&words(&zone.judgement), language));
        [verdict, rest, zone].into_iter().flatten().collect()
    }

    /// The class, and that without natural background, where any is exempted.
    pub(crate) fn class(&self, language: Language) -> String {
        let section = self.assessment.as_deref();
        let class = class_name(section.and_then(SectionAssessment::class), language);
        let rest = section.and_then(|section| section.class_without_background().rest());
        let rest =
            rest.map(|class| language.without_background(&class_name(Some(class), language)));
        format!("{class}{}", rest.unwrap_or_default())
    }

    /// What class and verdict rest on: of the items that make the class, and of those that miss the
    /// target.
    pub(crate) fn sufficiency(&self) -> Option<Sufficiency> {
        self.judgement.sufficiency_with_class(self.assessment.as_ref()?)
    }

    /// How many months, or samples, that are, in words; and that the class may still change, where
    /// the verdict does not say so.
    pub(crate) fn months(&self, language: Language) -> String {
        let found = self.sufficiency().map_or_else(|| "--".to_owned(), |it| it.found().to_string());
        let is_said = self.target.is_some() && self.judgement.is_provisional();
        format!("{found}{}", provisional_mark(self.provisional && !is_said, language))
    }

    /// Why the result is provisional; nothing of one that is not.
    pub(crate) fn provisional_by(&self) -> Option<ProvisionalReport> {
        let section = self.assessment.as_ref().filter(|_| self.provisional)?;
        Some(ProvisionalReport::of(section, self.target.as_ref()))
    }
}

/// What is said of a function zone, in brackets.
pub(crate) fn of_zone(said: &str, language: Language) -> String {
    language.in_brackets(format_args!("{} {said}", language.word(Word::FunctionZone)))
}

/// The mark of what may still change, in brackets.
pub(crate) fn provisional_mark(is_provisional: bool, language: Language) -> String {
    if !is_provisional {
        return String::new();
    }
    language.in_brackets(choose(language, "暂定", "provisional"))
}
