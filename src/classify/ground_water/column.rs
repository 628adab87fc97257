//! A column of ground-water values, graded by the loop that classes surface water.

use crate::classify::batch::columns::ScaledValue;
use crate::classify::batch::dispatch;
use crate::classify::batch::judge::greatest_possible;
use crate::classify::batch::kernel::{BLOCK, Kernel, KernelWork};
use crate::classify::batch::steps::Steps;
use crate::classify::batch::value::{Count, Value};
use crate::classify::ground_water::judgement::GroundWaterGrade;
use crate::cpu::{CpuLevel, CpuLevelError};
use crate::number::decimal::Decimal;
use crate::standard::cutoff::{Cutoff, CutoffSide};
use crate::standard::ground_water::class::GroundWaterClass;
use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::ground_water::limits::GroundWaterLimits;
use crate::standard::item::Item;

/// The values of one item of ground water, one a well, in the unit of its limits.
///
/// NaN, and a declared missing value, are no value. The full value is compared. Results below
/// a detection limit, and words, are [judged one by one](GroundWaterItem::judge).
///
/// # Reference
/// GB/T 14848-2017, Table 1 and 6.2 (S).
///
/// # Example
/// ```
/// use gb3838::ground_water::{GroundWaterColumn, GroundWaterGrade, GroundWaterItem};
///
/// let iron = GroundWaterColumn::new(GroundWaterItem::Iron, &[0.3, f64::NAN, 1.99, 2.01, -0.1])?;
/// let mut codes = [0; 5];
/// let summary = iron.grades(&mut codes)?;
/// let grades = codes.map(|code| GroundWaterGrade::from_code(code).map(|grade| grade.to_string()));
/// assert_eq!(grades.each_ref().map(Option::as_deref), [Some("III"), None, Some("IV"), Some("V"), None]);
/// // An impossible value has no grade, and is said.
/// assert_eq!((summary.impossible(), summary.first_impossible()), (1, Some(4)));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GroundWaterColumn<'a, T> {
    item: GroundWaterItem,
    values: &'a [T],
    scale: u8,
    missing: Option<T>,
    level: CpuLevel,
}

/// A column of ground water that cannot be graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GroundWaterColumnError {
    /// The limits of the item are words.
    #[error("{item} is limited in words: expected an item whose limits are numbers")]
    Words {
        /// The item.
        item: GroundWaterItem,
    },
    /// Integers have more decimal places than a decimal can.
    #[error("the column of {item} has scale {scale}: expected at most 18")]
    Scale {
        /// The item.
        item: GroundWaterItem,
        /// Its scale.
        scale: u8,
    },
    /// A buffer has another length than the column.
    #[error("the buffer has {length} places: expected {rows}, one a row")]
    BufferLength {
        /// Its length.
        length: usize,
        /// The rows of the column.
        rows: usize,
    },
}

/// What a call on a column of ground water could not grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroundWaterSummary {
    impossible: usize,
    first: Option<usize>,
}

impl GroundWaterSummary {
    /// The number of impossible values: negative, infinite, a pH above 14. They have code 0.
    #[must_use]
    pub const fn impossible(&self) -> usize {
        self.impossible
    }

    /// The row of the first of them, from 0.
    #[must_use]
    pub const fn first_impossible(&self) -> Option<usize> {
        self.first
    }
}

impl<'a, T: Value> GroundWaterColumn<'a, T> {
    /// A column of whole numbers or floats.
    ///
    /// # Errors
    /// For items whose limits are words.
    pub fn new(item: GroundWaterItem, values: &'a [T]) -> Result<Self, GroundWaterColumnError> {
        if matches!(item.limits(), GroundWaterLimits::NoneSeen) {
            return Err(GroundWaterColumnError::Words { item });
        }
        Ok(Self { item, values, scale: 0, missing: None, level: CpuLevel::detect() })
    }

