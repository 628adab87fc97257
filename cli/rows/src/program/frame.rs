//! A program's frame: arguments in, exit code out, in the language of the call.

use std::ffi::OsString;
use std::io::{BufWriter, Write, stderr, stdout};
use std::process::ExitCode;

use gb3838::report::Language;

use crate::program::Stop;
use crate::program::language::{Call, said};
use crate::program::translated::InLanguage;

/// The name of a command, and its help in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Help {
    /// What messages call it.
    pub name: &'static str,
    /// Its help in English.
    pub english: &'static str,
    /// Its help in Chinese.
    pub chinese: &'static str,
}

impl Help {
    /// Its help in a language.
    #[must_use]
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.chinese,
            Language::English => self.english,
        }
    }
}

/// Runs a program by its arguments; a bad call is 2, a failure 1, and a reader who has gone no
/// failure.
pub fn run<A>(
    help: &Help,
    call: Call,
    parse: impl FnOnce(Vec<OsString>) -> Result<A, lexopt::Error>,
    program: impl FnOnce(&A, &mut dyn Write, &mut dyn Write) -> Result<u8, Stop>,
) -> ExitCode {
    let (name, language) = (help.name, call.language);
    let is_for_help = call.is_for_help();
    let arguments = match parse(call.words) {
        Ok(arguments) => arguments,
        Err(error) => {
            let error = said(language, &error);
            eprintln!("{name}: {error}\n\n{}", help.text(language));
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::with_capacity(1 << 16, stdout().lock());
    let mut messages = InLanguage::new(stderr(), language);
    let ended = if is_for_help {
        out.write_all(help.text(language).as_bytes()).map(|()| 0).map_err(|it| Stop::output(&it))
    } else {
        program(&arguments, &mut out, &mut messages)
    };
    // What was written before a failure is shown.
    let ended = out.flush().map_err(|error| Stop::output(&error)).and(ended);
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(Stop::NobodyReads) => ExitCode::SUCCESS,
        Err(Stop::Failed(message)) => {
            eprintln!("{name}: {}", said(language, &message));
            ExitCode::FAILURE
        }
    }
}
