//! Where answers go: the caller's buffers, and the summary that a call returns.

use crate::classify::batch::error::BatchError;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// The caller's buffers for the answers of a call: any of them, one entry a row each.
///
/// Classes are bytes as in [`ClassCode`](crate::ClassCode): 0 for none, 1 to 5 for I to V, 6
/// for inferior V. Sets of items are [`ItemSet::bits`](crate::ItemSet::bits).
///
/// # Example
/// ```
/// use gb3838::{Batch, Classifier, Column, Item, Outputs, WaterBody};
///
/// let classifier = Classifier::for_readings(WaterBody::River);
/// let columns = [
///     Column::new(Item::DissolvedOxygen, &[8.0, 4.0]),
///     Column::new(Item::AmmoniaNitrogen, &[0.3, 0.3]),
/// ];
/// let (mut class, mut ammonia) = ([0; 2], [0; 2]);
/// let outputs = Outputs::new().with_class(&mut class).with_item(Item::AmmoniaNitrogen, &mut ammonia);
/// Batch::new(&classifier, &columns)?.run(outputs)?;
/// assert_eq!((class, ammonia), ([2, 4], [2, 2]));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Outputs<'o> {
    pub(crate) class: Option<&'o mut [u8]>,
    pub(crate) determining: Option<&'o mut [u32]>,
    pub(crate) participating: Option<&'o mut [u32]>,
    pub(crate) undecidable: Option<&'o mut [u32]>,
    pub(crate) impossible: Option<&'o mut [u32]>,
    pub(crate) met: Option<(&'o [u8], &'o mut [u8])>,
    pub(crate) items: [Option<&'o mut [u8]>; 24],
}

impl<'o> Outputs<'o> {
    /// The byte of [`Outputs::with_met`] where there is no class or no target.
    pub const NOT_ASSESSED: u8 = 0;
    /// The byte of [`Outputs::with_met`] where the class is no worse than the target.
    pub const MET: u8 = 1;
    /// The byte of [`Outputs::with_met`] where the class is worse than the target.
    pub const MISSED: u8 = 2;

    /// No buffer yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The class of each row: the worst of its items.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S): 单因子评价法, the single-factor method.
    #[must_use]
    pub fn with_class(mut self, buffer: &'o mut [u8]) -> Self {
        self.class = Some(buffer);
        self
    }

    /// The items whose class is the class of the row.
    #[must_use]
    pub fn with_determining(mut self, buffer: &'o mut [u32]) -> Self {
        self.determining = Some(buffer);
        self
    }

    /// The items that have a class and take part in that of the row.
    #[must_use]
    pub fn with_participating(mut self, buffer: &'o mut [u32]) -> Self {
        self.participating = Some(buffer);
        self
    }

    /// The items that take no part because a result below the detection limit decides
    /// nothing about the decisive class.
    #[must_use]
    pub fn with_undecidable(mut self, buffer: &'o mut [u32]) -> Self {
        self.undecidable = Some(buffer);
        self
    }

