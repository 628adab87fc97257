//! The mean pH against hydrogen ions computed to 80 digits in big integers.

use gb3838::{Accumulator, Decimal, Item, Quantity, Reading};
use num_bigint::BigInt;

use crate::random::Random;

/// Digits after the point of every big number here.
const DIGITS: u32 = 80;

fn one() -> BigInt {
    BigInt::from(10).pow(DIGITS)
}

/// artanh(1/n) = 1/n + 1/3n³ + 1/5n⁵ + …
fn artanh_of_inverse(n: u32) -> BigInt {
    let (mut power, mut sum, mut odd) = (one() / n, BigInt::ZERO, 1_u32);
    while power != BigInt::ZERO {
        sum += &power / odd;
        power /= n * n;
        odd += 2;
    }
    sum
}

/// ln 10 = 3 ln 2 + ln(5/4), and ln x = 2 artanh((x − 1) / (x + 1)).
fn ln_10() -> BigInt {
    artanh_of_inverse(3) * 6 + artanh_of_inverse(9) * 2
}

/// 10⁻ᵖᴴ = e^(−pH · ln 10); the whole part of the pH by division, the rest by the series.
fn hydrogen_ions(ph: Decimal, ln_10: &BigInt) -> BigInt {
    let power = 10_i64.pow(ph.scale().into());
    let whole = u32::try_from(ph.units().div_euclid(power)).unwrap();
    let rest = ln_10 * ph.units().rem_euclid(power) / power;
    let (mut term, mut sum, mut index) = (one(), BigInt::ZERO, 1_u32);
    while term != BigInt::ZERO {
        sum += &term;
        term = -(term * &rest) / one() / index;
        index += 1;
    }
    sum / BigInt::from(10).pow(whole)
}

/// Twice this many of the last of 80 digits are more than the series can be off.
fn tolerance() -> BigInt {
    BigInt::from(10).pow(DIGITS - 70)
}

fn mean_of(values: &[Decimal]) -> Quantity {
    let mut sum = Accumulator::new(Item::Ph);
    for value in values {
        sum.add(&Reading::Value(*value)).unwrap();
    }
    sum.mean().unwrap().unwrap()
}

/// The mean must lie between the edges of the rounded pH; on an edge the digit must be even.
#[track_caller]
fn assert_rounded(values: &[Decimal], decimals: u8, ln_10: &BigInt) {
    let rounded = mean_of(values).round(decimals).unwrap();
    assert_eq!(rounded.scale(), decimals);
    let ions: BigInt = values.iter().map(|value| hydrogen_ions(*value, ln_10)).sum();
    let ions = ions / values.len();
    let edge = |half: i64| {
        let edge = Decimal::new(rounded.units() * 10 + half, decimals + 1).unwrap();
        // Below pH 0 there is no lower edge: 10⁰·⁰⁵ and the like are above every mean.
        if edge.is_negative() { one() * 2 } else { hydrogen_ions(edge, ln_10) }
    };
    let (most, least) = (edge(-5), edge(5));
    let near = |edge: &BigInt| (&ions - edge).magnitude() < tolerance().magnitude();
    if near(&most) || near(&least) {
        assert_eq!(rounded.units() % 2, 0, "{values:?} is a tie, and {rounded} is odd");
    } else {
        assert!(least < ions && ions < most, "{values:?} at {decimals} is not {rounded}");
    }
}

/// ln 10 = 2.30258509299404568401799145468436420760110148862877…, as printed in tables.
#[test]
fn the_logarithm_of_ten_is_the_printed_one() {
    let digits = (ln_10() / BigInt::from(10).pow(DIGITS - 50)).to_string();
    assert_eq!(digits, "230258509299404568401799145468436420760110148862877");
}

#[test]
fn random_means_are_rounded_as_the_hydrogen_ions_say() {
    let ln_10 = ln_10();
    let mut random = Random::new(7);
    for _ in 0..2_000 {
        let scale = u8::try_from(random.below(4)).unwrap();
        let end = 14 * 10_usize.pow(scale.into()) + 1;
        let count = 1 + random.below(12);
        let values: Vec<_> = (0..count)
            .map(|_| Decimal::new(i64::try_from(random.below(end)).unwrap(), scale).unwrap())
            .collect();
        for decimals in 0..=6 {
            assert_rounded(&values, decimals, &ln_10);
        }
    }
}

/// One of a and ten of a + 2: (10⁻ᵃ + 10 · 10⁻ᵃ⁻²) / 11 = 10⁻ᵃ · 1.1 / 11 = 10⁻⁽ᵃ⁺¹⁾ exactly.
#[test]
fn exact_ties_go_to_the_even_side() {
    let ln_10 = ln_10();
    for (low, high, tie, even) in [
        ("4.5", "6.5", "5.5", "6"),
        ("5.5", "7.5", "6.5", "6"),
        ("6.5", "8.5", "7.5", "8"),
        ("7.5", "9.5", "8.5", "8"),
        ("8.5", "10.5", "9.5", "10"),
    ] {
        let mut values = vec![high.parse().unwrap(); 10];
        values.push(low.parse().unwrap());
        let mean = mean_of(&values);
        let tie: Decimal = tie.parse().unwrap();
        assert!(mean.compare(tie).is_eq());
        assert_eq!(mean.round(1).unwrap(), tie);
        assert_eq!(mean.round(0).unwrap().to_string(), even);
        assert_rounded(&values, 0, &ln_10);
        // One reading more on either side, and it is no tie any more.
        values.push(high.parse().unwrap());
        assert!(mean_of(&values).compare(tie).is_gt());
        assert_rounded(&values, 0, &ln_10);
    }
    // The same a place lower: 6.35 and ten of 8.35 give 7.35, at one decimal 7.4.
    let mut values = vec!["8.35".parse().unwrap(); 10];
    values.push("6.35".parse().unwrap());
    assert_eq!(mean_of(&values).round(1).unwrap().to_string(), "7.4");
}

/// A mean of equal values is that value: on an edge it is a tie like the value itself.
#[test]
fn single_values_on_edges_are_ties() {
    for units in 0..=1_400_i64 {
        let value = Decimal::new(units, 2).unwrap();
        for values in [vec![value], vec![value; 3], vec![value; 7]] {
            let mean = mean_of(&values);
            assert!(mean.compare(value).is_eq(), "{value}");
            for decimals in 0..=3 {
                assert_eq!(mean.round(decimals).unwrap(), value.round(decimals), "{value}");
            }
        }
    }
}
