//! Shares: exact counts, compared at the precision that the target is printed with.

use gb3838::{
    Bound, Decimal, Fraction,
    target::{Share, SharePrecision},
};

use crate::make::number;

fn meets(part: u32, total: u32, bound: Bound, precision: SharePrecision) -> bool {
    Share::of_counts(part, total).unwrap().meets(&bound, precision).unwrap()
}

fn at_least(percent: &str) -> Bound {
    Bound::AtLeast(number(percent))
}

fn at_most(percent: &str) -> Bound {
    Bound::AtMost(number(percent))
}

const PUBLISHED: SharePrecision = SharePrecision::AsPublished;

/// Guangxi, October 2019: 50 of 52, printed 96.2 %, target 96.2 %, met.
#[test]
fn a_published_share_is_compared_as_published() {
    let share = Share::of_counts(50, 52).unwrap();
    assert_eq!(share.percent(1).unwrap().to_string(), "96.2");
    assert_eq!(share.exact(), &Fraction::ratio(25, 26).unwrap());
    assert!(meets(50, 52, at_least("96.2"), PUBLISHED));
    assert!(!meets(50, 52, at_least("96.2"), SharePrecision::Exact));
    // Printed with two decimals the share is 96.15.
    assert!(!meets(50, 52, at_least("96.20"), PUBLISHED));
    assert!(meets(50, 52, at_least("96.15"), PUBLISHED));
}

/// Qinzhou 2024: 85.7 % of 7 sections are 6: 6/7 = 85.714… %, and 5/7 = 71.4 %.
#[test]
fn a_share_of_seven_is_six() {
    let needed = (0..=7).find(|count| meets(*count, 7, at_least("85.7"), PUBLISHED));
    assert_eq!(needed, Some(6));
    assert_eq!(Share::of_counts(5, 7).unwrap().percent(1).unwrap().to_string(), "71.4");
}

/// A target of 0 or 100 % compares counts, however it is printed: 1 of 3 000 is not none.
#[test]
fn none_and_all_are_counts() {
    for none in ["0", "0.0", "0.00"] {
        assert!(meets(0, 200, at_most(none), PUBLISHED), "{none}");
        assert!(!meets(1, 200, at_most(none), PUBLISHED), "{none}");
        // 1/3 000 is 0.03 %, printed 0.0.
        assert!(!meets(1, 3_000, at_most(none), PUBLISHED), "{none}");
    }
    for all in ["100", "100.0"] {
        assert!(meets(52, 52, at_least(all), PUBLISHED), "{all}");
        // 2 999/3 000 is 99.97 %, printed 100.0.
        assert!(!meets(2_999, 3_000, at_least(all), PUBLISHED), "{all}");
    }
}

/// An integer target compares the exact share unless the caller asks otherwise.
#[test]
fn an_integer_target_is_exact_unless_asked() {
    // 43/50 = 86 %; 60/70 = 85.71 %.
    assert!(meets(43, 50, at_least("86"), PUBLISHED));
    assert!(!meets(60, 70, at_least("86"), PUBLISHED));
    assert!(meets(60, 70, at_least("86"), SharePrecision::Decimals(0)));
    assert!(!meets(60, 70, at_least("86"), SharePrecision::Decimals(1)));
    // Inferior V at most 2 %: 1/49 is 2.04 %.
    assert!(!meets(1, 49, at_most("2"), PUBLISHED));
    assert!(meets(1, 49, at_most("2"), SharePrecision::Decimals(0)));
    assert!(meets(1, 50, at_most("2"), PUBLISHED));
}

/// Shares of lengths and volumes are exact as well.
#[test]
fn a_share_of_volumes_is_exact() {
    let share = Share::new(number("0.3"), number("0.9")).unwrap();
    assert_eq!(share.exact(), &Fraction::ratio(1, 3).unwrap());
    assert_eq!(share.percent(2).unwrap().to_string(), "33.33");
    assert_eq!((share.part(), share.total()), (number("0.3"), number("0.9")));
}

/// Half to even: 1/16 is 6.25 %, printed 6.2; 3/16 is 18.75 %, printed 18.8.
#[test]
fn a_share_is_rounded_half_to_even() {
    let percent = |part, total| Share::of_counts(part, total).unwrap().percent(1).unwrap();
    assert_eq!(percent(1, 16), number("6.2"));
    assert_eq!(percent(3, 16), number("18.8"));
    assert_eq!(percent(0, 16).to_string(), "0.0");
}

/// Published, and not plainly rounded: forced, so that all shares add up to 100.0, or cut.
#[test]
fn a_print_that_is_not_rounded_is_within_a_tenth() {
    for (part, total, rounded, printed) in [
        (54, 97, "55.7", "55.6"),
        (112, 115, "97.4", "97.3"),
        (9, 83, "10.8", "10.9"),
        (12, 62, "19.4", "19.3"),
        (13, 14, "92.9", "92.8"),
        (65, 81, "80.2", "80.3"),
    ] {
        let share = Share::of_counts(part, total).unwrap();
        assert_eq!(share.percent(1).unwrap(), number(rounded));
        let may = |text: &str| share.may_print_as(number(text)).unwrap();
        assert!(may(printed) && may(rounded), "{printed}");
        let tenths = number(printed).units();
        let beyond = if number(printed) < number(rounded) { tenths - 1 } else { tenths + 1 };
        assert!(!may(&Decimal::new(beyond, 1).unwrap().to_string()), "{printed}");
    }
    // A tenth is one of percent, however many digits are printed.
    let third = Share::of_counts(1, 3).unwrap();
    assert!(third.may_print_as(number("33.43")).unwrap());
    assert!(!third.may_print_as(number("33.44")).unwrap());
    assert!(!third.may_print_as(number("34")).unwrap());
}

#[test]
fn a_share_of_nothing_is_none() {
    for (part, total) in [("0", "0"), ("1", "0"), ("3", "2"), ("-1", "2"), ("0", "-1")] {
        let error = Share::new(number(part), number(total)).unwrap_err();
        assert!(error.to_string().contains(part) && error.to_string().contains(total));
    }
    assert!(Share::new(Decimal::ZERO, number("0.1")).is_ok());
}
