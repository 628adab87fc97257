//! The program `gb3838`; `gb3838 --help` lists its commands.

use std::process::ExitCode;

fn main() -> ExitCode {
    gb3838_cli::run(std::env::args_os().skip(1))
}
