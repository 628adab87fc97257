//! Exact sums of many sections at once, in a dense table: section × period × item.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;
use crate::reading::mean::quantity::Quantity;
use crate::reading::sums::below::{BelowSum, BelowSums};
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::float_units::places;
use crate::reading::sums::headroom::Room;
use crate::reading::sums::shape::{Beside, Cell, FINE_UNIT, Key, Shape, move_part};
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// Exact sums and counts of readings by section, period and item.
///
/// Sections and periods are small integers of the caller's: months of a year from 0, say, or
/// days; a point of a lake is a section of its own. Readings enter as columns
/// ([`add_long`](Self::add_long), [`add_wide`](Self::add_wide)) or one by one
/// ([`add_reading`](Self::add_reading)), and late or corrected ones are taken out again.
///
/// Sums are integers: any order, any partition and any number of tables merged give the same
/// bits, and every mean is that of an [`Accumulator`](crate::Accumulator). A cell is 16 bytes,
/// 16 more for a pH, and 8 more once there are results below a detection limit; what does not
/// fit there is kept beside the table, still exact. Least and greatest values are not kept, since
/// they cannot be taken out of a sum again.
///
/// # Reference
/// 环办监测函〔2020〕82号 (S): half the detection limit, pH by hydrogen ion.
///
/// # Example
/// ```
/// use gb3838::{Item, ItemSet, SumTable, sums::LongColumns};
///
/// // Two sections, twelve months.
/// let mut sums = SumTable::new(2, 12, ItemSet::FIVE)?;
/// let ammonia = Item::AmmoniaNitrogen.number();
/// let fed = sums.add_long(&LongColumns::new(
///     &[0, 0, 1, 9],
///     &[0_u8, 0, 3, 0],
///     &[ammonia; 4],
///     &[0.575, 0.575, f64::NAN, 0.1],
/// ))?;
/// assert_eq!((fed.used(), fed.missing(), fed.refused()), (2, 1, 1));
/// let mean = sums.mean(0, 0, Item::AmmoniaNitrogen)?.map(|mean| mean.round(2)).transpose()?;
/// assert_eq!(mean, Some("0.58".parse()?));
/// // There is no section 9, and the answer says where it stood.
/// assert_eq!(fed.first_refused().map(|refused| refused.row()), Some(3));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug)]
#[doc(alias = "汇总")]
pub struct SumTable {
    pub(crate) shape: Shape,
    /// A sum and its counts a cell, as in [`Cell`]; the last one is spare: empty but while columns
    /// are added, when rows without a value fall into it.
    pub(crate) cells: Vec<[i64; 2]>,
    /// Sums of hydrogen ions modulo 2¹²⁸, one a section and period, where pH is summed.
    pub(crate) ions: Vec<u128>,
    /// What does not fit the cells, by section, period and place of the item.
    pub(crate) beside: BTreeMap<Key, Beside>,
    /// The part of each sum that halves of detection limits make.
    pub(crate) below: BelowSums,
    /// How much more no count and no sum can overflow by.
    pub(crate) room: Room,
}

impl SumTable {
    /// A table without readings for so many sections and periods.
    ///
    /// # Errors
    /// When it would have more than 2³⁰ cells, a side of none counting as one, or when there is
    /// no memory for them.
    pub fn new(sections: usize, periods: usize, items: ItemSet) -> Result<Self, SumTableError> {
        let shape = Shape { sections: 0, periods, items, capacity: 0 };
        let mut table = Self {
            shape,
            cells: Vec::new(),
            ions: Vec::new(),
            beside: BTreeMap::new(),
            below: BelowSums::default(),
            room: Room::ALL,
        };
        table.make_room(sections)?;
        table.shape.sections = sections;
        Ok(table)
    }

    /// Makes room for more sections; the readings stay.
    ///
    /// # Errors
    /// As [`new`](Self::new); the table is unchanged then.
    pub fn grow(&mut self, sections: usize) -> Result<(), SumTableError> {
        if sections > self.shape.capacity {
            // Twice as many, so that growing one by one costs little in all.
            self.make_room(sections.max(self.shape.capacity.saturating_mul(2)))
                .or_else(|_| self.make_room(sections))?;
        }
        self.shape.sections = self.shape.sections.max(sections);
        Ok(())
    }

    fn make_room(&mut self, capacity: usize) -> Result<(), SumTableError> {
        let old = self.shape;
        let Shape { periods, items, .. } = old;
        let with_ions = usize::from(items.contains(Item::Ph));
        // A side of none has an end too: loops run over each.
        let sides = [capacity, periods, items.len()].map(|side| side.max(1));
        let room = sides.into_iter().try_fold(1, usize::checked_mul);
        if room.is_none_or(|cells| cells > 1 << 30) {
            let (sections, items) = (capacity, items.len());
            return Err(SumTableError::TooManyCells { sections, periods, items });
        }
        let spots = capacity * periods;
        let new = Shape { capacity, ..old };
        let (cells, sums) = (zeros(spots * items.len() + 1, [0; 2])?, zeros(spots * with_ions, 0)?);
        let below = self.below.moved(old, new)?;
        let own = core::mem::replace(&mut self.cells, cells);
        let ions = core::mem::replace(&mut self.ions, sums);
        for period in 0..periods {
            move_part(&own, &mut self.cells, (old, new), (period, old.width()));
            move_part(&ions, &mut self.ions, (old, new), (period, with_ions));
        }
        self.below.set_units(below);
        self.shape = new;
        Ok(())
    }

