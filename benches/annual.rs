//! A year of samples into exact sums, beside the same in floats.
//!
//! 2 000 sections × 12 months × 4 samples × 9 items = 864 000 values, seeded. Before anything
//! is timed, the sums are held against the slow exact way, and the annual means of the floats
//! against the exact ones.

#![expect(clippy::expect_used, reason = "a benchmark")]

#[path = "annual/data.rs"]
mod data;
#[path = "annual/peers.rs"]
mod peers;

use core::hint::black_box;
use core::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gb3838::{Item, ItemColumn, LongColumns, SumTable, WideColumns};

use data::{ITEMS, Long, MONTHS, SECTIONS, Wide};
use peers::Dense;

fn table(items: &[Item]) -> SumTable {
    let items = items.iter().copied().collect();
    SumTable::new(SECTIONS as usize, usize::from(MONTHS), items).expect("a small table")
}

fn columns(long: &Long) -> LongColumns<'_, u8> {
    LongColumns::new(&long.sections, &long.months, &long.items, &long.values)
}

fn group(criterion: &mut Criterion, name: &str, items: &[(Item, u8, u64, u64)]) {
    let wide = data::wide(items);
    let long = data::long(&wide);
    let items: Vec<Item> = items.iter().map(|(item, ..)| *item).collect();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(long.values.len() as u64));
    group.sample_size(20).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    group.bench_function("hash_map_f64", |bencher| {
        bencher.iter(|| peers::hash_map(black_box(&long)));
    });
    group.bench_function("dense_f64", |bencher| {
        bencher.iter(|| {
            let mut dense = Dense::new(&items);
            dense.add(black_box(&long));
            dense.sums.len()
        });
    });
    group.bench_function("exact", |bencher| {
        bencher.iter(|| {
            let mut table = table(&items);
            let fed = table.add_long(black_box(&columns(&long))).expect("columns of one length");
            (table.sections(), fed)
        });
    });
    group.bench_function("exact_wide", |bencher| {
        bencher.iter(|| {
            let mut table = table(&items);
            let columns: Vec<_> =
                wide.columns.iter().map(|(item, values)| ItemColumn::new(*item, values)).collect();
            let columns = WideColumns::new(&wide.sections, &wide.months, &columns);
            let fed = table.add_wide(black_box(&columns)).expect("columns of one length");
            (table.sections(), fed)
        });
    });
    group.finish();
}

fn annual(criterion: &mut Criterion) {
    group(criterion, "annual_864k", &ITEMS);
    group(criterion, "annual_864k_no_ph", &ITEMS[1..]);
}

criterion_group!(benches, annual);
criterion_main!(benches);
