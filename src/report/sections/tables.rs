//! The tables of a plan's report, in words.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::target::verdict::Verdict;
use crate::report::sections::cells::{
    bounds_cell, class_cell, determining_cell, goal_verdict_cell, group_cell, mean_cell,
    misses_cell, months_cell, percent_cell, target_cell, verdict_cell,
};
use crate::report::sections::data::{
    GoalReport, PlanReport, PossibleReport, SectionReport, SubjectKind,
};
use crate::report::table::Table;
use crate::report::words::{Language, Word};
use crate::standard::item_set::ItemSet;

impl PlanReport {
    /// All tables in order: sections, means, classes that remain possible,
    /// items that took no part, those of natural background, goals, counties, and what was not
    /// assessed.
    #[must_use]
    pub fn tables(&self, language: Language) -> Vec<Table> {
        let mut tables = Vec::from([
            self.section_table(language),
            self.mean_table(language),
            self.possible_table(language),
            self.left_out_table(language),
            self.background_table(language),
            self.reference_table(language),
            self.remark_table(language),
            self.goal_table(language),
            self.county_table(language),
            self.not_assessed_table(language),
        ]);
        tables.retain(|table| !table.is_empty());
        tables
    }

    /// Each section with its class, what decides it, target and verdict.
    #[must_use]
    pub fn section_table(&self, language: Language) -> Table {
        let period = language.in_brackets(language.period(&self.period));
        let title = format!("{}{period}", language.word(Word::Sections));
        let mut table = Table::new(
            title,
            [
                Word::Section,
                Word::Water,
                Word::Level,
                Word::Class,
                Word::DeterminingItems,
                Word::WorseThanTarget,
                Word::Target,
                Word::Verdict,
                Word::Months,
            ]
            .map(|word| language.word(word)),
        );
        for section in &self.sections {
            let none = || language.word(Word::None).to_string();
            table.push([
                section.name.clone(),
                section.water.clone(),
                language.level(section.level).to_string(),
                class_cell(section, language),
                determining_cell(section, language),
                misses_cell(section, language),
                target_cell(section, language),
                verdict_cell(section, language),
                if section.class.is_some() { months_cell(section, language) } else { none() },
            ]);
        }
        table
    }

    /// The means of the sections that have any: value, class, counts; the pooled mean where
    /// its class differs.
    #[must_use]
    pub fn mean_table(&self, language: Language) -> Table {
        let measured = |section: &&SectionReport| !section.means.items().is_empty();
        let items = self
            .sections
            .iter()
            .filter(measured)
            .fold(ItemSet::EMPTY, |items, section| items.union(section.means.items()));
        let headers = core::iter::once(language.word(Word::Section).to_string())
            .chain(items.iter().map(|item| language.item(item).to_string()));
        let title =
            language.labelled(language.word(Word::Means), language.averaging(self.averaging));
        let mut table = Table::new(title, headers);
        for section in self.sections.iter().filter(measured) {
            let cells = items.iter().map(|item| match section.means.get(item) {
                Some(mean) => mean_cell(mean, language),
                None => language.word(Word::None).to_string(),
            });
            table.push(core::iter::once(section.name.clone()).chain(cells));
        }
        table
    }

    /// The classes that remain possible for each section that has a value: by results below
    /// detection alone, and by what the missing months may bring; and which items are open.
    #[must_use]
    pub fn possible_table(&self, language: Language) -> Table {
        let with_any = self.sections.iter().filter(|section| !section.possible.is_empty());
        let rows = with_any.map(|it| (it.name.as_str(), it.class, it.possible.as_slice()));
        PossibleReport::table(language, rows)
    }

