//! The shape of a table of sums: where its cells stand, and what stands in one.

use crate::reading::sums::error::SumTableError;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// How many sections, periods and which items.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) sections: usize,
    pub(crate) periods: usize,
    pub(crate) items: ItemSet,
    /// The sections that there is room for.
    pub(crate) capacity: usize,
}

/// A section, a period and the place of an item.
pub(crate) type Key = (usize, usize, usize);

/// What the table says of a section, period and item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Modulo 2⁶⁴, in units of the item's places.
    pub(crate) sum: i64,
    pub(crate) count: u32,
    pub(crate) below: u32,
}

impl Cell {
    /// What one value adds to the counts of a packed cell.
    pub(crate) const ONE: i64 = 1;

    /// What one value below a detection limit adds to the counts of a packed cell.
    pub(crate) const ONE_BELOW: i64 = 1 | 1 << 32;

    /// The sum, then the count in the lower half of 64 bits and those below in the upper.
    #[expect(clippy::cast_possible_wrap, reason = "64 bits hold two counts")]
    pub(crate) const fn packed(self) -> [i64; 2] {
        [self.sum, (self.count as u64 | (self.below as u64) << 32) as i64]
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "64 bits hold two counts"
    )]
    pub(crate) const fn unpacked([sum, counts]: [i64; 2]) -> Self {
        Self { sum, count: counts as u32, below: (counts as u64 >> 32) as u32 }
    }
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

    /// The place of a section and period: periods lie apart, so that the sections of a month
    /// lie together.
    pub(crate) const fn spot(&self, section: usize, period: usize) -> usize {
        period * self.capacity + section
    }

    /// The place of a cell.
    pub(crate) const fn place(&self, (section, period, slot): Key) -> usize {
        self.spot(section, period) * self.width() + slot
    }

    /// The section, period and item of a cell by its place.
    pub(crate) const fn key_at(&self, place: usize) -> Key {
        // Nobody has a place in a table without cells.
        let (width, capacity) = (self.width() + (self.width() == 0) as usize, self.capacity);
        let (spot, capacity) = (place / width, capacity + (capacity == 0) as usize);
        (spot % capacity, spot / capacity, place % width)
    }

    /// Whether the table has a section and a period.
    pub(crate) const fn has(&self, section: usize, period: usize) -> bool {
        section < self.sections && period < self.periods
    }

    /// A section, a period and the place of an item, if the table has them.
    pub(crate) fn key(
        &self,
        section: usize,
        period: usize,
        item: Item,
    ) -> Result<Key, SumTableError> {
        let Self { sections, periods, items, .. } = *self;
        if section >= sections {
            return Err(SumTableError::NoSuchSection { section, sections });
        }
        if period >= periods {
            return Err(SumTableError::NoSuchPeriod { period, periods });
        }
        if !items.contains(item) {
            return Err(SumTableError::NotSummed { item });
        }
        Ok((section, period, self.slot(item)))
    }

    /// All cells, section by section.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> + use<> {
        let Self { sections, periods, .. } = *self;
        let width = self.width();
        (0..sections).flat_map(move |section| {
            (0..periods).flat_map(move |period| (0..width).map(move |slot| (section, period, slot)))
        })
    }

    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let parts = |shape: &Self| (shape.sections, shape.periods, shape.items);
        parts(self) == parts(other)
    }
}

/// Moves the sections of a period to their place in a table of more room.
pub(crate) fn move_part<T: Copy>(
    from: &[T],
    to: &mut [T],
    (old, new): (Shape, Shape),
    (period, width): (usize, usize),
) {
    let part = |shape: Shape| {
        let start = shape.spot(0, period) * width;
        start..start + old.sections * width
    };
    if let (Some(from), Some(to)) = (from.get(part(old)), to.get_mut(part(new))) {
        to.copy_from_slice(from);
    }
}

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
