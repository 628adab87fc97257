//! Why the result of a section may still change, in words and as plain data.

use gb3838::report::Language;
use gb3838::{ItemMap, ItemSet, Sufficiency};

use crate::annual::tables::item_names;
use crate::program::language::choose;

/// Why the result of a section may still change.
#[derive(Debug, serde::Serialize)]
pub(crate) struct ProvisionalBy {
    /// Those of the five items without a value.
    pub(crate) without_value: ItemSet,
    /// Those of the five items, and of those with a limit of their own, that have too few months.
    pub(crate) too_few: ItemMap<Sufficiency>,
    /// Whether last year, which the target compares with, had too few.
    pub(crate) last_year: bool,
}

impl ProvisionalBy {
    /// All reasons in one line.
    pub(crate) fn words(&self, language: Language) -> String {
        let mut parts = Vec::new();
        if !self.without_value.is_empty() {
            let word = choose(language, "五项指标中无值", "of the five items without a value");
            parts.push(language.labelled(word, item_names(self.without_value, language)));
        }
        if !self.too_few.items().is_empty() {
            let word = choose(language, "月数不足", "too few months");
            parts.push(language.labelled(word, self.found(language)));
        }
        if self.last_year {
            let words = choose(language, "上年月数不足", "last year had too few months");
            parts.push(words.to_owned());
        }
        parts.join(choose(language, "；", "; "))
    }

    /// The items by what was found of them, the fewest first.
    fn found(&self, language: Language) -> String {
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
            let names = item_names(*items, language);
            format!("{names}{}", language.in_brackets(format_args!("{found}/{required}")))
        });
        words.collect::<Vec<_>>().join(choose(language, "、", ", "))
    }
}
