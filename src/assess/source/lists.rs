//! Which items a drinking-water source is monitored for: lists of 61, 62 and 109.

use core::fmt;
use core::str::FromStr;

use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::source_item::SourceItem;
use crate::text::unknown_name::UnknownNameError;

/// An item of any of the three tables, as monitored at a surface-water source.
///
/// # Example
/// ```
/// use gb3838::{Item, source::{SourceItem, SurfaceItem}};
///
/// assert_eq!("氟化物".parse(), Ok(SurfaceItem::Basic(Item::Fluoride)));
/// assert_eq!("铁".parse(), Ok(SurfaceItem::Source(SourceItem::Iron)));
/// assert_eq!(SurfaceItem::from(Item::Fluoride).name_zh(), "氟化物");
/// ```
///
/// # Reference
/// GB 3838-2002, Tables 1–3 (P).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "饮用水水源")]
pub enum SurfaceItem {
    /// An item of Table 1: it has a class.
    Basic(Item),
    /// An item of Tables 2 and 3: it passes or fails.
    Source(SourceItem),
}

impl SurfaceItem {
    /// The 109 items in the order of Tables 1, 2 and 3.
    pub fn all() -> impl Iterator<Item = Self> {
        let others = SourceItem::ALL.into_iter().map(Self::Source);
        Item::ALL.into_iter().map(Self::Basic).chain(others)
    }

    /// The Chinese name as printed.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Basic(item) => item.name_zh(),
            Self::Source(item) => item.name_zh(),
        }
    }

    /// The English name.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Basic(item) => item.name_en(),
            Self::Source(item) => item.name_en(),
        }
    }
}

impl From<Item> for SurfaceItem {
    fn from(item: Item) -> Self {
        Self::Basic(item)
    }
}

impl From<SourceItem> for SurfaceItem {
    fn from(item: SourceItem) -> Self {
        Self::Source(item)
    }
}

impl fmt::Display for SurfaceItem {
    /// The symbol of an item of Table 1, the English name of another.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Basic(item) => fmt::Display::fmt(item, f),
            Self::Source(item) => fmt::Display::fmt(item, f),
        }
    }
}

impl FromStr for SurfaceItem {
    type Err = UnknownNameError;

    /// Reads the names of either table.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse::<Item>() {
            Ok(item) => Ok(Self::Basic(item)),
            Err(_) => text.parse().map(Self::Source),
        }
    }
}

/// A list of items that a surface-water source is monitored for.
///
/// # Reference
/// Monthly bulletins of drinking-water sources (S) for 61 and 62; 109 each year (K).
///
/// # Example
/// ```
/// use gb3838::{Item, source::SourceList};
///
/// assert_eq!(SourceList::ALL.map(SourceList::count), [61, 62, 109]);
/// // The list of 61 leaves out COD: CODMn takes its place.
/// let [monthly, with_cod, _] = SourceList::ALL;
/// assert!(!monthly.contains(Item::ChemicalOxygenDemand.into()));
/// assert!(with_cod.contains(Item::ChemicalOxygenDemand.into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SourceList {
    /// Each month: Table 1 without COD (23), Table 2 (5), 33 items of Table 3 (S).
    Monthly61,
    /// The same with COD (S).
    Monthly62,
    /// Each year: all items of the three tables (全分析, K).
    Yearly109,
}

impl SourceList {
    /// The lists, the shortest first.
    pub const ALL: [Self; 3] = [Self::Monthly61, Self::Monthly62, Self::Yearly109];

    /// The items of Table 1 in the list, reference items included.
    #[must_use]
    pub const fn basic_items(self) -> ItemSet {
        match self {
            Self::Monthly61 => ItemSet::ALL.without(Item::ChemicalOxygenDemand),
            Self::Monthly62 | Self::Yearly109 => ItemSet::ALL,
        }
    }

    /// Whether an item is in the list.
    #[must_use]
    pub const fn contains(self, item: SurfaceItem) -> bool {
        match (item, self) {
            (SurfaceItem::Basic(item), _) => self.basic_items().contains(item),
            (SurfaceItem::Source(_), Self::Yearly109) => true,
            (SurfaceItem::Source(item), _) => item.in_monthly_list(),
        }
    }

    /// The items in the order of Tables 1, 2 and 3.
    pub fn iter(self) -> impl Iterator<Item = SurfaceItem> {
        SurfaceItem::all().filter(move |item| self.contains(*item))
    }

    /// The number of items.
    #[must_use]
    pub fn count(self) -> usize {
        self.iter().count()
    }

    /// The rule behind the list.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Monthly61 | Self::Monthly62 => Rule::MONTHLY_SOURCE_LIST,
            Self::Yearly109 => Rule::YEARLY_SOURCE_LIST,
        }
    }
}
