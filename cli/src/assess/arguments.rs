//! The command line of `assess`.

use std::ffi::OsString;
use std::path::PathBuf;

use gb3838::{
    Date, Year,
    report::{Language, WorkSummaryKind},
};
use lexopt::prelude::{Long, Short, ValueExt};

use crate::program::DataFile;
use crate::program::carried::{QINZHOU_PLAN, QINZHOU_READINGS};
use crate::program::language;
use crate::readings::year;

pub(crate) const USAGE: &str = "\
Holds a plan for the waters of a region against the readings of its sections, and its tasks
and indicators against what is reported. Prints one screen: what was judged, on what, and what
follows.

Usage: gb3838 assess [OPTIONS]

  --plan FILE      the plan, JSON with \"format\": 1 (default: Qinzhou 2024)
  --readings FILE  the readings, a table with columns time, section and items; CSV or a workbook
                   (default: Qinzhou, 2026)
  --sheet NAME     the sheet of a workbook (default: the first)
  --reported FILE  what is reported to the plan, JSON with \"format\": 1 (default: nothing)
  --date DAY       the day of asking (default: the last day of the plan's year); readings of the
                   same year after it are not used
  --summary KIND   the summary of the work, half-year or year-end, in Markdown
  --year YYYY      the year to assess (default: the last year in the readings; of a summary,
                   the plan's year)
  --language zh|en the language of the tables (default: that of the locale)
  --full           all tables after the first screen, at most 120 columns wide
  --markdown       all tables, in Markdown
  --json           plain data on standard output
  --svg FILE       also draw a chart of the sections by class
  --only-normal    without rows of a station that did not work normally (站点情况), and readings
                   that HJ 212 marks so
  --strict         exit with 1 when any row or column could not be used
  -h, --help       this text
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Arguments {
    pub(crate) plan: DataFile,
    pub(crate) readings: DataFile,
    pub(crate) sheet: Option<String>,
    pub(crate) reported: Option<DataFile>,
    pub(crate) date: Option<Date>,
    pub(crate) summary: Option<WorkSummaryKind>,
    pub(crate) year: Option<Year>,
    pub(crate) language: Language,
    pub(crate) full: bool,
    pub(crate) markdown: bool,
    pub(crate) json: bool,
    pub(crate) svg: Option<PathBuf>,
    pub(crate) only_normal: bool,
    pub(crate) strict: bool,
    pub(crate) help: bool,
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            plan: QINZHOU_PLAN,
            readings: QINZHOU_READINGS,
            sheet: None,
            reported: None,
            date: None,
            summary: None,
            year: None,
            language: Language::English,
            full: false,
            markdown: false,
            json: false,
            svg: None,
            only_normal: false,
            strict: false,
            help: false,
        }
    }
}

impl Arguments {
    /// Reads the words after the name of the command.
    ///
    /// # Errors
    /// When a word is no option, or its value is missing or another one than expected.
    pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut arguments = Self::default();
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("plan") => arguments.plan = parser.value()?.into(),
                Long("readings") => arguments.readings = parser.value()?.into(),
                Long("sheet") => arguments.sheet = Some(parser.value()?.string()?),
                Long("reported") => arguments.reported = Some(parser.value()?.into()),
                Long("date") => arguments.date = Some(parser.value()?.parse()?),
                Long("summary") => {
                    arguments.summary = Some(match parser.value()?.string()?.as_str() {
                        "half-year" => WorkSummaryKind::HalfYear,
                        "year-end" => WorkSummaryKind::YearEnd,
                        other => {
                            let text = format!("summary {other:?}: expected half-year or year-end");
                            return Err(text.into());
                        }
                    });
                }
                Long("year") => arguments.year = Some(year::option(&mut parser)?),
                Long("language") => arguments.language = language::option(&mut parser)?,
                Long("full") => arguments.full = true,
                Long("markdown") => arguments.markdown = true,
                Long("json") => arguments.json = true,
                Long("svg") => arguments.svg = Some(parser.value()?.into()),
                Long("only-normal") => arguments.only_normal = true,
                Long("strict") => arguments.strict = true,
                Short('h') | Long("help") => arguments.help = true,
                other => return Err(other.unexpected()),
            }
        }
        Ok(arguments)
    }
}
