//! From a float to the decimal that it names, as an integer: the fast way and its domain.
//!
//! `n = round(x · 10ᵖ)` is the decimal `n · 10⁻ᵖ` that the float x names when `n / 10ᵖ`, divided
//! as floats, gives x back and |n| ≤ 2⁵⁰: then decimals of p places lie further apart than
//! floats, so no other decimal of p places gives x, and none with fewer digits does. Anything
//! else takes the slow way through the shortest text, which is exact as well.

use crate::standard::item::Item;

/// The greatest magnitude of a value in units that the fast way takes.
pub(crate) const GREATEST_UNITS: i64 = 1 << 50;

/// 3 · 2⁵¹: a float this large has no place after the point, so adding it rounds.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// Places that a pH of the table of hydrogen ions has.
pub(crate) const PH_PLACES: u8 = 3;

/// Decimal places of the units in which an item is summed: the assessment decimals and six.
pub(crate) const fn places(item: Item) -> u8 {
    match item {
        Item::Ph => PH_PLACES,
        _ => item.assessment_decimals() + 6,
    }
}

/// The range of the fast way for one item, and its power of ten.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Domain {
    power: f64,
    least: f64,
    most: f64,
}

impl Domain {
    /// A domain without values.
    pub(crate) const EMPTY: Self = Self { power: 1.0, least: f64::INFINITY, most: -1.0 };

    /// The possible values of an item that are not too great.
    #[expect(clippy::cast_precision_loss, reason = "2⁵⁰ and powers of ten up to 10¹¹ are floats")]
    pub(crate) fn of(item: Item) -> Self {
        let power = crate::number::decimal::power_of_ten(places(item)) as f64;
        // A little less, so that the division cannot let too great a value in.
        let most = (GREATEST_UNITS - 2) as f64 / power;
        match item {
            Item::Ph => Self { power, least: 0.0, most: 14.0 },
            Item::WaterTemperature => Self { power, least: -most, most },
            _ => Self { power, least: 0.0, most },
        }
    }

    /// The value in units, and whether that is exact; outside the domain it is no value.
    #[inline(always)]
    #[expect(
        clippy::float_cmp,
        clippy::cast_possible_wrap,
        reason = "the inverse must give back the same float; bits of a float as an integer"
    )]
    pub(crate) fn units(&self, value: f64) -> (i64, bool) {
        let shifted = value * self.power + ROUNDER;
        let whole = shifted - ROUNDER;
        let exact = (whole / self.power == value) & (value >= self.least) & (value <= self.most);
        ((shifted.to_bits().wrapping_sub(ROUNDER.to_bits())) as i64, exact)
    }
}
