//! The tables of a progress report, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::plan::goal::goal::GoalSubject;
use crate::report::progress::cells::{
    counts_cell, gaps_cell, last_day_cell, latest_cell, name_cell, scope_cell, standing_cell,
    target_cell,
};
use crate::report::progress::data::{LatestReturnReport, PartReport, ProgressReport, TaskReport};
use crate::report::sections::cells::{group_cell, verdict_words};
use crate::report::sections::tables::goal_table;
use crate::report::table::Table;
use crate::report::words::{Language, Word};

fn heads<const N: usize>(title: String, words: [Word; N], language: Language) -> Table {
    Table::new(title, words.map(|word| language.word(word)))
}

fn number(task: Option<u16>, language: Language) -> String {
    task.map_or_else(|| language.word(Word::None).to_string(), |task| task.to_string())
}

impl ProgressReport<'_> {
    /// All tables in order: goals on sources and flows, what goals want, sources, flows, works, indicators,
    /// tasks, counties, units, and reports that were not used.
    #[must_use]
    pub fn tables(&self, language: Language) -> Vec<Table> {
        let beside = self.goals.iter().filter(|it| it.kind.subject() != GoalSubject::Sections);
        let tasks: Vec<_> = self.tasks.iter().collect();
        let mut tables = Vec::from([
            goal_table(language.word(Word::GoalsBeside), beside, language),
            self.goal_gap_table(language),
            self.source_table(language),
            self.town_source_table(language),
            self.flow_table(language),
            self.work_table(language),
            self.indicator_table(language),
            self.task_table(language.word(Word::Tasks), &tasks, language),
            self.county_table(language),
            self.unit_table(language),
            self.unused_table(language),
        ]);
        tables.retain(|table| !table.is_empty());
        tables
    }

    fn dated(&self, word: Word, language: Language) -> String {
        format!("{}{}", language.word(word), language.in_brackets(self.today))
    }

    /// What is missing for each goal that wants something.
    #[must_use]
    pub fn goal_gap_table(&self, language: Language) -> Table {
        let words = [Word::Goal, Word::Group, Word::Missing];
        let mut table = heads(self.dated(Word::MissingForGoals, language), words, language);
        for goal in self.goal_gaps.iter().filter(|goal| !goal.gaps.is_empty()) {
            table.push([
                language.goal(goal.kind).to_string(),
                group_cell(&goal.selector, language),
                gaps_cell(&goal.gaps, language),
            ]);
        }
        table
    }

    /// Each drinking-water source with its class and verdict; those not in use are listed.
    #[must_use]
    pub fn source_table(&self, language: Language) -> Table {
        let words = [
            Word::Source,
            Word::Level,
            Word::County,
            Word::Status,
            Word::Target,
            Word::Class,
            Word::Verdict,
            Word::DaysCovered,
        ];
        let mut table = heads(self.dated(Word::SourcesTitle, language), words, language);
        for source in &self.sources {
            let none = || language.word(Word::None).to_string();
            table.push([
                source.name.clone(),
                language.source_level(source.level).to_string(),
                language.list(&source.counties),
                language.source_status(source.status).to_string(),
                language.class(source.required).to_string(),
                source.class.map_or_else(none, |class| language.class(class).to_string()),
                verdict_words(source.verdict, source.provisional, language),
                source.days_covered.to_string(),
            ]);
        }
        table
    }

    /// The sources of towns and villages, as the plan lists them.
    #[must_use]
    pub fn town_source_table(&self, language: Language) -> Table {
        let words = [Word::Source, Word::Level, Word::County, Word::Towns];
        let title = language.word(Word::TownSourcesTitle).to_string();
        let mut table = heads(title, words, language);
        for source in &self.town_sources {
            table.push([
                source.name.clone(),
                language.source_level(source.level).to_string(),
                source.county.clone(),
                language.list(&source.towns),
            ]);
        }
        table
    }

    /// Each ecological flow with the days that reach it.
    #[must_use]
    pub fn flow_table(&self, language: Language) -> Table {
        let words = [
            Word::Section,
            Word::Water,
            Word::BaseFlow,
            Word::DaysOfPeriod,
            Word::DaysWithFlow,
            Word::DaysReaching,
            Word::RequiredShare,
            Word::Verdict,
        ];
        let mut table = heads(self.dated(Word::FlowsTitle, language), words, language);
        for flow in &self.flows {
            let target = match (flow.base_flow, flow.lowest_level) {
                (Some(target), _) => format!("{target} m³/s"),
                (None, Some(level)) => format!("{level} m"),
                (None, None) => language.word(Word::None).to_string(),
            };
            table.push([
                flow.section.clone(),
                flow.water.clone(),
                target,
                flow.days.to_string(),
                flow.days_with_flow.to_string(),
                flow.days_reaching.to_string(),
                format!("≥ {}", language.percent(flow.required_percent)),
                verdict_words(flow.verdict, flow.provisional, language),
            ]);
        }
        table
    }

    /// Each work with its length and where it stands.
    #[must_use]
    pub fn work_table(&self, language: Language) -> Table {
        let words = [
            Word::Water,
            Word::County,
            Word::Task,
            Word::TargetValue,
            Word::LastDay,
            Word::LatestReturn,
            Word::Standing,
        ];
        let mut table = heads(self.dated(Word::WorksTitle, language), words, language);
        for work in &self.works {
            let latest = |latest: &LatestReturnReport| PartReport {
                county: None,
                standing: work.standing,
                latest: Some(latest.clone()),
            };
            let parts: Vec<_> = work.latest.iter().map(latest).collect();
            table.push([
                work.water.clone(),
                work.county.clone(),
                number(work.task, language),
                format!("≥ {} km", work.length),
                work.last_day.to_string(),
                latest_cell(&parts, language),
                language.standing(work.standing).to_string(),
            ]);
        }
        table
    }

    /// Each indicator with what it has to reach, the latest report and where it stands.
    #[must_use]
    pub fn indicator_table(&self, language: Language) -> Table {
        let words = [
            Word::Task,
            Word::Indicator,
            Word::Scope,
            Word::TargetValue,
            Word::LastDay,
            Word::LatestReturn,
            Word::Standing,
        ];
        let mut title = self.dated(Word::IndicatorsTitle, language);
        title.push_str(language.word(Word::InferredNote));
        let mut table = heads(title, words, language);
        for indicator in &self.indicators {
            let inferred = &indicator.inferred;
            table.push([
                number(indicator.task, language),
                name_cell(&indicator.name, indicator.name_en.as_deref(), language),
                scope_cell(indicator.scope.as_ref(), inferred, language),
                target_cell(indicator, language),
                last_day_cell(indicator.last_day, None, inferred, language),
                latest_cell(&indicator.parts, language),
                standing_cell(&indicator.parts, language),
            ]);
        }
        table
    }

    /// Some tasks with where they stand and what is missing.
    #[must_use]
    pub(crate) fn task_table(
        &self,
        title: &str,
        tasks: &[&TaskReport],
        language: Language,
    ) -> Table {
        let words = [
            Word::Task,
            Word::TaskTitle,
            Word::LeadUnits,
            Word::LastDay,
            Word::LatestReturn,
            Word::Standing,
            Word::Missing,
        ];
        let title = format!("{title}{}", language.in_brackets(self.today));
        let mut table = heads(title, words, language);
        for task in tasks {
            table.push([
                task.number.to_string(),
                task.title.clone(),
                language.list(&task.lead),
                last_day_cell(task.last_day, Some(&task.deadline), &task.inferred, language),
                latest_cell(&task.parts, language),
                standing_cell(&task.parts, language),
                gaps_cell(&task.gaps, language),
            ]);
        }
        table
    }

    /// Each county with how many of its tasks, indicators and works stand where.
    #[must_use]
    pub fn county_table(&self, language: Language) -> Table {
        let words = [Word::County, Word::Tasks, Word::IndicatorsTitle, Word::WorksTitle];
        let mut table = heads(self.dated(Word::ByCounty, language), words, language);
        for county in &self.counties {
            table.push([
                county.county().to_string(),
                counts_cell(county.tasks(), language),
                counts_cell(county.indicators(), language),
                counts_cell(county.works(), language),
            ]);
        }
        table
    }

    /// Each unit in each of its roles with how many of its tasks stand where.
    #[must_use]
    pub fn unit_table(&self, language: Language) -> Table {
        let words = [Word::UnitOfPlan, Word::Role, Word::Tasks, Word::IndicatorsOfTasks];
        let mut table = heads(self.dated(Word::ByUnit, language), words, language);
        for unit in &self.units {
            table.push([
                unit.unit().name.clone(),
                language.unit_role(unit.role()).to_string(),
                counts_cell(unit.tasks(), language),
                counts_cell(unit.indicators(), language),
            ]);
        }
        table
    }

    /// The reports that were not used, and why.
    #[must_use]
    pub fn unused_table(&self, language: Language) -> Table {
        let words = [Word::What, Word::AsOf, Word::Reason];
        let mut table = heads(self.dated(Word::ReportsNotUsed, language), words, language);
        for report in &self.unused {
            table.push([
                report.name().to_string(),
                report.as_of().to_string(),
                language.unused(report.reason()).to_string(),
            ]);
        }
        table
    }
}
