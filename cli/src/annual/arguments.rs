//! The command line of `annual`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use gb3838::report::Language;
use gb3838::{Class, ItemSet, WaterBody, Year};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::program::DataFile;
use crate::program::carried::{QINZHOU_PLAN, QINZHOU_READINGS};
use crate::program::{language, option};
use crate::readings::year;

pub(crate) const USAGE: &str = "\
Assesses the sections of a file of samples, of any size, by their annual means.

Usage: gb3838 annual [OPTIONS] [FILE]

  FILE                 a table with columns time, section and items; point for lakes; CSV or
                       a workbook
                       (default: the readings of the Qinzhou sections, with their plan)
  --year YYYY          the year to assess (default: the last year in the file)
  --outlook CLASS|plan also what the rest of the year must bring to reach that class, or the
                       target of each section in the plan
  --plan FILE          a plan, JSON with \"format\": 1: kind of water and target of each section
  --sheet NAME         the sheet of a workbook (default: the first)
  --body river|lake    the kind of water of sections that no plan names (default: their column
                       of water bodies, or river)
  --items five|assessed|A,B,…
                       the items that take part (default: those of the plan, or assessed)
  --pooled             one mean over all values of the year, and not of its months
  --rest N             how much is still to come (default: the months after the last reading)
  --only-normal        without rows of a station that did not work normally (站点情况), and
                       readings that HJ 212 marks so
  --threads N          at most so many threads (default: as many as there are processors)
  --markdown           tables in Markdown
  --json               plain data
  --xlsx FILE          also a workbook, a sheet a table (built with the feature office)
  --language zh|en     the language of tables and messages (default: that of the locale)
  --strict             exit with 1 when any row or column could not be used
  -h, --help           this text
";

/// What the rest of the year is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    Class(Class),
    Plan,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Arguments {
    pub(crate) file: DataFile,
    pub(crate) sheet: Option<String>,
    pub(crate) plan: Option<DataFile>,
    pub(crate) year: Option<Year>,
    pub(crate) outlook: Option<Goal>,
    pub(crate) body: Option<WaterBody>,
    pub(crate) items: Option<ItemSet>,
    pub(crate) pooled: bool,
    pub(crate) only_normal: bool,
    pub(crate) rest: Option<u32>,
    pub(crate) threads: NonZeroUsize,
    pub(crate) markdown: bool,
    pub(crate) json: bool,
    pub(crate) language: Language,
    pub(crate) xlsx: Option<PathBuf>,
    pub(crate) strict: bool,
    pub(crate) help: bool,
}

impl Arguments {
    /// Reads the words after the name of the command.
    ///
    /// # Errors
    /// When a word is no option, or its value is missing or another one than expected.
    pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut file = None;
        let mut arguments = Self {
            file: QINZHOU_READINGS,
            sheet: None,
            plan: None,
            year: None,
            outlook: None,
            body: None,
            items: None,
            pooled: false,
            only_normal: false,
            rest: None,
            threads: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            markdown: false,
            json: false,
            language: Language::English,
            xlsx: None,
            strict: false,
            help: false,
        };
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Value(path) if file.is_none() => file = Some(DataFile::from(path)),
                Long("plan") => arguments.plan = Some(parser.value()?.into()),
                Long("year") => arguments.year = Some(year::option(&mut parser)?),
                Long("outlook") => {
                    arguments.outlook = Some(match parser.value()?.string()?.as_str() {
                        "plan" => Goal::Plan,
                        class => Goal::Class(class.parse().map_err(text)?),
                    });
                }
                Long("sheet") => arguments.sheet = Some(parser.value()?.string()?),
                Long("body") => {
                    arguments.body = Some(parser.value()?.string()?.parse().map_err(text)?);
                }
                Long("items") => {
                    arguments.items = Some(parser.value()?.string()?.parse().map_err(text)?);
                }
                Long("rest") => {
                    let open = option::parsed(&mut parser, "--rest", "a number from 0")?;
                    arguments.rest = Some(open);
                }
                Long("only-normal") => arguments.only_normal = true,
                Long("threads") => {
                    arguments.threads =
                        option::parsed(&mut parser, "--threads", "a number from 1")?;
                }
                Long("pooled") => arguments.pooled = true,
                Long("markdown") => arguments.markdown = true,
                Long("json") => arguments.json = true,
                Long("language") => arguments.language = language::option(&mut parser)?,
                Long("xlsx") => arguments.xlsx = Some(parser.value()?.into()),
                Long("strict") => arguments.strict = true,
                Short('h') | Long("help") => arguments.help = true,
                other => return Err(other.unexpected()),
            }
        }
        match file {
            Some(file) => arguments.file = file,
            None => {
                arguments.plan.get_or_insert(QINZHOU_PLAN);
            }
        }
        if arguments.outlook == Some(Goal::Plan) && arguments.plan.is_none() {
            return Err("--outlook plan: expected --plan FILE".into());
        }
        if arguments.pooled && arguments.outlook.is_some() && arguments.rest.is_none() {
            return Err("--pooled --outlook: expected --rest, the samples still to come".into());
        }
        Ok(arguments)
    }
}

fn text(error: impl std::fmt::Display) -> lexopt::Error {
    error.to_string().into()
}
