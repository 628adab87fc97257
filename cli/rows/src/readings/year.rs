//! Which year of a table is assessed: by option, else by its rows, and what must be said of that.

use gb3838::Year;

use crate::program::option;

/// What is expected of a year.
const EXPECTED: &str = "a year, such as 2026";

/// Reads the value of `--year`, at which the words of a command stand.
///
/// # Errors
/// When no year follows.
pub fn option(words: &mut lexopt::Parser) -> Result<Year, lexopt::Error> {
    let number: std::num::NonZeroU16 = option::parsed(words, "--year", EXPECTED)?;
    Ok(Year::new(number.get()).map_err(|error| error.to_string())?)
}

/// The year that is assessed: the one that is asked for, else the last of which a row was used.
///
/// Years are those of which rows were used, with their number.
pub fn assessed(
    asked: Option<Year>,
    years: impl Iterator<Item = (Year, u64)>,
) -> (Option<Year>, Option<String>) {
    let years: Vec<(Year, u64)> = years.collect();
    let last = years.iter().max_by_key(|(year, _)| *year).copied();
    let (None, Some((last, rows))) = (asked, last) else {
        return (asked, None);
    };
    // One stray row is the last year as well as a year that has begun.
    let most = years.iter().max_by_key(|(year, rows)| (*rows, *year));
    let said = most.filter(|(_, most)| *most > rows).map(|(most, of_most)| {
        format!(
            "{last} is assessed, the last year, with {rows} rows; {most} has {of_most}: --year \
             chooses"
        )
    });
    (Some(last), said)
}
