//! A table of sums as plain data, for files and other processes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::reading::possible::Kind;
use crate::reading::sums::below::{BelowSum, is_possible_part};
use crate::reading::sums::bounds::is_possible;
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::shape::{Beside, Cell};
use crate::reading::sums::table::SumTable;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::text::error_text::QuotedText;

/// A table of sums as plain data: the cells with a value, and the shape.
///
/// Version 2: sums are texts of integers, in units of 10⁻ᵖ with p the assessment decimals and
/// six, or of 2⁻¹¹² mol/L for pH. Two tables are equal when their snapshots are. Version 1 had
/// no [`below_sum`](CellSnapshot::below_sum): it is read, and what that would tell is not known.
///
/// # Example
/// ```
/// # #[cfg(feature = "serde")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gb3838::{Item, ItemSet, Reading, SumTable, sums::SumSnapshot};
///
/// let mut sums = SumTable::new(3, 12, ItemSet::FIVE)?;
/// sums.add_reading(2, 5, Item::Ph, &Reading::parse("7.05", Item::Ph)?)?;
/// let text = serde_json::to_string(&sums.snapshot())?;
/// let snapshot: SumSnapshot = serde_json::from_str(&text)?;
/// assert_eq!(SumTable::try_from(&snapshot)?, sums);
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "serde"))]
/// # fn main() {}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct SumSnapshot {
    /// The version of this form: 2, or 1.
    pub version: u32,
    /// The number of sections.
    pub sections: usize,
    /// The number of periods.
    pub periods: usize,
    /// The items, in the order of Table 1.
    pub items: Vec<Item>,
    /// The cells with a value, by section, period and item.
    pub cells: Vec<CellSnapshot>,
}

/// One cell of a table of sums.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CellSnapshot {
    /// The section.
    pub section: usize,
    /// The period.
    pub period: usize,
    /// The item.
    pub item: Item,
    /// The sum as an integer; for pH that below 2¹²⁸, see `carry`.
    pub sum: String,
    /// How often a sum of hydrogen ions passed 2¹²⁸.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_zero"))]
    pub carry: i64,
    /// The sum of values of more places, in units of 10⁻¹⁹.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub fine: String,
    /// The number of values.
    pub count: u32,
    /// How many of them were below a detection limit.
    #[cfg_attr(feature = "serde", serde(default))]
    pub below: u32,
    /// The part of the sum that halves of detection limits make; none where it is zero, or not
    /// known.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub below_sum: String,
    /// The part of the sum of values of more places that they make.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub below_fine: String,
}

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
const fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// A snapshot that is no table of sums of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// Another version.
    #[error("snapshot version {found} is not known: expected 1 or 2")]
    Version {
        /// The version found.
        found: u32,
    },
    /// The items do not stand in the order of Table 1, each once.
    #[error("{item}: expected items in the order of Table 1, each once")]
    Items {
        /// The first item out of order.
        item: Item,
    },
    /// A text that is no sum.
    #[error("{text} is no sum: expected an integer of at most 128 bits")]
    Sum {
        /// The text.
        text: QuotedText,
    },
    /// A cell that stands twice, or whose counts do not fit together.
    #[error(
        "section {section}, period {period}, {item}: expected one cell with a value, and no more below a limit than there are values"
    )]
    Cell {
        /// The section.
        section: usize,
        /// The period.
        period: usize,
        /// The item.
        item: Item,
    },
    /// A sum that so many possible values cannot have.
    #[error(
        "section {section}, period {period}, {item}: expected a sum that {count} possible values can have"
    )]
    Beyond {
        /// The section.
        section: usize,
        /// The period.
        period: usize,
        /// The item.
        item: Item,
        /// The number of values.
        count: u32,
    },
    /// A shape or a place that no table has.
    #[error(transparent)]
    Table(#[from] SumTableError),
}

impl SumTable {
    /// The table as plain data.
    #[must_use]
    pub fn snapshot(&self) -> SumSnapshot {
        let items: Vec<Item> = self.shape.items.iter().collect();
        let mut cells = Vec::new();
        for key in self.shape.keys() {
            let cell = self.cell(key);
            let (section, period, slot) = key;
            let Some(item) = items.get(slot).copied().filter(|_| cell.count > 0) else { continue };
            let beside = self.beside.get(&key).copied().unwrap_or_default();
            let (sum, carry) = if item == Item::Ph {
                (self.ions_at(section, period).to_string(), beside.carry)
            } else {
                ((i128::from(cell.sum) + (i128::from(beside.carry) << 64)).to_string(), 0)
            };
            let fine = if beside.fine == 0 { String::new() } else { beside.fine.to_string() };
            let (count, below) = (cell.count, cell.below);
            let part = self.below.of(self.shape, key).filter(|_| below > 0);
            let below_sum = part.map_or_else(String::new, |part| part.units.to_string());
            let below_fine = match part {
                Some(BelowSum { fine, .. }) if fine != 0 => fine.to_string(),
                _ => String::new(),
            };
            let cell = CellSnapshot {
                section,
                period,
                item,
                sum,
                carry,
                fine,
                count,
                below,
                below_sum,
                below_fine,
            };
            cells.push(cell);
        }
        SumSnapshot { version: 2, sections: self.sections(), periods: self.periods(), items, cells }
    }

