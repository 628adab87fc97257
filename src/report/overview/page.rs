//! The first screen of a plan's assessment, the answer first.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::plan::progress::progress::PlanProgress;
use crate::plan::sections::assessment::{PlanAssessment, ReadingsBySection};
use crate::reading::mean::series::Series;
use crate::reading::time::date::{Month, Year};
use crate::report::overview::screen::Screen;
use crate::report::progress::data::ProgressReport;
use crate::report::sections::data::{PlanReport, SectionReport};
use crate::report::words::{Language, Word};
use crate::standard::class::Class;

/// The first screen of a plan's assessment: what was judged and on what, the goals with what is
/// missing for them, the sections that miss, and the tasks that are late.
///
/// It says what [`PlanReport`] and [`ProgressReport`] hold, and decides nothing.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::{
///     Period, Year, plan::{Plan, ReadingsBySection, Returns}, report::{Language, Overview},
/// };
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let readings = ReadingsBySection::new();
/// let sections = plan.assess(&readings, &Period::year(Year::new(2026)?))?;
/// let reported = Returns::default();
/// let progress = plan.progress(&reported, "2024-12-31".parse()?)?.with_sections(&sections);
/// let overview = Overview::new(&sections, &progress, &readings);
/// let lines = overview.lines(Language::Chinese, 100, &[]);
/// assert_eq!(lines[0], "钦州市2024年度水污染防治工作实施方案");
/// // Plan and readings are of different years: that is said first.
/// assert!(lines[1].starts_with("注意：方案为2024年，监测数据为2026年"));
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview<'a> {
    /// The year of the plan.
    pub plan_year: Year,
    /// The year in which the period of the readings ends.
    pub year: Year,
    /// The months of the period, in order, with whether any section of the plan has a value.
    pub months: Vec<(Month, bool)>,
    /// The sections and their goals.
    pub sections: PlanReport,
    /// The rest of the plan.
    pub progress: ProgressReport<'a>,
}

impl<'a> Overview<'a> {
    /// The first screen of what was assessed and reported; `readings` are those that were
    /// assessed.
    #[must_use]
    pub fn new(
        assessment: &PlanAssessment<'_>,
        progress: &PlanProgress<'a>,
        readings: &ReadingsBySection,
    ) -> Self {
        let period = assessment.period();
        let days = || {
            let of_plan = assessment.plan().sections.iter();
            let series = of_plan.filter_map(|section| readings.get(&section.name));
            series.flat_map(Series::days_with_values)
        };
        let months = period
            .months()
            .map(|month| (month, days().any(|day| day.month() == month && period.contains(day))))
            .collect();
        Self {
            plan_year: assessment.plan().year,
            year: period.last_day().year(),
            months,
            sections: assessment.into(),
            progress: progress.into(),
        }
    }

    /// The screen in lines of at most `width` columns; `input` says what became of the rows that
    /// were read, and stands where the screen says what was judged.
    #[must_use]
    pub fn lines(&self, language: Language, width: usize, input: &[String]) -> Vec<String> {
        let mut screen = Screen::new(language, width);
        screen.put(0, 0, &self.sections.plan);
        if self.plan_year != self.year {
            let (plan, readings) = (self.plan_year.to_string(), self.year.to_string());
            screen.put(0, 6, &language.filled(Word::PlanOfOtherYear, &[&plan, &readings]));
        }
        screen.gap();
        self.ground(&mut screen, input);
        self.put_goals(&mut screen);
        self.put_sections(&mut screen);
        self.put_tasks(&mut screen);
        screen.into_lines()
    }

    /// On what it rests: readings, months, sections, the rules of comparison; and the classes.
    fn ground(&self, screen: &mut Screen, input: &[String]) {
        let language = screen.language();
        let report = &self.sections;
        let with: Vec<u8> =
            self.months.iter().filter(|(_, has)| *has).map(|(month, _)| month.number()).collect();
        let classed = report.sections.iter().filter(|it| it.class.is_some()).count();
        let counts = [with.len(), self.months.len(), classed, report.sections.len()];
        let [months, of_months, classed, of_sections] = counts.map(|count| count.to_string());
        let months = if with.is_empty() {
            language.filled(Word::CountOfMonths, &[&months])
        } else {
            language.filled(Word::CountOfWhich, &[&months, &runs(&with, language)])
        };
        let blanks = [report.period.as_str(), &months, &of_months, &classed, &of_sections];
        screen.labelled(Word::Judged, &language.filled(Word::GroundOfPeriod, &blanks));
        let input = input.join(language.word(Word::Semicolon));
        if !input.is_empty() {
            screen.put(screen.label_width(), screen.label_width(), &input);
        }
        let items = language.list(report.items.iter().map(|item| language.item(item)));
        let averaging = language.averaging(report.averaging);
        let comparison = language.comparison(report.comparison);
        let basis = language
            .filled(Word::BasisOfScreen, &[&report.edition(), comparison, averaging, &items]);
        screen.labelled(Word::JudgedBy, &basis);
        screen.labelled(Word::Classes, &self.classes(language));
    }

    /// How many sections have which class, and how many of them are provisional.
    fn classes(&self, language: Language) -> String {
        let of = |class: Class| {
            let sections = self.sections.sections.iter();
            sections.filter(|section| section.class == Some(class)).count()
        };
        let counts = Class::ALL.into_iter().map(|class| (class, of(class)));
        let words: Vec<_> = counts
            .filter(|(_, count)| *count > 0)
            .map(|(class, count)| {
                language.filled(Word::SectionsOfClass, &[language.class(class), &count.to_string()])
            })
            .collect();
        if words.is_empty() {
            return language.word(Word::NothingHasAClass).to_string();
        }
        let is_open = |section: &&SectionReport| section.class.is_some() && section.provisional;
        let provisional = self.sections.sections.iter().filter(is_open);
        let mut text = language.list(words);
        if let count @ 1.. = provisional.clone().count() {
            let needed = language.needed_items(provisional.map(|section| section.needed_items));
            let blanks = [&count.to_string(), needed];
            text.push_str(&language.filled(Word::OfWhichProvisional, &blanks));
        }
        text
    }
}

/// Numbers of months, those that follow each other as one run: `1–3, 8`.
fn runs(months: &[u8], language: Language) -> String {
    let follows = |one: &u8, next: &u8| *next == one + 1;
    let words = months.chunk_by(follows).filter_map(|run| match (run.first()?, run.last()?) {
        (first, last) if first == last => Some(first.to_string()),
        (first, last) => {
            let ends = [first, last].map(ToString::to_string);
            Some(language.filled(Word::NumberRange, &ends.each_ref().map(String::as_str)))
        }
    });
    language.list(words)
}
