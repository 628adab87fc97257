//! A program's frame: arguments in, exit code out.

use std::process::ExitCode;

use crate::program::Stop;

/// Runs a program by its arguments; a bad call is 2, a failure 1, and a reader who has gone no
/// failure.
pub(crate) fn run<A>(
    name: &str,
    usage: &str,
    arguments: Result<A, lexopt::Error>,
    program: impl FnOnce(&A) -> Result<u8, Stop>,
) -> ExitCode {
    let arguments = match arguments {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{name}: {error}\n\n{usage}");
            return ExitCode::from(2);
        }
    };
    match program(&arguments) {
        Ok(code) => ExitCode::from(code),
        Err(Stop::NobodyReads) => ExitCode::SUCCESS,
        Err(Stop::Failed(message)) => {
            eprintln!("{name}: {message}");
            ExitCode::FAILURE
        }
    }
}
