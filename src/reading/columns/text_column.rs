//! One column of text, cell by cell or in Arrow's layout, brought to scaled integers.

use alloc::vec::Vec;

use crate::bits::Bits;
use crate::number::decimal::{Decimal, power_of_ten};
use crate::reading::columns::plain_number::{first_word, plain_number};
use crate::reading::notation::{Missing, Notation, Reading, ReadingError, ReadingReason};
use crate::reading::possible::Kind;
use crate::standard::item::Item;
use crate::text::error_text::QuotedText;

mod sealed {
    /// An integer that a column of text is brought to.
    pub trait Number: Copy + Into<i64> + TryFrom<i64> {
        const ZERO: Self;
        const GREATEST: i64;
    }

    impl Number for i16 {
        const ZERO: Self = 0;
        const GREATEST: i64 = Self::MAX as i64;
    }

    impl Number for i32 {
        const ZERO: Self = 0;
        const GREATEST: i64 = Self::MAX as i64;
    }

    impl Number for i64 {
        const ZERO: Self = 0;
        const GREATEST: i64 = Self::MAX;
    }
}

/// A type of integers that a column of text is brought to: `i16`, `i32` or `i64`.
pub trait TextValue: sealed::Number {}

impl TextValue for i16 {}
impl TextValue for i32 {}
impl TextValue for i64 {}

/// The cells of one item as integers of a scale, with validity bits, below-limit bits and findings.
///
/// A cell is read as [`Notation::parse`] reads it, digit by digit: plain numbers and detection
/// limits (`0.025L`, `<0.025`) by a fast way, everything else by that very call. A row without a
/// value has a validity bit of 0; why, is counted. A cell that cannot be read, and a number that
/// the scale or the type cannot hold exactly, is a [`TextFinding`]: nothing is rounded, and
/// nothing dropped without a word.
///
/// # Example
/// ```
/// use gb3838::{Batch, Classifier, Column, Item, Missing, WaterBody, batch::TextColumn};
///
/// let mut ammonia = TextColumn::<i32>::new(Item::AmmoniaNitrogen, 4);
/// for cell in ["0.31", "0.025L", "", "1,2"] {
///     ammonia.push(cell.as_bytes());
/// }
/// assert_eq!(ammonia.values(), [3_100, 250, 0, 0]);
/// assert_eq!(ammonia.missing_for(Missing::Blank), 1);
/// assert_eq!(ammonia.findings()[0].row(), 3);
/// // The column is classed as it stands.
/// let columns = [Column::of_text(&ammonia)];
/// let mut class = [0; 4];
/// Batch::new(&Classifier::for_readings(WaterBody::River), &columns)?.class(&mut class)?;
/// assert_eq!(class, [2, 1, 0, 0]);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct TextColumn<T> {
    item: Item,
    scale: u8,
    notation: Notation,
    /// The greatest value in units that is one, and that the type holds.
    most: i64,
    values: Vec<T>,
    valid: Vec<u8>,
    below: Vec<u8>,
    missing: [u64; Missing::ALL.len()],
    findings: Vec<TextFinding>,
}

/// A cell whose number does not stand in its column, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextFinding {
    row: usize,
    kind: TextFindingKind,
}

/// Why the number of a cell does not stand in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextFindingKind {
    /// The cell cannot be read.
    NotRead(ReadingError),
    /// It is read, and the column's scale or type cannot hold it exactly.
    Beside(Reading),
}

impl TextFinding {
    /// The row, from 0.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// Why.
    #[must_use]
    pub const fn kind(&self) -> &TextFindingKind {
        &self.kind
    }
}

/// Offsets that do not lie within their bytes, or go backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cell {row} ends at {offset}: expected no less than its start, within {length} bytes")]
pub struct TextOffsetsError {
    row: usize,
    offset: i64,
    length: usize,
}

impl TextOffsetsError {
    /// The cell, from 0.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }
}

/// What a cell comes to.
enum Cell {
    Value(i64),
    Below(i64),
    Missing(Missing),
    Found(TextFindingKind),
}

