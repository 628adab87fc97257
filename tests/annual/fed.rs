//! Columns in, sums out: every row is used, missing or refused, and the fast way is the slow one.

use gb3838::{
    Accumulator, Bits, Class, Classifier, Decimal, Item, ItemSet, Reading, SumTable, WaterBody,
    error::SumTableError,
    sums::{ItemColumn, LongColumns, SumSpan, WideColumns},
};

use crate::random::Random;
use crate::{number, reading as read};

/// Floats of every kind: printed decimals of few and many places, noise of arithmetic, long
/// ones, zero, negative zero, and those that are no value.
fn float(random: &mut Random) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "any float will do")]
    let units = random.next() as f64;
    match random.below(12) {
        0 => 0.0,
        1 => -0.0,
        2 => f64::NAN,
        3 => [f64::INFINITY, -1.0, 1e300, 14.000_001, 1e-20][random.below(5)],
        4 => (units % 1e6) / 1e5 + 0.1,
        5 => (units % 1e15) / 1e7,
        6 => (units % 14e9) / 1e9,
        places => (units % 13_000.0) / 10_f64.powi(i32::try_from(places).unwrap() - 7),
    }
}

/// Each cell of a table fed by columns is that of the accumulator of the same readings; what an
/// accumulator refuses is counted, and nothing is lost.
#[test]
fn columns_give_what_accumulators_give() {
    let mut random = Random::new(5);
    for round in 0..60 {
        let rows = [1, 7, 127, 128, 129, 500, 1_000][random.below(7)];
        let mut expected = vec![None::<Accumulator>; 3 * 4 * 25];
        let (mut used, mut below_used, mut missing, mut refused) = (0, 0, 0, 0);
        let (mut sections, mut periods, mut items) = (Vec::new(), Vec::new(), Vec::new());
        let (mut values, mut validity, mut below) = (Vec::new(), vec![0_u8; 200], vec![0_u8; 200]);
        let mut first_refused = None;
        for row in 0..rows {
            // Few rows out of place, so that whole blocks are in place too.
            let stray = round % 3 == 0 && random.below(20) == 0;
            let section = if stray { 3 + random.below(9) } else { random.below(3) };
            let period = random.below(4);
            let item = if stray { random.below(256) } else { 1 + random.below(24) };
            let value = match round % 4 {
                0 => float(&mut random),
                _ => f64::from(u16::try_from(random.below(1_400)).unwrap()) / 100.0,
            };
            let valid = round % 5 != 1 || random.below(8) != 0;
            let is_below = round % 5 == 2 && random.below(4) == 0;
            validity[row / 8] |= u8::from(valid) << (row % 8);
            below[row / 8] |= u8::from(is_below) << (row % 8);
            sections.push(u32::try_from(section).unwrap());
            periods.push(u8::try_from(period).unwrap());
            items.push(u8::try_from(item).unwrap());
            values.push(value);
            let added = (1..=24).contains(&item) && section < 3;
            let outcome = if !added {
                Err(())
            } else if !valid || value.is_nan() {
                Ok(false)
            } else {
                let item = Item::ALL[item - 1];
                let place = (section * 4 + period) * 25 + item as usize;
                let sum = expected[place].get_or_insert_with(|| Accumulator::new(item));
                Decimal::try_from(value)
                    .map_err(drop)
                    .and_then(|it| {
                        let reading =
                            if is_below { Reading::Below(it) } else { Reading::Value(it) };
                        sum.add(&reading).map_err(drop)
                    })
                    .map(|()| true)
            };
            match outcome {
                Ok(true) => {
                    used += 1;
                    below_used += u64::from(is_below);
                }
                Ok(false) => missing += 1,
                Err(()) => {
                    refused += 1;
                    first_refused = first_refused.or(Some(row));
                }
            }
        }
        let mut columns = LongColumns::new(&sections, &periods, &items, &values);
        if round % 5 == 1 {
            columns = columns.with_validity(Bits::new(&validity));
        }
        if round % 5 == 2 {
            columns = columns.with_below_limit(Bits::new(&below));
        }
        let mut table = SumTable::new(3, 4, ItemSet::ALL).unwrap();
        let fed = table.add_long(&columns).unwrap();
        assert_eq!(
            (fed.used(), fed.below(), fed.missing(), fed.refused()),
            (used, below_used, missing, refused),
            "round {round}"
        );
        assert_eq!(fed.first_refused().map(gb3838::sums::RefusedRow::row), first_refused);
        for section in 0..3 {
            for period in 0..4 {
                for item in Item::ALL {
                    let sum = expected[(section * 4 + period) * 25 + item as usize].as_ref();
                    let count = sum.map_or(0, Accumulator::count);
                    assert_eq!(table.count(section, period, item), count);
                    let below = sum.map_or(0, Accumulator::below_count);
                    assert_eq!(table.below_count(section, period, item), below);
                    let mean = sum.and_then(|sum| sum.mean().unwrap());
                    assert_eq!(table.mean(section, period, item).unwrap(), mean, "{item}");
                }
            }
        }
    }
}

