//! Columns with holes on every level of the CPU, against readings one by one.

#![expect(clippy::panic, reason = "a test says what went wrong by failing")]

use alloc::vec;
use alloc::vec::Vec;

use crate::bits::Bits;
use crate::cpu::CpuLevel;
use crate::number::decimal::Decimal;
use crate::reading::notation::Reading;
use crate::reading::sums::columns::{FeedCounts, ItemColumn, LongColumns, WideColumns};
use crate::reading::sums::table::SumTable;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

const SECTIONS: u32 = 3;
const PERIODS: u16 = 2;

const ITEMS: [Item; 4] = [Item::Ph, Item::WaterTemperature, Item::AmmoniaNitrogen, Item::Copper];

/// One odd value of each kind in so many: in each block, in some, in few.
const RATES: [u32; 3] = [40, 900, 6_000];

/// A small generator (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 11) % u64::from(end)).unwrap_or(0)
    }

    fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(u32::try_from(all.len()).unwrap_or(1)) as usize]
    }

    /// A usual value, or in so many one of each odd kind: the float, and an integer in units of 10⁻⁶
    /// that stands for another value where the float has no such units.
    fn value(&mut self, item: Item, rate: u32) -> (f64, i64) {
        // Beyond the scale of pH, where a block is added no further.
        if item == Item::Ph && self.one_in(rate / 20) {
            return (15.25, 15_250_000);
        }
        let units = self.below(1_400);
        match self.below(rate) {
            0 => (0.0, 0),
            1 => (0.000_1, 100),
            2 => (-1.0, -1),
            3 => (1.0 / 3.0, i64::MAX),
            4 => (f64::INFINITY, i64::MAX / 300),
            // Half of it has a place more than the units of some items.
            5 => (0.123_456_789, 123_457),
            _ => (f64::from(units) / 100.0, i64::from(units) * 10_000),
        }
    }
}

/// What stands in the values of a column, which bits are beside them, and where these start.
#[derive(Clone, Copy)]
struct Form {
    kind: usize,
    scale: u8,
    has_validity: bool,
    has_below_limit: bool,
    offset: usize,
}

impl Form {
    fn random(random: &mut Random) -> Self {
        Self {
            kind: random.below(3) as usize,
            // The places of ammonia nitrogen and copper are 8.
            scale: random.one_of(&[6, 8]),
            has_validity: random.one_in(2),
            has_below_limit: !random.one_in(4),
            offset: random.below(9) as usize,
        }
    }
}

/// One reading of a row.
#[derive(Clone, Copy)]
struct Row {
    section: u32,
    period: u16,
    number: u8,
    float: f64,
    integer: i64,
    is_valid: bool,
    is_below: bool,
}

/// So many rows of some items, and their columns.
struct Rows {
    form: Form,
    each: Vec<Row>,
    sections: Vec<u32>,
    periods: Vec<u16>,
    items: Vec<u8>,
    floats: Vec<f64>,
    integers: Vec<i64>,
    narrow: Vec<i32>,
    valid: Vec<u8>,
    below: Vec<u8>,
}

/// Bits from an offset on, with ones before and behind them.
fn bits(rows: &[Row], offset: usize, is_set: impl Fn(&Row) -> bool) -> Vec<u8> {
    let mut bytes = vec![u8::MAX; (offset + rows.len()) / 8 + 9];
    for (row, place) in rows.iter().zip(offset..) {
        if !is_set(row) {
            bytes[place / 8] &= !(1 << (place % 8));
        }
    }
    bytes
}

impl Rows {
    fn random(
        random: &mut Random,
        (form, places): (Form, &[(u32, u16)]),
        items: &[Item],
        rate: u32,
    ) -> Self {
        let holes = random.one_of(&[2, 9, 50, u32::MAX]);
        let limits = 2 + random.below(30);
        let row = |(section, period): &(u32, u16)| {
            let item = random.one_of(items);
            let (float, integer) = random.value(item, rate);
            let is_other = items.len() > 1 && random.one_in(rate);
            let can_be_below = rate < 100 || item != Item::Ph;
            let integer = if form.scale == 8 { integer.wrapping_mul(100) } else { integer };
            Row {
                section: *section,
                period: *period,
                number: if is_other { random.one_of(&[0, 25, 200]) } else { item.number() },
                float: if random.one_in(holes) { f64::NAN } else { float },
                integer: if form.kind == 2 {
                    i32::try_from(integer).unwrap_or(i32::MAX).into()
                } else {
                    integer
                },
                is_valid: !form.has_validity || !random.one_in(holes),
                is_below: form.has_below_limit && can_be_below && random.one_in(limits),
            }
        };
        let rows: Vec<Row> = places.iter().map(row).collect();
        Self {
            form,
            sections: rows.iter().map(|row| row.section).collect(),
            periods: rows.iter().map(|row| row.period).collect(),
            items: rows.iter().map(|row| row.number).collect(),
            floats: rows.iter().map(|row| row.float).collect(),
            integers: rows.iter().map(|row| row.integer).collect(),
            narrow: rows.iter().map(|row| i32::try_from(row.integer).unwrap_or(0)).collect(),
            valid: bits(&rows, form.offset, |row| row.is_valid),
            below: bits(&rows, form.offset, |row| row.is_below),
            each: rows,
        }
    }

