//! One item in the index of a city: its mean and its index, and what has none.

use crate::assess::impact::standard_index::{StandardIndex, StandardIndexError};
use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::quantity::Quantity;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::limits::Standard;
use crate::standard::water_body::WaterBody;
use crate::text::error_text::QuotedText;

/// The mean of one item over a city's river sections or lake points, and its index.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CityItemIndex {
    mean: Quantity,
    sections: u32,
    value: Fraction,
}

/// Values that make no index of a city, and indices that make no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CityIndexError {
    /// No river section and no lake point has a value of the 21 items.
    #[error("no section has a value: a city index needs at least one")]
    NothingMeasured,
    /// A negative concentration, or a pH outside its scale.
    #[error("{value} of {item} cannot be: expected a concentration from 0, a pH from 0 to 14")]
    Impossible {
        /// The item.
        item: Item,
        /// The value.
        value: QuotedText,
    },
    /// A mean pH in the place of a concentration.
    #[error("a mean of hydrogen ions is no concentration of {item}")]
    NoConcentration {
        /// The item.
        item: Item,
    },
    /// A mean dissolved oxygen of zero, which the limit would be divided by.
    #[error("mean dissolved oxygen of 0 mg/L in the {body}s has no index: expected more than 0")]
    NoOxygen {
        /// Rivers, or lakes and reservoirs.
        body: WaterBody,
    },
    /// The standard has no limit of class III to divide by.
    #[error("{item} has no limit of class III for a {body}")]
    NoLimit {
        /// The item.
        item: Item,
        /// Rivers, or lakes and reservoirs.
        body: WaterBody,
    },
    /// Weights that add up to zero.
    #[error("weights of {rivers} for rivers and {lakes} for lakes: expected one above 0")]
    NoWeight {
        /// M.
        rivers: u32,
        /// N.
        lakes: u32,
    },
    /// A change over an earlier index of zero or less, which would be divided by.
    #[error("no change over an index of {base}: expected one above 0")]
    BaseNotPositive {
        /// The earlier index.
        base: QuotedText,
    },
    /// One item has no index.
    #[error(transparent)]
    Index(#[from] StandardIndexError),
    /// The exact result has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

impl CityItemIndex {
    /// Whether a section's value is one that can be.
    pub(crate) fn check(item: Item, value: &Quantity) -> Result<(), CityIndexError> {
        let Some(exact) = value.exact() else {
            // Hydrogen ions are a pH within its scale.
            return if item == Item::Ph {
                Ok(())
            } else {
                Err(CityIndexError::NoConcentration { item })
            };
        };
        let beyond = item == Item::Ph && exact.compare(Decimal::from_integer(14)).is_gt();
        if exact.is_negative() || beyond {
            return Err(CityIndexError::Impossible { item, value: exact.quoted() });
        }
        Ok(())
    }

    /// The index of a mean against the limit of class III, and its exact value for the sum.
    pub(crate) fn of(
        item: Item,
        body: WaterBody,
        (mean, exact_mean): (&Quantity, &Exact),
        sections: u32,
        ph_decimals: u8,
    ) -> Result<(Self, Exact), CityIndexError> {
        let no_limit = CityIndexError::NoLimit { item, body };
        let bound = Standard::GB_3838_2002.limit(item, body, Class::III).ok_or(no_limit)?;
        let value = match bound {
            Bound::AtMost(limit) => exact_mean.checked_div(&Exact::from(limit))?.ok_or(no_limit)?,
            Bound::AtLeast(limit) => {
                let none = CityIndexError::NoOxygen { body };
                Exact::from(limit).checked_div(exact_mean)?.ok_or(none)?
            }
            Bound::Within(lower, upper) => {
                let index = StandardIndex::of_ph(mean.round(ph_decimals)?, lower, upper)?;
                Exact::from(Fraction::from(index))
            }
            Bound::Below(_) | Bound::Above(_) => return Err(no_limit),
        };
        Ok((Self { mean: *mean, sections, value: value.fraction()? }, value))
    }

    /// The mean over the sections, unrounded.
    #[must_use]
    pub const fn mean(&self) -> &Quantity {
        &self.mean
    }

    /// The number of sections or points that have a value of the item.
    #[must_use]
    pub const fn sections(&self) -> u32 {
        self.sections
    }

    /// The exact index of the mean.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }
}
