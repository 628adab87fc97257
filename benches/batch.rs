//! The batch calls beside the least that memory allows and the obvious code.
//!
//! `read_floor` is one pass of `max` over the same columns with the same instructions;
//! `read_write_floor` adds plain stores of the same answers. All data are seeded; results
//! are compared once before anything is timed.

#![expect(clippy::expect_used, reason = "a benchmark")]

#[path = "batch/data.rs"]
mod data;
#[path = "batch/peers.rs"]
mod peers;

use core::hint::black_box;
use core::num::NonZero;
use core::time::Duration;

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use gb3838::{
    Batch, Bits, Classifier, Column, Item, ItemSet, WaterBody,
    batch::{CpuLevel, Threads, Value},
};

use data::Readings;
use peers::{Answers, Ladder, Reading};

const ROWS: [usize; 2] = [4_096, 1_048_576];

/// How a type holds readings in a column.
trait Held: Reading + Value {
    fn hold(readings: &Readings) -> Vec<Self>;
    fn column<'a>(readings: &Readings, values: &'a [Self]) -> Column<'a, Self>;
}

impl Held for f64 {
    fn hold(readings: &Readings) -> Vec<Self> {
        readings.floats()
    }

    fn column<'a>(readings: &Readings, values: &'a [Self]) -> Column<'a, Self> {
        Column::new(readings.item, values)
    }
}

impl Held for f32 {
    #[expect(clippy::cast_possible_truncation, reason = "readings have at most six digits")]
    fn hold(readings: &Readings) -> Vec<Self> {
        readings.floats().into_iter().map(|value| value as Self).collect()
    }

    fn column<'a>(readings: &Readings, values: &'a [Self]) -> Column<'a, Self> {
        Column::new(readings.item, values)
    }
}

impl Held for i16 {
    /// Values beyond the type are beyond all limits too.
    fn hold(readings: &Readings) -> Vec<Self> {
        readings.units.iter().map(|units| Self::try_from(*units).unwrap_or(Self::MAX)).collect()
    }

    fn column<'a>(readings: &Readings, values: &'a [Self]) -> Column<'a, Self> {
        Column::scaled(readings.item, values, readings.decimals).with_missing(-1)
    }
}

impl Held for i32 {
    fn hold(readings: &Readings) -> Vec<Self> {
        readings.units.clone()
    }

    fn column<'a>(readings: &Readings, values: &'a [Self]) -> Column<'a, Self> {
        Column::scaled(readings.item, values, readings.decimals).with_missing(-1)
    }
}

fn group<T: Held>(criterion: &mut Criterion, name: &str, items: &[Item]) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    for rows in ROWS {
        benches::<T>(&mut group, &data::readings(items, rows), rows);
    }
    group.finish();
}

fn benches<T: Held>(group: &mut BenchmarkGroup<'_, WallTime>, readings: &[Readings], rows: usize) {
    let held: Vec<Vec<T>> = readings.iter().map(T::hold).collect();
    let columns: Vec<_> =
        readings.iter().zip(&held).map(|(readings, values)| T::column(readings, values)).collect();
    let ladders: Vec<_> = readings
        .iter()
        .map(|readings| (readings.item, Ladder::new(readings.item, readings.decimals)))
        .collect();
    let classifier = Classifier::for_readings(WaterBody::River);
    let batch = Batch::new(&classifier, &columns).expect("columns of one length");
    let mut answers = Answers::new(rows);
    assert_equal(&batch, &held, &ladders, rows);
    group.throughput(Throughput::Elements(rows as u64));

    let best = CpuLevel::detect();
    let id = |name: &str| BenchmarkId::new(name, rows);
    group.bench_function(id("read_floor"), |bench| {
        bench.iter(|| peers::read_floor(black_box(&held), best));
    });
    group.bench_function(id("read_write_floor"), |bench| {
        bench.iter(|| peers::read_write_floor(black_box(&held), best, black_box(&mut answers)));
    });
    group.bench_function(id("class"), |bench| {
        bench.iter(|| batch.class(black_box(&mut answers.class)));
    });
    group.bench_function(id("class_and_determining"), |bench| {
        bench.iter(|| judge(&batch, black_box(&mut answers)));
    });
    group.bench_function(id("if_ladder"), |bench| {
        bench.iter(|| peers::if_ladder(&held, &ladders, black_box(&mut answers)));
    });
    for (level, name) in [(CpuLevel::Avx2, "avx2"), (CpuLevel::Baseline, "baseline")] {
        let Ok(forced) = batch.with_level(level) else { continue };
        group.bench_function(id(&format!("read_floor_{name}")), |bench| {
            bench.iter(|| peers::read_floor(black_box(&held), level));
        });
        group.bench_function(id(&format!("class_and_determining_{name}")), |bench| {
            bench.iter(|| judge(&forced, black_box(&mut answers)));
        });
    }
    let two = NonZero::new(2).map_or(Threads::One, Threads::Scoped);
    for (threads, name) in [(two, "two_threads"), (Threads::Rayon, "rayon")] {
        let threaded = batch.with_threads(threads);
        group.bench_function(id(&format!("class_and_determining_{name}")), |bench| {
            bench.iter(|| judge(&threaded, black_box(&mut answers)));
        });
    }
}