    fn long(&self) -> LongColumns<'_, u16> {
        let (sections, periods, items) = (&self.sections, &self.periods, &self.items);
        let Form { kind, scale, has_validity, has_below_limit, offset } = self.form;
        let mut columns = match kind {
            0 => LongColumns::new(sections, periods, items, &self.floats),
            1 => LongColumns::scaled_i64(sections, periods, items, &self.integers, scale),
            _ => LongColumns::scaled_i32(sections, periods, items, &self.narrow, scale),
        };
        if has_validity {
            columns = columns.with_validity(Bits::new(&self.valid).with_offset(offset));
        }
        if has_below_limit {
            columns = columns.with_below_limit(Bits::new(&self.below).with_offset(offset));
        }
        columns
    }

    fn column(&self, item: Item) -> ItemColumn<'_> {
        let Form { kind, scale, has_validity, has_below_limit, offset } = self.form;
        let mut column = match kind {
            0 => ItemColumn::new(item, &self.floats),
            1 => ItemColumn::scaled_i64(item, &self.integers, scale),
            _ => ItemColumn::scaled_i32(item, &self.narrow, scale),
        };
        if has_validity {
            column = column.with_validity(Bits::new(&self.valid).with_offset(offset));
        }
        if has_below_limit {
            column = column.with_below_limit(Bits::new(&self.below).with_offset(offset));
        }
        column
    }

    /// Adds each reading by itself; how many were used, of these below a limit, missing, refused.
    fn add_each(&self, sums: &mut SumTable) -> [u64; 4] {
        let mut counts = [0; 4];
        for row in &self.each {
            let is_missing = !row.is_valid || (self.form.kind == 0 && row.float.is_nan());
            let item = Item::ALL.into_iter().find(|item| item.number() == row.number);
            let item = item.filter(|item| sums.items().contains(*item));
            let is_inside = row.section < SECTIONS && row.period < PERIODS;
            let value = match self.form.kind {
                0 => Decimal::try_from(row.float).ok(),
                _ => Decimal::new(row.integer, self.form.scale).ok(),
            };
            let counted = match (item, value) {
                (Some(_), _) if is_inside && is_missing => 2,
                (Some(item), Some(value)) => {
                    let reading =
                        if row.is_below { Reading::Below(value) } else { Reading::Value(value) };
                    let (section, period) = (row.section as usize, row.period.into());
                    match sums.add_reading(section, period, item, &reading) {
                        Ok(_) => 0,
                        Err(_) => 3,
                    }
                }
                _ => 3,
            };
            counts[counted] += 1;
            counts[1] += u64::from(counted == 0 && row.is_below);
        }
        counts
    }
}

/// Sections and periods of so many rows, few of them outside the table.
fn places(random: &mut Random, count: usize, rate: u32) -> Vec<(u32, u16)> {
    let mut place = || {
        let section = if random.one_in(rate) { u32::MAX } else { random.below(SECTIONS) };
        (section, if random.one_in(rate) { PERIODS } else { u16::from(random.one_in(2)) })
    };
    (0..count).map(|_| place()).collect()
}

fn table(items: &[Item]) -> SumTable {
    let items: ItemSet = items.iter().copied().collect();
    let table = SumTable::new(SECTIONS as usize, PERIODS.into(), items);
    table.unwrap_or_else(|error| panic!("{error}"))
}

fn counts(fed: &FeedCounts) -> [u64; 4] {
    [fed.used(), fed.below(), fed.missing(), fed.refused()]
}

fn available() -> impl Iterator<Item = CpuLevel> {
    CpuLevel::ALL.into_iter().filter(|level| level.is_available())
}

/// The sums are those of readings one by one, and nothing is left in the spare cell.
fn check(sums: &SumTable, expected: &SumTable, name: (CpuLevel, usize)) {
    assert_eq!(sums.cells.last(), Some(&[0; 2]), "{name:?}");
    assert_eq!(sums, expected, "{name:?}");
}

#[test]
fn every_level_sums_rows_as_readings() {
    let mut random = Random(20_261_127);
    for round in 0..900 {
        let count = random.one_of(&[1, 63, 191, 192, 193, 600]);
        let rate = random.one_of(&RATES);
        // Items that are asked for and not summed, in some.
        let summed = if random.one_in(3) { &ITEMS[..] } else { &ITEMS[2..] };
        let asked = if rate < 100 { &ITEMS[..] } else { summed };
        let (form, places) = (Form::random(&mut random), places(&mut random, count, rate));
        let rows = Rows::random(&mut random, (form, &places), asked, rate);
        let mut expected = table(summed);
        let expected_counts = rows.add_each(&mut expected);
        for level in available() {
            let mut sums = table(summed);
            let fed = sums.add_long_at(&rows.long(), level);
            let fed = fed.unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(counts(&fed), expected_counts, "{level:?}, round {round}");
            check(&sums, &expected, (level, round));
        }
    }
}

#[test]
fn every_level_sums_columns_as_readings() {
    let mut random = Random(20_261_128);
    for round in 0..360 {
        let count = random.one_of(&[1, 64, 192, 385]);
        let rate = random.one_of(&RATES);
        let places = places(&mut random, count, rate);
        let mut expected = table(&ITEMS);
        let mut expected_counts = [0; 4];
        let own = ITEMS.map(|item| {
            let form = Form::random(&mut random);
            let rows = Rows::random(&mut random, (form, &places), &[item], rate);
            for (total, count) in expected_counts.iter_mut().zip(rows.add_each(&mut expected)) {
                *total += count;
            }
            rows
        });
        let columns: Vec<_> =
            ITEMS.into_iter().zip(&own).map(|(item, rows)| rows.column(item)).collect();
        let columns = WideColumns::new(&own[0].sections, &own[0].periods, &columns);
        for level in available() {
            let mut sums = table(&ITEMS);
            let fed = sums.add_wide_at(&columns, level);
            let fed = fed.unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(counts(&fed), expected_counts, "{level:?}, round {round}");
            check(&sums, &expected, (level, round));
        }
    }
}
