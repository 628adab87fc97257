//! Between which numbers a mean lies, by sums and by series: one decision, whatever way the
//! readings came.

use gb3838::{
    Averaging, Bits, Date, Decimal, Item, ItemSet, Period, Reading, Series, SumTable,
    error::{SnapshotError, SumRangeError},
    possible::MissingMonths,
    sums::{LongColumns, SumSpan},
};

use crate::random::Random;
use crate::{number, reading as read};

const ITEMS: [Item; 4] =
    [Item::Ph, Item::DissolvedOxygen, Item::AmmoniaNitrogen, Item::TotalPhosphorus];

/// A reading of a point and a month.
#[derive(Clone, Copy, Debug)]
struct Measured {
    point: usize,
    month: usize,
    item: Item,
    reading: Reading,
}

/// Short and long decimals, a third of them detection limits, odd and even ones.
fn measured(random: &mut Random, long: bool) -> Measured {
    let item = ITEMS[random.below(4)];
    let scale = if long && random.below(3) == 0 { 11 } else { random.scale(1, 4) };
    let units = match item {
        Item::Ph => 40 + i64::try_from(random.below(60)).unwrap(),
        _ => 1 + i64::try_from(random.below(9_999)).unwrap(),
    };
    let value = Decimal::new(units, if item == Item::Ph { 1 } else { scale }).unwrap();
    let below = item != Item::Ph && random.below(3) == 0;
    Measured {
        point: random.below(2),
        month: random.below(4),
        item,
        reading: if below { Reading::Below(value) } else { Reading::Value(value) },
    }
}

const EMPTY: fn() -> SumTable = || SumTable::new(2, 12, ItemSet::FIVE).unwrap();

fn add(table: &mut SumTable, all: &[Measured]) {
    for one in all {
        table.add_reading(one.point, one.month, one.item, &one.reading).unwrap();
    }
}

fn take_out(table: &mut SumTable, all: &[Measured]) {
    for one in all {
        table.remove_reading(one.point, one.month, one.item, &one.reading).unwrap();
    }
}

fn by_columns(table: &mut SumTable, all: &[Measured]) {
    let (mut values, mut below) = (Vec::new(), vec![0_u8; all.len().div_ceil(8)]);
    for (row, one) in all.iter().enumerate() {
        let (value, is_below) = match one.reading {
            Reading::Below(limit) => (limit, true),
            Reading::Value(value) => (value, false),
            Reading::Missing(_) => unreachable!(),
        };
        values.push(value.to_string().parse::<f64>().unwrap());
        below[row / 8] |= u8::from(is_below) << (row % 8);
    }
    let points: Vec<u32> = all.iter().map(|one| u32::try_from(one.point).unwrap()).collect();
    let months: Vec<u8> = all.iter().map(|one| u8::try_from(one.month).unwrap()).collect();
    let items: Vec<u8> = all.iter().map(|one| one.item.number()).collect();
    let columns = LongColumns::new(&points, &months, &items, &values);
    let fed = table.add_long(&columns.with_below_limit(Bits::new(&below))).unwrap();
    assert_eq!((fed.used(), fed.refused()), (all.len() as u64, 0), "{:?}", fed.first_refused());
}

