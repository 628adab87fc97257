//! A year of samples, of any size, into the table of its sections, and what the rest of the
//! year must bring.
//!
//! `cargo run --release --example annual -- --outlook plan` takes the readings of the Qinzhou
//! sections and the targets of their plan; `--help` lists the options. The file is read row by
//! row into exact sums; memory grows with the sections, not with the rows, but for two bytes a
//! row, and never more than a bit a minute, that tell whether a row stands twice.

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
mod read;
mod run;
mod tables;
mod times;

use std::io::{stderr, stdout};
use std::process::ExitCode;

use arguments::{Arguments, USAGE};

fn main() -> ExitCode {
    let arguments = Arguments::parse(std::env::args_os().skip(1));
    program::run("annual", USAGE, arguments, |arguments| {
        run::run(arguments, &mut stdout().lock(), &mut stderr().lock())
    })
}
