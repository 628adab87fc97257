//! A hundred million rows in chunks: the cost grows with the rows, the memory does not.
//!
//! `cargo bench --bench streamed` prints a line for each number of rows. As a test it runs
//! few rows.

#![expect(clippy::expect_used, reason = "a benchmark")]

#[path = "batch/data.rs"]
#[expect(dead_code, reason = "shared with the benchmark of columns with bits")]
mod data;

use std::time::{Duration, Instant};

use gb3838::{Batch, Classifier, Column, WaterBody, batch::Summary};

/// The rows that are held at a time.
const CHUNK: usize = 65_536;

fn main() {
    let is_bench = std::env::args().any(|argument| argument == "--bench");
    let most: usize = if is_bench { 100_000_000 } else { 1_000_000 };
    let readings = data::readings(&data::nine(), CHUNK);
    let stored: Vec<Vec<f64>> = readings.iter().map(data::Readings::floats).collect();
    let mut rows = most / 100;
    while rows <= most {
        let (summary, time) = stream(&readings, &stored, rows);
        assert_eq!(summary.rows(), rows);
        #[expect(clippy::cast_precision_loss, reason = "for people to read")]
        let a_row = time.as_secs_f64() * 1e9 / rows as f64;
        println!("{rows:>11} rows  {a_row:.2} ns a row  peak memory {}", peak_memory());
        rows *= 10;
    }
}

/// Copies chunks as a reader would fill its buffers, and classes them; the time is that of
/// the classing.
fn stream(readings: &[data::Readings], stored: &[Vec<f64>], rows: usize) -> (Summary, Duration) {
    let classifier = Classifier::for_readings(WaterBody::River);
    let mut buffers: Vec<Vec<f64>> = stored.to_vec();
    let (mut class, mut determining) = (vec![0; CHUNK], vec![0; CHUNK]);
    let mut participating = vec![0; CHUNK];
    let (mut all, mut time) = (Summary::default(), Duration::ZERO);
    while all.rows() < rows {
        let count = CHUNK.min(rows - all.rows());
        for (buffer, stored) in buffers.iter_mut().zip(stored) {
            buffer.copy_from_slice(stored);
        }
        let start = Instant::now();
        let columns: Vec<_> = readings
            .iter()
            .zip(&buffers)
            .map(|(readings, buffer)| Column::new(readings.item, &buffer[..count]))
            .collect();
        let batch = Batch::new(&classifier, &columns).expect("columns of one length");
        let (class, determining) = (&mut class[..count], &mut determining[..count]);
        let summary = batch
            .class_and_determining(class, determining, &mut participating[..count])
            .expect("buffers of one length");
        time += start.elapsed();
        all.append(summary);
    }
    (all, time)
}

/// The most memory that was in use so far, where the system tells.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |peak| peak.trim().to_owned())
}
