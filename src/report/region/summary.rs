//! The summary of a region's report, in sentences.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::region::options::RegionMethod;
use crate::assess::target::verdict::Verdict;
use crate::plan::sections::leading_item::ItemChoice;
use crate::report::region::data::{RegionReport, SharesReport, StateReport};
use crate::report::region::tables::number;
use crate::report::sections::cells::{item_with_multiple, misses_cell, target_cell};
use crate::report::sections::data::SectionReport;
use crate::report::words::{Language, Word};
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

impl RegionReport {
    /// The title.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        language.filled(Word::RegionTitle, &[&self.region, &self.year.period])
    }

    /// Edition, comparison, order of averaging and items of the whole report.
    #[must_use]
    pub fn basis(&self, language: Language) -> String {
        let plan = &self.plan;
        let comparison = language.comparison(plan.comparison);
        let items = language.list(plan.items.iter().map(|item| language.item(item)));
        let averaging = language.averaging(plan.averaging);
        let mut basis =
            language.filled(Word::Basis, &[&plan.edition(), comparison, averaging, &items]);
        let asked = plan.sections.iter().fold(ItemSet::EMPTY, |asked, section| {
            asked.union(section.participating).union(section.absent).union(section.undecidable)
        });
        let own = asked.difference(plan.items);
        if !own.is_empty() {
            let own = language.list(own.iter().map(|item| language.item(item)));
            basis.push_str(language.word(Word::SentenceSpace));
            basis.push_str(&language.filled(Word::OwnItems, &[&own]));
        }
        basis
    }

    /// What the year was, in sentences: state and ground, shares, what is missing or
    /// provisional, main pollution items, targets, lakes.
    #[must_use]
    pub fn summary(&self, language: Language) -> Vec<String> {
        let mut sentences = self.state_sentences(language);
        sentences.extend(self.data_sentences(language));
        sentences.extend(main_items_sentences(&self.year.state, language));
        sentences.extend(self.target_sentences(language));
        sentences.extend(self.lake_sentences(language));
        sentences
    }

    /// Why the trend is that of its item, and by what test.
    #[must_use]
    pub fn trend_notes(&self, language: Language) -> Vec<String> {
        let Some(trend) = &self.trend else { return Vec::new() };
        let choice = match trend.choice {
            ItemChoice::Asked => Word::ChosenAsked,
            ItemChoice::MainPollutionItem => Word::ChosenMain,
            ItemChoice::MainPollutionItemOfSections => Word::ChosenMainOfSections,
            ItemChoice::Determining => Word::ChosenDetermining,
        };
        let chosen = language.filled(choice, &[language.item(trend.item)]);
        Vec::from([chosen, language.word(Word::TrendNote).to_string()])
    }

    fn state_sentences(&self, language: Language) -> Vec<String> {
        let state = &self.year.state;
        let mut sentences = Vec::from([self.state_sentence(language)]);
        if let Some(quality) = state.quality_without_background {
            let quality = language.quality(quality);
            sentences.push(language.filled(Word::StateWithoutBackground, &[quality]));
        }
        sentences.extend(undecidable_sentences(state, language));
        if let Some(shares) = &state.shares {
            sentences.push(shares_sentence(state, shares, language));
        }
        sentences
    }

    /// The state and what it rests on, or why there is none.
    fn state_sentence(&self, language: Language) -> String {
        let (region, year, state) = (&self.region, &self.year.period, &self.year.state);
        let counted = state.shares.map_or(0, |shares| shares.assessed).to_string();
        let quality = state.quality.map(|quality| language.quality(quality));
        let (Some(method), Some(quality)) = (state.method, quality) else {
            let reason = state
                .reason
                .map_or(language.word(Word::NoData), |reason| language.no_state(reason));
            return language.filled(Word::StateMissing, &[region, year, reason]);
        };
        let class = state.class.map_or("", |class| language.class(class));
        let word = match method {
            RegionMethod::Shares => Word::StateByShares,
            RegionMethod::ItemMeans => Word::StateByMeans,
        };
        let quality = self.with_ground(quality, language);
        language.filled(word, &[region, year, &quality, &counted, class])
    }

    /// A state with what it rests on, where that is not every section in every month.
    fn with_ground(&self, quality: &str, language: Language) -> String {
        let sections = self.year.sections.len();
        let assessed = self.year.sections.iter().filter(|it| it.class.is_some()).count();
        let months = self.months_with_data();
        let provisional = self.year.sections.iter().filter(|it| it.provisional).count();
        if assessed == sections && months >= 12 {
            return match provisional {
                0 => quality.to_string(),
                _ => language
                    .filled(Word::ProvisionalBySections, &[quality, &provisional.to_string()]),
            };
        }
        let [sections, assessed, months] =
            [sections, assessed, months].map(|count| count.to_string());
        language.filled(Word::ProvisionalGround, &[quality, &sections, &assessed, &months])
    }

    /// The months of the year in which any section has a class.
    fn months_with_data(&self) -> usize {
        self.months.iter().filter(|month| month.state.shares.is_some()).count()
    }

    /// The rules behind the state, as notes.
    #[must_use]
    pub fn state_rule_notes(&self, language: Language) -> Vec<String> {
        let rules = self.year.state.rules.iter();
        let note = |rule: &Rule| {
            language.filled(
                Word::StateRuleNote,
                &[rule.document(), rule.clause(), language.certainty(rule.certainty())],
            )
        };
        rules.map(note).collect()
    }

    /// How many targets are met, and which are missed and by what.
    fn target_sentences(&self, language: Language) -> Vec<String> {
        let sections = &self.plan.sections;
        let count = |wanted: fn(Verdict) -> bool| {
            sections.iter().filter(|section| wanted(section.verdict)).count().to_string()
        };
        let met = count(|verdict| verdict == Verdict::Met);
        let missed = count(|verdict| verdict == Verdict::Missed);
        let open = count(|verdict| matches!(verdict, Verdict::NotAssessed(_)));
        let mut sentences =
            Vec::from([language.filled(Word::TargetsSentence, &[&met, &missed, &open])]);
        let missed: Vec<_> = sections
            .iter()
            .filter(|section| section.verdict == Verdict::Missed)
            .map(|section| missed_section(section, language))
            .collect();
        if !missed.is_empty() {
            sentences.push(language.filled(Word::MissedSentence, &[&language.list(missed)]));
        }
        sentences
    }

    fn lake_sentences(&self, language: Language) -> Vec<String> {
        if self.lakes.is_empty() {
            return Vec::from([language.word(Word::LakesNone).to_string()]);
        }
        let mut sentences = Vec::new();
        let graded: Vec<_> = self
            .lakes
            .iter()
            .filter_map(|lake| {
                let grade = language.trophic_grade(lake.grade?);
                let (title, index) = (lake.title(language), number(lake.index, language));
                Some(language.filled(Word::LakeGrade, &[&title, grade, &index]))
            })
            .collect();
        if !graded.is_empty() {
            sentences.push(language.filled(Word::LakesSentence, &[&language.list(graded)]));
        }
        let without = self.lakes.iter().filter(|lake| lake.grade.is_none());
        let names: Vec<_> = without.map(|lake| lake.title(language)).collect();
        if !names.is_empty() {
            sentences.push(language.filled(Word::LakesWithoutIndex, &[&language.list(names)]));
        }
        sentences
    }

    /// What the readings do not give: other years, months, sections, samples.
    fn data_sentences(&self, language: Language) -> Vec<String> {
        let with_data = self.months_with_data().to_string();
        let mut sentences = Vec::from([language.filled(Word::MonthsSentence, &[&with_data])]);
        // The sections of a period stand in the order of the plan.
        let sections = self.year.sections.iter().zip(&self.plan.sections);
        let provisional = sections.filter(|(of_year, _)| of_year.provisional);
        if let count @ 1.. = provisional.clone().count() {
            let needed = provisional.map(|(_, section)| section.needed_items);
            let blanks = [&count.to_string(), &language.needed_items_by_name(needed)];
            sentences.push(language.filled(Word::ProvisionalSentence, &blanks.map(String::as_str)));
        }
        if let [only] = self.years.as_slice() {
            sentences.push(language.filled(Word::OneYearSentence, &[&only.period]));
        }
        sentences
    }
}

