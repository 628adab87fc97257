//! Times as tables write them: months, days, hours, in Chinese, as serials of spreadsheets.

use core::fmt;
use core::str::FromStr;

use crate::reading::time::date::{Date, Month, Timestamp, Year};
use crate::reading::time::time_of_day::time_of_day;
use crate::reading::time::time_tokens::{Token, Tokens};
use crate::text::error_text::QuotedText;

/// A time as a table gives it: a month, or a day with or without the time of day.
///
/// A time without a zone is China time; another zone is turned into it. Fractions of a second
/// are cut off.
///
/// # Reference
/// 环办监测函〔2020〕82号 (K): months are those of China time. Forms: published tables (F).
///
/// # Example
/// ```
/// use gb3838::sheet::{TableTime, TimeReason};
///
/// let read = |text: &str| text.parse::<TableTime>().map(|time| time.to_string());
/// assert_eq!(read("2024年1月5日"), Ok("2024-01-05".to_owned()));
/// assert_eq!(read("202401"), Ok("2024-01".to_owned()));
/// assert_eq!(read("45300.25"), Ok("2024-01-09 06:00".to_owned()));
/// assert_eq!(read("5/1/2024").unwrap_err().reason(), TimeReason::DayOrMonthFirst);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableTime {
    /// A month alone: of its mean, or of the one sample that was taken in it.
    Month(Month),
    /// A day, with the time of day where it is known.
    Day(Timestamp),
}

impl TableTime {
    /// The month that it lies in.
    #[must_use]
    pub const fn month(self) -> Month {
        match self {
            Self::Month(month) => month,
            Self::Day(time) => time.date().month(),
        }
    }

    /// The day, where there is one.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Month(_) => None,
            Self::Day(time) => Some(time.date()),
        }
    }

    /// The time with its day; the first day of a month that stands alone.
    #[must_use]
    pub const fn timestamp(self) -> Timestamp {
        match self {
            Self::Month(month) => Timestamp::at_date(month.first_day()),
            Self::Day(time) => time,
        }
    }

    /// A time from cells of their own: year, month, and day where there is one.
    ///
    /// # Errors
    /// When they are not in the calendar, or the year has two digits.
    pub fn from_parts(year: &str, month: &str, day: Option<&str>) -> Result<Self, TableTimeError> {
        let number = |text: &str, signs: &[char]| {
            let digits = text.trim().trim_end_matches(signs).trim();
            let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
            let error = TableTimeError::new(text, TimeReason::NoTime);
            if is_number { digits.parse::<u64>().map_err(|_| error) } else { Err(error) }
        };
        // A month of its own cell may be a whole one: 2024-01.
        if let Ok(Self::Month(whole)) = month.parse() {
            return Ok(Self::Month(whole));
        }
        let of_year = number(year, &['年', '度'])?;
        if of_year < 100 {
            return Err(TableTimeError::new(year, TimeReason::TwoDigitYear));
        }
        let of_month = number(month, &['月', '份'])?;
        let found = match day {
            None => month_of(of_year, of_month).map(Self::Month),
            Some(day) => {
                let of_day = number(day, &['日', '号'])?;
                day_of(of_year, of_month, of_day).map(|date| Self::Day(Timestamp::at_date(date)))
            }
        };
        found.ok_or(TableTimeError::new(day.unwrap_or(month), TimeReason::NotInCalendar))
    }
}

impl fmt::Display for TableTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => fmt::Display::fmt(month, f),
            Self::Day(time) => fmt::Display::fmt(time, f),
        }
    }
}

/// Why a text is no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TimeReason {
    /// Nothing that is known as a time.
    #[error("expected a month, a day or a time, such as 2024-01, 2024-01-05 or 2024-01-05 08:00")]
    NoTime,
    /// A day and month without a year.
    #[error("expected a year")]
    NoYear,
    /// A year alone.
    #[error("expected a month: a year alone says no period of a reading")]
    YearAlone,
    /// A year of two digits.
    #[error("expected a year of four digits")]
    TwoDigitYear,
    /// 5/1/2024: the fifth of January, or the first of May.
    #[error("day and month are ambiguous: expected year-month-day")]
    DayOrMonthFirst,
    /// 2024.1: January, or October without its zero.
    #[error("January or October: expected 2024-01 or 2024-10")]
    JanuaryOrOctober,
    /// A day or a time of day that there is not.
    #[error("no such day or time in the calendar")]
    NotInCalendar,
}

