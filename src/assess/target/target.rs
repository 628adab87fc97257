//! What a section must reach, and whether it did.

use alloc::vec::Vec;

use crate::assess::section::absence::BackgroundLeftOut;
use crate::assess::section::last_year::LastYear;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::classify::undecidable::all_hold;
use crate::reading::time::date::Year;
use crate::reading::time::period::Sufficiency;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::edition::Edition;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// What a section must reach from a year on.
///
/// Of several functions of a water the strictest holds (GB 3838-2002, 3, P): the caller gives its
/// class, the least of theirs.
///
/// # Reference
/// Published plans and verdicts: a class (F), per-item limits beside or instead of it
/// (Guangdong 2016: 氨氮低于3 mg/L, 总磷低于0.35, the rest class IV; F), no worse than last
/// year (S).
///
/// # Example
/// ```
/// use gb3838::{Class, Target, Year};
///
/// // 东边塘: class IV in 2024, III from 2025.
/// let targets = [
///     Target::class(Year::new(2024)?, Class::IV),
///     Target::class(Year::new(2025)?, Class::III),
/// ];
/// let of_year = |year| Year::new(year).ok().and_then(|year| Target::of_year(&targets, year));
/// assert_eq!(of_year(2026).and_then(|target| target.class), Some(Class::III));
/// assert_eq!(of_year(2023), None);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[doc(alias = "考核目标")]
#[doc(alias = "水质目标")]
pub struct Target {
    /// The first year that it holds for.
    pub from: Year,
    /// The class to reach.
    #[cfg_attr(feature = "serde", serde(default))]
    pub class: Option<Class>,
    /// Limits of single items, which take the place of the class for them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub limits: Vec<ItemBound>,
    /// Whether the class must also be no worse than last year's.
    #[cfg_attr(feature = "serde", serde(default))]
    pub no_worse_than_last_year: bool,
}

/// A limit of one item in a target, in the unit of the standard; strict or inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ItemBound {
    /// The item.
    pub item: Item,
    /// What its value must keep to.
    pub bound: Bound,
}

/// A section's verdict on one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetJudgement {
    verdict: Verdict,
    failing: ItemSet,
    unjudged: ItemSet,
    worse_than_last_year: bool,
    sufficiency: Option<Sufficiency>,
    deciding_sufficiency: Option<Sufficiency>,
    provisional: bool,
    edition: Option<Edition>,
}

/// What is made of a verdict that rests on too few samples.
///
/// # Reference
/// Ours: a section's verdict stands on the means present, and says that it is provisional.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TooFewSamples {
    /// It stands, and is provisional.
    #[default]
    Provisional,
    /// It is not assessed ([`NotAssessed::TooFewSamples`]).
    NotAssessed,
}

impl TargetJudgement {
    /// A section that could not be judged at all.
    #[must_use]
    pub const fn not_assessed(reason: NotAssessed) -> Self {
        Self {
            verdict: Verdict::NotAssessed(reason),
            failing: ItemSet::EMPTY,
            unjudged: ItemSet::EMPTY,
            worse_than_last_year: false,
            sufficiency: None,
            deciding_sufficiency: None,
            provisional: false,
            edition: None,
        }
    }

    /// The edition of the standard that the section was classed by; `None` where none was.
    #[must_use]
    pub const fn edition(&self) -> Option<&Edition> {
        self.edition.as_ref()
    }

    /// What it rests on: the sufficiency of the section
    /// ([`SectionAssessment::sufficiency`]) where a class is asked for, and of the items with a
    /// limit of their own; `None` where an item that the class needs has no value.
    ///
    /// # Reference
    /// As [`SectionAssessment::sufficiency`].
    #[must_use]
    pub const fn sufficiency(&self) -> Option<Sufficiency> {
        self.sufficiency
    }

    /// The worst sufficiency of the items that decide: of those that miss the target, or of all
    /// that were held against it.
    #[must_use]
    pub const fn deciding_sufficiency(&self) -> Option<Sufficiency> {
        self.deciding_sufficiency
    }

    /// What the row of a section rests on that shows its class beside this verdict: the worst
    /// sufficiency of the items that make the class, and of those that miss the target; `None`
    /// where there are none.
    ///
    /// # Reference
    /// Ours, as [`sufficiency`](Self::sufficiency).
    #[must_use]
    pub fn sufficiency_with_class(&self, section: &SectionAssessment) -> Option<Sufficiency> {
        section.worst_sufficiency_of(section.determining().union(self.failing))
    }

