//! The command line of `classify`.

use std::ffi::OsString;
use std::path::PathBuf;

use gb3838::{Comparison, ItemSet, WaterBody};
use lexopt::prelude::{Long, Short, Value, ValueExt};

/// The help of the command.
pub const USAGE: &str = "\
Adds classes to a CSV of readings: one row in, one row out.

Usage: gb3838 classify [OPTIONS] [FILE]

  FILE               CSV in UTF-8 with a header; standard input when none is given
  --body river|lake  the limits to use (default: the column water_body, or river)
  --items LIST       assessed (the 21), five, or symbols separated by commas (default: assessed)
  --comparison WAY   full-value (default, for readings) or round-first (for means)
  --strict           exit with 1 when any row or column could not be used
  -h, --help         this text

Columns named for an item (pH, NH3-N, 氨氮, w21003, ...) are read; others pass through.
Added: class (I to V, inferior_V, or empty), determining, participating, absent; where a column
has such a name, the added one gets _2 at its end.
The exit code is 1 when no row has a class.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    pub(crate) file: Option<PathBuf>,
    pub(crate) body: Option<WaterBody>,
    pub(crate) items: ItemSet,
    pub(crate) comparison: Comparison,
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
            body: None,
            items: ItemSet::ASSESSED,
            comparison: Comparison::FullValue,
            strict: false,
            help: false,
        };
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("body") => arguments.body = Some(parser.value()?.parse()?),
                Long("items") => arguments.items = parser.value()?.parse()?,
                Long("comparison") => arguments.comparison = parser.value()?.parse()?,
                Long("strict") => arguments.strict = true,
                Short('h') | Long("help") => arguments.help = true,
                Value(file) if arguments.file.is_none() => arguments.file = Some(file.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(arguments)
    }
}
