//! One column of text, cell by cell or in Arrow's layout, brought to scaled integers.

use alloc::vec::Vec;

use crate::bits::Bits;
use crate::number::decimal::{Decimal, power_of_ten};
use crate::reading::cell_grammar::Expected;
use crate::reading::columns::cell_units::{LANES, Lanes, PlainLanes, ReadLanes, Steps};
use crate::reading::notation::{Missing, Notation, Reading, ReadingError, ReadingReason};
use crate::reading::plain_number::{PlainCell, first_word};
use crate::reading::possible::Kind;
use crate::standard::item::Item;
use crate::standard::naming::spelled_unit::SpelledUnit;
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
/// value has a validity bit of 0; why, is counted. A cell that cannot be read, a number that is
/// void, and one that the scale or the type cannot hold exactly, is a [`TextFinding`]: nothing is
/// rounded, and nothing dropped without a word.
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
    /// The unit of a number with none behind it.
    unit: SpelledUnit,
    steps: Steps,
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
    /// A number that a letter mark voids, or an error of a spreadsheet.
    Void(Missing),
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
        Self {
            item,
            scale,
            notation: Notation::new(),
            unit: item.unit().into(),
            steps: Steps::new(Kind::of(item), scale, 0, T::GREATEST),
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

    /// The same with cells in another unit than that of the limits; a unit behind a number stands
    /// for itself. `None` where the unit measures something else.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, batch::TextColumn};
    ///
    /// let mut mercury = TextColumn::<i64>::new(Item::Mercury, 9).in_unit("ng/L".parse()?).unwrap();
    /// mercury.push(b"40");
    /// assert_eq!(mercury.values(), [40_000]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn in_unit(mut self, unit: SpelledUnit) -> Option<Self> {
        let power = unit.power_to(self.item.unit().into())?;
        self.unit = unit;
        self.steps = Steps::new(Kind::of(self.item), self.scale, power, T::GREATEST);
        Some(self)
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
    #[inline]
    pub fn push_at(&mut self, bytes: &[u8], start: usize, end: usize) {
        let (row, length) = (self.values.len(), end.saturating_sub(start));
        self.make_room(row + 1);
        self.values.push(T::ZERO);
        let cell = PlainCell::read(first_word(bytes, start, length), length as u64);
        let cell = match self.steps.units(cell) {
            (units, true) if cell.is_limit() => Cell::Below(units * self.steps.last),
            (units, true) => Cell::Value(units * self.steps.last),
            (_, false) => self.other_cell(bytes, start, length),
        };
        self.put(row, &cell);
    }

    /// Makes room for the bits of so many rows, which have a value until they are known to have none.
    fn make_room(&mut self, rows: usize) {
        self.valid.resize(rows.div_ceil(8), u8::MAX);
        self.below.resize(rows.div_ceil(8), 0);
    }

    /// Adds so many cells that stand in some bytes, each from its start to its end.
    ///
    /// They are read [64](LANES) at a time, by the instructions that the caller is compiled for.
    #[inline(always)]
    pub(crate) fn extend_from_cells<R: ReadLanes>(
        &mut self,
        bytes: &[u8],
        cells: usize,
        cell: impl Fn(usize) -> (u32, u32),
    ) {
        let first = self.values.len();
        self.make_room(first + cells);
        self.values.reserve(cells);
        let mut lanes = Lanes::new();
        let mut done = 0;
        while done < cells {
            let row = first + done;
            let count = (cells - done).min(LANES - row % LANES);
            lanes.fill(bytes, count, |lane| cell(done + lane));
            let (below, others) = R::read(&mut lanes, &self.steps);
            if self.steps.last > 1 {
                lanes.units.iter_mut().for_each(|units| *units *= self.steps.last);
            }
            // Not above the greatest of the type.
            let number = |units: &i64| T::try_from(*units).unwrap_or(T::ZERO);
            self.values.extend(lanes.units[..count].iter().map(number));
            let rows = u64::MAX >> (LANES - count);
            let words = self.below.iter_mut().skip(row / LANES * 8);
            for (bits, new) in words.zip(((below & rows) << (row % LANES)).to_le_bytes()) {
                *bits |= new;
            }
            let mut others = others & rows;
            while others != 0 {
                let lane = others.trailing_zeros() as usize;
                let [start, length] = lanes.spans[lane];
                let cell = self.other_cell(bytes, start as usize, length as usize);
                self.put(row + lane, &cell);
                others &= others - 1;
            }
            done += count;
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
        let place = |offset: &i32| u32::try_from(*offset).unwrap_or(0);
        let cell = |row| match offsets.get(row..).and_then(|it| it.first_chunk::<2>()) {
            // A cell without a value is a blank one.
            Some([start, _]) if validity.is_some_and(|bits| bits.get(row) == Some(false)) => {
                (place(start), place(start))
            }
            Some([start, end]) => (place(start), place(end)),
            None => (0, 0),
        };
        self.extend_from_cells::<PlainLanes>(bytes, offsets.len().saturating_sub(1), cell);
        Ok(())
    }

    /// What is no plain number and no plain detection limit.
    #[inline(never)]
    fn other_cell(&self, bytes: &[u8], start: usize, length: usize) -> Cell {
        match bytes.get(start..start.saturating_add(length)) {
            None | Some([]) => Cell::Missing(Missing::Blank),
            Some(cell) => self.read_slowly(cell),
        }
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
        let kind = Kind::of(self.item);
        let expected = Expected { kind, unit: self.item.unit().into(), column: self.unit };
        let reading = match self.notation.read(text, expected) {
            Ok(reading) => reading,
            Err(reason) => {
                let error = ReadingError::new(QuotedText::new(text), self.item, reason);
                return Cell::Found(TextFindingKind::NotRead(error));
            }
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

    /// Says of a row that there is room for what its cell comes to.
    #[inline(never)]
    fn put(&mut self, row: usize, cell: &Cell) {
        match cell {
            Cell::Value(units) | Cell::Below(units) => {
                // Units fit: they have been held against the type.
                if let Some(value) = self.values.get_mut(row) {
                    *value = T::try_from(*units).unwrap_or(T::ZERO);
                }
                if matches!(cell, Cell::Below(_)) {
                    set(&mut self.below, row);
                }
                return;
            }
            Cell::Missing(missing) => {
                self.missing[*missing as usize] += 1;
                if matches!(missing, Missing::Voided | Missing::SpreadsheetError) {
                    self.findings.push(TextFinding { row, kind: TextFindingKind::Void(*missing) });
                }
            }
            Cell::Found(kind) => self.findings.push(TextFinding { row, kind: *kind }),
        }
        if let Some(valid) = self.valid.get_mut(row / 8) {
            *valid &= !(1 << (row % 8));
        }
    }
}

/// Sets the bit of a row.
#[inline(always)]
fn set(bits: &mut [u8], row: usize) {
    if let Some(byte) = bits.get_mut(row / 8) {
        *byte |= 1 << (row % 8);
    }
}

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
