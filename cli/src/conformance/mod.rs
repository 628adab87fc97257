//! Runs a conformance suite: worked examples and verdicts from print, and cases from the rules.
//!
//! `gb3838 conformance FILE` answers the cases by the library; `--against` asks another program.

mod arguments;
mod compare;
mod machine;
mod order;
mod outcome;
mod program;
mod serve;
mod suite;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use gb3838::report::Language;

use crate::program::language::said;
use crate::program::{Call, progress};
use arguments::{Arguments, Format};
use outcome::{Judged, Outcome};
use program::{Program, Reply};
use serde_json::{Map, Value};
pub use serve::answer_all;
use suite::{Case, Status, Suite};

/// Nothing failed.
const SUCCESS: u8 = 0;
/// A case failed.
const FAILURE: u8 = 1;
/// A bad call, or a suite that cannot be read.
const TROUBLE: u8 = 2;

/// The command, by the words after its name.
pub(crate) fn command(call: Call) -> ExitCode {
    let language = call.language;
    let words = call.without_language();
    ExitCode::from(run(words, language, &mut io::stdout().lock(), &mut io::stderr().lock()))
}

/// How the command is called, in a language.
const fn usage(language: Language) -> &'static str {
    match language {
        Language::Chinese => include_str!("../help/conformance.txt").trim_ascii_end(),
        Language::English => arguments::USAGE,
    }
}

/// The whole command, with its language and its streams as arguments so that a test can run it, and with the
/// exit code as result: 0 when nothing failed, 1 when a case did, 2 in trouble.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    language: Language,
    out: &mut impl Write,
    err: &mut impl Write,
) -> u8 {
    match attempt(arguments, language, out) {
        Ok(code) => code,
        Err(message) => {
            // A bad call is told how to call.
            let of_call = message.strip_suffix(arguments::USAGE);
            let message = format!("gb3838 conformance: {}", of_call.unwrap_or(&message).trim_end());
            let mut text = said(language, &message);
            if of_call.is_some() {
                let whole = arguments::USAGE;
                let usage = match language {
                    Language::English => whole.to_owned(),
                    Language::Chinese => said(language, &whole.lines().next().unwrap_or(whole)),
                };
                text = format!("{text}\n{usage}");
            }
            // There is nobody left to tell when the error stream is closed too.
            drop(writeln!(err, "{text}"));
            TROUBLE
        }
    }
}

fn attempt(
    arguments: impl IntoIterator<Item = OsString>,
    language: Language,
    out: &mut impl Write,
) -> Result<u8, String> {
    let unwritten = |error: io::Error| format!("the result cannot be written: {error}");
    let Some(arguments) = arguments::read(arguments)? else {
        return writeln!(out, "{}", usage(language)).map(|()| SUCCESS).map_err(unwritten);
    };
    if arguments.answers {
        answer_all(io::stdin().lock(), out).map_err(unwritten)?;
        return Ok(SUCCESS);
    }
    let suites: Vec<Suite> =
        arguments.suites.iter().map(|path| Suite::read(path)).collect::<Result<_, _>>()?;
    let cases: Vec<(&str, &Case)> = suites
        .iter()
        .flat_map(|suite| suite.cases.iter().map(|case| (suite.file.as_str(), case)))
        .collect();
    let results = match &arguments.against {
        None => cases
            .into_iter()
            .map(|(file, case)| {
                let outcome =
                    judge(case, |input| answer_of_library(&case.kind, input, &arguments.data_root));
                Judged { file, case, outcome }
            })
            .collect(),
        Some(words) => answered_by_program(&cases, words, &arguments, language),
    };
    match arguments.format {
        Format::Lines => outcome::print_lines(&results, language, out),
        Format::Json => machine::print_json(&results, out),
        Format::Junit => machine::print_junit(&results, out),
    }
    .map_err(unwritten)?;
    let failed = results.iter().any(|judged| matches!(judged.outcome, Outcome::Failed(_)));
    Ok(if failed { FAILURE } else { SUCCESS })
}

/// Asks another program in the order of the seed; the results stand in that of the files.
fn answered_by_program<'a>(
    cases: &[(&'a str, &'a Case)],
    words: &[String],
    arguments: &Arguments,
    language: Language,
) -> Vec<Judged<'a>> {
    let data_root = arguments.data_root.canonicalize();
    let data_root = data_root.unwrap_or_else(|_| arguments.data_root.clone());
    let mut program = Program::new(words.to_vec(), arguments.limit, data_root);
    let bar = progress::of_cases(cases.len(), language);
    let mut results: Vec<(usize, Judged<'_>)> = order::shuffled(cases.len(), arguments.seed)
        .into_iter()
        .filter_map(|place| Some((place, *cases.get(place)?)))
        .map(|(place, (file, case))| {
            let outcome = judge(case, |input| {
                program.ask(place, &case.kind, input).map(|reply| match reply {
                    Reply::Answer(answer) => Some(answer),
                    Reply::Unsupported => None,
                })
            });
            bar.inc(1);
            (place, Judged { file, case, outcome })
        })
        .collect();
    results.sort_unstable_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, judged)| judged).collect()
}

/// What the library answers; `None` for a kind that is not built here.
fn answer_of_library(
    kind: &str,
    input: &Map<String, Value>,
    data_root: &Path,
) -> Result<Option<Map<String, Value>>, String> {
    gb3838_answers::answer(kind, input, data_root).map_err(|error| error.to_string())
}

/// What became of one case. `None` is the answer of who does not build the kind.
fn judge(
    case: &Case,
    answer: impl FnOnce(&Map<String, Value>) -> Result<Option<Map<String, Value>>, String>,
) -> Outcome {
    let status = match case.status() {
        Ok(Status::Narrative) => return Outcome::Narrative,
        Ok(status) => status,
        Err(error) => return Outcome::Failed(error.to_string()),
    };
    let input = case.input().map_err(|error| error.to_string());
    let got = match input.and_then(answer) {
        Ok(Some(got)) => got,
        Ok(None) => return Outcome::Unsupported(case.kind.clone()),
        Err(error) => return Outcome::Failed(error),
    };
    match (case.expected().map(|expected| compare::differences(expected, &got)), status) {
        (Err(error), _) => Outcome::Failed(error.to_string()),
        (Ok(Some(differences)), _) => Outcome::Failed(differences),
        (Ok(None), Status::Conflict) => Outcome::Conflict,
        (Ok(None), _) => Outcome::Passed,
    }
}
