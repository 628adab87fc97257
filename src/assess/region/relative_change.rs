//! A value and its base: relative change, month on year, year on year.

use crate::assess::region::error::ChangeError;
use crate::number::fraction::Fraction;
use crate::reading::time::date::{DateError, Month, Year};

/// The relative change `(now − base) / base` of a value, such as a mean or an index, exact.
///
/// # Errors
/// [`ChangeError::ZeroBase`]: from nothing there is no ratio. [`ChangeError::NegativeBase`]:
/// from a trophic index below zero a rise would come out as a fall.
///
/// # Example
/// ```
/// use gb3838::{Decimal, Fraction, region::relative_change};
///
/// let number = |text| Ok::<_, gb3838::Error>(Fraction::from(Decimal::parse(text)?));
/// let change = relative_change(&number("0.16")?, &number("0.12")?)?;
/// assert_eq!(change.to_string(), "-1/4");
/// assert!(relative_change(&Fraction::ZERO, &number("0.12")?).is_err());
/// # Ok::<(), gb3838::Error>(())
/// ```
pub fn relative_change(base: &Fraction, now: &Fraction) -> Result<Fraction, ChangeError> {
    if base.is_negative() {
        let (base, now) = (base.round_keeping_digit(6)?, now.round_keeping_digit(6)?);
        return Err(ChangeError::NegativeBase { base, now });
    }
    match now.checked_sub(base)?.checked_div(base)? {
        Some(change) => Ok(change),
        None => Err(ChangeError::ZeroBase { now: now.round_keeping_digit(6)? }),
    }
}

/// The period that a month or a year is compared with.
///
/// # Reference
/// Monthly bulletins (F): 同比, 环比.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparedWith {
    /// The same period of the year before (同比).
    YearBefore,
    /// The period just before (环比).
    PeriodBefore,
}

impl ComparedWith {
    /// The month that a month is compared with.
    ///
    /// # Errors
    /// Before year 1.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Month, Year, region::ComparedWith};
    ///
    /// let january = Month::new(Year::new(2026)?, 1)?;
    /// let before = ComparedWith::PeriodBefore.month(january)?;
    /// assert_eq!((before.year().get(), before.number()), (2025, 12));
    /// let last_year = ComparedWith::YearBefore.month(january)?;
    /// assert_eq!((last_year.year().get(), last_year.number()), (2025, 1));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn month(self, month: Month) -> Result<Month, DateError> {
        match (self, month.number()) {
            (Self::PeriodBefore, 2..) => Month::new(month.year(), month.number() - 1),
            (Self::PeriodBefore, _) => Month::new(Self::year(month.year())?, 12),
            (Self::YearBefore, number) => Month::new(Self::year(month.year())?, number),
        }
    }

    /// The year before a year.
    ///
    /// # Errors
    /// Before year 1.
    pub fn year(year: Year) -> Result<Year, DateError> {
        Year::new(year.get().saturating_sub(1))
    }
}
