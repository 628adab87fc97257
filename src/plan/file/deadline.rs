//! When something is due: over the year, by its end, by a day, or some working days after an
//! event.

use alloc::string::String;

use crate::reading::time::date::{Date, Year};

/// When a task or an indicator is due.
///
/// The day that a plan prints ("6月25日前", "11月底前") is the last one that is in time (ours:
/// such plans do not say whether it is included).
///
/// # Example
/// ```
/// use gb3838::{Date, Year, plan::Deadline};
///
/// let year = Year::new(2024)?;
/// assert_eq!(Deadline::YearEnd.last_day(year), Some(Date::new(2024, 12, 31)?));
/// // Working days need the calendar of holidays: the caller gives the day.
/// let after = Deadline::WorkingDaysAfter { days: 20, event: "自治区公布工作计划".into() };
/// assert_eq!(after.last_day(year), None);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
pub enum Deadline {
    /// All the year (全年): work that goes on until its last day.
    WholeYear,
    /// By the end of the year (年底前).
    YearEnd,
    /// By a day, which is in time.
    Day(Date),
    /// Some working days after an event whose day the plan does not know.
    WorkingDaysAfter {
        /// The number of working days.
        days: u16,
        /// What they are counted from.
        event: String,
    },
}

impl Deadline {
    /// The last day that is in time for a plan of a year; `None` where it hangs on an event.
    #[must_use]
    pub fn last_day(&self, year: Year) -> Option<Date> {
        match self {
            Self::WholeYear | Self::YearEnd => Some(year.months()[11].last_day()),
            Self::Day(day) => Some(*day),
            Self::WorkingDaysAfter { .. } => None,
        }
    }
}
