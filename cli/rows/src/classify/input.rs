//! Where rows come from, and how far they are read.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, stdin, stdout};

use indicatif::ProgressBar;

use crate::classify::arguments::Arguments;
use crate::program::{file, progress};
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
    // Rows on the terminal say themselves how far it is.
    let progress = if stdout().is_terminal() {
        ProgressBar::hidden()
    } else {
        progress::of_bytes(file.metadata().map_err(named)?.len(), arguments.language)
    };
    let input = BufReader::with_capacity(1 << 16, progress.wrap_read(file));
    let name = path.display().to_string();
    let input = workbook::as_text(&name, Box::new(input), arguments.sheet.as_deref())?;
    Ok((name, input, progress))
}
