//! Files that cannot be read, in words; files that are written whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::io::{Error, ErrorKind, Write};
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

/// Writes a file: the new text takes the place of an old file only when all of it is there.
///
/// # Errors
/// When it cannot be written; an old file stays as it was.
pub fn replace(path: &Path, text: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), String> {
    write_whole(path, text.as_ref()).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such folder".to_owned(),
            ErrorKind::PermissionDenied => "it cannot be written: permission denied".to_owned(),
            ErrorKind::IsADirectory => "it is a directory; expected a file".to_owned(),
            _ => format!("it cannot be written: {error}"),
        };
        format!("{}: {reason}", path.display())
    })
}

fn write_whole(path: &Path, text: &[u8]) -> Result<(), Error> {
    // A link keeps its place, and so does what is no file: a pipe, a terminal.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&place).is_ok_and(|found| !found.is_file()) {
        return fs::write(&place, text);
    }
    let Some(name) = place.file_name() else { return fs::write(&place, text) };
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.part", std::process::id()));
    let beside = place.with_file_name(beside);
    let written = fs::File::create(&beside).and_then(|mut file| {
        if let Ok(old) = fs::metadata(&place) {
            file.set_permissions(old.permissions())?;
        }
        file.write_all(text)?;
        file.sync_all()?;
        fs::rename(&beside, &place)
    });
    if written.is_err() {
        // It may never have been there.
        drop(fs::remove_file(&beside));
    }
    written
}
