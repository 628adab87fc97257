//! Days that no calendar has: the row is classed, and the day is said.

use gb3838_cli::annual;

use super::{classify, counts};
use crate::ran::ran;

const SAID: &str = "no such day or time in the calendar";

/// Cells of times, and whether there is no such day; those of other forms, or of no time at all,
/// say nothing of a calendar.
const CELLS: [(&str, bool); 24] = [
    ("2026-02-28", false),
    ("2026-02-29", true),
    ("2024-02-29", false),
    ("1900-02-29", true),
    ("2026-02-31", true),
    ("2026-02-31 08:00", true),
    ("2026/2/30", true),
    ("2026/4/31 8:00", true),
    ("2026/12/31 8:00", false),
    ("2026-13-01", true),
    ("2026-00-10", true),
    ("2026-01-32", true),
    ("2026年2月30日", true),
    ("2026年2月28日", false),
    ("2026-02-28T08:00+08:00", false),
    ("20260231", true),
    ("20260228", false),
    ("2026-02", false),
    ("2026-13", true),
    ("02-31 08:00", false),
    ("5/1/2026", false),
    ("枯水期", false),
    ("", false),
    ("--", false),
];

fn has(cell: &str, is_quoted: bool) -> bool {
    let section = if is_quoted { "\"A\"" } else { "A" };
    let text = format!("section,time,ph,tp\n{section},{cell},7.5,0.05\n");
    let (out, messages) = classify(&[], text.as_bytes()).unwrap();
    assert_eq!(out.lines().nth(1).unwrap().split(',').nth(4), Some("II"), "{out}");
    let is_said = messages.contains(SAID);
    assert_eq!(messages.contains(&format!("test.csv:2, column time: \"{cell}\": ")), is_said);
    assert_eq!(out.contains(SAID), is_said, "{out}");
    assert_eq!(messages.lines().count(), usize::from(is_said), "{messages}");
    is_said
}

#[test]
fn they_are_said_of_blocks_and_of_rows() {
    for (cell, is_said) in CELLS {
        for is_quoted in [false, true] {
            assert_eq!(has(cell, is_quoted), is_said, "{cell}");
        }
    }
}

/// `annual`, which needs the day, says the same of it and does not use the row.
#[test]
fn annual_says_the_same() {
    for (cell, is_said) in CELLS {
        let text = format!("section,time,ph,tp\nA,{cell},7.5,0.05\nA,2026-01-01,7.5,0.05\n");
        let path = crate::file("days.csv", text.as_bytes());
        let words = [path.to_str().unwrap()];
        let ran = ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
        assert_eq!(ran.messages.contains(SAID), is_said, "{cell}: {}", ran.messages);
    }
}

/// A day in cells of its own; one whose row is a mean is none.
#[test]
fn a_day_of_some_cells_is_looked_at_too() {
    let text = b"section,year,month,day,tp\nA,2026,2,28,0.05\nA,2026,2,30,0.05\nA,2026,13,1,0.05\n";
    let (out, messages) = classify(&[], text).unwrap();
    assert_eq!(out.lines().filter(|row| row.contains(",II,")).count(), 3, "{out}");
    let lines: Vec<_> = messages.lines().collect();
    assert_eq!(lines.len(), 2, "{messages}");
    for (line, row) in lines.iter().zip([3, 4]) {
        assert!(line.starts_with(&format!("test.csv:{row}, column month: ")), "{line}");
    }
    let counted = counts(&["--strict"], text, &mut Vec::new()).unwrap().0;
    assert_eq!((counted.rows, counted.classed, counted.faults), (3, 3, 2));
    assert!(counted.is_failure(true));
}
