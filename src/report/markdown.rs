//! Tables as Markdown whose columns also line up in plain text, and text that stays text.

use alloc::string::String;
use alloc::vec::Vec;

use unicode_width::UnicodeWidthStr;

use crate::report::table::Table;

impl Table {
    /// The table in Markdown without its title: cells are padded to the width of their column,
    /// and whatever stands in them is shown as it is, never taken for markup.
    ///
    /// # Example
    /// ```
    /// use gb3838::report::Table;
    ///
    /// let mut table = Table::new("Sections", ["section", "class"]);
    /// table.push(["高塘|<b>", "II"]);
    /// let markdown = table.to_aligned_markdown();
    /// assert_eq!(
    ///     markdown,
    ///     "| section      | class |\n|--------------|-------|\n| 高塘\\|&lt;b> | II    |\n"
    /// );
    /// ```
    #[must_use]
    pub fn to_aligned_markdown(&self) -> String {
        let escaped = |cells: &[String]| cells.iter().map(|cell| escaped_markdown(cell)).collect();
        let mut lines: Vec<Vec<String>> = Vec::from([escaped(self.headers())]);
        lines.extend(self.rows().iter().map(|row| escaped(row)));
        let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = lines.iter().filter_map(|cells| cells.get(column));
                cells.map(|cell| cell.width()).max().unwrap_or(0).max(1)
            })
            .collect();
        let mut text = String::new();
        for (number, cells) in lines.iter().enumerate() {
            text.push('|');
            for (column, width) in widths.iter().enumerate() {
                let cell = cells.get(column).map_or("", String::as_str);
                text.push(' ');
                text.push_str(cell);
                let padding = width.saturating_sub(cell.width());
                text.extend(core::iter::repeat_n(' ', padding + 1));
                text.push('|');
            }
            text.push('\n');
            if number == 0 {
                text.push('|');
                for width in &widths {
                    text.extend(core::iter::repeat_n('-', width + 2));
                    text.push('|');
                }
                text.push('\n');
            }
        }
        text
    }
}

/// Text that Markdown shows as it is: marks escaped, line ends as spaces.
///
/// # Example
/// ```
/// assert_eq!(gb3838::report::escaped_markdown("<b>&\"*|"), "&lt;b>&amp;\"\\*\\|");
/// ```
#[must_use]
pub fn escaped_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(shown(other)),
        }
    }
    escaped
}

/// A character in one line: breaks are blanks, and what a terminal would obey is a picture of it.
pub(crate) fn shown(character: char) -> char {
    match character {
        '\n' | '\r' | '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}'..='\u{9f}' => '\u{fffd}',
        other => other,
    }
}
