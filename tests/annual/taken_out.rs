//! Late and corrected values: what was taken out leaves no trace, and what never was in is
//! refused.

use gb3838::{
    Accumulator, Decimal, Item, ItemSet, Reading, SumTable,
    error::{AccumulateError, SumTableError},
};

use crate::random::Random;
use crate::{number, reading as read};

/// Random readings in and out again, in another order: the mean is that of those left.
#[test]
fn a_corrected_sum_is_the_sum_of_the_rest() {
    let mut random = Random::new(9);
    let items = [Item::Ph, Item::TotalPhosphorus];
    for _ in 0..2_000 {
        let item = items[random.below(2)];
        let mut reading = || {
            let units = 1 + i64::try_from(random.below(1_400)).unwrap();
            let value = Decimal::new(units, random.scale(2, 4)).unwrap();
            match random.below(4) {
                0 if item != Item::Ph => Reading::Below(value),
                _ => Reading::Value(value),
            }
        };
        let kept: Vec<Reading> = (0..4).map(|_| reading()).collect();
        let gone: Vec<Reading> = (0..3).map(|_| reading()).collect();
        let mut direct = Accumulator::new(item);
        let mut table = SumTable::new(1, 1, ItemSet::FIVE).unwrap();
        let mut expected = table.clone();
        for reading in &kept {
            direct.add(reading).unwrap();
            expected.add_reading(0, 0, item, reading).unwrap();
        }
        let mut mixed: Vec<&Reading> = kept.iter().chain(&gone).collect();
        random.shuffle(&mut mixed);
        let mut sum = Accumulator::new(item);
        for reading in mixed {
            sum.add(reading).unwrap();
            table.add_reading(0, 0, item, reading).unwrap();
        }
        for reading in &gone {
            sum.remove(reading).unwrap();
            assert_eq!(table.remove_reading(0, 0, item, reading), Ok(true));
        }
        assert_eq!(sum.mean().unwrap(), direct.mean().unwrap());
        assert_eq!((sum.count(), sum.below_count()), (direct.count(), direct.below_count()));
        assert_eq!(table, expected);
        // Extremes are those of the rest, or bounds that say so.
        let ((least, greatest), (low, high)) =
            (sum.extremes().unwrap(), direct.extremes().unwrap());
        assert!(least <= low && greatest >= high);
        if sum.extremes_are_exact() {
            assert_eq!((least, greatest), (low, high));
        }
    }
}

#[test]
fn what_never_was_in_cannot_be_taken_out() {
    let item = Item::TotalPhosphorus;
    let mut sum = Accumulator::new(item);
    let not_there = |sum: &mut Accumulator, cell: &str| {
        let before = *sum;
        let error = sum.remove(&read(cell, item)).unwrap_err();
        assert!(matches!(error, AccumulateError::NotThere { .. }), "{error}");
        assert_eq!(*sum, before);
    };
    not_there(&mut sum, "0.1");
    not_there(&mut sum, "--");
    sum.add(&read("0.1", item)).unwrap();
    sum.add(&read("0.3", item)).unwrap();
    not_there(&mut sum, "0.4");
    not_there(&mut sum, "0.2L");
    not_there(&mut sum, "--");
    sum.remove(&read("0.1", item)).unwrap();
    assert!(!sum.extremes_are_exact());
    // One value of 0.3 is left, and 0.2 is not it.
    not_there(&mut sum, "0.2");
    sum.remove(&read("0.3", item)).unwrap();
    assert_eq!(sum, Accumulator::new(item));
    assert!(sum.extremes_are_exact());

    // Three of 0.1 and one of 0.3: two of 0.3 were never there, though the sum would be zero.
    for cell in ["0.1", "0.1", "0.1", "0.3"] {
        sum.add(&read(cell, item)).unwrap();
    }
    sum.remove(&read("0.3", item)).unwrap();
    not_there(&mut sum, "0.3");
    // As ions: three of pH 7 and one of pH 6.
    let mut acidity = Accumulator::new(Item::Ph);
    for cell in ["7", "7", "7", "6"] {
        acidity.add(&read(cell, Item::Ph)).unwrap();
    }
    acidity.remove(&read("6", Item::Ph)).unwrap();
    assert!(acidity.remove(&read("6", Item::Ph)).is_err());
    assert_eq!(acidity.mean().unwrap().unwrap().round(2).unwrap(), number("7.00"));

    let mut table = SumTable::new(1, 1, ItemSet::FIVE).unwrap();
    let empty = table.clone();
    let reading = read("0.3", item);
    let error = table.remove_reading(0, 0, item, &reading);
    assert_eq!(error, Err(SumTableError::NotThere { item }));
    assert_eq!(table.remove_reading(0, 0, item, &read("--", item)), Ok(false));
    table.add_reading(0, 0, item, &reading).unwrap();
    let before = table.clone();
    assert!(table.remove_reading(0, 0, item, &read("0.2", item)).is_err());
    assert!(table.remove_reading(0, 0, item, &read("0.6L", item)).is_err());
    assert!(table.replace_reading(0, 0, item, &reading, &Reading::Value(number("-1"))).is_err());
    assert_eq!(table, before);
    table.remove_reading(0, 0, item, &reading).unwrap();
    assert_eq!(table, empty);

    // No sum of what is left is below zero, of short decimals or of long ones beside them.
    for (cell, greater) in
        [("0.1", "0.3"), ("0.100000000000000001", "0.300000000000000001"), ("7", "6.5")]
    {
        let item = if cell == "7" { Item::Ph } else { item };
        let mut table = empty.clone();
        for _ in 0..2 {
            table.add_reading(0, 0, item, &read(cell, item)).unwrap();
        }
        let before = table.clone();
        let error = table.remove_reading(0, 0, item, &read(greater, item));
        assert_eq!(error, Err(SumTableError::NotThere { item }));
        assert_eq!(table, before);
    }
    // Water can be colder than zero.
    let temperature = Item::WaterTemperature;
    let mut table = SumTable::new(1, 1, ItemSet::ALL).unwrap();
    for cell in ["-0.5", "1", "-2"] {
        table.add_reading(0, 0, temperature, &read(cell, temperature)).unwrap();
    }
    table.remove_reading(0, 0, temperature, &read("1", temperature)).unwrap();
    let mean = table.mean(0, 0, temperature).unwrap().unwrap();
    assert_eq!(mean.exact().unwrap().to_string(), "-5/4");
}

/// Counts of what has no value never wrap, not even all reasons together.
#[test]
fn missing_readings_have_an_end() {
    let item = Item::TotalPhosphorus;
    let mut sum = Accumulator::new(item);
    sum.add(&read("", item)).unwrap();
    sum.add(&read("-1", item)).unwrap();
    for _ in 0..30 {
        sum.merge(&sum.clone()).unwrap();
    }
    assert_eq!(sum.missing_count(), 1 << 31);
    let before = sum;
    assert!(matches!(sum.merge(&before), Err(AccumulateError::Overflow(_))));
    assert_eq!((sum, sum.missing_count()), (before, 1 << 31));
}
