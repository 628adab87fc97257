//! Two tables of sums into one, exactly, and when two are the same.

use crate::reading::table::SumTable;
use crate::reading::table_error::SumTableError;
use crate::reading::table_shape::{Cell, Key, carry_of};

impl SumTable {
    /// Adds the readings of another table of the same shape, exactly.
    ///
    /// # Errors
    /// When the shapes differ, or a count or a sum has no room; this table is unchanged then.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, ItemSet, Reading, SumTable};
    ///
    /// let mut first = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// let mut second = first.clone();
    /// first.add_reading(0, 0, Item::Ph, &Reading::parse("6.5", Item::Ph)?)?;
    /// second.add_reading(0, 0, Item::Ph, &Reading::parse("7.9", Item::Ph)?)?;
    /// let mut one = first.clone();
    /// one.merge(&second)?;
    /// second.merge(&first)?;
    /// assert_eq!(one, second);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn merge(&mut self, other: &Self) -> Result<(), SumTableError> {
        if !self.shape.is_like(&other.shape) {
            return Err(SumTableError::OtherShape);
        }
        let used = |key: &Key| other.cell(*key).count > 0;
        for key in self.shape.keys().filter(used) {
            let (own, more) = (self.cell(key).count, other.cell(key).count);
            own.checked_add(more).ok_or(SumTableError::Full)?;
        }
        for (key, more) in &other.beside {
            let own = self.beside.get(key).copied().unwrap_or_default();
            own.fine.checked_add(more.fine).ok_or(SumTableError::Full)?;
        }
        let ion_slot = self.ion_slot();
        for key in self.shape.keys().filter(used) {
            let more = other.cell(key);
            let mut added = other.beside.get(&key).copied().unwrap_or_default();
            let own = self.cell(key);
            let (sum, passed) = own.sum.overflowing_add(more.sum);
            added.carry += carry_of(passed, more.sum);
            let (count, below) = (own.count + more.count, own.below + more.below);
            self.set_cell(key, Cell { sum, count, below });
            let (section, period, slot) = key;
            if Some(slot) == ion_slot
                && let Some(own) = self.ions.get_mut(self.shape.spot(section, period))
            {
                let (sum, passed) = own.overflowing_add(other.ions_at(section, period));
                *own = sum;
                added.carry += i64::from(passed);
            }
            self.put_beside(key, added);
        }
        self.room = 0;
        Ok(())
    }
}

/// Tables are equal when their shapes, sums and counts are.
impl PartialEq for SumTable {
    fn eq(&self, other: &Self) -> bool {
        let same_ions = |key: &Key| {
            Some(key.2) != self.ion_slot()
                || self.ions_at(key.0, key.1) == other.ions_at(key.0, key.1)
        };
        self.shape.is_like(&other.shape)
            && self.beside == other.beside
            && self.shape.keys().all(|key| self.cell(key) == other.cell(key) && same_ions(&key))
    }
}

impl Eq for SumTable {}
