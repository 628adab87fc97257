//! Limits that a report prints, one a line: item and limit.

use gb3838::error::UnknownNameError;
use gb3838::impact::PrintedLimit;
use gb3838::report::LimitCheckReport;
use gb3838::sheet::{Heading, MeasuredColumn, Waters};
use gb3838::{Class, Decimal, Item, Notation, Reading, Standard, WaterBody};

/// Each printed limit, held against the standard. An item is named as in the heading of a table,
/// with its unit where that is another than the standard's. A range of pH is printed as two
/// numbers, `6~9`, `6-9` or `6–9`, and makes two checks. A first line without a number is a header.
///
/// # Errors
/// At the first line that is none.
pub(crate) fn check(
    file: &str,
    text: &str,
    body: WaterBody,
    class: Class,
) -> Result<Vec<LimitCheckReport>, String> {
    let standard = Standard::GB_3838_2002;
    let mut checks = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        let Some((name, printed)) = line.split_once([',', '，', '\t']) else {
            if line.is_empty() {
                continue;
            }
            return Err(format!("{file}:{number}: {line:?}: expected item,limit"));
        };
        if number == 1 && !printed.contains(|it: char| it.is_ascii_digit()) {
            continue;
        }
        let at = |error: String| format!("{file}:{number}: {error}");
        let (item, column) = named(name.trim()).map_err(at)?;
        for printed in printed.split(['~', '～', '–', '—', '-', '－']) {
            let printed = printed.trim().trim_start_matches(['≤', '≥', '<', '>']).trim();
            let printed = in_unit_of_limits(printed, column).map_err(at)?;
            checks.push(LimitCheckReport {
                item,
                water_body: body,
                printed,
                limit: standard.limit(item, body, class),
                found: PrintedLimit::check(item, body, class, printed, &standard),
            });
        }
    }
    Ok(checks)
}

/// The item of a line, and the unit that its name states.
fn named(name: &str) -> Result<(Item, Option<MeasuredColumn>), String> {
    let heading = Heading::read(name, Waters::Surface);
    if let Heading::NotRead(not_read) = &heading {
        return Err(format!("{name:?}: it is not read: {}", not_read.refusal().what()));
    }
    if let Heading::Measured(column) = heading
        && let Some(item) = column.item()
    {
        return Ok((item, Some(column)));
    }
    Ok((name.parse().map_err(|error: UnknownNameError| error.to_string())?, None))
}

/// A printed number in the unit of the standard's limits.
fn in_unit_of_limits(printed: &str, column: Option<MeasuredColumn>) -> Result<Decimal, String> {
    let number = Decimal::parse(printed).map_err(|error| error.to_string())?;
    let Some(column) = column else { return Ok(number) };
    let read = column.read_cell(printed, &Notation::new()).map_err(|error| error.to_string())?;
    match read.reading() {
        Some(Reading::Value(value)) => Ok(value),
        // Such as -1, which is the mark of a value that was not measured.
        _ => Err(format!("{printed:?}: expected a limit")),
    }
}
