//! One row in, one row out: reads rows, classes some thousands at a time, and writes them.

use std::io::{BufRead, Write};

use gb3838::sheet::Heading;

use crate::classify::arguments::Arguments;
use crate::classify::faults::Faults;
use crate::classify::output::Output;
use crate::classify::rows::{Target, Waiting, is_read};
use crate::program::{Stop, say};
use crate::table::reader::TableReader;
use crate::table::records::Record;

pub use crate::classify::counts::Counts;

/// Classifies each row of `input` into `output`; faults go to `messages` with their place.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn classify(
    arguments: &Arguments,
    name: &str,
    input: impl BufRead,
    output: impl Write,
    messages: &mut dyn Write,
) -> Result<Counts, Stop> {
    let Some(mut table) = TableReader::open(name, input)? else {
        return Err(Stop::Failed(format!("{name}: it is empty; expected a header")));
    };
    let mut waiting = Waiting::new(arguments, name, &table);
    if arguments.check && !waiting.has_printed() {
        return Err(Stop::Failed(table.without("class")));
    }
    let mut faults = Faults { messages, count: 0, left_out: 0 };
    let mut target = if arguments.check {
        Target::Check(output)
    } else {
        let mut output = Output::new(output);
        for header in output.write_header(table.headers())? {
            let message = "the name of an added column, which gets another name";
            faults.push(&table.fault_of_heading(&header, message));
        }
        Target::Table(Box::new(output))
    };
    say_columns(&mut table, is_read(arguments), &mut faults);
    table.gathered_left_out().iter().for_each(|fault| faults.leave_out(fault));
    let mut record = Record::default();
    loop {
        let read = table.read(&mut record);
        if matches!(read, Ok(true)) {
            let left_out = table.left_out(&record);
            waiting.push(&record, left_out, &mut faults);
        }
        if waiting.is_full() || !matches!(read, Ok(true)) {
            waiting.write(&mut target)?;
        }
        // Rows before a place that cannot be read are written.
        if !read? {
            break;
        }
    }
    let mut counts = waiting.counts;
    match target {
        Target::Table(mut output) => output.flush()?,
        Target::Check(mut output) => {
            waiting.check.write(&mut output)?;
            output.flush().map_err(|error| Stop::output(&error))?;
            counts.agreeing = waiting.check.agreeing;
            counts.differing = waiting.check.differing;
            counts.is_checked = true;
        }
    }
    counts.faults = faults.count;
    counts.left_out = faults.left_out;
    counts.titles = table.titles().count() as u64;
    counts.unusual = table.unusual();
    Ok(counts)
}

/// Says which columns are not read, and then also as what the others are.
fn say_columns(
    table: &mut TableReader<impl BufRead>,
    is_read: impl Fn(&Heading) -> bool + Copy,
    faults: &mut Faults<'_>,
) {
    for fault in table.heading_faults(is_read) {
        faults.push(&fault);
    }
    let words = table.words(is_read);
    if !words.not_read.is_empty() {
        words.lines().for_each(|line| say(faults.messages, &line));
    }
}