    /// Declares a value that means "not measured", such as -1 or -9999.
    #[must_use]
    pub const fn with_missing(mut self, missing: T) -> Self {
        self.missing = Some(missing);
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

    /// The item.
    #[must_use]
    pub const fn item(&self) -> GroundWaterItem {
        self.item
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.values.len()
    }

    /// Writes the [code](GroundWaterGrade::code) of each row, 0 where there is no value.
    ///
    /// The codes are those of [`GroundWaterItem::class_of`], value by value. The worst of
    /// several items in a well is the greatest of its codes.
    ///
    /// # Errors
    /// When the buffer has another length.
    pub fn grades(&self, codes: &mut [u8]) -> Result<GroundWaterSummary, GroundWaterColumnError> {
        let (length, rows) = (codes.len(), self.rows());
        if length != rows {
            return Err(GroundWaterColumnError::BufferLength { length, rows });
        }
        let (first, second) = passes(self.item, self.scale);
        let rows = ColumnRows { column: self, first: &first, second: second.as_ref(), codes };
        Ok(dispatch::run(rows, self.level))
    }
}

impl<'a, T: ScaledValue> GroundWaterColumn<'a, T> {
    /// A column of integers that stand for `value · 10⁻ˢᶜᵃˡᵉ`.
    ///
    /// # Errors
    /// For items whose limits are words, and more than [`Decimal::MAX_SCALE`] places.
    pub fn scaled(
        item: GroundWaterItem,
        values: &'a [T],
        scale: u8,
    ) -> Result<Self, GroundWaterColumnError> {
        if scale > Decimal::MAX_SCALE {
            return Err(GroundWaterColumnError::Scale { item, scale });
        }
        Ok(Self { scale, ..Self::new(item, values)? })
    }
}

/// Steps, and the grade's code for each code that they give.
struct Pass<T> {
    steps: Steps<T>,
    codes: [u8; 7],
}

/// The steps of an item: two ranges for pH, one set of steps for all others.
fn passes<T: Value>(item: GroundWaterItem, scale: u8) -> (Pass<T>, Option<Pass<T>>) {
    const V: u8 = GroundWaterGrade::Class(GroundWaterClass::V).code();
    const IV_OR_V: u8 = GroundWaterGrade::IvOrV.code();
    let upper = |limit: &Decimal| Cutoff::of_full_value(*limit, CutoffSide::Upper);
    let lower = |limit: &Decimal| Cutoff::of_full_value(*limit, CutoffSide::Lower);
    let ordered = |cutoffs: &[Cutoff], codes| Pass {
        steps: Steps::of_ordered(cutoffs, scale, false, None),
        codes,
    };
    let range = |(low, high): &(Decimal, Decimal), outside| {
        let most = greatest_possible(Item::Ph);
        let steps = Steps::of_range(&lower(low), &upper(high), outside, scale, false, most);
        Pass { steps, codes: [0, 1, 2, 3, 4, 5, 6] }
    };
    match item.limits() {
        GroundWaterLimits::AtMost(limits) => {
            (ordered(&limits.each_ref().map(upper), [0, 1, 2, 3, 4, V, V]), None)
        }
        GroundWaterLimits::NotDetectedThenAtMost([ii, iii, iv]) => {
            let limits = [&Decimal::ZERO, ii, iii, iv].map(upper);
            (ordered(&limits, [0, 1, 2, 3, 4, V, V]), None)
        }
        GroundWaterLimits::AtMostThenOpen(limits) => {
            let codes = [0, 1, 2, 3, IV_OR_V, IV_OR_V, IV_OR_V];
            (ordered(&limits.each_ref().map(upper), codes), None)
        }
        GroundWaterLimits::Within { i_to_iii, iv } => {
            (range(i_to_iii, GroundWaterClass::IV as u8), Some(range(iv, V)))
        }
        // A column of words is refused before.
        GroundWaterLimits::NoneSeen => (ordered(&[], [0; 7]), None),
    }
}

/// A column, its steps, and a buffer that has been checked.
struct ColumnRows<'c, 'a, T> {
    column: &'c GroundWaterColumn<'a, T>,
    first: &'c Pass<T>,
    second: Option<&'c Pass<T>>,
    codes: &'c mut [u8],
}

impl<T: Value> KernelWork for ColumnRows<'_, '_, T> {
    type Output = GroundWaterSummary;

    #[inline(always)]
    fn done_by<K: Kernel>(self) -> GroundWaterSummary {
        let mut summary = GroundWaterSummary::default();
        let mut scratch = [T::Count::ZERO; BLOCK];
        let missing = self.column.missing;
        let blocks = self.column.values.chunks(BLOCK).zip(self.codes.chunks_mut(BLOCK));
        for (place, (values, codes)) in blocks.enumerate() {
            let mut block = [T::ZERO; BLOCK];
            block[..values.len()].copy_from_slice(values);
            let mut has_impossible = false;
            codes.fill(0);
            for pass in [Some(self.first), self.second].into_iter().flatten() {
                let mut found = [0; BLOCK];
                let judged = K::codes(&block, &pass.steps, missing, None, &mut scratch, &mut found);
                has_impossible |= judged.is_none();
                for (code, found) in codes.iter_mut().zip(found) {
                    *code = (*code).max(pass.codes[usize::from(found.min(6))]);
                }
            }
            if has_impossible {
                for (row, (value, code)) in values.iter().zip(codes).enumerate() {
                    if missing != Some(*value) && self.first.steps.is_impossible(*value) {
                        *code = 0;
                        summary.impossible += 1;
                        summary.first = summary.first.or(Some(place * BLOCK + row));
                    }
                }
            }
        }
        summary
    }
}
