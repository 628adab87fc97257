//! Reads samples, evaluates, and prints.

use std::io::Write;

use gb3838::impact::PrintedLimit;
use gb3838::report::{ImpactReport, Language, Table, Word, escaped_markdown, folded};
use gb3838::{Standard, WaterBody};

use crate::impact::arguments::{Arguments, USAGE};
use crate::impact::limits;
use crate::program::language::{choose, said};
use crate::program::sheets::{Sheet, save};
use crate::program::{Stop, progress, say, write_json};
use crate::readings::header::passed_over_lines;
use crate::readings::remarked::{self, Remarked};
use crate::samples::evaluated::{self, Form};
use crate::table::fault::Fault;
use crate::table::states::NotNormal;

/// The table and what became of the input, as one object.
#[derive(serde::Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    report: &'a ImpactReport,
    rows_read: u64,
    rows_used: u64,
    /// The readings that no water has; they are kept.
    reading_remarks: &'a [Remarked<'static>],
    /// How many they are; not all are listed.
    reading_remark_count: u64,
    passed_over: &'a [String],
    /// Those of them that hold items of Tables 2 and 3.
    source_items: &'a [String],
    not_normal: NotNormal,
    left_out: &'a [Fault],
    faults: &'a [Fault],
}

/// The widest a table is.
const WIDTH: usize = 120;

/// Does what the arguments say; the exit code is 1 when nothing could be evaluated, or, with
/// `--strict`, when something could not be used or a printed limit is wrong.
///
/// # Errors
/// When an input cannot be read, or the output cannot be written.
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
    let file = arguments.file.name();
    let mut table = arguments.file.table(arguments.sheet.as_deref(), |input, size| {
        progress::watched(input, size, arguments.language)
    })?;
    let form = Form {
        body: arguments.body,
        temperature: arguments.temperature,
        only_normal: arguments.only_normal,
        options: arguments.options,
        index: arguments.index,
    };
    let samples = evaluated::read(&file, &mut *table, &form)?;
    for fault in samples.left_out.iter().chain(&samples.faults) {
        say(messages, fault);
    }
    for line in &samples.columns {
        say(messages, line);
    }
    let mut report = ImpactReport::new(Standard::GB_3838_2002.name(), arguments.options);
    for section in &samples.sections {
        report.without_limit = report.without_limit.union(section.without_limit);
        for item in &section.items {
            report.add(&section.name, section.body, item);
        }
        if arguments.index {
            let added = report.add_index(&section.name, &section.items);
            added.map_err(|error| format!("{}: {error}", section.name))?;
        }
    }
    if let Some(input) = &arguments.limits {
        let class = arguments.options.class;
        let body = arguments.body.unwrap_or(WaterBody::River);
        report.limits = limits::check(&input.name(), &input.text()?, body, class)?;
    }
    let remarked = remarked::table(
        arguments.language,
        samples.remarked.iter().cloned(),
        samples.remarked_count,
        std::iter::empty(),
    );
    if arguments.json {
        let output = Output {
            report: &report,
            rows_read: samples.rows,
            rows_used: samples.used,
            reading_remarks: &samples.remarked,
            reading_remark_count: samples.remarked_count,
            passed_over: &samples.passed_over,
            source_items: &samples.source_items,
            not_normal: samples.not_normal,
            left_out: &samples.left_out,
            faults: &samples.faults,
        };
        write_json(out, &output)?;
    } else if arguments.csv {
        let csv = csv_of(&report, arguments.language).map_err(|error| error.to_string())?;
        out.write_all(&csv).map_err(failed)?;
        // One table is what a program reads; the others are said beside it.
        let (limits, indices) =
            (report.limit_table(arguments.language), report.index_table(arguments.language));
        for table in [&limits, &indices, &remarked].into_iter().filter(|table| !table.is_empty()) {
            say(messages, &table.to_folded_text(WIDTH).trim_end());
        }
    } else {
        print((&report, &remarked), &samples, arguments, out).map_err(failed)?;
    }
    if let Some(path) = &arguments.xlsx {
        let mut tables = report.tables(arguments.language);
        tables.extend([remarked].into_iter().filter(|table| !table.is_empty()));
        let mut sheets: Vec<Sheet<'_>> = tables.iter().map(Sheet::of_table).collect();
        let word = choose(arguments.language, "说明", "notes");
        let mut lines = vec![word.to_owned(), report.basis(arguments.language)];
        lines.extend(input_lines(&samples, arguments.language));
        sheets.push(Sheet::of_lines(word, lines));
        save(path, &sheets)?;
    }
    let nothing = report.rows.iter().all(|row| row.samples == 0);
    let wrong = report.limits.iter().any(|check| check.found != PrintedLimit::Right);
    let unused = !samples.faults.is_empty();
    Ok(u8::from(nothing || (arguments.strict && (unused || wrong))))
}

/// The tables with what they rest on, then what became of the input.
fn print(
    (report, remarked): (&ImpactReport, &Table),
    samples: &evaluated::Samples,
    arguments: &Arguments,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let language = arguments.language;
    let basis = report.basis(language);
    if arguments.markdown {
        writeln!(out, "{}\n", escaped_markdown(&basis))?;
    } else {
        for line in folded(&basis, WIDTH) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    let of_report = report.tables(language);
    for table in of_report.iter().chain([remarked].into_iter().filter(|it| !it.is_empty())) {
        if arguments.markdown {
            writeln!(out, "{}", table.to_markdown())?;
        } else {
            writeln!(out, "{}", table.to_folded_text(WIDTH))?;
        }
    }
    let width = if arguments.markdown { usize::MAX } else { WIDTH };
    for line in input_lines(samples, language).iter().flat_map(|line| folded(line, width)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// What became of the input.
fn input_lines(samples: &evaluated::Samples, language: Language) -> Vec<String> {
    let (read, used) = (samples.rows, samples.used);
    let counts = [
        (Word::RowsRead, read),
        (Word::RowsUsed, used),
        (Word::RowsNotUsed, read.saturating_sub(used)),
    ];
    let counts = counts.map(|(word, count)| language.labelled(language.word(word), count));
    let mut lines = vec![counts.join(language.word(Word::Semicolon))];
    lines.extend(samples.not_normal.line().map(|line| said(language, &line)));
    let (passed_over, source_items) = (&samples.passed_over, &samples.source_items);
    lines.extend(passed_over_lines(passed_over, source_items, language));
    lines
}

/// The table of items as CSV, with its headings.
fn csv_of(report: &ImpactReport, language: Language) -> Result<Vec<u8>, csv::Error> {
    let table = report.item_table(language);
    let mut text = Vec::new();
    let mut writer = csv::Writer::from_writer(&mut text);
    writer.write_record(table.headers())?;
    for row in table.rows() {
        writer.write_record(row)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(text)
}
