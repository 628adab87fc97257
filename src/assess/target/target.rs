//! What a section must reach, and whether it did.

use alloc::vec::Vec;

use crate::assess::section::absence::BackgroundLeftOut;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::decimal::Decimal;
use crate::reading::mean::quantity::Quantity;
use crate::reading::time::date::Year;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// What a section must reach from a year on.
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
        }
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

    /// Judges a section on the items present.
    ///
    /// Values are compared as the section's classifier compares them: rounded first, or in
    /// full. An item with its own limit is judged by it instead of the class. Items of
    /// natural background count here: see [`Target::judge_without_background`].
    ///
    /// # Reference
    /// Published verdicts (S): met when the class is no worse than the target.
    #[must_use]
    pub fn judge(&self, section: &SectionAssessment, last_year: Option<Class>) -> TargetJudgement {
        self.judge_items(section, ItemSet::ALL, section.class(), last_year)
    }

    /// Judges a section without its items of natural background, where any are exempted.
    ///
    /// It stands beside [`Target::judge`], and does not replace it.
    ///
    /// # Reference
    /// The ministry prints both results (扣除自然因素影响后, F).
    #[must_use]
    pub fn judge_without_background(
        &self,
        section: &SectionAssessment,
        last_year: Option<Class>,
    ) -> Option<TargetJudgement> {
        let class = match section.class_without_background() {
            BackgroundLeftOut::NothingExempted => return None,
            rest => rest.rest(),
        };
        let kept = ItemSet::ALL.difference(section.exempted());
        Some(self.judge_items(section, kept, class, last_year))
    }

    fn judge_items(
        &self,
        section: &SectionAssessment,
        kept: ItemSet,
        class: Option<Class>,
        last_year: Option<Class>,
    ) -> TargetJudgement {
        let own = |item: Item| self.limits.iter().filter(move |limit| limit.item == item);
        let limited: ItemSet = self.limits.iter().map(|limit| limit.item).collect();
        // An item limited by name is judged even where it makes no class of its own.
        let left_out = section.left_out();
        let judged = section.participating().union(limited).intersection(kept).difference(left_out);
        let holds = |item: Item| -> Option<bool> {
            if limited.contains(item) {
                return own(item)
                    .map(|limit| holds_for(section, item, &limit.bound))
                    .try_fold(true, |all, one| one.map(|one| all && one));
            }
            let class = self.class?;
            let classed = section.value_of(item)?;
            let met = classed.class().meets(class);
            // A result below detection proves no exceedance of a stricter target either.
            let open = !met
                && classed.detection_limit.is_some_and(|limit| {
                    section.classifier().true_value_may_meet(item, limit, class)
                });
            (!open).then_some(met)
        };
        let failing: ItemSet = judged.iter().filter(|item| holds(*item) == Some(false)).collect();
        let unjudged: ItemSet = limited.iter().filter(|item| holds(*item).is_none()).collect();
        let known = judged.iter().any(|item| holds(item).is_some());
        let against_last_year = match (self.no_worse_than_last_year, class, last_year) {
            (false, ..) => Some(true),
            (true, Some(class), Some(last)) => Some(class.meets(last)),
            (true, ..) => None,
        };
        let verdict = if class.is_none() && !known {
            Verdict::NotAssessed(NotAssessed::NoClass)
        } else if !failing.is_empty() || against_last_year == Some(false) {
            Verdict::Missed
        } else if against_last_year.is_none() {
            Verdict::NotAssessed(NotAssessed::NoLastYear)
        } else if known {
            Verdict::Met
        } else if self.class.is_some() || !self.limits.is_empty() {
            Verdict::NotAssessed(NotAssessed::NoClass)
        } else if self.no_worse_than_last_year {
            Verdict::Met
        } else {
            Verdict::NotAssessed(NotAssessed::NoTarget)
        };
        let worse_than_last_year = against_last_year == Some(false);
        TargetJudgement { verdict, failing, unjudged, worse_than_last_year }
    }
}

/// Whether an item keeps to a limit of its own; `None` without a value, and for a result below
/// detection whose half breaks the limit although the true value may keep to it.
fn holds_for(section: &SectionAssessment, item: Item, bound: &Bound) -> Option<bool> {
    let (value, detection_limit) = section.measured(item)?;
    let keeps = |value: &Quantity| {
        let compared = section.classifier().compared(item, value);
        bound.holds_where(|edge| compared.compare(edge))
    };
    let kept = keeps(value);
    let open = !kept
        && detection_limit
            .is_some_and(|limit| [Decimal::ZERO, limit].map(Quantity::from).iter().any(keeps));
    (!open).then_some(kept)
}
