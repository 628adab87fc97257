//! A year of samples into exact sums, beside the same in floats.
//!
//! 2 000 sections × 12 months × 4 samples × 9 items = 864 000 values, seeded. Before anything
//! is timed, the sums are held against the slow exact way, value by value, and the annual means
//! and classes of the floats against the exact ones.

#![expect(clippy::expect_used, reason = "a benchmark")]

#[path = "annual/data.rs"]
mod data;
#[path = "annual/peers.rs"]
mod peers;

use core::hint::black_box;
use core::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gb3838::{
    Bits, Class, Classifier, Decimal, Item, ItemSet, Outputs, Reading, SumTable, WaterBody,
    sums::{ItemColumn, LongColumns, SumAssessment, SumSpan, WideColumns},
};

use data::{ITEMS, Kind, Long, MONTHS, SECTIONS, Wide};
use peers::{Dense, Limits};

fn table(items: ItemSet) -> SumTable {
    SumTable::new(SECTIONS as usize, usize::from(MONTHS), items).expect("a small table")
}

fn columns(long: &Long) -> LongColumns<'_, u8> {
    LongColumns::new(&long.sections, &long.months, &long.items, &long.values)
}

fn exact(long: &Long, items: ItemSet) -> SumTable {
    let mut table = table(items);
    let fed = table.add_long(&columns(long)).expect("columns of one length");
    assert_eq!(fed.used(), long.values.len() as u64);
    table
}

fn exact_wide(wide: &Wide, items: ItemSet) -> SumTable {
    let mut table = table(items);
    let columns: Vec<_> =
        wide.columns.iter().map(|(item, values)| ItemColumn::new(*item, values)).collect();
    let columns = WideColumns::new(&wide.sections, &wide.months, &columns);
    let fed = table.add_wide(&columns).expect("columns of one length");
    assert_eq!(fed.refused(), 0);
    table
}

/// Half of the rows a thread, merged.
fn exact_in_two(long: &Long, items: ItemSet) -> SumTable {
    let half = long.values.len() / 2;
    let part = |rows: core::ops::Range<usize>| {
        let mut table = table(items);
        let fed = table.add_long(&LongColumns::new(
            &long.sections[rows.clone()],
            &long.months[rows.clone()],
            &long.items[rows.clone()],
            &long.values[rows],
        ));
        assert_eq!(fed.expect("columns of one length").refused(), 0);
        table
    };
    std::thread::scope(|scope| {
        let second = scope.spawn(|| part(half..long.values.len()));
        let mut first = part(0..half);
        first.merge(&second.join().expect("a thread that sums")).expect("one shape");
        first
    })
}

fn classes(table: &SumTable) -> Vec<SumAssessment> {
    Classifier::for_means(WaterBody::River)
        .assess_sums(table, &SumSpan::months(0..usize::from(MONTHS)))
        .expect("means of few values")
}

/// The sums are those of the slow way, and the floats are not.
fn check(name: &str, long: &Long, wide: &Wide, items: &[Item]) {
    let set = items.iter().copied().collect();
    let mut slow = table(set);
    for row in 0..long.values.len() {
        let item = Item::ALL[usize::from(long.items[row]) - 1];
        let value = Decimal::try_from(long.values[row]).expect("a short decimal");
        let (section, month) = (long.sections[row] as usize, usize::from(long.months[row]));
        slow.add_reading(section, month, item, &Reading::Value(value)).expect("a possible value");
    }
    let sums = exact(long, set);
    assert_eq!(sums, slow);
    assert_eq!(sums, exact_wide(wide, set));
    assert_eq!(sums, exact_in_two(long, set));

    let mut dense = Dense::new(items);
    dense.add(long);
    let span = SumSpan::months(0..usize::from(MONTHS));
    let (mut wrong, mut other_class, mut means) = (0, 0, 0);
    for (section, assessed) in classes(&sums).iter().enumerate() {
        let mut worst = Class::I;
        for item in items.iter().copied() {
            let decimals = item.assessment_decimals();
            let exact = sums.span_mean(&[section], item, &span).expect("an exact mean");
            let exact = exact.and_then(|mean| mean.round(decimals).ok()).expect("a mean");
            // As a program rounds floats: printed at the assessment decimals.
            let float = format!("{:.*}", usize::from(decimals), dense.year(section, item));
            let float: Decimal = float.parse().expect("a printed number");
            means += 1;
            wrong += u32::from(float != exact);
            let class = Classifier::for_means(WaterBody::River).class_of(item, float);
            worst = worst.max(class.expect("a possible value").expect("a limit"));
        }
        other_class += u32::from(assessed.class() != Some(worst));
    }
    println!(
        "{name}: of {means} annual means, floats round {wrong} otherwise; {other_class} of \
         {SECTIONS} sections get another class"
    );
    assert!(wrong > 0, "the floats would be right by chance");
}

