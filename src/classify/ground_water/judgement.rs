//! Which class has an item of ground water? The shared cutoffs, for other items and classes.

use core::cmp::Ordering;
use core::fmt;

use crate::classify::judgement::half;
use crate::classify::undecidable::decided;
use crate::number::decimal::Decimal;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::{Missing, Reading};
use crate::reading::other_readings::{GroundWaterReading, OtherReadingError};
use crate::standard::cutoff::{Cutoff, CutoffSide, first_met};
use crate::standard::ground_water::class::GroundWaterClass;
use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::ground_water::limits::GroundWaterLimits;

/// The class of a value, as far as the printed limits tell it.
///
/// # Reference
/// GB/T 14848-2017, Table 1 and 6.2 (S); "IV or V" is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroundWaterGrade {
    /// The best class whose limit holds; V when none does.
    Class(GroundWaterClass),
    /// Radioactivity above class III: IV and V have the same printed limit, and the standard
    /// asks for the single nuclides there.
    IvOrV,
}

impl GroundWaterGrade {
    /// The class, where there is one.
    #[must_use]
    pub const fn class(self) -> Option<GroundWaterClass> {
        match self {
            Self::Class(class) => Some(class),
            Self::IvOrV => None,
        }
    }

    /// The code in a column: 1 to 4 for I to IV, 5 for "IV or V", 6 for V, so that a greater
    /// code is a worse grade; 0 means no grade.
    ///
    /// # Example
    /// ```
    /// use gb3838::ground_water::{GroundWaterClass, GroundWaterGrade};
    ///
    /// let worst = GroundWaterGrade::Class(GroundWaterClass::V);
    /// assert_eq!((worst.code(), GroundWaterGrade::IvOrV.code()), (6, 5));
    /// assert_eq!(GroundWaterGrade::from_code(6), Some(worst));
    /// assert_eq!(GroundWaterGrade::from_code(0), None);
    /// ```
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Class(GroundWaterClass::V) => 6,
            Self::Class(class) => class as u8,
            Self::IvOrV => 5,
        }
    }

    /// The grade of a code; `None` for 0 and where there is no such code.
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            1 => Self::Class(GroundWaterClass::I),
            2 => Self::Class(GroundWaterClass::II),
            3 => Self::Class(GroundWaterClass::III),
            4 => Self::Class(GroundWaterClass::IV),
            5 => Self::IvOrV,
            6 => Self::Class(GroundWaterClass::V),
            _ => return None,
        })
    }

    /// Whether it is no worse than a class; `None` where that cannot be said.
    #[must_use]
    pub const fn meets(self, target: GroundWaterClass) -> Option<bool> {
        match (self, target) {
            (Self::Class(class), _) => Some(class.meets(target)),
            (Self::IvOrV, GroundWaterClass::V) => Some(true),
            (Self::IvOrV, GroundWaterClass::IV) => None,
            (Self::IvOrV, _) => Some(false),
        }
    }
}

impl PartialOrd for GroundWaterGrade {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for GroundWaterGrade {
    /// A greater grade is a worse one; "IV or V" lies between IV and V.
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |grade: &Self| match grade {
            Self::Class(class) => (*class, false),
            Self::IvOrV => (GroundWaterClass::IV, true),
        };
        rank(self).cmp(&rank(other))
    }
}

impl fmt::Display for GroundWaterGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Class(class) => fmt::Display::fmt(class, f),
            Self::IvOrV => f.pad("IV_or_V"),
        }
    }
}

/// The outcome for one item of ground water.
///
/// # Reference
/// GB/T 14848-2017, 6.2 (S); "undecidable" is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundWaterJudgement {
    /// The value has a grade.
    Graded {
        /// The best class whose limit holds.
        grade: GroundWaterGrade,
        /// The number that was compared, half of a detection limit where it is below one;
        /// `None` for a printed word.
        value: Option<Quantity>,
        /// The detection limit that it is below.
        detection_limit: Option<Decimal>,
    },
    /// Below a detection limit whose half exceeds the decisive limit: the true value may
    /// still meet it.
    Undecidable {
        /// The detection limit.
        detection_limit: Decimal,
        /// The class against which nothing can be decided.
        against: GroundWaterClass,
    },
    /// There is no value, and why.
    Absent(Missing),
}

