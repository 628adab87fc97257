//! A decimal as text, as a float, and next to another one.

use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use gb3838::{Decimal, error::ParseDecimalReason};
use num_bigint::BigInt;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use crate::random::Random;
use crate::rational::{integer, of, parse, power_of_ten, print};

fn hash(value: Decimal) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn text_and_number_are_the_same_thing() {
    let mut random = Random::new(10);
    for _ in 0..100_000 {
        let value = random.decimal();
        let text = value.to_string();
        assert_eq!(text, print(&of(value), value.scale().into()));
        let read = decimal(&text);
        assert_eq!((read.units(), read.scale()), (value.units(), value.scale()), "{text}");
    }
    for units in [i64::MIN, i64::MIN + 1, i64::MAX] {
        for scale in [0, 1, 9, 18] {
            let value = Decimal::new(units, scale).unwrap();
            let text = value.to_string();
            assert_eq!(text, print(&of(value), scale.into()));
            let read = decimal(&text);
            assert_eq!((read.units(), read.scale()), (units, scale), "{text}");
        }
    }
}

#[test]
fn texts_have_their_value_and_print_as_given() {
    let cases = [
        ("0", "0"),
        ("0.100", "0.100"),
        ("+7.5", "7.5"),
        ("-0.0365", "-0.0365"),
        ("007.50", "7.50"),
        ("1.008037E+07", "10080370"),
        ("2.8e-6", "0.0000028"),
        ("1.0E-6", "0.0000010"),
        ("4e3", "4000"),
        ("12.5e1", "125"),
        ("1e18", "1000000000000000000"),
        ("1e-18", "0.000000000000000001"),
        ("10e-19", "0.000000000000000001"),
        ("0.0000000000000000000000", "0.000000000000000000"),
        ("9223372036854775807", "9223372036854775807"),
        ("1.00000000000000000000", "1.000000000000000000"),
    ];
    for (text, printed) in cases {
        assert_eq!(of(decimal(text)), parse(text), "{text}");
        assert_eq!(decimal(text).to_string(), printed, "{text}");
    }
}

#[test]
fn rubbish_is_an_error() {
    use ParseDecimalReason::{NoDigits, TooManyDigits, UnexpectedCharacter};
    let cases = [
        ("", NoDigits),
        ("+", NoDigits),
        ("-", NoDigits),
        (".", NoDigits),
        ("abc", UnexpectedCharacter),
        ("--1", UnexpectedCharacter),
        ("+-1", UnexpectedCharacter),
        ("1.2.3", UnexpectedCharacter),
        ("1,5", UnexpectedCharacter),
        ("1 ", UnexpectedCharacter),
        (" 1", UnexpectedCharacter),
        ("1_000", UnexpectedCharacter),
        ("0x10", UnexpectedCharacter),
        ("1e", UnexpectedCharacter),
        ("1e+", UnexpectedCharacter),
        ("1e1.5", UnexpectedCharacter),
        ("e5", UnexpectedCharacter),
        ("NaN", UnexpectedCharacter),
        ("inf", UnexpectedCharacter),
        ("0.025L", UnexpectedCharacter),
        ("<0.025", UnexpectedCharacter),
        ("１", UnexpectedCharacter),
        ("9223372036854775808", TooManyDigits),
        ("-9223372036854775809", TooManyDigits),
        ("0.0000000000000000001", TooManyDigits),
        ("12345678901234567890123", TooManyDigits),
        ("1e19", TooManyDigits),
        ("1e-19", TooManyDigits),
        ("1e999999999999", TooManyDigits),
    ];
    for (text, reason) in cases {
        let error = Decimal::parse(text).expect_err(text);
        assert_eq!(error.reason(), reason, "{text}");
    }
}

#[test]
fn equal_values_are_equal_whatever_their_zeros() {
    assert_eq!(decimal("1.0"), decimal("1.00"));
    assert_eq!(hash(decimal("1.0")), hash(decimal("1.00")));
    assert_eq!(hash(decimal("-0.0")), hash(decimal("0")));
    let mut random = Random::new(11);
    for _ in 0..50_000 {
        let (left, right) = (random.decimal(), random.decimal());
        assert_eq!(left.cmp(&right), of(left).cmp(&of(right)), "{left} {right}");
        assert_eq!(left.compare(right), of(left).cmp(&of(right)));
        let scale = random.scale(0, 9);
        let units = random.within(1_000_000);
        let short = Decimal::new(units, scale).unwrap();
        let zeros = random.scale(0, 9);
        let long = Decimal::new(units * 10_i64.pow(zeros.into()), scale + zeros).unwrap();
        assert_eq!(short, long);
        assert_eq!(hash(short), hash(long), "{short} {long}");
    }
}

