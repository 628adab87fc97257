//! Reads a plan and readings, assesses, and prints.

use std::fmt::Display;
use std::io::Write;

use gb3838::{
    Period, Year,
    plan::Returns,
    report::{
        Language, Overview, PlanReport, ProgressReport, Table, Word, WorkSummary, WorkSummaryKind,
    },
};

use crate::assess::arguments::{Arguments, USAGE};
use crate::assess::{chart, screen};
use crate::program::{self, DataFile, Stop, file, progress, say, write_json};
use crate::readings::header::passed_over_lines;
use crate::readings::{self, Form, Headers, Readings, year};
use crate::table::fault::Fault;
use crate::table::states::NotNormal;

/// The report and what became of the input, as one object.
#[derive(serde::Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    report: &'a PlanReport,
    progress: &'a ProgressReport<'a>,
    input: Input<'a>,
}

#[derive(serde::Serialize)]
struct Input<'a> {
    /// Rows that were read, of any year.
    rows: u64,
    /// Rows of the assessed year that were used.
    used: u64,
    /// Rows of the year of asking that lie after its day.
    after_day: u64,
    years: Vec<YearRows>,
    passed_over: &'a [String],
    /// Those of them that hold items of Tables 2 and 3.
    source_items: &'a [String],
    not_normal: NotNormal,
    /// Rows that are known to hold no readings.
    left_out: &'a [Fault],
    faults: &'a [Fault],
}

#[derive(serde::Serialize)]
struct YearRows {
    year: Year,
    rows: u64,
    assessed: bool,
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
    let plan = program::read_plan(&arguments.plan)?;
    let file = arguments.readings.name();
    let mut table = arguments.readings.table(arguments.sheet.as_deref(), |input, size| {
        progress::watched(input, size, arguments.language)
    })?;
    let form = Form {
        plan: &plan,
        headers: Headers::Items,
        section: None,
        letters_void: false,
        only_normal: arguments.only_normal,
        today: arguments.date,
    };
    let readings = readings::parse(&file, &mut table, &form)?;
    readings.say(messages);
    // Without a row, the plan is shown as it stands: nothing is assessed.
    let of_plan = arguments.summary.map(|_| plan.year);
    let (year, said) = year::assessed(arguments.year.or(of_plan), readings.rows_by_year());
    if let Some(line) = said {
        say(messages, &line);
    }
    let year = year.unwrap_or(plan.year);
    let used = readings.years.get(&year).copied().unwrap_or_default();
    if used == 0 {
        say(messages, &format!("no row of {year} could be used: nothing to assess"));
    }
    let assessment = plan
        .assess(&readings.by_section, &period(arguments.summary, year))
        .map_err(|error| error.to_string())?;
    let report = PlanReport::from(&assessment);
    let reported = read_reported(arguments)?;
    let today = arguments.date.unwrap_or(plan.year.months()[11].last_day());
    let progress = plan
        .progress(&reported, today)
        .map_err(|error| named(arguments.reported.as_ref(), &error))?
        .with_sections(&assessment);
    let progress_report = ProgressReport::from(&progress);
    if let Some(kind) = arguments.summary {
        let summary = WorkSummary::new(kind, &assessment, &progress);
        if arguments.json {
            write_json(out, &summary)?;
        } else {
            let markdown = summary.to_markdown(arguments.language);
            out.write_all(markdown.as_bytes()).map_err(failed)?;
        }
    } else if arguments.json {
        let input = Input {
            rows: readings.rows,
            used,
            after_day: readings.after_day,
            years: year_rows(&readings, year),
            passed_over: &readings.passed_over,
            source_items: &readings.source_items,
            not_normal: readings.not_normal,
            left_out: &readings.left_out,
            faults: &readings.faults,
        };
        write_json(out, &Output { report: &report, progress: &progress_report, input })?;
    } else {
        let tables = tables(&report, &progress_report, arguments.language);
        let input = input_lines(&readings, year, arguments.language);
        let printed = if arguments.markdown {
            screen::print_markdown(&report, &tables, &input, arguments.language, out)
        } else {
            let overview = Overview::new(&assessment, &progress, &readings.by_section);
            let tables = if arguments.full { tables.as_slice() } else { &[] };
            screen::print(&overview, tables, &input, arguments.language, out)
        };
        printed.map_err(failed)?;
    }
    if let Some(path) = &arguments.svg {
        let chart = chart::draw(&report, arguments.language)?;
        file::replace(path, &chart)?;
    }
    // A summary has its tasks and indicators, also without a reading.
    let no_class = report.sections.iter().all(|section| section.class.is_none());
    let nothing = no_class && arguments.summary.is_none();
    Ok(u8::from(nothing || (arguments.strict && !readings.faults.is_empty())))
}

/// The period of the sections: the half-year of its summary, and otherwise the year.
fn period(summary: Option<WorkSummaryKind>, year: Year) -> Period {
    match summary {
        Some(WorkSummaryKind::HalfYear) => Period::half_year_of(year.months()[0].first_day()),
        Some(WorkSummaryKind::YearEnd) | None => Period::year(year),
    }
}

/// What is reported to the plan; nothing where no file is named.
fn read_reported(arguments: &Arguments) -> Result<Returns, String> {
    let Some(input) = &arguments.reported else { return Ok(Returns::default()) };
    program::read_returns(input)
}

fn named(input: Option<&DataFile>, error: &dyn Display) -> String {
    match input {
        Some(input) => format!("{}: {error}", input.name()),
        None => error.to_string(),
    }
}

/// The tables of the sections, then those of the rest of the plan.
fn tables(report: &PlanReport, progress: &ProgressReport, language: Language) -> Vec<Table> {
    let mut tables = report.tables(language);
    tables.extend(progress.tables(language));
    tables
}

fn year_rows(readings: &Readings, year: Year) -> Vec<YearRows> {
    let rows = readings.years.iter();
    rows.map(|(of, rows)| YearRows { year: *of, rows: *rows, assessed: *of == year }).collect()
}

/// What became of the input.
fn input_lines(readings: &Readings, year: Year, language: Language) -> Vec<String> {
    let word = |word| language.word(word);
    let used = readings.years.get(&year).copied().unwrap_or_default();
    let (read, after_day) = (readings.rows, readings.after_day);
    let unusable = read - readings.usable - after_day;
    let count = |name: Word, count: u64| language.labelled(word(name), count);
    let mut counts = vec![
        count(Word::RowsRead, read),
        count(Word::RowsUsed, used),
        count(Word::RowsNotUsed, unusable),
    ];
    for entry in year_rows(readings, year).iter().filter(|entry| !entry.assessed) {
        let other = word(Word::RowsOfOtherYears);
        let other = format!("{other}{}", language.in_brackets(entry.year));
        counts.push(language.labelled(other, entry.rows));
    }
    if after_day > 0 {
        counts.push(count(Word::RowsAfterDay, after_day));
    }
    let mut lines = vec![counts.join(language.word(Word::Semicolon))];
    let (passed_over, source_items) = (&readings.passed_over, &readings.source_items);
    lines.extend(passed_over_lines(passed_over, source_items, language));
    lines
}