    /// The items whose value no water can have, as [`Summary::impossible`] counts them: they
    /// have no class in that row.
    ///
    /// # Reference
    /// Ours: a negative concentration and a pH outside 0 to 14 are errors of single readings.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Batch, Classifier, Column, Item, ItemSet, Outputs, WaterBody};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let columns = [
    ///     Column::new(Item::Ph, &[7.0, 71.0]),
    ///     Column::new(Item::AmmoniaNitrogen, &[0.3, 0.3]),
    /// ];
    /// let mut impossible = [0; 2];
    /// Batch::new(&river, &columns)?.run(Outputs::new().with_impossible(&mut impossible))?;
    /// assert_eq!(impossible.map(ItemSet::from_bits), [ItemSet::EMPTY, "pH".parse()?]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn with_impossible(mut self, buffer: &'o mut [u32]) -> Self {
        self.impossible = Some(buffer);
        self
    }

    /// Whether each row meets its target: [`Outputs::MET`], [`Outputs::MISSED`] or
    /// [`Outputs::NOT_ASSESSED`].
    ///
    /// A target is a byte as a class is, 0 for no target. A result below a detection limit that
    /// decides nothing against the target neither meets nor misses it, as
    /// [`Target::judge`](crate::Target::judge) has it.
    #[must_use]
    pub fn with_met(mut self, targets: &'o [u8], buffer: &'o mut [u8]) -> Self {
        self.met = Some((targets, buffer));
        self
    }

    /// The class of one item, also of a reference item or one that is not asked for.
    #[must_use]
    pub fn with_item(mut self, item: Item, buffer: &'o mut [u8]) -> Self {
        self.items[item.index()] = Some(buffer);
        self
    }

    /// The byte of [`Outputs::with_met`] for a class and a target, each 0 for none, where no result
    /// is below a detection limit.
    #[inline(always)]
    pub(crate) fn of_target(class: u8, target: u8) -> u8 {
        let missed = u8::from(class > target);
        if class == 0 || target == 0 { Self::NOT_ASSESSED } else { Self::MET + missed }
    }

    /// All buffers have so many places, targets are classes, and items are among those there are.
    pub(crate) fn check(&self, rows: usize, items: ItemSet) -> Result<(), BatchError> {
        let same = |buffer: &'static str, length: Option<usize>| match length {
            Some(length) if length != rows => {
                Err(BatchError::BufferLength { buffer, length, rows })
            }
            _ => Ok(()),
        };
        same("class", self.class.as_ref().map(|buffer| buffer.len()))?;
        same("determining", self.determining.as_ref().map(|buffer| buffer.len()))?;
        same("participating", self.participating.as_ref().map(|buffer| buffer.len()))?;
        same("undecidable", self.undecidable.as_ref().map(|buffer| buffer.len()))?;
        same("impossible", self.impossible.as_ref().map(|buffer| buffer.len()))?;
        for (item, buffer) in Item::ALL.into_iter().zip(&self.items) {
            same("item", buffer.as_ref().map(|buffer| buffer.len()))?;
            if buffer.is_some() && !items.contains(item) {
                return Err(BatchError::NoColumn { item });
            }
        }
        if let Some((targets, met)) = &self.met {
            same("targets", Some(targets.len()))?;
            same("met", Some(met.len()))?;
            if targets.iter().fold(0, |most, target| (*target).max(most)) > 6
                && let Some(row) = targets.iter().position(|target| *target > 6)
            {
                return Err(BatchError::Target { row, target: targets[row] });
            }
        }
        Ok(())
    }

    /// Cuts all buffers at a row that is within them.
    #[cfg_attr(not(feature = "std"), allow(dead_code, reason = "there are no threads then"))]
    pub(crate) fn split_at(self, row: usize) -> (Self, Self) {
        let (class, class_rest) = split(self.class, row);
        let (determining, determining_rest) = split(self.determining, row);
        let (participating, participating_rest) = split(self.participating, row);
        let (undecidable, undecidable_rest) = split(self.undecidable, row);
        let (impossible, impossible_rest) = split(self.impossible, row);
        let (met, met_rest) = match self.met {
            None => (None, None),
            Some((targets, met)) => {
                let (targets, targets_rest) = targets.split_at(row);
                let (met, met_rest) = met.split_at_mut(row);
                (Some((targets, met)), Some((targets_rest, met_rest)))
            }
        };
        let mut items = [const { None }; 24];
        let mut items_rest = [const { None }; 24];
        for (place, buffer) in self.items.into_iter().enumerate() {
            (items[place], items_rest[place]) = split(buffer, row);
        }
        (
            Self { class, determining, participating, undecidable, impossible, met, items },
            Self {
                class: class_rest,
                determining: determining_rest,
                participating: participating_rest,
                undecidable: undecidable_rest,
                impossible: impossible_rest,
                met: met_rest,
                items: items_rest,
            },
        )
    }
}

#[cfg_attr(not(feature = "std"), allow(dead_code, reason = "as above"))]
fn split<T>(buffer: Option<&mut [T]>, row: usize) -> (Option<&mut [T]>, Option<&mut [T]>) {
    buffer.map(|buffer| buffer.split_at_mut(row)).unzip()
}