impl<T: TextValue> TextColumn<T> {
    /// An empty column of integers that stand for `value · 10⁻ˢᶜᵃˡᵉ`; a scale above 18 counts as 18.
    ///
    /// One place more than laboratories write for the item leaves room for most values: those
    /// that are longer are findings.
    #[must_use]
    pub fn new(item: Item, scale: u8) -> Self {
        let scale = scale.min(Decimal::MAX_SCALE);
        let most = match Kind::of(item) {
            Kind::Ph => 14_i64.saturating_mul(power_of_ten(scale)).min(T::GREATEST),
            Kind::Amount | Kind::Temperature => T::GREATEST,
        };
        Self {
            item,
            scale,
            notation: Notation::new(),
            most,
            values: Vec::new(),
            valid: Vec::new(),
            below: Vec::new(),
            missing: [0; Missing::ALL.len()],
            findings: Vec::new(),
        }
    }

    /// The same with cells read in another notation.
    #[must_use]
    pub fn with_notation(mut self, notation: Notation) -> Self {
        self.notation = notation;
        self
    }

    /// Takes all rows out; the column keeps its memory.
    pub fn clear(&mut self) {
        self.values.clear();
        self.valid.clear();
        self.below.clear();
        self.missing = [0; Missing::ALL.len()];
        self.findings.clear();
    }

    /// Adds one cell.
    #[inline]
    pub fn push(&mut self, cell: &[u8]) {
        self.push_at(cell, 0, cell.len());
    }

    /// Adds the cell that stands in some bytes from `start` to `end`, as a splitter finds it; it is
    /// empty where there are no such bytes.
    ///
    /// This is [`push`](Self::push), and faster: the bytes behind a cell may be read with it.
    #[inline(always)]
    pub fn push_at(&mut self, bytes: &[u8], start: usize, end: usize) {
        let length = end.saturating_sub(start);
        let word = first_word(bytes, start, length);
        if let Some(units) = self.units(plain_number(word, length)) {
            self.put_value(units);
        } else {
            let cell = self.other_cell(bytes, start, length, word);
            self.put(&cell);
        }
    }

    /// Adds cells in Arrow's layout of strings: cell `i` is the bytes from offset `i` to the next
    /// one. A cell whose validity bit is 0 is [`Missing::Blank`].
    ///
    /// # Errors
    /// When an offset lies beyond the bytes or before the one ahead of it; nothing is added then.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, batch::TextColumn};
    ///
    /// let mut column = TextColumn::<i32>::new(Item::TotalPhosphorus, 4);
    /// column.extend_from_offsets(&[0, 4, 9, 9], b"0.210.01L", None)?;
    /// assert_eq!(column.values(), [2_100, 100, 0]);
    /// assert_eq!(column.below_limit().get(1), Some(true));
    /// # Ok::<(), gb3838::error::TextOffsetsError>(())
    /// ```
    pub fn extend_from_offsets(
        &mut self,
        offsets: &[i32],
        bytes: &[u8],
        validity: Option<Bits<'_>>,
    ) -> Result<(), TextOffsetsError> {
        let mut last = 0;
        for (row, offset) in offsets.iter().enumerate() {
            let place = usize::try_from(*offset).ok();
            if !place.is_some_and(|place| place >= last && place <= bytes.len()) {
                let (row, offset) = (row.saturating_sub(1), i64::from(*offset));
                return Err(TextOffsetsError { row, offset, length: bytes.len() });
            }
            last = place.unwrap_or(last);
        }
        self.values.reserve(offsets.len());
        for (row, ends) in offsets.windows(2).enumerate() {
            let [start, end] = [ends[0], ends[1]].map(|it| usize::try_from(it).unwrap_or(0));
            if validity.is_some_and(|bits| bits.get(row) == Some(false)) {
                self.put(&Cell::Missing(Missing::Blank));
            } else {
                self.push_at(bytes, start, end);
            }
        }
        Ok(())
    }

    /// What is no plain number.
    #[inline(never)]
    fn other_cell(&self, bytes: &[u8], start: usize, length: usize, word: u64) -> Cell {
        if length == 0 {
            return Cell::Missing(Missing::Blank);
        }
        let last = bytes.get((start + length).saturating_sub(1)).copied();
        let limit = if matches!(last, Some(b'L' | b'l')) {
            plain_number(word, length - 1)
        } else if word & 0xff == u64::from(b'<') {
            plain_number(first_word(bytes, start + 1, length - 1), length - 1)
        } else {
            None
        };
        if let Some(units) = self.units(limit)
            && units > 0
            && Kind::of(self.item) == Kind::Amount
        {
            return Cell::Below(units);
        }
        self.read_slowly(bytes.get(start..start + length).unwrap_or(&[]))
    }