/// By readings, columns, merging, snapshots and corrections, months first and pooled, for one
/// point and both: the range is that of the series.
#[test]
fn a_range_of_sums_is_that_of_the_series() {
    let mut random = Random::new(31);
    let (mut ranges, mut below) = (0, 0);
    for case in 0..150 {
        let rows = [3, 12, 40, 450][case % 4];
        let all: Vec<_> = (0..rows).map(|_| measured(&mut random, case % 3 == 0)).collect();
        let more: Vec<_> = (0..5).map(|_| measured(&mut random, true)).collect();
        let half = random.below(all.len());
        let mut whole = EMPTY();
        add(&mut whole, &all);
        let mut columns = EMPTY();
        by_columns(&mut columns, &all);
        let mut merged = EMPTY();
        by_columns(&mut merged, &all[half..]);
        let mut other = EMPTY();
        add(&mut other, &all[..half]);
        merged.merge(&other).unwrap();
        let mut corrected = merged.clone();
        add(&mut corrected, &more);
        take_out(&mut corrected, &more);
        // Into the empty parts of a table that grows.
        let mut grown = SumTable::new(1, 12, ItemSet::FIVE).unwrap();
        let (first, rest): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.point == 0);
        add(&mut grown, &first);
        grown.grow(2).unwrap();
        add(&mut grown, &rest);
        for table in [&columns, &merged, &corrected, &grown] {
            assert_eq!(table, &whole);
        }
        let back = SumTable::try_from(&corrected.snapshot()).unwrap();
        assert_eq!(back, whole);

        let mut series = Series::new();
        for (number, one) in (0_u8..28).cycle().zip(&all) {
            let month = u8::try_from(one.month + 1).unwrap();
            let day = Date::new(2026, month, 1 + number).unwrap();
            let point = ["a", "b"][one.point];
            series.add_at(point, day, one.item, &one.reading).unwrap();
        }
        for (period, months) in [("2026-03", 3), ("2026-12", 12)] {
            let period = Period::year_to_date(period.parse().unwrap());
            for item in ITEMS {
                for missing in MissingMonths::ALL {
                    for (averaging, span) in [
                        (Averaging::MonthsFirst, SumSpan::months(0..months)),
                        (Averaging::Pooled, SumSpan::pooled(0..months)),
                    ] {
                        let expected = series.mean_range(item, &period, averaging, missing);
                        for table in [&whole, &columns, &back] {
                            let found = table.mean_range(&[0, 1], item, &span, missing);
                            assert_eq!(found.unwrap(), expected.unwrap(), "{item} {span:?}");
                        }
                        ranges += 1;
                        let ends = expected.unwrap();
                        let is_open = |it: &gb3838::possible::MeanRange| {
                            missing == MissingMonths::NoneComes && it.greatest() != Some(it.least())
                        };
                        below += usize::from(ends.as_ref().is_some_and(is_open));
                    }
                }
            }
        }
    }
    assert!(ranges > 5_000 && below > 500, "{ranges} {below}");
}

/// 20 000 detection limits of nearly 2⁵⁰ units and one value: their halves pass 63 bits.
#[test]
fn a_part_beyond_64_bits_is_exact() {
    let item = Item::FaecalColiforms;
    let rows = 20_000;
    let mut table = SumTable::new(1, 1, ItemSet::from_items(&[item])).unwrap();
    let (zeros, months, items) = (vec![0; rows], vec![0_u8; rows], vec![item.number(); rows]);
    let (values, below) = (vec![1_125_899_906.842_622; rows], vec![0xff; rows / 8]);
    let columns = LongColumns::new(&zeros, &months, &items, &values);
    let fed = table.add_long(&columns.with_below_limit(Bits::new(&below))).unwrap();
    assert_eq!(fed.below(), 20_000);
    table.add_reading(0, 0, item, &Reading::Value(number("20001"))).unwrap();
    assert!(table.snapshot().cells[0].below_sum.len() > 19);
    let range = |table: &SumTable| {
        let span = SumSpan::months(0..1);
        let range = table.mean_range(&[0], item, &span, MissingMonths::NoneComes).unwrap();
        let range = range.unwrap();
        let greatest = range.greatest().unwrap().round(3).unwrap();
        (range.least().exact().unwrap().to_string(), greatest.to_string())
    };
    // (20 000 · 1 125 899 906.842622 + 20 001) / 20 001
    let expected = ("1".to_owned(), "1125843615.662".to_owned());
    assert_eq!(range(&table), expected);
    assert_eq!(range(&SumTable::try_from(&table.snapshot()).unwrap()), expected);
    let mut twice = table.clone();
    twice.merge(&table).unwrap();
    assert_eq!(range(&twice), expected);
    for _ in 0..rows {
        let limit = Reading::Below(number("1125899906.842622"));
        twice.remove_reading(0, 0, item, &limit).unwrap();
    }
    twice.remove_reading(0, 0, item, &Reading::Value(number("20001"))).unwrap();
    assert_eq!(twice, table);
}

