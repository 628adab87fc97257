//! The commands of the program, by name.

use std::ffi::OsString;
use std::io::{Write, stdout};
use std::process::ExitCode;

use gb3838::report::Language;

use crate::program::language::said;
use crate::program::{Call, Help};
use crate::{annual, assess, classify, conformance, impact, report};

const HELP: Help =
    Help { name: "gb3838", english: USAGE, chinese: include_str!("help/gb3838.txt") };

const USAGE: &str = "\
Judges surface water under GB 3838-2002.

Usage: gb3838 COMMAND [OPTIONS]

  assess       holds a plan against the readings of its sections and against what is reported
  classify     adds classes to a CSV of readings of any size, one row in, one row out
  annual       a year of samples to sections, and what the rest of the year must bring
  report       the yearly report of a region: Markdown, and a page with charts
  impact       the table of an impact assessment: standard index, rate, multiple, verdict
  conformance  runs a suite of published verdicts
  -h, --help   this text
  --version    the version of the program

gb3838 COMMAND --help lists the options of a command.
";

/// What a bad call returns.
const BAD_CALL: u8 = 2;

/// Runs the command that the first word names, with the words after it.
///
/// A bad call returns 2; what else a command returns stands in its help.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut words = words.into_iter();
    let command = words.next();
    let call = Call::new(words, |name| std::env::var_os(name));
    let Some(command) = command else {
        return refuse("expected a command", call.language);
    };
    match command.to_str() {
        Some("assess") => assess::command(call),
        Some("classify") => classify::command(call),
        Some("annual") => annual::command(call),
        Some("report") => report::command(call),
        Some("impact") => impact::command(call),
        Some("conformance") => conformance::command(call),
        Some("-h" | "--help") => print(HELP.text(call.language)),
        Some("-V" | "--version") => print(concat!("gb3838 ", env!("CARGO_PKG_VERSION"), "\n")),
        _ => {
            let command = command.display();
            let known = "expected assess, classify, annual, report, impact or conformance";
            refuse(&format!("\"{command}\": {known}"), call.language)
        }
    }
}

fn refuse(message: &str, language: Language) -> ExitCode {
    eprintln!("gb3838: {}\n\n{}", said(language, &message), HELP.text(language));
    ExitCode::from(BAD_CALL)
}

fn print(text: &str) -> ExitCode {
    // A reader who has gone is no failure, and nobody else can be told.
    drop(stdout().write_all(text.as_bytes()));
    ExitCode::SUCCESS
}
