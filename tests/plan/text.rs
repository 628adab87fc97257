//! The printed plan and its tables, cells separated by tabs.

pub(crate) const TEXT: &str = include_str!("qinzhou-2024-plan.txt");

/// The text from one line to another.
pub(crate) fn between(first: &str, next: Option<&str>) -> &'static str {
    let start = TEXT.find(&format!("\n{first}\n")).expect("the heading is a line of the text");
    let rest = &TEXT[start..];
    next.map_or(rest, |next| {
        let end = rest.find(&format!("\n{next}\n")).expect("the next heading follows");
        &rest[..end]
    })
}

pub(crate) fn annex(number: u8) -> &'static str {
    let next = format!("附件 {}", number + 1);
    between(&format!("附件 {number}"), (number < 6).then_some(&next))
}

/// Rows of the only table of an annex below its heading.
pub(crate) fn rows(number: u8) -> Vec<Vec<&'static str>> {
    let rows = annex(number).lines().filter(|line| line.contains('\t'));
    rows.skip(1).map(|line| line.split('\t').map(str::trim).collect()).collect()
}

/// Fills a blank cell with the merged cell above it.
pub(crate) fn merged<'a>(cell: &'a str, above: &mut &'a str) -> &'a str {
    if !cell.is_empty() {
        *above = cell;
    }
    assert!(!above.is_empty(), "the first cell of a column is printed");
    above
}

pub(crate) fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Numbers of a text in the order of print.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let part = |c: char| !(c.is_ascii_digit() || c == '.');
    text.split(part)
        .map(|it| it.trim_matches('.'))
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}
