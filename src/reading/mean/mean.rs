//! The mean of a period: exact, with what went into it.

use core::fmt;

use crate::number::decimal::Decimal;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::Missing;
use crate::reading::time::period::{Averaging, Sufficiency};
use crate::standard::item::Item;
use crate::text::padded::padded;

/// The mean of one item over a period, with its counts and its sufficiency.
///
/// It is made by [`Series::mean`](crate::Series::mean). No rounding happens on the way; the
/// value is rounded once, where it is compared or printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    pub(crate) item: Item,
    pub(crate) value: Quantity,
    pub(crate) count: u32,
    pub(crate) below: u32,
    pub(crate) missing: [u32; Missing::ALL.len()],
    pub(crate) months: u32,
    pub(crate) points: u32,
    pub(crate) extremes: (Decimal, Decimal),
    pub(crate) greatest_detection_limit: Option<Decimal>,
    pub(crate) averaging: Averaging,
    pub(crate) sufficiency: Sufficiency,
}

/// What is printed for a mean below the detection limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BelowLimitPrint {
    /// The limit with the letter L, as laboratories print it (F).
    LimitWithLetter,
    /// The mean itself, as station reports print it (F): 0.0025 below a limit of 0.005.
    Value,
}

/// A mean as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintedMean {
    /// The rounded mean.
    Value(Decimal),
    /// The detection limit that the mean is below.
    Below(Decimal),
}

impl fmt::Display for PrintedMean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => fmt::Display::fmt(value, f),
            Self::Below(limit) => padded(f, fmt::Alignment::Right, |out| write!(out, "{limit}L")),
        }
    }
}

impl Mean {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The exact value.
    #[must_use]
    pub const fn value(&self) -> &Quantity {
        &self.value
    }

    /// The value rounded half to even, once.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.value.round(decimals)
    }

    /// The mean as printed; below the greatest detection limit it can show that limit.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    ///
    /// # Reference
    /// Published tables print "limit + L" (F); the station report of 海门湾 prints half (F).
    pub fn printed(
        &self,
        decimals: u8,
        below_limit: BelowLimitPrint,
    ) -> Result<PrintedMean, ExactOverflow> {
        match (below_limit, self.greatest_detection_limit) {
            (BelowLimitPrint::LimitWithLetter, Some(limit))
                if self.value.compare(limit).is_lt() =>
            {
                Ok(PrintedMean::Below(limit))
            }
            _ => self.round(decimals).map(PrintedMean::Value),
        }
    }

    /// The number of values, those below the detection limit included.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// How many of them were below the detection limit.
    #[must_use]
    pub const fn below_count(&self) -> u32 {
        self.below
    }

    /// The greatest detection limit, where all values were below one: such a mean proves no
    /// exceedance.
    ///
    /// # Reference
    /// Ours: a mean with values in it is classed by its value.
    #[must_use]
    pub fn detection_limit(&self) -> Option<Decimal> {
        self.greatest_detection_limit.filter(|_| self.below == self.count)
    }

    /// The number of readings without a value.
    #[must_use]
    pub fn missing_count(&self) -> u32 {
        self.missing.iter().sum()
    }

    /// The readings without a value, for each reason that occurred.
    pub fn missing_by_reason(&self) -> impl Iterator<Item = (Missing, u32)> + '_ {
        Missing::ALL.into_iter().zip(self.missing).filter(|(_, count)| *count > 0)
    }

    /// The number of months with a value; of the point with the fewest, where there are several.
    #[must_use]
    pub const fn months(&self) -> u32 {
        self.months
    }

    /// The number of points with a value; 1 for a river section.
    #[must_use]
    pub const fn points(&self) -> u32 {
        self.points
    }

    /// The least value; half the detection limit counts.
    #[must_use]
    pub const fn least(&self) -> Decimal {
        self.extremes.0
    }

    /// The greatest value; half the detection limit counts.
    #[must_use]
    pub const fn greatest(&self) -> Decimal {
        self.extremes.1
    }

    /// The order of averaging that was used.
    #[must_use]
    pub const fn averaging(&self) -> Averaging {
        self.averaging
    }

    /// Whether it rests on enough samples.
    #[must_use]
    pub const fn sufficiency(&self) -> Sufficiency {
        self.sufficiency
    }

    /// A nearby float.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.value.to_f64()
    }
}
