//! The edge of a cutoff and whether it is included, for any limit on either side.

use gb3838::{
    Comparison, Decimal,
    limits::{Cutoff, CutoffSide},
};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::random::Random;
use crate::rational::{half_even, of, power_of_ten, ratio};

/// Whether a value meets a limit once it has been rounded.
fn meets_rounded(value: &BigRational, limit: &BigRational, places: u8, side: CutoffSide) -> bool {
    let rounded = half_even(value, places.into());
    match side {
        CutoffSide::Upper => rounded <= *limit,
        CutoffSide::Lower => rounded >= *limit,
    }
}

fn cutoff(limit: Decimal, places: u8, comparison: Comparison, side: CutoffSide) -> Option<Cutoff> {
    match side {
        CutoffSide::Upper => Cutoff::at_most(limit, places, comparison).ok(),
        CutoffSide::Lower => Cutoff::at_least(limit, places, comparison).ok(),
    }
}

/// The edge is where rounding changes the answer: met on it or not as the oracle says,
/// and met on one side of it alone.
fn assert_edge(limit: Decimal, places: u8, side: CutoffSide) {
    let exact = of(limit);
    let found = cutoff(limit, places, Comparison::RoundFirst, side)
        .unwrap_or_else(|| panic!("{limit} at {places}"));
    let half = ratio(1, BigInt::from(10).pow(places.into()) * 2);
    if limit.is_zero() {
        // A value that would round to zero keeps one digit (总站水字〔2018〕87号), and so stays on
        // its own side of zero.
        assert_eq!((of(found.edge()), found.side()), (exact, side), "{limit} at {places}");
        assert!(found.is_inclusive(), "{limit} at {places}");
        return;
    }
    let edge = match side {
        CutoffSide::Upper => &exact + &half,
        CutoffSide::Lower => &exact - &half,
    };
    assert_eq!(of(found.edge()), edge, "{limit} at {places}");
    assert_eq!(found.side(), side);
    let included = meets_rounded(&edge, &exact, places, side);
    assert_eq!(found.is_inclusive(), included, "{limit} at {places}, {side:?}");
    for distance in [half.clone(), &half / power_of_ten(6), &half / power_of_ten(30)] {
        for value in [&edge - &distance, edge.clone(), &edge + &distance] {
            let met = found.is_met(value.cmp(&edge));
            assert_eq!(met, meets_rounded(&value, &exact, places, side), "{limit}: {value}");
        }
    }
}

#[test]
fn every_short_limit_has_its_edge() {
    for places in 0..=3 {
        for units in -60..=60 {
            let limit = Decimal::new(units, places).unwrap();
            for side in [CutoffSide::Upper, CutoffSide::Lower] {
                for wider in places..=places + 2 {
                    assert_edge(limit, wider, side);
                }
            }
        }
    }
}

#[test]
fn random_limits_have_their_edge() {
    let mut random = Random::new(6);
    for _ in 0..20_000 {
        let places = random.scale(0, 10);
        let scale = random.scale(0, places);
        let limit = Decimal::new(random.within(40_000_000), scale).unwrap();
        for side in [CutoffSide::Upper, CutoffSide::Lower] {
            assert_edge(limit, places, side);
        }
    }
}

#[test]
fn trailing_zeros_of_a_limit_change_nothing() {
    let mut random = Random::new(7);
    for _ in 0..2_000 {
        let places = random.scale(0, 6);
        let units = random.within(100_000);
        let short = Decimal::new(units, places).unwrap();
        let long = Decimal::new(units * 1_000, places + 3).unwrap();
        for side in [CutoffSide::Upper, CutoffSide::Lower] {
            assert_edge(long, places, side);
            let of_limit = |limit| cutoff(limit, places, Comparison::RoundFirst, side);
            assert_eq!(of_limit(short), of_limit(long));
        }
    }
}

#[test]
fn a_limit_finer_than_its_places_is_refused() {
    let mut random = Random::new(8);
    for _ in 0..5_000 {
        let places = random.scale(0, 8);
        let more = random.scale(1, 8);
        // The last digit is not zero, so the limit needs all its places.
        let units = random.within(10_000_000) * 10 + 1;
        let limit = Decimal::new(units, places + more).unwrap();
        for side in [CutoffSide::Upper, CutoffSide::Lower] {
            assert_eq!(cutoff(limit, places, Comparison::RoundFirst, side), None, "{limit}");
        }
        let error = Cutoff::at_most(limit, places, Comparison::RoundFirst).unwrap_err();
        assert!(error.to_string().contains(&limit.to_string()), "{error}");
    }
    let one = Decimal::from_integer(1);
    assert!(Cutoff::at_most(one, 17, Comparison::RoundFirst).is_ok());
    assert!(Cutoff::at_most(one, 18, Comparison::RoundFirst).is_err());
    assert!(Cutoff::at_most(one, u8::MAX, Comparison::RoundFirst).is_err());
    let long = Decimal::new(i64::MAX, 0).unwrap();
    assert!(Cutoff::at_most(long, 0, Comparison::RoundFirst).is_err(), "no room for a half");
}

#[test]
fn a_full_value_is_compared_with_the_limit_itself() {
    let mut random = Random::new(9);
    for _ in 0..5_000 {
        let limit = random.decimal();
        let places = random.scale(0, Decimal::MAX_SCALE);
        for side in [CutoffSide::Upper, CutoffSide::Lower] {
            let found = cutoff(limit, places, Comparison::FullValue, side).expect("any limit");
            assert_eq!(of(found.edge()), of(limit));
            assert!(found.is_inclusive());
            assert_eq!(found.is_met(1.cmp(&2)), side == CutoffSide::Upper, "below the limit");
            assert_eq!(found.is_met(2.cmp(&1)), side == CutoffSide::Lower, "above the limit");
        }
    }
}
