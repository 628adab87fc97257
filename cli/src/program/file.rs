//! Files that cannot be read, in words.

use std::io::{Error, ErrorKind};
use std::path::Path;

/// Why an input cannot be read.
pub(crate) fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "it cannot be read: permission denied".to_owned(),
        ErrorKind::IsADirectory => "it is a directory; expected a file".to_owned(),
        _ => format!("it cannot be read: {error}"),
    }
}

/// The same, with the file's name before it.
pub(crate) fn named(path: &Path, error: &Error) -> String {
    format!("{}: {}", path.display(), reason(error))
}