    /// Takes all readings out; the table keeps its shape and its memory.
    pub fn clear(&mut self) {
        self.cells.fill([0; 2]);
        self.ions.fill(0);
        self.beside.clear();
        self.below.clear();
        self.room = Room::ALL;
    }

    /// The number of sections.
    #[must_use]
    pub const fn sections(&self) -> usize {
        self.shape.sections
    }

    /// The number of periods.
    #[must_use]
    pub const fn periods(&self) -> usize {
        self.shape.periods
    }

    /// The items that are summed.
    #[must_use]
    pub const fn items(&self) -> ItemSet {
        self.shape.items
    }

    #[inline]
    pub(crate) fn at(&self, section: usize, period: usize, item: Item) -> Option<(Key, Cell)> {
        let key = self.shape.key(section, period, item).ok()?;
        Some((key, self.cell(key)))
    }

    /// The number of values of a section, period and item, those below a detection limit
    /// included; 0 outside the table.
    #[inline]
    #[must_use]
    pub fn count(&self, section: usize, period: usize, item: Item) -> u32 {
        self.at(section, period, item).map_or(0, |(_, cell)| cell.count)
    }

    /// How many of them were below the detection limit.
    #[must_use]
    pub fn below_count(&self, section: usize, period: usize, item: Item) -> u32 {
        self.at(section, period, item).map_or(0, |(_, cell)| cell.below)
    }

    /// The mean of a section, period and item, or `None` without a value.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn mean(
        &self,
        section: usize,
        period: usize,
        item: Item,
    ) -> Result<Option<Quantity>, ExactOverflow> {
        let Some((total, count)) = self.total(section, period, item)? else { return Ok(None) };
        let mean = total.divided_by_count(count.into())?;
        Ok(Some(Quantity::of_item(item, mean)))
    }

    /// The sum in the item's unit (hydrogen ions for pH) and the count, where it is not zero.
    pub(crate) fn total(
        &self,
        section: usize,
        period: usize,
        item: Item,
    ) -> Result<Option<(Fraction, u32)>, ExactOverflow> {
        let Some((key, cell)) = self.at(section, period, item) else { return Ok(None) };
        if cell.count == 0 {
            return Ok(None);
        }
        let beside = self.beside.get(&key).copied().unwrap_or_default();
        let overflow = ExactOverflow::new("sum");
        let sum = if item == Item::Ph {
            let ions = self.ions_at(section, period);
            Fraction::of_integers(wide(beside.carry, ions).ok_or(overflow)?, Integer::ONE)?
        } else {
            let units = (i128::from(beside.carry) << 64) + i128::from(cell.sum);
            let sum = Fraction::from_units(units.into(), places(item))?;
            if beside.fine == 0 {
                sum
            } else {
                let fine = Fraction::of_integers(beside.fine.into(), FINE_UNIT.into())?;
                sum.checked_add(&fine)?
            }
        };
        Ok(Some((sum, cell.count)))
    }

    pub(crate) fn cell(&self, key: Key) -> Cell {
        self.cells.get(self.shape.place(key)).map_or(Cell::default(), |cell| Cell::unpacked(*cell))
    }

    pub(crate) fn set_cell(&mut self, key: Key, cell: Cell) {
        if let Some(own) = self.cells.get_mut(self.shape.place(key)) {
            *own = cell.packed();
        }
    }

    /// The two sums of a cell, of short and of long decimals.
    pub(crate) fn sums_of(&self, key: Key) -> BelowSum {
        let beside = self.beside.get(&key).copied().unwrap_or_default();
        let units = i128::from(self.cell(key).sum) + (i128::from(beside.carry) << 64);
        BelowSum { units, fine: beside.fine }
    }

    pub(crate) fn ions_at(&self, section: usize, period: usize) -> u128 {
        self.ions.get(self.shape.spot(section, period)).copied().unwrap_or(0)
    }

    /// The place of pH among the items, where it is summed.
    pub(crate) fn ion_slot(&self) -> Option<usize> {
        let items = self.shape.items;
        items.contains(Item::Ph).then(|| self.shape.slot(Item::Ph))
    }

    /// Adds to what stands beside a cell; the caller knows that it has room.
    pub(crate) fn put_beside(&mut self, key: Key, added: Beside) {
        if added == Beside::default() {
            return;
        }
        let beside = self.beside.entry(key).or_default();
        beside.carry += added.carry;
        beside.fine = beside.fine.wrapping_add(added.fine);
        // No entry means zero, so that equal sums have equal bits.
        if *beside == Beside::default() {
            self.beside.remove(&key);
        }
    }
}

/// Zeros that the allocator makes, untouched until used; an error where there is no room for
/// them.
pub(crate) fn zeros<T: Copy>(count: usize, zero: T) -> Result<Vec<T>, SumTableError> {
    if count > 1 << 20 {
        // Asked first, for without an answer the process would end.
        let mut asked: Vec<T> = Vec::new();
        asked.try_reserve_exact(count).map_err(|_| SumTableError::NoMemory { cells: count })?;
        core::hint::black_box(&asked);
    }
    Ok(vec![zero; count])
}

/// `carry · 2¹²⁸ + low`.
fn wide(carry: i64, low: u128) -> Option<Integer> {
    let word = Integer::from(1_i128 << 64);
    let high = Integer::from(i128::from(carry)).checked_mul(&word)?;
    let middle = Integer::from(i128::try_from(low >> 64).ok()?);
    let last = Integer::from(i128::try_from(low & u128::from(u64::MAX)).ok()?);
    high.checked_add(&middle)?.checked_mul(&word)?.checked_add(&last)
}
