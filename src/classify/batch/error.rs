//! What is wrong with columns or buffers, found before any work.

use crate::standard::item::Item;

/// Columns or buffers that do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BatchError {
    /// A column has another length than the first one.
    #[error("the column of {item} has {length} rows: expected {rows}, as in the first column")]
    ColumnLength {
        /// The item of the column.
        item: Item,
        /// Its rows.
        length: usize,
        /// The rows of the first column.
        rows: usize,
    },
    /// Validity or below-limit bits end before the column.
    #[error("bits of {item} reach to row {length}: expected {rows} rows")]
    BitsLength {
        /// The item of the column.
        item: Item,
        /// The rows that there are bits for.
        length: usize,
        /// The rows of the column.
        rows: usize,
    },
    /// The bits that choose a classifier end before the columns.
    #[error("bits that choose the classifier reach to row {length}: expected {rows} rows")]
    ClassifierBitsLength {
        /// The rows that there are bits for.
        length: usize,
        /// The rows of the columns.
        rows: usize,
    },
    /// Two columns have the same item.
    #[error("{item} has two columns: expected one")]
    ItemTwice {
        /// The item.
        item: Item,
    },
    /// Integers have more decimal places than a decimal can.
    #[error("the column of {item} has scale {scale}: expected at most 18")]
    Scale {
        /// The item of the column.
        item: Item,
        /// Its scale.
        scale: u8,
    },
    /// A buffer has another length than the columns.
    #[error("the buffer {buffer} has {length} places: expected {rows}, one a row")]
    BufferLength {
        /// What the buffer is for.
        buffer: &'static str,
        /// Its length.
        length: usize,
        /// The rows of the columns.
        rows: usize,
    },
    /// The class of an item was asked for that has no column.
    #[error("there is no column of {item} to class")]
    NoColumn {
        /// The item.
        item: Item,
    },
    /// A target is no class.
    #[error("row {row} has target {target}: expected 0 for none, or 1 (I) to 6 (inferior V)")]
    Target {
        /// The row, from 0.
        row: usize,
        /// The target.
        target: u8,
    },
    /// A row belongs to a group that has no counts.
    #[error("row {row} is of group {group}: expected a number below {count}")]
    Group {
        /// The row, from 0.
        row: usize,
        /// The group.
        group: u32,
        /// The number of groups that there are counts for.
        count: usize,
    },
}
