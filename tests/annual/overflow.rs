//! Sums that pass the end of their type, and counts that reach theirs.

use gb3838::{
    Decimal, Item, ItemSet, Reading, SumTable,
    error::SumTableError,
    sums::{CellSnapshot, LongColumns},
};

use crate::number;
use crate::random::Random;

/// 2⁵⁰ units a value: 2¹³ of them reach the end of 63 bits, and the sum goes on beyond.
#[test]
fn a_sum_beyond_64_bits_is_exact() {
    let item = Item::FaecalColiforms;
    // One unit is 10⁻⁶; 1 125 899 906.842623 is the greatest below 2⁵⁰.
    let value = 1_125_899_906.842_623;
    let rows = 20_000;
    let mut table = SumTable::new(1, 1, ItemSet::from_items(&[item])).unwrap();
    let fed = table
        .add_long(&LongColumns::new(
            &vec![0; rows],
            &vec![0_u8; rows],
            &vec![item.number(); rows],
            &vec![value; rows],
        ))
        .unwrap();
    assert_eq!(fed.used(), 20_000);
    let mean = table.mean(0, 0, item).unwrap().unwrap();
    assert_eq!(mean.round(6).unwrap(), number("1125899906.842623"));
    let snapshot = table.snapshot();
    // 20 000 · 1 125 899 906 842 623, which has 65 bits.
    assert_eq!(snapshot.cells[0].sum, "22517998136852460000");
    assert_eq!(SumTable::try_from(&snapshot).unwrap(), table);
    // And back below the end, to the same bits as if it had never been beyond.
    let reading = Reading::Value(number("1125899906.842623"));
    for _ in 1..rows {
        table.remove_reading(0, 0, item, &reading).unwrap();
    }
    let mut one = SumTable::new(1, 1, ItemSet::from_items(&[item])).unwrap();
    one.add_reading(0, 0, item, &reading).unwrap();
    assert_eq!(table, one);
}

/// Sums that go beyond 64 bits and come back, by columns, readings and merges in random turns:
/// always the bits of the same readings one by one.
#[test]
fn sums_around_the_end_are_exact() {
    let item = Item::FaecalColiforms;
    let items = ItemSet::from_items(&[Item::Ph, item]);
    let value = 1_125_899_906.842_623;
    let reading = Reading::Value(number("1125899906.842623"));
    let mut random = Random::new(13);
    let mut carried = 0;
    for _ in 0..40 {
        let empty = SumTable::new(2, 2, items).unwrap();
        let (mut table, mut slow) = (empty.clone(), empty.clone());
        for _ in 0..random.below(40) {
            let rows = 1 + random.below(1_500);
            let period = u8::try_from(random.below(2)).unwrap();
            match random.below(4) {
                0 => {
                    let taken = rows.min(slow.count(0, usize::from(period), item) as usize);
                    for _ in 0..taken {
                        table.remove_reading(0, period.into(), item, &reading).unwrap();
                        slow.remove_reading(0, period.into(), item, &reading).unwrap();
                    }
                }
                turn => {
                    let (sections, periods) = (vec![0; rows], vec![period; rows]);
                    let (numbers, values) = (vec![item.number(); rows], vec![value; rows]);
                    let columns = LongColumns::new(&sections, &periods, &numbers, &values);
                    if turn == 1 {
                        let mut other = empty.clone();
                        assert_eq!(other.add_long(&columns).unwrap().used(), rows as u64);
                        table.merge(&other).unwrap();
                    } else {
                        assert_eq!(table.add_long(&columns).unwrap().used(), rows as u64);
                    }
                    for _ in 0..rows {
                        slow.add_reading(0, period.into(), item, &reading).unwrap();
                    }
                }
            }
            if random.below(3) == 0 {
                table = SumTable::try_from(&table.snapshot()).unwrap();
            }
            assert_eq!(table, slow);
        }
        carried += usize::from(slow.snapshot().cells.iter().any(|cell| cell.sum.len() > 19));
    }
    assert!(carried > 5, "{carried}");
}

