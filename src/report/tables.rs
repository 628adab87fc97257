//! The tables of a plan's report, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::plan::goal::Selector;
use crate::plan::target::Verdict;
use crate::report::data::{
    BoundsReport, GoalReport, MeanReport, MultipleReport, PlanReport, SectionReport,
};
use crate::report::table::Table;
use crate::report::wording::{Language, Word};
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

impl PlanReport {
    /// All tables in order: sections, means, goals, counties, and what was not assessed.
    #[must_use]
    pub fn tables(&self, language: Language) -> Vec<Table> {
        let mut tables = Vec::from([
            self.section_table(language),
            self.mean_table(language),
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
        let title = format!("{} ({})", language.word(Word::Sections), self.period);
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
                multiples_cell(&section.worse_than_target, language),
                target_cell(section, language),
                verdict_cell(section, language),
                if section.class.is_some() {
                    format!("{}/{}", section.sufficiency.found, section.sufficiency.required)
                } else {
                    none()
                },
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
            format!("{}: {}", language.word(Word::Means), language.averaging(self.averaging));
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

    /// Each goal with numerator, denominator, bounds and verdict.
    #[must_use]
    pub fn goal_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::Goals),
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
        for goal in &self.goals {
            let none = || language.word(Word::None).to_string();
            table.push([
                language.goal(goal.kind).to_string(),
                group_cell(&goal.selector, language),
                goal.bound.map_or_else(none, |bound| format!("{bound} %")),
                goal.numerator.to_string(),
                goal.denominator.to_string(),
                percent_cell(goal.share, language),
                bounds_cell(goal, language),
                goal_verdict_cell(goal, language),
            ]);
        }
        table
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
            ],
        );
        for county in &self.counties {
            table.push([
                county.county.clone(),
                language.level(county.level).to_string(),
                county.sections.to_string(),
                county.assessed.to_string(),
                county.met.to_string(),
                county.missed.to_string(),
            ]);
        }
        table
    }

    /// What was not assessed, and why.
    #[must_use]
    pub fn not_assessed_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::NotAssessed),
            [Word::What, Word::Reason].map(|word| language.word(word)),
        );
        for entry in &self.not_assessed {
            table.push([entry.what.clone(), language.reason(entry.reason).to_string()]);
        }
        table
    }
}

fn class_cell(section: &SectionReport, language: Language) -> String {
    let Some(class) = section.class else { return language.word(Word::None).to_string() };
    let mut cell = language.class(class).to_string();
    let mut add = |word, class: Option<Class>| {
        if let Some(class) = class {
            cell.push_str(&format!(" ({} {})", language.word(word), language.class(class)));
        }
    };
    add(Word::Pooled, section.pooled_class);
    add(Word::WithoutBackground, section.class_without_background);
    cell
}

/// The determining items, with multiples where the section has main pollution items.
fn determining_cell(section: &SectionReport, language: Language) -> String {
    let multiple = |item: Item| {
        let entries = &section.main_pollution_items;
        entries.iter().find(|entry| entry.item == item).and_then(|entry| entry.multiple)
    };
    let words: Vec<_> = section
        .determining
        .iter()
        .map(|item| item_with_multiple(item, multiple(item), language))
        .collect();
    if words.is_empty() { language.word(Word::None).to_string() } else { words.join(", ") }
}

/// As printed: 总磷(0.42).
fn item_with_multiple(item: Item, multiple: Option<Decimal>, language: Language) -> String {
    match multiple {
        Some(multiple) => format!("{}({multiple})", language.item(item)),
        None => language.item(item).to_string(),
    }
}

fn multiples_cell(entries: &[MultipleReport], language: Language) -> String {
    let words: Vec<_> = entries
        .iter()
        .map(|entry| item_with_multiple(entry.item, entry.multiple, language))
        .collect();
    if words.is_empty() { language.word(Word::None).to_string() } else { words.join(", ") }
}

fn target_cell(section: &SectionReport, language: Language) -> String {
    let class = section.target.map(|class| language.class(class).to_string());
    let limits = section
        .target_limits
        .iter()
        .map(|limit| format!("{} {}", language.item(limit.item), limit.bound));
    let mut cell = class.into_iter().chain(limits).collect::<Vec<_>>().join("; ");
    if cell.is_empty() {
        cell.push_str(language.word(Word::None));
    }
    if let Some(class) = section.function_zone.as_ref().and_then(|zone| zone.target) {
        let zone = language.word(Word::FunctionZone);
        cell.push_str(&format!(" ({zone} {})", language.class(class)));
    }
    cell
}

fn verdict_cell(section: &SectionReport, language: Language) -> String {
    let mut cell = language.verdict(section.verdict).to_string();
    let decided = !matches!(section.verdict, Verdict::NotAssessed(_));
    if decided && section.provisional {
        cell.push_str(&format!(" ({})", language.word(Word::Provisional)));
    }
    if let Some(verdict) = section.verdict_without_background {
        let word = language.word(Word::WithoutBackground);
        cell.push_str(&format!(" ({word} {})", language.verdict(verdict)));
    }
    if let Some(zone) = &section.function_zone {
        let word = language.word(Word::FunctionZone);
        cell.push_str(&format!(" ({word} {})", language.verdict(zone.verdict)));
    }
    cell
}

fn mean_cell(mean: &MeanReport, language: Language) -> String {
    let number = |value: Option<Decimal>| value.map_or_else(String::new, |it| it.to_string());
    let class = |class: Option<Class>| {
        class.map_or_else(String::new, |class| format!(" {}", language.class(class)))
    };
    let mut cell = format!("{}{}", number(mean.printed), class(mean.class));
    if let Some(pooled) = mean.pooled.as_ref().filter(|pooled| pooled.differs) {
        let word = language.word(Word::Pooled);
        cell.push_str(&format!(" ({word} {}{})", number(pooled.rounded), class(pooled.class)));
    }
    if mean.censored > 0 {
        let word = language.word(Word::BelowDetection);
        cell.push_str(&format!(" [{} {word}]", mean.censored));
    }
    cell
}

fn group_cell(selector: &Selector, language: Language) -> String {
    let parts: Vec<_> = selector
        .level
        .map(|level| language.level(level).to_string())
        .into_iter()
        .chain(selector.county.clone())
        .chain(selector.water.clone())
        .collect();
    if parts.is_empty() { language.word(Word::AllSections).to_string() } else { parts.join(" ") }
}

fn percent_cell(percent: Option<Decimal>, language: Language) -> String {
    percent.map_or_else(|| language.word(Word::None).to_string(), |it| format!("{it} %"))
}

fn bounds_cell(goal: &GoalReport, language: Language) -> String {
    let range = |bounds: &BoundsReport| match (bounds.least, bounds.greatest) {
        (Some(least), Some(greatest)) if least != greatest => format!("{least}–{greatest} %"),
        (least, _) => percent_cell(least, language),
    };
    let Some(bounds) = &goal.bounds else { return language.word(Word::None).to_string() };
    let mut cell = range(bounds);
    if goal.provisional > 0
        && let Some(standing) = &goal.bounds_if_provisional_stand
    {
        let word = language.word(Word::IfProvisionalStand);
        cell.push_str(&format!(" ({word}: {})", range(standing)));
    }
    cell
}

fn goal_verdict_cell(goal: &GoalReport, language: Language) -> String {
    let mut cell = language.verdict(goal.verdict).to_string();
    if let Some(background) = &goal.without_background {
        let word = language.word(Word::WithoutBackground);
        let share = percent_cell(background.share, language);
        cell.push_str(&format!(" ({word} {share}: {})", language.verdict(background.verdict)));
    }
    cell
}
