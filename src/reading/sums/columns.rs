//! Columns of readings for a table of sums, and what became of their rows.

use crate::bits::Bits;
use crate::reading::columns::text_column::TextColumn;
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::value::Values;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

mod sealed {
    /// A number whose order is that of its `u32`.
    pub trait Number: Copy + Ord + Into<u32> {}

    impl Number for u8 {}
    impl Number for u16 {}
    impl Number for u32 {}
}

/// A type of numbers of periods: `u8`, `u16` or `u32`, and no other.
pub trait PeriodNumber: sealed::Number {}

impl PeriodNumber for u8 {}
impl PeriodNumber for u16 {}
impl PeriodNumber for u32 {}

/// Readings in long form, borrowed from the caller: one reading a row.
///
/// Sections and periods are those of the table, items the numbers of Table 1
/// ([`Item::number`]), values in the unit of [`Item::unit`]. The type of a period is `u8`,
/// `u16` or `u32`. A row has no value where the value is NaN or its validity bit is 0; nothing
/// else is missing: a value of -1 is refused.
///
/// # Example
/// ```
/// use gb3838::{Bits, sums::LongColumns};
///
/// // NH3-N of section 4 in January: 0.31, and below a detection limit of 0.025.
/// let columns = LongColumns::new(&[4, 4], &[0_u8, 0], &[7, 7], &[0.31, 0.025])
///     .with_below_limit(Bits::new(&[0b10]));
/// assert_eq!(columns.rows(), 2);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct LongColumns<'a, P> {
    pub(crate) sections: &'a [u32],
    pub(crate) periods: &'a [P],
    pub(crate) items: &'a [u8],
    pub(crate) values: Values<'a>,
    pub(crate) validity: Option<Bits<'a>>,
    pub(crate) below_limit: Option<Bits<'a>>,
}

impl<'a, P: PeriodNumber> LongColumns<'a, P> {
    /// Columns of the same length.
    #[must_use]
    pub const fn new(
        sections: &'a [u32],
        periods: &'a [P],
        items: &'a [u8],
        values: &'a [f64],
    ) -> Self {
        Self::of(sections, periods, items, Values::F64(values))
    }

    /// The same with integers that stand for `value · 10⁻ˢᶜᵃˡᵉ`; there is no missing value among
    /// them but by validity bits.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, ItemSet, SumTable, sums::LongColumns};
    ///
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// let ammonia = Item::AmmoniaNitrogen.number();
    /// let fed = sums.add_long(&LongColumns::scaled_i32(&[0], &[0_u8], &[ammonia], &[575], 3))?;
    /// assert_eq!(fed.used(), 1);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn scaled_i32(
        sections: &'a [u32],
        periods: &'a [P],
        items: &'a [u8],
        values: &'a [i32],
        scale: u8,
    ) -> Self {
        Self::of(sections, periods, items, Values::I32(values, scale))
    }

    /// As [`scaled_i32`](Self::scaled_i32), in 64 bits.
    #[must_use]
    pub const fn scaled_i64(
        sections: &'a [u32],
        periods: &'a [P],
        items: &'a [u8],
        values: &'a [i64],
        scale: u8,
    ) -> Self {
        Self::of(sections, periods, items, Values::I64(values, scale))
    }

    const fn of(
        sections: &'a [u32],
        periods: &'a [P],
        items: &'a [u8],
        values: Values<'a>,
    ) -> Self {
        Self { sections, periods, items, values, validity: None, below_limit: None }
    }

    /// Adds validity bits: 0 for a row without a value.
    #[must_use]
    pub const fn with_validity(mut self, validity: Bits<'a>) -> Self {
        self.validity = Some(validity);
        self
    }

    /// Adds below-limit bits: 1 for a row that holds the detection limit of a result below
    /// it; half of the limit is summed.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号, point 7 (S).
    #[must_use]
    pub const fn with_below_limit(mut self, below_limit: Bits<'a>) -> Self {
        self.below_limit = Some(below_limit);
        self
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.sections.len()
    }

    pub(crate) fn check(&self) -> Result<(), SumTableError> {
        let expected = self.rows();
        let same = |found: usize| {
            if found == expected {
                Ok(())
            } else {
                Err(SumTableError::OtherLength { expected, found })
            }
        };
        same(self.periods.len())?;
        same(self.items.len())?;
        same(self.values.len())?;
        self.values.check()?;
        check_bits([self.validity, self.below_limit], expected)
    }
}

/// The values of one item, in wide form.
#[derive(Clone, Copy, Debug)]
pub struct ItemColumn<'a> {
    pub(crate) item: Item,
    pub(crate) values: Values<'a>,
    pub(crate) validity: Option<Bits<'a>>,
    pub(crate) below_limit: Option<Bits<'a>>,
}

impl<'a> ItemColumn<'a> {
    /// A column of values in the unit of the item; NaN is no value.
    #[must_use]
    pub const fn new(item: Item, values: &'a [f64]) -> Self {
        Self::of(item, Values::F64(values))
    }

    /// A column of integers that stand for `value · 10⁻ˢᶜᵃˡᵉ`; there is no missing value among
    /// them but by validity bits.
    #[must_use]
    pub const fn scaled_i32(item: Item, values: &'a [i32], scale: u8) -> Self {
        Self::of(item, Values::I32(values, scale))
    }

