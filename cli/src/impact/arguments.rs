//! The command line of `impact`.

use std::ffi::OsString;
use std::path::PathBuf;

use gb3838::impact::{ImpactOptions, StandardIndexForm};
use gb3838::{Class, Decimal, WaterBody, report::Language};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::program::DataFile;
use crate::program::carried::QINZHOU_READINGS;
use crate::program::language;

pub(crate) const USAGE: &str = "\
Evaluates samples for an impact assessment: of each section and item the samples, their range,
the limit, the largest standard index (HJ 2.3), the rate over the limit, the largest multiple,
and a verdict.

Usage: gb3838 impact [OPTIONS] [FILE]

  FILE             a table with columns section and items, and time where samples may stand twice;
                   CSV or a workbook (default: the readings of the Qinzhou sections)
  --sheet NAME     the sheet of a workbook (default: the first)
  --class CLASS    the class whose limits are asked, I to V (default: III)
  --body river|lake
                   the kind of water of all sections (default: their column of water bodies, or
                   river)
  --oxygen 2018|1993
                   the form of the index of dissolved oxygen: HJ 2.3-2018 (default) or HJ/T 2.3-93
  --temperature T  the water temperature in ℃ of rows that give none; without one dissolved
                   oxygen has no index, and is held against its limit alone
  --only-normal    without rows of a station that did not work normally (站点情况), and readings
                   that HJ 212 marks so
  --limits FILE    limits that a report prints, lines of item,limit: each is held against Table 1;
                   an item may state its unit, as in 汞(μg/L), and a range is printed as 6~9 or 6-9
  --index          also the comprehensive pollution index with load shares, which is not of 22号
  --language zh|en the language of tables and messages (default: that of the locale)
  --markdown       tables in Markdown
  --csv            the table of items as CSV
  --json           plain data
  --xlsx FILE      also a workbook, a sheet a table (built with the feature office)
  --strict         exit with 1 when any row or column could not be used, or a printed limit is wrong
  -h, --help       this text
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Arguments {
    pub(crate) file: DataFile,
    pub(crate) sheet: Option<String>,
    pub(crate) options: ImpactOptions,
    pub(crate) body: Option<WaterBody>,
    pub(crate) temperature: Option<Decimal>,
    pub(crate) only_normal: bool,
    pub(crate) limits: Option<DataFile>,
    pub(crate) index: bool,
    pub(crate) language: Language,
    pub(crate) markdown: bool,
    pub(crate) csv: bool,
    pub(crate) json: bool,
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
            file: QINZHOU_READINGS,
            sheet: None,
            options: ImpactOptions::HJ_2_3_2018,
            body: None,
            temperature: None,
            only_normal: false,
            limits: None,
            index: false,
            language: Language::English,
            markdown: false,
            csv: false,
            json: false,
            xlsx: None,
            strict: false,
            help: false,
        };
        let mut is_named = false;
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Value(path) if !is_named => {
                    arguments.file = DataFile::from(path);
                    is_named = true;
                }
                Long("sheet") => arguments.sheet = Some(parser.value()?.string()?),
                Long("class") => {
                    let class: Class = parser.value()?.string()?.parse().map_err(text)?;
                    if class == Class::InferiorV {
                        return Err("--class: inferior V has no limits; expected I to V".into());
                    }
                    arguments.options.class = class;
                }
                Long("body") => {
                    arguments.body = Some(parser.value()?.string()?.parse().map_err(text)?);
                }
                Long("oxygen") => {
                    arguments.options.oxygen = match parser.value()?.string()?.as_str() {
                        "2018" => StandardIndexForm::Oxygen2018,
                        "1993" => StandardIndexForm::Oxygen1993,
                        other => {
                            return Err(format!("oxygen {other:?}: expected 2018 or 1993").into());
                        }
                    }
                }
                Long("temperature") => {
                    let temperature = parser.value()?.string()?;
                    arguments.temperature = Some(Decimal::parse(&temperature).map_err(text)?);
                }
                Long("only-normal") => arguments.only_normal = true,
                Long("limits") => arguments.limits = Some(parser.value()?.into()),
                Long("index") => arguments.index = true,
                Long("language") => arguments.language = language::option(&mut parser)?,
                Long("markdown") => arguments.markdown = true,
                Long("csv") => arguments.csv = true,
                Long("json") => arguments.json = true,
                Long("xlsx") => arguments.xlsx = Some(parser.value()?.into()),
                Long("strict") => arguments.strict = true,
                Short('h') | Long("help") => arguments.help = true,
                other => return Err(other.unexpected()),
            }
        }
        Ok(arguments)
    }
}

fn text(error: impl std::fmt::Display) -> lexopt::Error {
    error.to_string().into()
}
