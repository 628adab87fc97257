//! Reads samples, assesses the sections of a year, and prints.

use std::io::{IsTerminal, Write};

use gb3838::report::Table;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::annual::arguments::{Arguments, USAGE};
use crate::annual::judged::Judge;
use crate::annual::read::Samples;
use crate::annual::tables;
use crate::program::{self, Stop};

/// Does what the arguments say; the exit code is 1 when nothing could be assessed, or when
/// something could not be used and `--strict` was given.
///
/// # Errors
/// When an input cannot be read, a plan is not valid, or the output cannot be written.
pub fn run(
    arguments: &Arguments,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<u8, Stop> {
    let failed = |error: std::io::Error| Stop::output(&error);
    if arguments.help {
        out.write_all(USAGE.as_bytes()).map_err(failed)?;
        return Ok(0);
    }
    let plan = arguments.plan.as_ref().map(program::read_plan).transpose()?;
    let name = arguments.file.name();
    let mut bar = ProgressBar::hidden();
    let input = arguments.file.table(arguments.sheet.as_deref(), |opened, size| {
        bar = progress(size);
        bar.wrap_read(opened)
    })?;
    let samples = Samples::read((&name, arguments.threads.get()), input, plan.as_ref(), messages);
    bar.finish_and_clear();
    let samples = samples?;
    let last_year = samples.years.keys().next_back().copied();
    let year = arguments.year.or(last_year);
    let Some((year, of_year)) = year.and_then(|year| Some((year, samples.years.get(&year)?)))
    else {
        return Err(format!("{name}: no row of that year could be used: nothing to assess").into());
    };
    let plan = plan.as_ref();
    let mut print = |table: &Table| {
        if arguments.markdown {
            writeln!(out, "{}", table.to_markdown())
        } else {
            writeln!(out, "{table}")
        }
    };
    let judge = Judge::new(arguments, plan, &samples, year);
    let table = tables::of_sections(&judge, of_year);
    let nothing = table.is_empty();
    print(&table).map_err(failed)?;
    if arguments.outlook.is_some() {
        let table = tables::of_outlooks(&judge, of_year)?;
        print(&table).map_err(failed)?;
    }
    let (rows, used) = (samples.rows, samples.used);
    write!(out, "rows read: {rows}; used: {used}; not used: {}", rows - used).map_err(failed)?;
    for (other, of_other) in samples.years.iter().filter(|(other, _)| **other != year) {
        write!(out, "; of another year ({other}): {}", of_other.rows).map_err(failed)?;
    }
    writeln!(out).map_err(failed)?;
    if !samples.passed_over.is_empty() {
        writeln!(out, "columns not read: {}", samples.passed_over.join(", ")).map_err(failed)?;
    }
    Ok(u8::from(nothing || (arguments.strict && samples.faults > 0)))
}

/// A bar on a terminal, for a file that takes a while; nothing elsewhere.
fn progress(size: u64) -> ProgressBar {
    let target = if std::io::stderr().is_terminal() && size > 1 << 22 {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(size), target);
    match ProgressStyle::with_template("{bar:40} {bytes} of {total_bytes}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
