//! Integer columns of a scale sum to what the readings sum to, one by one.

use gb3838::{
    Bits, Decimal, Item, ItemSet, Reading, SumTable,
    error::SumTableError,
    sums::{FeedCounts, ItemColumn, LongColumns, WideColumns},
};

use crate::random::Random;

/// What one value comes to by the slow way.
fn add(
    table: &mut SumTable,
    place: (usize, usize, Item),
    value: Decimal,
    (valid, below): (bool, bool),
) -> [u64; 4] {
    if !valid {
        return [0, 0, 1, 0];
    }
    let reading = if below { Reading::Below(value) } else { Reading::Value(value) };
    match table.add_reading(place.0, place.1, place.2, &reading) {
        Ok(true) => [1, u64::from(below), 0, 0],
        Ok(false) => [0, 0, 1, 0],
        Err(_) => [0, 0, 0, 1],
    }
}

fn counts(fed: &FeedCounts) -> [u64; 4] {
    [fed.used(), fed.below(), fed.missing(), fed.refused()]
}

#[test]
fn integers_of_any_scale_are_summed_exactly() {
    let mut random = Random::new(41);
    for round in 0..120_usize {
        let scale = u8::try_from(round % 19).unwrap();
        let rows = [1, 191, 192, 400][random.below(4)];
        let wild = round % 3 == 0;
        let (mut sections, mut periods, mut items) = (Vec::new(), Vec::new(), Vec::new());
        let (mut narrow, mut long) = (Vec::new(), Vec::new());
        let (mut valid, mut below) = (vec![0_u8; 60], vec![0_u8; 60]);
        let mut expected = [(); 2].map(|()| SumTable::new(3, 4, ItemSet::ALL).unwrap());
        let mut totals = [[0; 4]; 2];
        for row in 0..rows {
            let item = Item::ALL[random.below(24)];
            let value = match random.below(if wild { 9 } else { 4 }) {
                4 => i32::MIN,
                5 => -1,
                6 => i32::MAX,
                7 => 0,
                _ => i32::try_from(random.below(1_400)).unwrap(),
            };
            let wide = if wild && random.below(9) == 0 { i64::MAX / 3 } else { i64::from(value) };
            let is_valid = random.below(10) != 0;
            let is_below = random.below(7) == 0 && (wild || item != Item::Ph);
            valid[row / 8] |= u8::from(is_valid) << (row % 8);
            below[row / 8] |= u8::from(is_below) << (row % 8);
            let (section, period) = (random.below(3), random.below(4));
            for (kind, value) in [i64::from(value), wide].into_iter().enumerate() {
                let value = Decimal::new(value, scale).unwrap();
                let place = (section, period, item);
                let one = add(&mut expected[kind], place, value, (is_valid, is_below));
                for (total, one) in totals[kind].iter_mut().zip(one) {
                    *total += one;
                }
            }
            sections.push(u32::try_from(section).unwrap());
            periods.push(u8::try_from(period).unwrap());
            items.push(item.number());
            narrow.push(value);
            long.push(wide);
        }
        let bits = (Bits::new(&valid), Bits::new(&below));
        let columns = [
            LongColumns::scaled_i32(&sections, &periods, &items, &narrow, scale),
            LongColumns::scaled_i64(&sections, &periods, &items, &long, scale),
        ];
        for (kind, columns) in columns.into_iter().enumerate() {
            let mut table = SumTable::new(3, 4, ItemSet::ALL).unwrap();
            let columns = columns.with_validity(bits.0).with_below_limit(bits.1);
            let fed = table.add_long(&columns).unwrap();
            assert_eq!(counts(&fed), totals[kind], "round {round} kind {kind}");
            assert_eq!(table, expected[kind], "round {round} kind {kind}");
        }
    }
}

/// Columns of three types side by side are the floats of the same numbers.
#[test]
fn types_may_stand_side_by_side() {
    let mut mixed = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
    let mut floats = mixed.clone();
    let columns = [
        ItemColumn::scaled_i32(Item::Ph, &[712, 65], 2),
        ItemColumn::scaled_i64(Item::TotalPhosphorus, &[1_050, 200], 4),
        ItemColumn::new(Item::DissolvedOxygen, &[7.5, f64::NAN]),
    ];
    let fed = mixed.add_wide(&WideColumns::new(&[0, 0], &[0_u8, 3], &columns)).unwrap();
    assert_eq!((fed.used(), fed.missing()), (5, 1));
    let columns = [
        ItemColumn::new(Item::Ph, &[7.12, 0.65]),
        ItemColumn::new(Item::TotalPhosphorus, &[0.105, 0.02]),
        ItemColumn::new(Item::DissolvedOxygen, &[7.5, f64::NAN]),
    ];
    let fed = floats.add_wide(&WideColumns::new(&[0, 0], &[0_u8, 3], &columns)).unwrap();
    assert_eq!(fed.missing(), 1);
    assert_eq!(mixed, floats);
    let columns = [ItemColumn::scaled_i32(Item::Ph, &[7], 19)];
    let refused = mixed.add_wide(&WideColumns::new(&[0], &[0_u8], &columns));
    assert_eq!(refused, Err(SumTableError::Scale { scale: 19 }));
}
