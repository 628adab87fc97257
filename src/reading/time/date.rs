//! Years, months, dates and times of China: just what periods need.

use core::fmt;
use core::str::FromStr;

use crate::reading::time::time_text::{TableTime, written_time};
use crate::text::error_text::QuotedText;
use crate::text::padded::padded;

/// A calendar year, 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "u16", into = "u16"))]
pub struct Year(u16);

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "月份")]
pub struct Month {
    year: Year,
    number: u8,
}

/// A day of the calendar, in China time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    month: Month,
    day: u8,
}

/// A date with the time of day where there is one, in China time (UTC+8).
///
/// # Reference
/// 环办监测函〔2020〕82号 (K): the bounds of months are those of China time.
///
/// # Example
/// ```
/// use gb3838::Timestamp;
///
/// // 31 August in Greenwich is 1 September in China.
/// let time: Timestamp = "2026-08-31T20:00Z".parse()?;
/// assert_eq!(time.date().to_string(), "2026-09-01");
/// assert_eq!(time, "2026-09-01 04:00:00".parse()?);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    date: Date,
    second: Option<u32>,
}

/// A year, month, day or time that is not in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no {expected}")]
pub struct DateError {
    text: QuotedText,
    expected: &'static str,
}

impl DateError {
    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// What a text was read for, after "is no".
    pub(crate) const fn new(text: &str, expected: &'static str) -> Self {
        Self { text: QuotedText::new(text), expected }
    }

    fn number(value: u32, expected: &'static str) -> Self {
        let mut digits = [b'0'; 10];
        let mut rest = value;
        let mut start = digits.len();
        loop {
            start -= 1;
            digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let text = core::str::from_utf8(&digits[start..]).unwrap_or("");
        Self { text: QuotedText::new(text), expected }
    }
}

impl Year {
    /// The first year that there is.
    #[cfg(feature = "alloc")]
    pub(crate) const FIRST: Self = Self(1);

    /// A year.
    ///
    /// # Errors
    /// When it is not from 1 to 9999.
    pub fn new(year: u16) -> Result<Self, DateError> {
        if (1..=9999).contains(&year) {
            Ok(Self(year))
        } else {
            Err(DateError::number(year.into(), "year: expected 1 to 9999"))
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Its twelve months.
    #[must_use]
    pub const fn months(self) -> [Month; 12] {
        let mut months = [Month { year: self, number: 1 }; 12];
        let mut number = 2;
        while number <= 12 {
            months[number as usize - 1].number = number;
            number += 1;
        }
        months
    }

    const fn is_leap(self) -> bool {
        self.0.is_multiple_of(4) && (!self.0.is_multiple_of(100) || self.0.is_multiple_of(400))
    }
}

impl TryFrom<u16> for Year {
    type Error = DateError;

    fn try_from(year: u16) -> Result<Self, Self::Error> {
        Self::new(year)
    }
}

impl From<Year> for u16 {
    fn from(year: Year) -> Self {
        year.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| write!(out, "{:04}", self.0))
    }
}

impl Month {
    /// A month of a year, 1 to 12.
    ///
    /// # Errors
    /// When the number is not from 1 to 12.
    pub fn new(year: Year, number: u8) -> Result<Self, DateError> {
        if (1..=12).contains(&number) {
            Ok(Self { year, number })
        } else {
            Err(DateError::number(number.into(), "month: expected 1 to 12"))
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// The number, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The number of days.
    #[must_use]
    pub const fn days(self) -> u8 {
        match self.number {
            2 if self.year.is_leap() => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The month that many months later, or the last month of year 9999.
    pub(crate) fn plus_months(self, months: u16) -> Self {
        let ordinal = u32::from(self.number) - 1 + u32::from(months);
        let year = u32::from(self.year.0) + ordinal / 12;
        let last = Self { year: Year(9999), number: 12 };
        match (u16::try_from(year), u8::try_from(ordinal % 12 + 1)) {
            (Ok(year), Ok(number)) if year <= 9999 => Self { year: Year(year), number },
            _ => last,
        }
    }

    /// The first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        Date { month: self, day: 1 }
    }

    /// The last day.
    #[must_use]
    pub const fn last_day(self) -> Date {
        Date { month: self, day: self.days() }
    }

    /// The month that many months earlier; `None` before year 1.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Month, Year};
    ///
    /// let month = Month::new(Year::new(2026)?, 2)?;
    /// assert_eq!(month.earlier(12).map(|it| it.to_string()).as_deref(), Some("2025-02"));
    /// assert_eq!(month.earlier(2).map(|it| it.to_string()).as_deref(), Some("2025-12"));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn earlier(self, months: u32) -> Option<Self> {
        let ordinal = self.ordinal().checked_sub(months)?;
        let year = Year::new(u16::try_from(ordinal / 12).ok()?).ok()?;
        Self::new(year, u8::try_from(ordinal % 12 + 1).ok()?).ok()
    }

    /// The same month a year ago.
    #[must_use]
    pub fn a_year_ago(self) -> Option<Self> {
        self.earlier(12)
    }

    /// Months since the beginning of a year 0.
    pub(crate) fn ordinal(self) -> u32 {
        u32::from(self.year().get()) * 12 + u32::from(self.number()) - 1
    }

    /// The month of an ordinal, where the calendar has it.
    #[cfg(feature = "alloc")]
    pub(crate) fn of_ordinal(ordinal: u32) -> Option<Self> {
        let year = Year::new(u16::try_from(ordinal / 12).ok()?).ok()?;
        Self::new(year, u8::try_from(ordinal % 12 + 1).ok()?).ok()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| write!(out, "{}-{:02}", self.year, self.number))
    }
}

impl Date {
    /// A day of the calendar.
    ///
    /// # Errors
    /// When there is no such year, month or day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let month = Month::new(Year::new(year)?, month)?;
        if day == 0 || day > month.days() {
            return Err(DateError::number(day.into(), "day of that month"));
        }
        Ok(Self { month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.month.year
    }

    /// The month.
    #[must_use]
    pub const fn month(self) -> Month {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of year 1, which was a Monday; never negative within years 1 to
    /// 9999.
    pub(crate) const fn number(self) -> i32 {
        let years = self.month.year.0 as i32 - 1;
        let mut days = years * 365 + years / 4 - years / 100 + years / 400;
        let mut month = Month { year: self.month.year, number: 1 };
        while month.number < self.month.number {
            days += month.days() as i32;
            month.number += 1;
        }
        days + self.day as i32 - 1
    }

    /// The date that many days later; the last or first date of the calendar where that
    /// would leave it.
    pub(crate) fn plus_days(self, days: i32) -> Self {
        let mut month = self.month;
        let mut day = i32::from(self.day) + days;
        while day > i32::from(month.days()) {
            day -= i32::from(month.days());
            month = match (month.number, month.year.0) {
                (12, 9999) => return month.last_day(),
                (12, year) => Month { year: Year(year + 1), number: 1 },
                (number, _) => Month { number: number + 1, ..month },
            };
        }
        while day < 1 {
            month = match (month.number, month.year.0) {
                (1, 1) => return month.first_day(),
                (1, year) => Month { year: Year(year - 1), number: 12 },
                (number, _) => Month { number: number - 1, ..month },
            };
            day += i32::from(month.days());
        }
        Self { month, day: u8::try_from(day).unwrap_or(1) }
    }

    /// Days since Monday.
    pub(crate) const fn days_since_monday(self) -> i32 {
        self.number() % 7
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| write!(out, "{}-{:02}", self.month, self.day))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::plain_text::deserialize(deserializer, "a date as text, such as \"2024-12-31\"")
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `2026-08-26`, also with `/` or `.`, without leading zeros, `2026年8月26日`,
    /// `20260826`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = DateError {
            text: QuotedText::new(text),
            expected: "date: expected year-month-day, such as 2026-08-26",
        };
        match written_time(text) {
            Ok(TableTime::Day(Timestamp { date, second: None })) => Ok(date),
            Ok(_) | Err(_) => Err(error),
        }
    }
}

impl FromStr for Month {
    type Err = DateError;

