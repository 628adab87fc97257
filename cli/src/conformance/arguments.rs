//! The arguments of the program.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use lexopt::prelude::*;

pub(crate) const USAGE: &str = "\
usage: gb3838 conformance FILE [--data-root DIR]
  FILE             a suite in the format of CONFORMANCE.md
  --data-root DIR  where the data files of the suite lie (default: the folder of FILE)
  -h, --help       this text
exit code: 0 when nothing failed, 1 when a case failed, 2 for a bad call or an unreadable suite";

/// What to run, and where its data lies.
pub(crate) struct Arguments {
    pub(crate) suite: PathBuf,
    pub(crate) data_root: PathBuf,
}

/// Reads the arguments; `None` asks for help.
pub(crate) fn read(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Option<Arguments>, String> {
    let bad_call = |error: lexopt::Error| format!("{error}\n{USAGE}");
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut suite, mut data_root) = (None, None);
    while let Some(argument) = parser.next().map_err(bad_call)? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("data-root") => {
                data_root = Some(PathBuf::from(parser.value().map_err(bad_call)?));
            }
            Value(path) if suite.is_none() => suite = Some(PathBuf::from(path)),
            other => return Err(bad_call(other.unexpected())),
        }
    }
    let suite = suite.ok_or_else(|| format!("expected the file of a suite\n{USAGE}"))?;
    let data_root =
        data_root.unwrap_or_else(|| suite.parent().unwrap_or(Path::new("")).to_path_buf());
    // The parent of a bare file name is empty, and means the current folder.
    if !data_root.as_os_str().is_empty() && !data_root.is_dir() {
        return Err(format!("--data-root {}: expected a folder\n{USAGE}", data_root.display()));
    }
    Ok(Some(Arguments { suite, data_root }))
}
