//! Adds classes to a CSV of readings: one row in, one row out, in bounded memory.
//!
//! `cargo run --release --example classify -- --items five FILE`; `--help` lists the options.

#[path = "../shared/fault.rs"]
mod fault;
#[path = "../shared/text.rs"]
mod text;

mod arguments;
mod stream;

use std::fs::File;
use std::io::{BufReader, BufWriter, IsTerminal, Read, stderr, stdin, stdout};
use std::process::ExitCode;

use arguments::Arguments;
use indicatif::{ProgressBar, ProgressStyle};

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) if arguments.help => {
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("classify: {error}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("classify: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let (name, input, progress) = open(arguments)?;
    let output = BufWriter::new(stdout().lock());
    let counts = stream::classify(arguments, &name, input, output, &mut stderr())?;
    progress.finish_and_clear();
    let stream::Counts { rows, classed, faults } = counts;
    eprintln!("{rows} rows, {classed} with a class, {faults} faults");
    let failed = (rows > 0 && classed == 0) || (arguments.strict && faults > 0);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The file or standard input, with a progress bar when a person is watching.
fn open(arguments: &Arguments) -> Result<(String, Box<dyn Read>, ProgressBar), String> {
    let Some(path) = &arguments.file else {
        return Ok(("standard input".to_owned(), Box::new(stdin().lock()), ProgressBar::hidden()));
    };
    let named = |error: std::io::Error| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(named)?;
    let progress = if stderr().is_terminal() && !stdout().is_terminal() {
        ProgressBar::new(file.metadata().map_err(named)?.len())
    } else {
        ProgressBar::hidden()
    };
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
        progress.set_style(style);
    }
    let input = progress.wrap_read(BufReader::with_capacity(1 << 16, file));
    Ok((path.display().to_string(), Box::new(input), progress))
}
