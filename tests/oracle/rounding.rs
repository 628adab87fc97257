//! GB/T 8170 rounding of decimals and fractions, examples in print and random values.

use gb3838::{Decimal, Fraction};
use num_rational::BigRational;

use crate::random::Random;
use crate::rational::{
    half_even, integer, keeping_digit, magnitude, of, power_of_ten, print, ratio,
};

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// Printed examples: value, places, result.
const PLAIN: [(&str, u8, &str); 9] = [
    ("12.1498", 0, "12"),
    ("10.5002", 0, "11"),
    ("1.050", 1, "1.0"),
    ("0.35", 1, "0.4"),
    ("-0.0365", 3, "-0.036"),
    ("8.53459", 2, "8.53"),
    ("4.95", 1, "5.0"),
    ("1.005", 2, "1.00"),
    ("0.575", 2, "0.58"),
];

/// Printed examples where a result of 0 keeps one significant digit, or need not.
const KEEPING: [(&str, u8, &str); 9] = [
    ("0.0003", 3, "0.0003"),
    ("0.00005", 3, "0.00005"),
    ("0.0006", 3, "0.001"),
    ("0.0035", 3, "0.004"),
    ("0.0045", 3, "0.004"),
    ("-0.0003", 3, "-0.0003"),
    ("0", 3, "0.000"),
    // The digit that is kept may be carried to the place before.
    ("0.0096", 1, "0.01"),
    ("-0.00096", 2, "-0.001"),
];

#[test]
fn examples_in_print_hold() {
    for (text, places, expected) in PLAIN {
        let value = decimal(text);
        let of_oracle = half_even(&of(value), places.into());
        assert_eq!(print(&of_oracle, places.into()), expected, "{text} at {places}");
        assert_eq!(value.round(places).to_string(), expected, "{text} at {places}");
        assert_eq!(value.round_keeping_digit(places).to_string(), expected);
        assert_eq!(Fraction::from(value).round(places).unwrap().to_string(), expected);
    }
    for (text, places, expected) in KEEPING {
        let value = decimal(text);
        let (kept, kept_places) = keeping_digit(&of(value), places.into());
        assert_eq!(print(&kept, kept_places), expected, "{text} at {places}");
        assert_eq!(value.round_keeping_digit(places).to_string(), expected, "{text} at {places}");
        let kept = Fraction::from(value).round_keeping_digit(places).unwrap();
        assert_eq!(kept.to_string(), expected, "{text} at {places}");
    }
}

/// All four roundings of one decimal.
fn assert_decimal(value: Decimal, places: u8) {
    let exact = of(value);
    let rounded = half_even(&exact, places.into());
    let (kept, kept_places) = keeping_digit(&exact, places.into());
    assert_eq!(of(value.round(places)), rounded, "{value} at {places}");
    assert_eq!(of(value.round_keeping_digit(places)), kept, "{value} at {places}, digit kept");
    // A number too long for the padding keeps its own places; all others have what was asked.
    if value.round(places).scale() == places {
        assert_eq!(value.round(places).to_string(), print(&rounded, places.into()));
        let text = value.round_keeping_digit(places).to_string();
        assert_eq!(text, print(&kept, kept_places), "{value} at {places}, digit kept");
    } else {
        assert!(value.scale() < places);
        let padding = power_of_ten(places.into());
        assert!(magnitude(&exact) * padding > integer(i64::MAX), "{value} has room at {places}");
    }
    assert_fraction(&Fraction::from(value), &exact, places);
}

/// Both roundings of one fraction, or the error where no decimal holds the result.
fn assert_fraction(value: &Fraction, exact: &BigRational, places: u8) {
    let rounded = half_even(exact, places.into());
    let is_too_large = || magnitude(&rounded) > ratio(i64::MAX, 10_i64.pow(places.into()));
    match value.round(places) {
        Ok(found) => assert_eq!(found.to_string(), print(&rounded, places.into()), "{value}"),
        Err(error) => {
            assert_eq!(error.operation(), "rounding");
            assert!(is_too_large(), "{value} at {places}");
        }
    }
    // Below the last place there is no digit left to keep.
    let keeps = *exact == integer(0)
        || rounded != integer(0)
        || magnitude(exact) * power_of_ten(18) >= integer(1);
    match value.round_keeping_digit(places) {
        Ok(found) => {
            let (kept, kept_places) = keeping_digit(exact, places.into());
            assert_eq!(found.to_string(), print(&kept, kept_places), "{value} at {places}");
        }
        Err(error) => {
            assert_eq!(error.operation(), "rounding");
            assert!(!keeps || is_too_large(), "{value} at {places}");
        }
    }
}

#[test]
fn every_decimal_of_a_small_grid_rounds_as_the_oracle() {
    for scale in 0..=4 {
        for units in -1_250..=1_250 {
            for places in 0..=5 {
                assert_decimal(Decimal::new(units, scale).unwrap(), places);
            }
        }
    }
}

#[test]
fn every_fraction_of_a_small_grid_rounds_as_the_oracle() {
    for denominator in 1..=40_i64 {
        for numerator in -130..=130_i64 {
            let value = Fraction::ratio(numerator, denominator).unwrap();
            let exact = ratio(numerator, denominator);
            for places in 0..=3 {
                assert_fraction(&value, &exact, places);
            }
        }
    }
}

#[test]
fn random_decimals_round_as_the_oracle() {
    let mut random = Random::new(1);
    for _ in 0..100_000 {
        let places = random.scale(0, Decimal::MAX_SCALE);
        assert_decimal(random.decimal(), places);
    }
}

#[test]
fn random_ties_and_their_neighbours_round_as_the_oracle() {
    let mut random = Random::new(2);
    for _ in 0..30_000 {
        let places = random.scale(0, 8);
        let more = random.scale(1, 6);
        let unit = 10_i64.pow(more.into());
        // Short ones too, so that results of zero are among them.
        let size = if random.below(4) == 0 { 3 } else { 1_000_000 };
        let tie = random.within(size) * unit + unit / 2;
        for units in [tie - 1, tie, tie + 1, -tie - 1, -tie, -tie + 1] {
            assert_decimal(Decimal::new(units, places + more).unwrap(), places);
        }
    }
}

#[test]
fn random_fractions_round_as_the_oracle() {
    let mut random = Random::new(3);
    for _ in 0..60_000 {
        let (numerator, denominator) = (random.any_length(), random.any_length().max(1));
        let value = Fraction::ratio(numerator, denominator).unwrap();
        let exact = ratio(numerator, denominator);
        let places = random.scale(0, Decimal::MAX_SCALE);
        assert_fraction(&value, &exact, places);
        assert_fraction(&value, &exact, places % 6);
    }
}

#[test]
fn places_beyond_a_decimal_are_refused_or_ignored() {
    let third = Fraction::ratio(1, 3).unwrap();
    assert!(third.round(18).is_ok());
    assert_eq!(third.round(19).unwrap_err().operation(), "rounding");
    assert!(third.round_keeping_digit(u8::MAX).is_err());
    for places in [18, 19, u8::MAX] {
        assert_eq!(decimal("0.25").round(places), decimal("0.25"));
        assert_eq!(decimal("0.25").round_keeping_digit(places), decimal("0.25"));
    }
}
