//! Which character divides the cells of a file.

use csv::StringRecord;
use gb3838::sheet::{Heading, Waters};

use crate::table::cells;
use crate::table::lines::Line;

/// The separators, and what is said about each.
pub(crate) const SEPARATORS: [(char, &str); 4] =
    [(',', "commas"), ('\t', "tabs"), (';', "semicolons"), ('，', "full-width commas")];

/// The separator of some lines: the one by which a line has the most headings that are known;
/// where none knows more, by which it has the most cells; where none has more, the comma.
pub(crate) fn separator_of(lines: &[Line]) -> char {
    let mut best = (',', (0, 1));
    let mut cells = StringRecord::new();
    for (separator, _) in SEPARATORS {
        for line in lines {
            if !line.text.contains(separator) {
                continue;
            }
            cells::plain(&line.text, separator, &mut cells);
            let known = cells.iter().filter(|cell| is_known(cell)).count();
            // Text that is divided by chance has few cells.
            let found = (known, if line.number == lines[0].number { cells.len() } else { 1 });
            if found > best.1 {
                best = (separator, found);
            }
        }
    }
    best.0
}

/// Whether a cell is known as a heading.
fn is_known(cell: &str) -> bool {
    let cell = cell.trim().trim_matches('"');
    // Numbers and times name nothing.
    let is_number = cell.starts_with(|first: char| first.is_ascii_digit());
    !cell.is_empty()
        && !is_number
        && matches!(
            Heading::read(cell, Waters::Surface),
            Heading::Measured(_) | Heading::Role(_) | Heading::NotRead(_)
        )
}
