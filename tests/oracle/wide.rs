//! Fractions beyond 128 bits: every operation against big integers, and where they end.

use gb3838::{Decimal, Fraction, error::ExactOverflow};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::random::Random;
use crate::rational::{half_even, integer, magnitude, of, of_fraction, power_of_ten, print, ratio};

/// The greatest size of numerator and denominator that is promised.
const MAX_BITS: u64 = 384;

fn bits(value: &BigRational) -> u64 {
    value.numer().bits().max(value.denom().bits())
}

/// A product of up to six quotients of whole numbers, in both forms.
fn factors(random: &mut Random, most: usize) -> (Fraction, BigRational) {
    let mut value = Fraction::ratio(1, 1).unwrap();
    let mut exact = (BigInt::from(1), BigInt::from(1));
    // Half of the values fill the room that they have.
    let long = random.below(2) == 0;
    for _ in 0..=random.below(most) {
        let (numerator, denominator) = if long {
            (random.within(i64::MAX) | 1 << 61, random.within(i64::MAX).abs().max(1))
        } else {
            (random.any_length(), random.any_length().max(1))
        };
        let factor = Fraction::ratio(numerator, denominator).unwrap();
        value = value.checked_mul(&factor).unwrap();
        exact = (exact.0 * numerator, exact.1 * denominator);
    }
    let exact = ratio(exact.0, exact.1);
    assert_eq!(value.to_string(), exact.to_string());
    (value, exact)
}

/// The exact result where it fits, the error of that operation where it does not.
fn assert_result(found: Result<Fraction, ExactOverflow>, exact: &BigRational, operation: &str) {
    match found {
        Ok(found) => {
            assert!(bits(exact) <= MAX_BITS, "{found}");
            assert_eq!(found.to_string(), exact.to_string());
        }
        Err(error) => {
            assert!(bits(exact) > MAX_BITS, "{operation}: {exact}");
            assert_eq!(error.operation(), operation);
            assert!(error.to_string().contains("384 bits"), "{error}");
        }
    }
}

#[test]
fn every_operation_is_exact_or_a_typed_error() {
    let mut random = Random::new(16);
    for _ in 0..20_000 {
        let (left, exact_left) = factors(&mut random, 6);
        let (right, exact_right) = factors(&mut random, 6);
        assert_result(left.checked_add(&right), &(&exact_left + &exact_right), "sum");
        assert_result(left.checked_sub(&right), &(&exact_left - &exact_right), "sum");
        assert_result(left.checked_mul(&right), &(&exact_left * &exact_right), "product");
        if right.is_zero() {
            assert_eq!(left.checked_div(&right), Ok(None));
        } else {
            let quotient = left.checked_div(&right).map(|found| found.expect("not zero"));
            assert_result(quotient, &(&exact_left / &exact_right), "product");
        }
        let count = random.next() >> random.below(64);
        let shared = &exact_left / BigInt::from(count.max(1));
        assert_result(left.divided_by_count(count), &shared, "quotient");
        assert_eq!(left.cmp(&right), exact_left.cmp(&exact_right), "{left} {right}");
        assert_eq!(left.is_negative(), exact_left < integer(0));
    }
}

#[test]
fn what_cancels_comes_back_with_the_same_bits() {
    let mut random = Random::new(17);
    let one = Fraction::ratio(1, 1).unwrap();
    for _ in 0..5_000 {
        let (value, _) = factors(&mut random, 6);
        let (other, _) = factors(&mut random, 3);
        assert_eq!(value.checked_sub(&value), Ok(Fraction::ZERO));
        if value.is_zero() || other.is_zero() {
            continue;
        }
        assert_eq!(value.checked_div(&value), Ok(Some(one)), "{value}");
        for (there, back) in [
            (value.checked_add(&other), Fraction::checked_sub as fn(&_, &_) -> _),
            (value.checked_mul(&other), |product: &Fraction, factor: &Fraction| {
                product.checked_div(factor).map(|found| found.expect("not zero"))
            }),
        ] {
            let Ok(there) = there else { continue };
            // The way back may need more room than there is, but is never a wrong value.
            if let Ok(back) = back(&there, &other) {
                assert_eq!(back, value);
                assert_eq!(format!("{back:?}"), format!("{value:?}"));
            }
        }
    }
}

