//! A year of samples, of any size, into the table of its sections, and what the rest of the
//! year must bring.
//!
//! `gb3838 annual --outlook plan` takes the readings of the Qinzhou
//! sections and the targets of their plan; `--help` lists the options. The file is read some
//! thousands of rows at a time into exact sums; memory grows with the sections of each year, up to
//! a bound, and not with the rows, but for two bytes a row, and never more than a bit a second,
//! that tell whether a row stands twice.

mod arguments;
mod basis;
mod data;
mod items;
mod judged;
mod named;
mod outlooks;
mod remarked;
mod run;
pub mod tables;

use std::process::ExitCode;

use crate::program::{self, Call, Help};

pub use arguments::Arguments;
pub use run::run;

const HELP: Help = Help {
    name: "gb3838 annual",
    english: arguments::USAGE,
    chinese: include_str!("../help/annual.txt"),
};

/// The command, by the words after its name.
pub(crate) fn command(call: Call) -> ExitCode {
    program::run(&HELP, call, Arguments::parse, run)
}
