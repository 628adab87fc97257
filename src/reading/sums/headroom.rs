//! How much more a table can take before a count or a sum in it could pass its end.

use crate::reading::sums::shape::Cell;

/// What any cell can still take, so that a block of rows is added without asking each sum.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Values.
    counts: u32,
    /// Units, of either sign.
    sums: u64,
    /// Rows since the cells were last asked.
    rows: usize,
}

impl Room {
    /// That of a table without readings.
    pub(crate) const ALL: Self = Self { counts: u32::MAX, sums: i64::MAX as u64, rows: usize::MAX };

    /// What the fullest cells leave.
    fn beside(cells: &[[i64; 2]]) -> Self {
        let mut room = Self { rows: 0, ..Self::ALL };
        for cell in cells {
            room = room.with_cell(Cell::unpacked(*cell));
        }
        room
    }

    /// What is left with a cell like this somewhere.
    pub(crate) fn with_cell(self, cell: Cell) -> Self {
        let sums = Self::ALL.sums.saturating_sub(cell.sum.unsigned_abs());
        Self {
            counts: self.counts.min(u32::MAX - cell.count),
            sums: self.sums.min(sums),
            rows: self.rows,
        }
    }

    /// What is left of both when their tables are added; `None` where a count may be full.
    pub(crate) fn merged(self, other: Self) -> Option<Self> {
        let counts = (u32::MAX - self.counts).checked_add(u32::MAX - other.counts)?;
        let sums = (Self::ALL.sums - self.sums) + (Self::ALL.sums - other.sums);
        let sums = Self::ALL.sums.saturating_sub(sums);
        Some(Self { counts: u32::MAX - counts, sums, rows: usize::MAX })
    }

    /// No more is known of the sums; the cells can tell.
    pub(crate) const fn forget_sums(&mut self) {
        self.sums = 0;
        self.rows = usize::MAX;
    }

    /// Takes room for one value of so many units.
    pub(crate) fn take_one(&mut self, units: i64) {
        self.counts = self.counts.saturating_sub(1);
        self.sums = self.sums.saturating_sub(units.unsigned_abs());
    }

    /// Takes room for units that were added with each sum asked.
    pub(crate) fn take_units(&mut self, rows: usize, most: i64) {
        self.sums = self.sums.saturating_sub(all_of(rows, most));
    }

    /// Takes room for rows of at most so many units each, if all of it is there, whatever
    /// cells they fall into.
    #[inline(always)]
    pub(crate) fn take(&mut self, rows: usize, most: i64, cells: &[[i64; 2]]) -> bool {
        self.try_take(rows, most) || self.take_after_asking(rows, most, cells)
    }

    #[inline(always)]
    fn try_take(&mut self, rows: usize, most: i64) -> bool {
        self.rows = self.rows.saturating_add(rows);
        let counts = u32::try_from(rows).ok().and_then(|rows| self.counts.checked_sub(rows));
        let sums = self.sums.checked_sub(all_of(rows, most));
        if let Some((counts, sums)) = counts.zip(sums) {
            (self.counts, self.sums) = (counts, sums);
            return true;
        }
        false
    }

    /// The cells are asked no more often than they are added to.
    #[cold]
    #[inline(never)]
    fn take_after_asking(&mut self, rows: usize, most: i64, cells: &[[i64; 2]]) -> bool {
        if self.rows < cells.len() {
            return false;
        }
        *self = Self::beside(cells);
        self.try_take(rows, most)
    }
}

/// The most that rows of at most so many units can add to one sum.
#[inline(always)]
const fn all_of(rows: usize, most: i64) -> u64 {
    (rows as u64).saturating_mul(most.unsigned_abs())
}
