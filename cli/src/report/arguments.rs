//! The command line of `report`.

use std::ffi::OsString;
use std::path::PathBuf;

use gb3838::{Item, Year, report::Language};
use lexopt::prelude::{Long, Short, ValueExt};

use crate::program::DataFile;
use crate::program::carried::{QINZHOU_PLAN, QINZHOU_READINGS};
use crate::program::language;
use crate::readings::year;

pub(crate) const USAGE: &str = "\
Writes the yearly water-quality report of a region: Markdown on standard output, and a page.

Usage: gb3838 report [OPTIONS]

  --plan FILE      sections of the region and their targets, JSON with \"format\": 1
                   (default: Qinzhou 2024)
  --readings FILE  the readings, a table with columns time, section and items; CSV or a workbook
                   (default: Qinzhou, 2026); a column such as cu_ug or Cu(μg/L) is in µg/L; for the
                   trophic state of lakes chlorophyll-a and transparency with their unit in the
                   heading: chla_mg_per_m3, 叶绿素a(mg/L), transparency_cm
  --sheet NAME     the sheet of a workbook (default: the first)
  --section NAME   the section of a file without a column section
  --letters-void   any letters but L behind or instead of a number void it, as in station reports
  --year YYYY      the year to report (default: the last year in the readings)
  --region NAME    the region in the title (default: the name of the plan)
  --item ITEM      the item whose trend is shown (default: the leading one)
  --source TEXT    where the readings come from, printed at the end; may be given several times
  --language zh|en the language of the report (default: that of the locale)
  --html FILE      also write one HTML page with charts, which loads nothing
  --markdown FILE  write the Markdown to a file
  --xlsx FILE      also write a workbook, a sheet a table (built with the feature office)
  --json           plain data on standard output instead of Markdown
  --only-normal    without rows of a station that did not work normally (站点情况), and readings
                   that HJ 212 marks so
  --strict         exit with 1 when any row or column could not be used
  -h, --help       this text
";

/// Where the readings of the default file come from.
const SOURCE: &str = "China National Environmental Monitoring Centre, real-time page of the national \
                      automatic stations";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Arguments {
    pub(crate) plan: DataFile,
    pub(crate) readings: DataFile,
    pub(crate) sheet: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) letters_void: bool,
    pub(crate) year: Option<Year>,
    pub(crate) region: Option<String>,
    pub(crate) item: Option<Item>,
    pub(crate) sources: Vec<String>,
    pub(crate) language: Language,
    pub(crate) html: Option<PathBuf>,
    pub(crate) markdown: Option<PathBuf>,
    pub(crate) json: bool,
    pub(crate) only_normal: bool,
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
        let mut arguments = Self {
            plan: QINZHOU_PLAN,
            readings: QINZHOU_READINGS,
            sheet: None,
            section: None,
            letters_void: false,
            year: None,
            region: None,
            item: None,
            sources: Vec::new(),
            language: Language::English,
            html: None,
            markdown: None,
            json: false,
            only_normal: false,
            xlsx: None,
            strict: false,
            help: false,
        };
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("plan") => arguments.plan = parser.value()?.into(),
                Long("readings") => arguments.readings = parser.value()?.into(),
                Long("sheet") => arguments.sheet = Some(parser.value()?.string()?),
                Long("section") => arguments.section = Some(parser.value()?.string()?),
                Long("letters-void") => arguments.letters_void = true,
                Long("year") => arguments.year = Some(year::option(&mut parser)?),
                Long("region") => arguments.region = Some(parser.value()?.string()?),
                Long("item") => arguments.item = Some(parser.value()?.parse()?),
                Long("source") => arguments.sources.push(parser.value()?.string()?),
                Long("language") => arguments.language = language::option(&mut parser)?,
                Long("html") => arguments.html = Some(parser.value()?.into()),
                Long("markdown") => arguments.markdown = Some(parser.value()?.into()),
                Long("json") => arguments.json = true,
                Long("only-normal") => arguments.only_normal = true,
                Long("xlsx") => arguments.xlsx = Some(parser.value()?.into()),
                Long("strict") => arguments.strict = true,
                Short('h') | Long("help") => arguments.help = true,
                other => return Err(other.unexpected()),
            }
        }
        if arguments.plan == QINZHOU_PLAN {
            arguments.region.get_or_insert_with(|| "钦州市".to_owned());
        }
        if arguments.readings == QINZHOU_READINGS && arguments.sources.is_empty() {
            arguments.sources.push(SOURCE.to_owned());
        }
        Ok(arguments)
    }
}