#[test]
fn order_and_comparison_are_exact() {
    let mut random = Random::new(18);
    for _ in 0..20_000 {
        let (value, exact) = factors(&mut random, 6);
        let printed = random.decimal();
        assert_eq!(value.compare(printed), exact.cmp(&of(printed)), "{value} {printed}");
        // Close neighbours, which agree in all their leading digits.
        let (small, exact_small) = factors(&mut random, 2);
        let step = small.checked_div(&Fraction::ratio(i64::MAX, 1).unwrap()).unwrap().unwrap();
        let exact_step = exact_small / integer(i64::MAX);
        if let Ok(near) = value.checked_add(&step) {
            assert_eq!(value.cmp(&near), integer(0).cmp(&exact_step), "{value} {near}");
            assert_eq!(near.partial_cmp(&value), Some(exact_step.cmp(&integer(0))));
        }
    }
    for _ in 0..5_000 {
        let printed = random.decimal();
        let value = Fraction::from(printed);
        assert!(value.compare(printed).is_eq(), "{printed}");
        assert_eq!(of_fraction(&value), of(printed));
    }
}

#[test]
fn wide_values_round_as_the_oracle() {
    let mut random = Random::new(19);
    let mut rounded = 0;
    for _ in 0..20_000 {
        let (value, exact) = factors(&mut random, 6);
        let places = random.scale(0, Decimal::MAX_SCALE);
        let expected = half_even(&exact, places.into());
        match value.round(places) {
            Ok(found) => {
                assert_eq!(found.to_string(), print(&expected, places.into()), "{value}");
                rounded += u32::from(bits(&exact) > 127);
            }
            Err(error) => {
                assert_eq!(error.operation(), "rounding");
                let units = magnitude(&expected) * power_of_ten(places.into());
                assert!(units > integer(i64::MAX), "{value} at {places}");
            }
        }
    }
    assert!(rounded > 1_000, "{rounded} wide values were rounded");
}

#[test]
fn wide_ties_go_to_the_even_neighbour() {
    let mut random = Random::new(20);
    for _ in 0..2_000 {
        let tie = Fraction::ratio(random.within(1_000_000) * 2 + 1, 2_000).unwrap();
        let exact = of_fraction(&tie);
        // A step so small that the sum leaves the narrow form.
        let (mut step, mut exact_step) = (Fraction::ratio(1, 1).unwrap(), integer(1));
        for _ in 0..4 {
            let unit = (random.next() >> 1).cast_signed() | 1 << 61;
            step = step.checked_mul(&Fraction::ratio(1, unit).unwrap()).unwrap();
            exact_step /= integer(unit);
        }
        for (value, exact) in [
            (tie, exact.clone()),
            (tie.checked_add(&step).unwrap(), &exact + &exact_step),
            (tie.checked_sub(&step).unwrap(), &exact - &exact_step),
        ] {
            assert_eq!(of(value.round(3).unwrap()), half_even(&exact, 3), "{value}");
        }
    }
}

#[test]
fn the_room_ends_at_384_bits() {
    let two_to_the = |power: u32| {
        let mut value = Fraction::ratio(1, 1).unwrap();
        for _ in 0..power {
            value = value.checked_mul(&Fraction::ratio(2, 1).unwrap())?;
        }
        Ok::<_, ExactOverflow>(value)
    };
    let largest = two_to_the(383).unwrap();
    assert_eq!(largest.to_string(), BigInt::from(2).pow(383).to_string());
    assert_eq!(two_to_the(384).unwrap_err().operation(), "product");
    assert_eq!(largest.checked_add(&largest).unwrap_err().operation(), "sum");
    let smallest = Fraction::ratio(1, 1).unwrap().checked_div(&largest).unwrap().unwrap();
    assert_eq!(smallest.divided_by_count(2).unwrap_err().operation(), "quotient");
    assert_eq!(smallest.round(18).unwrap(), Decimal::ZERO);
    assert_eq!(largest.round(0).unwrap_err().operation(), "rounding");
    assert!(largest.compare(Decimal::new(i64::MAX, 18).unwrap()).is_gt());
    assert!(smallest.compare(Decimal::new(1, 18).unwrap()).is_lt());
}

