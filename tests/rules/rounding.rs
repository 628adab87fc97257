//! GB/T 8170: once, half to even, on the exact value, before comparing.

use gb3838::{Class, Comparison, Decimal, Fraction, Item, Quantity, limits::Cutoff};

use crate::make::{class, number, river, river_means};

fn rounded(text: &str, decimals: u8) -> String {
    number(text).round(decimals).to_string()
}

fn keeping(text: &str, decimals: u8) -> String {
    let kept = number(text).round_keeping_digit(decimals);
    // The same on the exact fraction and through a quantity.
    let exact = Fraction::from(number(text)).round_keeping_digit(decimals).unwrap();
    assert_eq!(exact.to_string(), kept.to_string(), "{text} at {decimals}");
    let quantity = Quantity::from(number(text)).round(decimals).unwrap();
    assert_eq!(quantity.to_string(), kept.to_string(), "{text} at {decimals}");
    kept.to_string()
}

/// The worked examples of the standard.
#[test]
fn the_printed_examples_hold() {
    for (text, decimals, expected) in [
        ("12.1498", 0, "12"),
        ("12.1498", 1, "12.1"),
        ("10.5002", 0, "11"),
        ("1.050", 1, "1.0"),
        ("0.35", 1, "0.4"),
        ("-0.0365", 3, "-0.036"),
        ("8.53459", 2, "8.53"),
    ] {
        assert_eq!(rounded(text, decimals), expected, "{text}");
    }
}

/// 15.4546 is 15 at once; in steps it would be 15.455, 15.46, 15.5, 16.
#[test]
fn rounding_is_done_once_not_in_steps() {
    assert_eq!(rounded("15.4546", 0), "15");
    // 1.00499 is 1.00: in steps 1.005 would be reached first, and then 1.0 or 1.01.
    assert_eq!(rounded("2.5464", 0), "3");
    assert_eq!(rounded("0.1549", 1), "0.2");
    assert_eq!(rounded("0.1449", 1), "0.1");
    // In steps 4.949 would be 4.95 and then 5.0: class III instead of IV.
    assert_eq!(class(&river_means(), Item::DissolvedOxygen, "4.949"), Some(Class::IV));
    // In steps 0.1549 would be 0.155 and then 0.16: class II instead of I at 0.154.
    assert_eq!(class(&river_means(), Item::AmmoniaNitrogen, "0.1549"), Some(Class::I));
}

/// Half goes to the even neighbour, not up.
#[test]
fn a_tie_goes_to_the_even_side() {
    for (text, decimals, expected) in [
        ("0.5", 0, "0"),
        ("1.5", 0, "2"),
        ("2.5", 0, "2"),
        ("0.25", 1, "0.2"),
        ("0.75", 1, "0.8"),
        ("0.575", 2, "0.58"),
        ("1.005", 2, "1.00"),
        ("1.015", 2, "1.02"),
        ("-2.5", 0, "-2"),
        ("-3.5", 0, "-4"),
    ] {
        assert_eq!(rounded(text, decimals), expected, "{text}");
    }
}

/// Only a result of zero keeps one significant digit.
#[test]
fn one_digit_is_kept_where_the_result_is_zero_only() {
    for (text, decimals, expected) in [
        // 0.006 has one digit itself, and still becomes 0.01.
        ("0.006", 2, "0.01"),
        ("0.0006", 3, "0.001"),
        ("0.0003", 3, "0.0003"),
        ("0.00005", 3, "0.00005"),
        ("0.0035", 3, "0.004"),
        ("0.0045", 3, "0.004"),
        // A tie to zero: 0.005 at two decimals is 0.00, so 0.005 stays.
        ("0.005", 2, "0.005"),
        ("0.015", 2, "0.02"),
        ("0.4", 0, "0.4"),
        ("0.5", 0, "0.5"),
        ("0.00", 2, "0.00"),
        ("0", 3, "0.000"),
        // Half to even on the kept digit: 0.00025 is 0.0002, 0.00035 is 0.0004.
        ("0.00025", 3, "0.0002"),
        ("0.00035", 3, "0.0004"),
        ("0.0000149", 3, "0.00001"),
    ] {
        assert_eq!(keeping(text, decimals), expected, "{text} at {decimals}");
    }
}

