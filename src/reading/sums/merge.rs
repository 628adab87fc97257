//! Two tables of sums into one, exactly, and when two are the same.

use alloc::vec::Vec;

use crate::reading::sums::error::SumTableError;
use crate::reading::sums::headroom::Room;
use crate::reading::sums::shape::{Beside, Cell, Key, Shape, carry_of};
use crate::reading::sums::table::SumTable;

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
        // What the fullest cells can hold at most; often no cell is asked.
        let mut room = self.room.merged(other.room);
        if room.is_none() {
            let mut left = Room::ALL;
            for key in self.shape.keys() {
                let (own, more) = (self.cell(key).count, other.cell(key).count);
                let count = own.checked_add(more).ok_or(SumTableError::Full)?;
                left = left.with_cell(Cell { count, ..Cell::default() });
            }
            left.forget_sums();
            room = Some(left);
        }
        for (key, more) in &other.beside {
            let own = self.beside.get(key).copied().unwrap_or_default();
            own.fine.checked_add(more.fine).ok_or(SumTableError::Full)?;
        }
        if !other.below.is_empty() {
            self.below.make_room(self.shape)?;
        }
        self.below.merge(self.shape, &other.below, other.shape);
        for (key, more) in &other.beside {
            self.put_beside(*key, *more);
        }
        self.room = room.unwrap_or(Room::ALL);
        for period in 0..self.shape.periods {
            self.merge_period(other, period);
        }
        Ok(())
    }

    /// Adds the cells of one period, which lie together in both tables.
    fn merge_period(&mut self, other: &Self, period: usize) {
        let width = self.shape.width();
        let of = |shape: &Shape, width: usize| {
            let start = shape.spot(0, period) * width;
            start..start + shape.sections * width
        };
        let mut carries = Vec::new();
        let (own, more) = (of(&self.shape, width), of(&other.shape, width));
        if let (Some(own), Some(more)) = (self.cells.get_mut(own), other.cells.get(more)) {
            for (place, (own, more)) in own.iter_mut().zip(more).enumerate() {
                let (sum, passed) = own[0].overflowing_add(more[0]);
                // No count passes its end, so both are added at once.
                *own = [sum, own[1].wrapping_add(more[1])];
                if passed {
                    self.room.forget_sums();
                    carries.push(((place / width, period, place % width), carry_of(true, more[0])));
                }
            }
        }
        if let Some(slot) = self.ion_slot() {
            let (own, more) = (of(&self.shape, 1), of(&other.shape, 1));
            if let (Some(own), Some(more)) = (self.ions.get_mut(own), other.ions.get(more)) {
                for (section, (own, more)) in own.iter_mut().zip(more).enumerate() {
                    let (sum, passed) = own.overflowing_add(*more);
                    *own = sum;
                    if passed {
                        carries.push(((section, period, slot), 1));
                    }
                }
            }
        }
        for (key, carry) in carries {
            self.put_beside(key, Beside { carry, fine: 0 });
        }
    }
}

/// Tables are equal when their shapes, sums and counts are, and what is known of them.
impl PartialEq for SumTable {
    fn eq(&self, other: &Self) -> bool {
        let same_ions = |key: &Key| {
            Some(key.2) != self.ion_slot()
                || self.ions_at(key.0, key.1) == other.ions_at(key.0, key.1)
        };
        self.shape.is_like(&other.shape)
            && self.beside == other.beside
            && self.shape.keys().all(|key| {
                let (own, of_other) = (self.cell(key), other.cell(key));
                let below = || self.below.of(self.shape, key) == other.below.of(other.shape, key);
                own == of_other && same_ions(&key) && (own.below == 0 || below())
            })
    }
}

impl Eq for SumTable {}
