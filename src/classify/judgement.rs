//! What one reading or mean of one item means.

use crate::classify::classifier::Classifier;
use crate::classify::cutoff_table::ItemOutcome;
use crate::classify::undecidable::{best_below, decided_class};
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::rounding::Comparison;
use crate::reading::mean::accumulator::Accumulator;
use crate::reading::mean::mean::Mean;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::{Missing, Reading, ReadingError, check, impossible, quoted};
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::tables::gb3838_2002::SATURATION_OF_CLASS_I;

/// What was measured of one item: a single reading or the mean of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "no allocation; measurements are not kept in bulk")]
pub enum Measurement {
    /// A single reading.
    Reading(Reading),
    /// The mean of a period.
    Mean(Mean),
}

impl From<Reading> for Measurement {
    fn from(reading: Reading) -> Self {
        Self::Reading(reading)
    }
}

impl From<Mean> for Measurement {
    fn from(mean: Mean) -> Self {
        Self::Mean(mean)
    }
}

/// The outcome for one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// The value has a class.
    Classed(Classed),
    /// Below a detection limit whose half exceeds the decisive limit: the true value may
    /// still meet it.
    Undecidable {
        /// Half the detection limit, or the mean of such halves.
        value: Quantity,
        /// The detection limit; the greatest, where there are several.
        detection_limit: Decimal,
        /// The class against which nothing can be decided.
        against: Class,
    },
    /// There is no value, and why.
    Absent(Missing),
    /// The standard limits no value of the item here: total nitrogen of rivers, water
    /// temperature. A plan may.
    NotLimited(Unclassed),
}

impl Judgement {
    /// The same without its value.
    pub(crate) const fn outcome(&self) -> ItemOutcome {
        match self {
            Self::Classed(classed) => ItemOutcome::Classed(classed.class),
            Self::Undecidable { .. } => ItemOutcome::Undecidable,
            Self::NotLimited(_) => ItemOutcome::NotLimited,
            Self::Absent(why) => ItemOutcome::Absent(*why),
        }
    }

    /// What enters a mean over sections: the value, and its detection limit where it is below
    /// one.
    pub(crate) fn quantity(&self) -> Option<(Quantity, Option<Decimal>)> {
        match self {
            Self::Classed(classed) => Some((classed.value, classed.detection_limit)),
            Self::NotLimited(other) => Some((other.value, other.detection_limit)),
            Self::Undecidable { value, detection_limit, .. } => {
                Some((*value, Some(*detection_limit)))
            }
            Self::Absent(_) => None,
        }
    }
}

/// A value with its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classed {
    pub(crate) class: Class,
    pub(crate) value: Quantity,
    pub(crate) detection_limit: Option<Decimal>,
}

/// A value of an item without limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclassed {
    pub(crate) value: Quantity,
    pub(crate) detection_limit: Option<Decimal>,
}

impl Unclassed {
    /// The exact value, before any rounding; half of a detection limit where it is below one.
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

impl Classed {
    /// The best class whose limit the value meets, or inferior V.
    #[must_use]
    pub const fn class(&self) -> Class {
        self.class
    }

    /// The exact value that was compared, before any rounding.
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

impl Classifier {
    /// The best class whose limit the value meets, or inferior V; `None` where the standard
    /// limits no value of the item.
    ///
    /// The item need not be among those that take part.
    ///
    /// # Errors
    /// For a negative concentration and a pH outside 0 to 14.
    ///
    /// # Reference
    /// GB 3838-2002, Table 1 (P); a pH outside 6–9 is inferior V (F).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, Item, WaterBody};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// assert_eq!(river.class_of(Item::PermanganateIndex, "2.0374".parse()?)?, Some(Class::II));
    /// // Equal limits: copper can only be I, II or inferior V.
    /// assert_eq!(river.class_of(Item::Copper, "1.0".parse()?)?, Some(Class::II));
    /// // A value equal to its limit meets it.
    /// assert_eq!(river.class_of(Item::AmmoniaNitrogen, "0.15".parse()?)?, Some(Class::I));
    /// // No oxygen at all is the worst class, not "no class".
    /// assert_eq!(river.class_of(Item::DissolvedOxygen, 0.into())?, Some(Class::InferiorV));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    ///
    /// # Example: rounding first changes classes
    /// ```
    /// # use gb3838::{Class, Classifier, Item, WaterBody};
    /// let means = Classifier::for_means(WaterBody::River);
    /// // Half to even: pH 5.5 becomes 6, 9.5 becomes 10.
    /// assert_eq!(means.class_of(Item::Ph, "5.5".parse()?)?, Some(Class::I));
    /// assert_eq!(means.class_of(Item::Ph, "9.5".parse()?)?, Some(Class::InferiorV));
    /// assert_eq!(means.class_of(Item::DissolvedOxygen, "4.95".parse()?)?, Some(Class::III));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn class_of(&self, item: Item, value: Decimal) -> Result<Option<Class>, ReadingError> {
        if let Some(reason) = impossible(value, item) {
            return Err(ReadingError::new(quoted(value), item, reason));
        }
        Ok(self.cutoffs(item).map(|cutoffs| cutoffs.class_of(|edge| value.compare(edge))))
    }