/// pH 0 is 2¹¹² units: 2¹⁶ of them reach the end of 128 bits.
#[test]
fn hydrogen_ions_beyond_128_bits_are_exact() {
    let rows = 70_000;
    let mut table = SumTable::new(1, 1, ItemSet::FIVE).unwrap();
    let fed = table
        .add_long(&LongColumns::new(
            &vec![0; rows],
            &vec![0_u8; rows],
            &vec![Item::Ph.number(); rows],
            &vec![0.0; rows],
        ))
        .unwrap();
    assert_eq!(fed.used(), 70_000);
    assert_eq!(table.snapshot().cells[0].carry, 1);
    let mean = table.mean(0, 0, Item::Ph).unwrap().unwrap();
    assert_eq!(mean.round(2).unwrap(), number("0.00"));
    let mut twice = table.clone();
    twice.merge(&table).unwrap();
    assert_eq!(twice.snapshot().cells[0].carry, 2);
    assert_eq!(twice.mean(0, 0, Item::Ph).unwrap(), Some(mean));
}

/// Values of more places than the table sums stand beside it: 17 of 10¹⁸ and 18 places reach
/// the end of 128 bits there, which is an error and changes nothing.
#[test]
fn long_decimals_have_an_end() {
    let item = Item::Zinc;
    let mut table = SumTable::new(1, 1, ItemSet::ALL).unwrap();
    let long = Reading::Value(Decimal::new(i64::MAX, 0).unwrap());
    table.add_reading(0, 0, item, &long).unwrap();
    let before = table.clone();
    assert_eq!(table.add_reading(0, 0, item, &long), Err(SumTableError::Full));
    assert_eq!(table, before);
    assert_eq!(table.clone().merge(&before), Err(SumTableError::Full));
    // In a column it is counted with its reason, and the other rows are used.
    let fed = table
        .add_long(&LongColumns::new(&[0; 3], &[0_u8; 3], &[11; 3], &[0.5, 9.2e18, 0.25]))
        .unwrap();
    assert_eq!((fed.used(), fed.refused()), (2, 1));
    assert_eq!(fed.first_refused().unwrap().error(), SumTableError::Full);
    assert_eq!(table.count(0, 0, item), 3);
}

/// A cell that has 2³² − 2 values takes one more, and not two.
#[test]
fn counts_have_an_end() {
    let item = Item::Lead;
    let mut snapshot = SumTable::new(1, 1, ItemSet::ALL).unwrap().snapshot();
    snapshot.cells.push(CellSnapshot {
        section: 0,
        period: 0,
        item,
        sum: "0".to_owned(),
        carry: 0,
        fine: String::new(),
        count: u32::MAX - 1,
        below: 0,
        below_sum: String::new(),
        below_fine: String::new(),
    });
    let mut table = SumTable::try_from(&snapshot).unwrap();
    let fed =
        table.add_long(&LongColumns::new(&[0; 3], &[0_u8; 3], &[18; 3], &[0.5, 0.5, 0.5])).unwrap();
    assert_eq!((fed.used(), fed.refused()), (1, 2));
    assert_eq!(fed.first_refused().unwrap().error(), SumTableError::Full);
    assert_eq!(table.count(0, 0, item), u32::MAX);
    assert_eq!(table.clone().merge(&table), Err(SumTableError::Full));
}

#[test]
fn a_table_has_a_greatest_size() {
    assert!(matches!(
        SumTable::new(1 << 30, 12, ItemSet::FIVE),
        Err(SumTableError::TooManyCells { periods: 12, items: 5, .. })
    ));
    let mut table = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
    assert!(table.grow(usize::MAX).is_err());
    assert_eq!(table.sections(), 1);
    assert_eq!(
        table.merge(&SumTable::new(2, 12, ItemSet::FIVE).unwrap()),
        Err(SumTableError::OtherShape)
    );
}

/// Growing one by one moves the readings of every period to their new places.
#[test]
fn a_table_grows_with_its_readings() {
    let items = ItemSet::FIVE;
    let mut grown = SumTable::new(0, 3, items).unwrap();
    let mut whole = SumTable::new(9, 3, items).unwrap();
    for (section, units) in (700..709).enumerate() {
        grown.grow(section + 1).unwrap();
        for period in 0..3 {
            for item in [Item::Ph, Item::TotalPhosphorus] {
                let cell = Reading::Value(Decimal::new(units, 2).unwrap());
                grown.add_reading(section, period, item, &cell).unwrap();
                whole.add_reading(section, period, item, &cell).unwrap();
            }
        }
    }
    assert_eq!(grown, whole);
}
