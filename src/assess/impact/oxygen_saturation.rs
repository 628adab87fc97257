//! Dissolved oxygen at saturation (饱和溶解氧) from temperature and salinity.

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::rule::Rule;
use crate::standard::tables::oxygen_saturation::{RIVER, SALINE_WATER};

/// The dissolved oxygen of saturated water, DOf, in mg/L, with the formula that gave it.
///
/// There are two formulas, and the caller names one: [`OxygenSaturation::of_river`] and
/// [`OxygenSaturation::of_saline_water`].
///
/// # Reference
/// HJ 2.3-2018, 水质指数法 (K).
///
/// # Example
/// ```
/// use gb3838::impact::OxygenSaturation;
///
/// let saturation = OxygenSaturation::of_river("23".parse()?)?;
/// assert_eq!(saturation.round(2)?.to_string(), "8.57");
/// assert_eq!(saturation.milligrams_per_litre().to_string(), "60/7");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "饱和溶解氧")]
pub struct OxygenSaturation {
    value: Fraction,
    formula: SaturationFormula,
}

/// Which formula gave an oxygen saturation, with what was put into it.
///
/// # Reference
/// HJ 2.3-2018, 水质指数法 (K).
///
/// # Example
/// ```
/// use gb3838::impact::{OxygenSaturation, SaturationFormula};
///
/// let temperature_celsius = "20".parse()?;
/// let saturation = OxygenSaturation::of_river(temperature_celsius)?;
/// assert_eq!(saturation.formula(), SaturationFormula::River { temperature_celsius });
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SaturationFormula {
    /// DOf = 468 / (31.6 + T).
    River {
        /// T, in ℃.
        temperature_celsius: Decimal,
    },
    /// DOf = (491 − 2.65 S) / (33.5 + T).
    SalineWater {
        /// T, in ℃.
        temperature_celsius: Decimal,
        /// S, practical salinity, no unit.
        salinity: Decimal,
    },
}

/// A temperature or salinity that the formulas of oxygen saturation do not hold for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OxygenSaturationError {
    /// The temperature makes the denominator zero or negative.
    #[error("no oxygen saturation at {temperature_celsius} ℃: expected more than −{lowest} ℃")]
    TooCold {
        /// The temperature.
        temperature_celsius: Decimal,
        /// The constant of the denominator.
        lowest: Decimal,
    },
    /// The salinity is negative, or so high that nothing dissolves.
    #[error(
        "no oxygen saturation at a salinity of {salinity}: expected one from 0 to below 491 / 2.65"
    )]
    Salinity {
        /// The salinity.
        salinity: Decimal,
    },
    /// The exact result has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

impl OxygenSaturation {
    /// The saturation in a river: DOf = 468 / (31.6 + T).
    ///
    /// # Errors
    /// At −31.6 ℃ and below.
    ///
    /// # Reference
    /// HJ 2.3-2018, 水质指数法 (K); the same in HJ/T 2.3-93 (S).
    pub fn of_river(temperature_celsius: Decimal) -> Result<Self, OxygenSaturationError> {
        let formula = SaturationFormula::River { temperature_celsius };
        Self::new(RIVER.numerator.into(), RIVER.offset, temperature_celsius, formula)
    }

    /// The saturation in lakes and reservoirs of high salinity, estuaries and the sea:
    /// DOf = (491 − 2.65 S) / (33.5 + T).
    ///
    /// For a freshwater lake the salinity is 0; the formula then differs from that of rivers
    /// by up to 2 % between 0 and 35 ℃.
    ///
    /// # Errors
    /// At −33.5 ℃ and below; for a negative salinity, and one of 491 / 2.65 or more.
    ///
    /// # Reference
    /// HJ 2.3-2018, 水质指数法 (K).
    ///
    /// # Example
    /// ```
    /// use gb3838::impact::OxygenSaturation;
    ///
    /// // (491 − 2.65 · 35) / (33.5 + 20) = 398.25 / 53.5
    /// let sea = OxygenSaturation::of_saline_water("20".parse()?, "35".parse()?)?;
    /// assert_eq!(sea.round(2)?.to_string(), "7.44");
    /// assert!(OxygenSaturation::of_saline_water("20".parse()?, "-1".parse()?).is_err());
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn of_saline_water(
        temperature_celsius: Decimal,
        salinity: Decimal,
    ) -> Result<Self, OxygenSaturationError> {
        let displaced = Fraction::from(SALINE_WATER.per_salinity).checked_mul(&salinity.into())?;
        let numerator = Fraction::from(SALINE_WATER.numerator).checked_sub(&displaced)?;
        if salinity.is_negative() || numerator.is_negative() || numerator.is_zero() {
            return Err(OxygenSaturationError::Salinity { salinity });
        }
        let formula = SaturationFormula::SalineWater { temperature_celsius, salinity };
        Self::new(numerator, SALINE_WATER.offset, temperature_celsius, formula)
    }

    /// `numerator / (offset + temperature)`.
    fn new(
        numerator: Fraction,
        offset: Decimal,
        temperature_celsius: Decimal,
        formula: SaturationFormula,
    ) -> Result<Self, OxygenSaturationError> {
        let denominator = Fraction::from(offset).checked_add(&temperature_celsius.into())?;
        let too_cold = OxygenSaturationError::TooCold { temperature_celsius, lowest: offset };
        if denominator.is_negative() {
            return Err(too_cold);
        }
        let value = numerator.checked_div(&denominator)?.ok_or(too_cold)?;
        Ok(Self { value, formula })
    }

    /// The exact saturation in mg/L.
    #[must_use]
    pub const fn milligrams_per_litre(&self) -> &Fraction {
        &self.value
    }

    /// The saturation in mg/L, rounded half to even, once.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.value.round_keeping_digit(decimals)
    }

    /// The formula, with temperature and salinity.
    #[must_use]
    pub const fn formula(&self) -> SaturationFormula {
        self.formula
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::OXYGEN_SATURATION
    }
}
