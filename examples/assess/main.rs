//! Holds a plan for the waters of a region against the readings of its sections.
//!
//! `cargo run --release --example assess` judges the Qinzhou plan of 2024 by real readings of
//! its national stations; `--help` lists the options.

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
mod chart;
mod readings;
mod run;

use std::io::{stderr, stdout};
use std::process::ExitCode;

use arguments::{Arguments, USAGE};

fn main() -> ExitCode {
    let arguments = Arguments::parse(std::env::args_os().skip(1));
    program::run("assess", USAGE, arguments, |arguments| {
        run::run(arguments, &mut stdout().lock(), &mut stderr().lock())
    })
}
