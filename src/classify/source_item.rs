//! Does an item of Tables 2 and 3 meet its limit? Pass or fail, never a class.

use crate::classify::judgement::half;
use crate::classify::undecidable::decided;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
#[cfg(feature = "alloc")]
use crate::reading::mean::other_series::OtherMean;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::{Missing, Reading};
use crate::reading::other_readings::{OtherReadingError, check_mean, check_other};
use crate::reading::possible::Kind;
use crate::standard::source_item::SourceItem;

/// What was measured of an item of Tables 2 and 3, in mg/L.
///
/// # Reference
/// GB 3838-2002, Tables 2 and 3 (P).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceMeasurement {
    /// A single reading.
    Reading(Reading),
    /// The mean of a period: see [`SourceMeasurement::mean`].
    Mean {
        /// The exact mean, half of a detection limit entering for a result below it.
        value: Fraction,
        /// The greatest detection limit, where all values were below one: such a mean proves
        /// no exceedance.
        detection_limit: Option<Decimal>,
    },
}

impl SourceMeasurement {
    /// The mean of all values among some readings, exactly; `None` when there is no value.
    ///
    /// # Errors
    /// When a reading is impossible, or the exact sum has no room.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号, 7 (S): half the detection limit enters.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Notation, source::{SourceItem, SourceJudgement, SourceMeasurement}};
    ///
    /// let read = |cell| Notation::new().parse_source(cell, SourceItem::Iron);
    /// // (0.5 + 0.05) / 2 = 0.275 meets 0.3.
    /// let readings = [read("0.5")?, read("0.1L")?, read("--")?];
    /// let mean = SourceMeasurement::mean(SourceItem::Iron, &readings)?;
    /// let judged = mean.map(|mean| SourceItem::Iron.judge(&mean)).transpose()?;
    /// assert!(matches!(judged, Some(SourceJudgement::Passed(_))));
    /// assert_eq!(SourceMeasurement::mean(SourceItem::Iron, &[read("--")?])?, None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn mean(item: SourceItem, readings: &[Reading]) -> Result<Option<Self>, SourceMeanError> {
        let (mut sum, mut count) = (Fraction::ZERO, 0);
        let (mut greatest, mut all_below) = (None, true);
        for reading in readings {
            check_other(reading, Kind::Amount, item.name_en())?;
            let value = match reading {
                Reading::Missing(_) => continue,
                Reading::Below(limit) => {
                    greatest = greatest.max(Some(*limit));
                    half(*limit)
                }
                Reading::Value(value) => {
                    all_below = false;
                    Quantity::from(*value)
                }
            };
            // Neither a value nor half of a limit is a mean of hydrogen ions.
            sum = sum.checked_add(&value.exact().unwrap_or(Fraction::ZERO))?;
            count += 1;
        }
        if count == 0 {
            return Ok(None);
        }
        let value = sum.divided_by_count(count)?;
        Ok(Some(Self::Mean { value, detection_limit: greatest.filter(|_| all_below) }))
    }
}

/// Readings of an item of Tables 2 and 3 that have no mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SourceMeanError {
    /// A reading is impossible.
    #[error(transparent)]
    Impossible(#[from] OtherReadingError),
    /// The exact mean has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

#[cfg(feature = "alloc")]
impl From<OtherMean> for SourceMeasurement {
    fn from(mean: OtherMean) -> Self {
        Self::Mean { value: *mean.value(), detection_limit: mean.detection_limit() }
    }
}

impl From<Reading> for SourceMeasurement {
    fn from(reading: Reading) -> Self {
        Self::Reading(reading)
    }
}

/// The outcome for one item of Tables 2 and 3.
///
/// # Reference
/// GB 3838-2002, Tables 2 and 3 (P); "undecidable" is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceJudgement {
    /// The value meets the limit.
    Passed(SourceValue),
    /// The value exceeds the limit.
    Failed(SourceValue),
    /// Below a detection limit whose half exceeds the limit: the true value may still meet it.
    Undecidable {
        /// The detection limit.
        detection_limit: Decimal,
    },
    /// There is no value, and why.
    Absent(Missing),
}

/// A value that was held against the limit of its item.
///
/// # Reference
/// GB 3838-2002, Tables 2 and 3 (P).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceValue {
    value: Quantity,
    detection_limit: Option<Decimal>,
}

impl SourceValue {
    /// The exact value in mg/L; half of a detection limit where it is below one.
    #[must_use]
    pub const fn value(&self) -> &Quantity {
        &self.value
    }

    /// Whether it is half of a detection limit.
    #[must_use]
    pub const fn is_below_detection(&self) -> bool {
        self.detection_limit.is_some()
    }
}

impl SourceItem {
    /// Whether a reading or mean meets the limit, at full value: there are no assessment
    /// decimals for these items.
    ///
    /// # Errors
    /// For a negative concentration, and a detection limit of zero or less.
    ///
    /// # Reference
    /// GB 3838-2002, Tables 2 and 3 (P); half the detection limit: 82号, 7 (S); the wording
    /// of "undecidable" is ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Notation, source::{SourceItem, SourceJudgement}};
    ///
    /// let judge = |cell, item: SourceItem| -> Result<_, gb3838::Error> {
    ///     Ok(item.judge(&Notation::new().parse_source(cell, item)?.into())?)
    /// };
    /// // A value equal to its limit meets it, and nothing is rounded before.
    /// assert!(matches!(judge("0.3", SourceItem::Iron)?, SourceJudgement::Passed(_)));
    /// assert!(matches!(judge("0.3004", SourceItem::Iron)?, SourceJudgement::Failed(_)));
    /// // Acetaldehyde: limit 0.05, and the only listed method detects 0.24. A result below
    /// // it neither passes nor fails.
    /// let undecidable = judge("0.24L", SourceItem::Acetaldehyde)?;
    /// assert!(matches!(undecidable, SourceJudgement::Undecidable { .. }));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn judge(
        self,
        measurement: &SourceMeasurement,
    ) -> Result<SourceJudgement, OtherReadingError> {
        match measurement {
            SourceMeasurement::Reading(reading) => {
                check_other(reading, Kind::Amount, self.name_en())?;
            }
            SourceMeasurement::Mean { value, detection_limit } => {
                check_mean(value, self.name_en())?;
                if let Some(limit) = detection_limit {
                    check_other(&Reading::Below(*limit), Kind::Amount, self.name_en())?;
                }
            }
        }
        let (value, detection_limit) = match measurement {
            SourceMeasurement::Mean { value, detection_limit } => {
                (Quantity::from(*value), *detection_limit)
            }
            SourceMeasurement::Reading(Reading::Value(value)) => (Quantity::from(*value), None),
            SourceMeasurement::Reading(Reading::Below(limit)) => (half(*limit), Some(*limit)),
            SourceMeasurement::Reading(Reading::Missing(missing)) => {
                return Ok(SourceJudgement::Absent(*missing));
            }
        };
        let checked = SourceValue { value, detection_limit };
        let meets = self.limit().holds_where(|limit| value.compare(limit));
        // The limits of these items are upper ones, and zero keeps to each.
        let zero = || self.limit().holds(&Fraction::ZERO);
        Ok(match (detection_limit, decided(meets, detection_limit.is_some(), zero)) {
            (Some(detection_limit), None) => SourceJudgement::Undecidable { detection_limit },
            (_, Some(true)) => SourceJudgement::Passed(checked),
            (_, Some(false)) | (None, None) => SourceJudgement::Failed(checked),
        })
    }
}
