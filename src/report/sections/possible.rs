//! The classes that remain possible, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::reading::mean::mean_range::MissingMonths;
use crate::report::sections::data::PossibleReport;
use crate::report::table::Table;
use crate::report::words::{Language, Word};
use crate::standard::class::Class;

impl PossibleReport {
    /// The classes that remain possible for some sections, each with its name, its class now and
    /// what it can be: by results below detection alone, and by what the missing months may bring;
    /// and which items are open. Where no section has months to come, there are no columns of them.
    #[must_use]
    pub fn table<'a>(
        language: Language,
        sections: impl IntoIterator<Item = (&'a str, Option<Class>, &'a [Self])>,
    ) -> Table {
        let sections: Vec<_> = sections.into_iter().collect();
        let mut all = sections.iter().flat_map(|(.., possible)| possible.iter());
        let has_months = all.any(|it| it.missing_months != MissingMonths::NoneComes);
        let (title, words, open_by): (_, &[Word], _) = if has_months {
            let words = &[
                Word::Section,
                Word::Class,
                Word::PossibleWithoutMore,
                Word::PossibleWithinSeen,
                Word::PossibleAny,
                Word::OpenItems,
            ];
            (Word::PossibleClasses, words, MissingMonths::WithinSeen)
        } else {
            let words =
                &[Word::Section, Word::Class, Word::PossibleWithoutMore, Word::OpenItemsNow];
            (Word::PossibleClassesNow, words, MissingMonths::NoneComes)
        };
        let mut table =
            Table::new(language.word(title), words.iter().map(|word| language.word(*word)));
        let none = || language.word(Word::None).to_string();
        for (name, class, possible) in sections {
            let of = |missing| possible.iter().find(|it| it.missing_months == missing);
            let classes =
                |missing| of(missing).map_or_else(none, |it| language.class_set(it.classes));
            let mut row = Vec::from([
                name.to_string(),
                class.map_or_else(none, |class| language.class(class).to_string()),
                classes(MissingMonths::NoneComes),
            ]);
            if has_months {
                row.push(classes(MissingMonths::WithinSeen));
                row.push(classes(MissingMonths::AnyValue));
            }
            row.push(of(open_by).map_or_else(none, |it| it.open_items(language)));
            table.push(row);
        }
        table
    }

    /// The items that can have more than one class.
    fn open_items(&self, language: Language) -> String {
        let open = self.items.iter().filter(|(_, classes)| classes.len() > 1);
        let words: Vec<_> = open
            .map(|(item, classes)| {
                let blanks = [language.item(item), &language.class_set(*classes)];
                language.filled(Word::ItemCanBe, &blanks)
            })
            .collect();
        if words.is_empty() { language.word(Word::None).to_string() } else { language.list(words) }
    }
}
