//! Adds classes to a CSV of readings: one row in, one row out, in bounded memory.
//!
//! `gb3838 classify --items five FILE`; `--help` lists the options.

mod arguments;
mod check;
mod counts;
mod faults;
pub mod input;
mod output;
mod part;
mod row;
pub mod stream;

use std::ffi::OsString;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use crate::program::{self, Stop};
pub use arguments::{Arguments, USAGE};

/// The command, by the words after its name.
pub(crate) fn command(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    program::run("gb3838 classify", USAGE, Arguments::parse(words), run)
}

fn run(arguments: &Arguments) -> Result<u8, Stop> {
    if arguments.help {
        let written = stdout().write_all(USAGE.as_bytes());
        return written.map(|()| 0).map_err(|error| Stop::output(&error));
    }
    let (name, input, progress) = input::open(arguments)?;
    let output = stdout().lock();
    let counts = stream::classify(arguments, &name, input, output, &mut stderr());
    progress.finish_and_clear();
    let counts = counts?;
    let failed = counts.is_failure(arguments.strict);
    eprintln!("{counts}");
    Ok(u8::from(failed))
}