    /// The items that took no part in the sections that have a class, and why.
    #[must_use]
    pub fn left_out_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::TookNoPart),
            [Word::Section, Word::Items, Word::Reason].map(|word| language.word(word)),
        );
        let has_items = |section: &&SectionReport| !section.participating.is_empty();
        for section in self.sections.iter().filter(has_items) {
            let mut row = |items: ItemSet, reason: String| {
                if !items.is_empty() {
                    let names: Vec<_> = items.iter().map(|item| language.item(item)).collect();
                    table.push([section.name.clone(), language.list(names), reason]);
                }
            };
            if section.class.is_none() {
                let missing = section.missing_of_five;
                row(missing, language.word(Word::FiveRequired).to_string());
            }
            let mut not_read = section.absent;
            for (reason, items) in &section.absent_by_reason {
                not_read = not_read.difference(*items);
                let absent = language.word(Word::Absent);
                row(*items, language.labelled(absent, language.missing(*reason)));
            }
            row(not_read, language.word(Word::Absent).to_string());
            row(section.undecidable, language.word(Word::Undecidable).to_string());
            row(section.not_limited, language.word(Word::NotLimited).to_string());
            let reference = section.reference_undecided;
            row(reference, language.word(Word::ReferenceUndecided).to_string());
            row(section.excluded, language.word(Word::HighChloride).to_string());
            let unjudged = section.target_limits_not_assessed;
            row(unjudged, language.word(Word::TargetLimitNotAssessed).to_string());
        }
        table
    }

    /// The items of natural background, which count as all others do, with the reason.
    #[must_use]
    pub fn background_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::NaturalBackground),
            [Word::Section, Word::Items, Word::Reason].map(|word| language.word(word)),
        );
        for section in self.sections.iter().filter(|it| !it.exempted.is_empty()) {
            let names = section.exempted.iter().map(|item| language.item(item));
            let reason = section.natural_background.clone().unwrap_or_default();
            table.push([section.name.clone(), language.list(names), reason]);
        }
        table
    }

    /// The reference items that were asked for by name, which 22号 would leave out.
    #[must_use]
    pub fn reference_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::ReferenceAsked),
            [Word::Section, Word::Items].map(|word| language.word(word)),
        );
        for section in self.sections.iter().filter(|it| !it.reference_asked.is_empty()) {
            let names: Vec<_> =
                section.reference_asked.iter().map(|item| language.item(item)).collect();
            table.push([section.name.clone(), language.list(names)]);
        }
        table
    }

    /// The readings and means that no water has, which are kept: by day, with the reason.
    #[must_use]
    pub fn remark_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::RemarkableValues),
            [Word::Section, Word::Items, Word::Reason].map(|word| language.word(word)),
        );
        for section in &self.sections {
            for entry in &section.reading_remarks {
                let item = format!("{} {}", language.item(entry.item), entry.value);
                let place = if entry.point.is_empty() { "" } else { language.choose("，", ", ") };
                let words = language.value_remark(entry.remark);
                let place = format!("{}{place}{}", entry.day, entry.point);
                let reason = language.labelled(place, words);
                table.push([section.name.clone(), item, reason]);
            }
            for entry in &section.mean_remarks {
                let item = language.item(entry.item).to_string();
                let words = language.value_remark(entry.remark);
                let reason = language.labelled(language.period(&section.period), words);
                table.push([section.name.clone(), item, reason]);
            }
        }
        table
    }

    /// Each goal with numerator, denominator, bounds and verdict.
    #[must_use]
    pub fn goal_table(&self, language: Language) -> Table {
        goal_table(language.word(Word::Goals), &self.goals, language)
    }

    /// The sections of each county; boundary sections stand under each of their counties.
    #[must_use]
    pub fn county_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::SectionsByCounty),
            [
                language.word(Word::County),
                language.word(Word::Level),
                language.word(Word::SectionCount),
                language.word(Word::Assessed),
                language.verdict(Verdict::Met),
                language.verdict(Verdict::Missed),
                language.word(Word::WithoutVerdict),
            ],
        );
        for county in &self.counties {
            table.push([
                county.county().to_string(),
                language.level(county.level()).to_string(),
                county.sections().to_string(),
                county.assessed().to_string(),
                county.met().to_string(),
                county.missed().to_string(),
                county.without_verdict().to_string(),
            ]);
        }
        table
    }

    /// What people call the subject of an entry: goals have short names for machines, and are
    /// known by kind and group.
    pub(crate) fn named(&self, of: SubjectKind, what: &str, language: Language) -> String {
        let is_it = |goal: &&GoalReport| of == SubjectKind::Goal && goal.id == what;
        self.goals.iter().find(is_it).map_or_else(
            || what.to_owned(),
            |goal| {
                let group = group_cell(&goal.selector, language);
                format!("{}{}", language.goal(goal.kind), language.in_brackets(group))
            },
        )
    }

    /// What was not assessed, and why.
    #[must_use]
    pub fn not_assessed_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::NotAssessed),
            [Word::What, Word::Reason].map(|word| language.word(word)),
        );
        for entry in &self.not_assessed {
            let what = self.named(entry.of, &entry.what, language);
            table.push([what, language.reason(entry.reason).to_string()]);
        }
        table
    }
}

/// Some goals under a title.
pub(crate) fn goal_table<'a>(
    title: &str,
    goals: impl IntoIterator<Item = &'a GoalReport>,
    language: Language,
) -> Table {
    let mut table = Table::new(
        title,
        [
            Word::Goal,
            Word::Group,
            Word::Bound,
            Word::Numerator,
            Word::Denominator,
            Word::Share,
            Word::OutcomeBounds,
            Word::Verdict,
        ]
        .map(|word| language.word(word)),
    );
    for goal in goals {
        let none = || language.word(Word::None).to_string();
        table.push([
            language.goal(goal.kind).to_string(),
            group_cell(&goal.selector, language),
            goal.bound.map_or_else(none, |bound| language.percent(bound)),
            goal.numerator.to_string(),
            goal.denominator.to_string(),
            percent_cell(goal.share, language),
            bounds_cell(goal, language),
            goal_verdict_cell(goal, language),
        ]);
    }
    table
}