    /// Whether the verdict may still change: there are too few samples, or the target compares
    /// with a year of too few.
    #[must_use]
    pub const fn is_provisional(&self) -> bool {
        self.provisional
    }

    /// The same where verdicts on too few samples are treated otherwise.
    #[must_use]
    pub const fn with_too_few_samples(mut self, option: TooFewSamples) -> Self {
        if self.provisional && matches!(option, TooFewSamples::NotAssessed) {
            self.verdict = Verdict::NotAssessed(NotAssessed::TooFewSamples);
            self.provisional = false;
        }
        self
    }

    /// The verdict, on the items present.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The items that miss the target.
    #[must_use]
    pub const fn failing(&self) -> ItemSet {
        self.failing
    }

    /// The items with a limit of their own that could not be held against it: there is no
    /// value, or one below detection that decides nothing.
    #[must_use]
    pub const fn unjudged(&self) -> ItemSet {
        self.unjudged
    }

    /// Whether the class is worse than last year's although it must not be.
    #[must_use]
    pub const fn is_worse_than_last_year(&self) -> bool {
        self.worse_than_last_year
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::TARGET_CLASS
    }
}

impl Target {
    /// A target that is a class alone.
    #[must_use]
    pub const fn class(from: Year, class: Class) -> Self {
        Self { from, class: Some(class), limits: Vec::new(), no_worse_than_last_year: false }
    }

    /// The target of a year: the latest whose first year is not after it.
    #[must_use]
    pub fn of_year(targets: &[Self], year: Year) -> Option<&Self> {
        targets.iter().filter(|target| target.from <= year).max_by_key(|target| target.from)
    }

    /// Judges a section on the items present, with last year's class as the caller knows it;
    /// [`judge_section`](Self::judge_section) takes it from the section's circumstances.
    ///
    /// Values are compared as the section's classifier compares them: rounded first, or in
    /// full. An item with its own limit is judged by it instead of the class. The section is
    /// asked for this target, whatever target it was assessed with: what is decidable below a
    /// detection limit depends on it. Items of natural background count here: see
    /// [`Target::judge_without_background`].
    ///
    /// # Reference
    /// Published verdicts (S): met when the class is no worse than the target.
    #[must_use]
    pub fn judge(&self, section: &SectionAssessment, last_year: Option<Class>) -> TargetJudgement {
        self.judge_beside(section, last_year.map_or(LastYear::UNKNOWN, LastYear::known))
    }

    /// The same, with last year's class from the section's circumstances: where that year had
    /// too few samples, so has the verdict.
    ///
    /// # Reference
    /// As [`Target::judge`].
    #[must_use]
    pub fn judge_section(&self, section: &SectionAssessment) -> TargetJudgement {
        self.judge_beside(section, *section.circumstances().last_year())
    }

    fn judge_beside(&self, section: &SectionAssessment, last_year: LastYear) -> TargetJudgement {
        let section = section.for_target(self.class);
        let rest = (ItemSet::ALL, section.class(), section.sufficiency());
        self.judge_items(&section, rest, (last_year.class(), last_year))
    }

    /// Judges a section without its items of natural background, where any are exempted; last
    /// year's class is that of its circumstances.
    ///
    /// It stands beside [`Target::judge_section`], and does not replace it.
    ///
    /// # Reference
    /// The ministry prints both results (扣除自然因素影响后, F).
    #[must_use]
    pub fn judge_without_background(&self, section: &SectionAssessment) -> Option<TargetJudgement> {
        let section = section.for_target(self.class);
        let class = match section.class_without_background() {
            BackgroundLeftOut::NothingExempted => return None,
            rest => rest.rest(),
        };
        let kept = ItemSet::ALL.difference(section.exempted());
        let last_year = *section.circumstances().last_year();
        let last = last_year.class_without_background();
        let rest = (kept, class, section.sufficiency_without_background());
        Some(self.judge_items(&section, rest, (last, last_year)))
    }

    /// Whether it asks anything of an item: a limit of its own, or the class.
    fn asks(&self, item: Item) -> bool {
        self.class.is_some() || self.limits.iter().any(|limit| limit.item == item)
    }

