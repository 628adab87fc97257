//! Main pollution items (主要污染指标): what is worse than a class, in the order of print.

use core::cmp::{Ordering, Reverse};
use core::fmt;

use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::section::section::SectionAssessment;
use crate::number::fraction::Fraction;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::text::padded::padded;

/// An item worse than a class, or than a limit of its own in a target, with its multiple over
/// that limit.
///
/// # Reference
/// 环办〔2011〕22号 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "主要污染指标")]
pub struct PollutionItem {
    item: Item,
    class: Option<Class>,
    multiple: Option<ExceedanceMultiple>,
}

impl PollutionItem {
    /// An item with its class, where the standard limits it, and its multiple.
    #[must_use]
    pub const fn new(
        item: Item,
        class: Option<Class>,
        multiple: Option<ExceedanceMultiple>,
    ) -> Self {
        Self { item, class, multiple }
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// Its class; `None` where the standard does not limit it, and a target does.
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        self.class
    }

    /// How far it is over the limit; `None` for pH, dissolved oxygen and lower limits.
    #[must_use]
    pub const fn multiple(&self) -> Option<&ExceedanceMultiple> {
        self.multiple.as_ref()
    }
}

/// Items worse than a class, the most important first.
///
/// # Reference
/// 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{Class, Item, section::{PollutionItem, PollutionItems, PollutionItemsOptions}};
///
/// let printed = [
///     PollutionItem::new(Item::TotalPhosphorus, Some(Class::IV), None),
///     PollutionItem::new(Item::AmmoniaNitrogen, Some(Class::V), None),
///     PollutionItem::new(Item::PermanganateIndex, Some(Class::III), None),
/// ];
/// let items = PollutionItems::ranked(printed, Class::III, &PollutionItemsOptions::DOCUMENT_22);
/// let symbols: Vec<_> = items.iter().map(|entry| entry.item().symbol()).collect();
/// assert_eq!(symbols, ["NH3-N", "TP"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "主要污染指标")]
pub struct PollutionItems {
    entries: [Option<PollutionItem>; Item::ALL.len()],
    over: Class,
    options: PollutionItemsOptions,
    undecided: ItemSet,
}

impl PollutionItems {
    /// Orders the items that are worse than a class, each item once.
    ///
    /// For classes and multiples that are known from elsewhere (an item without a class is worse
    /// than none); an assessed section offers
    /// [`SectionAssessment::main_pollution_items`].
    #[must_use]
    pub fn ranked(
        items: impl IntoIterator<Item = PollutionItem>,
        over: Class,
        rule: &PollutionItemsOptions,
    ) -> Self {
        let mut by_item: ItemMap<PollutionItem> = ItemMap::new();
        let is_worse = |entry: &PollutionItem| entry.class.is_some_and(|class| !class.meets(over));
        for entry in items.into_iter().filter(is_worse) {
            by_item.insert(entry.item, entry);
        }
        let mut entries = [None; Item::ALL.len()];
        let mut len = 0;
        for (slot, (_, entry)) in entries.iter_mut().zip(by_item.iter()) {
            *slot = Some(*entry);
            len += 1;
        }
        // Stable, so that ties keep the order of Table 1.
        sort(&mut entries[..len], |left, right| rank(left, right, rule.priority));
        let is_priority = |slot: &&Option<PollutionItem>| {
            slot.is_some_and(|entry| rule.priority.contains(entry.item))
        };
        let never_cut =
            if rule.priority_never_cut { entries.iter().filter(is_priority).count() } else { 0 };
        for slot in entries.iter_mut().skip(rule.at_most.max(never_cut)) {
            *slot = None;
        }
        Self { entries, over, options: *rule, undecided: ItemSet::EMPTY }
    }

    /// The items with a value that proves nothing against the class: half of a detection limit
    /// is worse than it, and the true value may not be.
    ///
    /// # Reference
    /// As [`Classifier::judge`](crate::Classifier::judge): ours.
    #[must_use]
    pub const fn undecided(&self) -> ItemSet {
        self.undecided
    }

    /// The class whose limits the multiples are over.
    #[must_use]
    pub const fn over(&self) -> Class {
        self.over
    }

