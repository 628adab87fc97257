//! Shares of classes in a group of sections, and the state they stand for.

use crate::assess::region::error::RegionError;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::class::{Class, Quality};

/// How many sections of a group are class I–III, inferior V, and in between: exact counts.
///
/// | shares of sections | state |
/// |---|---|
/// | I–III ≥ 90 % | excellent 优 |
/// | 75 % ≤ I–III < 90 % | good 良好 |
/// | I–III < 75 %, inferior V < 20 % | lightly polluted 轻度污染 |
/// | I–III < 75 %, 20 % ≤ inferior V < 40 % | moderately polluted 中度污染 |
/// | I–III < 60 %, inferior V ≥ 40 % | heavily polluted 重度污染 |
///
/// **A gap in the table.** I–III = 60 % with inferior V = 40 % is in no row. Here it is heavily
/// polluted, and [`is_between_rows`](Self::is_between_rows) says so; a bureau in Shenzhen
/// prints the last row with "I–III < 75 %", which gives the same. Inferior V of 22–25 % with
/// I–III ≥ 75 % is good: the table asks for inferior V only below 75 % (F).
///
/// # Reference
/// 环办〔2011〕22号, 断面水质类别比例法 (S); the gap: ours.
///
/// # Example
/// ```
/// use gb3838::{Quality, region::ClassShares};
///
/// // 长江水系: 76 of 94 are class I–III, 5 inferior V.
/// let shares = ClassShares::new(94, 76, 5)?;
/// assert_eq!(shares.quality(), Quality::Good);
/// assert_eq!(shares.good_percent().round(1)?.to_string(), "80.9");
/// // Counts are compared, never printed percentages: 899 of 999 print as 90.0 %.
/// let just_below = ClassShares::new(999, 899, 0)?;
/// assert_eq!(just_below.good_percent().round(1)?.to_string(), "90.0");
/// assert_eq!(just_below.quality(), Quality::Good);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "类别比例")]
#[doc(alias = "优良比例")]
pub struct ClassShares {
    assessed: u32,
    good: u32,
    inferior_v: u32,
}

impl ClassShares {
    /// Counts of sections: those with a class, those of class I–III, those of inferior V.
    ///
    /// # Errors
    /// [`RegionError::Empty`] without a section, [`RegionError::PartsExceedTotal`].
    pub fn new(assessed: u32, good: u32, inferior_v: u32) -> Result<Self, RegionError> {
        if assessed == 0 {
            return Err(RegionError::Empty);
        }
        if good.checked_add(inferior_v).is_none_or(|parts| parts > assessed) {
            return Err(RegionError::PartsExceedTotal { assessed, good, inferior_v });
        }
        Ok(Self { assessed, good, inferior_v })
    }

    /// Counts the classes of sections.
    ///
    /// # Errors
    /// [`RegionError::Empty`] without a class.
    pub fn of_classes(classes: impl IntoIterator<Item = Class>) -> Result<Self, RegionError> {
        let (mut assessed, mut good, mut inferior_v) = (0_u32, 0_u32, 0_u32);
        for class in classes {
            assessed = assessed.checked_add(1).ok_or(ExactOverflow::new("sum"))?;
            good += u32::from(class.meets(Class::III));
            inferior_v += u32::from(class == Class::InferiorV);
        }
        Self::new(assessed, good, inferior_v)
    }

    /// The sections with a class.
    #[must_use]
    pub const fn assessed(&self) -> u32 {
        self.assessed
    }

    /// The sections of class I to III (优良).
    #[must_use]
    pub const fn good(&self) -> u32 {
        self.good
    }

    /// The sections of inferior V.
    #[must_use]
    pub const fn inferior_v(&self) -> u32 {
        self.inferior_v
    }

    /// The sections of class IV or V.
    #[must_use]
    pub const fn middle(&self) -> u32 {
        self.assessed - self.good - self.inferior_v
    }

    /// The share of class I to III in percent, exact.
    #[must_use]
    pub fn good_percent(&self) -> Fraction {
        self.percent(self.good)
    }

    /// The share of class IV and V in percent, exact.
    #[must_use]
    pub fn middle_percent(&self) -> Fraction {
        self.percent(self.middle())
    }

    /// The share of inferior V in percent, exact.
    #[must_use]
    pub fn inferior_v_percent(&self) -> Fraction {
        self.percent(self.inferior_v)
    }

    fn percent(&self, part: u32) -> Fraction {
        // There is at least one section, so that there is a ratio.
        Fraction::ratio(100 * i64::from(part), self.assessed.into()).unwrap_or(Fraction::ZERO)
    }

    /// Whether `part` is at least so many percent, by counts.
    fn reaches(&self, part: u32, percent: u64) -> bool {
        u64::from(part) * 100 >= u64::from(self.assessed) * percent
    }

    /// The state of the group.
    #[must_use]
    pub fn quality(&self) -> Quality {
        if self.reaches(self.good, 90) {
            Quality::Excellent
        } else if self.reaches(self.good, 75) {
            Quality::Good
        } else if !self.reaches(self.inferior_v, 20) {
            Quality::LightlyPolluted
        } else if !self.reaches(self.inferior_v, 40) {
            Quality::ModeratelyPolluted
        } else {
            // The row asks for I–III < 60 % too: only 60 and 40 % exactly miss it.
            Quality::HeavilyPolluted
        }
    }

    /// Whether no row of the printed table holds: I–III = 60 % and inferior V = 40 %.
    #[must_use]
    pub fn is_between_rows(&self) -> bool {
        self.reaches(self.good, 60) && self.reaches(self.inferior_v, 40)
    }
}
