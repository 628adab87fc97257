//! Units of the standard and exact conversion between mass concentrations.

use core::fmt;
use core::str::FromStr;

use crate::number::decimal::{Decimal, DecimalRangeError};
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// A unit of measurement.
///
/// # Example
/// ```
/// use gb3838::{Decimal, Unit};
///
/// let copper = Decimal::parse("2.5")?;
/// let in_limits_unit = Unit::MicrogramPerLitre.convert(copper, Unit::MilligramPerLitre)?;
/// assert_eq!(in_limits_unit.to_string(), "0.0025");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Degrees Celsius (℃).
    Celsius,
    /// No unit (无量纲): pH.
    Dimensionless,
    /// Grams per litre.
    GramPerLitre,
    /// Milligrams per litre, the unit of every limit that is a concentration.
    MilligramPerLitre,
    /// Micrograms per litre.
    MicrogramPerLitre,
    /// Nanograms per litre.
    NanogramPerLitre,
    /// Bacteria per litre (个/L).
    CountPerLitre,
}

/// Two units of different kinds, or a number too long for its new unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnitError {
    /// The units do not measure the same kind of thing.
    #[error("{value} {from} cannot be given in {to}: expected two units of the same kind")]
    NotConvertible {
        /// The value that was to be converted.
        value: Decimal,
        /// Its unit.
        from: Unit,
        /// The unit asked for.
        to: Unit,
    },
    /// The converted number has more digits than fit.
    #[error(transparent)]
    OutOfRange(#[from] DecimalRangeError),
}

impl Unit {
    /// The sign as printed.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Celsius => "℃",
            Self::Dimensionless => "",
            Self::GramPerLitre => "g/L",
            Self::MilligramPerLitre => "mg/L",
            Self::MicrogramPerLitre => "µg/L",
            Self::NanogramPerLitre => "ng/L",
            Self::CountPerLitre => "个/L",
        }
    }

    /// The power of ten of one unit, in grams per litre.
    const fn power_of_gram(self) -> Option<i8> {
        match self {
            Self::GramPerLitre => Some(0),
            Self::MilligramPerLitre => Some(-3),
            Self::MicrogramPerLitre => Some(-6),
            Self::NanogramPerLitre => Some(-9),
            Self::Celsius | Self::Dimensionless | Self::CountPerLitre => None,
        }
    }

    /// The same amount in another unit, exactly: the point moves, no digit changes.
    ///
    /// # Errors
    /// When the units measure different things, or the number has too many digits.
    pub const fn convert(self, value: Decimal, to: Self) -> Result<Decimal, UnitError> {
        let places = match (self.power_of_gram(), to.power_of_gram()) {
            (Some(from), Some(to)) => from - to,
            _ if self as u8 == to as u8 => 0,
            _ => return Err(UnitError::NotConvertible { value, from: self, to }),
        };
        match value.shift(places) {
            Ok(converted) => Ok(converted),
            Err(error) => Err(UnitError::OutOfRange(error)),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}

impl FromStr for Unit {
    type Err = UnknownNameError;

    /// Reads the printed sign, any case; micro as `µ` (either code point) or `u`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const NAMES: [(Unit, &[&str]); 7] = [
            (Unit::Celsius, &["℃", "°C", "celsius"]),
            (Unit::Dimensionless, &["", "dimensionless", "无量纲"]),
            (Unit::GramPerLitre, &["g/L"]),
            (Unit::MilligramPerLitre, &["mg/L", "毫克/升"]),
            (Unit::MicrogramPerLitre, &["µg/L", "μg/L", "ug/L", "微克/升"]),
            (Unit::NanogramPerLitre, &["ng/L", "纳克/升"]),
            (Unit::CountPerLitre, &["个/L", "count/L", "CFU/L", "MPN/L"]),
        ];
        let trimmed = text.trim();
        let named = |names: &&[&str]| names.iter().any(|name| trimmed.eq_ignore_ascii_case(name));
        NAMES
            .iter()
            .find(|(_, names)| named(names))
            .map(|(unit, _)| *unit)
            .ok_or(UnknownNameError::new(text, NameKind::Unit))
    }
}
