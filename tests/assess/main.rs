//! The example `assess`: its numbers, its form, and what it says of bad input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops there")]

#[path = "../../examples/assess/arguments.rs"]
mod arguments;
#[path = "../../examples/assess/chart.rs"]
mod chart;
#[path = "../../examples/shared/fault.rs"]
mod fault;
#[path = "../../examples/assess/readings.rs"]
mod readings;
#[path = "../../examples/assess/run.rs"]
mod run;
#[path = "../../examples/shared/text.rs"]
mod text;

mod bad_input;
mod qinzhou;

use std::path::PathBuf;

use arguments::Arguments;

/// What a run prints and returns.
struct Ran {
    code: u8,
    out: String,
    messages: String,
}

fn run(words: &[&str]) -> Result<Ran, String> {
    let arguments = Arguments::parse(words.iter().map(Into::into)).map_err(|e| e.to_string())?;
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let code = run::run(&arguments, &mut out, &mut messages)?;
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ok(Ran { code, out: text(out), messages: text(messages) })
}

/// A file for one test, in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
