//! From the bytes of a file to classes, beside finding the cells alone; and one sample of five.
//!
//! 100 000 rows of nine items as text, seeded: 2 % of the cells empty, 5 % detection limits.
//! `split_only` finds the ends of all cells, eight bytes at a time; `class` does the same, and
//! reads and classes them. Before anything is timed, each row is held against the scalar calls.

#![expect(clippy::expect_used, reason = "a benchmark")]

#[path = "text/data.rs"]
mod data;

use core::hint::black_box;
use core::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gb3838::{
    Bits, Circumstances, Classifier, Item, ItemMap, ItemSet, Judgement, Reading, Sample, WaterBody,
    batch::{TextColumn, TextTable},
};

const ROWS: usize = 100_000;

/// Bytes that are read and classed at a time: they stay in the cache.
const CHUNK: usize = 1 << 17;

/// Calls with the start and the end of each cell, in order; all rows end in a line feed.
#[inline(always)]
fn each_cell(bytes: &[u8], mut with: impl FnMut(usize, usize)) {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let ends = |word: u64, byte: u8| {
        let other = word ^ u64::from_le_bytes([byte; 8]);
        !(((other & LOW) + LOW) | other | LOW)
    };
    let mut start = 0;
    let (words, rest) = bytes.as_chunks::<8>();
    for (place, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let mut found = ends(word, b',') | ends(word, b'\n');
        while found != 0 {
            let end = 8 * place + found.trailing_zeros() as usize / 8;
            with(start, end);
            start = end + 1;
            found &= found - 1;
        }
    }
    for (place, byte) in rest.iter().enumerate() {
        if matches!(byte, b',' | b'\n') {
            let end = bytes.len() - rest.len() + place;
            with(start, end);
            start = end + 1;
        }
    }
}

fn split(bytes: &[u8]) -> (usize, usize) {
    let (mut cells, mut length) = (0, 0);
    each_cell(bytes, |start, end| {
        cells += 1;
        length += end - start;
    });
    (cells, length)
}

/// Answers by row.
#[derive(Debug, PartialEq, Eq)]
struct Answers {
    class: Vec<u8>,
    determining: Vec<u32>,
    participating: Vec<u32>,
}

impl Answers {
    fn new() -> Self {
        Self { class: vec![0; ROWS], determining: vec![0; ROWS], participating: vec![0; ROWS] }
    }
}

/// The classes of all rows, some thousands at a time.
fn class(bytes: &[u8], table: &mut TextTable, answers: &mut Answers) {
    let river = Classifier::for_readings(WaterBody::River);
    let (mut done, mut rest) = (0, bytes);
    while !rest.is_empty() {
        let most = rest.len().min(CHUNK);
        let end = rest[..most].iter().rposition(|byte| *byte == b'\n').expect("short lines") + 1;
        let (lines, behind) = rest.split_at(end);
        table.read(lines).expect("less than there is room for");
        table.classify([&river, &river], Bits::new(&[])).expect("an item a column");
        let part = done..done + table.rows().len();
        answers.class[part.clone()].copy_from_slice(table.class());
        answers.determining[part.clone()].copy_from_slice(table.determining());
        answers.participating[part].copy_from_slice(table.participating());
        done += table.rows().len();
        rest = behind;
    }
    assert_eq!(done, ROWS);
}

/// The same by the scalar calls, cell by cell.
fn scalar(text: &str, items: &[Item]) -> Answers {
    let classifier = Classifier::for_readings(WaterBody::River);
    let mut answers = Answers::new();
    for (row, line) in text.lines().enumerate() {
        let mut judged = ItemMap::new();
        for (item, cell) in items.iter().zip(line.split(',')) {
            let reading = Reading::parse(cell, *item).expect("a reading");
            if let Ok(Judgement::Classed(classed)) = classifier.judge(*item, &reading.into()) {
                judged.insert(*item, classed.class());
            }
        }
        let worst = judged.iter().map(|(_, class)| *class).max();
        let determining: ItemSet =
            judged.iter().filter(|(_, class)| Some(**class) == worst).map(|(it, _)| it).collect();
        answers.class[row] = worst.map_or(0, |class| class as u8);
        answers.determining[row] = determining.bits();
        answers.participating[row] = judged.items().bits();
    }
    answers
}

fn text_to_class(criterion: &mut Criterion) {
    let items = data::items();
    let text = data::csv(ROWS);
    let bytes = text.as_bytes();
    let mut table = TextTable::new(b',', items.len());
    for (place, (item, _)) in items.iter().enumerate() {
        table = table.with_column(place, TextColumn::new(*item, 9));
    }
    let mut answers = Answers::new();
    class(bytes, &mut table, &mut answers);
    let names: Vec<Item> = items.iter().map(|(item, _)| *item).collect();
    assert_eq!(answers, scalar(&text, &names));
    assert_eq!(split(bytes).0, ROWS * items.len());

    let mut group = criterion.benchmark_group("text_to_class");
    group.sample_size(20).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("split_only", |bencher| bencher.iter(|| split(black_box(bytes))));
    group.bench_function("class", |bencher| {
        bencher.iter(|| class(black_box(bytes), &mut table, &mut answers));
    });
    group.finish();
}

/// One sample of five items, from cells to its class and what decides it: as sets of items alone,
/// and with values.
fn scalar_section(criterion: &mut Criterion) {
    let cells = [
        (Item::Ph, "7.41"),
        (Item::DissolvedOxygen, "6.8"),
        (Item::PermanganateIndex, "3.2"),
        (Item::AmmoniaNitrogen, "0.025L"),
        (Item::TotalPhosphorus, "0.12"),
    ];
    let classifier = Classifier::for_readings(WaterBody::River).with_items(ItemSet::FIVE);
    let nothing = Circumstances::new();
    let class = |cells: &[(Item, &str); 5]| {
        let read = |(item, cell)| (item, Reading::parse(cell, item).expect("a reading"));
        let section = classifier.section_class(&cells.map(read), &nothing).expect("possible");
        (section.class(), section.determining())
    };
    let assess = |cells: &[(Item, &str); 5]| {
        let sample = Sample::parse(*cells).expect("readings");
        let section = classifier.assess(&sample).expect("possible values");
        (section.class(), section.determining())
    };
    for (class, determining) in [class(&cells), assess(&cells)] {
        assert_eq!(class, Some(gb3838::Class::III));
        assert_eq!(determining.to_string(), "TP");
    }
    criterion.bench_function("scalar_section", |bencher| {
        bencher.iter(|| class(black_box(&cells)));
    });
    criterion.bench_function("scalar_section_with_values", |bencher| {
        bencher.iter(|| assess(black_box(&cells)));
    });
}

criterion_group!(benches_of_text, text_to_class, scalar_section);
criterion_main!(benches_of_text);
