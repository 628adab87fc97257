//! Names of sections as small integers, in the order of their first appearance.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Names and their numbers, from 0 on.
///
/// # Example
/// ```
/// use gb3838::sums::SectionNumbers;
///
/// let mut names = SectionNumbers::new();
/// assert_eq!((names.number("高塘"), names.number("白石坪"), names.number("高塘")), (0, 1, 0));
/// assert_eq!(names.name(1), Some("白石坪"));
/// assert_eq!(names.find("罗泗"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionNumbers {
    numbers: BTreeMap<String, u32>,
    names: Vec<String>,
}

impl SectionNumbers {
    /// No names.
    #[must_use]
    pub const fn new() -> Self {
        Self { numbers: BTreeMap::new(), names: Vec::new() }
    }

    /// The number of a name; a new name gets the next one.
    ///
    /// After 2³² names, further ones share the last number.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.find(name) {
            return number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The number of a name, if it has one.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The name of a number.
    #[must_use]
    pub fn name(&self, number: u32) -> Option<&str> {
        usize::try_from(number).ok().and_then(|index| self.names.get(index)).map(String::as_str)
    }

    /// The names in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The number of names.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is no name.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
