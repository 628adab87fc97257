//! The half-year and year-end summary of a plan's work, as data and as Markdown.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::plan::progress::progress::PlanProgress;
use crate::plan::sections::assessment::PlanAssessment;
use crate::report::markdown::escaped_markdown;
use crate::report::progress::cells::counts_cell;
use crate::report::progress::data::{ProgressReport, TaskReport};
use crate::report::sections::data::PlanReport;
use crate::report::sections::tables::goal_table;
use crate::report::table::Table;
use crate::report::words::{Language, Word};

/// Which summary it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum WorkSummaryKind {
    /// Of the half-year (半年工作总结).
    HalfYear,
    /// Of the year (年度工作总结).
    YearEnd,
}

/// A summary of the work on a plan (水污染防治工作总结): goals, sections, sources, tasks by part,
/// indicators, counties, units, and what is missing.
///
/// # Reference
/// 钦州市2024年度水污染防治工作实施方案, annex 1, task 56 (P): a summary of the half-year by
/// 25 June and one of the year by 31 December. Its form is ours.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::{
///     Period, Year, plan::{Plan, Returns}, report::{Language, WorkSummaryKind, WorkSummary},
/// };
///
/// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
/// let year = Period::year(Year::new(2024)?);
/// let sections = plan.assess(&Default::default(), &year)?;
/// let reported = Returns::default();
/// let progress = plan.progress(&reported, "2024-06-25".parse()?)?.with_sections(&sections);
/// let summary = WorkSummary::new(WorkSummaryKind::HalfYear, &sections, &progress);
/// let markdown = summary.to_markdown(Language::English);
/// assert!(markdown.starts_with("# 钦州市2024年度水污染防治工作实施方案: summary of the half-year"));
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct WorkSummary<'a> {
    /// Which summary it is.
    pub kind: WorkSummaryKind,
    /// The sections and their goals, by the readings of a period.
    pub water_quality: PlanReport,
    /// The rest of the plan, by what is reported.
    pub progress: ProgressReport<'a>,
}

impl<'a> WorkSummary<'a> {
    /// A summary of what was assessed and reported.
    #[must_use]
    pub fn new(
        kind: WorkSummaryKind,
        sections: &PlanAssessment<'_>,
        progress: &PlanProgress<'a>,
    ) -> Self {
        Self { kind, water_quality: sections.into(), progress: progress.into() }
    }

    /// The summary in Markdown.
    #[must_use]
    pub fn to_markdown(&self, language: Language) -> String {
        let (quality, progress) = (&self.water_quality, &self.progress);
        let title = match self.kind {
            WorkSummaryKind::HalfYear => Word::HalfYearSummary,
            WorkSummaryKind::YearEnd => Word::YearEndSummary,
        };
        let day = progress.today.to_string();
        let mut text =
            format!("# {}\n\n", language.filled(title, &[&escaped_markdown(&quality.plan), &day]));
        let sentences = [
            (Word::TasksSentence, progress.tasks.len(), &progress.task_counts),
            (Word::IndicatorsSentence, progress.indicators.len(), &progress.indicator_counts),
        ];
        for (word, total, counts) in sentences {
            let counts = counts_cell(counts, language);
            text.push_str(&language.filled(word, &[&total.to_string(), &counts]));
            text.push_str("\n\n");
        }
        let mut chapter = |word: Word, tables: Vec<Table>| {
            text.push_str(&format!("## {}\n\n", language.word(word)));
            for table in tables.iter().filter(|table| !table.is_empty()) {
                text.push_str(&table.to_markdown());
                text.push('\n');
            }
        };
        let goals = goal_table(language.word(Word::Goals), &progress.goals, language);
        let quality_tables = Vec::from([
            goals,
            progress.goal_gap_table(language),
            quality.section_table(language),
            progress.source_table(language),
            progress.flow_table(language),
        ]);
        chapter(Word::WaterQualityGoals, quality_tables);
        chapter(Word::Tasks, self.task_tables(language));
        let indicators =
            Vec::from([progress.indicator_table(language), progress.work_table(language)]);
        chapter(Word::IndicatorsTitle, indicators);
        let by_whom = Vec::from([
            quality.county_table(language),
            progress.county_table(language),
            progress.unit_table(language),
        ]);
        chapter(Word::ByCountyAndUnit, by_whom);
        let missing =
            Vec::from([quality.not_assessed_table(language), progress.unused_table(language)]);
        chapter(Word::NotAssessed, missing);
        text
    }

    /// The tasks of each part of the list.
    fn task_tables(&self, language: Language) -> Vec<Table> {
        let tasks = &self.progress.tasks;
        tasks
            .chunk_by(|one, next| one.part == next.part)
            .map(|of_part| {
                let tasks: Vec<&TaskReport> = of_part.iter().collect();
                let part = of_part.first().map_or("", |task| task.part.as_str());
                self.progress.task_table(part, &tasks, language)
            })
            .collect()
    }
}
