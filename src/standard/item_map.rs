//! A dense map from basic items to values.

use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// A value for some of the basic items, in the order of Table 1.
///
/// # Example
/// ```
/// use gb3838::{Class, Item, ItemMap};
///
/// let mut classes = ItemMap::new();
/// classes.insert(Item::TotalPhosphorus, Class::III);
/// classes.insert(Item::Ph, Class::I);
/// let symbols: Vec<_> = classes.iter().map(|(item, _)| item.symbol()).collect();
/// assert_eq!(symbols, ["pH", "TP"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemMap<T> {
    slots: [Option<T>; 24],
}

impl<T> ItemMap<T> {
    /// A map without values.
    #[must_use]
    pub const fn new() -> Self {
        Self { slots: [const { None }; 24] }
    }

    /// The value of an item.
    #[must_use]
    pub const fn get(&self, item: Item) -> Option<&T> {
        self.slots[item.index()].as_ref()
    }

    /// The value of an item, to change it.
    pub const fn get_mut(&mut self, item: Item) -> Option<&mut T> {
        self.slots[item.index()].as_mut()
    }

    /// Sets the value of an item and returns the one it had.
    pub fn insert(&mut self, item: Item, value: T) -> Option<T> {
        self.slots[item.index()].replace(value)
    }

    /// Takes the value of an item out.
    pub const fn remove(&mut self, item: Item) -> Option<T> {
        self.slots[item.index()].take()
    }

    /// The items that have a value.
    #[must_use]
    pub fn items(&self) -> ItemSet {
        ItemSet::ALL.iter().filter(|item| self.get(*item).is_some()).collect()
    }

    /// The items with their values, in the order of Table 1.
    pub fn iter(&self) -> impl Iterator<Item = (Item, &T)> {
        ItemSet::ALL.iter().filter_map(|item| Some((item, self.get(item)?)))
    }
}

impl<T> Default for ItemMap<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> AsRef<Self> for ItemMap<T> {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl<T> FromIterator<(Item, T)> for ItemMap<T> {
    fn from_iter<I: IntoIterator<Item = (Item, T)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (item, value) in entries {
            map.insert(item, value);
        }
        map
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for ItemMap<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
