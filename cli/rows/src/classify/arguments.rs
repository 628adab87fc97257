//! The command line of `classify`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use gb3838::report::Language;
use gb3838::{Comparison, ItemSet, WaterBody};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::program::{language, option};

/// The help of the command.
pub const USAGE: &str = "\
Adds classes to a CSV of readings: one row in, one row out.

Usage: gb3838 classify [OPTIONS] [FILE]

  FILE               a table with headings; standard input when none is given. CSV in UTF-8,
                     GB 18030 or UTF-16, or a workbook (.xlsx, .xls)
  --sheet NAME       the sheet of a workbook (default: the first)
  --body river|lake  the limits to use (default: the column of water bodies, or river)
  --items LIST       assessed (the 21), five, or symbols separated by commas (default: assessed)
  --comparison WAY   full-value (default, for readings) or round-first (for means)
  --only-normal      no class for rows of a station that did not work normally (站点情况), and
                     without readings that HJ 212 marks so: F, M, D, C, T, B in a column of
                     marks of the item or behind the number
  --needs-five       no class for rows without one of pH, DO, CODMn, NH3-N and TP, as national
                     files of 2021 to 2023 have it
  --threads N        at most so many threads (default: as many as there are processors); the
                     output does not depend on it
  --check            instead of the table: how many printed classes agree, and which differ
  --language zh|en   the language of messages, findings and help (default: that of the locale)
  --strict           exit with 1 when any cell, row or column could not be used (rows of means
                     and limits are said and no fault)
  -h, --help         this text

Columns named for an item (pH, NH3-N, 氨氮(μg/L), w21003, ...) are read; others pass through, and
headings that are nothing known are said: one may be the misprint of a name. Columns of readings
that --items does not ask for are said too. Values that no water has (pH under 3 or over 12, ...)
are kept, said and counted.
Added: class (I to V, inferior_V, or empty), determining, participating, absent, findings; where
a column has such a name, the added one gets _2 at its end.
The exit code is 1 when no row has a class, or with --check when a printed class differs.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Arguments {
    pub(crate) file: Option<PathBuf>,
    pub(crate) sheet: Option<String>,
    pub(crate) body: Option<WaterBody>,
    pub(crate) items: ItemSet,
    pub(crate) comparison: Comparison,
    pub(crate) only_normal: bool,
    pub(crate) needs_five: bool,
    pub(crate) threads: NonZeroUsize,
    pub(crate) check: bool,
    pub(crate) language: Language,
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
            file: None,
            sheet: None,
            body: None,
            items: ItemSet::ASSESSED,
            comparison: Comparison::FullValue,
            only_normal: false,
            needs_five: false,
            threads: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            check: false,
            language: Language::English,
            strict: false,
            help: false,
        };
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("body") => arguments.body = Some(parser.value()?.parse()?),
                Long("items") => arguments.items = parser.value()?.parse()?,
                Long("comparison") => arguments.comparison = parser.value()?.parse()?,
                Long("sheet") => arguments.sheet = Some(parser.value()?.string()?),
                Long("threads") => {
                    arguments.threads =
                        option::parsed(&mut parser, "--threads", "a number from 1")?;
                }
                Long("only-normal") => arguments.only_normal = true,
                Long("needs-five") => arguments.needs_five = true,
                Long("check") => arguments.check = true,
                Long("language") => arguments.language = language::option(&mut parser)?,
                Long("strict") => arguments.strict = true,
                Short('h') | Long("help") => arguments.help = true,
                Value(file) if arguments.file.is_none() => arguments.file = Some(file.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(arguments)
    }
}
