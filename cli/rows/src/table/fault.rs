//! Something in an input file that could not be used, with its place.

use std::fmt;

/// Of a file without a line.
pub(crate) const EMPTY: &str = "the file is empty; expected a header";

/// Of a row whose section and time another row has.
pub(crate) const TWICE: &str = "a row of the same section and time stands before it, which is kept";

/// What is said of a row without a section.
pub const NO_SECTION: &str = "expected a section; of merged cells the first alone holds one";

/// One fault: file, line, column, section, the text found there, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) column: Option<String>,
    /// The section of the row, where it is known and the text does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) section: Option<Box<str>>,
    pub(crate) text: String,
    pub(crate) message: String,
}

impl Fault {
    /// What is wrong with a text, on a line and in a column of a file.
    pub fn new(
        file: &str,
        line: u64,
        column: Option<&str>,
        text: &str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            file: file.to_owned(),
            line,
            column: column.map(ToOwned::to_owned),
            section: None,
            text: text.to_owned(),
            message: message.into(),
        }
    }

    /// Whether another says the same of the same column and section.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        (&self.message, &self.column, &self.section)
            == (&other.message, &other.column, &other.section)
    }

    /// The same of a row of a section, which is looked for by its name.
    #[must_use]
    pub fn of_section(mut self, section: &str) -> Self {
        self.section = (!section.is_empty()).then(|| section.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {}", Named(column))?;
        }
        if let Some(section) = &self.section {
            write!(f, ", section {}", Named(section))?;
        }
        if self.text.is_empty() {
            write!(f, ": {}", Shown(&self.message))
        } else {
            write!(f, ": \"{}\": {}", Shown(&self.text), Shown(&self.message))
        }
    }
}

/// A name, in quotes where a mark in it would end it.
struct Named<'a>(&'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(name) = self;
        if [", ", ": ", "; "].iter().any(|mark| name.contains(mark)) {
            write!(f, "\"{}\"", Shown(name))
        } else {
            write!(f, "{}", Shown(name))
        }
    }
}

/// A text of an input for a terminal: what would move its cursor is shown, not done.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}
