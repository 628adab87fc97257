//! Items of which no value is below that of another, which is a part of it.

use crate::standard::item::Item;

/// An item and one that is a part of it, so that no water has less of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Whole {
    /// Total nitrogen holds ammonia nitrogen.
    NitrogenOfAmmonia,
    /// COD oxidises what the permanganate index, the weaker oxidant, does.
    CodOfPermanganate,
    /// COD holds what is degraded in five days.
    CodOfBod,
}

impl Whole {
    /// All of them, in the order in which they are remarked on.
    pub(crate) const ALL: [Self; 3] =
        [Self::NitrogenOfAmmonia, Self::CodOfPermanganate, Self::CodOfBod];

    /// The whole.
    pub(crate) const fn item(self) -> Item {
        match self {
            Self::NitrogenOfAmmonia => Item::TotalNitrogen,
            Self::CodOfPermanganate | Self::CodOfBod => Item::ChemicalOxygenDemand,
        }
    }

    /// Its part.
    pub(crate) const fn part(self) -> Item {
        match self {
            Self::NitrogenOfAmmonia => Item::AmmoniaNitrogen,
            Self::CodOfPermanganate => Item::PermanganateIndex,
            Self::CodOfBod => Item::BiochemicalOxygenDemand,
        }
    }

    /// Whether the value of the whole is below that of its part; not where one has none whose
    /// size is known.
    pub(crate) fn is_below<V: PartialOrd>(whole: Option<V>, part: Option<V>) -> bool {
        whole.zip(part).is_some_and(|(whole, part)| whole < part)
    }
}
