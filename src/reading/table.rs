//! Exact sums of many sections at once, in a dense table: section × period × item.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;
use crate::reading::float_units::places;
use crate::reading::ion_cache::IonCache;
use crate::reading::quantity::Quantity;
use crate::reading::table_error::SumTableError;
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
/// and 16 more for a pH; what does not fit there is kept beside the table, still exact. Least
/// and greatest values are not kept, since they cannot be taken out of a sum again.
///
/// # Source
/// 环办监测函〔2020〕82号 (S): half the detection limit, pH by hydrogen ion.
///
/// # Example
/// ```
/// use gb3838::{Item, ItemSet, LongColumns, SumTable};
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
pub struct SumTable {
    pub(crate) shape: Shape,
    pub(crate) cells: Vec<Cell>,
    /// Sums of hydrogen ions modulo 2¹²⁸, one a section and period, where pH is summed.
    pub(crate) ions: Vec<u128>,
    /// What does not fit the cells, by cell.
    pub(crate) beside: BTreeMap<usize, Beside>,
    /// How many more values no count can overflow by.
    pub(crate) room: u32,
    pub(crate) cache: IonCache,
}

/// How many sections, periods and which items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) sections: usize,
    pub(crate) periods: usize,
    pub(crate) items: ItemSet,
}

/// The sum of a section, period and item, modulo 2⁶⁴, in halves of the item's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) sum: i64,
    pub(crate) count: u32,
    pub(crate) below: u32,
}

/// What a cell has no room for. Both parts depend on the values alone, not on their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Beside {
    /// How often the sum passed the end of its type.
    pub(crate) carry: i64,
    /// The sum of values of more places, in units of 10⁻¹⁹.
    pub(crate) fine: i128,
}

impl Shape {
    /// The number of items.
    pub(crate) const fn width(&self) -> usize {
        self.items.len()
    }

    /// The place of an item among those of the table.
    pub(crate) const fn slot(&self, item: Item) -> usize {
        (self.items.bits() & ((1 << item.index()) - 1)).count_ones() as usize
    }

    /// The place of a cell.
    pub(crate) fn cell(
        &self,
        section: usize,
        period: usize,
        item: Item,
    ) -> Result<usize, SumTableError> {
        let Self { sections, periods, items } = *self;
        if section >= sections {
            return Err(SumTableError::NoSuchSection { section, sections });
        }
        if period >= periods {
            return Err(SumTableError::NoSuchPeriod { period, periods });
        }
        if !items.contains(item) {
            return Err(SumTableError::NotSummed { item });
        }
        Ok((section * periods + period) * self.width() + self.slot(item))
    }
}

impl SumTable {
    /// A table without readings for so many sections and periods.
    ///
    /// # Errors
    /// When it would have more than 2³¹ cells.
    pub fn new(sections: usize, periods: usize, items: ItemSet) -> Result<Self, SumTableError> {
        let shape = Shape { sections, periods, items };
        let mut table = Self {
            shape: Shape { sections: 0, ..shape },
            cells: Vec::new(),
            ions: Vec::new(),
            beside: BTreeMap::new(),
            room: u32::MAX,
            cache: IonCache::default(),
        };
        if sections > 0 {
            table.check_sections(sections)?;
            // Zeroed by the allocator, untouched until used.
            table.cells = vec![Cell::default(); sections * periods * shape.width()];
            let with_ions = usize::from(items.contains(Item::Ph));
            table.ions = vec![0; sections * periods * with_ions];
            table.shape = shape;
        }
        Ok(table)
    }

    fn check_sections(&self, sections: usize) -> Result<(), SumTableError> {
        let Shape { periods, items, .. } = self.shape;
        let cells = sections.checked_mul(periods).and_then(|cells| cells.checked_mul(items.len()));
        match cells {
            Some(cells) if cells <= 1 << 31 => Ok(()),
            _ => Err(SumTableError::TooManyCells { sections, periods, items: items.len() }),
        }
    }

    /// Makes room for more sections; the readings stay.
    ///
    /// # Errors
    /// When it would have more than 2³¹ cells.
    pub fn grow(&mut self, sections: usize) -> Result<(), SumTableError> {
        if sections <= self.shape.sections {
            return Ok(());
        }
        self.check_sections(sections)?;
        self.shape.sections = sections;
        let places = sections * self.shape.periods;
        self.cells.resize(places * self.shape.width(), Cell::default());
        if self.shape.items.contains(Item::Ph) {
            self.ions.resize(places, 0);
        }
        Ok(())
    }

