//! Runs a command inside a test: by its words, with its output kept.

use std::fmt::Display;
use std::io::Write;

use gb3838_cli::program::Stop;

/// What a run prints and returns.
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) messages: String,
}

/// Runs a command by its arguments, or says why it stops.
pub(crate) fn ran<A>(
    arguments: Result<A, impl Display>,
    command: impl FnOnce(&A, &mut dyn Write, &mut dyn Write) -> Result<u8, Stop>,
) -> Result<Ran, String> {
    let arguments = arguments.map_err(|error| error.to_string())?;
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let code = match command(&arguments, &mut out, &mut messages) {
        Ok(code) => code,
        Err(Stop::Failed(message)) => return Err(message),
        Err(Stop::NobodyReads) => panic!("a buffer is read"),
    };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ok(Ran { code, out: text(out), messages: text(messages) })
}
