//! Writes the yearly water-quality report of a region, as Markdown and as one HTML page.
//!
//! `gb3838 report --html report.html` reports the sections of Qinzhou
//! by real readings of its national stations; `--help` lists the options.

mod arguments;
pub(crate) mod chart;
mod html;
mod lakes;
mod markdown;
mod parts;
mod region;
mod run;

use std::ffi::OsString;
use std::io::{stderr, stdout};
use std::process::ExitCode;

use crate::program;

pub use arguments::Arguments;
pub use run::run;

/// The command, by the words after its name.
pub(crate) fn command(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    program::run("gb3838 report", arguments::USAGE, Arguments::parse(words), |arguments| {
        run(arguments, &mut stdout().lock(), &mut stderr().lock())
    })
}
