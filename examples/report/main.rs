//! Writes the yearly water-quality report of a region, as Markdown and as one HTML page.
//!
//! `cargo run --release --example report -- --html report.html` reports the sections of Qinzhou
//! by real readings of its national stations; `--help` lists the options.

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
mod header;
mod html;
mod lakes;
mod markdown;
mod parts;
mod readings;
mod region;
mod run;
mod trophic;

use std::io::{stderr, stdout};
use std::process::ExitCode;

use arguments::{Arguments, USAGE};

fn main() -> ExitCode {
    let arguments = Arguments::parse(std::env::args_os().skip(1));
    program::run("report", USAGE, arguments, |arguments| {
        run::run(arguments, &mut stdout().lock(), &mut stderr().lock())
    })
}