    /// The class of dissolved oxygen where class I is decided by saturation.
    ///
    /// The standard prints class I as "90 % saturation (or 7.5 mg/L)" and defines neither the
    /// saturation nor which of the two holds. [`Classifier::class_of`] takes 7.5 mg/L; this
    /// is the other reading, for callers who measured the saturation (temperature and pressure
    /// are theirs): class I when either holds.
    ///
    /// # Errors
    /// For a negative concentration or saturation.
    ///
    /// # Reference
    /// GB 3838-2002, Table 1, item 3 (P); "either" is ours. No published class needs it (F).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, Decimal, Item, WaterBody};
    ///
    /// // Warm water at 92 % saturation holds less than 7.5 mg/L.
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let oxygen = Decimal::parse("7.1")?;
    /// assert_eq!(river.class_of(Item::DissolvedOxygen, oxygen)?, Some(Class::II));
    /// assert_eq!(river.oxygen_class(oxygen, 92.into())?, Some(Class::I));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn oxygen_class(
        &self,
        concentration: Decimal,
        saturation_percent: Decimal,
    ) -> Result<Option<Class>, ReadingError> {
        let item = Item::DissolvedOxygen;
        if let Some(reason) = impossible(saturation_percent, item) {
            return Err(ReadingError::new(quoted(saturation_percent), item, reason));
        }
        let class = self.class_of(item, concentration)?;
        let saturated = SATURATION_OF_CLASS_I.holds_where(|edge| saturation_percent.compare(edge));
        Ok(if saturated { class.map(|_| Class::I) } else { class })
    }

    /// The class of an exact quantity, such as a mean.
    #[must_use]
    pub fn class_of_quantity(&self, item: Item, value: &Quantity) -> Option<Class> {
        self.cutoffs(item).map(|cutoffs| cutoffs.class_of(|edge| value.compare(edge)))
    }

