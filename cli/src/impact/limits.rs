//! Limits that a report prints, one a line: item and limit.

use gb3838::impact::PrintedLimit;
use gb3838::report::LimitCheckReport;
use gb3838::{Class, Decimal, Item, Standard, WaterBody};

/// Each printed limit, held against the standard. A range of pH is printed as two numbers, `6~9`
/// or `6–9`, and makes two checks. A first line without a number is a header.
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
        let item: Item =
            name.trim().parse().map_err(|error| format!("{file}:{number}: {error}"))?;
        for printed in printed.split(['~', '～', '–', '—']) {
            let printed = printed.trim().trim_start_matches(['≤', '≥', '<', '>']).trim();
            let printed = Decimal::parse(printed);
            let printed = printed.map_err(|error| format!("{file}:{number}: {error}"))?;
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
