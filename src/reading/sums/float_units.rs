//! From a float to the decimal that it names, as an integer: the fast way and its domain.
//!
//! `n = round(x · 10ᵖ)` is the decimal `n · 10⁻ᵖ` that the float x names when `n / 10ᵖ`, divided
//! as floats, gives x back and n < 2⁵⁰: then decimals of p places lie further apart than
//! floats, so no other decimal of p places gives x, and none with fewer digits does. Anything
//! else takes the slow way through the shortest text, which is exact as well.

use crate::number::decimal::power_of_ten;
use crate::standard::item::Item;

/// The greatest magnitude of a value in units that the fast way takes.
pub(crate) const GREATEST_UNITS: i64 = 1 << 50;

/// 3 · 2⁵¹: a float this large has no place after the point, so adding it rounds.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// Decimal places of the units in which an item is summed: the assessment decimals and six;
/// for pH those of the table of hydrogen ions.
pub(crate) const fn places(item: Item) -> u8 {
    match item {
        Item::Ph => 2,
        _ => item.assessment_decimals() + 6,
    }
}

/// The power of ten that the fast way multiplies values of an item by.
#[expect(clippy::cast_precision_loss, reason = "powers of ten up to 10¹¹ are floats")]
pub(crate) const fn power(item: Item) -> f64 {
    power_of_ten(places(item)) as f64
}

/// A value in units of a power of ten, and whether the inverse gives back the same float.
///
/// There is no branch, so that several are done at once. What [`is_in_domain`] refuses is not
/// exact; a power of NaN makes nothing exact.
#[inline(always)]
#[expect(
    clippy::float_cmp,
    clippy::cast_possible_wrap,
    reason = "the inverse must give back the same float; bits of a float as an integer"
)]
pub(crate) fn to_units(value: f64, power: f64) -> (i64, bool) {
    let shifted = value * power + ROUNDER;
    let exact = (shifted - ROUNDER) / power == value;
    ((shifted.to_bits().wrapping_sub(ROUNDER.to_bits())) as i64, exact)
}

/// Whether units, or the bits of several together, are from zero to below 2⁵⁰.
#[inline(always)]
pub(crate) const fn is_in_domain(units: i64) -> bool {
    0 <= units && units < GREATEST_UNITS
}
