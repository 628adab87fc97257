//! Sets of basic items: the 21 assessed, the three reference items, the five.

use core::fmt;
use core::str::FromStr;

use crate::standard::item::Item;
use crate::text::padded::padded;
use crate::text::unknown_name::UnknownNameError;

/// A set of basic items.
///
/// # Example
/// ```
/// use gb3838::{Item, ItemSet};
///
/// // Five plus X: the five items of every section and the section's own.
/// let items = ItemSet::FIVE.with(Item::Fluoride);
/// assert_eq!(items.to_string(), "pH;DO;CODMn;NH3-N;TP;F-");
/// assert_eq!("five".parse(), Ok(ItemSet::FIVE));
/// ```
///
/// # Reference
/// GB 3838-2002, Table 1 (P).
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct ItemSet(u32);

impl ItemSet {
    /// No item.
    pub const EMPTY: Self = Self(0);

    /// All 24 items of Table 1.
    pub const ALL: Self = Self((1 << 24) - 1);

    /// The three reference items, classed apart and in no section's class unless they are asked
    /// for by name: water temperature, total nitrogen, faecal coliforms.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S).
    pub const REFERENCE: Self =
        Self::from_items(&[Item::WaterTemperature, Item::TotalNitrogen, Item::FaecalColiforms]);

    /// The 21 items that a section is assessed by.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S); 环办监测函〔2020〕82号 names the three that are left out.
    pub const ASSESSED: Self = Self::ALL.difference(Self::REFERENCE);

    /// The five items of every section: pH, DO, CODMn, NH3-N, TP.
    ///
    /// # Reference
    /// 环办监测函〔2020〕714号 (S): the five of "5+X".
    pub const FIVE: Self = Self::from_items(&[
        Item::Ph,
        Item::DissolvedOxygen,
        Item::PermanganateIndex,
        Item::AmmoniaNitrogen,
        Item::TotalPhosphorus,
    ]);

    /// The set of some items.
    #[must_use]
    pub const fn from_items(items: &[Item]) -> Self {
        let mut set = Self::EMPTY;
        let mut index = 0;
        while index < items.len() {
            set = set.with(items[index]);
            index += 1;
        }
        set
    }

    /// The set whose bit 0 is the first item of Table 1; bits above 23 are dropped.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// The set as bits, bit 0 for the first item of Table 1.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether an item is in the set.
    #[must_use]
    pub const fn contains(self, item: Item) -> bool {
        self.0 & (1 << item.index()) != 0
    }

    /// The set and one item more.
    #[must_use]
    pub const fn with(self, item: Item) -> Self {
        Self(self.0 | 1 << item.index())
    }

    /// The set without an item.
    #[must_use]
    pub const fn without(self, item: Item) -> Self {
        Self(self.0 & !(1 << item.index()))
    }

    /// The items of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The items of both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The items of this set that are not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The number of items.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is no item.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The items in the order of Table 1.
    pub fn iter(self) -> impl Iterator<Item = Item> {
        Items { rest: self }
    }
}

/// The items of a set, first bit first. A type of its own, and not adapters over an array of all
/// items, because hundreds of places go through items, and each compiles what it goes through.
struct Items {
    rest: ItemSet,
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let item = *Item::ALL.get(self.rest.0.trailing_zeros() as usize)?;
        self.rest = self.rest.without(item);
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len(), Some(self.rest.len()))
    }
}

impl fmt::Display for ItemSet {
    /// The symbols joined by `;`, since symbols themselves hold `+` and `-`; an empty set is empty.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| {
            for (index, item) in self.iter().enumerate() {
                if index > 0 {
                    out.write_str(";")?;
                }
                out.write_str(item.symbol())?;
            }
            Ok(())
        })
    }
}

impl fmt::Debug for ItemSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{self}}}")
    }
}

impl FromIterator<Item> for ItemSet {
    fn from_iter<T: IntoIterator<Item = Item>>(items: T) -> Self {
        items.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl FromStr for ItemSet {
    type Err = UnknownNameError;

    /// Reads `assessed` (the 21), `five`, `reference`, `all`, or items separated by `;` or commas.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim() {
            "assessed" => Ok(Self::ASSESSED),
            "five" => Ok(Self::FIVE),
            "reference" => Ok(Self::REFERENCE),
            "all" => Ok(Self::ALL),
            list => list.split([';', '；', ',', '，', '、']).map(str::parse::<Item>).collect(),
        }
    }
}

#[cfg(feature = "serde")]
mod serde_list {
    use super::ItemSet;
    use crate::standard::item::Item;

    impl serde::Serialize for ItemSet {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.iter())
        }
    }

    struct ListVisitor;

    impl<'de> serde::de::Visitor<'de> for ListVisitor {
        type Value = ItemSet;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("a list of items, or \"assessed\", \"five\", \"reference\", \"all\"")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<ItemSet, E> {
            text.parse().map_err(E::custom)
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(
            self,
            mut items: A,
        ) -> Result<ItemSet, A::Error> {
            let mut set = ItemSet::EMPTY;
            while let Some(item) = items.next_element::<Item>()? {
                set = set.with(item);
            }
            Ok(set)
        }
    }

    impl<'de> serde::Deserialize<'de> for ItemSet {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(ListVisitor)
        }
    }
}