    /// What a reading or a mean of an item means.
    ///
    /// A result below a detection limit is classed by half of the limit. When that half fails
    /// the decisive class (III, or the target) although the true value may still meet it, the
    /// item is [`Judgement::Undecidable`]. A mean with such results in it is classed by its
    /// value; only a mean of nothing else is itself such a result.
    ///
    /// # Errors
    /// For a negative concentration, a pH outside 0 to 14, and a detection limit of zero, less,
    /// or of an item that has none.
    ///
    /// # Reference
    /// GB 3838-2002, Table 1 (P) and Tables 4–6; the wording of "undecidable" is ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, Item, Judgement, Reading, WaterBody};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let cell = Reading::parse("0.5L", Item::Lead)?;
    /// // Half of 0.5 exceeds the limit of 0.05, and proves nothing.
    /// assert!(matches!(
    ///     river.judge(Item::Lead, &cell.into())?,
    ///     Judgement::Undecidable { against: Class::III, .. }
    /// ));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn judge(&self, item: Item, measurement: &Measurement) -> Result<Judgement, ReadingError> {
        self.judge_against(item, measurement, self.decisive_class())
    }

    /// What a reading or a mean of an item means, where a result below a detection limit must be
    /// decidable against a class of the caller's: a target, say.
    ///
    /// # Errors
    /// As [`Classifier::judge`].
    ///
    /// # Reference
    /// As [`Classifier::judge`].
    pub fn judge_against(
        &self,
        item: Item,
        measurement: &Measurement,
        against: Class,
    ) -> Result<Judgement, ReadingError> {
        match measurement {
            Measurement::Reading(reading) => self.judge_reading(item, reading, against),
            Measurement::Mean(mean) => {
                Ok(self.judge_quantity(item, *mean.value(), mean.detection_limit(), against))
            }
        }
    }

    /// What a single reading of an item means; see [`Classifier::judge_against`].
    pub(crate) fn judge_reading(
        &self,
        item: Item,
        reading: &Reading,
        against: Class,
    ) -> Result<Judgement, ReadingError> {
        check(reading, item)?;
        let (value, limit) = match reading {
            Reading::Value(value) => (Quantity::from(*value), None),
            Reading::Below(limit) => (half(*limit), Some(*limit)),
            Reading::Missing(missing) => return Ok(Judgement::Absent(*missing)),
        };
        Ok(self.judge_quantity(item, value, limit, against))
    }

    /// What a running sum of an item means: its exact mean, classed as [`Classifier::judge`] does;
    /// `None` where nothing was added. Where all of it is below detection limits, the mean is a
    /// result below the greatest of them.
    ///
    /// # Errors
    /// When the exact mean has no room.
    ///
    /// # Reference
    /// As [`Classifier::judge`].
    ///
    /// # Example
    /// ```
    /// use gb3838::{Accumulator, Class, Classifier, Item, Judgement, Reading, WaterBody};
    ///
    /// let mut sum = Accumulator::new(Item::AmmoniaNitrogen);
    /// for cell in ["1.00", "1.01"] {
    ///     sum.add(&Reading::parse(cell, Item::AmmoniaNitrogen)?)?;
    /// }
    /// // 1.005, half to even 1.00: class III.
    /// let means = Classifier::for_means(WaterBody::River);
    /// let judged = means.judge_sum(&sum, Class::III)?;
    /// assert!(matches!(judged, Some(Judgement::Classed(classed)) if classed.class() == Class::III));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn judge_sum(
        &self,
        sum: &Accumulator,
        against: Class,
    ) -> Result<Option<Judgement>, ExactOverflow> {
        let limit = sum.greatest_detection_limit().filter(|_| sum.is_below_detection());
        let mean = sum.mean()?;
        Ok(mean.map(|mean| self.judge_quantity(sum.item(), mean, limit, against)))
    }

    /// What a possible quantity means; half of the detection limit where it is below one.
    pub(crate) fn judge_quantity(
        &self,
        item: Item,
        value: Quantity,
        limit: Option<Decimal>,
        against: Class,
    ) -> Judgement {
        let Some(cutoffs) = self.cutoffs(item) else {
            return Judgement::NotLimited(Unclassed { value, detection_limit: limit });
        };
        let class = cutoffs.class_of(|edge| value.compare(edge));
        let best = || limit.map(|_| best_below(cutoffs, &value));
        let is_open = decided_class(class, best, against).is_none();
        match limit {
            // Without a detection limit there is no `best`, and each class is decided.
            Some(detection_limit) if is_open => {
                Judgement::Undecidable { value, detection_limit, against }
            }
            detection_limit => Judgement::Classed(Classed { class, value, detection_limit }),
        }
    }

    /// A quantity as it is compared: rounded to the assessment decimals, or in full.
    pub(crate) fn compared(&self, item: Item, value: &Quantity) -> Quantity {
        match self.comparison() {
            Comparison::FullValue => *value,
            // A value too long to be rounded has no more than the assessment decimals.
            Comparison::RoundFirst => {
                value.round(item.assessment_decimals()).map_or(*value, Quantity::from)
            }
        }
    }
}

/// Half of a number, exactly.
pub(crate) fn half(number: Decimal) -> Quantity {
    if let Ok(half) = number.half() {
        return half.into();
    }
    let whole = Fraction::from(number);
    // A decimal has 64 bits, so its half always has room.
    Quantity::from(whole.divided_by_count(2).unwrap_or(whole))
}
