//! The Rust call that the Python package is measured against: `bindings/python/benches`.
//!
//!     rust_call FILE ROWS ITEM…
//!
//! The file holds columns of so many `f64`, one behind the other. Each line on standard input asks
//! for one call, `class` or `all`, with memory of its own for the answers as a new table needs it;
//! the line that comes back says when it is done. `check` asks for the sum of the codes and the
//! number of determining items.
#![expect(clippy::print_stdout, reason = "a program")]

use std::io::BufRead as _;

use gb3838::{Batch, Classifier, Column, Item, Outputs, WaterBody};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("expected a file")?;
    let rows: usize = arguments.next().ok_or("expected a number of rows")?.parse()?;
    let items = arguments.map(|name| name.parse::<Item>()).collect::<Result<Vec<_>, _>>()?;
    let values: Vec<f64> = std::fs::read(file)?
        .chunks_exact(8)
        .filter_map(|bytes| bytes.try_into().ok().map(f64::from_le_bytes))
        .collect();
    let parts = values.chunks_exact(rows);
    if parts.len() != items.len() {
        return Err("expected as many columns as items".into());
    }
    let columns: Vec<_> =
        items.iter().zip(parts).map(|(item, part)| Column::new(*item, part)).collect();
    let classifier = Classifier::for_readings(WaterBody::River);
    for line in std::io::stdin().lock().lines() {
        let asked = line?;
        let all = asked != "class";
        let mut class = vec![0_u8; rows];
        let sets = || if all { vec![0_u32; rows] } else { Vec::new() };
        let (mut determining, mut participating, mut undecidable) = (sets(), sets(), sets());
        let mut outputs = Outputs::new().with_class(&mut class);
        if all {
            outputs = outputs
                .with_determining(&mut determining)
                .with_participating(&mut participating)
                .with_undecidable(&mut undecidable);
        }
        Batch::new(&classifier, &columns)?.run(outputs)?;
        if asked == "check" {
            let codes: u64 = class.iter().map(|code| u64::from(*code)).sum();
            let bits: u64 = determining.iter().map(|bits| u64::from(bits.count_ones())).sum();
            println!("{codes} {bits}");
        } else {
            println!("done");
        }
    }
    Ok(())
}
