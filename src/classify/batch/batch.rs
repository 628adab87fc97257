//! Columns in, classes out: the calls.

use core::ops::Range;

use crate::bits::Bits;
use crate::classify::batch::block::BatchRows;
use crate::classify::batch::columns::Column;
use crate::classify::batch::dispatch;
use crate::classify::batch::error::BatchError;
use crate::classify::batch::judge::Slot;
use crate::classify::batch::kernel::BLOCK;
use crate::classify::batch::outputs::{ClassCounts, Outputs, Summary};
use crate::classify::batch::parallel::{self, Threads};
use crate::classify::batch::value::Value;
use crate::classify::classifier::Classifier;
use crate::cpu::{CpuLevel, CpuLevelError};
use crate::number::decimal::Decimal;

/// About as many bytes as the cache of one core holds.
const CACHED_BYTES: usize = 1 << 20;

/// Columns bound to a classifier: checked and compiled, ready to be classed in whole or in
/// parts, on any number of threads, with the same answers as the scalar calls.
///
/// Rows are judged by all columns that the classifier asks for and has limits for; a column of
/// another item, or of one without limits here (water temperature, total nitrogen in a river),
/// takes no part and is no error: [`Outputs::with_participating`] says by which items a row is judged.
///
/// # Example
/// ```
/// use gb3838::{Batch, Classifier, Column, Item, ItemSet, WaterBody};
///
/// let classifier = Classifier::for_readings(WaterBody::River);
/// let columns = [
///     Column::new(Item::DissolvedOxygen, &[8.1, 4.2, f64::NAN]),
///     Column::new(Item::AmmoniaNitrogen, &[0.30, 0.31, f64::NAN]),
/// ];
/// let batch = Batch::new(&classifier, &columns)?;
///
/// let (mut class, mut determining, mut participating) = ([0; 3], [0; 3], [0; 3]);
/// batch.class_and_determining(&mut class, &mut determining, &mut participating)?;
/// // II by ammonia nitrogen, IV by dissolved oxygen, and no class without a value.
/// assert_eq!(class, [2, 4, 0]);
/// assert_eq!(ItemSet::from_bits(determining[1]).to_string(), "DO");
/// assert_eq!(ItemSet::from_bits(participating[1]).to_string(), "DO;NH3-N");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[doc(alias = "批量")]
pub struct Batch<'a, T> {
    /// The columns in the order of Table 1, without gaps.
    slots: [Option<Slot<'a, T>>; 24],
    columns: usize,
    pub(crate) rows: usize,
    /// Whether the values come from memory, so that they are asked for ahead of time.
    pub(crate) is_far: bool,
    second: Option<Bits<'a>>,
    level: CpuLevel,
    threads: Threads,
}

