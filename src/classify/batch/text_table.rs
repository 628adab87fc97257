//! Lines of text with a separator as columns of integers, and as classes: in one call.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ops::Range;

use crate::bits::Bits;
use crate::classify::batch::batch::Batch;
use crate::classify::batch::cell_ends::CellEnds;
use crate::classify::batch::columns::Column;
use crate::classify::batch::dispatch;
use crate::classify::batch::error::BatchError;
use crate::classify::batch::kernel::{Kernel, KernelWork};
use crate::classify::batch::outputs::{Outputs, Summary};
use crate::classify::classifier::Classifier;
use crate::cpu::{CpuLevel, CpuLevelError};
use crate::reading::columns::cell_units::{Lanes, ReadLanes, Steps};
use crate::reading::columns::text_column::TextColumn;
use crate::standard::item_set::ItemSet;

/// Some thousands of lines of text with a separator: columns of integers, and the class of each.
///
/// It holds a part of a file, and is filled again with the next one; it keeps its memory, some
/// times that of the text. A row is *plain* when its line is cells and separators alone, as many
/// as are expected, and every column holds what its cell says. Any other row has blank cells here,
/// or a finding in a column, and is to be read by itself: quotes are not understood here.
///
/// # Example
/// ```
/// use gb3838::{Bits, Classifier, Item, ItemSet, WaterBody, batch::{TextColumn, TextTable}};
///
/// let mut table = TextTable::new(b',', 3)
///     .with_column(1, TextColumn::new(Item::AmmoniaNitrogen, 6))
///     .with_column(2, TextColumn::new(Item::TotalPhosphorus, 6));
/// table.read(b"a,0.31,0.05L\r\nb,,0.35\n\"c, d\",0.3,0.1\n").unwrap();
/// let river = Classifier::for_readings(WaterBody::River);
/// table.classify([&river, &river], Bits::new(&[0]))?;
/// assert_eq!(table.class(), [2, 5, 0]);
/// assert_eq!(ItemSet::from_bits(table.present()[1]).to_string(), "TP");
/// let plain: Vec<bool> = table.rows().iter().map(|row| row.is_plain()).collect();
/// assert_eq!(plain, [true, true, false]);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct TextTable {
    separator: u8,
    width: usize,
    /// The place of each column within a line.
    places: Vec<usize>,
    columns: Vec<TextColumn<i64>>,
    found: CellEnds,
    rows: Vec<TextRow>,
    /// Whether each line is a row of as many cells as are expected, so that the ends of a column
    /// stand as far apart.
    is_even: bool,
    class: Vec<u8>,
    determining: Vec<u32>,
    participating: Vec<u32>,
    undecidable: Vec<u32>,
    present: Vec<u32>,
    level: CpuLevel,
}

/// A line that is a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRow {
    start: u32,
    /// The place of its first cell among the ends.
    first: u32,
    /// The place of its last cell among the ends, from the first one.
    cells: u32,
    line: u32,
    is_plain: bool,
}

impl TextRow {
    /// Where the line begins, in bytes.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.start as usize
    }

    /// The number of the line, from 0; blank lines are counted.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line as usize
    }

    /// Whether all that its line says stands in the columns.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.is_plain
    }
}

/// Text of 2³⁰ bytes or more, of which only parts are read at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{length} bytes of text at a time: expected fewer than 2^30")]
pub struct TextLengthError {
    length: usize,
}

impl TextTable {
    /// A table of lines with so many cells, of which none is read yet.
    #[must_use]
    pub fn new(separator: u8, width: usize) -> Self {
        Self {
            separator,
            width,
            places: Vec::new(),
            columns: Vec::new(),
            found: CellEnds::default(),
            rows: Vec::new(),
            is_even: true,
            class: Vec::new(),
            determining: Vec::new(),
            participating: Vec::new(),
            undecidable: Vec::new(),
            present: Vec::new(),
            level: CpuLevel::detect(),
        }
    }

    /// The same with the cells at a place, from 0, read as a column; its rows are taken out.
    #[must_use]
    pub fn with_column(mut self, place: usize, mut column: TextColumn<i64>) -> Self {
        column.clear();
        self.places.push(place);
        self.columns.push(column);
        self
    }

    /// The same, by the instructions of a level: for tests and comparisons.
    ///
    /// # Errors
    /// When this CPU, or this build, has no such level.
    pub fn with_level(mut self, level: CpuLevel) -> Result<Self, CpuLevelError> {
        self.level = level.checked()?;
        Ok(self)
    }

