//! The table of an impact assessment: each item at each section with its standard index.
//!
//! `gb3838 impact` takes the readings of the Qinzhou sections; `--help` lists the options.

mod arguments;
mod limits;
mod run;

use std::process::ExitCode;

use crate::program::{self, Call, Help};

pub use arguments::Arguments;
pub use run::run;

const HELP: Help = Help {
    name: "gb3838 impact",
    english: arguments::USAGE,
    chinese: include_str!("../help/impact.txt"),
};

/// The command, by the words after its name.
pub(crate) fn command(call: Call) -> ExitCode {
    program::run(&HELP, call, Arguments::parse, run)
}
