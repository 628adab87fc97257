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

use std::io::Write;
use std::process::ExitCode;

use gb3838::report::Language;

use crate::program::translated::{FindingsInChinese, InLanguage};
use crate::program::{self, Call, Help, Stop, say};
pub use arguments::{Arguments, USAGE};

const HELP: Help =
    Help { name: "gb3838 classify", english: USAGE, chinese: include_str!("help.txt") };

/// The command, by the words after its name.
pub fn command(call: Call) -> ExitCode {
    program::run(&HELP, call, Arguments::parse, run)
}

fn run(arguments: &Arguments, out: &mut dyn Write, messages: &mut dyn Write) -> Result<u8, Stop> {
    let (name, input, progress) = input::open(arguments)?;
    let is_table = !arguments.check;
    let counts = match arguments.language {
        Language::Chinese if is_table => {
            let out = FindingsInChinese::new(out);
            stream::classify(arguments, &name, input, out, messages)
        }
        Language::Chinese => {
            let out = InLanguage::new(out, Language::Chinese);
            stream::classify(arguments, &name, input, out, messages)
        }
        Language::English => stream::classify(arguments, &name, input, out, messages),
    };
    progress.finish_and_clear();
    let counts = counts?;
    let failed = counts.is_failure(arguments.strict);
    say(messages, &counts);
    Ok(u8::from(failed))
}