    /// Whether an item keeps to the limits of its own, or to the target class; `None` where
    /// that is not decided.
    pub(crate) fn is_kept(&self, section: &SectionAssessment, item: Item) -> Option<bool> {
        let mut own = self.limits.iter().filter(|limit| limit.item == item).peekable();
        if own.peek().is_none() {
            return section.item_meets(item, self.class?);
        }
        let (value, limit) = section.measured(item)?;
        let classifier = section.classifier();
        all_hold(own.map(|own| classifier.decides_bound(item, &value, limit.is_some(), own.bound)))
    }

    fn judge_items(
        &self,
        section: &SectionAssessment,
        (kept, class, of_section): (ItemSet, Option<Class>, Option<Sufficiency>),
        (last_class, last_year): (Option<Class>, LastYear),
    ) -> TargetJudgement {
        let limited: ItemSet = self.limits.iter().map(|limit| limit.item).collect();
        // An item limited by name is judged even where it makes no class of its own.
        let left_out = section.left_out();
        let judged = section.participating().union(limited).intersection(kept).difference(left_out);
        let holds = |item: Item| self.is_kept(section, item);
        let failing: ItemSet = judged.iter().filter(|item| holds(*item) == Some(false)).collect();
        let unjudged: ItemSet = limited.iter().filter(|item| holds(*item).is_none()).collect();
        let known: ItemSet = judged.iter().filter(|item| holds(*item).is_some()).collect();
        let withheld = section.is_withheld() && self.class.is_some();
        let against_last_year = match (self.no_worse_than_last_year, class, last_class) {
            (false, ..) => Some(true),
            // The class is no worse when no item is: a result below detection proves neither.
            (true, Some(_), Some(last)) => {
                let items = section.participating().intersection(kept);
                let meets = |wanted: bool| {
                    items.iter().any(|item| section.item_meets(item, last) == Some(wanted))
                };
                if meets(false) { Some(false) } else { meets(true).then_some(true) }
            }
            (true, ..) => None,
        };
        let has_value = |item: Item| section.measured(item).is_some();
        let no_class = if section.asked().union(limited).iter().any(|item| {
            has_value(item) && !left_out.contains(item) && holds(item).is_none() && self.asks(item)
        }) {
            NotAssessed::Undecidable
        } else {
            NotAssessed::NoClass
        };
        // A class that is withheld for want of one of the five is neither met nor missed.
        let misses_limit = failing.iter().any(|item| limited.contains(item));
        let verdict = if withheld && !misses_limit {
            Verdict::NotAssessed(NotAssessed::NoClass)
        } else if class.is_none() && known.is_empty() {
            Verdict::NotAssessed(no_class)
        } else if !failing.is_empty() || against_last_year == Some(false) {
            Verdict::Missed
        } else if against_last_year.is_none() {
            Verdict::NotAssessed(if last_year.has_no_exact_mean() {
                NotAssessed::NoExactMean
            } else if last_class.is_some() && class.is_some() {
                NotAssessed::Undecidable
            } else {
                NotAssessed::NoLastYear
            })
        } else if !known.is_empty() {
            Verdict::Met
        } else if self.class.is_some() || !self.limits.is_empty() {
            Verdict::NotAssessed(no_class)
        } else if self.no_worse_than_last_year {
            Verdict::Met
        } else {
            Verdict::NotAssessed(NotAssessed::NoTarget)
        };
        let worse_than_last_year = against_last_year == Some(false);
        // A class rests on the items that it needs, a limit by name on its item.
        let of_limited = section.worst_sufficiency_of(known.intersection(limited));
        let sufficiency = if self.class.is_some() || self.no_worse_than_last_year {
            of_section.and_then(|it| Sufficiency::worst([it].into_iter().chain(of_limited)))
        } else {
            of_limited
        };
        let deciding = if failing.is_empty() { known } else { failing };
        let compares = self.no_worse_than_last_year && last_class.is_some();
        let last_year_open = compares && !last_year.is_sufficient();
        let has_verdict = verdict.reason().is_none();
        let enough = sufficiency.is_some_and(|it| it.is_sufficient());
        TargetJudgement {
            verdict,
            failing,
            unjudged,
            worse_than_last_year,
            sufficiency,
            deciding_sufficiency: section.worst_sufficiency_of(deciding),
            provisional: has_verdict && (!enough || last_year_open),
            edition: Some(*section.edition()),
        }
    }
}
