//! The goals on the first screen: verdict, how it is now, what is missing, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::target::verdict::Verdict;
use crate::plan::goal::goal::{GoalKind, Selector};
use crate::plan::progress::missing_input::{MissingInput, MissingInputKind};
use crate::report::overview::page::Overview;
use crate::report::overview::screen::Screen;
use crate::report::sections::cells::{group_cell, range_cell};
use crate::report::sections::data::{GoalReport, SectionReport};
use crate::report::words::{Language, Word};
use crate::standard::item_set::ItemSet;

/// The names that stand in a line; of more, the first ones and the number.
const NAMES: usize = 1;

/// The goals of one section each that stand in a line.
const SINGLES: usize = 8;

/// Why readings are missing for a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Want {
    /// There are none that make a class.
    Readings,
    /// One of the five items has no value.
    FiveItems,
    /// One of the items that were asked for, others than the five, has no value.
    NeededItems,
    /// There are too few months.
    Months,
}

impl Overview<'_> {
    pub(crate) fn put_goals(&self, screen: &mut Screen) {
        let goals = &self.progress.goals;
        if goals.is_empty() {
            return;
        }
        let language = screen.language();
        screen.gap();
        let count = |wanted: fn(Verdict) -> bool| {
            goals.iter().filter(|goal| wanted(goal.verdict)).count().to_string()
        };
        let counts = [
            goals.len().to_string(),
            count(|verdict| verdict == Verdict::Met),
            count(|verdict| verdict == Verdict::Missed),
            count(|verdict| matches!(verdict, Verdict::NotAssessed(_))),
        ];
        let counts = counts.each_ref().map(String::as_str);
        screen.put(0, 2, &language.filled(Word::GoalsHeading, &counts));
        let at = match language {
            Language::Chinese => 10,
            Language::English => 16,
        };
        // The heading says the verdict where all have one.
        let one_verdict = goals.iter().all(|goal| goals[0].verdict == goal.verdict);
        // Goals on one group want the same; it is said once.
        let mut said: Option<(&Selector, Vec<String>)> = None;
        let of_one = |goal: &GoalReport| goal.selector.sections.len() == 1 && goal.bound.is_none();
        for (place, goal) in goals.iter().enumerate() {
            let wants = self.wants_of(goal, language);
            // Goals that concern a single section each stand in one line.
            let is_alike = |other: &&GoalReport| {
                let alike = (other.kind, other.verdict) == (goal.kind, goal.verdict);
                alike && of_one(goal) && of_one(other) && self.wants_of(other, language) == wants
            };
            if goals[..place].iter().any(|other| is_alike(&other)) {
                continue;
            }
            let alike: Vec<_> = goals[place..].iter().filter(is_alike).collect();
            let mut text = if alike.len() > 1 {
                goals_of_one(&alike, language)
            } else {
                goal_now(goal, language)
            };
            if !wants.is_empty() {
                let again = said
                    .as_ref()
                    .is_some_and(|(group, said)| **group == goal.selector && *said == wants);
                let wanted = if again {
                    language.word(Word::AsAbove).to_string()
                } else {
                    wants.join(language.word(Word::Semicolon))
                };
                text.push_str(&language.filled(Word::GoalWants, &[&wanted]));
            }
            said = Some((&goal.selector, wants));
            if one_verdict {
                screen.put(2, 4, &text);
            } else {
                screen.behind(2, at, language.verdict(goal.verdict), &text);
            }
        }
    }

    /// What is missing for a goal, in words, each kind once.
    fn wants_of(&self, goal: &GoalReport, language: Language) -> Vec<String> {
        let gaps = self.progress.goal_gaps.iter().find(|gaps| gaps.id == goal.id);
        let gaps: &[MissingInput<'_>] = gaps.map_or(&[], |gaps| &gaps.gaps);
        let mut wants = Vec::new();
        let mut want = |of: Word, own: Option<Word>, names: &[&str]| match (names, own) {
            ([], _) => {}
            // The group of the goal is that section.
            ([only], Some(own)) if goal.selector.sections.as_slice() == [*only] => {
                wants.push(language.word(own).to_string());
            }
            (names, _) => wants.push(language.filled(of, &[&some_of(names, NAMES, language)])),
        };
        for (kind, of, own) in [
            (Want::Readings, Word::WantsReadings, Word::WantsOwnReadings),
            (Want::Months, Word::WantsMonths, Word::WantsOwnMonths),
            (Want::FiveItems, Word::WantsFiveItems, Word::WantsOwnFiveItems),
            (Want::NeededItems, Word::WantsNeededItems, Word::WantsOwnNeededItems),
        ] {
            let of_kind = |gap: &&MissingInput<'_>| {
                gap.kind == MissingInputKind::Readings && self.want_of(goal.kind, gap.name) == kind
            };
            let names: Vec<&str> = gaps.iter().filter(of_kind).map(|it| it.name).collect();
            want(of, Some(own), &names);
        }
        for (kind, of) in [
            (MissingInputKind::Target, Word::WantsTarget),
            (MissingInputKind::ReadingsOfLastYear, Word::WantsLastYear),
            (MissingInputKind::LowerDetectionLimits, Word::WantsLowerLimits),
            (MissingInputKind::SourceResult, Word::WantsSourceResults),
            (MissingInputKind::Flow, Word::WantsFlows),
        ] {
            let of_kind = gaps.iter().filter(|gap| gap.kind == kind);
            let names: Vec<&str> = of_kind.map(|gap| gap.name).collect();
            want(of, None, &names);
        }
        wants
    }

    /// What a section that wants readings wants for a goal of a kind.
    fn want_of(&self, kind: GoalKind, name: &str) -> Want {
        let section = self.sections.sections.iter().find(|section| section.name == name);
        let without_verdict =
            |it: &SectionReport| kind.is_on_targets() && it.verdict.reason().is_some();
        let of_items_alone = |it: &SectionReport| {
            kind.is_on_targets() && it.target.is_none() && !it.no_worse_than_last_year
        };
        match section {
            Some(section) if without_verdict(section) => Want::Readings,
            // It waits for nothing that the class needs.
            Some(section) if of_items_alone(section) => Want::Months,
            Some(section) if section.class.is_some() => {
                let by = section.provisional_by.as_ref();
                if by.is_none_or(|by| by.without_value.is_empty()) {
                    Want::Months
                } else if section.needed_items == ItemSet::FIVE {
                    Want::FiveItems
                } else {
                    Want::NeededItems
                }
            }
            _ => Want::Readings,
        }
    }
}

