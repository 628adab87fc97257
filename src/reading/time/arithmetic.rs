//! Counting in days and months: before, after, between.

use core::str::FromStr;

use crate::reading::time::date::{Date, DateError, Month, Year};

impl Date {
    /// The date that many days later, or earlier where `days` is negative; `None` where that
    /// would leave the years 1 to 9999.
    ///
    /// # Example
    /// ```
    /// use gb3838::Date;
    ///
    /// let day: Date = "2024-02-28".parse()?;
    /// assert_eq!(day.checked_add_days(2).map(|it| it.to_string()).as_deref(), Some("2024-03-01"));
    /// assert_eq!(day.days_since("2024-01-01".parse()?), 58);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn checked_add_days(self, days: i32) -> Option<Self> {
        let number = self.number().checked_add(days)?;
        let last = Month::new(Year::new(9999).ok()?, 12).ok()?.last_day();
        (0..=last.number()).contains(&number).then(|| self.plus_days(days))
    }

    /// The days from another date to this one; negative where the other is later.
    #[must_use]
    pub const fn days_since(self, other: Self) -> i32 {
        self.number() - other.number()
    }
}

impl Month {
    /// The month that many months later; `None` after year 9999.
    ///
    /// # Example
    /// ```
    /// use gb3838::Date;
    ///
    /// let month = Date::new(2026, 11, 1)?.month();
    /// assert_eq!(month.later(3).map(|it| it.to_string()).as_deref(), Some("2027-02"));
    /// assert_eq!(month.months_since(Date::new(2025, 12, 1)?.month()), 11);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn later(self, months: u32) -> Option<Self> {
        let ordinal = self.ordinal().checked_add(months)?;
        let year = Year::new(u16::try_from(ordinal / 12).ok()?).ok()?;
        Self::new(year, u8::try_from(ordinal % 12 + 1).ok()?).ok()
    }

    /// The months from another month to this one; negative where the other is later.
    #[must_use]
    pub fn months_since(self, other: Self) -> i64 {
        i64::from(self.ordinal()) - i64::from(other.ordinal())
    }
}

impl FromStr for Year {
    type Err = DateError;

    /// Reads a year of four digits: `2026`. Two digits are an error: they name no century.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim();
        let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .parse()
            .ok()
            .filter(|_| is_year)
            .and_then(|year| Self::new(year).ok())
            .ok_or_else(|| DateError::new(text, "year: expected four digits, such as 2026"))
    }
}
