//! Adds classes to a CSV of readings: one row in, one row out, in bounded memory.
//!
//! `cargo run --release --example classify -- --items five FILE`; `--help` lists the options.

#[path = "../shared/cells.rs"]
mod cells;
#[path = "../shared/columns.rs"]
mod columns;
#[path = "../shared/fault.rs"]
mod fault;
#[path = "../shared/file.rs"]
mod file;
#[path = "../shared/lines.rs"]
mod lines;
#[path = "../shared/program.rs"]
mod program;
#[path = "../shared/records.rs"]
mod records;
#[path = "../shared/stop.rs"]
mod stop;
#[path = "../shared/text.rs"]
mod text;

mod arguments;
mod chunk;
mod input;
mod output;
mod stream;

use std::io::{BufWriter, Write, stderr, stdout};
use std::process::ExitCode;

use arguments::{Arguments, USAGE};
use stop::Stop;
use stream::Counts;

fn main() -> ExitCode {
    program::run("classify", USAGE, Arguments::parse(std::env::args_os().skip(1)), run)
}

fn run(arguments: &Arguments) -> Result<u8, Stop> {
    if arguments.help {
        let written = stdout().write_all(USAGE.as_bytes());
        return written.map(|()| 0).map_err(|error| Stop::output(&error));
    }
    let (name, input, progress) = input::open(arguments)?;
    let output = BufWriter::new(stdout().lock());
    let counts = stream::classify(arguments, &name, input, output, &mut stderr());
    progress.finish_and_clear();
    let counts = counts?;
    let failed = counts.is_failure(arguments.strict);
    let Counts { rows, classed, faults } = counts;
    eprintln!("{rows} rows, {classed} with a class, {faults} faults");
    Ok(u8::from(failed))
}
