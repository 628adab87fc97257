//! The sections on the first screen: those that miss, those without a class, and those with items
//! that decide nothing.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::section::pollution_items::PollutionItem;
use crate::assess::target::verdict::Verdict;
use crate::reading::mean::mean_range::MissingMonths;
use crate::report::overview::goals::some_of;
use crate::report::overview::page::Overview;
use crate::report::overview::screen::Screen;
use crate::report::sections::cells::{has_target, item_with_multiple, misses, target_cell};
use crate::report::sections::data::{PossibleReport, SectionReport};
use crate::report::words::{Language, Word};
use crate::standard::class::Class;
use crate::standard::item::Item;

/// The sections that are named; of more, the number is said.
const SECTIONS: usize = 8;

/// The names of sections without a class that are listed.
const NAMES: usize = 5;

impl Overview<'_> {
    pub(crate) fn put_sections(&self, screen: &mut Screen) {
        let language = screen.language();
        let sections = &self.sections.sections;
        let missed: Vec<_> = sections.iter().filter(|it| it.verdict == Verdict::Missed).collect();
        let has_targets = sections.iter().any(has_target);
        screen.gap();
        if has_targets {
            let met = sections.iter().filter(|it| it.verdict == Verdict::Met).count();
            let is_open = |it: &&SectionReport| it.class.is_some() && it.verdict.reason().is_some();
            let open = sections.iter().filter(is_open).count();
            let counts = [missed.len(), met, open].map(|count| count.to_string());
            let counts = counts.each_ref().map(String::as_str);
            let word = if open > 0 { Word::MissedHeadingOpen } else { Word::MissedHeading };
            let mut heading = language.filled(word, &counts);
            heading.push_str(condition(&missed, language));
            screen.put(0, 2, &heading);
            listed(screen, &missed, |section| missed_line(section, language));
        }
        let is_over = |it: &&SectionReport| {
            !has_target(it) && it.class.is_some_and(|class| class > Class::III)
        };
        let over: Vec<_> = sections.iter().filter(is_over).collect();
        if !over.is_empty() || !has_targets {
            let count = over.len().to_string();
            let mut heading = language.filled(Word::OverHeading, &[&count]);
            heading.push_str(condition(&over, language));
            screen.put(0, 2, &heading);
            listed(screen, &over, |section| over_line(section, language));
        }
        let without: Vec<_> = sections.iter().filter(|it| it.class.is_none()).collect();
        if !without.is_empty() {
            let names: Vec<_> = without.iter().map(|section| section.name.as_str()).collect();
            let names = some_of(&names, NAMES, language);
            screen.put(0, 2, &language.filled(Word::WithoutClass, &[&names]));
        }
        let undecidable = sections.iter().filter(|it| !it.undecidable.is_empty());
        let undecidable: Vec<_> = undecidable.map(|it| undecidable_of(it, language)).collect();
        if !undecidable.is_empty() {
            let names: Vec<_> = undecidable.iter().map(String::as_str).collect();
            let names = some_of(&names, NAMES, language);
            screen.put(0, 2, &language.filled(Word::UndecidableOfSections, &[&names]));
        }
    }
}

/// A section with its items whose detection limit is too high to decide.
fn undecidable_of(section: &SectionReport, language: Language) -> String {
    let items = language.list(section.undecidable.iter().map(|item| language.item(item)));
    format!("{}{}", section.name, language.in_brackets(items))
}

/// Some sections, one a line, and how many more there are.
fn listed(
    screen: &mut Screen,
    sections: &[&SectionReport],
    line: impl Fn(&SectionReport) -> String,
) {
    let language = screen.language();
    for section in sections.iter().take(SECTIONS) {
        screen.put(2, 4, &line(section));
    }
    if let more @ 1.. = sections.len().saturating_sub(SECTIONS) {
        screen.put(2, 4, &language.filled(Word::MoreOfThem, &[&more.to_string()]));
    }
}

/// On what the possible classes of the listed sections rest, where there are such.
fn condition(sections: &[&SectionReport], language: Language) -> &'static str {
    let says =
        |section: &&SectionReport| possible(section).is_some() && is_short_of_months(section);
    if sections.iter().take(SECTIONS).any(says) { language.word(Word::WhatIsPossible) } else { "" }
}

/// Whether a section is provisional for want of months alone.
fn is_short_of_months(section: &SectionReport) -> bool {
    let by = section.provisional_by.as_ref();
    by.is_some_and(|by| by.without_value.is_empty() && !by.too_few.items().is_empty())
}

/// What the classes can be with months within those seen.
fn possible(section: &SectionReport) -> Option<&PossibleReport> {
    section.possible.iter().find(|it| it.missing_months == MissingMonths::WithinSeen)
}

/// A section that misses its target: class, target, the items with their multiples, or with their
/// means where a limit has none.
fn missed_line(section: &SectionReport, language: Language) -> String {
    let (mut class, mut why) = (class_of(section, language), months(section, language));
    // That the class alone may change stands at the class.
    if !section.provisional_verdict {
        class.push_str(&core::mem::take(&mut why));
    }
    let target = target_cell(section, language);
    let mean = |item: Item| section.means.get(item).and_then(|mean| mean.printed);
    let items = misses(section, language, |entry| match mean(entry.item()) {
        Some(mean) if entry.multiple().is_none() => {
            format!("{} {mean}", language.item(entry.item()))
        }
        _ => times_over(entry, language),
    });
    let items = language.list(items);
    let place = [section.name.as_str(), &section.water, &class, &target, &items];
    let mut line = language.filled(Word::MissedLine, &place);
    line.push_str(&why);
    line
}

/// A section without a target that is worse than class III.
fn over_line(section: &SectionReport, language: Language) -> String {
    let class = class_of(section, language);
    let items = section.main_pollution_items.iter().map(|entry| times_over(entry, language));
    let items = language.list(items);
    let place = [section.name.as_str(), &section.water, &class, &items];
    let mut line = language.filled(Word::OverLine, &place);
    line.push_str(&months(section, language));
    line
}

fn class_of(section: &SectionReport, language: Language) -> String {
    section.class.map_or(language.word(Word::None), |class| language.class(class)).to_string()
}

fn times_over(entry: &PollutionItem, language: Language) -> String {
    let multiple = entry.multiple();
    match multiple.and_then(|multiple| multiple.round(2).ok()).filter(|it| !it.is_zero()) {
        Some(multiple) => {
            let item = language.item(entry.item());
            language.filled(Word::TimesOver, &[item, &multiple.to_string()])
        }
        None => item_with_multiple(entry.item(), multiple, language),
    }
}

/// Why the result is provisional, where it is: by the months of the items that decide, as all
/// tables count them, or by the items that have fewer.
fn months(section: &SectionReport, language: Language) -> String {
    let Some(by) = &section.provisional_by else { return String::new() };
    if !by.without_value.is_empty() {
        let items = by.without_value.iter().map(|item| language.item(item));
        return language.filled(Word::ProvisionalByItems, &[&language.list(items)]);
    }
    let Some(few) = by.few(language) else {
        return language.word(Word::ProvisionalInBrackets).to_string();
    };
    let can_be = possible(section).map_or_else(String::new, |it| {
        language.filled(Word::CanBeWithinSeen, &[&language.class_set(it.classes)])
    });
    let found = &section.sufficiency;
    if found.is_sufficient() {
        return language.filled(Word::ProvisionalByMonthsOf, &[&few, &can_be]);
    }
    let [found, required] = [found.found(), found.required()].map(|count| count.to_string());
    language.filled(Word::ProvisionalByMonths, &[&found, &required, &can_be])
}
