//! The rules in rational arithmetic on big integers: slow, obvious, shared with nobody.

use gb3838::{Class, Decimal, Fraction};
use num_bigint::{BigInt, Sign};
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
    integer(units) / power_of_ten(scale.into())
}

/// The value of a decimal, from its two parts.
pub(crate) fn of(decimal: Decimal) -> BigRational {
    scaled(decimal.units(), decimal.scale())
}

/// The value of a fraction, from its printed form: its parts are nobody's business.
pub(crate) fn of_fraction(fraction: &Fraction) -> BigRational {
    let text = fraction.to_string();
    let (numerator, denominator) = text.split_once('/').unwrap_or((&text, "1"));
    BigRational::new(numerator.parse().unwrap(), denominator.parse().unwrap())
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
    let units = (value * power_of_ten(places)).to_integer();
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
pub(crate) fn half_even(value: &BigRational, places: u32) -> BigRational {
    let scaled = magnitude(value) * power_of_ten(places);
    let below = scaled.floor();
    let doubled_rest = (&scaled - &below) * integer(2);
    let odd = &below.to_integer() % 2 != BigInt::from(0);
    let up = doubled_rest > integer(1) || (doubled_rest == integer(1) && odd);
    let rounded = if up { below + integer(1) } else { below } / power_of_ten(places);
    if *value < integer(0) { -rounded } else { rounded }
}

/// 总站水字〔2018〕87号: a result of 0 keeps one significant digit. The value and the places
/// that it is printed with.
pub(crate) fn keeping_digit(value: &BigRational, places: u32) -> (BigRational, u32) {
    let rounded = half_even(value, places);
    if !is_zero(&rounded) || is_zero(value) {
        return (rounded, places);
    }
    let mut first = places + 1;
    while magnitude(value) * power_of_ten(first) < integer(1) {
        first += 1;
    }
    let kept = half_even(value, first);
    // 0.0096 becomes 0.01, whose one significant digit stands a place earlier.
    if magnitude(&kept) * power_of_ten(first) == integer(10) {
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
