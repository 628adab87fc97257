//! Means that have no room in 384 bits, against rational arithmetic on big integers.

use gb3838::{
    Averaging, Circumstances, Classifier, Date, Decimal, Fraction, Item, ItemMap, ItemSet, Period,
    Quantity, Reading, Series, SumTable, WaterBody, Year,
    city::{CityIndex, CityIndexOptions},
    region::{RegionAssessment, RegionOptions, RegionSection},
    sums::{LongColumns, SumSpan},
};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::number;
use crate::random::Random;

const AMMONIA: Item = Item::AmmoniaNitrogen;
const OXYGEN: Item = Item::DissolvedOxygen;

fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

fn of(decimal: Decimal) -> BigRational {
    BigRational::new(decimal.units().into(), BigInt::from(10).pow(decimal.scale().into()))
}

/// Half to even at so many decimals, in units of the last.
fn half_even(value: &BigRational, decimals: u8) -> BigInt {
    let scaled = value * BigRational::from_integer(BigInt::from(10).pow(decimals.into()));
    let (whole, half) = (scaled.floor(), ratio(1, 2));
    let rest = &scaled - &whole;
    let up = rest > half || (rest == half && whole.to_integer() % 2 == BigInt::from(1));
    whole.to_integer() + i32::from(up)
}

/// A number compares and rounds as the rational one does.
#[track_caller]
fn assert_is(found: &Quantity, wanted: &BigRational, bits: u64) {
    assert!(wanted.denom().bits() > bits, "{} bits are no test", wanted.denom().bits());
    for decimals in 0..=12 {
        let rounded = found.round(decimals).unwrap();
        let exact = half_even(wanted, decimals);
        if exact != BigInt::from(0) {
            assert_eq!(of(rounded), of(Decimal::new(1, decimals).unwrap()) * exact);
        }
        for beside in [-1, 0, 1] {
            let edge = Decimal::new(rounded.units() + beside, rounded.scale()).unwrap();
            assert_eq!(found.compare(edge), wanted.cmp(&of(edge)), "{edge}");
        }
    }
}

/// Values of an item in hundredths, so many a month and point as a probe may have.
struct Hours {
    columns: (Vec<u32>, Vec<u8>, Vec<u8>, Vec<f64>),
    sums: Vec<Vec<(i64, i64)>>,
}

impl Hours {
    fn new(random: &mut Random, item: Item, points: usize, most: usize) -> Self {
        let mut hours = Self { columns: Default::default(), sums: Vec::new() };
        for point in 0..points {
            let mut months = Vec::new();
            for month in 0..12_u8 {
                let count = most - random.below(most / 2);
                let mut sum = 0;
                for _ in 0..count {
                    let hundredths = i32::try_from(1 + random.below(900)).unwrap();
                    sum += i64::from(hundredths);
                    hours.columns.0.push(u32::try_from(point).unwrap());
                    hours.columns.1.push(month);
                    hours.columns.2.push(item.number());
                    hours.columns.3.push(f64::from(hundredths) / 100.0);
                }
                months.push((sum, i64::try_from(count).unwrap()));
            }
            hours.sums.push(months);
        }
        hours
    }

    fn add_to(&self, table: &mut SumTable) {
        let (points, months, items, values) = &self.columns;
        let fed = table.add_long(&LongColumns::new(points, months, items, values)).unwrap();
        assert_eq!(fed.refused(), 0);
    }

    /// The mean of the means of months of each point.
    fn means(&self) -> Vec<BigRational> {
        let of_month = |(sum, count): &(i64, i64)| ratio(*sum, 100 * count);
        let of_point = |months: &Vec<(i64, i64)>| {
            months.iter().map(of_month).sum::<BigRational>() / ratio(12, 1)
        };
        self.sums.iter().map(of_point).collect()
    }

    fn mean(&self) -> BigRational {
        self.means().iter().sum::<BigRational>() / ratio(self.sums.len().try_into().unwrap(), 1)
    }
}

const YEAR: fn() -> SumSpan = || SumSpan::months(0..12);

#[test]
fn a_lake_of_ten_points_by_the_hour() {
    let mut random = Random::new(2026);
    for _ in 0..3 {
        let hours = Hours::new(&mut random, AMMONIA, 10, 744);
        let mut table = SumTable::new(10, 12, ItemSet::from_items(&[AMMONIA])).unwrap();
        hours.add_to(&mut table);
        let points: Vec<usize> = (0..10).collect();
        let mean = table.span_mean(&points, AMMONIA, &YEAR()).unwrap().unwrap();
        assert_is(&mean, &hours.mean(), 384);
        assert!(mean.exact().is_some_and(|exact| exact.is_enclosed()));
        // Its points in another order give the same bits.
        let turned: Vec<usize> = (0..10).rev().collect();
        assert_eq!(table.span_mean(&turned, AMMONIA, &YEAR()).unwrap(), Some(mean));
        // And its class is one, with the multiple over class III.
        let lake = Classifier::for_means(WaterBody::Lake);
        let known = Circumstances::new();
        let section = lake.assess_section(&table, &points, &YEAR(), &known).unwrap();
        assert_eq!(section.class_of(AMMONIA), lake.class_of_quantity(AMMONIA, &mean));
        let multiple = section.exceedance_multiple(AMMONIA, gb3838::Class::III).unwrap();
        // Over the mean at two decimals, which was compared.
        let compared = of(mean.round(2).unwrap());
        let rounded = half_even(&(compared - ratio(1, 1)), 4);
        assert_eq!(BigInt::from(multiple.round(4).unwrap().units()), rounded);
    }
}