/// A snapshot of version 1 has no detection limits: what it had of both kinds is not known, and
/// known again as soon as one kind alone is left.
#[test]
fn what_was_not_kept_is_not_known() {
    let item = Item::TotalPhosphorus;
    let mut table = EMPTY();
    for (month, cell) in [(0, "0.10"), (0, "0.04L"), (1, "0.02L"), (2, "0.3")] {
        table.add_reading(0, month, item, &read(cell, item)).unwrap();
    }
    let mut snapshot = table.snapshot();
    snapshot.version = 1;
    // No program of version 1 wrote such a cell.
    let error = SumTable::try_from(&snapshot).unwrap_err();
    assert!(matches!(error, SnapshotError::Cell { period: 0, .. }), "{error}");
    snapshot.cells.iter_mut().for_each(|cell| cell.below_sum.clear());
    let mut old = SumTable::try_from(&snapshot).unwrap();
    assert_ne!(old, table);
    let range = |table: &SumTable, months| {
        let span = SumSpan::months(months);
        let range = table.mean_range(&[0], item, &span, MissingMonths::AnyValue)?;
        Ok(range.unwrap().least().round(3).unwrap().to_string())
    };
    let not_known = SumRangeError::LimitsNotKnown { section: 0, period: 0, item };
    assert_eq!(range(&old, 0..3), Err(not_known));
    assert_eq!(range(&old, 1..3).as_deref(), Ok("0.150"));
    // So it stays in what it is added to, and in snapshots of it.
    let mut sum = table.clone();
    sum.merge(&old).unwrap();
    assert_eq!(range(&sum, 0..3), Err(not_known));
    let again = SumTable::try_from(&sum.snapshot()).unwrap();
    assert_eq!(again, sum);
    assert_eq!(range(&again, 0..3), Err(not_known));
    // Without its value, the cell has limits alone.
    old.remove_reading(0, 0, item, &read("0.10", item)).unwrap();
    table.remove_reading(0, 0, item, &read("0.10", item)).unwrap();
    assert_eq!(old, table);
    assert_eq!(range(&old, 0..3).as_deref(), Ok("0.100"));
}

/// What values and detection limits of a cell cannot be is refused, taken out or restored.
#[test]
fn a_part_fits_its_sum() {
    let item = Item::TotalPhosphorus;
    let mut table = EMPTY();
    for cell in ["0.10", "0.04L"] {
        table.add_reading(0, 0, item, &read(cell, item)).unwrap();
    }
    let before = table.clone();
    // The sum is 0.12, of which the limit makes 0.02.
    for cell in ["0.02L", "0.12", "0.2L"] {
        assert!(table.remove_reading(0, 0, item, &read(cell, item)).is_err(), "{cell}");
        assert_eq!(table, before);
    }
    let beyond = |part: &str| {
        let mut snapshot = before.snapshot();
        part.clone_into(&mut snapshot.cells[0].below_sum);
        matches!(SumTable::try_from(&snapshot), Err(SnapshotError::Beyond { .. }))
    };
    // Units of 10⁻⁹.
    assert!(!beyond("20000000"));
    assert!(beyond("0") && beyond("-1") && beyond("120000001"));
    // All values below: the part is the sum.
    table.remove_reading(0, 0, item, &read("0.10", item)).unwrap();
    let mut snapshot = table.snapshot();
    assert_eq!(snapshot.cells[0].below_sum, snapshot.cells[0].sum);
    "1".clone_into(&mut snapshot.cells[0].below_sum);
    assert!(SumTable::try_from(&snapshot).is_err());
}
