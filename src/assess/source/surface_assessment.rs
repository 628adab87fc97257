//! What became of a surface-water source: failing items, both verdicts, all that was left out.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::section::section::SectionAssessment;
use crate::assess::source::lists::{SourceList, SurfaceItem};
use crate::assess::source::surface_source::SurfaceSource;
use crate::assess::target::verdict::{DecidedItems, Verdict};
use crate::classify::judgement::Judgement;
use crate::classify::source_item::SourceJudgement;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::source_item::SourceItem;

/// What became of a surface-water source.
///
/// Items that were read and have a verdict are judged; all others are in [`absent`],
/// [`undecidable`] or [`outside`].
///
/// [`absent`]: Self::absent
/// [`undecidable`]: Self::undecidable
/// [`outside`]: Self::outside
///
/// # Reference
/// GB 3838-2002, Tables 1–3 (P); bulletins of sources (S).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurfaceSourceAssessment {
    pub(crate) source: SurfaceSource,
    pub(crate) section: SectionAssessment,
    pub(crate) others: BTreeMap<SourceItem, SourceJudgement>,
}

/// An item that fails at a surface-water source.
///
/// # Reference
/// Bulletins of sources (S).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailingSourceItem {
    item: SurfaceItem,
    class: Option<Class>,
    multiple: Option<ExceedanceMultiple>,
    exemption: Option<String>,
}

impl FailingSourceItem {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> SurfaceItem {
        self.item
    }

    /// Its class; `None` for items of Tables 2 and 3.
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        self.class
    }

    /// How far it is over its limit; `None` for pH and dissolved oxygen.
    #[must_use]
    pub const fn multiple(&self) -> Option<&ExceedanceMultiple> {
        self.multiple.as_ref()
    }

    /// The reason of its exemption, where it is exempted.
    #[must_use]
    pub fn exemption(&self) -> Option<&str> {
        self.exemption.as_deref()
    }
}

impl SurfaceSourceAssessment {
    fn in_list(&self, item: SurfaceItem) -> bool {
        let is_selected = |selected: &BTreeSet<SourceItem>| match item {
            SurfaceItem::Source(item) if item.table() == 3 => selected.contains(&item),
            _ => true,
        };
        self.source.selected.as_ref().is_none_or(is_selected)
            && self.source.list.is_none_or(|list| list.contains(item))
    }

    /// Whether it is known what was to be read.
    fn has_list(&self) -> bool {
        self.source.list.is_some() || self.source.selected.is_some()
    }

    /// The items by which the source is judged, in the order of the tables: where no list was
    /// given, nothing else says by how many.
    #[must_use]
    pub fn judged(&self) -> Vec<SurfaceItem> {
        let basic = self.section.participating().iter().map(SurfaceItem::Basic);
        let others = self.judged_others().filter(|(_, judgement)| {
            matches!(judgement, SourceJudgement::Passed(_) | SourceJudgement::Failed(_))
        });
        basic.chain(others.map(|(item, _)| item.into())).collect()
    }

    /// Those of pH, dissolved oxygen, CODMn, NH3-N and TP by which the source is not judged: a
    /// verdict from fewer names them.
    #[must_use]
    pub fn missing_of_five(&self) -> ItemSet {
        self.section.missing_of_five()
    }

    fn judged_others(&self) -> impl Iterator<Item = (SourceItem, &SourceJudgement)> {
        let all = self.others.iter().map(|(item, judgement)| (*item, judgement));
        all.filter(|(item, _)| self.in_list((*item).into()))
    }

