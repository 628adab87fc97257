//! Where names stand in a list.

use alloc::collections::BTreeMap;

/// The places of names in a list, for many look-ups; where two are alike, the first counts.
///
/// One type for all lists, since every other type of place compiles a tree of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameIndex<'a> {
    places: BTreeMap<&'a str, usize>,
}

impl<'a> NameIndex<'a> {
    /// Adds a name, and says whether it is new.
    pub(crate) fn add(&mut self, name: &'a str, place: usize) -> bool {
        let count = self.places.len();
        self.places.entry(name).or_insert(place);
        self.places.len() > count
    }

    /// The place of the first such name.
    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// Whether there is such a name.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// The number of different names.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }
}

impl<'a> FromIterator<&'a str> for NameIndex<'a> {
    fn from_iter<T: IntoIterator<Item = &'a str>>(names: T) -> Self {
        let mut index = Self::default();
        for (place, name) in names.into_iter().enumerate() {
            index.add(name, place);
        }
        index
    }
}
