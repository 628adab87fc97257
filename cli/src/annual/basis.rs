//! By what the sections of a year were judged, in sentences.

use gb3838::limits::Edition;
use gb3838::report::{Language, Word};
use gb3838::{Averaging, Comparison, ItemSet, SectionAssessment, Standard};

use crate::annual::named::listed;
use crate::annual::tables::item_names;
use crate::program::language::choose;

/// What one or more sections were judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Means {
    edition: Edition,
    comparison: Comparison,
    asked: ItemSet,
}

impl Means {
    fn sentence(&self, language: Language, averaging: Averaging) -> String {
        let items = if self.asked == ItemSet::ASSESSED {
            choose(
                language,
                "表1中水温、总氮、粪大肠菌群以外的21项",
                "the 21 of Table 1 without WT, TN and FC",
            )
            .to_owned()
        } else {
            let names = item_names(self.asked, language);
            let are_five = ItemSet::FIVE.difference(self.asked).is_empty();
            let fewer = choose(language, "（五项指标不全）", " (fewer than the five)");
            format!("{names}{}", if are_five { "" } else { fewer })
        };
        let (comparison, averaging) =
            (language.comparison(self.comparison), language.averaging(averaging));
        language.filled(Word::Basis, &[self.edition.name(), comparison, averaging, &items])
    }
}

/// What the sections of a year were judged by: sections of the same stand together.
pub(crate) struct Basis<'a> {
    averaging: Averaging,
    /// What is said where no section could be assessed.
    asked: ItemSet,
    groups: Vec<(Means, Vec<&'a str>)>,
}

impl<'a> Basis<'a> {
    pub(crate) const fn new(averaging: Averaging, asked: ItemSet) -> Self {
        Self { averaging, asked, groups: Vec::new() }
    }

    /// Adds a section.
    pub(crate) fn add(&mut self, name: &'a str, section: &SectionAssessment) {
        let (edition, comparison) = (*section.edition(), section.comparison());
        let means = Means { edition, comparison, asked: section.asked() };
        match self.groups.iter_mut().find(|(of, _)| *of == means) {
            Some((_, names)) => names.push(name),
            None => self.groups.push((means, vec![name])),
        }
    }

    /// One sentence; where sections differ, one for each group, the greatest last.
    pub(crate) fn sentences(mut self, language: Language) -> String {
        // The first of equals is the last to be said, so that it is that of the first section.
        self.groups.reverse();
        self.groups.sort_by_key(|(_, names)| names.len());
        let Some((most, _)) = self.groups.pop() else {
            let (edition, comparison) = (*Standard::GB_3838_2002.edition(), Comparison::RoundFirst);
            let means = Means { edition, comparison, asked: self.asked };
            return means.sentence(language, self.averaging);
        };
        let most = most.sentence(language, self.averaging);
        if self.groups.is_empty() {
            return most;
        }
        let mut said: Vec<String> = Vec::new();
        for (means, names) in &self.groups {
            let sentence = means.sentence(language, self.averaging);
            said.push(language.labelled(listed(names, "断面", language), sentence));
        }
        let others = choose(language, "其余断面", "All other sections");
        said.push(language.labelled(others, most));
        said.join(choose(language, "", " "))
    }
}
