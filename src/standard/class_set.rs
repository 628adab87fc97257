//! A set of classes.

use core::fmt;

use crate::standard::class::Class;
use crate::text::padded::padded;

/// A set of classes, best first; one byte.
///
/// # Example
/// ```
/// use gb3838::{Class, possible::ClassSet};
///
/// let classes: ClassSet = [Class::III, Class::II].into_iter().collect();
/// assert_eq!(classes.to_string(), "II–III");
/// assert_eq!(classes.worst(), Some(Class::III));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ClassSet(u8);

impl ClassSet {
    /// No class.
    pub const EMPTY: Self = Self(0);

    /// Whether a class is in it.
    #[must_use]
    pub const fn contains(self, class: Class) -> bool {
        self.0 & 1 << (class as u8) != 0
    }

    /// The same set with one class more.
    #[must_use]
    pub const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << (class as u8))
    }

    /// The classes of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// How many classes are in it.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether no class is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The classes, best first.
    #[must_use]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Class> {
        Class::ALL.into_iter().filter(move |class| self.contains(*class))
    }

    /// The best class.
    #[must_use]
    pub fn best(self) -> Option<Class> {
        self.iter().next()
    }

    /// The worst class.
    #[must_use]
    pub fn worst(self) -> Option<Class> {
        self.iter().next_back()
    }

    /// Whether the classes follow each other without a gap.
    #[must_use]
    pub fn is_one_run(self) -> bool {
        let ends = self.best().zip(self.worst());
        ends.is_none_or(|(best, worst)| worst as u32 - best as u32 + 1 == self.len())
    }
}

impl FromIterator<Class> for ClassSet {
    fn from_iter<T: IntoIterator<Item = Class>>(classes: T) -> Self {
        classes.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// A run as its ends, `II–III`; other sets as a list, `I;inferior_V`.
impl fmt::Display for ClassSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.len() > 1 && self.is_one_run() {
            let (Some(best), Some(worst)) = (self.best(), self.worst()) else { return Ok(()) };
            return padded(f, fmt::Alignment::Left, |out| write!(out, "{best}–{worst}"));
        }
        padded(f, fmt::Alignment::Left, |out| {
            for (number, class) in self.iter().enumerate() {
                let mark = if number == 0 { "" } else { ";" };
                write!(out, "{mark}{class}")?;
            }
            Ok(())
        })
    }
}

/// As the list of its classes, best first.
#[cfg(feature = "serde")]
impl serde::Serialize for ClassSet {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
