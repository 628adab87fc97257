//! What a caller may leave out of a section's class, and why.

use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// What is known of a section beside its readings.
///
/// # Example
/// ```
/// use gb3838::{Circumstances, Class, Item, ItemSet};
///
/// let circumstances = Circumstances::new()
///     .with_target(Class::III)
///     .with_high_chloride(true)
///     .with_natural_background(ItemSet::from_items(&[Item::Fluoride]));
/// assert_eq!(circumstances.target(), Some(Class::III));
/// ```
///
/// # Reference
/// The target: plans (F); COD in high chloride: GB 11914-89 (K), by the caller's word; natural
/// background: the ministry's reports (F).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    target: Option<Class>,
    high_chloride: bool,
    natural_background: ItemSet,
}

/// Why an item that has a value takes no part in a class.
///
/// # Reference
/// See [`Exemption::rule`].
///
/// # Example
/// ```
/// use gb3838::{Exemption, Rule};
///
/// assert_eq!(Exemption::NaturalBackground.rule(), Rule::NATURAL_BACKGROUND);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Exemption {
    /// COD by dichromate in water of high chloride: the method does not hold there.
    HighChloride,
    /// The concentration is of natural origin (本底): both results are given.
    NaturalBackground,
}

impl Exemption {
    /// The rule behind it.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::HighChloride => Rule::HIGH_CHLORIDE,
            Self::NaturalBackground => Rule::NATURAL_BACKGROUND,
        }
    }
}

impl Circumstances {
    /// Nothing known: no target, nothing left out.
    #[must_use]
    pub const fn new() -> Self {
        Self { target: None, high_chloride: false, natural_background: ItemSet::EMPTY }
    }

    /// The target class of the section: items worse than it are named, and results below a
    /// detection limit must be decidable against it.
    #[must_use]
    pub const fn with_target(mut self, target: Class) -> Self {
        self.target = Some(target);
        self
    }

    /// Whether COD is excluded because of high chloride.
    ///
    /// # Reference
    /// GB 11914-89 (K): the method holds below 1 000 mg/L of chloride.
    #[must_use]
    pub const fn with_high_chloride(mut self, yes: bool) -> Self {
        self.high_chloride = yes;
        self
    }

    /// The items whose concentration is of natural origin.
    ///
    /// # Reference
    /// The ministry prints shares with and without them (2022, F).
    #[must_use]
    pub const fn with_natural_background(mut self, items: ItemSet) -> Self {
        self.natural_background = items;
        self
    }

    /// The target class.
    #[must_use]
    pub const fn target(&self) -> Option<Class> {
        self.target
    }

    /// The items that are left out of every result.
    pub(crate) const fn excluded(self) -> ItemSet {
        if self.high_chloride {
            ItemSet::EMPTY.with(Item::ChemicalOxygenDemand)
        } else {
            ItemSet::EMPTY
        }
    }

    /// The items that are left out of the second result.
    pub(crate) const fn natural_background(self) -> ItemSet {
        self.natural_background
    }
}