/// A text that is no time of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no time: {reason}")]
pub struct TableTimeError {
    text: QuotedText,
    reason: TimeReason,
}

impl TableTimeError {
    const fn new(text: &str, reason: TimeReason) -> Self {
        Self { text: QuotedText::new(text), reason }
    }

    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &QuotedText {
        &self.text
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn reason(&self) -> TimeReason {
        self.reason
    }
}

impl FromStr for TableTime {
    type Err = TableTimeError;

    /// Reads a time in any of its usual forms; one that can be read in two ways is an error.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some(tokens) = Tokens::new(text) else {
            return Err(TableTimeError::new(text, TimeReason::NoTime));
        };
        let tokens = tokens.as_slice();
        match serial(tokens) {
            Some(time) => Ok(time),
            None => written(tokens).map_err(|reason| TableTimeError::new(text, reason)),
        }
    }
}

/// A written time, not a serial.
pub(super) fn written_time(text: &str) -> Result<TableTime, TimeReason> {
    let tokens = Tokens::new(text).ok_or(TimeReason::NoTime)?;
    written(tokens.as_slice())
}

/// A serial of a spreadsheet: days since 30 December 1899, the part of the day behind the
/// point. Years 1950 to 2100; smaller and greater numbers are no days of measurements.
fn serial(tokens: &[Token]) -> Option<TableTime> {
    let (days, fraction) = match tokens {
        [Token::Number(days, 5)] => (*days, None),
        [Token::Number(days, 5), Token::Sign('.'), Token::Number(part, digits)] => {
            (*days, Some((*part, *digits)))
        }
        _ => return None,
    };
    let days = i32::try_from(days).ok().filter(|days| (18_264..=73_415).contains(days))?;
    let origin = Date::new(1899, 12, 30).ok()?;
    let Some((part, digits)) = fraction else {
        return Some(TableTime::Day(Timestamp::at_date(origin.plus_days(days))));
    };
    // A spreadsheet keeps fifteen digits: the nearest second is meant.
    let one = 10_u128.checked_pow(u32::from(digits))?;
    let seconds = (u128::from(part) * 86_400 * 2 + one) / (2 * one);
    let second = i32::try_from(seconds).ok()?;
    Timestamp::in_zone(origin.plus_days(days), second, 8 * 3600).map(TableTime::Day)
}

fn written(tokens: &[Token]) -> Result<TableTime, TimeReason> {
    use Token::{Month as Named, Number, Sign};
    match tokens {
        // Compact: 202401, 20240105, 2024010508, 20240105080000, 20240105T0800.
        [Number(number, digits @ (6 | 8 | 10 | 12 | 14)), rest @ ..] => {
            compact(*number, *digits, rest)
        }
        [Number(_, 4)] | [Number(_, 4), Sign('年')] => Err(TimeReason::YearAlone),
        // 2024.1 may be 2024.10 of a spreadsheet.
        [Number(_, 4), Sign('.'), Number(1, 1)] => Err(TimeReason::JanuaryOrOctober),
        [Number(year, 4), Sign('-' | '/' | '.'), Number(month, 1 | 2)]
        | [Number(year, 4), Sign('年'), Number(month, 1 | 2), Sign('月')]
        | [Number(year, 4), Sign('年'), Number(month, 1 | 2), Sign('月'), Sign('份')] => {
            whole_month(*year, *month)
        }
        [Number(month, 1 | 2), Sign('-' | '/'), Number(year, 4)] => whole_month(*year, *month),
        [Named(month), Sign(' ' | '-' | '/'), Number(year, 4)]
        | [Number(year, 4), Sign(' ' | '-' | '/'), Named(month)] => {
            whole_month(*year, u64::from(*month))
        }
        [
            Number(year, 4),
            Sign('年'),
            Number(month, 1 | 2),
            Sign('月'),
            Number(day, 1 | 2),
            Sign('日' | '号'),
            rest @ ..,
        ]
        | [
            Number(year, 4),
            Sign('-' | '/' | '.' | ' '),
            Number(month, 1 | 2),
            Sign('-' | '/' | '.' | ' '),
            Number(day, 1 | 2),
            rest @ ..,
        ] => with_time(*year, *month, *day, rest),
        [
            Number(day, 1 | 2),
            Sign(' ' | '-' | '/'),
            Named(month),
            Sign(' ' | '-' | '/'),
            Number(year, 4),
            rest @ ..,
        ]
        | [
            Named(month),
            Sign(' '),
            Number(day, 1 | 2),
            Sign(','),
            Sign(' '),
            Number(year, 4),
            rest @ ..,
        ] => with_time(*year, u64::from(*month), *day, rest),
        [
            Number(first, 1 | 2),
            Sign(one @ ('-' | '/' | '.')),
            Number(second, 1 | 2),
            Sign(other),
            Number(year, 4),
            rest @ ..,
        ] if one == other => match (*first, *second) {
            (day, month) if day == month || (day > 12 && month <= 12) => {
                with_time(*year, month, day, rest)
            }
            (month, day) if month <= 12 && day > 12 => with_time(*year, month, day, rest),
            (1..=12, 1..=12) => Err(TimeReason::DayOrMonthFirst),
            _ => Err(TimeReason::NotInCalendar),
        },
        _ => Err(without_year(tokens)),
    }
}