/// What a call saw: rows, and values that no water can have.
///
/// An impossible value (negative, infinite, a pH outside 0 to 14, a pH below a detection
/// limit, a detection limit of zero) gives its item no class in that row and is counted here. Only columns that the
/// call looked at are counted: those that take part, and those whose own class was asked
/// for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub(crate) rows: usize,
    pub(crate) impossible: usize,
    pub(crate) first: Option<Impossible>,
}

/// The place of an impossible value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Impossible {
    pub(crate) row: usize,
    pub(crate) item: Item,
}

impl Impossible {
    /// The row, from 0.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }
}

impl Summary {
    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The number of impossible values.
    #[must_use]
    pub const fn impossible(&self) -> usize {
        self.impossible
    }

    /// The first impossible value: of the first such row, the first item of Table 1.
    #[must_use]
    pub const fn first_impossible(&self) -> Option<Impossible> {
        self.first
    }

    /// Adds the summary of the rows that follow.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Batch, Classifier, Column, Item, Outputs, WaterBody, batch::Summary};
    ///
    /// let classifier = Classifier::for_readings(WaterBody::River);
    /// let mut all = Summary::default();
    /// for chunk in [[7.0, 7.1], [7.2, -1.0]] {
    ///     let columns = [Column::new(Item::Ph, &chunk)];
    ///     all.append(Batch::new(&classifier, &columns)?.run(Outputs::new())?);
    /// }
    /// assert_eq!((all.rows(), all.impossible()), (4, 1));
    /// assert_eq!(all.first_impossible().map(|first| first.row()), Some(3));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn append(&mut self, next: Self) {
        if self.first.is_none() {
            self.first = next.first.map(|first| Impossible { row: self.rows + first.row, ..first });
        }
        self.rows += next.rows;
        self.impossible += next.impossible;
    }

    /// Counts the impossible values of one block of one item.
    pub(crate) fn count(&mut self, block: usize, rows: u64, item: Item) {
        if rows == 0 {
            return;
        }
        self.impossible += rows.count_ones() as usize;
        let row = block + rows.trailing_zeros() as usize;
        // Items come in the order of Table 1, so only an earlier row replaces the first.
        if self.first.is_none_or(|first| row < first.row) {
            self.first = Some(Impossible { row, item });
        }
    }
}

/// How many rows have which class.
///
/// # Example
/// ```
/// use gb3838::{Batch, Class, Classifier, Column, Item, WaterBody};
///
/// let classifier = Classifier::for_readings(WaterBody::River);
/// let columns = [Column::new(Item::AmmoniaNitrogen, &[0.1, 0.4, 0.4, 2.5, f64::NAN])];
/// let (counts, _) = Batch::new(&classifier, &columns)?.counts();
/// assert_eq!((counts.of(Class::II), counts.of(Class::InferiorV)), (2, 1));
/// assert_eq!((counts.classed(), counts.without_class()), (4, 1));
/// assert_eq!(counts.no_worse_than(Class::III), 3);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassCounts {
    pub(crate) by_code: [u64; 7],
}

impl ClassCounts {
    /// The rows of a class.
    #[must_use]
    pub const fn of(&self, class: Class) -> u64 {
        self.by_code[class as usize]
    }

    /// The rows of a class or a better one.
    #[must_use]
    pub fn no_worse_than(&self, class: Class) -> u64 {
        self.by_code[1..=class as usize].iter().sum()
    }

    /// The rows that have a class.
    #[must_use]
    pub fn classed(&self) -> u64 {
        self.by_code[1..].iter().sum()
    }

    /// The rows that have none.
    #[must_use]
    pub const fn without_class(&self) -> u64 {
        self.by_code[0]
    }

    /// Adds other counts.
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.by_code.iter_mut().zip(other.by_code) {
            *count += more;
        }
    }

    pub(crate) fn count(&mut self, code: u8) {
        if let Some(count) = self.by_code.get_mut(usize::from(code)) {
            *count += 1;
        }
    }
}