fn group(criterion: &mut Criterion, name: &str, kinds: &[Kind]) {
    let wide = data::wide(kinds);
    let long = data::long(&wide);
    let items: Vec<Item> = kinds.iter().map(|kind| kind.item).collect();
    let set: ItemSet = items.iter().copied().collect();
    check(name, &long, &wide, &items);

    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(long.values.len() as u64));
    group.sample_size(50).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    group.bench_function("hash_map_f64", |bencher| {
        bencher.iter(|| peers::hash_map(black_box(&long)));
    });
    group.bench_function("dense_f64", |bencher| {
        bencher.iter(|| {
            let mut dense = Dense::new(&items);
            dense.add(black_box(&long));
            dense
        });
    });
    group.bench_function("exact", |bencher| bencher.iter(|| exact(black_box(&long), set)));
    group.bench_function("exact_wide", |bencher| {
        bencher.iter(|| exact_wide(black_box(&wide), set));
    });
    group.bench_function("exact_two_threads", |bencher| {
        bencher.iter(|| exact_in_two(black_box(&long), set));
    });
    let sums = exact(&long, set);
    group.bench_function("exact_classes_of_sums", |bencher| {
        bencher.iter(|| classes(black_box(&sums)));
    });
    group.finish();
}

/// What sums say of all sections, by columns.
#[derive(PartialEq, Eq)]
struct Classes {
    class: Vec<u8>,
    determining: Vec<u32>,
    participating: Vec<u32>,
}

impl Classes {
    fn new() -> Self {
        let sections = SECTIONS as usize;
        let (class, determining) = (vec![0; sections], vec![0; sections]);
        Self { class, determining, participating: vec![0; sections] }
    }

    fn fill(&mut self, table: &SumTable) {
        let outputs =
            Outputs::new().with_class(&mut self.class).with_determining(&mut self.determining);
        Classifier::for_means(WaterBody::River)
            .class_sums(
                table,
                &SumSpan::months(0..usize::from(MONTHS)),
                outputs.with_participating(&mut self.participating),
            )
            .expect("buffers of one length");
    }
}

/// Sums of columns with holes.
fn exact_with_holes(long: &Long, items: ItemSet) -> SumTable {
    let mut table = table(items);
    let columns = columns(long).with_below_limit(Bits::new(&long.below));
    let fed = table.add_long(&columns).expect("columns of one length");
    assert_eq!(fed.refused(), 0);
    table
}

/// With holes the sums are those of the slow way, and the classes those of sections one by one;
/// how many classes the floats miss is said.
fn check_holes(long: &Long, items: &[Item], limits: &[(Item, i32, Limits)]) {
    let set = items.iter().copied().collect();
    let mut slow = table(set);
    for row in (0..long.values.len()).filter(|row| !long.values[*row].is_nan()) {
        let item = Item::ALL[usize::from(long.items[row]) - 1];
        let value = Decimal::try_from(long.values[row]).expect("a short decimal");
        let (section, month) = (long.sections[row] as usize, usize::from(long.months[row]));
        let is_below = long.below[row / 8] >> (row % 8) & 1 == 1;
        let reading = if is_below { Reading::Below(value) } else { Reading::Value(value) };
        slow.add_reading(section, month, item, &reading).expect("a possible value");
    }
    let sums = exact_with_holes(long, set);
    assert_eq!(sums, slow);
    let mut exact = Classes::new();
    exact.fill(&sums);
    for (section, assessed) in classes(&sums).iter().enumerate() {
        assert_eq!(exact.class[section], assessed.class().map_or(0, |class| class as u8));
        assert_eq!(exact.determining[section], assessed.determining().bits());
        assert_eq!(exact.participating[section], assessed.participating().bits());
    }
    let mut dense = Dense::new(items);
    dense.add_with_holes(long);
    let floats = dense.classes(limits);
    let other = floats.iter().zip(&exact.class).filter(|(float, exact)| float != exact).count();
    println!("annual_864k_holes: floats give {other} of {SECTIONS} sections another class");
}

/// Columns with holes, from readings to the classes of all sections.
fn holes(criterion: &mut Criterion) {
    let full = data::long(&data::wide(&ITEMS));
    let long = data::with_holes(data::long(&data::wide(&ITEMS)));
    let items: Vec<Item> = ITEMS.iter().map(|kind| kind.item).collect();
    let set: ItemSet = items.iter().copied().collect();
    let limits: Vec<_> = items
        .iter()
        .map(|item| (*item, i32::from(item.assessment_decimals()), Limits::of(*item)))
        .collect();
    check_holes(&long, &items, &limits);

    let mut group = criterion.benchmark_group("annual_864k_holes");
    group.throughput(Throughput::Elements(long.values.len() as u64));
    group.sample_size(50).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    group.bench_function("dense_f64", |bencher| {
        bencher.iter(|| {
            let mut dense = Dense::new(&items);
            dense.add_with_holes(black_box(&long));
            dense.classes(&limits)
        });
    });
    let mut classes = Classes::new();
    group.bench_function("exact", |bencher| {
        bencher.iter(|| classes.fill(&exact_with_holes(black_box(&long), set)));
    });
    group.bench_function("exact_without_holes", |bencher| {
        bencher.iter(|| classes.fill(&exact(black_box(&full), set)));
    });
    let sums = exact_with_holes(&long, set);
    group.bench_function("classes_of_sums", |bencher| {
        bencher.iter(|| classes.fill(black_box(&sums)));
    });
    group.finish();
}

fn annual(criterion: &mut Criterion) {
    group(criterion, "annual_864k", &ITEMS);
    group(criterion, "annual_864k_no_ph", &ITEMS[1..]);
    holes(criterion);
}

criterion_group!(benches, annual);
criterion_main!(benches);