    /// How they were chosen and ordered.
    #[must_use]
    pub const fn options(&self) -> &PollutionItemsOptions {
        &self.options
    }

    /// The rule behind the choice and the order.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::MAIN_POLLUTION_ITEMS
    }

    /// The items, the most important first.
    pub fn iter(&self) -> impl Iterator<Item = &PollutionItem> {
        self.entries.iter().flatten()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries[0].is_none()
    }
}

/// How main pollution items are chosen, where prints differ.
///
/// # Reference
/// 环办〔2011〕22号 (S); whether the three cut the priority items too is open.
///
/// # Example
/// ```
/// use gb3838::{ItemSet, section::PollutionItemsOptions};
///
/// let all_by_class = PollutionItemsOptions::DOCUMENT_22.with_priority(ItemSet::EMPTY).with_at_most(21);
/// assert_eq!(PollutionItemsOptions::DOCUMENT_22.at_most(), 3);
/// assert!(all_by_class.priority().is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollutionItemsOptions {
    priority: ItemSet,
    at_most: usize,
    determining_only: bool,
    priority_never_cut: bool,
}

impl PollutionItemsOptions {
    /// Cyanide and heavy metals first (氰化物或铅、铬等重金属: CN, Hg, Cd, Cr6+, Pb, As), then
    /// the worse class, the larger multiple, the order of Table 1; the first three.
    pub const DOCUMENT_22: Self = Self {
        priority: ItemSet::from_items(&[
            Item::Cyanide,
            Item::Mercury,
            Item::Cadmium,
            Item::HexavalentChromium,
            Item::Lead,
            Item::Arsenic,
        ]),
        at_most: 3,
        determining_only: false,
        priority_never_cut: false,
    };

    /// The same with other items first: the document's "等" leaves the set open.
    #[must_use]
    pub const fn with_priority(mut self, items: ItemSet) -> Self {
        self.priority = items;
        self
    }

    /// The same with another number of items.
    #[must_use]
    pub const fn with_at_most(mut self, count: usize) -> Self {
        self.at_most = count;
        self
    }

    /// The same with all priority items that are worse, and others only up to the number that is
    /// asked for: the other reading of the document's "first" (S, one program).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Item, section::{PollutionItem, PollutionItems, PollutionItemsOptions}};
    ///
    /// let worse = [Item::Mercury, Item::Cadmium, Item::Lead, Item::HexavalentChromium];
    /// let worse = worse.map(|item| PollutionItem::new(item, Some(Class::V), None));
    /// let cut = PollutionItemsOptions::DOCUMENT_22;
    /// assert_eq!(PollutionItems::ranked(worse, Class::III, &cut).iter().count(), 3);
    /// let all = cut.with_priority_never_cut();
    /// assert_eq!(PollutionItems::ranked(worse, Class::III, &all).iter().count(), 4);
    /// ```
    #[must_use]
    pub const fn with_priority_never_cut(mut self) -> Self {
        self.priority_never_cut = true;
        self
    }

    /// Whether all priority items are kept, however many.
    #[must_use]
    pub const fn is_priority_never_cut(&self) -> bool {
        self.priority_never_cut
    }

    /// Only the determining items, as a form of Guangdong prints them (F).
    #[must_use]
    pub const fn with_determining_only(mut self) -> Self {
        self.determining_only = true;
        self
    }

    /// The items that come first whatever their class.
    #[must_use]
    pub const fn priority(&self) -> ItemSet {
        self.priority
    }

    /// The greatest number of items.
    #[must_use]
    pub const fn at_most(&self) -> usize {
        self.at_most
    }

    /// Whether determining items alone are chosen.
    #[must_use]
    pub const fn is_determining_only(&self) -> bool {
        self.determining_only
    }
}

impl Default for PollutionItemsOptions {
    fn default() -> Self {
        Self::DOCUMENT_22
    }
}

