//! Units as tables spell them: what is measured, and which power of ten.

use core::fmt;

use crate::standard::unit::Unit;
use crate::text::padded::padded;

/// What kind of unit a column is in.
///
/// # Reference
/// Ours: the kinds that occur in the units of GB 3838-2002, GB/T 14848-2017 and 环办〔2011〕22号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Measure {
    /// A mass in a volume; power 0 is g/L.
    Mass,
    /// A number of organisms in a volume; power 0 is one in a litre.
    Count,
    /// A length; power 0 is a metre.
    Length,
    /// Degrees Celsius.
    Temperature,
    /// No unit: pH, words.
    Dimensionless,
    /// Units of turbidity, NTU.
    Turbidity,
    /// Degrees of colour on the platinum-cobalt scale.
    Colour,
    /// Degrees, of colour or of temperature.
    Degree,
    /// Decays in a second and a volume; power 0 is Bq/L.
    Activity,
    /// A share in percent, as a saturation is.
    Percent,
    /// A unit that no item is given in: ppm, mmol/L, mg/kg, µS/cm.
    Other,
}

/// A unit as a heading or a cell spells it.
///
/// # Reference
/// Ours: spellings of units in published tables (F).
///
/// # Example
/// ```
/// use gb3838::sheet::SpelledUnit;
///
/// let micrograms: SpelledUnit = "μg·L⁻¹".parse()?;
/// let milligrams: SpelledUnit = "毫克/升".parse()?;
/// assert_eq!(micrograms.power_to(milligrams), Some(-3));
/// assert_eq!("mg/m³".parse(), Ok(micrograms));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SpelledUnit {
    pub(crate) measure: Measure,
    pub(crate) power: i8,
}

impl SpelledUnit {
    pub(crate) const fn new(measure: Measure, power: i8) -> Self {
        Self { measure, power }
    }

    /// What it measures.
    #[must_use]
    pub const fn measure(self) -> Measure {
        self.measure
    }

    /// The power of ten that a number in this unit is multiplied with to be in the other;
    /// `None` where they do not measure the same.
    #[must_use]
    pub fn power_to(self, other: Self) -> Option<i8> {
        self.fits(other.measure).then(|| self.power - other.power)
    }

    /// Whether a number in this unit can be one of that kind.
    fn fits(self, measure: Measure) -> bool {
        self.measure == measure
            || (self.measure == Measure::Degree
                && matches!(measure, Measure::Colour | Measure::Temperature))
    }
}

impl From<Unit> for SpelledUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Celsius => Self::new(Measure::Temperature, 0),
            Unit::Dimensionless => Self::new(Measure::Dimensionless, 0),
            Unit::GramPerLitre => Self::new(Measure::Mass, 0),
            Unit::MilligramPerLitre => Self::new(Measure::Mass, -3),
            Unit::MicrogramPerLitre => Self::new(Measure::Mass, -6),
            Unit::NanogramPerLitre => Self::new(Measure::Mass, -9),
            Unit::CountPerLitre => Self::new(Measure::Count, 0),
        }
    }
}

/// A unit that has no sign of its own.
fn power_of(f: &mut fmt::Formatter<'_>, power: i8, unit: &str) -> fmt::Result {
    padded(f, fmt::Alignment::Left, |out| write!(out, "10^{power} {unit}"))
}

impl fmt::Display for SpelledUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match (self.measure, self.power) {
            (Measure::Mass, 3) => "kg/L",
            (Measure::Mass, 0) => "g/L",
            (Measure::Mass, -3) => "mg/L",
            (Measure::Mass, -6) => "µg/L",
            (Measure::Mass, -9) => "ng/L",
            (Measure::Mass, -12) => "pg/L",
            (Measure::Count, 0) => "个/L",
            (Measure::Count, 1) => "个/100mL",
            (Measure::Count, 3) => "个/mL",
            (Measure::Length, 0) => "m",
            (Measure::Length, -1) => "dm",
            (Measure::Length, -2) => "cm",
            (Measure::Length, -3) => "mm",
            (Measure::Temperature, _) => "℃",
            (Measure::Dimensionless, _) => "",
            (Measure::Turbidity, _) => "NTU",
            (Measure::Colour | Measure::Degree, _) => "度",
            (Measure::Activity, 0) => "Bq/L",
            (Measure::Percent, _) => "%",
            (Measure::Other, _) => "another unit",
            (Measure::Mass, power) => return power_of(f, power, "g/L"),
            (Measure::Count, power) => return power_of(f, power, "个/L"),
            (Measure::Length, power) => return power_of(f, power, "m"),
            (Measure::Activity, power) => return power_of(f, power, "Bq/L"),
        };
        f.pad(sign)
    }
}
