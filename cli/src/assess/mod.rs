//! Holds a plan for the waters of a region against the readings of its sections.
//!
//! `gb3838 assess` judges the Qinzhou plan of 2024 by real readings of
//! its national stations; `--help` lists the options.

mod arguments;
mod chart;
mod run;
mod screen;

use std::ffi::OsString;
use std::io::{stderr, stdout};
use std::process::ExitCode;

use crate::program;

pub use arguments::Arguments;
pub use run::run;

/// The command, by the words after its name.
pub(crate) fn command(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    program::run("gb3838 assess", arguments::USAGE, Arguments::parse(words), |arguments| {
        run(arguments, &mut stdout().lock(), &mut stderr().lock())
    })
}
