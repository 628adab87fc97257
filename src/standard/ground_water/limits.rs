//! The forms that a limit of ground water has in print.

use crate::number::decimal::Decimal;
use crate::standard::bound::Bound;
use crate::standard::ground_water::class::GroundWaterClass;

/// The limits of one item of ground water, classes I to IV; what meets none is class V.
///
/// # Reference
/// GB/T 14848-2017, Table 1 (S).
///
/// # Example
/// ```
/// use gb3838::{Bound, ground_water::{GroundWaterClass, GroundWaterItem}};
///
/// let limits = GroundWaterItem::Iron.limits();
/// assert_eq!(limits.limit(GroundWaterClass::III), Some(Bound::AtMost("0.3".parse()?)));
/// // What meets no limit is class V.
/// assert_eq!(limits.limit(GroundWaterClass::V), None);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GroundWaterLimits {
    /// Upper bounds of classes I to IV.
    AtMost([Decimal; 4]),
    /// Class I is "not detected" (不得检出); upper bounds of classes II to IV.
    NotDetectedThenAtMost([Decimal; 3]),
    /// Upper bounds of classes I to III; IV and V are both printed "more than class III", so
    /// nothing tells them apart.
    AtMostThenOpen([Decimal; 3]),
    /// Ranges, the outer one of class IV: pH.
    Within {
        /// Least and greatest value of classes I to III.
        i_to_iii: (Decimal, Decimal),
        /// Least and greatest value of class IV.
        iv: (Decimal, Decimal),
    },
    /// Words: 无 (none) for classes I to IV, 有 (some) for class V.
    NoneSeen,
}

impl GroundWaterLimits {
    /// The bound of one class; `None` for class V, for words, for "not detected", and where
    /// the print has no number.
    #[must_use]
    pub const fn limit(&self, class: GroundWaterClass) -> Option<Bound> {
        use GroundWaterClass::{I, II, III, IV, V};

        let limit = match (self, class) {
            (_, V)
            | (Self::NoneSeen, _)
            | (Self::NotDetectedThenAtMost(_), I)
            | (Self::AtMostThenOpen(_), IV) => return None,
            (Self::Within { i_to_iii: (low, high), .. }, I | II | III)
            | (Self::Within { iv: (low, high), .. }, IV) => {
                return Some(Bound::Within(*low, *high));
            }
            (Self::AtMost(limits), _) => limits[class.index()],
            (Self::AtMostThenOpen(limits), _) => limits[class.index()],
            (Self::NotDetectedThenAtMost(limits), _) => limits[class.index() - 1],
        };
        Some(Bound::AtMost(limit))
    }

    /// Whether worse classes have wider limits.
    pub(crate) const fn are_sound(&self) -> bool {
        match self {
            Self::AtMost(limits) => rise(limits),
            Self::NotDetectedThenAtMost(limits) | Self::AtMostThenOpen(limits) => rise(limits),
            Self::Within { i_to_iii, iv } => rise(&[iv.0, i_to_iii.0, i_to_iii.1, iv.1]),
            Self::NoneSeen => true,
        }
    }
}

const fn rise(limits: &[Decimal]) -> bool {
    let mut index = 1;
    while index < limits.len() {
        if limits[index - 1].compare(limits[index]).is_gt() {
            return false;
        }
        index += 1;
    }
    true
}
