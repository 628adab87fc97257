//! The class of a value: grids around every limit, and a million random means.

use core::cmp::Ordering;

use gb3838::{Comparison, Decimal, Fraction, Item, Standard, WaterBody, limits::ItemCutoffs};
use num_rational::BigRational;

use crate::printed::{count, limits, rows};
use crate::random::Random;
use crate::rational::{Limits, class, class_rounded_first, integer, of, power_of_ten, scaled};
use crate::scaled::{ScaledLimits, ScaledMean};

/// One item and body with its printed limits and what the crate makes of them.
struct Case {
    item: Item,
    body: WaterBody,
    decimals: u8,
    limits: Limits,
    rounded_first: ItemCutoffs,
    full_value: ItemCutoffs,
}

/// Every item and body that has limits in print.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (item, row) in Item::ALL.into_iter().zip(&rows(1)) {
        for body in WaterBody::ALL {
            let cutoffs =
                |comparison| ItemCutoffs::new(&Standard::GB_3838_2002, item, body, comparison);
            let both = (cutoffs(Comparison::RoundFirst), cutoffs(Comparison::FullValue));
            match (limits(row, body), both) {
                (Some(limits), (Some(rounded_first), Some(full_value))) => {
                    let decimals = count(row, "assessment_decimals_2020");
                    cases.push(Case { item, body, decimals, limits, rounded_first, full_value });
                }
                (None, (None, None)) => {}
                other => panic!("{item} {body}: {:?} in print, {:?} in the code", other.0, other.1),
            }
        }
    }
    cases
}

impl Case {
    fn printed_limits(&self) -> Vec<BigRational> {
        let mut limits = match &self.limits {
            Limits::AtMost(five) | Limits::AtLeast(five) => five.to_vec(),
            Limits::Within(low, high) => vec![low.clone(), high.clone()],
        };
        limits.dedup();
        limits
    }

    fn units(&self, limit: &BigRational, places: u8) -> i64 {
        let units = limit * power_of_ten(places.into());
        assert!(units.is_integer(), "{} at {places}: {limit}", self.item);
        i64::try_from(units.to_integer()).unwrap()
    }

    fn scaled_limits(&self) -> ScaledLimits {
        let units = |limit: &BigRational| i128::from(self.units(limit, self.decimals));
        match &self.limits {
            Limits::AtMost(five) => ScaledLimits::AtMost(five.each_ref().map(units)),
            Limits::AtLeast(five) => ScaledLimits::AtLeast(five.each_ref().map(units)),
            Limits::Within(low, high) => ScaledLimits::Within(units(low), units(high)),
        }
    }

    /// Both comparisons of one decimal, as a decimal and as a fraction.
    fn assert_decimal(&self, value: Decimal) {
        let exact = of(value);
        let fraction = Fraction::from(value);
        let expected =
            [class_rounded_first(&exact, &self.limits, self.decimals), class(&exact, &self.limits)];
        for (cutoffs, expected) in [&self.rounded_first, &self.full_value].into_iter().zip(expected)
        {
            let name = || format!("{} {} {value}: {cutoffs:?}", self.item, self.body);
            assert_eq!(cutoffs.class_of(|edge| value.compare(edge)), expected, "{}", name());
            assert_eq!(cutoffs.class_of(|edge| fraction.compare(edge)), expected, "{}", name());
        }
    }
}

#[test]
fn every_step_around_every_limit_has_its_class() {
    for case in cases() {
        let places = case.decimals + 3;
        for limit in case.printed_limits() {
            let centre = case.units(&limit, places);
            for units in centre - 2_000..=centre + 2_000 {
                case.assert_decimal(Decimal::new(units, places).unwrap());
            }
        }
    }
}

#[test]
fn the_neighbours_of_every_cutoff_have_their_class() {
    const PLACES: u8 = 12;
    for case in cases() {
        let half = 10_i64.pow((PLACES - case.decimals).into()) / 2;
        for limit in case.printed_limits() {
            let centre = case.units(&limit, PLACES);
            for edge in [centre - 2 * half, centre - half, centre, centre + half, centre + 2 * half]
            {
                for units in edge - 2..=edge + 2 {
                    case.assert_decimal(Decimal::new(units, PLACES).unwrap());
                }
            }
        }
    }
}

