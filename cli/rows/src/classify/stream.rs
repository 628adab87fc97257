//! One row in, one row out: parts of a file are classed on some threads and written in order.

use std::io::{BufRead, Write};
use std::thread;

use gb3838::sheet::Heading;

use crate::classify::arguments::Arguments;
use crate::classify::check::Check;
use crate::classify::faults::Faults;
use crate::classify::output::push_header;
use crate::classify::part::{Part, Said, Tally, Worker, push_row};
use crate::classify::row::{RowReader, is_read};
use crate::program::{Crew, Stop, say};
use crate::table::reader::TableReader;
use crate::table::records::Record;

pub use crate::classify::counts::Counts;

/// How many parts one thread does before others are started: of less, they are not worth it.
const ALONE: usize = 4;

/// How many bytes of rows that were read one by one wait to be written.
const WAITING: usize = 1 << 16;

/// Classifies each row of `input` into `output`; faults go to `messages` with their place.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn classify(
    arguments: &Arguments,
    name: &str,
    mut input: impl BufRead,
    mut output: impl Write,
    messages: &mut dyn Write,
) -> Result<Counts, Stop> {
    // Compiled once, whatever they are.
    classify_all(arguments, name, &mut input, &mut output, messages)
}

fn classify_all(
    arguments: &Arguments,
    name: &str,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Counts, Stop> {
    let Some(mut table) = TableReader::open(name, input)? else {
        return Err(Stop::Failed(format!("{name}: it is empty; expected a header")));
    };
    let reader = RowReader::new(arguments, name, &table);
    if arguments.check && !reader.has_printed() {
        return Err(Stop::Failed(table.without("class")));
    }
    let mut faults = Faults { messages, count: 0, left_out: 0, remarked: 0 };
    let mut header = Vec::new();
    if !arguments.check {
        for header in push_header(&mut header, table.headers()) {
            let message = "the name of an added column, which gets another name";
            faults.push(&table.fault_of_heading(&header, message));
        }
    }
    if let Some(line) = reader.places.bodies.overruled(table.layout()) {
        say(faults.messages, &line);
    }
    say_columns(&mut table, is_read(arguments), &mut faults);
    table.gathered_left_out().iter().for_each(|fault| faults.leave_out(fault));
    let mut counts = Counts { only_normal: arguments.only_normal, ..Counts::default() };
    if arguments.check {
        check(&reader, &mut table, output, &mut faults, &mut counts)?;
    } else {
        output.write_all(&header).map_err(|error| Stop::output(&error))?;
        let mut written = Written { output, faults: &mut faults, counts: &mut counts };
        add_classes(arguments.threads.get(), &reader, &mut table, &mut written)?;
    }
    table.unnamed_faults().iter().for_each(|fault| faults.push(fault));
    output.flush().map_err(|error| Stop::output(&error))?;
    counts.faults = faults.count;
    counts.left_out = faults.left_out;
    counts.remarked = faults.remarked;
    counts.titles = table.titles().count() as u64;
    counts.unusual = table.unusual();
    Ok(counts)
}

/// Where parts go.
struct Written<'w, 'm> {
    output: &'w mut dyn Write,
    faults: &'w mut Faults<'m>,
    counts: &'w mut Counts,
}

impl Written<'_, '_> {
    /// Takes rows that were read by themselves, and clears their part.
    fn take_single(&mut self, part: &mut Part) -> Result<(), Stop> {
        if part.tally.rows > 0 {
            self.take(&part.out, &part.tally)?;
            part.out.clear();
            part.tally = Tally::default();
        }
        Ok(())
    }

    fn take(&mut self, out: &[u8], tally: &Tally) -> Result<(), Stop> {
        let counted = (self.faults.count, self.faults.left_out, self.faults.remarked);
        for said in &tally.said {
            match said {
                Said::Fault(fault) => self.faults.push(fault),
                Said::LeftOut(fault) => self.faults.leave_out(fault),
                Said::Remark(fault) => self.faults.remark(fault),
            }
        }
        self.faults.count = counted.0 + tally.faults;
        self.faults.left_out = counted.1 + tally.left_out;
        self.faults.remarked = counted.2 + tally.remarked;
        self.counts.rows += tally.rows;
        self.counts.classed += tally.classed;
        self.counts.not_normal += tally.not_normal.rows;
        self.counts.not_normal_readings += tally.not_normal.readings;
        self.output.write_all(out).map_err(|error| Stop::output(&error))
    }
}

/// Adds classes to all rows, block by block, and row by row where there are no blocks.
fn add_classes(
    threads: usize,
    reader: &RowReader<'_>,
    table: &mut TableReader<'_>,
    written: &mut Written<'_, '_>,
) -> Result<(), Stop> {
    let separator = table.separator().unwrap_or(b',');
    let mut own = Worker::new(reader, separator, table.labels());
    thread::scope(|scope| {
        let mut crew: Crew<'_, '_, Part> = Crew::new(scope);
        let mut free: Vec<Part> = Vec::new();
        let mut record = Record::default();
        let mut single = Part::default();
        let mut states = reader.states();
        let mut alone = 0;
        loop {
            let mut part = free.pop().unwrap_or_default();
            let is_block = table.block(&mut part.block);
            let is_last = !matches!(is_block, Ok(true));
            // What was given out before comes first, also before a failure.
            while is_last || crew.is_busy() {
                let Some(done) = crew.take()? else { break };
                written.take(&done.out, &done.tally)?;
                free.push(done);
            }
            if is_block? {
                written.take_single(&mut single)?;
                if threads == 1 || alone < ALONE {
                    alone += 1;
                    own.run(&mut part)?;
                    written.take(&part.out, &part.tally)?;
                    free.push(part);
                    continue;
                }
                while crew.len() < threads {
                    let mut worker = Worker::new(reader, separator, table.labels());
                    crew.hire(move |part| worker.run(part));
                }
                crew.give(part)?;
                continue;
            }
            free.push(part);
            // A row that is read by itself; rows before a place that cannot be read are written.
            let read = table.read(&mut record);
            if matches!(read, Ok(true)) {
                let left_out = table.left_out(&record);
                let Part { out, tally, .. } = &mut single;
                push_row(reader, &record, left_out, &mut states, (out, tally));
            }
            if !matches!(read, Ok(true)) || single.out.len() > WAITING {
                written.take_single(&mut single)?;
            }
            if !read? {
                return Ok(());
            }
        }
    })
}

/// Compares printed classes with those that are found, row by row.
fn check(
    reader: &RowReader<'_>,
    table: &mut TableReader<'_>,
    mut output: &mut dyn Write,
    faults: &mut Faults<'_>,
    counts: &mut Counts,
) -> Result<(), Stop> {
    let mut check = Check::default();
    let mut record = Record::default();
    let mut states = reader.states();
    while table.read(&mut record)? {
        let left_out = table.left_out(&record);
        let answer = reader.answer(&record, left_out, &mut states);
        answer.left_out.iter().for_each(|fault| faults.leave_out(fault));
        answer.remarks.iter().for_each(|fault| faults.remark(fault));
        answer.faults.iter().for_each(|fault| faults.push(fault));
        counts.rows += 1;
        counts.classed += u64::from(answer.found.class > 0);
        let printed = answer.printed.as_ref();
        check.compare(printed, &answer.found, reader.language(), &mut output)?;
    }
    check.write(&mut output)?;
    counts.not_normal = states.not_normal.rows;
    counts.not_normal_readings = states.not_normal.readings;
    counts.agreeing = check.agreeing;
    counts.differing = check.differing;
    counts.is_checked = true;
    Ok(())
}

/// Says which columns hold readings that are not asked for, which are not read, and then also as
/// what the others are.
fn say_columns(
    table: &mut TableReader<'_>,
    is_read: impl Fn(&Heading) -> bool + Copy,
    faults: &mut Faults<'_>,
) {
    for fault in table.heading_faults(is_read) {
        faults.push(&fault);
    }
    let words = table.words(is_read);
    if words.not_read.is_empty() {
        if let Some(line) = words.not_asked_line() {
            say(faults.messages, &line);
        }
    } else {
        words.lines().for_each(|line| say(faults.messages, &line));
    }
}