    /// Takes all readings out; the table keeps its shape and its memory.
    pub fn clear(&mut self) {
        self.cells.fill(Cell::default());
        self.ions.fill(0);
        self.beside.clear();
        self.room = u32::MAX;
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

    pub(crate) fn at(&self, section: usize, period: usize, item: Item) -> Option<(usize, &Cell)> {
        let cell = self.shape.cell(section, period, item).ok()?;
        self.cells.get(cell).map(|found| (cell, found))
    }

    /// The number of values of a section, period and item, those below a detection limit
    /// included; 0 outside the table.
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
        let Some((place, cell)) = self.at(section, period, item) else { return Ok(None) };
        if cell.count == 0 {
            return Ok(None);
        }
        let beside = self.beside.get(&place).copied().unwrap_or_default();
        let overflow = ExactOverflow::new("sum");
        let sum = if item == Item::Ph {
            let ions = self.ions.get(place / self.shape.width()).copied().unwrap_or(0);
            Fraction::of_integers(wide(beside.carry, ions).ok_or(overflow)?, Integer::ONE)?
        } else {
            let halves = (i128::from(beside.carry) << 64) + i128::from(cell.sum);
            let unit = 2 * 10_i128.pow(places(item).into());
            let sum = Fraction::of_integers(halves.into(), unit.into())?;
            if beside.fine == 0 {
                sum
            } else {
                let fine = Fraction::of_integers(beside.fine.into(), FINE_UNIT.into())?;
                sum.checked_add(&fine)?
            }
        };
        Ok(Some((sum, cell.count)))
    }

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
        if self.shape != other.shape {
            return Err(SumTableError::OtherShape);
        }
        for (place, (own, more)) in self.cells.iter().zip(&other.cells).enumerate() {
            own.count.checked_add(more.count).ok_or(SumTableError::Full)?;
            let fine = |table: &Self| table.beside.get(&place).map_or(0, |beside| beside.fine);
            if !other.beside.is_empty() {
                fine(self).checked_add(fine(other)).ok_or(SumTableError::Full)?;
            }
        }
        let slot = self.ion_slot();
        for (place, more) in other.cells.iter().enumerate().filter(|(_, cell)| cell.count > 0) {
            let mut added = other.beside.get(&place).copied().unwrap_or_default();
            if let Some(own) = self.cells.get_mut(place) {
                let (sum, passed) = own.sum.overflowing_add(more.sum);
                added.carry += carry_of(passed, more.sum);
                *own = Cell { sum, count: own.count + more.count, below: own.below + more.below };
            }
            let width = self.shape.width();
            if Some(place % width) == slot
                && let Some(own) = self.ions.get_mut(place / width)
            {
                let ions = other.ions.get(place / width).copied().unwrap_or(0);
                let (sum, passed) = own.overflowing_add(ions);
                *own = sum;
                added.carry += i64::from(passed);
            }
            self.put_beside(place, added);
        }
        self.room = 0;
        Ok(())
    }

    /// The place of pH among the items, where it is summed.
    pub(crate) fn ion_slot(&self) -> Option<usize> {
        let items = self.shape.items;
        items.contains(Item::Ph).then(|| self.shape.slot(Item::Ph))
    }

    /// Adds to what stands beside a cell; the caller knows that it has room.
    pub(crate) fn put_beside(&mut self, place: usize, added: Beside) {
        if added == Beside::default() {
            return;
        }
        let beside = self.beside.entry(place).or_default();
        beside.carry += added.carry;
        beside.fine = beside.fine.wrapping_add(added.fine);
        // No entry means zero, so that equal sums have equal bits.
        if *beside == Beside::default() {
            self.beside.remove(&place);
        }
    }
}

/// Tables are equal when their shapes, sums and counts are.
impl PartialEq for SumTable {
    fn eq(&self, other: &Self) -> bool {
        self.shape == other.shape
            && self.cells == other.cells
            && self.ions == other.ions
            && self.beside == other.beside
    }
}

impl Eq for SumTable {}

/// 10¹⁹: half of the last of 18 places is five of these.
pub(crate) const FINE_UNIT: i128 = 10_000_000_000_000_000_000;

/// What passing the end of 64 bits is worth, by the sign of what was added.
pub(crate) const fn carry_of(passed: bool, added: i64) -> i64 {
    match (passed, added < 0) {
        (false, _) => 0,
        (true, true) => -1,
        (true, false) => 1,
    }
}

/// `carry · 2¹²⁸ + low`.
fn wide(carry: i64, low: u128) -> Option<Integer> {
    let word = Integer::from(1_i128 << 64);
    let high = Integer::from(i128::from(carry)).checked_mul(&word)?;
    let middle = Integer::from(i128::try_from(low >> 64).ok()?);
    let last = Integer::from(i128::try_from(low & u128::from(u64::MAX)).ok()?);
    high.checked_add(&middle)?.checked_mul(&word)?.checked_add(&last)
}
