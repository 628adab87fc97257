//! Urban black-odorous water (城市黑臭水体): what was read at one time, and its grade.

use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::bound::Bound;
use crate::standard::rule::Rule;
use crate::standard::tables::black_odorous::{
    BlackOdorousIndicator, SHALLOW_CENTIMETRES, SHALLOW_PERCENT,
};

/// How black and odorous water is (黑臭级别); a greater grade is a worse one.
///
/// # Reference
/// 建城〔2015〕130号, table of grades (S): 轻度黑臭, 重度黑臭.
///
/// # Example
/// ```
/// use gb3838::black_odorous::BlackOdorousGrade;
///
/// assert!(BlackOdorousGrade::Heavy > BlackOdorousGrade::Light);
/// assert_eq!(BlackOdorousGrade::Light.name_zh(), "轻度黑臭");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum BlackOdorousGrade {
    /// Not black-odorous.
    None,
    /// Lightly (轻度黑臭).
    Light,
    /// Heavily (重度黑臭).
    Heavy,
}

impl BlackOdorousGrade {
    /// The name in data: `none`, `light`, `heavy`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Light => "light",
            Self::Heavy => "heavy",
        }
    }

    /// The Chinese words; the guide has none for water that is not black-odorous.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::None => "非黑臭",
            Self::Light => "轻度黑臭",
            Self::Heavy => "重度黑臭",
        }
    }
}

/// How far one sees into the water (透明度).
///
/// # Reference
/// 建城〔2015〕130号 (S); depth and bottom: one program (S).
///
/// # Example
/// ```
/// use gb3838::{Decimal, black_odorous::{BlackOdorousGrade, BlackOdorousReadings, Transparency}};
///
/// let grade = |transparency| {
///     let readings = BlackOdorousReadings { transparency: Some(transparency), ..Default::default() };
///     readings.grade()
/// };
/// let nine = Decimal::from_integer(9);
/// assert_eq!(grade(Transparency::Centimetres(nine))?, Some(BlackOdorousGrade::Heavy));
/// // In 20 cm of water the bound is 8 cm.
/// let shallow = Transparency::InDepth { centimetres: nine, depth_centimetres: 20.into() };
/// assert_eq!(grade(shallow)?, Some(BlackOdorousGrade::Light));
/// assert_eq!(grade(Transparency::ToTheBottom)?, Some(BlackOdorousGrade::None));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transparency {
    /// In cm, in water at least 25 cm deep, or of a depth not known.
    Centimetres(Decimal),
    /// In cm, in water of a known depth.
    InDepth {
        /// The transparency, in cm; as much as the depth, it reaches the bottom.
        centimetres: Decimal,
        /// The depth, in cm.
        depth_centimetres: Decimal,
    },
    /// Clear to the bottom (清澈见底), at whatever depth: not black-odorous.
    ToTheBottom,
}

/// What was read at one point at one time; what was not read is absent, never zero.
///
/// A result below its detection limit enters as half of the limit.
///
/// # Reference
/// 建城〔2015〕130号, table of grades (S).
///
/// # Example
/// ```
/// use gb3838::black_odorous::{BlackOdorousGrade, BlackOdorousReadings};
///
/// let readings = BlackOdorousReadings {
///     dissolved_oxygen: Some("1.5".parse()?),
///     redox_potential: Some("-201".parse()?),
///     ..Default::default()
/// };
/// assert_eq!(readings.grade()?, Some(BlackOdorousGrade::Heavy));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BlackOdorousReadings {
    /// The transparency, in cm.
    pub transparency: Option<Transparency>,
    /// Dissolved oxygen, in mg/L.
    pub dissolved_oxygen: Option<Decimal>,
    /// The oxidation-reduction potential, in mV.
    pub redox_potential: Option<Decimal>,
    /// Ammonia nitrogen, in mg/L.
    pub ammonia_nitrogen: Option<Decimal>,
}

/// A reading that cannot be, or counts that are too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BlackOdorousError {
    /// A negative transparency or concentration.
    #[error("{value} {} of {} cannot be: expected 0 or more", indicator.unit(), indicator.name_en())]
    Negative {
        /// What was read.
        indicator: BlackOdorousIndicator,
        /// The reading.
        value: Decimal,
    },
    /// A transparency beyond the bottom, or a depth that is not above 0.
    #[error(
        "a transparency of {centimetres} cm in {depth_centimetres} cm of water cannot be: expected a depth above 0 and no less"
    )]
    Depth {
        /// The transparency.
        centimetres: Decimal,
        /// The depth.
        depth_centimetres: Decimal,
    },
    /// An exact result or a count has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

