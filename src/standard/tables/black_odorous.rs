//! The bounds of black-odorous water, urban and rural, as printed.

use crate::number::decimal::Decimal;
use crate::standard::bound::Bound;
use crate::standard::tables::gb3838_2002::printed;

/// What black-odorous water is known by.
///
/// # Reference
/// 建城〔2015〕130号, table of grades (S).
///
/// # Example
/// ```
/// use gb3838::black_odorous::BlackOdorousIndicator;
///
/// assert_eq!(BlackOdorousIndicator::RedoxPotential.unit(), "mV");
/// assert_eq!(BlackOdorousIndicator::ALL.len(), 4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum BlackOdorousIndicator {
    /// Transparency (透明度), cm.
    Transparency,
    /// Dissolved oxygen (溶解氧), mg/L.
    DissolvedOxygen,
    /// Oxidation-reduction potential (氧化还原电位), mV.
    RedoxPotential,
    /// Ammonia nitrogen (氨氮), mg/L.
    AmmoniaNitrogen,
}

impl BlackOdorousIndicator {
    /// The four, in printed order.
    pub const ALL: [Self; 4] =
        [Self::Transparency, Self::DissolvedOxygen, Self::RedoxPotential, Self::AmmoniaNitrogen];

    /// The printed Chinese name.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Transparency => "透明度",
            Self::DissolvedOxygen => "溶解氧",
            Self::RedoxPotential => "氧化还原电位",
            Self::AmmoniaNitrogen => "氨氮",
        }
    }

    /// The English name.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Transparency => "transparency",
            Self::DissolvedOxygen => "dissolved oxygen",
            Self::RedoxPotential => "oxidation-reduction potential",
            Self::AmmoniaNitrogen => "ammonia nitrogen",
        }
    }

    /// The printed unit.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Transparency => "cm",
            Self::DissolvedOxygen | Self::AmmoniaNitrogen => "mg/L",
            Self::RedoxPotential => "mV",
        }
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The bounds of the urban grades.
    pub(crate) const fn urban(self) -> UrbanBounds {
        match self {
            Self::Transparency => TRANSPARENCY,
            Self::DissolvedOxygen => DISSOLVED_OXYGEN,
            Self::RedoxPotential => REDOX_POTENTIAL,
            Self::AmmoniaNitrogen => AMMONIA_NITROGEN,
        }
    }

    /// What makes rural water black-odorous; `None` for what it is not known by.
    pub(crate) const fn rural(self) -> Option<Bound> {
        match self {
            Self::Transparency => Some(Bound::Below(printed("25"))),
            Self::DissolvedOxygen => Some(Bound::Below(printed("2"))),
            Self::AmmoniaNitrogen => Some(Bound::Above(printed("15"))),
            Self::RedoxPotential => None,
        }
    }
}

/// The light range of an indicator, both ends included, and on which side of it heavy begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UrbanBounds {
    light: (Decimal, Decimal),
    heavy: Heavy,
}

#[derive(Clone, Copy, Debug)]
enum Heavy {
    Below,
    Above,
}

const fn heavy_below(low: &str, high: &str) -> UrbanBounds {
    UrbanBounds { light: (printed(low), printed(high)), heavy: Heavy::Below }
}

const fn heavy_above(low: &str, high: &str) -> UrbanBounds {
    UrbanBounds { light: (printed(low), printed(high)), heavy: Heavy::Above }
}

//                                                        light      heavy
#[rustfmt::skip]
const TRANSPARENCY: UrbanBounds      = heavy_below("10",   "25"); // 25–10*     < 10*
#[rustfmt::skip]
const DISSOLVED_OXYGEN: UrbanBounds  = heavy_below("0.2",  "2.0"); // 0.2–2.0    < 0.2
#[rustfmt::skip]
const REDOX_POTENTIAL: UrbanBounds   = heavy_below("-200", "50"); // −200–50    < −200
#[rustfmt::skip]
const AMMONIA_NITROGEN: UrbanBounds  = heavy_above("8.0",  "15"); // 8.0–15     > 15

/// *: in water less than 25 cm deep, 40 % of the depth stand for 10 cm.
pub(crate) const SHALLOW_CENTIMETRES: Decimal = printed("25");
pub(crate) const SHALLOW_PERCENT: i64 = 40;

/// A point is heavy when one indicator has so many percent of its readings heavy, …
pub(crate) const HEAVY_READINGS_OF_ONE_PERCENT: u32 = 60;
/// … or when two or more have so many.
pub(crate) const HEAVY_READINGS_OF_TWO_PERCENT: u32 = 30;
/// A whole body is heavy when so many percent of its points are.
pub(crate) const HEAVY_POINTS_PERCENT: u32 = 60;
/// So many consecutive heavy points make the stretch between them heavy.
pub(crate) const CONSECUTIVE_POINTS: usize = 3;

impl UrbanBounds {
    /// The bound of the heavy grade.
    pub(crate) const fn heavy(&self) -> Bound {
        match self.heavy {
            Heavy::Below => Bound::Below(self.light.0),
            Heavy::Above => Bound::Above(self.light.1),
        }
    }

    /// The bound of what is light or heavy.
    pub(crate) const fn light_or_heavy(&self) -> Bound {
        match self.heavy {
            Heavy::Below => Bound::AtMost(self.light.1),
            Heavy::Above => Bound::AtLeast(self.light.0),
        }
    }
}
