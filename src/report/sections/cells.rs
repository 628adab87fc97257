//! The cells of a report's tables, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::section::pollution_items::PollutionItem;
use crate::assess::target::target::{ItemBound, Target};
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::decimal::Decimal;
use crate::plan::goal::goal::Selector;
use crate::reading::time::period::Sufficiency;
use crate::report::sections::data::{
    BoundsReport, GoalReport, MeanReport, SecondTargetReport, SectionReport,
};
use crate::report::words::{Language, Word};
use crate::standard::class::Class;
use crate::standard::item::Item;

pub(crate) fn class_cell(section: &SectionReport, language: Language) -> String {
    let Some(class) = section.class else { return language.word(Word::None).to_string() };
    let mut cell = language.class(class).to_string();
    if let Some(class) = section.pooled_class {
        let (word, class) = (language.word(Word::Pooled), language.class(class));
        cell.push_str(&language.in_brackets(format_args!("{word} {class}")));
    }
    if let Some(class) = section.class_without_background {
        cell.push_str(&language.without_background(language.class(class)));
    }
    cell
}

/// The months of the items that decide; that the class may still change, where the verdict does not
/// say so; and the items that have other numbers, which are too few.
pub(crate) fn months_cell(section: &SectionReport, language: Language) -> String {
    let found = &section.sufficiency;
    let mut cell = format!("{}/{}", found.found(), found.required());
    if section.provisional && !section.provisional_verdict {
        cell.push_str(&language.in_brackets(language.word(Word::Provisional)));
    }
    let by = section.provisional_by.as_ref();
    let is_other = |(_, few): (Item, &Sufficiency)| few != found;
    let by = by.filter(|by| by.too_few.iter().any(is_other));
    if let Some(few) = by.and_then(|by| by.few(language)) {
        cell.push_str(&language.in_brackets(few));
    }
    cell
}

/// The determining items, with multiples where the section has main pollution items.
pub(crate) fn determining_cell(section: &SectionReport, language: Language) -> String {
    let multiple = |item: Item| {
        let entries = &section.main_pollution_items;
        entries.iter().find(|entry| entry.item() == item).and_then(PollutionItem::multiple)
    };
    let words: Vec<_> = section
        .determining
        .iter()
        .map(|item| item_with_multiple(item, multiple(item), language))
        .collect();
    if words.is_empty() { language.word(Word::None).to_string() } else { language.list(words) }
}

/// As bulletins print it: 总磷（0.42）.
pub(crate) fn item_with_multiple(
    item: Item,
    multiple: Option<&ExceedanceMultiple>,
    language: Language,
) -> String {
    format!("{}{}", language.item(item), language.exceedance(multiple))
}

pub(crate) fn multiples_cell(entries: &[PollutionItem], language: Language) -> String {
    let words: Vec<_> = entries
        .iter()
        .map(|entry| item_with_multiple(entry.item(), entry.multiple(), language))
        .collect();
    if words.is_empty() { language.word(Word::None).to_string() } else { language.list(words) }
}

/// Whether anything is asked of a section in the year.
pub(crate) fn has_target(section: &SectionReport) -> bool {
    let has_limits = !section.target_limits.is_empty();
    section.target.is_some() || has_limits || section.no_worse_than_last_year
}

/// By what a section misses its target: the items, each in the words that are given, and that it is
/// worse than last year where it must not be.
pub(crate) fn misses(
    section: &SectionReport,
    language: Language,
    item: impl Fn(&PollutionItem) -> String,
) -> Vec<String> {
    let mut words: Vec<_> = section.worse_than_target.iter().map(item).collect();
    if section.worse_than_last_year {
        words.push(language.worse_than_last_year(section.last_year_class));
    }
    words
}

/// By what a section misses its target, the items with their multiples.
pub(crate) fn misses_cell(section: &SectionReport, language: Language) -> String {
    let item = |entry: &PollutionItem| item_with_multiple(entry.item(), entry.multiple(), language);
    let words = misses(section, language, item);
    if words.is_empty() { language.word(Word::None).to_string() } else { language.list(words) }
}

pub(crate) fn target_cell(section: &SectionReport, language: Language) -> String {
    let last_year = (section.no_worse_than_last_year, section.last_year_class);
    let mut cell = language.asked(section.target, &section.target_limits, last_year);
    if cell.is_empty() {
        cell.push_str(language.word(Word::None));
    }
    for (word, second) in second_targets(section) {
        if let Some(class) = second.target {
            let (word, class) = (language.word(word), language.class(class));
            cell.push_str(&language.in_brackets(format_args!("{word} {class}")));
        }
    }
    cell
}

impl Language {
    /// How far an item is over its limit, in brackets behind it; that it equals one that it must
    /// keep below; nothing of items without a multiple.
    #[must_use]
    pub fn exceedance(self, multiple: Option<&ExceedanceMultiple>) -> String {
        match multiple.and_then(|multiple| multiple.round(2).ok()) {
            // Over by nothing: the limit is one that must be undercut.
            Some(multiple) if multiple.is_zero() => self.in_brackets(self.word(Word::EqualToLimit)),
            Some(multiple) => self.in_brackets(multiple),
            None => String::new(),
        }
    }

