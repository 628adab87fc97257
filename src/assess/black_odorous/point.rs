//! A point (检测点) of urban black-odorous water: many readings make one grade.

use crate::assess::black_odorous::readings::{
    BlackOdorousError, BlackOdorousGrade, BlackOdorousReadings,
};
use crate::number::fraction::ExactOverflow;
use crate::standard::rule::Rule;
use crate::standard::tables::black_odorous::{
    BlackOdorousIndicator, HEAVY_READINGS_OF_ONE_PERCENT, HEAVY_READINGS_OF_TWO_PERCENT,
};

/// How many readings of one indicator there are, by grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BlackOdorousCounts {
    readings: u32,
    light: u32,
    heavy: u32,
}

impl BlackOdorousCounts {
    /// All readings.
    #[must_use]
    pub const fn readings(&self) -> u32 {
        self.readings
    }

    /// Those that are light.
    #[must_use]
    pub const fn light(&self) -> u32 {
        self.light
    }

    /// Those that are heavy.
    #[must_use]
    pub const fn heavy(&self) -> u32 {
        self.heavy
    }

    fn are_heavy(&self, percent: u32) -> bool {
        self.readings > 0 && reaches_percent(self.heavy, self.readings, percent)
    }
}

/// Whether `part / total` is at least so many percent, by counts.
pub(crate) fn reaches_percent(part: u32, total: u32, percent: u32) -> bool {
    u64::from(part) * 100 >= u64::from(total) * u64::from(percent)
}

/// A point (检测点) of an urban water with all its readings.
///
/// # Reference
/// 建城〔2015〕130号 (S): heavy with 60 % of the readings of one indicator heavy, or 30 %
/// of those of two or more.
///
/// # Example
/// ```
/// use gb3838::{
///     Decimal, black_odorous::{BlackOdorousGrade, BlackOdorousPoint, BlackOdorousReadings},
/// };
///
/// let mut point = BlackOdorousPoint::new();
/// for text in ["16", "17", "12", "9", "15.2"] {
///     let ammonia_nitrogen = Some(Decimal::parse(text)?);
///     point.add(&BlackOdorousReadings { ammonia_nitrogen, ..Default::default() })?;
/// }
/// // Three of five readings, 60 %, are heavy.
/// assert_eq!(point.grade(), Some(BlackOdorousGrade::Heavy));
/// assert_eq!(point.absent().count(), 3);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BlackOdorousPoint {
    counts: [BlackOdorousCounts; BlackOdorousIndicator::ALL.len()],
}

impl BlackOdorousPoint {
    /// A point without readings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what was read at one time.
    ///
    /// # Errors
    /// For readings that cannot be; the point is unchanged then.
    pub fn add(&mut self, readings: &BlackOdorousReadings) -> Result<(), BlackOdorousError> {
        let overflow = ExactOverflow::new("sum");
        let mut next = *self;
        for (counts, indicator) in next.counts.iter_mut().zip(BlackOdorousIndicator::ALL) {
            let Some(grade) = readings.grade_of(indicator)? else { continue };
            // The parts are never more than the whole.
            counts.readings = counts.readings.checked_add(1).ok_or(overflow)?;
            counts.light += u32::from(grade == BlackOdorousGrade::Light);
            counts.heavy += u32::from(grade == BlackOdorousGrade::Heavy);
        }
        *self = next;
        Ok(())
    }

    /// The readings of one indicator, counted by grade.
    #[must_use]
    pub const fn counts(&self, indicator: BlackOdorousIndicator) -> &BlackOdorousCounts {
        &self.counts[indicator.index()]
    }

    /// The indicators without a reading.
    pub fn absent(&self) -> impl Iterator<Item = BlackOdorousIndicator> + '_ {
        BlackOdorousIndicator::ALL
            .into_iter()
            .filter(|indicator| self.counts(*indicator).readings == 0)
    }

    /// The indicators that make the point heavy: those with 60 % of their readings heavy, and
    /// those with 30 % where there are two or more of them.
    pub fn heavy_indicators(&self) -> impl Iterator<Item = BlackOdorousIndicator> + '_ {
        let with = |percent: u32| {
            self.counts.iter().filter(move |counts| counts.are_heavy(percent)).count()
        };
        let percent = if with(HEAVY_READINGS_OF_TWO_PERCENT) >= 2 {
            HEAVY_READINGS_OF_TWO_PERCENT
        } else {
            HEAVY_READINGS_OF_ONE_PERCENT
        };
        BlackOdorousIndicator::ALL
            .into_iter()
            .filter(move |indicator| self.counts(*indicator).are_heavy(percent))
    }

    /// The grade of the point; `None` without a reading.
    ///
    /// Heavy when one indicator has at least 60 % of its readings heavy, or two or more have
    /// at least 30 % each; otherwise light. Not black-odorous when no reading is even light
    /// (ours: the guide speaks of water already found to be so).
    ///
    /// # Reference
    /// 建城〔2015〕130号 (S).
    #[must_use]
    pub fn grade(&self) -> Option<BlackOdorousGrade> {
        if self.counts.iter().all(|counts| counts.readings == 0) {
            None
        } else if self.heavy_indicators().next().is_some() {
            Some(BlackOdorousGrade::Heavy)
        } else if self.counts.iter().any(|counts| counts.light + counts.heavy > 0) {
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