impl BlackOdorousReadings {
    /// The value of an indicator; `None` where it was not read, or one sees the bottom.
    pub(crate) fn value(
        &self,
        indicator: BlackOdorousIndicator,
    ) -> Result<Option<Decimal>, BlackOdorousError> {
        let value = match indicator {
            BlackOdorousIndicator::Transparency => match self.transparency {
                Some(Transparency::Centimetres(centimetres)) => Some(centimetres),
                Some(Transparency::InDepth { centimetres, depth_centimetres }) => {
                    if depth_centimetres <= Decimal::ZERO || centimetres > depth_centimetres {
                        return Err(BlackOdorousError::Depth { centimetres, depth_centimetres });
                    }
                    Some(centimetres)
                }
                Some(Transparency::ToTheBottom) | None => None,
            },
            BlackOdorousIndicator::DissolvedOxygen => self.dissolved_oxygen,
            BlackOdorousIndicator::RedoxPotential => self.redox_potential,
            BlackOdorousIndicator::AmmoniaNitrogen => self.ammonia_nitrogen,
        };
        match value {
            Some(value)
                if value.is_negative() && indicator != BlackOdorousIndicator::RedoxPotential =>
            {
                Err(BlackOdorousError::Negative { indicator, value })
            }
            value => Ok(value),
        }
    }

    /// Whether one sees the bottom.
    pub(crate) fn is_clear_to_the_bottom(&self) -> bool {
        match self.transparency {
            Some(Transparency::ToTheBottom) => true,
            Some(Transparency::InDepth { centimetres, depth_centimetres }) => {
                centimetres == depth_centimetres
            }
            Some(Transparency::Centimetres(_)) | None => false,
        }
    }

    /// 40 % of the depth, where the water is known to be less than 25 cm deep.
    pub(crate) fn shallow_bound(&self) -> Result<Option<Fraction>, ExactOverflow> {
        match self.transparency {
            Some(Transparency::InDepth { depth_centimetres, .. })
                if depth_centimetres < SHALLOW_CENTIMETRES =>
            {
                let percent = Decimal::from_integer(SHALLOW_PERCENT).into();
                Fraction::from(depth_centimetres)
                    .checked_mul(&percent)?
                    .divided_by_count(100)
                    .map(Some)
            }
            _ => Ok(None),
        }
    }

    /// The grade of one indicator; `None` where it was not read.
    ///
    /// | | light | heavy |
    /// |---|---|---|
    /// | transparency, cm | 25–10 | < 10 |
    /// | dissolved oxygen, mg/L | 0.2–2.0 | < 0.2 |
    /// | oxidation-reduction potential, mV | −200–50 | < −200 |
    /// | ammonia nitrogen, mg/L | 8.0–15 | > 15 |
    ///
    /// The ranges include both ends, as printed. In water less than 25 cm deep, 40 % of the
    /// depth stand for 10 cm. One sees the bottom: the transparency is not black-odorous.
    ///
    /// # Errors
    /// For readings that cannot be.
    ///
    /// # Reference
    /// 建城〔2015〕130号, table of grades (S); the depth and the bottom: one program
    /// (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::black_odorous::{BlackOdorousGrade, BlackOdorousIndicator, BlackOdorousReadings};
    ///
    /// let ammonia = |text| -> Result<_, gb3838::Error> {
    ///     let ammonia_nitrogen = Some(gb3838::Decimal::parse(text)?);
    ///     let readings = BlackOdorousReadings { ammonia_nitrogen, ..Default::default() };
    ///     Ok(readings.grade_of(BlackOdorousIndicator::AmmoniaNitrogen)?)
    /// };
    /// assert_eq!(ammonia("7.9")?, Some(BlackOdorousGrade::None));
    /// // Some prints give 8 as the bound of the heavy grade. It is that of the light one.
    /// assert_eq!(ammonia("8.282")?, Some(BlackOdorousGrade::Light));
    /// assert_eq!(ammonia("15")?, Some(BlackOdorousGrade::Light));
    /// assert_eq!(ammonia("15.1")?, Some(BlackOdorousGrade::Heavy));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn grade_of(
        &self,
        indicator: BlackOdorousIndicator,
    ) -> Result<Option<BlackOdorousGrade>, BlackOdorousError> {
        let transparency = indicator == BlackOdorousIndicator::Transparency;
        let value = self.value(indicator)?;
        if transparency && self.is_clear_to_the_bottom() {
            return Ok(Some(BlackOdorousGrade::None));
        }
        let Some(value) = value else { return Ok(None) };
        let holds = |bound: Bound| bound.holds_where(|edge| value.compare(edge));
        let bounds = indicator.urban();
        let heavy = match self.shallow_bound()? {
            Some(bound) if transparency => Fraction::from(value) < bound,
            _ => holds(bounds.heavy()),
        };
        Ok(Some(if heavy {
            BlackOdorousGrade::Heavy
        } else if holds(bounds.light_or_heavy()) {
            BlackOdorousGrade::Light
        } else {
            BlackOdorousGrade::None
        }))
    }

    /// The grade of the worst indicator; `None` where nothing was read.
    ///
    /// # Errors
    /// For readings that cannot be.
    ///
    /// # Reference
    /// 建城〔2015〕130号 (S).
    pub fn grade(&self) -> Result<Option<BlackOdorousGrade>, BlackOdorousError> {
        let mut worst = None;
        for indicator in BlackOdorousIndicator::ALL {
            worst = worst.max(self.grade_of(indicator)?);
        }
        Ok(worst)
    }

    /// The rule behind its grades.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::BLACK_ODOROUS
    }
}