    /// What a target asks: the class, limits of single items, and last year's class, where it
    /// compares with it.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Target, Year, report::Language};
    ///
    /// let target = Target { no_worse_than_last_year: true, ..Target::class(Year::new(2025)?, Class::III) };
    /// let asked = Language::Chinese.target(&target, Some(Class::II));
    /// assert_eq!(asked, "Ⅲ类；不劣于上年（Ⅱ类）");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn target(self, target: &Target, last_year: Option<Class>) -> String {
        self.asked(target.class, &target.limits, (target.no_worse_than_last_year, last_year))
    }

    fn asked(
        self,
        class: Option<Class>,
        limits: &[ItemBound],
        (compares, last_year): (bool, Option<Class>),
    ) -> String {
        let class = class.map(|class| self.class(class).to_string());
        let limits =
            limits.iter().map(|it| format!("{} {}", self.item(it.item), self.bound(&it.bound)));
        let last_year = compares.then(|| {
            let last =
                last_year.map_or(self.reason(NotAssessed::NoLastYear), |class| self.class(class));
            format!("{}{}", self.word(Word::NoWorseThanLastYear), self.in_brackets(last))
        });
        let parts = class.into_iter().chain(limits).chain(last_year);
        parts.collect::<Vec<_>>().join(self.word(Word::Semicolon))
    }

    /// That a section is worse than last year, and its class then.
    #[must_use]
    pub fn worse_than_last_year(self, last_year: Option<Class>) -> String {
        let last =
            last_year.map_or(self.reason(NotAssessed::NoLastYear), |class| self.class(class));
        format!("{}{}", self.word(Word::WorseThanLastYear), self.in_brackets(last))
    }
}

pub(crate) fn verdict_cell(section: &SectionReport, language: Language) -> String {
    let mut cell = verdict_words(section.verdict, section.provisional_verdict, language);
    if let Some(verdict) = section.verdict_without_background {
        let words = verdict_words(verdict, section.provisional_without_background, language);
        cell.push_str(&language.without_background(&words));
    }
    for (word, second) in second_targets(section) {
        let verdict = language.verdict(second.verdict);
        let word = language.word(word);
        cell.push_str(&language.in_brackets(format_args!("{word} {verdict}")));
    }
    cell
}

/// The targets beside the first one, each with its name.
fn second_targets(section: &SectionReport) -> impl Iterator<Item = (Word, &SecondTargetReport)> {
    let zone = section.function_zone.iter().map(|zone| (Word::FunctionZone, zone));
    zone.chain(section.first_year.iter().map(|first| (Word::TargetOfFirstYear, first)))
}

/// A verdict, and whether it may still change.
pub(crate) fn verdict_words(verdict: Verdict, provisional: bool, language: Language) -> String {
    let mut words = language.verdict(verdict).to_string();
    if provisional && !matches!(verdict, Verdict::NotAssessed(_)) {
        words.push_str(&language.in_brackets(language.word(Word::Provisional)));
    }
    words
}

pub(crate) fn mean_cell(mean: &MeanReport, language: Language) -> String {
    let number = |value: Option<Decimal>| value.map_or_else(String::new, |it| it.to_string());
    let class = |class: Option<Class>| {
        class.map_or_else(String::new, |class| format!(" {}", language.class(class)))
    };
    let mut cell = format!("{}{}", number(mean.printed), class(mean.class));
    if let Some(pooled) = mean.pooled.as_ref().filter(|pooled| pooled.differs) {
        let word = language.word(Word::Pooled);
        let (value, class) = (number(pooled.rounded), class(pooled.class));
        cell.push_str(&language.in_brackets(format_args!("{word} {value}{class}")));
    }
    if mean.censored > 0 {
        let below = language.filled(Word::RowBelow, &[&mean.censored.to_string()]);
        let range = mean.range.as_ref().map_or_else(String::new, |range| {
            let mark = language.word(Word::Semicolon);
            format!("{mark}{}", language.range(number(range.least), number(range.greatest)))
        });
        cell.push_str(&language.in_brackets(format_args!("{below}{range}")));
    }
    cell
}

pub(crate) fn group_cell(selector: &Selector, language: Language) -> String {
    let parts: Vec<_> = selector
        .level
        .map(|level| language.level(level).to_string())
        .into_iter()
        .chain(selector.county.clone())
        .chain(selector.water.clone())
        .chain(selector.sections.iter().cloned())
        .collect();
    if parts.is_empty() { language.word(Word::All).to_string() } else { parts.join(" ") }
}

pub(crate) fn percent_cell(percent: Option<Decimal>, language: Language) -> String {
    percent.map_or_else(|| language.word(Word::None).to_string(), |it| language.percent(it))
}

/// A least and a greatest share, or the one that both are.
pub(crate) fn range_cell(bounds: &BoundsReport, language: Language) -> String {
    match (bounds.least, bounds.greatest) {
        (Some(least), Some(greatest)) if least != greatest => {
            language.percent(language.range(least, greatest))
        }
        (least, _) => percent_cell(least, language),
    }
}

pub(crate) fn bounds_cell(goal: &GoalReport, language: Language) -> String {
    let Some(bounds) = &goal.bounds else { return language.word(Word::None).to_string() };
    let mut cell = range_cell(bounds, language);
    if goal.provisional > 0
        && let Some(standing) = &goal.bounds_if_provisional_stand
    {
        let word = language.word(Word::IfProvisionalStand);
        let said = language.labelled(word, range_cell(standing, language));
        cell.push_str(&language.in_brackets(said));
    }
    cell
}

pub(crate) fn goal_verdict_cell(goal: &GoalReport, language: Language) -> String {
    let mut cell = language.verdict(goal.verdict).to_string();
    if let Some(background) = &goal.without_background {
        let word = language.word(Word::WithoutBackground);
        let share = percent_cell(background.share, language);
        let verdict = language.verdict(background.verdict);
        let said = language.labelled(format_args!("{word} {share}"), verdict);
        cell.push_str(&language.in_brackets(said));
    }
    cell
}
