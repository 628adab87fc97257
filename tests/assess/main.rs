//! The example `assess`: its numbers, its form, and what it says of bad input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops there")]

#[path = "../../examples/assess/arguments.rs"]
mod arguments;
#[path = "../../examples/shared/cells.rs"]
mod cells;
#[path = "../../examples/assess/chart.rs"]
mod chart;
#[path = "../../examples/shared/columns.rs"]
mod columns;
#[path = "../../examples/shared/fault.rs"]
mod fault;
#[path = "../../examples/shared/file.rs"]
mod file;
#[path = "../../examples/shared/lines.rs"]
mod lines;
#[path = "../../examples/assess/readings.rs"]
mod readings;
#[path = "../../examples/shared/records.rs"]
mod records;
#[path = "../../examples/assess/run.rs"]
mod run;
#[path = "../../examples/shared/stop.rs"]
mod stop;
#[path = "../../examples/shared/text.rs"]
mod text;

mod bad_input;
mod nothing;
mod programme;
mod qinzhou;

use std::path::PathBuf;

use arguments::Arguments;
use stop::Stop;

/// What a run prints and returns.
struct Ran {
    code: u8,
    out: String,
    messages: String,
}

fn run(words: &[&str]) -> Result<Ran, String> {
    let arguments = Arguments::parse(words.iter().map(Into::into)).map_err(|e| e.to_string())?;
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let code = match run::run(&arguments, &mut out, &mut messages) {
        Ok(code) => code,
        Err(Stop::Failed(message)) => return Err(message),
        Err(Stop::NobodyReads) => panic!("a buffer is read"),
    };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ok(Ran { code, out: text(out), messages: text(messages) })
}

/// A file for one test, in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