    /// As [`scaled_i32`](Self::scaled_i32), in 64 bits.
    #[must_use]
    pub const fn scaled_i64(item: Item, values: &'a [i64], scale: u8) -> Self {
        Self::of(item, Values::I64(values, scale))
    }

    const fn of(item: Item, values: Values<'a>) -> Self {
        Self { item, values, validity: None, below_limit: None }
    }

    /// Adds validity bits: 0 for a row without a value.
    #[must_use]
    pub const fn with_validity(mut self, validity: Bits<'a>) -> Self {
        self.validity = Some(validity);
        self
    }

    /// Adds below-limit bits: 1 for a row that holds the detection limit.
    #[must_use]
    pub const fn with_below_limit(mut self, below_limit: Bits<'a>) -> Self {
        self.below_limit = Some(below_limit);
        self
    }
}

/// A column that was read from text; its findings are not in it.
impl<'a> From<&'a TextColumn<i32>> for ItemColumn<'a> {
    fn from(column: &'a TextColumn<i32>) -> Self {
        Self::scaled_i32(column.item(), column.values(), column.scale())
            .with_validity(column.validity())
            .with_below_limit(column.below_limit())
    }
}

/// A column that was read from text; its findings are not in it.
impl<'a> From<&'a TextColumn<i64>> for ItemColumn<'a> {
    fn from(column: &'a TextColumn<i64>) -> Self {
        Self::scaled_i64(column.item(), column.values(), column.scale())
            .with_validity(column.validity())
            .with_below_limit(column.below_limit())
    }
}

/// Readings in wide form, borrowed from the caller: one sample a row, one column an item.
///
/// # Example
/// ```
/// use gb3838::{Item, ItemSet, SumTable, sums::{ItemColumn, WideColumns}};
///
/// let columns = [
///     ItemColumn::new(Item::Ph, &[6.5, 7.9]),
///     ItemColumn::new(Item::TotalPhosphorus, &[0.1, f64::NAN]),
/// ];
/// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
/// let fed = sums.add_wide(&WideColumns::new(&[0, 0], &[0_u8, 1], &columns))?;
/// // Rows are counted by value: three, and one that is missing.
/// assert_eq!((fed.used(), fed.missing()), (3, 1));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct WideColumns<'a, P> {
    pub(crate) sections: &'a [u32],
    pub(crate) periods: &'a [P],
    pub(crate) columns: &'a [ItemColumn<'a>],
}

impl<'a, P: PeriodNumber> WideColumns<'a, P> {
    /// Columns of the same length, one an item.
    #[must_use]
    pub const fn new(sections: &'a [u32], periods: &'a [P], columns: &'a [ItemColumn<'a>]) -> Self {
        Self { sections, periods, columns }
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.sections.len()
    }

    pub(crate) fn check(&self) -> Result<(), SumTableError> {
        let mut items = ItemSet::EMPTY;
        for item in self.columns.iter().map(|column| column.item) {
            if items.contains(item) {
                return Err(SumTableError::TwoColumns { item });
            }
            items = items.with(item);
        }
        let expected = self.rows();
        let lengths =
            core::iter::once(self.periods.len()).chain(self.columns.iter().map(|c| c.values.len()));
        for found in lengths {
            if found != expected {
                return Err(SumTableError::OtherLength { expected, found });
            }
        }
        self.columns.iter().try_for_each(|column| {
            column.values.check()?;
            check_bits([column.validity, column.below_limit], expected)
        })
    }
}

fn check_bits(bits: [Option<Bits<'_>>; 2], expected: usize) -> Result<(), SumTableError> {
    for found in bits.into_iter().flatten().map(|bits| bits.len()) {
        if found < expected {
            return Err(SumTableError::OtherLength { expected, found });
        }
    }
    Ok(())
}

/// What became of the values of some columns: each was used, missing or refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct FeedCounts {
    pub(crate) used: u64,
    pub(crate) below: u64,
    pub(crate) missing: u64,
    pub(crate) refused: u64,
    pub(crate) first_refused: Option<RefusedRow>,
}

/// A value that was refused, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    pub(crate) row: usize,
    pub(crate) column: Option<Item>,
    pub(crate) error: SumTableError,
}

impl RefusedRow {
    /// The row, from 0.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// The column in wide form; `None` in long form.
    #[must_use]
    pub const fn column(&self) -> Option<Item> {
        self.column
    }

    /// Why it was refused.
    #[must_use]
    pub const fn error(&self) -> SumTableError {
        self.error
    }
}

impl FeedCounts {
    /// The values that were summed, those below a detection limit included.
    #[must_use]
    pub const fn used(&self) -> u64 {
        self.used
    }

    /// How many of them were below a detection limit.
    #[must_use]
    pub const fn below(&self) -> u64 {
        self.below
    }

    /// The slots without a value.
    #[must_use]
    pub const fn missing(&self) -> u64 {
        self.missing
    }

    /// The values that were refused and left out.
    #[must_use]
    pub const fn refused(&self) -> u64 {
        self.refused
    }

    /// The first value that was refused.
    #[must_use]
    pub const fn first_refused(&self) -> Option<&RefusedRow> {
        self.first_refused.as_ref()
    }

    /// Adds what became of other columns; the first refused value stays that of these.
    pub fn add(&mut self, other: &Self) {
        self.used += other.used;
        self.below += other.below;
        self.missing += other.missing;
        self.refused += other.refused;
        self.first_refused = self.first_refused.or(other.first_refused);
    }
}