impl GroundWaterJudgement {
    /// The grade, where there is one.
    #[must_use]
    pub const fn grade(&self) -> Option<GroundWaterGrade> {
        match self {
            Self::Graded { grade, .. } => Some(*grade),
            Self::Undecidable { .. } | Self::Absent(_) => None,
        }
    }
}

impl GroundWaterItem {
    /// The class of a value: the better one where limits are equal, V beyond class IV.
    ///
    /// The standard names no decimals, so the full value is compared. A concentration of zero
    /// is "not detected".
    ///
    /// # Errors
    /// For a negative value, a pH outside 0 to 14, and items whose limits are words.
    ///
    /// # Reference
    /// GB/T 14848-2017, 6.2 (S): 从优不从劣; GB/T 8170-2008 (S): full value where a standard
    /// names no other comparison.
    ///
    /// # Example
    /// ```
    /// use gb3838::ground_water::{GroundWaterClass, GroundWaterGrade, GroundWaterItem};
    ///
    /// let class = |item: GroundWaterItem, value: &str| -> Result<_, gb3838::Error> {
    ///     Ok(item.class_of(value.parse()?)?)
    /// };
    /// use GroundWaterGrade::{Class, IvOrV};
    /// // Limits of I to III are equal: the better class.
    /// assert_eq!(class(GroundWaterItem::Fluoride, "1.0")?, Class(GroundWaterClass::I));
    /// assert_eq!(class(GroundWaterItem::Fluoride, "2.01")?, Class(GroundWaterClass::V));
    /// // pH has a second range on both sides of the first.
    /// assert_eq!(class(GroundWaterItem::Ph, "6.49")?, Class(GroundWaterClass::IV));
    /// // Radioactivity has the same printed limit for IV and V.
    /// assert_eq!(class(GroundWaterItem::GrossAlpha, "0.51")?, IvOrV);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn class_of(self, value: Decimal) -> Result<GroundWaterGrade, OtherReadingError> {
        let reading = GroundWaterReading::Number(Reading::Value(value));
        reading.check(self)?;
        Ok(self.class_of_quantity(&Quantity::from(value)))
    }

    /// The class of an exact quantity, such as a mean; where the limits are words, zero is 无.
    #[must_use]
    pub fn class_of_quantity(self, value: &Quantity) -> GroundWaterGrade {
        self.compared(|edge| value.compare(edge))
    }

    fn compared(self, value_to: impl Fn(Decimal) -> Ordering) -> GroundWaterGrade {
        let upper = |limit: Decimal| Cutoff::of_full_value(limit, CutoffSide::Upper);
        let lower = |limit: Decimal| Cutoff::of_full_value(limit, CutoffSide::Lower);
        let within = |(low, high): (Decimal, Decimal)| {
            lower(low).is_met(value_to(low)) && upper(high).is_met(value_to(high))
        };
        let class = |place: Option<usize>| {
            let class = place.and_then(|place| GroundWaterClass::ALL.get(place));
            GroundWaterGrade::Class(*class.unwrap_or(&GroundWaterClass::V))
        };
        match self.limits() {
            GroundWaterLimits::AtMost(limits) => class(first_met(&limits.map(upper), value_to)),
            GroundWaterLimits::NotDetectedThenAtMost([ii, iii, iv]) => {
                let limits = [Decimal::ZERO, *ii, *iii, *iv];
                class(first_met(&limits.map(upper), value_to))
            }
            GroundWaterLimits::AtMostThenOpen(limits) => {
                match first_met(&limits.map(upper), value_to) {
                    None => GroundWaterGrade::IvOrV,
                    place => class(place),
                }
            }
            GroundWaterLimits::Within { i_to_iii, iv } => {
                if within(*i_to_iii) {
                    GroundWaterGrade::Class(GroundWaterClass::I)
                } else if within(*iv) {
                    GroundWaterGrade::Class(GroundWaterClass::IV)
                } else {
                    GroundWaterGrade::Class(GroundWaterClass::V)
                }
            }
            GroundWaterLimits::NoneSeen => {
                seen(!upper(Decimal::ZERO).is_met(value_to(Decimal::ZERO)))
            }
        }
    }

    /// What a reading means, decidable against a class.
    ///
    /// A result below a detection limit is classed by half of the limit, except where class I
    /// is printed "not detected"; it is undecidable when that half fails `against`.
    ///
    /// # Errors
    /// When the reading is impossible, or a word where the limits are numbers, or the reverse.
    ///
    /// # Reference
    /// GB/T 14848-2017, 6.2 (S); half the detection limit as in surface water, and the
    /// wording of "undecidable", are ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Notation, ground_water::{GroundWaterClass, GroundWaterItem, GroundWaterJudgement},
    /// };
    ///
    /// let judge = |cell, item: GroundWaterItem| -> Result<_, gb3838::Error> {
    ///     let reading = Notation::new().parse_ground_water(cell, item)?;
    ///     Ok(item.judge(&reading, GroundWaterClass::III)?)
    /// };
    /// // Half of 0.005 meets class I; half of 0.05 proves nothing against 0.01.
    /// let lead = judge("0.005L", GroundWaterItem::Lead)?;
    /// assert!(lead.grade().and_then(|grade| grade.class()) == Some(GroundWaterClass::I));
    /// let coarse = judge("0.05L", GroundWaterItem::Lead)?;
    /// assert!(matches!(coarse, GroundWaterJudgement::Undecidable { .. }));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn judge(
        self,
        reading: &GroundWaterReading,
        against: GroundWaterClass,
    ) -> Result<GroundWaterJudgement, OtherReadingError> {
        reading.check(self)?;
        let graded = |grade, value, detection_limit| GroundWaterJudgement::Graded {
            grade,
            value,
            detection_limit,
        };
        let not_detected = matches!(self.limits(), GroundWaterLimits::NotDetectedThenAtMost(_));
        Ok(match reading {
            GroundWaterReading::NoneSeen => graded(seen(false), None, None),
            GroundWaterReading::Seen => graded(seen(true), None, None),
            // 未检出 is the very word of the limit, whatever the method detects.
            GroundWaterReading::Number(Reading::Missing(Missing::NotDetected)) if not_detected => {
                graded(GroundWaterGrade::Class(GroundWaterClass::I), None, None)
            }
            GroundWaterReading::Number(Reading::Missing(missing)) => {
                GroundWaterJudgement::Absent(*missing)
            }
            GroundWaterReading::Number(Reading::Value(value)) => {
                let value = Quantity::from(*value);
                graded(self.class_of_quantity(&value), Some(value), None)
            }
            GroundWaterReading::Number(Reading::Below(limit)) => {
                let value = half(*limit);
                let by_half = self.class_of_quantity(&value);
                // "Not detected" itself is class I, whose number would be zero.
                let needed = if not_detected { against.max(GroundWaterClass::II) } else { against };
                let meets = |grade: GroundWaterGrade| grade.meets(needed) == Some(true);
                let zero = || meets(self.class_of_quantity(&Quantity::from(Decimal::ZERO)));
                if decided(meets(by_half), true, zero).is_some() {
                    let grade = if not_detected {
                        GroundWaterGrade::Class(GroundWaterClass::I)
                    } else {
                        by_half
                    };
                    graded(grade, Some(value), Some(*limit))
                } else {
                    GroundWaterJudgement::Undecidable { detection_limit: *limit, against }
                }
            }
        })
    }
}

/// The class of a printed word: 无 is class I, 有 class V.
const fn seen(yes: bool) -> GroundWaterGrade {
    GroundWaterGrade::Class(if yes { GroundWaterClass::V } else { GroundWaterClass::I })
}
