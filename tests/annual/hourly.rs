//! A year of hourly data: 8 760 values, months of unequal length, against rationals.

use gb3838::{
    Decimal, Item, ItemSet, SumTable,
    sums::{LongColumns, SumSpan},
};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::random::Random;

const HOURS: [usize; 12] = [744, 672, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744];

#[test]
fn a_year_of_hours_is_exact() {
    assert_eq!(HOURS.iter().sum::<usize>(), 8_760);
    let mut random = Random::new(3);
    for item in [Item::AmmoniaNitrogen, Item::Mercury, Item::FaecalColiforms] {
        let places = item.assessment_decimals() + 3;
        let power = BigInt::from(10).pow(places.into());
        let mut months = Vec::new();
        let (mut periods, mut values) = (Vec::new(), Vec::new());
        let mut year = BigRational::from_integer(0.into());
        let mut all = BigInt::from(0);
        for (month, hours) in (0_u8..).zip(HOURS) {
            // Some hours are missing in most months.
            let hours = hours - random.below(50);
            let mut sum = BigInt::from(0);
            for _ in 0..hours {
                let units = i64::try_from(random.below(3_000_000)).unwrap();
                sum += units;
                periods.push(month);
                #[expect(clippy::cast_precision_loss, reason = "seven digits")]
                values.push(units as f64 / 10_f64.powi(places.into()));
            }
            months.push(hours);
            year += BigRational::new(sum.clone(), &power * hours * 12);
            all += sum;
        }
        let pooled = BigRational::new(all, power * months.iter().sum::<usize>());
        let rows = values.len();
        let mut table = SumTable::new(1, 12, ItemSet::ALL).unwrap();
        let numbers = vec![item.number(); rows];
        let sections = vec![0; rows];
        let columns = LongColumns::new(&sections, &periods, &numbers, &values);
        let fed = table.add_long(&columns).unwrap();
        assert_eq!(fed.used(), rows as u64);
        for (span, expected) in [(SumSpan::months(0..12), year), (SumSpan::pooled(0..12), pooled)] {
            let mean = table.span_mean(&[0], item, &span).unwrap().unwrap();
            assert_eq!(mean.exact().unwrap().to_string(), expected.to_string(), "{item}");
        }
        // Counts that have a great common multiple still compare without rounding.
        let section = gb3838::Classifier::for_means(gb3838::WaterBody::Lake)
            .with_items(ItemSet::ALL)
            .assess_points(&table, &[0], &SumSpan::months(0..12))
            .unwrap();
        assert!(section.class_of(item).is_some());
    }
}

/// Hourly pH, in any order, has the bits of the accumulator.
#[test]
fn a_year_of_ph_is_the_same_in_any_order() {
    let mut random = Random::new(4);
    let mut hours: Vec<f64> = (0..8_760)
        .map(|_| f64::from(u16::try_from(650 + random.below(250)).unwrap()) / 100.0)
        .collect();
    let mut expected = gb3838::Accumulator::new(Item::Ph);
    for value in &hours {
        let reading = gb3838::Reading::Value(Decimal::try_from(*value).unwrap());
        expected.add(&reading).unwrap();
    }
    let expected = expected.mean().unwrap();
    for _ in 0..3 {
        random.shuffle(&mut hours);
        let mut table = SumTable::new(1, 1, ItemSet::FIVE).unwrap();
        let numbers = [Item::Ph.number(); 8_760];
        let fed = table
            .add_long(&LongColumns::new(&vec![0; 8_760], &[0_u8; 8_760], &numbers, &hours))
            .unwrap();
        assert_eq!(fed.used(), 8_760);
        assert_eq!(table.mean(0, 0, Item::Ph).unwrap(), expected);
    }
}
