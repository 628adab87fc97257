//! A column of readings of one quantity in one unit, and the reading of its cells.

use core::fmt;

use crate::reading::cell_grammar::Expected;
use crate::reading::notation::{Missing, Notation, Reading, ReadingReason};
use crate::reading::other_readings::GroundWaterReading;
use crate::reading::possible::Kind;
use crate::standard::item::Item;
use crate::standard::naming::quantity::Quantity;
use crate::standard::naming::spelled_unit::SpelledUnit;
use crate::text::error_text::QuotedText;
use crate::text::padded::padded;

/// A column of readings: of which quantity, in which unit.
///
/// A heading without a unit is in that of the limits.
///
/// # Reference
/// Ours: units of published tables (F); limits: GB 3838-2002 (P), GB/T 14848-2017 (S).
///
/// # Example
/// ```
/// use gb3838::{Notation, Reading};
/// use gb3838::sheet::{Heading, Waters};
///
/// let Heading::Measured(mercury) = Heading::read("汞(ng/L)", Waters::Surface) else { panic!() };
/// let cell = mercury.read_cell("40", &Notation::new())?;
/// assert_eq!(cell.reading().map(|it| it.to_string()), Some("0.000040".to_owned()));
/// # Ok::<(), gb3838::sheet::CellError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasuredColumn {
    quantity: Quantity,
    unit: Option<SpelledUnit>,
}

impl MeasuredColumn {
    pub(super) const fn new(quantity: Quantity, unit: Option<SpelledUnit>) -> Self {
        Self { quantity, unit }
    }

    /// A column of a quantity in a unit that stands elsewhere, in the unit of the limits where
    /// none does; `None` where the unit measures something else.
    ///
    /// # Example
    /// ```
    /// use gb3838::Item;
    /// use gb3838::sheet::{MeasuredColumn, Quantity};
    ///
    /// let zinc = Quantity::Item(Item::Zinc);
    /// let column = MeasuredColumn::in_unit(zinc, Some("μg/L".parse()?));
    /// assert_eq!(column.map(|it| it.power()), Some(-3));
    /// assert_eq!(MeasuredColumn::in_unit(zinc, Some("℃".parse()?)), None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn in_unit(quantity: Quantity, unit: Option<SpelledUnit>) -> Option<Self> {
        let fits = unit.is_none_or(|unit| unit.power_to(quantity.unit()).is_some());
        fits.then_some(Self { quantity, unit })
    }

    /// What is measured.
    #[must_use]
    pub const fn quantity(self) -> Quantity {
        self.quantity
    }

    /// The item of Table 1, where it is one.
    #[must_use]
    pub const fn item(self) -> Option<Item> {
        match self.quantity {
            Quantity::Item(item) => Some(item),
            _ => None,
        }
    }

    /// The unit that stands in the heading; `None` where none does.
    #[must_use]
    pub const fn stated_unit(self) -> Option<SpelledUnit> {
        self.unit
    }

    /// The unit of the cells: that of the heading, else that of the limits.
    #[must_use]
    pub fn unit(self) -> SpelledUnit {
        self.unit.unwrap_or_else(|| self.quantity.unit())
    }

    /// The power of ten that a number of a cell is multiplied with, to be in the unit of the
    /// limits: −3 for µg/L where limits are in mg/L. It moves the point and changes no digit.
    #[must_use]
    pub fn power(self) -> i8 {
        // A unit of another kind was refused when the heading was read.
        self.unit().power_to(self.quantity.unit()).unwrap_or(0)
    }

    /// Reads a cell, in the unit of the limits.
    ///
    /// A number with a letter mark has no value, and that is a finding; so is an error of a
    /// spreadsheet. Every other cell without a value says so by its reading alone.
    ///
    /// # Errors
    /// When the text is neither a number nor a known mark, or the value is impossible: this
    /// costs the cell, not its row.
    pub fn read_cell(self, text: &str, notation: &Notation) -> Result<Cell, CellError> {
        let error = |reason| CellError { text: QuotedText::new(text), column: self, reason };
        let value = match self.quantity {
            Quantity::GroundWater(item) => notation
                .parse_ground_water_in(text, item, self.unit())
                .map_err(|it| error(it.reason()))?,
            quantity => {
                let kind = match quantity {
                    Quantity::Item(item) => Kind::of(item),
                    _ => Kind::Amount,
                };
                let expected = Expected { kind, unit: quantity.unit(), column: self.unit() };
                notation.read(text, expected).map_err(error)?.into()
            }
        };
        Ok(Cell { value, finding: CellFinding::of(&value, text) })
    }
}

impl fmt::Display for MeasuredColumn {
    /// Writes the symbol and the unit: `Cu (µg/L)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = SpelledUnit::from(crate::standard::unit::Unit::Dimensionless);
        match self.unit() {
            unit if unit == none => fmt::Display::fmt(&self.quantity, f),
            unit => {
                padded(f, fmt::Alignment::Left, |out| write!(out, "{} ({unit})", self.quantity))
            }
        }
    }
}

/// What was read from a cell, and what must be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    value: GroundWaterReading,
    finding: Option<CellFinding>,
}

impl Cell {
    /// The reading; `None` for the words of ground water, 无 and 有.
    #[must_use]
    pub const fn reading(&self) -> Option<Reading> {
        match self.value {
            GroundWaterReading::Number(reading) => Some(reading),
            GroundWaterReading::NoneSeen | GroundWaterReading::Seen => None,
        }
    }

    /// The reading, of ground water also in words.
    #[must_use]
    pub const fn in_words(&self) -> GroundWaterReading {
        self.value
    }

    /// What must be said about it, if anything.
    #[must_use]
    pub const fn finding(&self) -> Option<&CellFinding> {
        self.finding.as_ref()
    }
}

/// A cell whose value is not used, which must be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellFinding {
    text: QuotedText,
    missing: Missing,
}

impl CellFinding {
    fn of(value: &GroundWaterReading, text: &str) -> Option<Self> {
        match value {
            GroundWaterReading::Number(Reading::Missing(
                missing @ (Missing::Voided | Missing::SpreadsheetError),
            )) => Some(Self { text: QuotedText::new(text), missing: *missing }),
            _ => None,
        }
    }

    /// The text of the cell.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// Why there is no value.
    #[must_use]
    pub const fn missing(&self) -> Missing {
        self.missing
    }
}

impl fmt::Display for CellFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.missing {
            Missing::SpreadsheetError => "an error of a spreadsheet",
            _ => "its letter mark voids it",
        };
        write!(f, "{} has no value: {why}", self.text)
    }
}

/// A cell that is no reading of its column; it is left out, its row is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no reading of {column}: {reason}")]
pub struct CellError {
    text: QuotedText,
    column: MeasuredColumn,
    reason: ReadingReason,
}

impl CellError {
    /// The text of the cell.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// The column that it stands in.
    #[must_use]
    pub const fn column(&self) -> MeasuredColumn {
        self.column
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn reason(&self) -> ReadingReason {
        self.reason
    }
}
