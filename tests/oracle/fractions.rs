//! Sums and means of decimals: the same bits in any order and grouping, and the exact value.

use gb3838::{Decimal, Fraction};
use num_rational::BigRational;

use crate::random::Random;
use crate::rational::{half_even, integer, of, print};

fn sum(values: &[Fraction]) -> Fraction {
    let add = |sum: Fraction, value: &Fraction| sum.checked_add(value).expect("room for the sum");
    values.iter().fold(Fraction::ZERO, add)
}

/// The sum by splitting at random places, down to single values.
fn sum_of_parts(random: &mut Random, values: &[Fraction]) -> Fraction {
    match values {
        [] => Fraction::ZERO,
        [only] => *only,
        _ => {
            let (left, right) = values.split_at(1 + random.below(values.len() - 1));
            let (left, right) = (sum_of_parts(random, left), sum_of_parts(random, right));
            left.checked_add(&right).expect("room for the sum")
        }
    }
}

fn count(values: usize) -> u64 {
    u64::try_from(values).unwrap()
}

/// Equal as values, as bits and as text.
fn assert_same(left: &Fraction, right: &Fraction) {
    assert_eq!(left, right);
    assert_eq!(format!("{left:?}"), format!("{right:?}"));
    assert_eq!(left.to_string(), right.to_string());
}

#[test]
fn any_order_and_any_partition_give_the_same_bits() {
    let mut random = Random::new(13);
    for _ in 0..3_000 {
        let length = 1 + random.below(60);
        let decimals: Vec<Decimal> = (0..length)
            .map(|_| Decimal::new(random.within(2_000_000), random.scale(0, 6)).unwrap())
            .collect();
        let exact: BigRational = decimals.iter().map(|value| of(*value)).sum();
        let mut values: Vec<Fraction> = decimals.into_iter().map(Fraction::from).collect();
        let first = sum(&values);
        assert_eq!(first.to_string(), exact.to_string());
        for _ in 0..3 {
            random.shuffle(&mut values);
            assert_same(&first, &sum(&values));
            assert_same(&first, &sum_of_parts(&mut random, &values));
        }
        let mean = first.divided_by_count(count(length)).unwrap();
        let exact = exact / integer(i64::try_from(length).unwrap());
        assert_eq!(mean.to_string(), exact.to_string());
        // Dividing each value first is the same mean.
        let shares: Vec<Fraction> =
            values.iter().map(|value| value.divided_by_count(count(length)).unwrap()).collect();
        assert_same(&mean, &sum_of_parts(&mut random, &shares));
    }
}

/// Primes below the 744 hours of a month: their means have the widest common denominator.
const PRIMES: [usize; 12] = [743, 739, 733, 727, 719, 709, 701, 691, 683, 677, 673, 661];

/// A month of hourly values: its mean, and the same in big integers.
fn month(random: &mut Random, length: usize) -> (Fraction, BigRational) {
    let (mut total, mut exact) = (Fraction::ZERO, integer(0));
    for _ in 0..length {
        let value = Decimal::new(random.within(30_000_000), random.scale(0, 6)).unwrap();
        total = total.checked_add(&value.into()).unwrap();
        exact += of(value);
    }
    let mean = total.divided_by_count(count(length)).unwrap();
    (mean, exact / integer(i64::try_from(length).unwrap()))
}

#[test]
fn a_year_of_hourly_values_is_exact_in_any_order_of_months() {
    let mut random = Random::new(14);
    let mut widest = 0;
    for year in 0..60 {
        let length = |random: &mut Random, month: usize| {
            if year % 3 == 0 { PRIMES[month] } else { 1 + random.below(744) }
        };
        let (mut months, exact): (Vec<Fraction>, Vec<BigRational>) = (0..12)
            .map(|index| {
                let length = length(&mut random, index);
                month(&mut random, length)
            })
            .unzip();
        let exact = exact.into_iter().sum::<BigRational>() / integer(12);
        let year = sum(&months).divided_by_count(12).unwrap();
        widest = widest.max(exact.denom().bits());
        assert_eq!(year.to_string(), exact.to_string());
        for decimals in 0..=5 {
            let rounded = print(&half_even(&exact, decimals.into()), decimals.into());
            assert_eq!(year.round(decimals).unwrap().to_string(), rounded);
        }
        for _ in 0..5 {
            random.shuffle(&mut months);
            assert_same(&year, &sum(&months).divided_by_count(12).unwrap());
            let parts = sum_of_parts(&mut random, &months);
            assert_same(&year, &parts.divided_by_count(12).unwrap());
        }
    }
    // Otherwise the wide form was not tried.
    assert!(widest > 127, "the widest denominator had {widest} bits");
}

