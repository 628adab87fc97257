//! Where rows come from, and how far they are read.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, stderr, stdin, stdout};

use indicatif::{ProgressBar, ProgressStyle};

use crate::classify::arguments::Arguments;
use crate::program::file;
use crate::table::workbook;

/// The file or standard input, with a progress bar when a person is watching.
///
/// # Errors
/// When the file cannot be opened, or is a workbook that cannot be read.
pub fn open(arguments: &Arguments) -> Result<(String, Box<dyn BufRead>, ProgressBar), String> {
    let Some(path) = &arguments.file else {
        let (name, input) = ("standard input".to_owned(), Box::new(stdin().lock()));
        let input = workbook::as_text(&name, input, arguments.sheet.as_deref())?;
        return Ok((name, input, ProgressBar::hidden()));
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
    let name = path.display().to_string();
    let input = workbook::as_text(&name, Box::new(input), arguments.sheet.as_deref())?;
    Ok((name, input, progress))
}