impl<'a, T: Value> Batch<'a, T> {
    /// Binds columns to a classifier.
    ///
    /// # Errors
    /// When columns or their bits differ in length, an item is given twice, or a scale has
    /// more than [`Decimal::MAX_SCALE`] places.
    pub fn new(classifier: &Classifier, columns: &[Column<'a, T>]) -> Result<Self, BatchError> {
        Self::bind(classifier, None, columns)
    }

    /// Binds columns of mixed rows to two classifiers: a bit of 1 chooses the second one.
    ///
    /// # Errors
    /// As [`Batch::new`], and when there are fewer bits than rows.
    ///
    /// # Example: rivers and lakes
    /// ```
    /// use gb3838::{Batch, Bits, Classifier, Column, Item, WaterBody};
    ///
    /// let river = Classifier::for_means(WaterBody::River);
    /// let lake = Classifier::for_means(WaterBody::Lake);
    /// let columns = [Column::new(Item::TotalPhosphorus, &[0.1, 0.1])];
    /// let is_lake = Bits::new(&[0b10]);
    /// let mut class = [0; 2];
    /// Batch::mixed(&river, &lake, is_lake, &columns)?.class(&mut class)?;
    /// assert_eq!(class, [2, 4]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn mixed(
        first: &Classifier,
        second: &Classifier,
        is_second: Bits<'a>,
        columns: &[Column<'a, T>],
    ) -> Result<Self, BatchError> {
        Self::bind(first, Some((second, is_second)), columns)
    }

    fn bind(
        first: &Classifier,
        second: Option<(&Classifier, Bits<'a>)>,
        columns: &[Column<'a, T>],
    ) -> Result<Self, BatchError> {
        let rows = columns.first().map_or(0, Column::rows);
        let mut slots = [const { None }; 24];
        for column in columns {
            let item = column.item;
            if column.rows != rows {
                return Err(BatchError::ColumnLength { item, length: column.rows, rows });
            }
            if column.scale > Decimal::MAX_SCALE {
                return Err(BatchError::Scale { item, scale: column.scale });
            }
            for bits in [column.validity, column.below_limit].into_iter().flatten() {
                if bits.len() < rows {
                    return Err(BatchError::BitsLength { item, length: bits.len(), rows });
                }
            }
            let slot = &mut slots[item.index()];
            if slot.is_some() {
                return Err(BatchError::ItemTwice { item });
            }
            *slot = Some(Slot::new(first, second.map(|(second, _)| second), *column));
        }
        let bits = second.map(|(_, bits)| bits);
        if let Some(bits) = bits.filter(|bits| bits.len() < rows) {
            return Err(BatchError::ClassifierBitsLength { length: bits.len(), rows });
        }
        // Move them up: the loop goes over columns, not over items.
        slots.sort_unstable_by_key(|slot| slot.as_ref().map_or(24, Slot::place));
        let columns = columns.len();
        Ok(Self {
            slots,
            columns,
            rows,
            is_far: rows.saturating_mul(columns) > CACHED_BYTES / size_of::<T>(),
            second: bits,
            level: CpuLevel::detect(),
            threads: Threads::One,
        })
    }

    /// The same, by the instructions of a level: for tests and comparisons.
    ///
    /// # Errors
    /// When this CPU, or this build, has no such level.
    pub fn with_level(mut self, level: CpuLevel) -> Result<Self, CpuLevelError> {
        self.level = level.checked()?;
        Ok(self)
    }

    /// The same, on some threads. The answers do not depend on it.
    #[must_use]
    pub const fn with_threads(mut self, threads: Threads) -> Self {
        self.threads = threads;
        self
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The instructions that are used.
    #[must_use]
    pub const fn level(&self) -> CpuLevel {
        self.level
    }

    /// Some of the rows, to drive a long call in parts: show progress, or stop.
    ///
    /// Rows beyond the end are left out. Parts are fastest when they start at a multiple of
    /// 64 rows and are long enough: some thousands.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Batch, Classifier, Column, Item, WaterBody, batch::Summary};
    ///
    /// let values = vec![0.4; 10_000];
    /// let columns = [Column::new(Item::AmmoniaNitrogen, &values)];
    /// let batch = Batch::new(&Classifier::for_readings(WaterBody::River), &columns)?;
    /// let mut class = vec![0; batch.rows()];
    /// let mut all = Summary::default();
    /// for (part, buffer) in batch.parts(4_096).zip(class.chunks_mut(4_096)) {
    ///     all.append(part.class(buffer)?);
    ///     eprintln!("{} of {} rows", all.rows(), batch.rows());
    /// }
    /// assert_eq!(class, [2; 10_000]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn part(&self, rows: Range<usize>) -> Self {
        let end = rows.end.min(self.rows);
        let start = rows.start.min(end);
        let mut part = *self;
        part.rows = end - start;
        part.second = self.second.map(|bits| bits.skip(start));
        for slot in part.slots.iter_mut().flatten() {
            slot.column = slot.column.part(start, end - start);
        }
        part
    }

    /// All rows in parts of at most `rows`, in order.
    pub fn parts(&self, rows: usize) -> impl Iterator<Item = Self> + '_ {
        let rows = rows.max(1);
        (0..self.rows).step_by(rows).map(move |start| self.part(start..start.saturating_add(rows)))
    }

    /// The class of each row, as in [`Outputs::with_class`].
    ///
    /// # Errors
    /// When the buffer has another length than the columns.
    pub fn class(&self, class: &mut [u8]) -> Result<Summary, BatchError> {
        self.run(Outputs::new().with_class(class))
    }

    /// The class of each row with its determining and its participating items.
    ///
    /// # Errors
    /// When a buffer has another length than the columns.
    pub fn class_and_determining(
        &self,
        class: &mut [u8],
        determining: &mut [u32],
        participating: &mut [u32],
    ) -> Result<Summary, BatchError> {
        let outputs = Outputs::new().with_class(class).with_determining(determining);
        self.run(outputs.with_participating(participating))
    }

    /// Whether each row meets its target, as in [`Outputs::with_met`].
    ///
    /// # Errors
    /// When a buffer has another length than the columns, or a target is no class.
    pub fn met(&self, targets: &[u8], met: &mut [u8]) -> Result<Summary, BatchError> {
        self.run(Outputs::new().with_met(targets, met))
    }

    /// Fills any buffers in one pass over the columns, without allocation.
    ///
    /// # Errors
    /// When a buffer has another length than the columns, a target is no class, or the class
    /// of an item is asked for that has no column.
    pub fn run(&self, outputs: Outputs<'_>) -> Result<Summary, BatchError> {
        self.check(&outputs)?;
        Ok(parallel::run(self, outputs, self.threads))
    }

    /// How many rows have which class, without an output for rows.
    #[must_use]
    pub fn counts(&self) -> (ClassCounts, Summary) {
        parallel::counts(self, self.threads)
    }

    /// How many rows of each group have which class: shares without an output for rows.
    ///
    /// Groups are numbered from 0; the counts are added to those of the caller. This call
    /// uses one thread, for the groups of all rows share one buffer.
    ///
    /// # Errors
    /// When there is not one group a row, or a group has no place in `counts`.
    pub fn counts_by_group(
        &self,
        groups: &[u32],
        counts: &mut [ClassCounts],
    ) -> Result<Summary, BatchError> {
        if groups.len() != self.rows {
            let (buffer, length) = ("groups", groups.len());
            return Err(BatchError::BufferLength { buffer, length, rows: self.rows });
        }
        let is_out = |group: &u32| usize::try_from(*group).is_ok_and(|group| group >= counts.len());
        if let Some(row) = groups.iter().position(is_out) {
            let (group, count) = (groups[row], counts.len());
            return Err(BatchError::Group { row, group, count });
        }
        let mut at = 0;
        Ok(self.each_class(|class| {
            for (class, group) in class.iter().zip(&groups[at..]) {
                if let Some(counts) = counts.get_mut(*group as usize) {
                    counts.count(*class);
                }
            }
            at += class.len();
        }))
    }

    /// Calls with the classes of some rows at a time, in order.
    pub(crate) fn each_class(&self, mut with: impl FnMut(&[u8])) -> Summary {
        let mut buffer = [0; 64 * BLOCK];
        let mut all = Summary::default();
        for part in self.parts(buffer.len()) {
            let class = &mut buffer[..part.rows];
            let mut out = Outputs::new().with_class(class);
            let rows = BatchRows { batch: &part, out: &mut out };
            all.append(dispatch::run(rows, self.level));
            with(class);
        }
        all
    }

    /// The columns in the order of Table 1.
    #[inline(always)]
    pub(crate) fn slots(&self) -> impl Iterator<Item = &Slot<'a, T>> {
        self.slots.iter().take(self.columns).flatten()
    }

    /// The second-classifier bits of 64 rows.
    #[inline(always)]
    pub(crate) fn second(&self, row: usize) -> u64 {
        self.second.map_or(0, |bits| bits.word(row))
    }

    pub(crate) const fn instructions(&self) -> CpuLevel {
        self.level
    }

    fn check(&self, outputs: &Outputs<'_>) -> Result<(), BatchError> {
        outputs.check(self.rows, self.slots().map(|slot| slot.column.item).collect())
    }
}
