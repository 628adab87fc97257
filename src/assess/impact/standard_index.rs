//! The standard index of impact assessment (水质指数): a value over its limit, by item.

use crate::assess::impact::oxygen_saturation::OxygenSaturation;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;

/// The exact standard index of one item; above 1 the item exceeds its limit.
///
/// Two forms of the index of dissolved oxygen are in use, and they differ widely, so each is
/// a function of its own: [`of_oxygen_2018`](Self::of_oxygen_2018) and
/// [`of_oxygen_1993`](Self::of_oxygen_1993). All other items are the same in both.
///
/// # Reference
/// HJ 2.3-2018, 水质指数法 (K); HJ/T 2.3-93 for its form of dissolved oxygen (S).
///
/// # Example
/// ```
/// use gb3838::impact::StandardIndex;
///
/// let index = StandardIndex::of_concentration("0.25".parse::<gb3838::Decimal>()?, "0.2".parse()?)?;
/// assert_eq!(index.round(2)?.to_string(), "1.25");
/// assert!(index.exceeds());
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "水质指数")]
#[doc(alias = "标准指数")]
pub struct StandardIndex {
    value: Fraction,
    form: StandardIndexForm,
}

/// Which formula gave a standard index.
///
/// # Reference
/// HJ 2.3-2018 (K), HJ/T 2.3-93 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum StandardIndexForm {
    /// S = C / Cs.
    Concentration,
    /// S = (7 − pH) / (7 − lower limit) up to 7, (pH − 7) / (upper limit − 7) above.
    Ph,
    /// Dissolved oxygen in the form of HJ 2.3-2018.
    Oxygen2018,
    /// Dissolved oxygen in the form of HJ/T 2.3-93.
    Oxygen1993,
}

impl StandardIndexForm {
    /// The rule behind it.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Concentration | Self::Ph | Self::Oxygen2018 => Rule::STANDARD_INDEX,
            Self::Oxygen1993 => Rule::OXYGEN_INDEX_1993,
        }
    }
}

/// A value or limit that has no standard index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StandardIndexError {
    /// The concentration is negative, or the pH outside its scale.
    #[error("{value} has no standard index: expected a concentration from 0, a pH from 0 to 14")]
    Impossible {
        /// The value.
        value: QuotedText,
    },
    /// The limit would be divided by, and is zero or negative.
    #[error("a limit of {limit} gives no standard index: expected one above 0")]
    LimitNotPositive {
        /// The limit.
        limit: Decimal,
    },
    /// Dissolved oxygen of zero, which the limit would be divided by.
    #[error("dissolved oxygen of 0 mg/L has no index against {limit}: expected more than 0")]
    NoOxygen {
        /// The limit, in mg/L.
        limit: Decimal,
    },
    /// The saturation is not above the limit: |DOf − DO| / (DOf − DOs) divides by zero, or
    /// would call any value met.
    #[error(
        "saturation of {saturation} mg/L gives no index against {limit}: expected one above the limit"
    )]
    SaturationNotAboveLimit {
        /// DOf, in mg/L.
        saturation: QuotedText,
        /// DOs, in mg/L.
        limit: Decimal,
    },
    /// A range of pH that does not lie around 7.
    #[error("the range of pH {lower}–{upper} gives no standard index: expected 7 inside it")]
    PhRange {
        /// The lower limit.
        lower: Decimal,
        /// The upper limit.
        upper: Decimal,
    },
    /// The exact result has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

const NEUTRAL: Decimal = Decimal::from_integer(7);
const GREATEST_PH: Decimal = Decimal::from_integer(14);

const fn positive(limit: Decimal) -> Result<(), StandardIndexError> {
    if limit.units() > 0 { Ok(()) } else { Err(StandardIndexError::LimitNotPositive { limit }) }
}

fn not_negative(value: &Fraction) -> Result<(), StandardIndexError> {
    if value.is_negative() {
        return Err(StandardIndexError::Impossible { value: value.quoted() });
    }
    Ok(())
}