/// Sums that outgrow their room on the way, and whose mean has 384 bits, above the line or below:
/// 2³⁸³, and 1 / (3 · 2³⁸²) of 2⁻³⁸² + 1 / q − 1 / q with q = 3²⁴⁰.
#[cfg(feature = "alloc")]
#[test]
fn a_mean_of_384_bits_is_exact() {
    let of = |numerator, denominator| Fraction::ratio(numerator, denominator).unwrap();
    let power = |base: i64, exponent: usize| {
        let product = |power: Fraction, _| power.checked_mul(&of(base, 1)).unwrap();
        (0..exponent).fold(of(1, 1), product)
    };
    let inverse = |of_it: &Fraction| of(1, 1).checked_div(of_it).unwrap().unwrap();
    let great = power(2, 383);
    let negative = Fraction::ZERO.checked_sub(&great).unwrap();
    for value in [great, negative] {
        assert!(value.checked_add(&value).is_err());
        assert_eq!(Fraction::mean(&[value, value]), Ok(Some(value)));
    }
    let (small, third) = (inverse(&power(2, 382)), inverse(&power(3, 240)));
    let minus_third = Fraction::ZERO.checked_sub(&third).unwrap();
    assert!(small.checked_add(&third).is_err());
    let mean = Fraction::mean(&[small, third, minus_third]).unwrap().unwrap();
    let whole = BigInt::from(3) * BigInt::from(2).pow(382);
    assert_eq!((whole.bits(), mean.is_enclosed()), (MAX_BITS, false));
    assert_eq!(mean.to_string(), format!("1/{whole}"));
}

/// A mean without room that is nearer to a number than any decimal is still on its side of it:
/// 1 ∓ (2⁻³⁸² + 3⁻²⁴⁰) / 2.
#[cfg(feature = "alloc")]
#[test]
fn a_number_without_room_is_never_the_decimal_beside_it() {
    let of = |numerator, denominator| Fraction::ratio(numerator, denominator).unwrap();
    let one = Decimal::from_integer(1);
    let part = |base: i64, exponent: usize| {
        let product = |power: Fraction, _| power.checked_mul(&of(1, base)).unwrap();
        (0..exponent).fold(of(1, 1), product)
    };
    for sign in [1, -1] {
        let parts = [part(2, 382), part(3, 240)].map(|it| it.checked_mul(&of(sign, 1)).unwrap());
        let beside = parts.map(|part| of(1, 1).checked_add(&part).unwrap());
        let mean = Fraction::mean(&beside).unwrap().unwrap();
        assert!(mean.is_enclosed());
        assert_eq!(mean.compare(one), sign.cmp(&0));
        assert_eq!(mean.cmp(&of(1, 1)), sign.cmp(&0));
        assert_eq!(mean.round(18), Ok(one));
    }
}

/// Powers of two of every length beside odd numbers: what is shifted goes over each word and none.
#[test]
fn every_power_of_two_cancels_and_comes_back() {
    let of = |numerator, denominator| Fraction::ratio(numerator, denominator).unwrap();
    let (three, seven, two) = (of(3, 1), of(7, 1), of(2, 1));
    let (mut power, mut exact) = (of(1, 1), BigInt::from(1));
    for places in 0..380 {
        let [thrice, fourth, seventh] = [3, 4, 7].map(|times: u8| &exact * BigInt::from(times));
        let long = power.checked_mul(&three).unwrap();
        assert_eq!(long.to_string(), thrice.to_string(), "{places}");
        let inverse = of(1, 1).checked_div(&power.checked_mul(&seven).unwrap()).unwrap().unwrap();
        assert_eq!(inverse.to_string(), BigRational::new(1.into(), seventh).to_string());
        // 3 · 2ⁿ / (7 · 2ⁿ) is 3 / 7, and 3 · 2ⁿ + 2ⁿ is 2ⁿ⁺².
        assert_eq!(long.checked_mul(&inverse).unwrap(), of(3, 7), "{places}");
        let fourfold = long.checked_add(&power).unwrap();
        assert_eq!(fourfold.to_string(), fourth.to_string(), "{places}");
        assert_eq!(fourfold.checked_div(&power).unwrap(), Some(of(4, 1)), "{places}");
        assert_eq!(long.to_f64().to_bits(), (3.0 * 2_f64.powi(places)).to_bits(), "{places}");
        power = power.checked_mul(&two).unwrap();
        exact *= BigInt::from(2);
    }
}

#[test]
fn the_floating_view_is_close() {
    let mut random = Random::new(21);
    for _ in 0..5_000 {
        let (value, exact) = factors(&mut random, 6);
        let float = BigRational::from_float(value.to_f64()).expect("a finite float");
        let distance = magnitude(&(float - &exact));
        assert!(distance * power_of_ten(15) <= magnitude(&exact), "{value}");
    }
}