/// A random mean around a limit: on a tie, one small step beside it, or anywhere.
fn random_values(random: &mut Random, case: &Case, limit: &BigRational) -> Vec<Decimal> {
    let length = 1 + random.below(40);
    let longest = case.decimals + 2;
    if random.below(3) == 0 {
        let highest = case.units(limit, longest) * 5 / 2;
        let value = |random: &mut Random| {
            let scale = random.scale(case.decimals, longest);
            let highest = highest / 10_i64.pow((longest - scale).into());
            let units = random.below(usize::try_from(highest).unwrap() + 1);
            Decimal::new(i64::try_from(units).unwrap(), scale).unwrap()
        };
        return (0..length).map(|_| value(random)).collect();
    }
    // The last value brings the mean to within a step of half a unit beside the limit.
    let limit = case.units(limit, longest);
    let target = limit + 50 * [-1, 0, 1][random.below(3)];
    let step = random.within(1);
    let mut missing = target * i64::try_from(length).unwrap() + step;
    let mut values = Vec::with_capacity(length);
    for _ in 1..length {
        let scale = random.scale(case.decimals, longest);
        let unit = 10_i64.pow((longest - scale).into());
        let units = (target + random.within(target / 50 + 1)) / unit;
        missing -= units * unit;
        values.push(Decimal::new(units, scale).unwrap());
    }
    // A negative concentration does not exist; the mean is then anywhere.
    values.push(Decimal::new(missing.max(0), longest).unwrap());
    random.shuffle(&mut values);
    values
}

/// The mean as the crate sees it: a sum of fractions, divided once.
fn mean(values: &[Decimal]) -> Fraction {
    let sum = values.iter().fold(Fraction::ZERO, |sum, value| {
        sum.checked_add(&Fraction::from(*value)).expect("a short sum")
    });
    sum.divided_by_count(values.len().try_into().unwrap()).expect("a short mean")
}

fn scaled_mean(values: &[Decimal], places: u8) -> ScaledMean {
    let units =
        |value: &Decimal| i128::from(value.units()) * 10_i128.pow((places - value.scale()).into());
    let count = i128::try_from(values.len()).unwrap();
    ScaledMean { sum: values.iter().map(units).sum(), places, count }
}

/// Random means, each with its class under both comparisons.
fn assert_random_means(seed: u64, number: usize) {
    let cases = cases();
    let scaled_limits: Vec<ScaledLimits> = cases.iter().map(Case::scaled_limits).collect();
    let printed: Vec<Vec<BigRational>> = cases.iter().map(Case::printed_limits).collect();
    let mut random = Random::new(seed);
    for index in 0..number {
        let chosen = random.below(cases.len());
        let case = &cases[chosen];
        let limit = &printed[chosen][random.below(printed[chosen].len())];
        let values = random_values(&mut random, case, limit);
        let expected = scaled_mean(&values, case.decimals + 2);
        let expected_rounded = expected.class_rounded_first(scaled_limits[chosen], case.decimals);
        let expected_full = expected.class_of_full_value(scaled_limits[chosen], case.decimals);

        let mean = mean(&values);
        let order = |edge: Decimal| -> Ordering { mean.compare(edge) };
        let name = || format!("{} {} {values:?}", case.item, case.body);
        assert_eq!(case.rounded_first.class_of(order), expected_rounded, "{}", name());
        assert_eq!(case.full_value.class_of(order), expected_full, "{}", name());

        // The cheap oracle is checked by the obvious one.
        if index % 50 == 0 {
            let sum: BigRational = values.iter().map(|value| of(*value)).sum();
            let exact = sum / integer(values.len().try_into().unwrap());
            let rounded_first = class_rounded_first(&exact, &case.limits, case.decimals);
            assert_eq!(rounded_first, expected_rounded, "{}", name());
            assert_eq!(class(&exact, &case.limits), expected_full, "{}", name());
        }
    }
}

// Two halves, so that they run side by side.
#[test]
fn half_a_million_random_means_have_their_class() {
    assert_random_means(4, 500_000);
}

#[test]
fn another_half_a_million_random_means_have_their_class() {
    assert_random_means(5, 500_000);
}

#[test]
fn known_traps_fall_on_the_right_side() {
    let class_of = |symbol: &str, text: &str, first: bool| {
        let cases = cases();
        let case = cases.iter().find(|case| case.item.symbol() == symbol).unwrap();
        let value: Decimal = text.parse().unwrap();
        let cutoffs = if first { &case.rounded_first } else { &case.full_value };
        cutoffs.class_of(|edge| value.compare(edge)).name()
    };
    assert_eq!(class_of("pH", "5.5", true), "I");
    assert_eq!(class_of("pH", "9.5", true), "inferior_V");
    assert_eq!(class_of("pH", "9.01", false), "inferior_V");
    assert_eq!(class_of("DO", "4.95", true), "III");
    assert_eq!(class_of("DO", "4.95", false), "IV");
    assert_eq!(class_of("NH3-N", "1.005", true), "III");
    assert_eq!(class_of("CODMn", "2.0374", false), "II");
    assert_eq!(class_of("CODMn", "2.0374", true), "I");
    // A printed misprint has 0.015 for class I.
    assert_eq!(class_of("NH3-N", "0.15", false), "I");
    assert_eq!(scaled(15, 2), of("0.150".parse().unwrap()));
}