/// Goals of one kind that concern a single section each, and how each is now.
fn goals_of_one(goals: &[&GoalReport], language: Language) -> String {
    let each: Vec<_> = goals
        .iter()
        .map(|goal| {
            let name = group_cell(&goal.selector, language);
            let counts = [goal.numerator, goal.denominator].map(|count| count.to_string());
            language.filled(Word::GoalOfOne, &[&name, &counts[0], &counts[1]])
        })
        .collect();
    let each: Vec<&str> = each.iter().map(String::as_str).collect();
    let kind = goals.first().map_or("", |goal| language.goal(goal.kind));
    language.filled(Word::GoalOfOneEach, &[kind, &some_of(&each, SINGLES, language)])
}

/// A goal, and how many of its group count now.
fn goal_now(goal: &GoalReport, language: Language) -> String {
    let mut name = language.goal(goal.kind).to_string();
    if let Some(bound) = &goal.bound {
        name.push_str(&format!(" {}", language.percent(bound)));
    }
    let group = group_cell(&goal.selector, language);
    let counts = [goal.numerator, goal.denominator].map(|count| count.to_string());
    let [numerator, denominator] = counts.each_ref().map(String::as_str);
    let mut text = language.filled(Word::GoalNow, &[&name, &group, numerator, denominator]);
    if goal.bound.is_some() && matches!(goal.verdict, Verdict::NotAssessed(_)) {
        let standing = goal.bounds_if_provisional_stand.as_ref();
        let (word, bounds) = match standing.filter(|_| goal.provisional > 0) {
            Some(standing) => (Word::GoalIfProvisionalStand, Some(standing)),
            None => (Word::GoalCanBe, goal.bounds.as_ref()),
        };
        if let Some(bounds) = bounds {
            text.push_str(&language.filled(word, &[&range_cell(bounds, language)]));
        }
    }
    text
}

/// The names of a list, or the first ones and how many there are.
pub(crate) fn some_of(names: &[&str], at_most: usize, language: Language) -> String {
    let first = language.list(names.iter().take(at_most));
    match names.len().saturating_sub(at_most) {
        0 => first,
        more => {
            let counts = [names.len(), more].map(|count| count.to_string());
            language.filled(Word::AndMore, &[&first, &counts[0], &counts[1]])
        }
    }
}
