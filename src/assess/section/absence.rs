//! Why an item has no value, and what is left of a result without natural background.

use crate::reading::notation::Missing;

/// Why an item that was asked for has no value.
///
/// # Reference
/// Published classes of national automatic stations (F): the class is made from the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Absence {
    /// There is no reading of it at all.
    NotRead,
    /// There is a reading, and it is not a value.
    NotAValue(Missing),
}

/// A result without the items or sections of natural background, beside the full one.
///
/// # Reference
/// The ministry prints both (扣除自然因素影响后, F).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackgroundLeftOut<T> {
    /// Nothing is exempted: the full result stands alone.
    NothingExempted,
    /// All that had a result is exempted.
    NothingLeft,
    /// The result of the rest.
    Rest(T),
}

impl<T> BackgroundLeftOut<T> {
    /// The result of the rest, where something is exempted and something left.
    #[must_use]
    pub fn rest(self) -> Option<T> {
        match self {
            Self::Rest(rest) => Some(rest),
            Self::NothingExempted | Self::NothingLeft => None,
        }
    }

    /// The result that a table shows beside the full one: the full one where nothing is exempted.
    #[must_use]
    pub fn or_full(self, full: Option<T>) -> Option<T> {
        match self {
            Self::NothingExempted => full,
            Self::NothingLeft => None,
            Self::Rest(rest) => Some(rest),
        }
    }
}
