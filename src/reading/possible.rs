//! Which numbers an item can have: an amount, a pH, a temperature.

use crate::number::decimal::Decimal;
use crate::reading::notation::{Reading, ReadingReason};
use crate::standard::item::Item;

/// What is measured, as far as it says which numbers are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A concentration or a count: never negative, and it can be below a detection limit.
    Amount,
    /// From 0 to 14.
    Ph,
    /// Any number.
    Temperature,
}

impl Kind {
    pub(crate) const fn of(item: Item) -> Self {
        match item {
            Item::WaterTemperature => Self::Temperature,
            Item::Ph => Self::Ph,
            _ => Self::Amount,
        }
    }

    /// Why a value cannot be one, if it cannot.
    pub(crate) fn impossible(self, value: Decimal) -> Option<ReadingReason> {
        match self {
            Self::Temperature => None,
            Self::Ph if value.is_negative() || value > Decimal::from_integer(14) => {
                Some(ReadingReason::PhOutOfScale)
            }
            _ if value.is_negative() => Some(ReadingReason::Negative),
            _ => None,
        }
    }

    /// A result below a detection limit, if there can be such a one.
    pub(crate) fn below(self, limit: Decimal) -> Result<Reading, ReadingReason> {
        if self != Self::Amount || limit.is_negative() || limit.is_zero() {
            return Err(ReadingReason::NoSuchDetectionLimit);
        }
        limit.half().map_err(|_| ReadingReason::TooManyDigits)?;
        Ok(Reading::Below(limit))
    }

    /// The number of a hand-made reading that is not a possible one, and why.
    pub(crate) fn refused(self, reading: &Reading) -> Option<(Decimal, ReadingReason)> {
        match reading {
            Reading::Missing(_) => None,
            Reading::Value(value) => self.impossible(*value).map(|reason| (*value, reason)),
            Reading::Below(limit) => self.below(*limit).err().map(|reason| (*limit, reason)),
        }
    }
}
