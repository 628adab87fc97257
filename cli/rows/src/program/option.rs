//! The value of an option, with what was expected in its place.

use std::str::FromStr;

use lexopt::ValueExt;

/// Reads the value of the option at which the words of a command stand.
///
/// # Errors
/// When it is missing, or is none: the option, the value, and what was expected.
pub fn parsed<T: FromStr>(
    words: &mut lexopt::Parser,
    option: &str,
    expected: &str,
) -> Result<T, lexopt::Error> {
    let text = words.value()?.string()?;
    text.parse().map_err(|_| format!("{option}: {text:?}: expected {expected}").into())
}
