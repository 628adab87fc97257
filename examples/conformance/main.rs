//! Runs a conformance suite: worked examples and verdicts from print, one line per case.
//!
//! ```text
//! cargo run --release --example conformance -- conformance/conformance.json
//! ```

#![allow(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a program has the standard library"
)]

mod runner;

use std::env;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(runner::command(env::args_os().skip(1), &mut out, &mut err))
}
