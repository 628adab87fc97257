//! What must be said about a table beside its readings.

use core::fmt;

use crate::reading::time::time_text::TableTimeError;
use crate::sheet::heading::NotRead;
use crate::sheet::measured::{CellError, CellFinding};
use crate::sheet::row::RowKind;
use crate::text::error_text::QuotedText;
use crate::text::unknown_name::UnknownNameError;

/// Where something stands: rows and columns from 0, as they were handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row; `None` where it is about a whole column.
    pub row: Option<usize>,
    /// The column; `None` where it is about a whole row.
    pub column: Option<usize>,
}

/// Something that a reader of the result must be told: where, what stands there, what was
/// expected, what was done.
///
/// # Reference
/// Ours: nothing is left out in silence.
///
/// # Example
/// ```
/// # #[cfg(feature = "alloc")] {
/// use gb3838::sheet::{Layout, Waters};
///
/// let rows = [["断面", "溶解氧", "DO饱和度"], ["高塘", "7.2", "90"]];
/// let layout = Layout::detect(&rows, Waters::Surface);
/// let said: Vec<String> = layout.findings().iter().map(|it| it.to_string()).collect();
/// assert_eq!(said, ["column 3: \"DO饱和度\" is not read: a saturation, no concentration; \
///     the nearest name is DO (溶解氧); the column is left out"]);
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: FindingKind,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingKind {
    /// A heading that holds the name of a quantity and is not read.
    NotRead(NotRead),
    /// A heading that means the same as one before it.
    Repeated {
        /// The heading.
        text: QuotedText,
        /// The column that is read instead.
        first: usize,
    },
    /// No heading names a quantity.
    NothingMeasured,
    /// A row that holds no readings.
    RowLeftOut {
        /// The text by which it is known.
        text: QuotedText,
        /// What it is.
        kind: RowKind,
    },
    /// A cell that cannot be read.
    Cell(CellError),
    /// A cell whose value is not used.
    Voided(CellFinding),
    /// A time that cannot be read.
    Time(TableTimeError),
    /// A word that names no water body.
    WaterBody(UnknownNameError),
    /// A word that names no state of a station.
    StationState(UnknownNameError),
}

impl Finding {
    /// A finding about a column.
    #[must_use]
    pub const fn of_column(column: usize, kind: FindingKind) -> Self {
        Self { place: Place { row: None, column: Some(column) }, kind }
    }

    /// A finding about a row.
    #[must_use]
    pub const fn of_row(row: usize, kind: FindingKind) -> Self {
        Self { place: Place { row: Some(row), column: None }, kind }
    }

    /// A finding about a cell.
    #[must_use]
    pub const fn of_cell(row: usize, column: usize, kind: FindingKind) -> Self {
        Self { place: Place { row: Some(row), column: Some(column) }, kind }
    }

    /// What was done about it.
    #[must_use]
    pub const fn done(&self) -> &'static str {
        match self.kind {
            FindingKind::NotRead(_) | FindingKind::Repeated { .. } => "the column is left out",
            FindingKind::NothingMeasured => "nothing is read",
            FindingKind::RowLeftOut { .. } | FindingKind::Time(_) => "the row is left out",
            FindingKind::Cell(_) | FindingKind::Voided(_) => "the cell is left out",
            FindingKind::WaterBody(_) => "the row has no limits of a water body of its own",
            FindingKind::StationState(_) => "the row counts as not normal",
        }
    }
}

impl fmt::Display for Finding {
    /// Writes the place with rows and columns from 1, as people count.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.place.row, self.place.column) {
            (Some(row), Some(column)) => write!(f, "row {}, column {}: ", row + 1, column + 1)?,
            (Some(row), None) => write!(f, "row {}: ", row + 1)?,
            (None, Some(column)) => write!(f, "column {}: ", column + 1)?,
            (None, None) => {}
        }
        match &self.kind {
            FindingKind::NotRead(it) => fmt::Display::fmt(it, f)?,
            FindingKind::Repeated { text, first } => {
                write!(f, "{text} means the same as column {} before it", first + 1)?;
            }
            FindingKind::NothingMeasured => f.write_str("no heading names an item")?,
            FindingKind::RowLeftOut { text, kind } => {
                write!(f, "{text} heads {}, no readings", kind.what())?;
            }
            FindingKind::Cell(it) => fmt::Display::fmt(it, f)?,
            FindingKind::Voided(it) => fmt::Display::fmt(it, f)?,
            FindingKind::Time(it) => fmt::Display::fmt(it, f)?,
            FindingKind::WaterBody(it) | FindingKind::StationState(it) => {
                fmt::Display::fmt(it, f)?;
            }
        }
        write!(f, "; {}", self.done())
    }
}
