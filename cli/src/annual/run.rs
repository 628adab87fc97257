//! Reads samples, assesses the sections of a year, and prints.

use std::io::Write;

use gb3838::Year;
use gb3838::report::{Language, Table, escaped_markdown, folded};
use indicatif::ProgressBar;

use crate::annual::arguments::{Arguments, USAGE};
use crate::annual::judged::Judge;
use crate::annual::tables::OfSections;
use crate::annual::{data, outlooks, tables};
use crate::program::language::{choose, said};
use crate::program::sheets::{Sheet, save};
use crate::program::{self, Stop, progress, write_json};
use crate::readings::header::passed_over_lines;
use crate::readings::year;
use crate::samples::read::Samples;

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
    let mut input = arguments.file.table(arguments.sheet.as_deref(), |opened, size| {
        bar = progress::of_bytes(size, arguments.language);
        bar.wrap_read(opened)
    })?;
    let named = (name.as_str(), arguments.threads.get());
    let plan_and_body = (plan.as_ref(), arguments.body);
    let samples = Samples::read(named, &mut *input, plan_and_body, arguments.only_normal, messages);
    bar.finish_and_clear();
    let mut samples = samples?;
    let of_years = samples.years.iter().map(|(year, of_year)| (*year, of_year.rows));
    let (year, said_of_year) = year::assessed(arguments.year, of_years);
    if let Some(line) = said_of_year {
        samples.say(&line);
    }
    let Some((year, of_year)) = year.and_then(|year| Some((year, samples.years.get(&year)?)))
    else {
        let of_year = arguments.year.map_or_else(String::new, |year| format!(" of {year}"));
        return Err(format!("{name}: no row{of_year} could be used: nothing to assess").into());
    };
    let plan = plan.as_ref();
    let judge = Judge::new(arguments, plan, &samples, year);
    let of_sections = tables::of_sections(&judge, of_year);
    let OfSections { basis, sections, others, notes } = of_sections;
    let nothing = sections.is_empty();
    let mut tables = vec![sections];
    tables.extend(others);
    tables.retain(|table| !table.is_empty());
    if arguments.outlook.is_some() {
        tables.push(outlooks::table(&judge, of_year)?);
    }
    let lines = [notes, input_lines(&samples, year, arguments.language)].concat();
    if arguments.json {
        write_json(out, &data::of(&judge, of_year)?)?;
    } else {
        print(&basis, &tables, &lines, arguments.markdown, out).map_err(failed)?;
    }
    if let Some(path) = &arguments.xlsx {
        let mut sheets: Vec<Sheet<'_>> = tables.iter().map(Sheet::of_table).collect();
        let word = choose(arguments.language, "说明", "notes");
        let faults = samples.listed.iter().flatten();
        let faults = faults.map(ToString::to_string).chain(samples.rest());
        let faults = faults.map(|line| said(arguments.language, &line));
        let lines = [word.to_owned(), basis].into_iter().chain(lines).chain(faults).collect();
        sheets.push(Sheet::of_lines(word, lines));
        save(path, &sheets)?;
    }
    Ok(u8::from(nothing || (arguments.strict && samples.faults > 0)))
}

/// The widest a line of words is.
const WIDTH: usize = 100;

/// By what the sections were judged, the tables, and what became of the input.
fn print(
    basis: &str,
    tables: &[Table],
    lines: &[String],
    markdown: bool,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    if markdown {
        writeln!(out, "{}\n", escaped_markdown(basis))?;
    } else {
        for line in folded(basis, WIDTH) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    for table in tables {
        if markdown {
            writeln!(out, "{}", table.to_markdown())?;
        } else {
            writeln!(out, "{}", table.to_folded_text(WIDTH))?;
        }
    }
    for line in lines {
        let folded = if markdown { vec![line.clone()] } else { folded(line, WIDTH) };
        for line in folded {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// What became of the input.
fn input_lines(samples: &Samples<'_>, year: Year, language: Language) -> Vec<String> {
    let (rows, not_used) = (samples.rows, samples.rows - samples.used);
    let used = samples.used_in(year);
    let mut lines = vec![format!("rows read: {rows}; used: {used}; not used: {not_used}")];
    for (other, of_other) in samples.years.iter().filter(|(other, _)| **other != year) {
        lines[0] += &format!("; of another year ({other}): {}", of_other.rows);
    }
    lines.extend(samples.states.not_normal.line());
    let mut lines: Vec<String> = lines.iter().map(|line| said(language, line)).collect();
    lines.extend(passed_over_lines(&samples.passed_over, &samples.source_items, language));
    lines
}
