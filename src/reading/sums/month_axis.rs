//! The months of a table of sums: rolling twelve months, the year to date, a year ago.

use crate::reading::sums::span::SumSpan;
use crate::reading::time::date::{Month, Year};

/// The months of a table of sums: its period 0 is the first of them, and so on.
///
/// # Reference
/// 环办监测函〔2020〕82号 (S, K); the windows are those of monthly reports (F): 1–N月累计,
/// 同比 (the same month a year ago).
///
/// # Example
/// ```
/// use gb3838::{Month, Year, sums::MonthAxis};
///
/// let axis = MonthAxis::from(Month::new(Year::new(2025)?, 1)?);
/// let march = Month::new(Year::new(2026)?, 3)?;
/// assert_eq!(axis.period(march), Some(14));
/// assert_eq!(axis.year_to_date(march).map(|span| span.periods().clone()), Some(12..15));
/// assert_eq!(axis.twelve_months_to(march).map(|span| span.periods().clone()), Some(3..15));
/// assert_eq!(axis.a_year_before(march), Some(2));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthAxis {
    first: Month,
}

impl From<Month> for MonthAxis {
    fn from(first: Month) -> Self {
        Self { first }
    }
}

impl MonthAxis {
    /// The month of period 0.
    #[must_use]
    pub const fn first(&self) -> Month {
        self.first
    }

    /// The period of a month; `None` before the first.
    #[must_use]
    pub fn period(&self, month: Month) -> Option<usize> {
        month.ordinal().checked_sub(self.first.ordinal()).and_then(|it| usize::try_from(it).ok())
    }

    /// The month of a period; `None` beyond year 9999.
    #[must_use]
    pub fn month(&self, period: usize) -> Option<Month> {
        let ordinal = self.first.ordinal().checked_add(u32::try_from(period).ok()?)?;
        let year = Year::new(u16::try_from(ordinal / 12).ok()?).ok()?;
        Month::new(year, u8::try_from(ordinal % 12 + 1).ok()?).ok()
    }

    /// The months of a year up to one of them (1–N月累计); `None` where they are not all here.
    #[must_use]
    pub fn year_to_date(&self, through: Month) -> Option<SumSpan> {
        self.last_months(through, through.number().into())
    }

    /// A month and the eleven before it; `None` where they are not all here.
    #[must_use]
    pub fn twelve_months_to(&self, through: Month) -> Option<SumSpan> {
        self.last_months(through, 12)
    }

    fn last_months(self, through: Month, months: usize) -> Option<SumSpan> {
        let end = self.period(through)? + 1;
        Some(SumSpan::months(end.checked_sub(months)?..end))
    }

    /// The period of the same month a year ago; `None` before the first.
    #[must_use]
    pub fn a_year_before(&self, month: Month) -> Option<usize> {
        self.period(month)?.checked_sub(12)
    }
}
