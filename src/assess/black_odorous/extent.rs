//! How far black-odorous water reaches: stretches between points, and the whole body.

use core::ops::Range;

use crate::assess::black_odorous::point::reaches_percent;
use crate::assess::black_odorous::readings::BlackOdorousGrade;
use crate::number::fraction::ExactOverflow;
use crate::standard::rule::Rule;
use crate::standard::tables::black_odorous::{CONSECUTIVE_POINTS, HEAVY_POINTS_PERCENT};

/// The stretches that are heavy: three or more consecutive heavy points, as ranges of places
/// in the slice.
///
/// The points stand in the order of the water. One without a grade ends a stretch: it proves
/// nothing.
///
/// # Reference
/// 建城〔2015〕130号 (S): three or more consecutive heavy points.
///
/// # Example
/// ```
/// use gb3838::black_odorous::BlackOdorousGrade::{Heavy, Light};
/// use gb3838::black_odorous::heavy_stretches;
///
/// let points = [Light, Heavy, Heavy, Heavy, Light, Heavy, Heavy].map(Some);
/// assert_eq!(heavy_stretches(&points).collect::<Vec<_>>(), [1..4]);
/// ```
pub fn heavy_stretches(
    points: &[Option<BlackOdorousGrade>],
) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    points
        .chunk_by(|left, right| left == right)
        .map(move |run| {
            let places = start..start + run.len();
            start = places.end;
            (run, places)
        })
        .filter(|(run, _)| {
            run.len() >= CONSECUTIVE_POINTS && run.first() == Some(&Some(BlackOdorousGrade::Heavy))
        })
        .map(|(_, places)| places)
}

/// A whole body of water, by the grades of its points.
///
/// # Reference
/// 建城〔2015〕130号 (S): heavy as a whole with 60 % of its points heavy.
///
/// # Example
/// ```
/// use gb3838::black_odorous::BlackOdorousGrade::{Heavy, Light};
/// use gb3838::black_odorous::BlackOdorousBody;
///
/// let body = BlackOdorousBody::of([Heavy, Light, Heavy, Heavy, Light].map(Some))?;
/// assert_eq!(body.grade(), Some(Heavy));
/// let body = BlackOdorousBody::of([Heavy, Light, Heavy, Light].map(Some))?;
/// assert_eq!(body.grade(), Some(Light));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "黑臭水体")]
pub struct BlackOdorousBody {
    none: u32,
    light: u32,
    heavy: u32,
    without_grade: u32,
}

impl BlackOdorousBody {
    /// Counts the points of a body; one without a grade is counted apart.
    ///
    /// # Errors
    /// For more points than 32 bits count.
    pub fn of(
        points: impl IntoIterator<Item = Option<BlackOdorousGrade>>,
    ) -> Result<Self, ExactOverflow> {
        let mut body = Self { none: 0, light: 0, heavy: 0, without_grade: 0 };
        let mut total: u32 = 0;
        for point in points {
            // The parts are never more than the whole.
            total = total.checked_add(1).ok_or(ExactOverflow::new("sum"))?;
            match point {
                Some(BlackOdorousGrade::None) => body.none += 1,
                Some(BlackOdorousGrade::Light) => body.light += 1,
                Some(BlackOdorousGrade::Heavy) => body.heavy += 1,
                None => body.without_grade += 1,
            }
        }
        Ok(body)
    }

    /// The number of points of a grade.
    #[must_use]
    pub const fn points(&self, grade: BlackOdorousGrade) -> u32 {
        match grade {
            BlackOdorousGrade::None => self.none,
            BlackOdorousGrade::Light => self.light,
            BlackOdorousGrade::Heavy => self.heavy,
        }
    }

    /// The number of points without a grade, which take no part.
    #[must_use]
    pub const fn points_without_grade(&self) -> u32 {
        self.without_grade
    }

    /// The grade of the whole body; `None` where no point has one.
    ///
    /// Heavy when at least 60 % of the graded points are. Otherwise light when any point is
    /// light or heavy (ours: the guide says nothing of it).
    #[must_use]
    pub fn grade(&self) -> Option<BlackOdorousGrade> {
        let graded = self.none + self.light + self.heavy;
        if graded == 0 {
            None
        } else if reaches_percent(self.heavy, graded, HEAVY_POINTS_PERCENT) {
            Some(BlackOdorousGrade::Heavy)
        } else if self.light + self.heavy > 0 {
            Some(BlackOdorousGrade::Light)
        } else {
            Some(BlackOdorousGrade::None)
        }
    }

    /// The rule behind the grade.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::BLACK_ODOROUS_EXTENT
    }
}