    /// Reads whole lines in place of those before; blank ones are no rows, but of one cell.
    ///
    /// # Errors
    /// When there are 2³⁰ bytes or more; the table is empty then.
    pub fn read(&mut self, bytes: &[u8]) -> Result<(), TextLengthError> {
        self.rows.clear();
        self.columns.iter_mut().for_each(TextColumn::clear);
        if bytes.len() >= 1 << 30 {
            return Err(TextLengthError { length: bytes.len() });
        }
        self.found.find(bytes, self.separator, self.level);
        self.find_rows(bytes);
        let level = self.level;
        dispatch::run(ReadColumns { bytes, table: self }, level);
        for finding in self.columns.iter().flat_map(TextColumn::findings) {
            if let Some(row) = self.rows.get_mut(finding.row()) {
                row.is_plain = false;
            }
        }
        Ok(())
    }

    /// Puts cells together to lines.
    fn find_rows(&mut self, bytes: &[u8]) {
        let Self { found, rows, width, .. } = self;
        let width = *width;
        let mut is_even = true;
        let (mut start, mut first) = (0, 0);
        let mut next_odd = 0;
        let (ends, lines, odd) = found.parts();
        rows.reserve(lines.len());
        for (last, number) in lines.iter().zip(0..) {
            let last = *last;
            let is_odd = odd.get(next_odd) == Some(&number);
            next_odd += usize::from(is_odd);
            let mut end = ends.get(last as usize).copied().unwrap_or(start);
            let behind = end + 1;
            let is_plain = !is_odd && (last - first) as usize + 1 == width;
            if end > start && bytes.get(end as usize - 1) == Some(&b'\r') {
                end -= 1;
                if let Some(trimmed) = ends.get_mut(last as usize) {
                    *trimmed = end;
                }
            }
            let is_row = end > start || width == 1;
            if is_row {
                let cells = last - first;
                rows.push(TextRow { start, first, cells, line: number, is_plain });
            }
            is_even &= is_row & is_plain;
            (start, first) = (behind, last + 1);
        }
        self.is_even = is_even;
    }

    /// Classes all rows, by the second classifier where the bit of a row is 1; rows without bits
    /// are judged by the first one. Rows that are not plain have a class of what was read of them.
    ///
    /// # Errors
    /// When an item has two columns.
    pub fn classify(
        &mut self,
        classifiers: [&Classifier; 2],
        is_second: Bits<'_>,
    ) -> Result<Summary, BatchError> {
        let found = self.class_rows(classifiers, is_second);
        if found.is_err() || self.columns.is_empty() {
            // Nothing of the call before stays.
            self.class.fill(0);
            for sets in [&mut self.determining, &mut self.participating, &mut self.undecidable] {
                sets.fill(0);
            }
        }
        found
    }

