//! The arguments of the program.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lexopt::prelude::*;

use super::program;

pub(crate) const USAGE: &str = "\
usage: gb3838 conformance FILE... [options]
       gb3838 conformance --answer
  FILE             a suite in the format of CONFORMANCE.md
  --data-root DIR  where the data files of the suite lie (default: the folder of the first FILE)
  --format FORMAT  lines (default), json, or junit for JUnit XML
  --against CMD    another program answers instead of this one, by PROTOCOL.md
  --seconds N      how long it may take for a case (default 10)
  --seed N         the order in which it is asked (default 1)
  --language zh|en the language of what is said (default: that of the locale)
  --answer         answers cases from standard input, as the other side of --against
  -h, --help       this text
exit code: 0 when nothing failed, 1 when a case failed, 2 for a bad call or an unreadable suite";

/// How results are printed.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Lines,
    Json,
    Junit,
}

/// What to run, where its data lies, and who answers.
pub(crate) struct Arguments {
    pub(crate) suites: Vec<PathBuf>,
    pub(crate) data_root: PathBuf,
    pub(crate) format: Format,
    /// The words of another program's command.
    pub(crate) against: Option<Vec<String>>,
    pub(crate) limit: Duration,
    pub(crate) seed: u64,
    /// Whether cases are answered instead of asked.
    pub(crate) answers: bool,
}

/// Reads the arguments; `None` asks for help.
pub(crate) fn read(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Option<Arguments>, String> {
    let bad_call = |error: lexopt::Error| format!("{error}\n{USAGE}");
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut data_root = None;
    let mut read = Arguments {
        suites: Vec::new(),
        data_root: PathBuf::new(),
        format: Format::Lines,
        against: None,
        limit: Duration::from_secs(10),
        seed: 1,
        answers: false,
    };
    while let Some(argument) = parser.next().map_err(bad_call)? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("data-root") => {
                data_root = Some(PathBuf::from(parser.value().map_err(bad_call)?));
            }
            Long("format") => {
                let value = parser.value().map_err(bad_call)?;
                read.format = match value.to_str() {
                    Some("lines") => Format::Lines,
                    Some("json") => Format::Json,
                    Some("junit") => Format::Junit,
                    _ => {
                        let got = value.display();
                        return Err(format!(
                            "--format {got}: expected lines, json or junit\n{USAGE}"
                        ));
                    }
                };
            }
            Long("against") => {
                let command = parser.value().and_then(ValueExt::string).map_err(bad_call)?;
                let words = program::words(&command);
                read.against = Some(words.map_err(|error| format!("--against {error}\n{USAGE}"))?);
            }
            Long("seconds") => {
                let seconds: f64 =
                    parser.value().and_then(|value| value.parse()).map_err(bad_call)?;
                let limit =
                    Duration::try_from_secs_f64(seconds).ok().filter(|limit| !limit.is_zero());
                let expected =
                    || format!("--seconds {seconds}: expected a number above 0\n{USAGE}");
                read.limit = limit.ok_or_else(expected)?;
            }
            Long("answer") => read.answers = true,
            Long("seed") => {
                read.seed = parser.value().and_then(|value| value.parse()).map_err(bad_call)?;
            }
            Value(path) => read.suites.push(PathBuf::from(path)),
            other => return Err(bad_call(other.unexpected())),
        }
    }
    if read.answers {
        return Ok(Some(read));
    }
    let first = read.suites.first();
    let first = first.ok_or_else(|| format!("expected the file of a suite\n{USAGE}"))?;
    read.data_root =
        data_root.unwrap_or_else(|| first.parent().unwrap_or(Path::new("")).to_path_buf());
    // The parent of a bare file name is empty, and means the current folder.
    if !read.data_root.as_os_str().is_empty() && !read.data_root.is_dir() {
        return Err(format!(
            "--data-root {}: expected a folder\n{USAGE}",
            read.data_root.display()
        ));
    }
    Ok(Some(read))
}