/// Under round-first the value is rounded before it meets the limit; under full value never.
#[test]
fn rounding_comes_before_comparing_where_asked_and_only_there() {
    // Item, value, class of the rounded value, class of the full one; by Table 1.
    for (item, value, of_rounded, of_full) in [
        (Item::Ph, "5.5", Class::I, Class::InferiorV),
        (Item::Ph, "9.01", Class::I, Class::InferiorV),
        (Item::Ph, "9.5", Class::InferiorV, Class::InferiorV),
        (Item::Ph, "5.49", Class::InferiorV, Class::InferiorV),
        (Item::DissolvedOxygen, "4.95", Class::III, Class::IV),
        (Item::DissolvedOxygen, "4.9499", Class::IV, Class::IV),
        // 7.45 is 7.4 (even); 7.451 is 7.5.
        (Item::DissolvedOxygen, "7.45", Class::II, Class::II),
        (Item::DissolvedOxygen, "7.451", Class::I, Class::II),
        (Item::AmmoniaNitrogen, "1.005", Class::III, Class::IV),
        (Item::AmmoniaNitrogen, "1.0051", Class::IV, Class::IV),
        // 0.155 is 0.16 (even).
        (Item::AmmoniaNitrogen, "0.155", Class::II, Class::II),
        (Item::AmmoniaNitrogen, "0.1549", Class::I, Class::II),
        (Item::PermanganateIndex, "2.0374", Class::I, Class::II),
        (Item::TotalPhosphorus, "0.2005", Class::III, Class::IV),
        (Item::TotalPhosphorus, "0.20051", Class::IV, Class::IV),
        (Item::Mercury, "0.000055", Class::III, Class::III),
        (Item::Mercury, "0.000054", Class::I, Class::III),
        (Item::FaecalColiforms, "200.5", Class::I, Class::II),
    ] {
        assert_eq!(class(&river_means(), item, value), Some(of_rounded), "{item} {value}");
        assert_eq!(class(&river(), item, value), Some(of_full), "{item} {value}");
    }
}

/// The digit that is kept at zero never changes a class: every limit is at least one unit.
#[test]
fn a_tie_above_a_limit_with_an_odd_last_digit_misses_it() {
    // 0.025 at three decimals: 0.0255 would be 0.026.
    let odd = Cutoff::at_most(number("0.025"), 3, Comparison::RoundFirst).unwrap();
    assert!(!odd.is_met(number("0.0255").cmp(&odd.edge())));
    assert!(odd.is_met(number("0.02549").cmp(&odd.edge())));
    let even = Cutoff::at_most(number("0.02"), 3, Comparison::RoundFirst).unwrap();
    assert!(even.is_met(number("0.0205").cmp(&even.edge())));
    // A limit finer than the decimals cannot be compared after rounding.
    let error = Cutoff::at_most(number("0.025"), 2, Comparison::RoundFirst).unwrap_err();
    assert!(error.to_string().contains("0.025"));
    assert!(Cutoff::at_most(number("0.025"), 2, Comparison::FullValue).is_ok());
}

/// A multiple is computed from the value that was compared.
#[test]
fn a_multiple_comes_from_the_compared_value() {
    let value = Quantity::from(number("1.238"));
    let multiple = |classifier: gb3838::Classifier| {
        let multiple = classifier.exceedance_multiple(Item::AmmoniaNitrogen, &value, Class::III);
        *multiple.unwrap().value()
    };
    // Rounded first: (1.24 − 1.0) / 1.0; in full: (1.238 − 1.0) / 1.0.
    assert_eq!(multiple(river_means()), Fraction::from(number("0.24")));
    assert_eq!(multiple(river()), Fraction::from(number("0.238")));
}

/// Numbers that no 64 bits hold are errors, never near numbers.
#[test]
fn no_digit_is_dropped_in_reading() {
    assert!("0.1234567890123456789".parse::<Decimal>().is_err());
    assert!("99999999999999999999".parse::<Decimal>().is_err());
    assert_eq!(number("1.0"), number("1.00"));
    assert_eq!(number("1.00").to_string(), "1.00");
}