    /// Reads `2026-08`, also `2026/8`, `2026年8月`, `202608`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match written_time(text) {
            Ok(TableTime::Month(month)) => Ok(month),
            Ok(_) | Err(_) => Err(DateError {
                text: QuotedText::new(text),
                expected: "month: expected year-month, such as 2026-08",
            }),
        }
    }
}

impl Timestamp {
    /// A date without a time of day.
    #[must_use]
    pub const fn at_date(date: Date) -> Self {
        Self { date, second: None }
    }

    /// A time of day in a zone, the seconds of which from Greenwich are given, as China time;
    /// `None` where that leads out of the calendar, where dates end at its bounds.
    pub(crate) fn in_zone(date: Date, second: i32, offset: i32) -> Option<Self> {
        let shifted = second - offset + 8 * 3600;
        let days = shifted.div_euclid(86_400);
        let shifted_date = date.plus_days(days);
        (shifted_date.number() == date.number() + days).then_some(Self {
            date: shifted_date,
            second: u32::try_from(shifted.rem_euclid(86_400)).ok(),
        })
    }

    /// The date, in China time.
    #[must_use]
    pub const fn date(self) -> Date {
        self.date
    }

    /// Seconds since midnight, in China time, where the time is known.
    #[must_use]
    pub const fn second_of_day(self) -> Option<u32> {
        self.second
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| {
            write!(out, "{}", self.date)?;
            if let Some(second) = self.second {
                write!(out, " {:02}:{:02}", second / 3600, second / 60 % 60)?;
                if second % 60 != 0 {
                    write!(out, ":{:02}", second % 60)?;
                }
            }
            Ok(())
        })
    }
}

impl FromStr for Timestamp {
    type Err = DateError;

    /// Reads a date, or a date and a time (`2026-08-26T12:00+08:00`, `2026-08-26 12:00:00`,
    /// `2026年8月26日12时`).
    ///
    /// A time without an offset is China time; another offset is turned into it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = DateError {
            text: QuotedText::new(text),
            expected: "time: expected a date and time, such as 2026-08-26T12:00+08:00",
        };
        match written_time(text) {
            Ok(TableTime::Day(time)) => Ok(time),
            Ok(TableTime::Month(_)) | Err(_) => Err(error),
        }
    }
}