/// Wide columns, rows of 16-bit periods, and long columns of the same readings.
#[test]
fn wide_and_long_are_the_same() {
    let mut random = Random::new(6);
    let items = [Item::Ph, Item::WaterTemperature, Item::Mercury, Item::FaecalColiforms];
    let rows = 700;
    let sections: Vec<u32> = (0..rows).map(|_| u32::try_from(random.below(5)).unwrap()).collect();
    let days: Vec<u16> = (0..rows).map(|_| u16::try_from(random.below(366)).unwrap()).collect();
    let columns: Vec<Vec<f64>> =
        items.iter().map(|_| (0..rows).map(|_| float(&mut random)).collect()).collect();
    let below = vec![0b0001_0000; 100];
    let wide: Vec<_> = items
        .iter()
        .zip(&columns)
        .map(|(item, values)| {
            ItemColumn::new(*item, values).with_below_limit(Bits::new(&below).with_offset(3))
        })
        .collect();
    let mut one = SumTable::new(5, 366, ItemSet::ALL).unwrap();
    let fed = one.add_wide(&WideColumns::new(&sections, &days, &wide)).unwrap();
    let mut other = SumTable::new(5, 366, ItemSet::ALL).unwrap();
    let mut long = gb3838::sums::FeedCounts::default();
    for (item, values) in items.iter().zip(&columns) {
        let numbers = vec![item.number(); rows];
        let columns = LongColumns::new(&sections, &days, &numbers, values)
            .with_below_limit(Bits::new(&below).with_offset(3));
        long.add(&other.add_long(&columns).unwrap());
    }
    assert_eq!(one, other);
    assert_eq!(
        (fed.used(), fed.missing(), fed.refused()),
        (long.used(), long.missing(), long.refused())
    );
    assert!(fed.refused() > 50 && fed.used() > 1_000);
}

/// One bit among many: one row without a value, or below a limit, at and beside the ends of
/// blocks, and with bits that start within a byte.
#[test]
fn a_single_bit_is_seen() {
    let rows = 1_000;
    let ammonia = Item::AmmoniaNitrogen;
    let (sections, periods) = (vec![0; rows], vec![0_u8; rows]);
    let (items, values) = (vec![ammonia.number(); rows], vec![0.5; rows]);
    let columns = LongColumns::new(&sections, &periods, &items, &values);
    for offset in [0, 5] {
        for row in [0, 63, 64, 127, 191, 192, 255, 959, 960, 998, 999] {
            let mut bits = vec![0_u8; (rows + offset).div_ceil(8)];
            bits[(row + offset) / 8] = 1 << ((row + offset) % 8);
            let others: Vec<u8> = bits.iter().map(|byte| !byte).collect();
            let fed = |columns: &LongColumns<'_, u8>| {
                let mut table = SumTable::new(1, 1, ItemSet::FIVE).unwrap();
                let fed = table.add_long(columns).unwrap();
                let mean = table.mean(0, 0, ammonia).unwrap().unwrap();
                (fed.used(), fed.missing(), fed.below(), mean.exact().unwrap().to_string())
            };
            let validity = Bits::new(&others).with_offset(offset);
            assert_eq!(fed(&columns.with_validity(validity)), (999, 1, 0, "1/2".to_owned()));
            // (999 · 0.5 + 0.25) / 1000
            let below = Bits::new(&bits).with_offset(offset);
            let expected = (1_000, 0, 1, "1999/4000".to_owned());
            assert_eq!(fed(&columns.with_below_limit(below)), expected, "{row}");
        }
    }
}

/// Two columns of one item would count its samples twice.
#[test]
fn an_item_has_one_column() {
    let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
    let ammonia = ItemColumn::new(Item::AmmoniaNitrogen, &[0.1]);
    let columns = [ammonia, ItemColumn::new(Item::TotalPhosphorus, &[0.1]), ammonia];
    assert_eq!(
        table.add_wide(&WideColumns::new(&[0], &[0_u8], &columns)),
        Err(SumTableError::TwoColumns { item: Item::AmmoniaNitrogen })
    );
    assert_eq!(table, SumTable::new(1, 12, ItemSet::FIVE).unwrap());
}