    /// A plain number in units of the column, where it is possible and they hold it.
    #[inline(always)]
    fn units(&self, number: Option<(u32, u8)>) -> Option<i64> {
        let (digits, decimals) = number?;
        let power = POWERS.get(usize::from(self.scale.checked_sub(decimals)?))?;
        let units = i64::from(digits).checked_mul(*power)?;
        (units <= self.most).then_some(units)
    }

    /// Reads a cell as a scalar call does.
    #[cold]
    #[inline(never)]
    fn read_slowly(&self, cell: &[u8]) -> Cell {
        let text = match core::str::from_utf8(cell) {
            Ok(text) => text,
            Err(error) => {
                let read = cell.get(..error.valid_up_to()).unwrap_or(&[]);
                let text = QuotedText::new(core::str::from_utf8(read).unwrap_or(""));
                let error = ReadingError::new(text, self.item, ReadingReason::NotAReading);
                return Cell::Found(TextFindingKind::NotRead(error));
            }
        };
        let reading = match self.notation.parse(text, self.item) {
            Ok(reading) => reading,
            Err(error) => return Cell::Found(TextFindingKind::NotRead(error)),
        };
        let units = |number: Decimal| {
            let shortest = number.normalized();
            let power = power_of_ten(self.scale.checked_sub(shortest.scale())?);
            let units = shortest.units().checked_mul(power)?;
            T::try_from(units).ok().map(|_| units)
        };
        let beside = || Cell::Found(TextFindingKind::Beside(reading));
        match reading {
            Reading::Missing(missing) => Cell::Missing(missing),
            Reading::Value(value) => units(value).map_or_else(beside, Cell::Value),
            Reading::Below(limit) => units(limit).map_or_else(beside, Cell::Below),
        }
    }

    /// Puts a row with a value behind the others.
    #[inline(always)]
    fn put_value(&mut self, units: i64) {
        if self.values.len().is_multiple_of(8) {
            // A row has a value until it is known to have none.
            self.valid.push(u8::MAX);
            self.below.push(0);
        }
        // Units fit: they have been held against the type.
        self.values.push(T::try_from(units).unwrap_or(T::ZERO));
    }

    /// Puts a row of any kind behind the others.
    #[inline(never)]
    fn put(&mut self, cell: &Cell) {
        let row = self.values.len();
        let bit = 1 << (row % 8);
        let is_value = match cell {
            Cell::Value(units) | Cell::Below(units) => {
                self.put_value(*units);
                true
            }
            Cell::Missing(missing) => {
                self.missing[*missing as usize] += 1;
                false
            }
            Cell::Found(kind) => {
                self.findings.push(TextFinding { row, kind: *kind });
                false
            }
        };
        if !is_value {
            self.put_value(0);
            if let Some(valid) = self.valid.last_mut() {
                *valid &= !bit;
            }
        } else if matches!(cell, Cell::Below(_))
            && let Some(below) = self.below.last_mut()
        {
            *below |= bit;
        }
    }
}

/// Powers of ten from 10⁰ to 10¹⁸.
const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut exponent = 1;
    while exponent < 19 {
        powers[exponent] = powers[exponent - 1] * 10;
        exponent += 1;
    }
    powers
};

impl<T> TextColumn<T> {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The decimal places of the integers.
    #[must_use]
    pub const fn scale(&self) -> u8 {
        self.scale
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.values.len()
    }

    /// The integers, 0 where there is no value.
    #[must_use]
    pub const fn values(&self) -> &[T] {
        self.values.as_slice()
    }

    /// A bit a row: 0 where there is no value. Bits behind the last row say nothing.
    #[must_use]
    pub const fn validity(&self) -> Bits<'_> {
        Bits::new(self.valid.as_slice())
    }

    /// A bit a row: 1 where the integer is the detection limit of a result below it.
    #[must_use]
    pub const fn below_limit(&self) -> Bits<'_> {
        Bits::new(self.below.as_slice())
    }

    /// How many cells say that there is no value, for one reason.
    #[must_use]
    pub const fn missing_for(&self, reason: Missing) -> u64 {
        self.missing[reason as usize]
    }

    /// The cells whose number does not stand in the column, in the order of rows.
    #[must_use]
    pub const fn findings(&self) -> &[TextFinding] {
        self.findings.as_slice()
    }
}
