//! One period of a region beside others: the month before, a year ago, the year to date.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::region::change::{Change, SectionChange};
use crate::plan::sections::region_comparison::RegionComparison;
use crate::report::region::collect::period_report;
use crate::report::region::data::{PeriodReport, RegionReport};
use crate::report::region::tables::number;
use crate::report::table::Table;
use crate::report::words::{Language, Word};
use crate::standard::class::Class;

/// What a period is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ComparedWith {
    /// A month with the month before (环比).
    LastMonth,
    /// A month with the same month of last year (同比).
    LastYearsMonth,
    /// The year to date with last year's (累计同比).
    LastYearToDate,
}

/// A period beside an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ComparisonReport {
    /// What is compared with what.
    pub with: ComparedWith,
    /// The later period.
    pub now: PeriodReport,
    /// The earlier period.
    pub before: PeriodReport,
    /// The change of the region; absent where one of both has no state, or where level and
    /// shares go different ways.
    pub change: Option<Change>,
    /// The change of each section by its class, in the order of the plan; absent where one of
    /// both has none.
    pub sections: Vec<Option<SectionChange>>,
}

impl RegionReport {
    /// Puts a period beside an earlier one of the same plan.
    pub fn add_comparison(&mut self, with: ComparedWith, comparison: &RegionComparison<'_, '_>) {
        self.comparisons.push(ComparisonReport {
            with,
            now: period_report(comparison.now.0, &comparison.now.1),
            before: period_report(comparison.before.0, &comparison.before.1),
            change: comparison.change(),
            sections: comparison.sections().to_vec(),
        });
    }

    /// The region in each compared period, with how it changed since.
    #[must_use]
    pub fn comparison_table(&self, language: Language) -> Table {
        let word = |word| language.word(word);
        let heads = [
            word(Word::Compared),
            word(Word::PeriodHead),
            word(Word::WithClass),
            word(Word::GoodClasses),
            language.class(Class::InferiorV),
            word(Word::State),
            word(Word::ChangeSince),
        ];
        let mut table = Table::new(word(Word::Comparisons), heads);
        let mut shown: Vec<&str> = Vec::new();
        for comparison in &self.comparisons {
            let (now, before) = comparison.with.words();
            if !shown.contains(&comparison.now.period.as_str()) {
                shown.push(&comparison.now.period);
                table.push(comparison.now.compared_row(word(now), String::new(), language));
            }
            let change = comparison.change.map_or(word(Word::None), |it| language.change(it));
            table.push(comparison.before.compared_row(word(before), change.to_string(), language));
        }
        table
    }

    /// Each section in each compared period, with how its class changed since.
    #[must_use]
    pub fn section_comparison_table(&self, language: Language) -> Table {
        let word = |word| language.word(word).to_string();
        let mut heads = Vec::from([word(Word::Section)]);
        let mut shown: Vec<&str> = Vec::new();
        for comparison in &self.comparisons {
            let (now, before) = comparison.with.words();
            if !shown.contains(&comparison.now.period.as_str()) {
                shown.push(&comparison.now.period);
                heads.push(word(now));
            }
            heads.extend([word(before), word(Word::Change)]);
        }
        let mut table = Table::new(word(Word::ComparisonsOfSections), heads);
        for (place, section) in self.plan.sections.iter().enumerate() {
            let mut row = Vec::from([section.name.clone()]);
            let mut shown: Vec<&str> = Vec::new();
            for comparison in &self.comparisons {
                if !shown.contains(&comparison.now.period.as_str()) {
                    shown.push(&comparison.now.period);
                    row.push(comparison.now.class_cell(place, language));
                }
                row.push(comparison.before.class_cell(place, language));
                let change = comparison.sections.get(place).copied().flatten();
                row.push(change.map_or(word(Word::None), |it| language.section_change(it).into()));
            }
            table.push(row);
        }
        table
    }
}

impl ComparedWith {
    const fn words(self) -> (Word, Word) {
        match self {
            Self::LastMonth => (Word::ThisMonth, Word::LastMonth),
            Self::LastYearsMonth => (Word::ThisMonth, Word::LastYearsMonth),
            Self::LastYearToDate => (Word::YearToDate, Word::LastYearToDate),
        }
    }
}

impl PeriodReport {
    fn compared_row(&self, name: &str, change: String, language: Language) -> Vec<String> {
        let none = || language.word(Word::None).to_string();
        let part = |count: u32, percent| {
            let percent = number(percent, language);
            language.filled(Word::CountAndShare, &[&count.to_string(), &percent])
        };
        let shares = self.state.shares.as_ref();
        let counted = [shares.map_or(0, |it| it.assessed), self.state.sections];
        let counted = counted.map(|count| count.to_string()).join("/");
        Vec::from([
            name.to_string(),
            language.period(&self.period),
            counted,
            shares.map_or_else(none, |it| part(it.good, it.good_percent)),
            shares.map_or_else(none, |it| part(it.inferior_v, it.inferior_v_percent)),
            self.state_words(language),
            change,
        ])
    }
}

impl Language {
    /// A change of a region.
    #[must_use]
    pub const fn change(self, change: Change) -> &'static str {
        self.choose(change.name_zh(), change.name_en())
    }
}
