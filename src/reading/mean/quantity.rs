//! The exact number that is compared with limits: plain, or the pH of a mean.

use core::cmp::Ordering;

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::ph::{compare_ph, round_ph};
use crate::standard::item::Item;

/// An exact value: a single number or mean, or the mean pH of hydrogen-ion concentrations.
///
/// # Example
/// ```
/// use gb3838::{Decimal, Quantity};
///
/// let value = Quantity::from(Decimal::parse("1.005")?);
/// assert_eq!(value.round(2)?.to_string(), "1.00");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Quantity(Form);

#[derive(Clone, Copy, Debug)]
enum Form {
    /// A number as it was read: most values are one, and compare in few steps.
    Decimal(Decimal),
    Number(Fraction),
    /// A mean of hydrogen ions in units of 2⁻¹¹² mol/L.
    HydrogenIons(Fraction),
}

impl Quantity {
    pub(crate) const fn from_hydrogen_ions(mean: Fraction) -> Self {
        Self(Form::HydrogenIons(mean))
    }

    /// The quantity of an item, from the mean of its values or of their hydrogen ions.
    pub(crate) fn of_item(item: Item, mean: Fraction) -> Self {
        if item == Item::Ph { Self::from_hydrogen_ions(mean) } else { Self::from(mean) }
    }

    /// Compares with a printed number: exactly, or within the guard of a pH mean.
    #[must_use]
    pub fn compare(&self, printed: Decimal) -> Ordering {
        match &self.0 {
            Form::Decimal(number) => number.compare(printed),
            Form::Number(number) => number.compare(printed),
            Form::HydrogenIons(mean) => compare_ph(mean, printed),
        }
    }

    /// Rounds half to even, once; a result of zero keeps one significant digit.
    ///
    /// # Errors
    /// [`ExactOverflow`] when the result does not fit a [`Decimal`], and for more than 12
    /// decimals of a mean pH.
    ///
    /// # Reference
    /// GB/T 8170-2008, 3.2; 总站水字〔2018〕87号 (S).
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        match &self.0 {
            Form::Decimal(number) => Fraction::from(*number).round_keeping_digit(decimals),
            Form::Number(number) => number.round_keeping_digit(decimals),
            Form::HydrogenIons(mean) => round_ph(mean, decimals),
        }
    }

    /// The exact fraction; a mean pH is no fraction.
    #[must_use]
    pub fn exact(&self) -> Option<Fraction> {
        match &self.0 {
            Form::Decimal(number) => Some(Fraction::from(*number)),
            Form::Number(number) => Some(*number),
            Form::HydrogenIons(_) => None,
        }
    }

    /// The mean of hydrogen ions in units of 2⁻¹¹² mol/L, where it is one.
    pub(crate) const fn hydrogen_ions(&self) -> Option<&Fraction> {
        match &self.0 {
            Form::Decimal(_) | Form::Number(_) => None,
            Form::HydrogenIons(mean) => Some(mean),
        }
    }

    /// The number as a decimal: all its digits where twelve decimals hold them, and otherwise
    /// rounded to as many; `None` where it has no room.
    #[must_use]
    pub fn to_decimal(&self) -> Option<Decimal> {
        let at = |decimals| self.round(decimals).ok();
        let whole = |decimals| {
            at(decimals).filter(|it| self.hydrogen_ions().is_none() && self.compare(*it).is_eq())
        };
        (0..=12).find_map(whole).or_else(|| at(12))
    }

    /// A nearby float.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Form::Decimal(number) => Fraction::from(*number).to_f64(),
            Form::Number(number) => number.to_f64(),
            Form::HydrogenIons(mean) => crate::reading::mean::ph::ph_to_f64(mean),
        }
    }
}

/// Equal values are equal, whichever way they came: `1.5` and the mean of 1 and 2.
impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Form::Decimal(one), Form::Decimal(other)) => one == other,
            (Form::HydrogenIons(one), Form::HydrogenIons(other)) => one == other,
            _ => self.exact().is_some_and(|exact| other.exact() == Some(exact)),
        }
    }
}

impl Eq for Quantity {}

impl From<Decimal> for Quantity {
    fn from(value: Decimal) -> Self {
        Self(Form::Decimal(value))
    }
}

impl From<Fraction> for Quantity {
    fn from(value: Fraction) -> Self {
        Self(Form::Number(value))
    }
}