    /// Met when no item fails, whatever its origin; not assessed when nothing is decided.
    ///
    /// The verdict rests on the items present: [`absent`](Self::absent) and
    /// [`undecidable`](Self::undecidable) stand beside it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict_where(false)
    }

    /// The same where exempted items are no failures; it stands beside
    /// [`verdict`](Self::verdict), and does not replace it.
    ///
    /// Not assessed when nothing but exempted failures is decided.
    #[must_use]
    pub fn verdict_with_exemptions(&self) -> Verdict {
        self.verdict_where(true)
    }

    fn verdict_where(&self, exempting: bool) -> Verdict {
        let decided = self.judged().len();
        let failing = self.failing();
        let exempted = failing.iter().filter(|it| exempting && it.exemption.is_some()).count();
        Verdict::of_items(DecidedItems {
            read: decided > 0 || !self.undecidable().is_empty(),
            decided: decided > exempted,
            open: false,
            fails: failing.len() > exempted,
        })
    }

    /// The items that fail: those of Table 1 worse than the target, then those of Tables 2
    /// and 3 over their limits, with multiples over what they missed.
    #[must_use]
    pub fn failing(&self) -> Vec<FailingSourceItem> {
        let target = self.source.target;
        let basic = self.section.participating().iter().filter_map(|item| {
            // A result below detection proves no exceedance, whatever lets it take part.
            let fails = self.section.item_meets(item, target) == Some(false);
            let class = self.section.class_of(item).filter(|_| fails)?;
            let multiple = self.section.exceedance_multiple(item, target);
            Some(self.failing_item(item.into(), Some(class), multiple))
        });
        let others = self.judged_others().filter_map(|(item, judgement)| {
            let (SourceJudgement::Failed(failed), Bound::AtMost(limit)) = (judgement, item.limit())
            else {
                return None;
            };
            let multiple =
                failed.value().exact().and_then(|value| ExceedanceMultiple::over(&value, limit));
            Some(self.failing_item(item.into(), None, multiple))
        });
        basic.chain(others).collect()
    }

    fn failing_item(
        &self,
        item: SurfaceItem,
        class: Option<Class>,
        multiple: Option<ExceedanceMultiple>,
    ) -> FailingSourceItem {
        let exemption = self.source.exemptions.get(&item).cloned();
        FailingSourceItem { item, class, multiple, exemption }
    }

    /// The reference items that were not asked for and have a class, with it: reported singly,
    /// not counted. Total nitrogen has none at a river.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S).
    pub fn reference_classes(&self) -> impl Iterator<Item = (Item, Class)> + '_ {
        self.section.reference_classes()
    }

    /// The items to be monitored that have no value: those of the list, or those read as
    /// missing where there is no list.
    #[must_use]
    pub fn absent(&self) -> Vec<SurfaceItem> {
        SurfaceItem::all()
            .filter(|item| self.in_list(*item))
            .filter(|item| match item {
                SurfaceItem::Basic(item) => match self.section.judgement(*item) {
                    Some(judgement) => matches!(judgement, Judgement::Absent(_)),
                    None => self.has_list(),
                },
                SurfaceItem::Source(item) => match self.others.get(item) {
                    Some(judgement) => matches!(judgement, SourceJudgement::Absent(_)),
                    None => self.has_list(),
                },
            })
            .collect()
    }

    /// The items whose detection limit is too high to decide.
    #[must_use]
    pub fn undecidable(&self) -> Vec<SurfaceItem> {
        let others = self.judged_others().filter_map(|(item, judgement)| {
            matches!(judgement, SourceJudgement::Undecidable { .. }).then_some(item.into())
        });
        self.section.undecidable().iter().map(SurfaceItem::Basic).chain(others).collect()
    }

    /// The items that were read and are not in the list: they take no part, also where they
    /// exceed a limit.
    #[must_use]
    pub fn outside(&self) -> Vec<SurfaceItem> {
        let others = self.others.keys().map(|item| SurfaceItem::Source(*item));
        let all = self.section.outside().iter().map(SurfaceItem::Basic).chain(others);
        all.filter(|item| !self.in_list(*item)).collect()
    }

    /// The outcome for an item of Tables 2 and 3, if anything was read of it.
    #[must_use]
    pub fn judgement(&self, item: SourceItem) -> Option<&SourceJudgement> {
        self.others.get(&item)
    }

    /// The items of Table 1 as a section.
    #[must_use]
    pub const fn section(&self) -> &SectionAssessment {
        &self.section
    }

    /// The class that the items of Table 1 had to reach.
    #[must_use]
    pub const fn target(&self) -> Class {
        self.source.target
    }

    /// The exemptions that were given, with their reasons, needed or not.
    pub fn exemptions(&self) -> impl Iterator<Item = (SurfaceItem, &str)> {
        self.source.exemptions.iter().map(|(item, reason)| (*item, reason.as_str()))
    }

    /// The list of items, where one was given.
    #[must_use]
    pub const fn list(&self) -> Option<SourceList> {
        self.source.list
    }

    /// The rules behind the verdict and behind all that was left out.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let when = |holds: bool, rule: Rule| holds.then_some(rule);
        let exempted = self.failing().iter().any(|failing| failing.exemption.is_some());
        let below = |judgement: &SourceJudgement| matches!(judgement, SourceJudgement::Passed(value) if value.is_below_detection());
        let halves = self.section.rules().any(|rule| rule == Rule::HALF_DETECTION_LIMIT)
            || self.judged_others().any(|(_, judgement)| below(judgement));
        let own = [
            when(!self.section.participating().is_empty(), Rule::SOURCE_TARGET),
            when(self.reference_classes().next().is_some(), Rule::ASSESSED_ITEMS),
            when(!self.section.reference_asked().is_empty(), Rule::REFERENCE_ITEM_ASKED),
            when(self.judged_others().next().is_some(), Rule::TABLES_2_AND_3),
            self.source.list.map(SourceList::rule),
            when(halves, Rule::HALF_DETECTION_LIMIT),
            when(!self.undecidable().is_empty(), Rule::UNDECIDABLE),
            when(!self.absent().is_empty(), Rule::ABSENT_ITEM),
            when(exempted, Rule::GEOLOGICAL_EXEMPTION),
        ];
        own.into_iter().flatten()
    }
}