    fn class_rows(
        &mut self,
        classifiers: [&Classifier; 2],
        is_second: Bits<'_>,
    ) -> Result<Summary, BatchError> {
        let rows = self.rows.len();
        // What was there is written over.
        self.class.resize(rows, 0);
        let Self { determining, participating, undecidable, present, .. } = self;
        for sets in [determining, participating, undecidable] {
            sets.resize(rows, 0);
        }
        let items: ItemSet = self.columns.iter().map(TextColumn::item).collect();
        present.clear();
        present.resize(rows, items.bits());
        for column in &self.columns {
            note_absent(column, present);
        }
        let columns: Vec<_> = self.columns.iter().map(Column::of_text).collect();
        if columns.is_empty() {
            return Ok(Summary { rows, ..Summary::default() });
        }
        let outputs = Outputs::new()
            .with_class(&mut self.class)
            .with_determining(&mut self.determining)
            .with_participating(&mut self.participating)
            .with_undecidable(&mut self.undecidable);
        let seconds = (0..rows).step_by(64).map(|row| {
            (is_second.word(row) & (u64::MAX >> (64 - (rows - row).min(64)))).count_ones() as usize
        });
        let [first, second] = classifiers;
        let batch = match seconds.sum::<usize>() {
            // One classifier for all is faster than two.
            0 => Batch::new(first, &columns)?,
            all if all == rows => Batch::new(second, &columns)?,
            _ => Batch::mixed(first, second, is_second, &columns)?,
        };
        batch.with_level(self.level).unwrap_or(batch).run(outputs)
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[TextRow] {
        &self.rows
    }

    /// The columns, in the order in which they were added.
    #[must_use]
    pub fn columns(&self) -> &[TextColumn<i64>] {
        &self.columns
    }

    /// Where a cell of a row stands in the text; empty where its line has no such cell. Of a line
    /// with quotes these are no cells.
    #[must_use]
    #[inline]
    pub fn cell(&self, row: &TextRow, place: usize) -> Range<usize> {
        let width = row.cells as usize + 1;
        let (start, end) =
            cell(self.found.ends(), &TextRow { is_plain: true, ..*row }, place, width);
        start as usize..end as usize
    }

    /// Where the line of a row stands in the text, without its end.
    #[must_use]
    pub fn line(&self, row: &TextRow) -> Range<usize> {
        row.start as usize..self.cell(row, row.cells as usize).end
    }

    /// The classes of the last call, as in [`Outputs::with_class`]; all 0 where it failed.
    #[must_use]
    pub fn class(&self) -> &[u8] {
        &self.class
    }

    /// As [`Outputs::with_determining`].
    #[must_use]
    pub fn determining(&self) -> &[u32] {
        &self.determining
    }

    /// As [`Outputs::with_participating`].
    #[must_use]
    pub fn participating(&self) -> &[u32] {
        &self.participating
    }

    /// As [`Outputs::with_undecidable`].
    #[must_use]
    pub fn undecidable(&self) -> &[u32] {
        &self.undecidable
    }

    /// The items that have a value in each row, or a detection limit that it is below, as
    /// [`ItemSet::bits`].
    #[must_use]
    pub fn present(&self) -> &[u32] {
        &self.present
    }
}

/// The reading of all cells, column by column.
struct ReadColumns<'b, 't> {
    bytes: &'b [u8],
    table: &'t mut TextTable,
}

impl KernelWork for ReadColumns<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn done_by<K: Kernel>(self) {
        let TextTable { width, places, columns, found, rows, is_even, .. } = self.table;
        let (ends, width) = (found.ends(), *width);
        for (number, rows) in rows.chunks(ROWS_AT_ONCE).enumerate() {
            let first = number * ROWS_AT_ONCE * width;
            for (place, column) in places.iter().zip(columns.iter_mut()) {
                let place = *place;
                let (bytes, count) = (self.bytes, rows.len());
                if place == 0 || place >= width {
                    let cell = |row: usize| cell(ends, &rows[row], place, width);
                    column.extend_from_cells::<KernelLanes<K>>(bytes, count, cell);
                } else if *is_even {
                    let cell = |row| between(ends, first + row * width + place);
                    column.extend_from_cells::<KernelLanes<K>>(bytes, count, cell);
                } else {
                    // As `cell` does it, with what is known of the place.
                    let cell = |row: usize| match rows[row] {
                        TextRow { first, is_plain: true, .. } => {
                            between(ends, first as usize + place)
                        }
                        _ => (0, 0),
                    };
                    column.extend_from_cells::<KernelLanes<K>>(bytes, count, cell);
                }
            }
        }
    }
}

/// Lanes are read by a kernel.
struct KernelLanes<K>(PhantomData<K>);

impl<K: Kernel> ReadLanes for KernelLanes<K> {
    #[inline(always)]
    fn read(lanes: &mut Lanes, steps: &Steps) -> (u64, u64) {
        K::units(lanes, steps)
    }
}

/// Rows of which all columns are read before those of the next ones, so that their text stays in
/// the nearest cache meanwhile.
const ROWS_AT_ONCE: usize = 128;

/// The cell behind one end, up to the next, which is number `at` and not the first of all.
#[inline(always)]
fn between(ends: &[u32], at: usize) -> (u32, u32) {
    match ends.get(at - 1..).and_then(|it| it.first_chunk::<2>()) {
        Some([before, end]) => (before + 1, *end),
        None => (0, 0),
    }
}

/// The cell of a row that is plain as far as is known; an empty one of any other.
#[inline(always)]
fn cell(ends: &[u32], row: &TextRow, place: usize, width: usize) -> (u32, u32) {
    if !row.is_plain || place >= width {
        return (0, 0);
    }
    let at = row.first as usize + place;
    let start = match place {
        0 => row.start,
        // The separator stands at the end of the cell before.
        _ => ends.get(at - 1).map_or(0, |end| end + 1),
    };
    (start, ends.get(at).copied().unwrap_or(0))
}

/// Takes the item of a column out of the sets of the rows in which it has no value.
fn note_absent(column: &TextColumn<i64>, present: &mut [u32]) {
    let others = !ItemSet::EMPTY.with(column.item()).bits();
    let valid = column.validity();
    for (word, sets) in present.chunks_mut(64).enumerate() {
        let mut absent = !valid.word(64 * word);
        while let Some(set) = sets.get_mut(absent.trailing_zeros() as usize) {
            *set &= others;
            absent &= absent - 1;
        }
    }
}