/// Why a text without a year of four digits is no time.
fn without_year(tokens: &[Token]) -> TimeReason {
    use Token::{Month as Named, Number, Sign};
    match tokens {
        [Number(_, 2), Sign('年'), ..]
        | [
            Number(_, 1 | 2),
            Sign('-' | '/' | '.'),
            Number(_, 1 | 2) | Named(_),
            Sign('-' | '/' | '.'),
            Number(_, 2),
            ..,
        ]
        | [Named(_), Sign('-' | ' '), Number(_, 2)] => TimeReason::TwoDigitYear,
        [Number(_, 1 | 2), Sign('月'), ..]
        | [Number(_, 1 | 2), Sign('-' | '/'), Number(_, 1 | 2)]
        | [Number(_, 1 | 2), Sign('-' | '/'), Number(_, 1 | 2), Sign(' '), ..] => {
            TimeReason::NoYear
        }
        _ => TimeReason::NoTime,
    }
}

/// Digits without signs between them.
fn compact(number: u64, digits: u8, rest: &[Token]) -> Result<TableTime, TimeReason> {
    let pair = |from_end: u8| number / 100_u64.pow(u32::from(from_end)) % 100;
    let pairs = digits / 2;
    let year = number / 10_u64.pow(u32::from(digits) - 4);
    if !(1900..=2200).contains(&year) {
        // Six digits may be year, month and day of two digits each.
        let short = digits == 6 && (1..=12).contains(&pair(1)) && (1..=31).contains(&pair(0));
        return Err(if short { TimeReason::TwoDigitYear } else { TimeReason::NoTime });
    }
    let month = pair(pairs - 3);
    if digits == 6 {
        return if rest.is_empty() { whole_month(year, month) } else { Err(TimeReason::NoTime) };
    }
    let day = pair(pairs - 4);
    if digits == 8 {
        return with_time(year, month, day, rest);
    }
    let clock = |place: u8| if pairs > place { pair(pairs - 1 - place) } else { 0 };
    let (hour, minute, second) = (clock(4), clock(5), clock(6));
    let date = day_of(year, month, day).ok_or(TimeReason::NotInCalendar)?;
    if !rest.is_empty() {
        return Err(TimeReason::NoTime);
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err(TimeReason::NotInCalendar);
    }
    let of_day = i32::try_from(hour * 3600 + minute * 60 + second).unwrap_or(0);
    let time = Timestamp::in_zone(date, of_day, 8 * 3600);
    time.map(TableTime::Day).ok_or(TimeReason::NotInCalendar)
}

fn whole_month(year: u64, month: u64) -> Result<TableTime, TimeReason> {
    month_of(year, month).map(TableTime::Month).ok_or(TimeReason::NotInCalendar)
}

/// A day with the time of day behind it, where there is one.
fn with_time(year: u64, month: u64, day: u64, rest: &[Token]) -> Result<TableTime, TimeReason> {
    let date = day_of(year, month, day).ok_or(TimeReason::NotInCalendar)?;
    if rest.is_empty() {
        return Ok(TableTime::Day(Timestamp::at_date(date)));
    }
    let (second, offset) = time_of_day(rest)?;
    let time = Timestamp::in_zone(date, second, offset);
    time.map(TableTime::Day).ok_or(TimeReason::NotInCalendar)
}

fn month_of(year: u64, month: u64) -> Option<Month> {
    let year = Year::new(u16::try_from(year).ok()?).ok()?;
    Month::new(year, u8::try_from(month).ok()?).ok()
}

fn day_of(year: u64, month: u64, day: u64) -> Option<Date> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Date::new(u16::try_from(year).ok()?, month, day).ok()
}
