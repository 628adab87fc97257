//! The part of each sum that halves of detection limits make: with it a mean has a least and a
//! greatest.
//!
//! It stands apart from the cells, so that the loop over values never meets it. Two sums of every
//! cell are kept, of short and of long decimals, as the cells have them: taken out twice or added
//! once more, they make the ends of what the values can be.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::reading::sums::error::SumTableError;
use crate::reading::sums::shape::{Beside, Cell, Key, Shape, carry_of, move_part};
use crate::reading::sums::table::zeros;

/// The part of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct BelowSum {
    /// In units of the item's places.
    pub(crate) units: i128,
    /// In units of 10⁻¹⁹.
    pub(crate) fine: i128,
}

/// The parts of all cells of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct BelowSums {
    /// Modulo 2⁶⁴, in the order of the cells; none until the first value below a limit.
    units: Vec<i64>,
    /// What has no room there.
    beside: BTreeMap<Key, Beside>,
    /// Cells with values of both kinds that came from where the part was not kept.
    unknown: BTreeSet<Key>,
}

impl BelowSums {
    /// Makes room for values below a limit; often it is there.
    pub(crate) fn make_room(&mut self, shape: Shape) -> Result<(), SumTableError> {
        if self.units.is_empty() {
            self.units = zeros(shape.capacity * shape.periods * shape.width(), 0)?;
        }
        Ok(())
    }

    /// The parts of a table that becomes one of more room.
    pub(crate) fn moved(&self, old: Shape, new: Shape) -> Result<Vec<i64>, SumTableError> {
        if self.units.is_empty() {
            return Ok(Vec::new());
        }
        let mut units = zeros(new.capacity * new.periods * new.width(), 0)?;
        for period in 0..old.periods {
            move_part(&self.units, &mut units, (old, new), (period, old.width()));
        }
        Ok(units)
    }

    /// Puts the parts in the place of those of less room.
    pub(crate) fn set_units(&mut self, units: Vec<i64>) {
        self.units = units;
    }

    pub(crate) fn clear(&mut self) {
        self.units.fill(0);
        self.beside.clear();
        self.unknown.clear();
    }

    /// The part of a cell; `None` where it is not known.
    pub(crate) fn of(&self, shape: Shape, key: Key) -> Option<BelowSum> {
        if self.unknown.contains(&key) {
            return None;
        }
        let own = self.units.get(shape.place(key)).copied().unwrap_or(0);
        let Beside { carry, fine } = self.beside.get(&key).copied().unwrap_or_default();
        Some(BelowSum { units: i128::from(own) + (i128::from(carry) << 64), fine })
    }

    /// The parts, in the order of the cells; none where there was no value below a limit.
    pub(crate) fn units(&self) -> &[i64] {
        &self.units
    }

    /// Adds half of a detection limit to the cell at a place; there is room for it.
    #[inline(always)]
    pub(crate) fn add_at(&mut self, shape: Shape, place: usize, half: i64) {
        let Some(own) = self.units.get_mut(place) else { return };
        let (sum, passed) = own.overflowing_add(half);
        *own = sum;
        if passed {
            self.put_beside(shape.key_at(place), Beside { carry: carry_of(true, half), fine: 0 });
        }
    }

    /// Adds to what stands beside; what a cell holds has room, and what is not known is not read.
    fn put_beside(&mut self, key: Key, added: Beside) {
        let own = self.beside.entry(key).or_default();
        own.carry = own.carry.wrapping_add(added.carry);
        own.fine = own.fine.wrapping_add(added.fine);
        if *own == Beside::default() {
            self.beside.remove(&key);
        }
    }

    /// Puts a part in the place of that of a cell; there is room for it.
    pub(crate) fn set(&mut self, shape: Shape, key: Key, part: BelowSum) {
        #[expect(clippy::cast_possible_truncation, reason = "the lower half; the rest follows")]
        let low = part.units as i64;
        // Less than 2³² values below 2⁵⁰ units each.
        let carry = i64::try_from((part.units - i128::from(low)) >> 64).unwrap_or(0);
        if let Some(own) = self.units.get_mut(shape.place(key)) {
            *own = low;
        }
        self.beside.remove(&key);
        self.put_beside(key, Beside { carry, fine: part.fine });
        self.unknown.remove(&key);
    }

    /// Says that the part of a cell is not known.
    pub(crate) fn forget(&mut self, key: Key) {
        self.unknown.insert(key);
    }

    /// What is not known becomes so again where a cell has values of one kind alone, and these
    /// have that sum.
    pub(crate) fn settle(&mut self, shape: Shape, key: Key, cell: Cell, sum: BelowSum) {
        if !self.unknown.contains(&key) {
            return;
        }
        if cell.below == 0 {
            self.set(shape, key, BelowSum::default());
        } else if cell.below == cell.count {
            self.set(shape, key, sum);
        }
    }

    /// Adds the parts of another table of the same sections, periods and items; there is room.
    pub(crate) fn merge(&mut self, shape: Shape, other: &Self, of_other: Shape) {
        if !other.units.is_empty() {
            for period in 0..shape.periods {
                self.merge_period(shape, (other, of_other), period);
            }
        }
        for (key, more) in &other.beside {
            self.put_beside(*key, *more);
        }
        self.unknown.extend(&other.unknown);
    }

    /// Adds the parts of one period, which lie together in both tables.
    fn merge_period(&mut self, shape: Shape, (other, of_other): (&Self, Shape), period: usize) {
        let of = |shape: Shape| {
            let start = shape.place((0, period, 0));
            start..start + shape.sections * shape.width()
        };
        let first = shape.place((0, period, 0));
        let mut carries = Vec::new();
        let parts = self.units.get_mut(of(shape)).zip(other.units.get(of(of_other)));
        let parts = parts.into_iter().flat_map(|(own, more)| own.iter_mut().zip(more));
        for (place, (own, more)) in (first..).zip(parts) {
            let (sum, passed) = own.overflowing_add(*more);
            *own = sum;
            if passed {
                carries.push((place, carry_of(true, *more)));
            }
        }
        for (place, carry) in carries {
            self.put_beside(shape.key_at(place), Beside { carry, fine: 0 });
        }
    }

    /// Whether there are values below a limit, or were.
    pub(crate) const fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
}

/// Whether so many values of a cell below a detection limit can have this part of its sum.
pub(crate) fn is_possible_part(cell: Cell, sum: BelowSum, part: BelowSum) -> bool {
    if cell.below == 0 {
        return part == BelowSum::default();
    }
    let is_within = (0..=sum.units).contains(&part.units) && (0..=sum.fine).contains(&part.fine);
    // No detection limit is zero.
    let is_some = part.units > 0 || part.fine > 0;
    is_within && is_some && (cell.below < cell.count || part == sum)
}
