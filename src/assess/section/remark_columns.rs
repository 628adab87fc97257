//! Values that no water has in columns of samples: kept, and named by row and item.

use core::ops::Range;

use crate::classify::batch::batch::Batch;
use crate::classify::batch::columns::Column;
use crate::classify::batch::error::BatchError;
use crate::classify::batch::judge::greatest_possible;
use crate::classify::batch::value::{Step, Value};
use crate::classify::classifier::Classifier;
use crate::reading::wholes::Whole;
use crate::standard::cutoff::CutoffSide;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

impl Classifier {
    /// Finds the values of columns that no water has, as
    /// [`SectionAssessment::remarks`](crate::SectionAssessment::remarks) finds those of one sample:
    /// the set of each row gets the items that are remarked on. Returns how many rows have one.
    ///
    /// The values are kept: [`Batch`](crate::Batch) classes them. Results below a detection limit
    /// say nothing of their size, and impossible values are counted apart
    /// ([`Outputs::with_impossible`](crate::Outputs::with_impossible)).
    ///
    /// # Errors
    /// As [`Batch::new`](crate::Batch::new), and when the buffer has another length than the
    /// columns.
    ///
    /// # Reference
    /// Ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Classifier, Column, Item, ItemSet, WaterBody};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// // A dead probe, and a COD below the permanganate index.
    /// let columns = [
    ///     Column::new(Item::Ph, &[0.0, 7.1, 7.2]),
    ///     Column::new(Item::PermanganateIndex, &[3.1, 3.2, 3.3]),
    ///     Column::new(Item::ChemicalOxygenDemand, &[12.0, 2.0, 13.0]),
    /// ];
    /// let mut remarked = [0; 3];
    /// assert_eq!(river.remark_columns(&columns, &mut remarked)?, 2);
    /// let sets = remarked.map(|bits| ItemSet::from_bits(bits).to_string());
    /// assert_eq!(sets, ["pH", "COD", ""]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn remark_columns<T: Value>(
        &self,
        columns: &[Column<'_, T>],
        remarked: &mut [u32],
    ) -> Result<usize, BatchError> {
        let rows = Batch::new(self, columns)?.rows();
        if remarked.len() != rows {
            let length = remarked.len();
            return Err(BatchError::BufferLength { buffer: "remarked", length, rows });
        }
        remarked.fill(0);
        for column in columns {
            self.remark_column(column, remarked);
        }
        let of = |item: Item| columns.iter().find(|column| column.item == item);
        for whole in Whole::ALL {
            let (Some(whole), Some(part)) = (of(whole.item()), of(whole.part())) else { continue };
            let is_less = |one: T, other: T| one.is_less(whole.scale, other, part.scale);
            for rows in blocks(remarked.len()) {
                let pairs = plain(whole, &rows).zip(plain(part, &rows));
                let has_none = |(ones, others): (&[T], &[T])| {
                    let pairs = ones.iter().zip(others);
                    !pairs.fold(false, |any, (one, other)| any | is_less(*one, *other))
                };
                if pairs.is_some_and(has_none) {
                    continue;
                }
                for row in rows {
                    let (one, other) = (value(whole, row), value(part, row));
                    if is_less(one, other) && is_known(whole, row) && is_known(part, row) {
                        remarked[row] |= bit(whole.item);
                    }
                }
            }
        }
        Ok(remarked.iter().filter(|set| **set != 0).count())
    }

    /// Marks the values of one column that lie beyond those that are usual.
    fn remark_column<T: Value>(&self, column: &Column<'_, T>, remarked: &mut [u32]) {
        let Some(usual) = self.usual_values(column.item) else { return };
        for (edge, side) in [(usual.least, CutoffSide::Lower), (usual.greatest, CutoffSide::Upper)]
        {
            let Some(edge) = edge else { continue };
            match (T::step(edge, true, side, column.scale, false), side) {
                (Step::NeverFails, _) => {}
                (Step::AlwaysFails, _) => mark(column, remarked, |_| true),
                (Step::Beyond(least), CutoffSide::Lower) => {
                    mark(column, remarked, |value| value < least);
                }
                (Step::Beyond(greatest), CutoffSide::Upper) => {
                    mark(column, remarked, |value| value > greatest);
                }
            }
        }
    }
}

/// Marks the known values of a column that are beyond something.
#[inline(always)]
fn mark<T: Value>(column: &Column<'_, T>, remarked: &mut [u32], is_beyond: impl Fn(T) -> bool) {
    for rows in blocks(remarked.len()) {
        let has_none =
            |values: &[T]| !values.iter().fold(false, |any, value| any | is_beyond(*value));
        if plain(column, &rows).is_some_and(has_none) {
            continue;
        }
        for row in rows {
            if is_beyond(value(column, row)) && is_known(column, row) {
                remarked[row] |= bit(column.item);
            }
        }
    }
}

/// Some rows at a time: most have none to mark, which is seen without a branch for each.
fn blocks(rows: usize) -> impl Iterator<Item = Range<usize>> {
    (0..rows).step_by(64).map(move |first| first..rows.min(first + 64))
}

/// The value slots of some rows, where they stand beside each other.
#[inline(always)]
fn plain<'a, T: Value>(column: &Column<'a, T>, rows: &Range<usize>) -> Option<&'a [T]> {
    if column.stride == 1 { column.values.get(rows.clone()) } else { None }
}

/// The value slot of a row.
#[inline(always)]
fn value<T: Value>(column: &Column<'_, T>, row: usize) -> T {
    column.values.get(row * column.stride).copied().unwrap_or(T::ZERO)
}

const fn bit(item: Item) -> u32 {
    ItemSet::EMPTY.with(item).bits()
}

/// Whether a row has a possible value whose size is known.
fn is_known<T: Value>(column: &Column<'_, T>, row: usize) -> bool {
    let has_known_size = column.validity.is_none_or(|bits| bits.get(row) == Some(true))
        && column.below_limit.is_none_or(|bits| bits.get(row) != Some(true));
    if !has_known_size {
        return false;
    }
    let value = value(column, row);
    let greatest = greatest_possible(column.item).map_or(Step::NeverFails, |most| {
        T::step(most, true, CutoffSide::Upper, column.scale, false)
    });
    let is_possible = match greatest {
        Step::Beyond(greatest) => value <= greatest,
        Step::NeverFails => true,
        Step::AlwaysFails => false,
    };
    is_possible
        && T::ZERO <= value
        && value <= T::GREATEST
        && column.missing.is_none_or(|missing| missing != value)
}
