//! Runs a conformance suite: worked examples and verdicts from print, one line per case.
//!
//! ```text
//! cargo run --release --example conformance -- tests/conformance/conformance.json
//! ```

mod runner;

use std::env;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    runner::command(env::args_os().skip(1), &mut io::stdout().lock(), &mut io::stderr().lock())
}
