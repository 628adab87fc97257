//! Holds a plan for the waters of a region against the readings of its sections.
//!
//! `gb3838 assess` judges the Qinzhou plan of 2024 by real readings of
//! its national stations; `--help` lists the options.

mod arguments;
mod chart;
mod run;
mod screen;

use std::process::ExitCode;

use crate::program::{self, Call, Help};

pub use arguments::Arguments;
pub use run::run;

const HELP: Help = Help {
    name: "gb3838 assess",
    english: arguments::USAGE,
    chinese: include_str!("../help/assess.txt"),
};

/// The command, by the words after its name.
pub(crate) fn command(call: Call) -> ExitCode {
    program::run(&HELP, call, Arguments::parse, run)
}