/// A refused row says which, where and why.
#[test]
fn refused_rows_carry_their_reason() {
    let mut table = SumTable::new(2, 12, ItemSet::FIVE).unwrap();
    let mut first = |section: u32, period: u8, item: u8, value: f64| {
        let fed = table
            .add_long(&LongColumns::new(&[0, section], &[0, period], &[2, item], &[7.0, value]))
            .unwrap();
        assert_eq!((fed.used(), fed.refused()), (1, 1));
        let refused = *fed.first_refused().unwrap();
        assert_eq!((refused.row(), refused.column()), (1, None));
        refused.error()
    };
    assert_eq!(first(2, 0, 7, 0.1), SumTableError::NoSuchSection { section: 2, sections: 2 });
    assert_eq!(first(0, 12, 7, 0.1), SumTableError::NoSuchPeriod { period: 12, periods: 12 });
    assert_eq!(first(0, 0, 25, 0.1), SumTableError::NoSuchItem { number: 25 });
    assert_eq!(first(0, 0, 0, 0.1), SumTableError::NoSuchItem { number: 0 });
    assert_eq!(first(0, 0, 10, 0.1), SumTableError::NotSummed { item: Item::Copper });
    assert!(first(0, 0, 7, -1.0).to_string().contains("-1"));
    assert!(first(0, 0, 2, 14.01).to_string().contains("14.01"));
    assert!(first(0, 0, 7, f64::INFINITY).to_string().contains("inf"));
    assert!(first(0, 0, 7, 1.234_567_890_123_456_7e-9).to_string().contains("digits"));
    let uneven = LongColumns::new(&[0, 1], &[0_u8], &[7, 7], &[0.1, 0.2]);
    assert_eq!(table.add_long(&uneven), Err(SumTableError::OtherLength { expected: 2, found: 1 }));
    let short =
        LongColumns::new(&[0; 9], &[0_u8; 9], &[7; 9], &[0.1; 9]).with_validity(Bits::new(&[0xff]));
    assert_eq!(table.add_long(&short), Err(SumTableError::OtherLength { expected: 9, found: 8 }));
}

/// Values that floats cannot sum: 0.575 and 1.005, ties that a float breaks the wrong way.
#[test]
fn ties_stay_ties() {
    let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
    let ammonia = Item::AmmoniaNitrogen.number();
    let months: Vec<u8> = (0..12).collect();
    let fed =
        table.add_long(&LongColumns::new(&[0; 12], &months, &[ammonia; 12], &[1.005; 12])).unwrap();
    assert_eq!(fed.used(), 12);
    let year = SumSpan::months(0..12);
    let mean = table.span_mean(&[0], Item::AmmoniaNitrogen, &year).unwrap().unwrap();
    assert_eq!(mean.compare(number("1.005")), core::cmp::Ordering::Equal);
    let section = Classifier::for_means(WaterBody::River).assess_sums(&table, &year).unwrap()[0];
    // 1.005 rounds to 1.00, the limit of class III.
    assert_eq!(section.class(), Some(Class::III));
    assert_eq!(section.determining().to_string(), "NH3-N");
    assert_eq!(section.absent().len(), 20);
    assert_eq!(section.worse_than(Class::II).to_string(), "NH3-N");
    assert_eq!(section.sufficiency(), None);
}

/// The class without a division is that of the exact mean, for unequal counts and every item.
#[test]
fn classes_are_those_of_the_exact_means() {
    let mut random = Random::new(7);
    let bodies = [WaterBody::River, WaterBody::Lake];
    for _ in 0..400 {
        let mut table = SumTable::new(1, 12, ItemSet::ALL).unwrap();
        for item in Item::ALL {
            let size = [1_400, 300, 60_000][random.below(3)];
            for month in 0..12 {
                for _ in 0..random.below(6) {
                    let scale = if size == 1_400 { 2 } else { item.assessment_decimals() + 1 };
                    let units = i64::try_from(random.below(size)).unwrap();
                    let value = Decimal::new(units, scale).unwrap();
                    if item != Item::Ph || value <= number("14") {
                        table.add_reading(0, month, item, &Reading::Value(value)).unwrap();
                    }
                }
            }
        }
        for span in [SumSpan::months(0..12), SumSpan::pooled(3..9)] {
            let classifier = match random.below(2) {
                0 => Classifier::for_means(bodies[random.below(2)]),
                _ => Classifier::for_readings(bodies[random.below(2)]),
            };
            let classifier = classifier.with_items(ItemSet::ALL);
            let section = classifier.assess_points(&table, &[0], &span).unwrap();
            for item in Item::ALL {
                let mean = table.span_mean(&[0], item, &span).unwrap();
                let class = mean.and_then(|mean| classifier.class_of_quantity(item, &mean));
                assert_eq!(section.class_of(item), class, "{item}");
            }
        }
    }
}

/// A lake with points of unequal counts: over time at each, then over both.
#[test]
fn a_lake_is_averaged_over_its_points() {
    let mut table = SumTable::new(2, 2, ItemSet::FIVE).unwrap();
    let item = Item::TotalPhosphorus;
    for (point, month, cell) in [(0, 0, "0.04"), (1, 0, "0.05"), (1, 1, "0.07")] {
        table.add_reading(point, month, item, &read(cell, item)).unwrap();
    }
    let span = SumSpan::months(0..2);
    // (0.04 + (0.05 + 0.07) / 2) / 2 = 0.05, and not (0.04 + 0.05 + 0.07) / 3.
    let mean = table.span_mean(&[0, 1], item, &span).unwrap().unwrap();
    assert_eq!(mean.compare(number("0.05")), core::cmp::Ordering::Equal);
    let lake = Classifier::for_means(WaterBody::Lake);
    let section = lake.assess_points(&table, &[0, 1], &span).unwrap();
    assert_eq!(section.class(), Some(Class::III));
}