/// The means that decide nothing, and those that rest on values that decide nothing.
fn undecidable_sentences(state: &StateReport, language: Language) -> Vec<String> {
    let undecidable = state.undecidable_means.iter().map(|item| language.item(item));
    let undecidable = language.list(undecidable);
    let resting = state.means_with_undecidable.iter().map(|it| {
        format!("{}{}", language.item(it.item), language.in_brackets(language.list(&it.sections)))
    });
    let resting = language.list(resting);
    [(Word::MeansUndecidable, undecidable), (Word::MeansWithUndecidable, resting)]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(word, items)| language.filled(word, &[&items]))
        .collect()
}

fn shares_sentence(state: &StateReport, shares: &SharesReport, language: Language) -> String {
    let counts = [state.sections, shares.assessed, shares.good, shares.middle, shares.inferior_v]
        .map(|count| count.to_string());
    let [all, assessed, good, middle, inferior] = counts.each_ref().map(String::as_str);
    let percents = [shares.good_percent, shares.middle_percent, shares.inferior_v_percent]
        .map(|percent| number(percent, language));
    let [good_percent, middle_percent, inferior_percent] = percents.each_ref().map(String::as_str);
    let blanks =
        [all, assessed, good, good_percent, middle, middle_percent, inferior, inferior_percent];
    language.filled(Word::SharesSentence, &blanks)
}

