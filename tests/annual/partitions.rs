//! A million random partitions, orders and merges, all with the same bits.

use gb3838::{Item, ItemSet, Reading, SumTable, sums::LongColumns};

use crate::random::Random;

/// Readings of a small table: short decimals, long ones that stand beside the cells, pH, and
/// results below a limit.
fn readings(random: &mut Random) -> Vec<(usize, usize, Item, Reading)> {
    let items = [Item::Ph, Item::TotalPhosphorus, Item::Mercury];
    let mut readings = Vec::new();
    for _ in 0..5 {
        let item = items[random.below(3)];
        let places = random.scale(0, 18);
        let units = match item {
            Item::Ph if places < 16 => i64::try_from(random.below(10)).unwrap(),
            _ => i64::try_from(random.next() >> (8 + random.below(50))).unwrap(),
        };
        let value = gb3838::Decimal::new(units, places).unwrap();
        // Half of the limit must have a decimal.
        let below = random.below(4) == 0 && item != Item::Ph && units > 0 && value.half().is_ok();
        let reading = if below { Reading::Below(value) } else { Reading::Value(value) };
        if item != Item::Ph || value <= gb3838::Decimal::from(14) {
            readings.push((random.below(2), random.below(2), item, reading));
        }
    }
    readings
}

const EMPTY: fn() -> SumTable = || {
    SumTable::new(2, 2, ItemSet::from_items(&[Item::Ph, Item::TotalPhosphorus, Item::Mercury]))
        .unwrap()
};

fn add(table: &mut SumTable, readings: &[(usize, usize, Item, Reading)]) {
    for (section, period, item, reading) in readings {
        table.add_reading(*section, *period, *item, reading).unwrap();
    }
}

#[test]
fn a_million_partitions_give_the_same_bits() {
    let mut random = Random::new(1);
    let mut cases = 0;
    while cases < 1_000_000 {
        let mut readings = readings(&mut random);
        let mut whole = EMPTY();
        add(&mut whole, &readings);
        let empty = EMPTY();
        for _ in 0..50 {
            random.shuffle(&mut readings);
            // Into two or three parts, merged in one of their orders.
            let first = random.below(readings.len() + 1);
            let second = first + random.below(readings.len() - first + 1);
            let mut parts = [empty.clone(), empty.clone(), empty.clone()];
            add(&mut parts[0], &readings[..first]);
            add(&mut parts[1], &readings[first..second]);
            add(&mut parts[2], &readings[second..]);
            random.shuffle(&mut parts);
            let [mut one, two, three] = parts;
            one.merge(&two).unwrap();
            one.merge(&three).unwrap();
            assert_eq!(one, whole);
            cases += 1;
        }
    }
}

/// Blocks of columns on several threads, in random orders of merging.
#[test]
fn threads_give_the_same_bits() {
    let mut random = Random::new(2);
    let rows = 20_000;
    let items = ItemSet::FIVE;
    let numbers: Vec<u8> = items.iter().map(Item::number).collect();
    let sections: Vec<u32> = (0..rows).map(|_| u32::try_from(random.below(40)).unwrap()).collect();
    let months: Vec<u8> = (0..rows).map(|_| u8::try_from(random.below(12)).unwrap()).collect();
    let kinds: Vec<u8> = (0..rows).map(|_| numbers[random.below(5)]).collect();
    let values: Vec<f64> = (0..rows)
        .map(|_| f64::from(u32::try_from(random.below(14_001)).unwrap()) / 1_000.0)
        .collect();
    let columns = &|rows: core::ops::Range<usize>| {
        let mut table = SumTable::new(40, 12, items).unwrap();
        let fed = table
            .add_long(&LongColumns::new(
                &sections[rows.clone()],
                &months[rows.clone()],
                &kinds[rows.clone()],
                &values[rows],
            ))
            .unwrap();
        assert_eq!(fed.refused(), 0);
        table
    };
    let whole = columns(0..rows);
    for threads in [2, 3, 7] {
        let mut cuts: Vec<usize> = (1..threads).map(|_| random.below(rows)).collect();
        cuts.extend([0, rows]);
        cuts.sort_unstable();
        let mut parts = std::thread::scope(|scope| {
            let running: Vec<_> =
                cuts.windows(2).map(|cut| scope.spawn(move || columns(cut[0]..cut[1]))).collect();
            running.into_iter().map(|part| part.join().unwrap()).collect::<Vec<_>>()
        });
        random.shuffle(&mut parts);
        let mut merged = SumTable::new(40, 12, items).unwrap();
        for part in &parts {
            merged.merge(part).unwrap();
        }
        assert_eq!(merged, whole);
    }
}