#[test]
fn the_range_ends_where_it_says() {
    assert!(Decimal::new(1, Decimal::MAX_SCALE).is_ok());
    let error = Decimal::new(7, Decimal::MAX_SCALE + 1).unwrap_err();
    assert_eq!((error.units(), error.scale()), (7, 19));
    let mut random = Random::new(12);
    for _ in 0..20_000 {
        let value = random.decimal();
        let places = i8::try_from(random.within(20)).unwrap();
        let factor = power_of_ten(places.unsigned_abs().into());
        let exact = if places < 0 { of(value) / factor } else { of(value) * factor };
        let fits = |exact: &num_rational::BigRational| {
            (0..=18).any(|scale| {
                let units = exact * power_of_ten(scale);
                units.is_integer() && units >= integer(i64::MIN) && units <= integer(i64::MAX)
            })
        };
        match value.shift(places) {
            Ok(shifted) => assert_eq!(of(shifted), exact, "{value} by {places}"),
            Err(_) => assert!(!fits(&exact), "{value} by {places}"),
        }
        let half = of(value) / integer(2);
        match value.half() {
            Ok(found) => assert_eq!(of(found), half, "{value}"),
            Err(_) => assert!(!fits(&half), "half of {value}"),
        }
    }
}

#[test]
fn floats_are_read_by_their_shortest_text() {
    for text in ["0.1", "0.575", "1.005", "2.675", "-0.0365", "1e18", "3e-7", "0", "-0"] {
        let double: f64 = text.parse().unwrap();
        assert_eq!(of(double.try_into().unwrap()), parse(text), "{text}");
        let single: f32 = text.parse().unwrap();
        let single = Decimal::try_from(single).unwrap();
        // Seven digits tell singles apart, and no text here has more than four.
        assert_eq!(of(single), parse(text), "{text}");
    }
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e19, f64::MAX, f64::MIN_POSITIVE] {
        assert!(Decimal::try_from(value).is_err(), "{value}");
    }
    for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN_POSITIVE] {
        assert!(Decimal::try_from(value).is_err(), "{value}");
    }
    let reason = |value: f64| Decimal::try_from(value).unwrap_err().reason();
    assert_eq!(reason(f64::NAN), ParseDecimalReason::NotANumber);
    assert_eq!(reason(f64::NEG_INFINITY), ParseDecimalReason::Infinite);
}

/// Around the whole numbers that a float still has, and its double, where every other is lost.
#[test]
fn the_float_of_a_decimal_is_that_of_its_text() {
    for power in [52_u32, 53, 54, 55, 62] {
        for beside in -300_i64..=300 {
            let units = (1_i64 << power) + beside;
            for scale in 0..=18 {
                let value = Decimal::new(units, scale).unwrap();
                let float: f64 = print(&of(value), scale.into()).parse().unwrap();
                assert_eq!(value.to_f64().to_bits(), float.to_bits(), "{units} {scale}");
                let negative = Decimal::new(-units, scale).unwrap();
                assert_eq!(negative.to_f64().to_bits(), (-float).to_bits(), "-{units} {scale}");
            }
        }
    }
}

proptest! {
    /// Up to 15 digits survive a float of 64 bits, up to six one of 32 bits.
    #[test]
    fn short_decimals_survive_a_float(units in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u8..=15) {
        let value = Decimal::new(units, scale).unwrap();
        let text = print(&of(value), scale.into());
        let double: f64 = text.parse().unwrap();
        prop_assert_eq!(Decimal::try_from(double).unwrap(), value);
        prop_assert_eq!(value.to_f64().to_bits(), double.to_bits());
        let short = Decimal::new(units % 1_000_000, scale % 7).unwrap();
        let single: f32 = print(&of(short), (scale % 7).into()).parse().unwrap();
        prop_assert_eq!(Decimal::try_from(single).unwrap(), short);
    }

    /// No text makes the reader panic, and what it reads has the value of its digits.
    #[test]
    fn any_text_is_read_or_refused(text in "[-+]?[0-9]{0,22}[.]?[0-9]{0,22}([eE][-+]?[0-9]{1,3})?|.{0,12}") {
        if let Ok(value) = Decimal::parse(&text) {
            prop_assert!(text.bytes().any(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(of(value), parse(text.trim_start_matches('+')));
        }
    }

    /// Whole numbers are themselves.
    #[test]
    fn whole_numbers_are_themselves(number in any::<i32>()) {
        prop_assert_eq!(of(number.into()).to_integer(), BigInt::from(number));
    }
}
