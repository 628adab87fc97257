//! Where something promised stands on a day: met, missed, due, overdue, not reported.

use alloc::vec::Vec;

use crate::reading::time::date::Date;

/// Where something promised stands on a day.
///
/// A number that only grows, and work, stay met once they are met, unless a later return takes
/// it back. A rate is met or missed only by a value that describes the last day or a later one:
/// what held in June says nothing about December. After the last day, something that was
/// returned but has not reached its end is overdue; something that was never returned is not
/// reported. Neither is a miss.
///
/// The order is from good to bad; a group stands where its worst member stands.
///
/// # Reference
/// Comparison on reported values by a date: plans (F); the rest ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Standing {
    /// What would set it off did not happen.
    NotTriggered,
    /// Reached in time.
    Met,
    /// Reached after the last day.
    MetLate,
    /// Not reached yet; there is still time.
    Due,
    /// The last day hangs on an event, and nobody told it: even what is done may be late.
    DeadlineNotKnown,
    /// The target is set elsewhere, and nobody told it.
    TargetNotGiven,
    /// The last day is over, and nothing was ever reported.
    NotReported,
    /// The last day is over, and what was reported does not reach it.
    Overdue,
    /// Not reached; the plan strove for it only (力争).
    FellShort,
    /// Not reached.
    Missed,
}

impl Standing {
    /// All of them, from good to bad.
    pub const ALL: [Self; 10] = [
        Self::NotTriggered,
        Self::Met,
        Self::MetLate,
        Self::Due,
        Self::DeadlineNotKnown,
        Self::TargetNotGiven,
        Self::NotReported,
        Self::Overdue,
        Self::FellShort,
        Self::Missed,
    ];
}

/// How many of something stand where.
///
/// # Example
/// ```
/// use gb3838::plan::{Standing, StandingCounts};
///
/// let counts: StandingCounts = [Standing::Met, Standing::Due, Standing::Met].into_iter().collect();
/// assert_eq!((counts.of(Standing::Met), counts.total()), (2, 3));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandingCounts {
    counts: [u32; Standing::ALL.len()],
}

impl StandingCounts {
    /// How many stand there.
    #[must_use]
    pub const fn of(&self, standing: Standing) -> u32 {
        self.counts[standing as usize]
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// One more that stands there.
    pub(crate) fn add(&mut self, standing: Standing) {
        self.counts[standing as usize] += 1;
    }

    /// Each standing that occurs, with how many stand there; from good to bad.
    pub fn iter(&self) -> impl Iterator<Item = (Standing, u32)> {
        Standing::ALL.into_iter().zip(self.counts).filter(|(_, count)| *count > 0)
    }
}

/// A list of each standing that occurs, with its count.
#[cfg(feature = "serde")]
impl serde::Serialize for StandingCounts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Counted {
            standing: Standing,
            count: u32,
        }
        serializer.collect_seq(self.iter().map(|(standing, count)| Counted { standing, count }))
    }
}

impl FromIterator<Standing> for StandingCounts {
    fn from_iter<I: IntoIterator<Item = Standing>>(standings: I) -> Self {
        let mut counts = Self::default();
        for standing in standings {
            counts.add(standing);
        }
        counts
    }
}

/// One report: the day that it describes, and whether what it says holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    pub(crate) as_of: Date,
    pub(crate) holds: bool,
}

/// What is asked of some reports.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// The day of asking; later reports are not known yet.
    pub(crate) today: Date,
    /// The last day that is in time.
    pub(crate) last_day: Option<Date>,
    /// Whether it is met for good once it is met.
    pub(crate) for_good: bool,
    /// Whether a report on the last day that does not hold is a miss; of unfinished work it is
    /// none, which is overdue.
    pub(crate) can_miss: bool,
    /// Whether the plan strives for it only.
    pub(crate) aspiration: bool,
}

impl Asked {
    /// Where it stands by reports in any order.
    pub(crate) fn standing(&self, reports: impl IntoIterator<Item = Evidence>) -> Standing {
        let mut known: Vec<_> =
            reports.into_iter().filter(|report| report.as_of <= self.today).collect();
        known.sort_by_key(|report| report.as_of);
        let Some(last_day) = self.last_day else { return Standing::DeadlineNotKnown };
        let in_time = |day: Date| day <= last_day;
        let reached = |day: Date| if in_time(day) { Standing::Met } else { Standing::MetLate };
        let miss = if self.aspiration { Standing::FellShort } else { Standing::Missed };
        let of_the_end = |report: &&Evidence| report.as_of >= last_day;
        let deciding = if self.for_good {
            // What a later report takes back was not reached.
            let standing = known.rsplit(|report| !report.holds).next().and_then(<[_]>::first);
            if let Some(report) = standing {
                return reached(report.as_of);
            }
            known.last().filter(of_the_end)
        } else {
            known.iter().find(of_the_end)
        };
        match deciding {
            Some(report) if report.holds => reached(report.as_of),
            Some(_) if self.can_miss => miss,
            _ if self.today <= last_day => Standing::Due,
            _ if known.is_empty() => Standing::NotReported,
            _ => Standing::Overdue,
        }
    }
}
