//! Columns that were read from text into a table of sums, compiled once for all callers.

use alloc::vec::Vec;

use crate::bits::Bits;
use crate::reading::columns::text_column::TextColumn;
use crate::reading::sums::columns::{FeedCounts, ItemColumn, WideColumns};
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::float_units::places;
use crate::reading::sums::table::SumTable;
use crate::standard::item::Item;

impl SumTable {
    /// The decimal places of the units in which an item is summed: columns of integers of this
    /// scale are summed fastest.
    #[must_use]
    pub const fn places(item: Item) -> u8 {
        places(item)
    }

    /// Calls with each row of a column that a sum may have no room for, in order.
    ///
    /// Readings of all other rows are never refused for want of room, unless one cell takes more
    /// than 2³² of them: rows that are to be used wholly or not at all are added by themselves
    /// where this is called for them.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, SumTable, batch::TextColumn};
    ///
    /// let item = Item::TotalPhosphorus;
    /// let mut column = TextColumn::new(item, SumTable::places(item));
    /// for cell in ["0.12", "9000000000", "--", "0.02L", "0.000000001L"] {
    ///     column.push(cell.as_bytes());
    /// }
    /// let mut rows = Vec::new();
    /// SumTable::each_row_that_may_lack_room(&column, |row| rows.push(row));
    /// // A number of 19 digits in units, and half of one unit.
    /// assert_eq!(rows, [1, 4]);
    /// ```
    pub fn each_row_that_may_lack_room(column: &TextColumn<i64>, mut call: impl FnMut(usize)) {
        let (valid, below) = (column.validity(), column.below_limit());
        let is_of_places = column.scale() == places(column.item());
        for (word, values) in column.values().chunks(64).enumerate() {
            let (valid, below) = (valid.word(64 * word), below.word(64 * word));
            let is_whole = |units: &i64| Self::is_of_whole_units(*units, false);
            if is_of_places && below == 0 && values.iter().all(is_whole) {
                continue;
            }
            for (row, units) in values.iter().enumerate() {
                let is_whole =
                    is_of_places && Self::is_of_whole_units(*units, below >> row & 1 == 1);
                if !is_whole && valid >> row & 1 == 1 {
                    call(64 * word + row);
                }
            }
        }
    }

    /// Adds columns of text, a sample a row, as [`add_wide`](Self::add_wide) does; where there are
    /// bits, only the rows whose bit is 1.
    ///
    /// # Errors
    /// When columns or bits differ in length, or two columns are of one item; nothing is added
    /// then.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Bits, Item, ItemSet, SumTable, batch::TextColumn};
    ///
    /// let item = Item::TotalPhosphorus;
    /// let mut column = TextColumn::new(item, SumTable::places(item));
    /// for cell in ["0.1", "0.12L", "9"] {
    ///     column.push(cell.as_bytes());
    /// }
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// let used = Bits::new(&[0b011]);
    /// let fed = sums.add_text(&[0; 3], &[0; 3], &[column], Some(used))?;
    /// assert_eq!((fed.used(), fed.missing()), (2, 1));
    /// assert_eq!(sums.mean(0, 0, item)?.map(|it| it.round(2)).transpose()?, Some("0.08".parse()?));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn add_text(
        &mut self,
        sections: &[u32],
        periods: &[u8],
        columns: &[TextColumn<i64>],
        used: Option<Bits<'_>>,
    ) -> Result<FeedCounts, SumTableError> {
        let Some(used) = used else {
            let columns: Vec<_> = columns.iter().map(ItemColumn::from).collect();
            return self.add_wide(&WideColumns::new(sections, periods, &columns));
        };
        if used.len() < sections.len() {
            let (expected, found) = (sections.len(), used.len());
            return Err(SumTableError::OtherLength { expected, found });
        }
        let validities: Vec<Vec<u8>> = columns
            .iter()
            .map(|column| {
                let valid = column.validity();
                let words = (0..column.rows()).step_by(64);
                words.flat_map(|row| (valid.word(row) & used.word(row)).to_le_bytes()).collect()
            })
            .collect();
        let columns: Vec<_> = columns
            .iter()
            .zip(&validities)
            .map(|(column, valid)| ItemColumn::from(column).with_validity(Bits::new(valid)))
            .collect();
        self.add_wide(&WideColumns::new(sections, periods, &columns))
    }
}
