//! A year of samples, of any size, into the table of its sections, and what the rest of the
//! year must bring.
//!
//! `gb3838 annual --outlook plan` takes the readings of the Qinzhou
//! sections and the targets of their plan; `--help` lists the options. The file is read some
//! thousands of rows at a time into exact sums; memory grows with the sections, not with the rows, but for two bytes a
//! row, and never more than a bit a second, that tell whether a row stands twice.

mod arguments;
mod by_columns;
mod judged;
mod read;
mod run;
mod tables;
mod times;

use std::ffi::OsString;
use std::io::{BufWriter, Write, stderr, stdout};
use std::process::ExitCode;

use crate::program::{self, Stop};

pub use arguments::Arguments;
pub use run::run;

/// The command, by the words after its name.
pub(crate) fn command(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    program::run("gb3838 annual", arguments::USAGE, Arguments::parse(words), |arguments| {
        let mut out = BufWriter::new(stdout().lock());
        let code = run(arguments, &mut out, &mut stderr().lock())?;
        out.flush().map_err(|error| Stop::output(&error))?;
        Ok(code)
    })
}
