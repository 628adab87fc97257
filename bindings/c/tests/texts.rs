//! Columns of texts by every way that Arrow has for them, and cell by cell: one answer.
#![expect(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;

use gb3838::{Bits, Class, Classifier, Comparison, Item, Notation, Period, WaterBody};
use gb3838_c::arrow::annual::{Annual, Fed};
use gb3838_c::arrow::classify::{Classes, Options, Wanted, classify};
use gb3838_c::arrow::columns::Names;
use gb3838_c::arrow::import::{ColumnView, TableView, Values};
use gb3838_c::arrow::series::add;
use gb3838_c::arrow::text_column::Reader;
use gb3838_c::arrow::texts::{Offsets, Texts};

const ROWS: usize = 1_603;
const ITEMS: [Item; 5] =
    [Item::Ph, Item::DissolvedOxygen, Item::AmmoniaNitrogen, Item::Lead, Item::FaecalColiforms];

/// Random numbers that are the same on each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    fn of<'a>(&mut self, these: &[&'a str]) -> &'a str {
        these[usize::try_from(self.below(these.len() as u64)).unwrap()]
    }

    /// What laboratories write, what slips into tables, and bytes of any kind.
    fn cell(&mut self, long: bool) -> Vec<u8> {
        let number = {
            let places = u32::try_from(self.below(if long { 17 } else { 6 })).unwrap();
            let units = self.below(12 * 10_u64.pow(places) + 1);
            let width = places as usize + 1;
            let digits = format!("{units:0width$}");
            let (whole, rest) = digits.split_at(digits.len() - places as usize);
            if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
        };
        match self.below(20) {
            0 => format!("{number}L").into_bytes(),
            1 => format!("<{number}").into_bytes(),
            2 => format!("{number}A").into_bytes(),
            3 => format!(" {number} ").into_bytes(),
            4 => self.of(&["", "--", "-1", "ND", "*", "未检出", "#N/A", "/"]).into(),
            5 => self.of(&["abc", "-5", "1..2", "1,2", "1e400", "NaN", "∞", "0L", "-1.0"]).into(),
            6 => (0..self.below(20)).map(|_| u8::try_from(self.below(256)).unwrap()).collect(),
            _ => number.into_bytes(),
        }
    }
}

/// Cells one after the other, with their ends, and which of them are there.
struct Cells {
    bytes: Vec<u8>,
    short: Vec<i32>,
    long: Vec<i64>,
    views: Vec<[u8; 16]>,
    numbers: Vec<u32>,
    validity: Vec<u8>,
}

impl Cells {
    fn new(numbers: &mut Numbers, long: bool) -> Self {
        let mut cells = Self {
            bytes: Vec::new(),
            short: vec![0],
            long: vec![0],
            views: Vec::new(),
            numbers: (0..u32::try_from(ROWS).unwrap()).collect(),
            validity: vec![0; ROWS.div_ceil(8)],
        };
        for row in 0..ROWS {
            let cell = numbers.cell(long);
            let length = u32::try_from(cell.len()).unwrap();
            let mut view = [0; 16];
            view[..4].copy_from_slice(&length.to_ne_bytes());
            if cell.len() <= 12 {
                view[4..4 + cell.len()].copy_from_slice(&cell);
            } else {
                view[12..]
                    .copy_from_slice(&u32::try_from(cells.bytes.len()).unwrap().to_ne_bytes());
            }
            cells.views.push(view);
            cells.bytes.extend(&cell);
            cells.short.push(i32::try_from(cells.bytes.len()).unwrap());
            cells.long.push(i64::try_from(cells.bytes.len()).unwrap());
            cells.validity[row / 8] |= u8::from(numbers.below(30) > 0) << (row % 8);
        }
        cells
    }

    fn texts(&self, way: usize) -> Texts<'_> {
        let long = Texts::Offsets(Offsets::Long(&self.long), &self.bytes);
        match way {
            0 => Texts::Offsets(Offsets::Short(&self.short), &self.bytes),
            1 => long,
            2 => Texts::Views(&self.views, vec![&self.bytes]),
            _ => Texts::Dictionary(self.numbers.clone(), Box::new(long)),
        }
    }
}

const WAYS: usize = 4;

/// A table of the cells; marks without any that is set make the reader go cell by cell.
fn table<'a>(
    cells: &'a [Cells],
    way: usize,
    names: &'a [(String, String)],
    no_marks: Option<&'a [u8]>,
) -> TableView<'a> {
    let mut columns = Vec::new();
    for (cells, (name, marks)) in cells.iter().zip(names) {
        columns.push(ColumnView {
            name,
            values: Values::Text(cells.texts(way)),
            validity: Some(Bits::new(&cells.validity)),
            rows: ROWS,
        });
        if let Some(bits) = no_marks {
            let values = Values::Bool(Bits::new(bits));
            columns.push(ColumnView { name: marks, values, validity: None, rows: ROWS });
        }
    }
    TableView { columns, rows: ROWS }
}

fn names() -> Vec<(String, String)> {
    let of = |item: Item| (item.symbol().to_owned(), format!("{}_below", item.symbol()));
    ITEMS.into_iter().map(of).collect()
}

