//! A table as plain data, printed as aligned text or as Markdown.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use unicode_width::UnicodeWidthStr;

use crate::report::markdown::escaped_markdown;

/// A table with a title.
///
/// # Example
/// ```
/// use gb3838::report::Table;
///
/// let mut table = Table::new("Sections", ["section", "class"]);
/// table.push(["高塘", "II"]);
/// let markdown = table.to_markdown();
/// assert!(markdown.ends_with("| section | class |\n|---------|-------|\n| 高塘    | II    |\n"));
/// // Chinese characters are two columns wide.
/// assert_eq!(table.to_string(), "Sections\nsection  class\n-------  -----\n高塘     II\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Table {
    title: String,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new<T: Into<String>>(
        title: impl Into<String>,
        headers: impl IntoIterator<Item = T>,
    ) -> Self {
        Self {
            title: title.into(),
            headers: headers.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row; missing cells are empty, surplus ones are kept.
    pub fn push<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The heads of the columns.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(crate) fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0).max(self.headers.len())
    }

    /// The table in Markdown, under its title; whatever stands in title and cells is shown as it
    /// is, never taken for markup.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = String::from("### ");
        text.push_str(&escaped_markdown(&self.title));
        text.push_str("\n\n");
        text.push_str(&self.to_aligned_markdown());
        text
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = || core::iter::once(&self.headers).chain(&self.rows);
        let widths: Vec<usize> = (0..self.columns())
            .map(|column| {
                lines().filter_map(|cells| cells.get(column)).map(|cell| cell.width()).max()
            })
            .map(|width| width.unwrap_or(0))
            .collect();
        let write_line = |f: &mut fmt::Formatter<'_>, cells: &[String]| {
            let mut text = String::new();
            for (column, width) in widths.iter().enumerate() {
                let cell = cells.get(column).map_or("", String::as_str);
                text.push_str(cell);
                let padding = width.saturating_sub(cell.width()) + 2;
                text.extend(core::iter::repeat_n(' ', padding));
            }
            writeln!(f, "{}", text.trim_end())
        };
        writeln!(f, "{}", self.title)?;
        write_line(f, &self.headers)?;
        let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        write_line(f, &rules)?;
        self.rows.iter().try_for_each(|row| write_line(f, row))
    }
}
