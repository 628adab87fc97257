//! Runs an example inside a test: by its words, with its output kept.

use crate::arguments::Arguments;
use crate::stop::Stop;

/// What a run prints and returns.
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) messages: String,
}

pub(crate) fn run(words: &[&str]) -> Result<Ran, String> {
    let arguments = Arguments::parse(words.iter().map(Into::into)).map_err(|e| e.to_string())?;
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let code = match crate::run::run(&arguments, &mut out, &mut messages) {
        Ok(code) => code,
        Err(Stop::Failed(message)) => return Err(message),
        Err(Stop::NobodyReads) => panic!("a buffer is read"),
    };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ok(Ran { code, out: text(out), messages: text(messages) })
}