fn readers() -> [Reader; 3] {
    let lenient = Notation::new().with_negative_is_below(true).with_any_letters_void(true);
    [
        Reader::default(),
        Reader { notation: lenient, minus_one_is_missing: false },
        Reader { notation: Notation::new(), minus_one_is_missing: true },
    ]
}

#[test]
fn classes_and_findings_are_those_of_single_cells() {
    let (mut numbers, names, none) = (Numbers(0x7e57), names(), vec![0; ROWS.div_ceil(8)]);
    let mut told = 0;
    for long in [false, true] {
        let cells: Vec<Cells> = ITEMS.iter().map(|_| Cells::new(&mut numbers, long)).collect();
        for reader in readers() {
            let options = Options {
                target: Some(Class::III),
                reader,
                ..Options::new(WaterBody::River, Comparison::RoundFirst)
            };
            let classed = |way: usize, no_marks: Option<&[u8]>| -> Classes {
                let table = table(&cells, way, &names, no_marks);
                classify(&table, &options, Wanted(Wanted::ALL)).unwrap()
            };
            let expected = classed(0, Some(&none));
            for way in 0..WAYS {
                let found = classed(way, None);
                assert_eq!(found.findings.len(), expected.findings.len(), "way {way}");
                assert_eq!(found, expected, "way {way}");
            }
            told += expected.findings.len();
            let classes: std::collections::BTreeSet<u8> = expected.class.iter().copied().collect();
            assert!(classes.len() > 4, "{classes:?}");
        }
    }
    assert!(told > 4_000, "{told}");
}

#[test]
fn sums_are_those_of_single_cells() {
    let (mut numbers, names, none) = (Numbers(0x50e5), names(), vec![0; ROWS.div_ceil(8)]);
    let sections: Vec<i32> = (0..ROWS).map(|row| i32::try_from(row % 7).unwrap()).collect();
    // Some rows have no day.
    let days: Vec<i32> = (0..ROWS).map(|row| 19_723 + i32::try_from(row % 366).unwrap()).collect();
    let mut dated = vec![0xff; ROWS.div_ceil(8)];
    dated[3] = 0x5a;
    let cells: Vec<Cells> = ITEMS.iter().map(|_| Cells::new(&mut numbers, false)).collect();
    for reader in readers() {
        let fed = |way: usize, no_marks: Option<&[u8]>| -> (Vec<u8>, Fed) {
            let mut table = table(&cells, way, &names, no_marks);
            let (section, time) = (Values::I32(&sections), Values::Days(&days));
            let validity = Some(Bits::new(&dated));
            table.columns.extend([
                ColumnView { name: "section", values: section, validity: None, rows: ROWS },
                ColumnView { name: "time", values: time, validity, rows: ROWS },
            ]);
            let mut sums = Annual::new().unwrap();
            sums.feed(&table, "section", "time", &Names::new(), &reader).unwrap();
            (sums.state(), sums.fed().clone())
        };
        let (expected, counts) = fed(0, Some(&none));
        assert!(counts.rows_left_out == 4 && counts.below > 400 && counts.refused > 200);
        // Every cell of every row that has a day became one of these.
        let cells = (ROWS as u64 - 4) * ITEMS.len() as u64;
        assert_eq!(counts.used + counts.missing + counts.refused, cells);
        for way in 0..WAYS {
            let (state, found) = fed(way, None);
            assert_eq!(found, counts, "way {way}");
            assert!(state == expected, "way {way}: other sums");
        }
    }
}

/// A row is a sample: total nitrogen below ammonia nitrogen in one row, not in the mean of the day,
/// beside a lead that cannot be, which costs itself alone.
#[test]
fn the_rows_of_a_series_are_samples() {
    let columns: [(&str, &[f64]); 3] =
        [("TN", &[2.0, 1.0, 0.9]), ("NH3-N", &[0.5, 1.5, f64::NAN]), ("Pb", &[0.01, -5.0, 0.02])];
    let column = |(name, values)| ColumnView { name, values, validity: None, rows: 3 };
    let readings = columns.map(|(name, values)| column((name, Values::F64(values))));
    let labels = [("section", Values::I32(&[7; 3])), ("time", Values::Days(&[20_454; 3]))];
    let columns = labels.map(column).into_iter().chain(readings).collect();
    let table = TableView { columns, rows: 3 };
    let options = Options::new(WaterBody::River, Comparison::RoundFirst);
    let (mut series, mut findings) = (BTreeMap::new(), Vec::new());
    add(&mut series, &table, "section", "time", &options, 1, &mut findings).unwrap();
    assert!(findings.len() == 1 && findings[0].starts_with("row 2: "), "{findings:?}");
    let (series, day) = (&series["7"], "2026-01-01".parse().unwrap());
    let counts = [Item::TotalNitrogen, Item::AmmoniaNitrogen, Item::Lead]
        .map(|item| series.total(item, &Period::day(day)).unwrap().count());
    assert_eq!(counts, [3, 2, 2]);
    let river = Classifier::for_means(WaterBody::River);
    let remarks = river.remarks_on(series, &Period::day(day));
    let found: Vec<_> = remarks.iter().map(|it| (it.item, it.value.to_string())).collect();
    assert_eq!(found, [(Item::TotalNitrogen, "1".to_owned())]);
}