impl StandardIndex {
    /// The index of a concentration with an upper limit: S = C / Cs.
    ///
    /// # Errors
    /// For a negative concentration, and a limit that is not above 0.
    ///
    /// # Reference
    /// HJ 2.3-2018, 水质指数法 (K).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, impact::StandardIndex};
    ///
    /// // A value equal to its limit meets it.
    /// let index = StandardIndex::of_concentration(Decimal::parse("20.0")?, "20".parse()?)?;
    /// assert!(!index.exceeds());
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn of_concentration(
        concentration: impl Into<Fraction>,
        limit: Decimal,
    ) -> Result<Self, StandardIndexError> {
        let concentration = concentration.into();
        not_negative(&concentration)?;
        positive(limit)?;
        let zero = StandardIndexError::LimitNotPositive { limit };
        let value = concentration.checked_div(&limit.into())?.ok_or(zero)?;
        Ok(Self { value, form: StandardIndexForm::Concentration })
    }

    /// The index of a pH: S = (7 − pH) / (7 − lower) up to 7, S = (pH − 7) / (upper − 7) above.
    ///
    /// A mean pH is no fraction: give it rounded, by [`Quantity::round`](crate::Quantity::round).
    ///
    /// # Errors
    /// For a pH outside 0 to 14, and a range that does not lie around 7.
    ///
    /// # Reference
    /// HJ 2.3-2018 and HJ/T 2.3-93, 水质指数法 (K).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, impact::StandardIndex};
    ///
    /// // The range 6–9 is not even about 7: pH 6 and pH 9 both have index 1.
    /// let index = |ph| StandardIndex::of_ph(ph, 6.into(), 9.into());
    /// assert_eq!(index(Decimal::parse("6.5")?)?.round(2)?.to_string(), "0.50");
    /// assert_eq!(index(Decimal::parse("8.5")?)?.round(2)?.to_string(), "0.75");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn of_ph(ph: Decimal, lower: Decimal, upper: Decimal) -> Result<Self, StandardIndexError> {
        let value = Fraction::from(ph);
        if ph.is_negative() || ph > GREATEST_PH {
            return Err(StandardIndexError::Impossible { value: value.quoted() });
        }
        let range = StandardIndexError::PhRange { lower, upper };
        if lower >= NEUTRAL || upper <= NEUTRAL {
            return Err(range);
        }
        let (neutral, limit) = (NEUTRAL.into(), if ph <= NEUTRAL { lower } else { upper });
        // Both differences have the same sign.
        let distance = value.checked_sub(&neutral)?;
        let allowed = Fraction::from(limit).checked_sub(&neutral)?;
        let value = distance.checked_div(&allowed)?.ok_or(range)?;
        Ok(Self { value, form: StandardIndexForm::Ph })
    }

    /// The index of dissolved oxygen in the form of HJ 2.3-2018.
    ///
    /// S = DOs / DO where DO ≤ DOf; S = |DOf − DO| / (DOf − DOs) where DO > DOf.
    ///
    /// # Errors
    /// For DO = 0 and less, a limit that is not above 0, and above saturation where the
    /// saturation is not above the limit: warm water cannot hold the 7.5 mg/L of class I.
    ///
    /// # Reference
    /// HJ 2.3-2018, 水质指数法 (K).
    ///
    /// # Example: the form of 1993 is not this one
    /// ```
    /// use gb3838::{Decimal, impact::{OxygenSaturation, StandardIndex, StandardIndexForm}};
    ///
    /// let saturation = OxygenSaturation::of_river("23".parse()?)?;
    /// let oxygen = Decimal::parse("4.5")?;
    /// let new = StandardIndex::of_oxygen_2018(oxygen, "6".parse()?, &saturation)?;
    /// let old = StandardIndex::of_oxygen_1993(oxygen, "6".parse()?, &saturation)?;
    /// assert_eq!(new.round(2)?.to_string(), "1.33");
    /// // Reports that print 3.25 and name HJ 2.3-2018 have used the form of 1993.
    /// assert_eq!(old.round(2)?.to_string(), "3.25");
    /// assert_eq!(old.form(), StandardIndexForm::Oxygen1993);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn of_oxygen_2018(
        oxygen: impl Into<Fraction>,
        limit: Decimal,
        saturation: &OxygenSaturation,
    ) -> Result<Self, StandardIndexError> {
        let oxygen = oxygen.into();
        not_negative(&oxygen)?;
        positive(limit)?;
        let value = if oxygen <= *saturation.milligrams_per_litre() {
            let none = StandardIndexError::NoOxygen { limit };
            Fraction::from(limit).checked_div(&oxygen)?.ok_or(none)?
        } else {
            distance_from_saturation(&oxygen, limit, saturation)?
        };
        Ok(Self { value, form: StandardIndexForm::Oxygen2018 })
    }

    /// The index of dissolved oxygen in the form of HJ/T 2.3-93, still in wide use.
    ///
    /// S = |DOf − DO| / (DOf − DOs) where DO ≥ DOs; S = 10 − 9 DO / DOs where DO < DOs.
    ///
    /// # Errors
    /// For a negative concentration, a limit that is not above 0, and where DO ≥ DOs while
    /// the saturation is not above the limit. DO = 0 has the index 10.
    ///
    /// # Reference
    /// HJ/T 2.3-93, 标准指数法 (S); replaced by HJ 2.3-2018.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, impact::{OxygenSaturation, StandardIndex}};
    ///
    /// let saturation = OxygenSaturation::of_river("23".parse()?)?;
    /// let index = StandardIndex::of_oxygen_1993(Decimal::parse("6.5")?, "5".parse()?, &saturation)?;
    /// assert_eq!(index.round(2)?.to_string(), "0.58");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn of_oxygen_1993(
        oxygen: impl Into<Fraction>,
        limit: Decimal,
        saturation: &OxygenSaturation,
    ) -> Result<Self, StandardIndexError> {
        const GREATEST: Decimal = Decimal::from_integer(10);
        const SLOPE: Decimal = Decimal::from_integer(9);
        let oxygen = oxygen.into();
        not_negative(&oxygen)?;
        positive(limit)?;
        let value = if oxygen.compare(limit).is_ge() {
            distance_from_saturation(&oxygen, limit, saturation)?
        } else {
            let zero = StandardIndexError::LimitNotPositive { limit };
            let share = oxygen.checked_div(&limit.into())?.ok_or(zero)?;
            Fraction::from(GREATEST).checked_sub(&share.checked_mul(&SLOPE.into())?)?
        };
        Ok(Self { value, form: StandardIndexForm::Oxygen1993 })
    }

    /// The exact index.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The index rounded half to even, once; a result of zero keeps one digit.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.value.round_keeping_digit(decimals)
    }

    /// Whether the item exceeds its limit: the exact index is above 1.
    #[must_use]
    pub fn exceeds(&self) -> bool {
        self.value.compare(Decimal::from_integer(1)).is_gt()
    }

    /// The formula that gave it.
    #[must_use]
    pub const fn form(&self) -> StandardIndexForm {
        self.form
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.form.rule()
    }
}

/// |DOf − DO| / (DOf − DOs).
fn distance_from_saturation(
    oxygen: &Fraction,
    limit: Decimal,
    saturation: &OxygenSaturation,
) -> Result<Fraction, StandardIndexError> {
    let full = saturation.milligrams_per_litre();
    let too_low = StandardIndexError::SaturationNotAboveLimit { saturation: full.quoted(), limit };
    let allowed = full.checked_sub(&limit.into())?;
    if allowed.is_negative() {
        return Err(too_low);
    }
    let (greater, lesser) = if oxygen > full { (oxygen, full) } else { (full, oxygen) };
    greater.checked_sub(lesser)?.checked_div(&allowed)?.ok_or(too_low)
}

impl From<StandardIndex> for Fraction {
    fn from(index: StandardIndex) -> Self {
        index.value
    }
}