/// The same by readings of a series.
#[test]
fn a_lake_by_its_series() {
    let mut random = Random::new(7);
    let hours = Hours::new(&mut random, AMMONIA, 10, 600);
    let (points, months, _, values) = &hours.columns;
    let mut series = Series::new();
    for ((point, month), value) in points.iter().zip(months).zip(values) {
        let day = Date::new(2026, month + 1, 5).unwrap();
        let reading = Reading::Value(number(&value.to_string()));
        series.add_at(&point.to_string(), day, AMMONIA, &reading).unwrap();
    }
    let year = Period::year(Year::new(2026).unwrap());
    let mean = series.mean(AMMONIA, &year, Averaging::MonthsFirst).unwrap().unwrap();
    assert_is(mean.value(), &hours.mean(), 384);
}

#[test]
fn a_region_of_four_sections_every_quarter_of_an_hour() {
    let mut random = Random::new(13);
    let hours = Hours::new(&mut random, AMMONIA, 4, 2_976);
    let mut table = SumTable::new(4, 12, ItemSet::from_items(&[AMMONIA])).unwrap();
    hours.add_to(&mut table);
    let river = Classifier::for_means(WaterBody::River);
    let sections: Vec<_> = (0..4)
        .map(|point| {
            river.assess_section(&table, &[point], &YEAR(), &Circumstances::new()).unwrap()
        })
        .collect();
    let names = ["a", "b", "c", "d"];
    let members: Vec<_> =
        names.iter().zip(&sections).map(|(name, of)| RegionSection::new(name, of)).collect();
    let region = RegionAssessment::of(&members, &RegionOptions::DOCUMENT_22).unwrap();
    let means = region.state().means().unwrap().assessment().clone();
    // The numerator of the sum, before it is in lowest terms, has more than 384.
    assert_is(means.value_of(AMMONIA).unwrap().value(), &hours.mean(), 350);
}

/// The sum of two indices, of which one divides by its mean.
#[test]
fn a_city_index_of_ten_sections_by_the_hour() {
    let mut random = Random::new(99);
    let both = [AMMONIA, OXYGEN].map(|item| Hours::new(&mut random, item, 10, 744));
    let mut table = SumTable::new(10, 12, ItemSet::from_items(&[AMMONIA, OXYGEN])).unwrap();
    for hours in &both {
        hours.add_to(&mut table);
    }
    let sections: Vec<ItemMap<Quantity>> = (0..10)
        .map(|point| {
            let mean = |item| table.span_mean(&[point], item, &YEAR()).unwrap().unwrap();
            [AMMONIA, OXYGEN].into_iter().map(|item| (item, mean(item))).collect()
        })
        .collect();
    let index = CityIndex::of(&sections, &[], &CityIndexOptions::PROVISIONAL_2017).unwrap();
    // Limits of class III: 1.0 and 5.
    let wanted = both[0].mean() + ratio(5, 1) / both[1].mean();
    assert_is(&Quantity::from(*index.value()), &wanted, 384);
    // Rivers and lakes weigh as they are many.
    let lake = [sections[0]];
    let city = CityIndex::of(&sections, &lake, &CityIndexOptions::PROVISIONAL_2017).unwrap();
    let of_lake = &both[0].means()[0] + ratio(5, 1) / &both[1].means()[0];
    let weighed = (wanted * ratio(10, 1) + of_lake) / ratio(11, 1);
    assert_is(&Quantity::from(*city.value()), &weighed, 384);
}

/// One section whose mean is such a number already: over the limit 1.0 of class III it is its index.
#[test]
fn a_city_index_of_one_section_of_ten_points() {
    let mut random = Random::new(404);
    let hours = Hours::new(&mut random, AMMONIA, 10, 744);
    let mut table = SumTable::new(10, 12, ItemSet::from_items(&[AMMONIA])).unwrap();
    hours.add_to(&mut table);
    let points: Vec<usize> = (0..10).collect();
    let mean = table.span_mean(&points, AMMONIA, &YEAR()).unwrap().unwrap();
    assert!(mean.exact().is_some_and(|exact| exact.is_enclosed()));
    let section: ItemMap<Quantity> = [(AMMONIA, mean)].into_iter().collect();
    let index = CityIndex::of(&[section], &[], &CityIndexOptions::PROVISIONAL_2017).unwrap();
    assert_is(&Quantity::from(*index.value()), &hours.mean(), 384);
}

/// What would need more of such a number than its place is an error, and no guess.
#[test]
fn sums_of_enclosed_numbers_are_refused() {
    let mut random = Random::new(5);
    let hours = Hours::new(&mut random, AMMONIA, 10, 744);
    let mut table = SumTable::new(10, 12, ItemSet::from_items(&[AMMONIA])).unwrap();
    hours.add_to(&mut table);
    let points: Vec<usize> = (0..10).collect();
    let mean = table.span_mean(&points, AMMONIA, &YEAR()).unwrap().unwrap();
    let mean = mean.exact().unwrap();
    let third = Fraction::ratio(1, 3).unwrap();
    for refused in [mean.checked_add(&mean), mean.checked_add(&third), mean.checked_mul(&mean)] {
        assert!(refused.is_err());
    }
    assert!(third.checked_div(&mean).is_err() && mean.checked_div(&mean).is_err());
    let tenth = Fraction::from(number("0.1"));
    let more = Quantity::from(mean.checked_add(&tenth).unwrap());
    assert_is(&more, &(hours.mean() + ratio(1, 10)), 384);
    let less = Quantity::from(mean.checked_div(&tenth).unwrap().unwrap());
    assert_is(&less, &(hours.mean() * ratio(10, 1)), 384);
    let part = Quantity::from(mean.divided_by_count(7).unwrap());
    assert_is(&part, &(hours.mean() / ratio(7, 1)), 384);
    assert!(mean.to_string().starts_with('≈'));
}
