//! Runs a conformance suite: worked examples and verdicts from print, one line per case.
//!
//! `gb3838 conformance FILE` reads a suite, answers its cases and prints what came out.

mod arguments;
mod compare;
mod input;
mod kinds;
mod outcome;
mod suite;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use arguments::Arguments;
use outcome::{Counts, Outcome};
use suite::{Case, Status, Suite};

/// Nothing failed.
const SUCCESS: u8 = 0;
/// A case failed.
const FAILURE: u8 = 1;
/// A bad call, or a suite that cannot be read.
const TROUBLE: u8 = 2;

/// The command, by the words after its name.
pub(crate) fn command(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(run(words, &mut io::stdout().lock(), &mut io::stderr().lock()))
}

/// The whole command, with its streams as arguments so that a test can run it, and with the
/// exit code as result: 0 when nothing failed, 1 when a case did, 2 in trouble.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> u8 {
    match attempt(arguments, out) {
        Ok(code) => code,
        Err(message) => {
            // There is nobody left to tell when the error stream is closed too.
            drop(writeln!(err, "gb3838 conformance: {message}"));
            TROUBLE
        }
    }
}

fn attempt(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut impl Write,
) -> Result<u8, String> {
    let unwritten = |error: io::Error| format!("the result cannot be written: {error}");
    let Some(arguments) = arguments::read(arguments)? else {
        return writeln!(out, "{}", arguments::USAGE).map(|()| SUCCESS).map_err(unwritten);
    };
    let suite = Suite::read(&arguments.suite)?;
    let counts = answer(&suite, &arguments, out).map_err(unwritten)?;
    Ok(if counts.failed == 0 { SUCCESS } else { FAILURE })
}

/// Answers every case and prints a line for each, then the counts.
fn answer(suite: &Suite, arguments: &Arguments, out: &mut impl Write) -> io::Result<Counts> {
    let mut counts = Counts::default();
    for case in &suite.cases {
        let outcome = judge(case, arguments);
        counts.add(&outcome);
        outcome.print(case, out)?;
    }
    writeln!(out, "{counts}")?;
    Ok(counts)
}

/// What became of one case.
fn judge(case: &Case, arguments: &Arguments) -> Outcome {
    let status = match case.status() {
        Ok(Status::Narrative) => return Outcome::Narrative,
        Ok(status) => status,
        Err(error) => return Outcome::Failed(error.to_string()),
    };
    let answer = case.input().and_then(|input| kinds::answer(case, input, &arguments.data_root));
    let (got, expected) = match answer.and_then(|got| Ok((got, case.expected()?))) {
        Ok((Some(got), expected)) => (got, expected),
        Ok((None, _)) => return Outcome::Unsupported(case.kind.clone()),
        Err(error) => return Outcome::Failed(error.to_string()),
    };
    match (compare::differences(expected, &got), status) {
        (Some(differences), _) => Outcome::Failed(differences),
        (None, Status::Conflict) => Outcome::Conflict,
        (None, _) => Outcome::Passed,
    }
}
