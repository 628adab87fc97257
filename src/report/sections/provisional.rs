//! Why the result of a section may still change, in words and as plain data.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::section::section::SectionAssessment;
use crate::assess::target::target::Target;
use crate::reading::time::period::Sufficiency;
use crate::report::words::{Language, Word};
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// Why the result of a section may still change: of a class, or of the verdict on its target.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProvisionalReport {
    /// The items that the class needs and that have no value.
    pub without_value: ItemSet,
    /// Those of them, and of the items with a limit of their own in the target, that have too few
    /// samples or months: what there were, and were needed.
    pub too_few: ItemMap<Sufficiency>,
    /// Whether last year, which the target compares with, had too few.
    pub last_year: bool,
}

impl ProvisionalReport {
    /// The reasons of a section whose result is provisional.
    #[must_use]
    pub fn of(section: &SectionAssessment, target: Option<&Target>) -> Self {
        let limited = target.iter().flat_map(|target| &target.limits).map(|limit| limit.item);
        let compares = target.is_some_and(|target| target.no_worse_than_last_year);
        let asks_class = compares || target.is_some_and(|target| target.class.is_some());
        // A verdict on limits of single items does not wait for what a class needs.
        let rests_on_class = asks_class || section.class().is_some();
        let of_class = |items: ItemSet| if rests_on_class { items } else { ItemSet::EMPTY };
        let items = of_class(section.needed_of_too_few()).union(limited.collect());
        let found = items.iter().filter_map(|item| Some((item, section.sufficiency_of(item)?)));
        let last_year = section.circumstances().last_year();
        Self {
            without_value: of_class(section.needed_without_value()),
            too_few: found.filter(|(_, found)| !found.is_sufficient()).collect(),
            last_year: compares && last_year.class().is_some() && !last_year.is_sufficient(),
        }
    }

    /// All reasons in one line.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let mut parts = Vec::new();
        if !self.without_value.is_empty() {
            let items = named(self.without_value, language);
            parts.push(language.labelled(language.word(Word::NeededWithoutValue), items));
        }
        parts.extend(self.few(language));
        if self.last_year {
            parts.push(language.word(Word::LastYearOfTooFew).to_string());
        }
        parts.join(language.word(Word::Semicolon))
    }

    /// The items of too few months by what was found of them, the fewest first; `None` without any.
    pub(crate) fn few(&self, language: Language) -> Option<String> {
        let mut groups: Vec<((u32, u32), ItemSet)> = Vec::new();
        for (item, found) in self.too_few.iter() {
            let found = (found.found(), found.required());
            match groups.iter_mut().find(|(of, _)| *of == found) {
                Some((_, items)) => *items = items.with(item),
                None => groups.push((found, ItemSet::EMPTY.with(item))),
            }
        }
        groups.sort_by_key(|(found, _)| *found);
        let words = groups.iter().map(|((found, required), items)| {
            let items = named(*items, language);
            format!("{items}{}", language.in_brackets(format_args!("{found}/{required}")))
        });
        let words = (!groups.is_empty()).then(|| language.list(words))?;
        Some(language.labelled(language.word(Word::TooFewMonths), words))
    }
}

/// The most items that are named where classes wait for others than the five.
const NAMES: usize = 5;

impl Language {
    /// What classes wait for, by the set that each of them needs: the five, or the needed items,
    /// which need not be all that were asked for.
    pub(crate) fn needed_items(self, sets: impl Iterator<Item = ItemSet>) -> &'static str {
        let are_five = common(sets) == Some(ItemSet::FIVE);
        self.word(if are_five { Word::NeededFive } else { Word::NeededItems })
    }

    /// The same with their names, where all wait for the same few.
    pub(crate) fn needed_items_by_name(
        self,
        sets: impl Iterator<Item = ItemSet> + Clone,
    ) -> String {
        let word = self.needed_items(sets.clone());
        match common(sets).filter(|items| *items != ItemSet::FIVE && items.len() <= NAMES) {
            Some(items) => {
                let names = self.list(items.iter().map(|item| self.item(item)));
                format!("{word}{}", self.in_brackets(names))
            }
            None => word.to_string(),
        }
    }
}

/// The set that all are; `None` of different sets, and of none that holds an item.
fn common(sets: impl Iterator<Item = ItemSet>) -> Option<ItemSet> {
    let mut sets = sets.filter(|items| !items.is_empty());
    let first = sets.next()?;
    sets.all(|items| items == first).then_some(first)
}

/// Some items: by name as Chinese reports list them, or by symbol.
fn named(items: ItemSet, language: Language) -> String {
    match language {
        Language::Chinese => language.list(items.iter().map(|item| language.item(item))),
        Language::English => items.to_string(),
    }
}
