//! What a table of sums refuses, and why.

use crate::number::decimal::ParseDecimalError;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::accumulator::AccumulateError;
use crate::standard::item::Item;

/// A reading, a column or a table that a table of sums cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SumTableError {
    /// The section's number is too great.
    #[error("section {section}: expected a number below {sections}")]
    NoSuchSection {
        /// The number.
        section: usize,
        /// How many sections there are.
        sections: usize,
    },
    /// The period's number is too great.
    #[error("period {period}: expected a number below {periods}")]
    NoSuchPeriod {
        /// The number.
        period: usize,
        /// How many periods there are.
        periods: usize,
    },
    /// The number of an item that Table 1 does not have.
    #[error("item {number}: expected a number of Table 1, from 1 to 24")]
    NoSuchItem {
        /// The number.
        number: u8,
    },
    /// An item that the table does not sum.
    #[error("{item} is not among the items of this table")]
    NotSummed {
        /// The item.
        item: Item,
    },
    /// A value that is impossible.
    #[error(transparent)]
    Reading(#[from] AccumulateError),
    /// A float that names a decimal of more than 18 places or digits.
    #[error(transparent)]
    Number(#[from] ParseDecimalError),
    /// Columns of different lengths.
    #[error("columns of {expected} and {found} rows: expected the same number")]
    OtherLength {
        /// The rows of the column of sections.
        expected: usize,
        /// The rows of another column.
        found: usize,
    },
    /// Integers with more decimal places than a decimal can have.
    #[error("a column of scale {scale}: expected at most 18")]
    Scale {
        /// The scale.
        scale: u8,
    },
    /// Two columns of one item, so that its samples would count twice.
    #[error("{item} has two columns: expected one an item")]
    TwoColumns {
        /// The item.
        item: Item,
    },
    /// A table of more cells than there may be.
    #[error(
        "{sections} sections × {periods} periods × {items} items: expected at most 1073741824 cells"
    )]
    TooManyCells {
        /// The sections.
        sections: usize,
        /// The periods.
        periods: usize,
        /// The number of items.
        items: usize,
    },
    /// A table that there is no memory for.
    #[error("{cells} cells: expected memory for them")]
    NoMemory {
        /// The number of cells.
        cells: usize,
    },
    /// Two tables of different shapes.
    #[error("expected a table of the same sections, periods and items")]
    OtherShape,
    /// A count of 2³² values, or a sum of long decimals, that has no room.
    #[error("expected fewer values in one cell: 4294967295, and a sum below 10¹⁹ at 19 places")]
    Full,
    /// More was to be taken out than had been added.
    #[error("{item}: expected a reading that had been added, to take it out")]
    NotThere {
        /// The item.
        item: Item,
    },
}

/// Why the range of a mean is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SumRangeError {
    /// An exact mean has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
    /// The detection limits of a cell were not kept where its sum came from.
    #[error(
        "section {section}, period {period}, {item}: the detection limits are not known, expected sums that keep them"
    )]
    LimitsNotKnown {
        /// The section.
        section: usize,
        /// The period.
        period: usize,
        /// The item.
        item: Item,
    },
}