/// The main pollution items of a region: by the shares of its sections; of few sections by their
/// means, and those of each section where there is more than one.
fn main_items_sentences(state: &StateReport, language: Language) -> Vec<String> {
    let of_sections = state.main_pollution_items_by_section.iter().map(|it| {
        let items = it.items.iter();
        let items = items.map(|it| item_with_multiple(it.item(), it.multiple(), language));
        language.labelled(&it.section, language.list(items))
    });
    let of_sections: Vec<_> = of_sections.collect();
    let assessed = state.shares.map_or(0, |shares| shares.assessed);
    let mut sentences = Vec::new();
    match state.method {
        Some(_) => {
            let of_means = state.main_pollution_items_of_means.is_empty();
            // Nothing over by the mean is not nothing where a section has an item over.
            let only_mean = of_means && !of_sections.is_empty();
            sentences.push(if only_mean {
                language.word(Word::MainItemsNoneOfMeans).to_string()
            } else {
                main_items_sentence(state, language)
            });
        }
        None if assessed > 0 && of_sections.is_empty() => {
            sentences.push(language.word(Word::MainItemsNoneOfSections).to_string());
        }
        None => {}
    }
    if !of_sections.is_empty() && (state.sections > 1 || state.method.is_none()) {
        let of_sections = of_sections.join(language.word(Word::Semicolon));
        sentences.push(language.filled(Word::MainItemsOfSections, &[&of_sections]));
    }
    sentences
}

fn main_items_sentence(state: &StateReport, language: Language) -> String {
    let of_shares = state.main_pollution_items.iter().map(|entry| {
        let (over, of) = (entry.over.to_string(), entry.of.to_string());
        let percent = number(entry.percent, language);
        let name = language.item(entry.item);
        language.filled(Word::ShareOfSections, &[name, &over, &of, &percent])
    });
    let of_means = state
        .main_pollution_items_of_means
        .iter()
        .map(|entry| item_with_multiple(entry.item(), entry.multiple(), language));
    let (of_shares, of_means) = (language.list(of_shares), language.list(of_means));
    match (of_shares.is_empty(), of_means.is_empty()) {
        (false, _) => language.filled(Word::MainItemsOfRegion, &[&of_shares]),
        (true, false) => language.filled(Word::MainItemsOfMeans, &[&of_means]),
        (true, true) => language.word(Word::MainItemsNone).to_string(),
    }
}

/// A section that misses its target: what it should be, what it is, by what items.
fn missed_section(section: &SectionReport, language: Language) -> String {
    let class = |class| language.class(class);
    let none = language.word(Word::None);
    let blanks = [
        section.name.as_str(),
        &target_cell(section, language),
        section.class.map_or(none, class),
        &misses_cell(section, language),
    ];
    language.filled(Word::MissedSection, &blanks)
}