    /// Adds a snapshot of a table of the same shape, exactly. One of another shape is refused
    /// before any memory is taken for it.
    ///
    /// # Errors
    /// When it is no snapshot of this version and shape; this table is unchanged then.
    pub fn merge_snapshot(&mut self, snapshot: &SumSnapshot) -> Result<(), SnapshotError> {
        let items = snapshot.checked_items()?;
        let shape = (snapshot.sections, snapshot.periods, items);
        if shape != (self.sections(), self.periods(), self.items()) {
            return Err(SumTableError::OtherShape.into());
        }
        let other = Self::try_from(snapshot)?;
        Ok(self.merge(&other)?)
    }

    fn restore(&mut self, cell: &CellSnapshot) -> Result<(), SnapshotError> {
        let CellSnapshot { section, period, item, carry, count, below, .. } = *cell;
        let key = self.shape.key(section, period, item)?;
        let wrong = SnapshotError::Cell { section, period, item };
        let beyond = SnapshotError::Beyond { section, period, item, count };
        let ph_alone = item == Item::Ph || carry == 0;
        let below_alone = below == 0 || Kind::of(item) == Kind::Amount;
        if self.cell(key).count != 0 || count == 0 || below > count || !ph_alone || !below_alone {
            return Err(wrong);
        }
        let refused = |text: &str| SnapshotError::Sum { text: QuotedText::new(text) };
        let mut beside = Beside { carry, fine: 0 };
        if !cell.fine.is_empty() {
            beside.fine = cell.fine.parse().map_err(|_| refused(&cell.fine))?;
        }
        let mut kept = Cell { sum: 0, count, below };
        let mut ions = 0;
        if item == Item::Ph {
            ions = cell.sum.parse().map_err(|_| refused(&cell.sum))?;
        } else {
            let sum: i128 = cell.sum.parse().map_err(|_| refused(&cell.sum))?;
            #[expect(clippy::cast_possible_truncation, reason = "the lower half; the rest follows")]
            let low = sum as i64;
            kept.sum = low;
            let high = sum.checked_sub(i128::from(low)).map(|high| high >> 64);
            beside.carry = high.and_then(|high| i64::try_from(high).ok()).ok_or(beyond)?;
        }
        if !is_possible(item, kept, beside, ions) {
            return Err(beyond);
        }
        if item == Item::Ph {
            let spot = self.shape.spot(section, period);
            *self.ions.get_mut(spot).ok_or(wrong)? = ions;
        }
        let number = |text: &str| match text {
            "" => Ok(0),
            text => text.parse().map_err(|_| refused(text)),
        };
        let part = BelowSum { units: number(&cell.below_sum)?, fine: number(&cell.below_fine)? };
        let is_known = !cell.below_sum.is_empty() || !cell.below_fine.is_empty();
        if is_known && below == 0 {
            return Err(wrong);
        }
        self.set_cell(key, kept);
        self.put_beside(key, beside);
        self.room = self.room.with_cell(kept);
        if below == 0 {
            return Ok(());
        }
        self.below.make_room(self.shape)?;
        let sum = self.sums_of(key);
        if is_known {
            if !is_possible_part(kept, sum, part) {
                return Err(beyond);
            }
            self.below.set(self.shape, key, part);
        } else {
            self.below.forget(key);
            self.below.settle(self.shape, key, kept, sum);
        }
        Ok(())
    }
}

impl SumSnapshot {
    /// The items, where version and order are those of a table.
    fn checked_items(&self) -> Result<ItemSet, SnapshotError> {
        if !(1..=2).contains(&self.version) {
            return Err(SnapshotError::Version { found: self.version });
        }
        let is_of_later = |cell: &&CellSnapshot| {
            self.version == 1 && !(cell.below_sum.is_empty() && cell.below_fine.is_empty())
        };
        if let Some(&CellSnapshot { section, period, item, .. }) =
            self.cells.iter().find(is_of_later)
        {
            return Err(SnapshotError::Cell { section, period, item });
        }
        if let Some(pair) = self.items.windows(2).find(|pair| pair[0] >= pair[1]) {
            return Err(SnapshotError::Items { item: pair[1] });
        }
        Ok(self.items.iter().copied().collect())
    }
}

impl TryFrom<&SumSnapshot> for SumTable {
    type Error = SnapshotError;

    fn try_from(snapshot: &SumSnapshot) -> Result<Self, Self::Error> {
        let items = snapshot.checked_items()?;
        let mut table = Self::new(snapshot.sections, snapshot.periods, items)?;
        snapshot.cells.iter().try_for_each(|cell| table.restore(cell))?;
        Ok(table)
    }
}
