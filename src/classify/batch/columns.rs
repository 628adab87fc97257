//! Borrowed columns in Arrow's layout: values, validity bits, below-limit bits.

use crate::bits::Bits;
use crate::classify::batch::value::Value;
#[cfg(feature = "alloc")]
use crate::reading::columns::text_column::{TextColumn, TextValue};
use crate::standard::item::Item;

/// The values of one item, one a row, borrowed from the caller.
///
/// Values are in the unit of [`Item::unit`]; an integer `v` of a column of scale `s` stands
/// for `v · 10⁻ˢ`. A row without a value has NaN, a declared missing value, or a validity
/// bit of 0. Nothing else is missing: `-1` is an impossible value until
/// [`Column::with_missing`] says otherwise.
///
/// # Example
/// ```
/// use gb3838::{Bits, Column, Item};
///
/// let ammonia = Column::new(Item::AmmoniaNitrogen, &[0.12, f64::NAN, 1.3]);
/// // Milligrams in thousandths, -1 for "not measured", validity as Arrow has it.
/// let phosphorus = Column::scaled(Item::TotalPhosphorus, &[105_i32, -1, 20], 3)
///     .with_missing(-1)
///     .with_validity(Bits::new(&[0b0000_0111]));
/// assert_eq!((ammonia.rows(), phosphorus.rows()), (3, 3));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Column<'a, T> {
    pub(crate) item: Item,
    pub(crate) values: &'a [T],
    pub(crate) stride: usize,
    pub(crate) rows: usize,
    pub(crate) scale: u8,
    pub(crate) missing: Option<T>,
    pub(crate) validity: Option<Bits<'a>>,
    pub(crate) below_limit: Option<Bits<'a>>,
}

impl<'a, T: Value> Column<'a, T> {
    /// A column of whole numbers or floats.
    #[must_use]
    pub const fn new(item: Item, values: &'a [T]) -> Self {
        Self {
            item,
            values,
            stride: 1,
            rows: values.len(),
            scale: 0,
            missing: None,
            validity: None,
            below_limit: None,
        }
    }

    /// A column of row-major data: every row is an array, and the item stands at `place`.
    ///
    /// A place beyond the array gives an empty column, which the check of lengths refuses.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Column, Item};
    ///
    /// let rows = [[7.2, 0.12], [6.9, f64::NAN]];
    /// let columns = [
    ///     Column::of_rows(Item::Ph, &rows, 0),
    ///     Column::of_rows(Item::AmmoniaNitrogen, &rows, 1),
    /// ];
    /// assert_eq!(columns[1].rows(), 2);
    /// ```
    #[must_use]
    pub fn of_rows<const WIDTH: usize>(item: Item, rows: &'a [[T; WIDTH]], place: usize) -> Self {
        let values = rows.as_flattened();
        let count = if place < WIDTH { rows.len() } else { 0 };
        let values = values.get(place..).unwrap_or(&[]);
        Self { stride: WIDTH, rows: count, ..Self::new(item, values) }
    }

    /// Declares a value that means "not measured", such as -1 or -9999.
    #[must_use]
    pub const fn with_missing(mut self, missing: T) -> Self {
        self.missing = Some(missing);
        self
    }

    /// Adds validity bits: 0 for a row without a value, whatever the value slot holds.
    #[must_use]
    pub const fn with_validity(mut self, validity: Bits<'a>) -> Self {
        self.validity = Some(validity);
        self
    }

    /// Adds below-limit bits: 1 for a row that holds the detection limit of a result below
    /// it; half of the limit is compared.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号, point 7 (S).
    #[must_use]
    pub const fn with_below_limit(mut self, below_limit: Bits<'a>) -> Self {
        self.below_limit = Some(below_limit);
        self
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The rows from `start` on, `rows` of them; both are within the column.
    pub(crate) fn part(&self, start: usize, rows: usize) -> Self {
        Self {
            values: self.values.get(start * self.stride..).unwrap_or(&[]),
            rows,
            validity: self.validity.map(|bits| bits.skip(start)),
            below_limit: self.below_limit.map(|bits| bits.skip(start)),
            ..*self
        }
    }
}

impl<'a, T: ScaledValue> Column<'a, T> {
    /// A column of integers that stand for `value · 10⁻ˢᶜᵃˡᵉ`.
    #[must_use]
    pub const fn scaled(item: Item, values: &'a [T], scale: u8) -> Self {
        let mut column = Self::new(item, values);
        column.scale = scale;
        column
    }
}

#[cfg(feature = "alloc")]
impl<'a, T: ScaledValue + TextValue> Column<'a, T> {
    /// A column that was read from text, with its validity bits and below-limit bits.
    ///
    /// Its findings are not in it: see [`TextColumn`](crate::batch::TextColumn).
    #[must_use]
    pub fn of_text(column: &'a TextColumn<T>) -> Self {
        Self::scaled(column.item(), column.values(), column.scale())
            .with_validity(column.validity())
            .with_below_limit(column.below_limit())
    }
}

/// A type of integers: `i16`, `i32` or `i64`.
pub trait ScaledValue: Value {}

impl ScaledValue for i16 {}
impl ScaledValue for i32 {}
impl ScaledValue for i64 {}
