//! The rules in rational arithmetic on big integers: slow, shared with nobody, and held against
//! printed examples themselves.

use core::cmp::Ordering;

use gb3838::{Class, Decimal, Fraction};
use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;

/// The limits of one item and body, best class first.
#[derive(Debug)]
pub(crate) enum Limits {
    /// Upper bounds.
    AtMost([BigRational; 5]),
    /// Lower bounds.
    AtLeast([BigRational; 5]),
    /// One range for all classes.
    Within(BigRational, BigRational),
}

pub(crate) fn integer(number: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

/// `10ᵖˡᵃᶜᵉˢ`.
pub(crate) fn power_of_ten(places: u32) -> BigRational {
    BigRational::from_integer(BigInt::from(10).pow(places))
}

/// `units · 10⁻ˢᶜᵃˡᵉ`.
pub(crate) fn scaled(units: i64, scale: u8) -> BigRational {
    ratio(units, BigInt::from(10).pow(scale.into()))
}

/// A quotient of whole numbers.
pub(crate) fn ratio(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// The value of a decimal, from its two parts.
pub(crate) fn of(decimal: Decimal) -> BigRational {
    scaled(decimal.units(), decimal.scale())
}

/// The value of a fraction, from its printed form: its parts are nobody's business.
pub(crate) fn of_fraction(fraction: &Fraction) -> BigRational {
    let text = fraction.to_string();
    let (numerator, denominator) = text.split_once('/').unwrap_or((&text, "1"));
    ratio(numerator.parse::<BigInt>().unwrap(), denominator.parse::<BigInt>().unwrap())
}

/// Reads a printed number: digits, one point, an exponent.
pub(crate) fn parse(text: &str) -> BigRational {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: BigInt = format!("{whole}{places}").parse().expect("digits");
    let exponent: i32 = exponent.parse().expect("an exponent");
    let number =
        BigRational::from_integer(digits) / power_of_ten(u32::try_from(places.len()).unwrap());
    if exponent < 0 {
        number / power_of_ten(exponent.unsigned_abs())
    } else {
        number * power_of_ten(exponent.unsigned_abs())
    }
}

/// A number with a fixed count of places, as it would be printed.
pub(crate) fn print(value: &BigRational, places: u32) -> String {
    let units = value.numer() * BigInt::from(10).pow(places) / value.denom();
    let width = usize::try_from(places).unwrap();
    let mut digits = units.magnitude().to_string();
    while digits.len() <= width {
        digits.insert(0, '0');
    }
    if width > 0 {
        digits.insert(digits.len() - width, '.');
    }
    if units.sign() == Sign::Minus { format!("-{digits}") } else { digits }
}

pub(crate) fn is_zero(value: &BigRational) -> bool {
    *value == integer(0)
}

pub(crate) fn magnitude(value: &BigRational) -> BigRational {
    if *value < integer(0) { -value } else { value.clone() }
}

/// GB/T 8170: to the nearest, a half to the even neighbour, by magnitude.
///
/// By whole numbers: a quotient would be brought to lowest terms at each step.
pub(crate) fn half_even(value: &BigRational, places: u32) -> BigRational {
    let (sign, magnitude) = value.numer().clone().into_parts();
    let denominator = value.denom().magnitude();
    let unit = BigUint::from(10_u8).pow(places);
    let scaled = magnitude * &unit;
    let below = &scaled / denominator;
    let doubled_rest = (scaled - &below * denominator) * 2_u8;
    let is_up = match doubled_rest.cmp(denominator) {
        Ordering::Less => false,
        Ordering::Equal => below.bit(0),
        Ordering::Greater => true,
    };
    let units = if is_up { below + 1_u8 } else { below };
    ratio(BigInt::from_biguint(sign, units), unit)
}

/// 总站水字〔2018〕87号: a result of 0 keeps one significant digit. The value and the places
/// that it is printed with.
pub(crate) fn keeping_digit(value: &BigRational, places: u32) -> (BigRational, u32) {
    let rounded = half_even(value, places);
    if !is_zero(&rounded) || is_zero(value) {
        return (rounded, places);
    }
    let mut first = places + 1;
    while value.numer().magnitude() * BigUint::from(10_u8).pow(first) < *value.denom().magnitude() {
        first += 1;
    }
    let kept = half_even(value, first);
    // 0.0096 becomes 0.01, whose one significant digit stands a place earlier.
    if magnitude(&kept) == power_of_ten(1) / power_of_ten(first) {
        (kept, first - 1)
    } else {
        (kept, first)
    }
}

/// The best class whose limit holds for a value that has been rounded or not.
pub(crate) fn class(value: &BigRational, limits: &Limits) -> Class {
    let best = match limits {
        Limits::AtMost(five) => five.iter().position(|limit| value <= limit),
        Limits::AtLeast(five) => five.iter().position(|limit| value >= limit),
        Limits::Within(low, high) => (low <= value && value <= high).then_some(0),
    };
    best.map_or(Class::InferiorV, |index| Class::ALL[index])
}

/// Rounds first, then looks for the class.
pub(crate) fn class_rounded_first(value: &BigRational, limits: &Limits, places: u8) -> Class {
    class(&keeping_digit(value, places.into()).0, limits)
}