fn judge<T: Value>(batch: &Batch<'_, T>, answers: &mut Answers) {
    let Answers { class, determining, participating } = answers;
    batch.class_and_determining(class, determining, participating).expect("buffers of one length");
}

/// All that is timed gives the same answers.
fn assert_equal<T: Held>(
    batch: &Batch<'_, T>,
    held: &[Vec<T>],
    ladders: &[(Item, Ladder<T>)],
    rows: usize,
) {
    let mut expected = Answers::new(rows);
    peers::if_ladder(held, ladders, &mut expected);
    let two = NonZero::new(2).map_or(Threads::One, Threads::Scoped);
    for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
        for threads in [Threads::One, two, Threads::Rayon] {
            let batch = batch.with_level(level).expect("an available level").with_threads(threads);
            let mut answers = Answers::new(rows);
            judge(&batch, &mut answers);
            assert!(answers == expected, "{level:?} {threads:?}");
            answers.class.fill(0);
            batch.class(&mut answers.class).expect("a buffer of one length");
            assert!(answers == expected, "{level:?} {threads:?}, class alone");
        }
    }
}

fn nine_items(criterion: &mut Criterion) {
    let nine = data::nine();
    group::<f64>(criterion, "nine_items_f64", &nine);
    group::<f32>(criterion, "nine_items_f32", &nine);
    group::<i32>(criterion, "nine_items_i32", &nine);
    group::<i16>(criterion, "nine_items_i16", &nine);
}

/// Validity bits and below-limit bits beside each column of floats.
fn nine_items_holes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("nine_items_holes");
    group.sample_size(20).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    for rows in ROWS {
        let readings = data::readings(&data::nine(), rows);
        let held: Vec<Vec<f64>> = readings.iter().map(Readings::filled).collect();
        let bits: Vec<(&[u8], &[u8])> =
            readings.iter().map(|it| (it.valid.as_slice(), it.below.as_slice())).collect();
        let columns: Vec<_> = readings
            .iter()
            .zip(&held)
            .map(|(readings, values)| {
                Column::new(readings.item, values.as_slice())
                    .with_validity(Bits::new(&readings.valid))
                    .with_below_limit(Bits::new(&readings.below))
            })
            .collect();
        let ladders: Vec<_> = readings
            .iter()
            .map(|readings| (readings.item, Ladder::new(readings.item, readings.decimals)))
            .collect();
        let classifier = Classifier::for_readings(WaterBody::River);
        let batch = Batch::new(&classifier, &columns).expect("columns of one length");
        let mut answers = Answers::new(rows);
        let mut expected = Answers::new(rows);
        peers::if_ladder_with_holes(&held, &bits, &ladders, &mut expected);
        for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
            judge(&batch.with_level(level).expect("an available level"), &mut answers);
            assert!(answers == expected, "{level:?}");
        }
        group.throughput(Throughput::Elements(rows as u64));
        let best = CpuLevel::detect();
        let id = |name: &str| BenchmarkId::new(name, rows);
        group.bench_function(id("read_floor"), |bench| {
            bench.iter(|| peers::read_floor(black_box(&held), best));
        });
        group.bench_function(id("read_write_floor"), |bench| {
            bench.iter(|| peers::read_write_floor(black_box(&held), best, black_box(&mut answers)));
        });
        group.bench_function(id("class"), |bench| {
            bench.iter(|| batch.class(black_box(&mut answers.class)));
        });
        group.bench_function(id("class_and_determining"), |bench| {
            bench.iter(|| judge(&batch, black_box(&mut answers)));
        });
        for (level, name) in [(CpuLevel::Avx2, "avx2"), (CpuLevel::Baseline, "baseline")] {
            let Ok(forced) = batch.with_level(level) else { continue };
            group.bench_function(id(&format!("class_and_determining_{name}")), |bench| {
                bench.iter(|| judge(&forced, black_box(&mut answers)));
            });
        }
        group.bench_function(id("if_ladder"), |bench| {
            bench.iter(|| {
                peers::if_ladder_with_holes(&held, &bits, &ladders, black_box(&mut answers));
            });
        });
    }
    group.finish();
}

fn assessed_items(criterion: &mut Criterion) {
    let assessed: Vec<_> = ItemSet::ASSESSED.iter().collect();
    group::<f64>(criterion, "assessed_items_f64", &assessed);
}

criterion_group!(benches_of_batch, nine_items, nine_items_holes, assessed_items);
criterion_main!(benches_of_batch);
