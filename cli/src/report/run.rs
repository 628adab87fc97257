//! Reads a plan and readings, assesses, and writes the report.

use std::io::Write;
use std::path::Path;

use gb3838::report::RegionReport;

use crate::program::{self, Stop, file, progress, say, sheets, write_json};
use crate::readings::{self, Form, Headers, year};
use crate::report::arguments::{Arguments, USAGE};
use crate::report::html;
use crate::report::markdown;
use crate::report::parts;
use crate::report::region;
use crate::table::fault::Fault;
use crate::table::states::NotNormal;

/// The report and what became of the input, as one object.
#[derive(serde::Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    report: &'a RegionReport,
    sources: &'a [String],
    input: Input<'a>,
}

#[derive(serde::Serialize)]
struct Input<'a> {
    /// Rows that were read, of any year.
    rows: u64,
    /// Rows of the year that were used.
    used: u64,
    passed_over: &'a [String],
    /// Those of them that hold items of Tables 2 and 3.
    source_items: &'a [String],
    not_normal: NotNormal,
    /// Rows that are known to hold no readings.
    left_out: &'a [Fault],
    faults: &'a [Fault],
}

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
    let mut plan = program::read_plan(&arguments.plan)?;
    plan.sort_sections_along_waters();
    let name = arguments.readings.name();
    let section = arguments.section.as_deref();
    let form = Form {
        plan: &plan,
        headers: Headers::WithTrophic,
        section,
        letters_void: arguments.letters_void,
        only_normal: arguments.only_normal,
        today: None,
    };
    let mut table = arguments.readings.table(arguments.sheet.as_deref(), |input, size| {
        progress::watched(input, size, arguments.language)
    })?;
    let readings = readings::parse(&name, &mut table, &form)?;
    readings.say(messages);
    // Without a row, the plan is shown as it stands: nothing is assessed.
    let (year, said) = year::assessed(arguments.year, readings.rows_by_year());
    if let Some(line) = said {
        say(messages, &line);
    }
    let year = year.unwrap_or(plan.year);
    let used = readings.years.get(&year).copied().unwrap_or_default();
    if used == 0 {
        say(messages, &format!("no row of {year} could be used: nothing to report"));
    }
    let report =
        region::report(arguments, &plan, &readings, year).map_err(|error| error.to_string())?;
    let title = report.title(arguments.language);
    let parts = parts::of(arguments, &plan, &readings, &report)?;
    let written = |error: std::fmt::Error| error.to_string();
    if let Some(path) = &arguments.html {
        let page = html::write(&title, &parts, arguments.language).map_err(written)?;
        save(path, &page)?;
    }
    let markdown = markdown::write(&title, &parts).map_err(written)?;
    if let Some(path) = &arguments.markdown {
        save(path, &markdown)?;
    }
    if let Some(path) = &arguments.xlsx {
        sheets::save(path, &parts::sheets(&title, &parts))?;
    }
    if arguments.json {
        let input = Input {
            rows: readings.rows,
            used,
            passed_over: &readings.passed_over,
            source_items: &readings.source_items,
            not_normal: readings.not_normal,
            left_out: &readings.left_out,
            faults: &readings.faults,
        };
        let output = Output { report: &report, sources: &arguments.sources, input };
        write_json(out, &output)?;
    } else if arguments.markdown.is_none() {
        out.write_all(markdown.as_bytes()).map_err(failed)?;
    }
    let nothing = report.year.sections.iter().all(|section| section.class.is_none());
    Ok(u8::from(nothing || (arguments.strict && !readings.faults.is_empty())))
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    file::replace(path, text)
}
