//! The constants of the two formulas of oxygen saturation, as HJ 2.3-2018 prints them (K).

use crate::number::decimal::Decimal;
use crate::standard::tables::gb3838_2002::printed;

/// DOf = numerator / (offset + T).
pub(crate) struct River {
    pub(crate) numerator: Decimal,
    pub(crate) offset: Decimal,
}

/// DOf = (numerator − per salinity · S) / (offset + T).
pub(crate) struct SalineWater {
    pub(crate) numerator: Decimal,
    pub(crate) per_salinity: Decimal,
    pub(crate) offset: Decimal,
}

/// DOf = 468 / (31.6 + T), in mg/L at T in ℃.
pub(crate) const RIVER: River = River { numerator: printed("468"), offset: printed("31.6") };

/// DOf = (491 − 2.65 S) / (33.5 + T), in mg/L at T in ℃ and practical salinity S.
pub(crate) const SALINE_WATER: SalineWater = SalineWater {
    numerator: printed("491"),
    per_salinity: printed("2.65"),
    offset: printed("33.5"),
};
