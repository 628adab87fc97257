//! Where rows come from, and how far they are read.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, stderr, stdin, stdout};

use indicatif::{ProgressBar, ProgressStyle};

use crate::classify::arguments::Arguments;
use crate::program::file;

/// The file or standard input, with a progress bar when a person is watching.
///
/// # Errors
/// When the file cannot be opened.
pub fn open(arguments: &Arguments) -> Result<(String, Box<dyn BufRead>, ProgressBar), String> {
    let Some(path) = &arguments.file else {
        return Ok(("standard input".to_owned(), Box::new(stdin().lock()), ProgressBar::hidden()));
    };
    let named = |error: std::io::Error| file::named(path, &error);
    let file = File::open(path).map_err(named)?;
    let progress = if stderr().is_terminal() && !stdout().is_terminal() {
        ProgressBar::new(file.metadata().map_err(named)?.len())
    } else {
        ProgressBar::hidden()
    };
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
        progress.set_style(style);
    }
    let input = BufReader::with_capacity(1 << 16, progress.wrap_read(file));
    Ok((path.display().to_string(), Box::new(input), progress))
}
