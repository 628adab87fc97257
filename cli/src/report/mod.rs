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

use std::process::ExitCode;

use crate::program::{self, Call, Help};

pub use arguments::Arguments;
pub use run::run;

const HELP: Help = Help {
    name: "gb3838 report",
    english: arguments::USAGE,
    chinese: include_str!("../help/report.txt"),
};

/// The command, by the words after its name.
pub(crate) fn command(call: Call) -> ExitCode {
    program::run(&HELP, call, Arguments::parse, run)
}