#[test]
fn a_count_of_zero_counts_as_one() {
    let value = Fraction::ratio(3, 7).unwrap();
    assert_same(&value.divided_by_count(0).unwrap(), &value);
    assert_same(&value.divided_by_count(1).unwrap(), &value);
    assert_same(&Fraction::ZERO.divided_by_count(u64::MAX).unwrap(), &Fraction::ZERO);
}

#[test]
fn a_quotient_of_whole_numbers_is_in_lowest_terms() {
    assert_eq!(Fraction::ratio(5, 0), None);
    assert_eq!(Fraction::ratio(i64::MIN, 0), None);
    let mut random = Random::new(15);
    let ends = [i64::MIN, i64::MIN + 1, -1, 1, i64::MAX];
    let mut pairs: Vec<(i64, i64)> =
        ends.iter().flat_map(|left| ends.iter().map(move |right| (*left, *right))).collect();
    pairs.extend((0..50_000).map(|_| (random.any_length(), random.any_length())));
    for (numerator, denominator) in pairs.into_iter().filter(|(_, below)| *below != 0) {
        let exact = integer(numerator) / integer(denominator);
        let found = Fraction::ratio(numerator, denominator).unwrap();
        assert_eq!(found.to_string(), exact.to_string(), "{numerator}/{denominator}");
        assert_eq!(found.is_negative(), exact < integer(0));
        assert_eq!(found.is_zero(), exact == integer(0));
    }
}

/// What has no room in a fraction keeps its place between decimals: it is multiplied by what a
/// decimal can be divided by and added to decimals, in either order, and by nothing else.
#[cfg(feature = "alloc")]
#[test]
fn a_mean_without_room_is_multiplied_by_what_keeps_its_place() {
    let primes = (2..800).filter(|number| (2..*number).all(|other| number % other != 0));
    let parts: Vec<(i64, i64)> = primes.map(|prime| (prime + 1, prime)).collect();
    let fractions: Vec<_> =
        parts.iter().map(|(above, below)| Fraction::ratio(*above, *below).unwrap()).collect();
    let exact: BigRational =
        parts.iter().map(|(above, below)| integer(*above) / integer(*below)).sum();
    let exact = exact / integer(i64::try_from(parts.len()).unwrap());
    let mean = Fraction::mean(&fractions).unwrap().unwrap();
    assert!(mean.is_enclosed());
    for (above, below) in [(1, 3), (2, 7), (10, 1), (1, 8), (-5, 3), (64, 9), (-1, 1)] {
        let factor = Fraction::ratio(above, below).unwrap();
        let product = mean.checked_mul(&factor).unwrap();
        assert_same(&product, &factor.checked_mul(&mean).unwrap());
        assert!(product.is_enclosed(), "{above}/{below}");
        let wanted = half_even(&(&exact * integer(above) / integer(below)), 12);
        assert_eq!(of(product.round(12).unwrap()), wanted, "{above}/{below}");
    }
    for (above, below) in [(3, 1), (7, 2), (-6, 5), (11, 10)] {
        let factor = Fraction::ratio(above, below).unwrap();
        assert!(mean.checked_mul(&factor).is_err(), "{above}/{below}");
        assert!(factor.checked_mul(&mean).is_err(), "{above}/{below}");
    }
    // Nothing of it is nothing, whole and exact.
    assert_same(&mean.checked_mul(&Fraction::ZERO).unwrap(), &Fraction::ZERO);
    assert_same(&Fraction::ZERO.checked_mul(&mean).unwrap(), &Fraction::ZERO);
    for (above, below) in [(0, 1), (1, 4), (-7, 50), (12, 1)] {
        let part = Fraction::ratio(above, below).unwrap();
        let sum = mean.checked_add(&part).unwrap();
        assert_same(&sum, &part.checked_add(&mean).unwrap());
        assert!(sum.is_enclosed(), "{above}/{below}");
        let wanted = half_even(&(&exact + integer(above) / integer(below)), 12);
        assert_eq!(of(sum.round(12).unwrap()), wanted, "{above}/{below}");
    }
    for part in [Fraction::ratio(1, 3).unwrap(), mean] {
        assert!(mean.checked_add(&part).is_err() && part.checked_add(&mean).is_err(), "{part}");
    }
}
