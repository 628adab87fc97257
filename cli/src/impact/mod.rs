//! The table of an impact assessment: each item at each section with its standard index.
//!
//! `gb3838 impact` takes the readings of the Qinzhou sections; `--help` lists the options.

mod arguments;
mod limits;
mod read;
mod run;

use std::ffi::OsString;
use std::io::{stderr, stdout};
use std::process::ExitCode;

use crate::program;

pub use arguments::Arguments;
pub use run::run;

/// The command, by the words after its name.
pub(crate) fn command(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    program::run("gb3838 impact", arguments::USAGE, Arguments::parse(words), |arguments| {
        run(arguments, &mut stdout().lock(), &mut stderr().lock())
    })
}
