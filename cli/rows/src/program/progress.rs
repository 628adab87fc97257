//! How far a long job is, with its rate and the time that is left; nothing where no person
//! watches.

use std::io::{IsTerminal, Read, stderr};

use gb3838::report::Language;
use indicatif::{ProgressBar, ProgressBarIter, ProgressDrawTarget, ProgressFinish, ProgressStyle};

/// A file of fewer bytes is read before a bar is seen.
const LONG: u64 = 1 << 22;

/// A bar over the bytes of a file; it goes when it is dropped.
#[must_use]
pub fn of_bytes(size: u64, language: Language) -> ProgressBar {
    let template = match language {
        Language::Chinese => "{bar:30} {bytes}/{total_bytes}，{bytes_per_sec}，剩余{eta}",
        Language::English => "{bar:30} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left",
    };
    bar(size, size >= LONG, template)
}

/// A bar over some cases.
#[must_use]
pub fn of_cases(count: usize, language: Language) -> ProgressBar {
    let template = match language {
        Language::Chinese => "{bar:30} {pos}/{len}，{per_sec}，剩余{eta}",
        Language::English => "{bar:30} {pos}/{len}, {per_sec}, {eta} left",
    };
    bar(count as u64, true, template)
}

fn bar(length: u64, is_long: bool, template: &str) -> ProgressBar {
    let target = if is_long && stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar =
        ProgressBar::with_draw_target(Some(length), target).with_finish(ProgressFinish::AndClear);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// An input whose reading shows a bar.
pub fn watched<R: Read>(input: R, size: u64, language: Language) -> ProgressBarIter<R> {
    of_bytes(size, language).wrap_read(input)
}
