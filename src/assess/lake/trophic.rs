//! The five parameters of the trophic level index, and the index of each alone.

use core::fmt;
use core::str::FromStr;

use crate::number::decimal::Decimal;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::item::Item;
use crate::standard::naming::grammar::{Vocabulary, exact_name};
use crate::standard::naming::quantity::Quantity;
use crate::standard::tables::trophic::TROPHIC;
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// A parameter of the trophic level index (综合营养状态指数).
///
/// Transparency and chlorophyll-a are no items of GB 3838-2002; the unit of each is fixed.
///
/// # Reference
/// 环办〔2011〕22号 (S), with the coefficients and correlations of 湖泊（水库）富营养化评价方法.
///
/// # Example
/// ```
/// use gb3838::lake::TrophicParameter;
///
/// assert_eq!("SD".parse(), Ok(TrophicParameter::Transparency));
/// assert_eq!(TrophicParameter::ChlorophyllA.unit(), "mg/m³");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum TrophicParameter {
    /// Chlorophyll-a (叶绿素a), in mg/m³ (the same number in µg/L).
    ChlorophyllA,
    /// Total phosphorus (总磷), in mg/L.
    TotalPhosphorus,
    /// Total nitrogen (总氮), in mg/L.
    TotalNitrogen,
    /// Transparency (透明度), in metres: not the centimetres of black-odorous water.
    Transparency,
    /// Permanganate index (高锰酸盐指数), in mg/L.
    PermanganateIndex,
}

impl TrophicParameter {
    /// The five in the order of print.
    pub const ALL: [Self; 5] = [
        Self::ChlorophyllA,
        Self::TotalPhosphorus,
        Self::TotalNitrogen,
        Self::Transparency,
        Self::PermanganateIndex,
    ];

    /// The parameter that a quantity of a table is, where it is one.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, lake::TrophicParameter, sheet::Quantity};
    ///
    /// let clear = TrophicParameter::of_quantity(Quantity::Transparency);
    /// assert_eq!(clear, Some(TrophicParameter::Transparency));
    /// assert_eq!(TrophicParameter::of_quantity(Quantity::Item(Item::Lead)), None);
    /// ```
    #[must_use]
    pub const fn of_quantity(quantity: Quantity) -> Option<Self> {
        match quantity {
            Quantity::ChlorophyllA => Some(Self::ChlorophyllA),
            Quantity::Transparency => Some(Self::Transparency),
            Quantity::Item(Item::TotalPhosphorus) => Some(Self::TotalPhosphorus),
            Quantity::Item(Item::TotalNitrogen) => Some(Self::TotalNitrogen),
            Quantity::Item(Item::PermanganateIndex) => Some(Self::PermanganateIndex),
            _ => None,
        }
    }

    /// The symbol: `chl-a`, `TP`, `TN`, `SD`, `CODMn`.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::ChlorophyllA => "chl-a",
            Self::TotalPhosphorus => "TP",
            Self::TotalNitrogen => "TN",
            Self::Transparency => "SD",
            Self::PermanganateIndex => "CODMn",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::ChlorophyllA => "叶绿素a",
            Self::TotalPhosphorus => "总磷",
            Self::TotalNitrogen => "总氮",
            Self::Transparency => "透明度",
            Self::PermanganateIndex => "高锰酸盐指数",
        }
    }

    /// The unit that its value must be in.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::ChlorophyllA => "mg/m³",
            Self::Transparency => "m",
            Self::TotalPhosphorus | Self::TotalNitrogen | Self::PermanganateIndex => "mg/L",
        }
    }

    /// The correlation rj of the parameter with chlorophyll-a.
    ///
    /// # Reference
    /// 湖泊（水库）富营养化评价方法, table of rij (S): 1, 0.84, 0.82, −0.83, 0.83.
    #[must_use]
    pub const fn correlation(self) -> Decimal {
        TROPHIC[self as usize].correlation
    }

    /// The index of this parameter alone, TLI(j).
    ///
    /// ```text
    /// TLI(chl-a) = 10 (2.5   + 1.086 ln chl-a)
    /// TLI(TP)    = 10 (9.436 + 1.624 ln TP)
    /// TLI(TN)    = 10 (5.453 + 1.694 ln TN)
    /// TLI(SD)    = 10 (5.118 − 1.94  ln SD)
    /// TLI(CODMn) = 10 (0.109 + 2.661 ln CODMn)
    /// ```
    /// The logarithm is the natural one, and a float; the value is exact until then. An index
    /// can be zero or negative: very clear water has one, and it is oligotrophic.
    ///
    /// # Errors
    /// [`TrophicError::NotPositive`] for a value of zero or less: it has no logarithm. A
    /// result below the detection limit enters as half of the limit
    /// ([`Reading::for_mean`](crate::Reading::for_mean)), never as zero.
    ///
    /// # Reference
    /// 湖泊（水库）富营养化评价方法 (S), named by 环办〔2011〕22号. Misprints in wide use: 9.463
    /// for 9.436 in a manual (0.27 more), 2.66 for 2.661 on a page.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, error::TrophicError, lake::TrophicParameter};
    ///
    /// let phosphorus = Decimal::parse("0.05")?.into();
    /// let index = TrophicParameter::TotalPhosphorus.index(&phosphorus)?;
    /// // 10 · (9.436 + 1.624 · ln 0.05) = 45.7093…
    /// assert!((index - 45.7093).abs() < 0.0001);
    /// let zero = TrophicParameter::TotalPhosphorus.index(&Decimal::ZERO.into());
    /// assert!(matches!(zero, Err(TrophicError::NotPositive { .. })));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[cfg(any(feature = "std", feature = "libm"))]
    pub fn index(self, value: &Fraction) -> Result<f64, TrophicError> {
        if value.is_zero() || value.is_negative() {
            let value = value.round_keeping_digit(6)?;
            return Err(TrophicError::NotPositive { parameter: self, value });
        }
        let (a, b) = TROPHIC[self as usize].coefficients;
        Ok(10.0 * (a + b * num_traits::Float::ln(value.to_f64())))
    }
}

impl fmt::Display for TrophicParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}

impl FromStr for TrophicParameter {
    type Err = UnknownNameError;

    /// Reads a name or symbol as tables write it; a unit beside it must be that of the value.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        exact_name(text, Vocabulary::SurfaceWater)
            .and_then(Self::of_quantity)
            .ok_or(UnknownNameError::new(text, NameKind::TrophicParameter))
    }
}

/// Why there is no trophic level index.
#[cfg(any(feature = "std", feature = "libm"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrophicError {
    /// A value of zero or less has no logarithm.
    #[error("{parameter} of {value} has no trophic level index: expected a value above 0")]
    NotPositive {
        /// The parameter.
        parameter: TrophicParameter,
        /// Its value, rounded to six decimals.
        value: Decimal,
    },
    /// Two values of one parameter.
    #[error("{parameter} has two values: expected one of each parameter")]
    Twice {
        /// The parameter.
        parameter: TrophicParameter,
    },
    /// None of the five has a value.
    #[error("no trophic level index of nothing: expected chl-a, TP, TN, SD or CODMn")]
    NoParameter,
    /// The weights need more room than there is; not reached with the printed correlations.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}