impl SectionAssessment {
    /// The main pollution items: none when the section is class III or better, otherwise the
    /// items worse than III with their multiples over III.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Classifier, Item, ItemMap, Measurement, Reading, WaterBody,
    ///     section::PollutionItemsOptions,
    /// };
    ///
    /// let mut readings = ItemMap::new();
    /// for (item, cell) in [(Item::TotalPhosphorus, "0.284"), (Item::DissolvedOxygen, "4.1")] {
    ///     readings.insert(item, Measurement::from(Reading::parse(cell, item)?));
    /// }
    /// let section = Classifier::for_readings(WaterBody::River).assess(&readings)?;
    /// let items = section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
    /// let symbols: Vec<_> = items.iter().map(|entry| entry.item().symbol()).collect();
    /// assert_eq!(symbols, ["TP", "DO"]);
    /// assert_eq!(items.to_string(), "总磷(0.42)、溶解氧");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn main_pollution_items(&self, rule: &PollutionItemsOptions) -> PollutionItems {
        self.items_worse_than(Class::III, rule)
    }

    /// The items worse than the target with their multiples over it, also where the section
    /// is class III or better and so has no main pollution items; empty where the target is met
    /// by all of them, `None` without a target.
    ///
    /// # Reference
    /// Local reports (F).
    #[must_use]
    pub fn items_worse_than_target(&self) -> Option<PollutionItems> {
        let all = PollutionItemsOptions::DOCUMENT_22.with_at_most(Item::ALL.len());
        self.target().map(|target| self.items_worse_than(target, &all))
    }

    /// The participating items worse than a class, with multiples over its limits; a result
    /// below detection that may meet the class is none of them.
    #[must_use]
    pub fn items_worse_than(&self, over: Class, rule: &PollutionItemsOptions) -> PollutionItems {
        let candidates =
            if rule.determining_only { self.determining() } else { self.participating() };
        let meets = |item: Item| self.item_meets(item, over);
        let is_open = |item: &Item| self.measured(*item).is_some() && meets(*item).is_none();
        let kept = self.asked().difference(self.excluded()).difference(self.not_limited());
        let undecided = kept.iter().filter(is_open).collect();
        let worse = candidates.iter().filter(|item| meets(*item) == Some(false));
        let entries = worse.filter_map(|item| {
            let multiple = self.exceedance_multiple(item, over);
            self.class_of(item).map(|class| PollutionItem::new(item, Some(class), multiple))
        });
        PollutionItems { undecided, ..PollutionItems::ranked(entries, over, rule) }
    }
}

/// As bulletins print it: `氨氮(0.34)`, `溶解氧`.
impl fmt::Display for PollutionItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.item.name_zh();
        let multiple = self.multiple.and_then(|multiple| multiple.round(2).ok());
        padded(f, fmt::Alignment::Left, |out| match multiple {
            Some(multiple) => write!(out, "{name}({multiple})"),
            None => out.write_str(name),
        })
    }
}

/// As bulletins print them, the most important first: `氨氮(0.34)、总磷(0.32)`; nothing without
/// any.
impl fmt::Display for PollutionItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| {
            for (place, entry) in self.iter().enumerate() {
                let mark = if place == 0 { "" } else { "、" };
                write!(out, "{mark}{entry}")?;
            }
            Ok(())
        })
    }
}

/// Priority items first, then the worse class, then the larger multiple; none counts as 0.
fn rank(left: &PollutionItem, right: &PollutionItem, priority: ItemSet) -> Ordering {
    let key =
        |entry: &PollutionItem| (Reverse(priority.contains(entry.item)), Reverse(entry.class));
    let multiple =
        |entry: &PollutionItem| entry.multiple.map_or(Fraction::ZERO, |multiple| *multiple.value());
    key(left).cmp(&key(right)).then_with(|| multiple(right).cmp(&multiple(left)))
}

/// A stable insertion sort: at most 24 entries, and no allocation.
fn sort(
    entries: &mut [Option<PollutionItem>],
    rank: impl Fn(&PollutionItem, &PollutionItem) -> Ordering,
) {
    for end in 1..entries.len() {
        let mut place = end;
        while place > 0
            && let (Some(before), Some(entry)) = (&entries[place - 1], &entries[place])
            && rank(entry, before).is_lt()
        {
            entries.swap(place - 1, place);
            place -= 1;
        }
    }
}
