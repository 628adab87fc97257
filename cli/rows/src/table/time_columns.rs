//! The columns that say when a sample was taken, and the time of a row.

use gb3838::sheet::{Heading, Layout, Role, TimeReason};
use gb3838::{Date, Timestamp, Year};

/// The columns of times of a table.
#[derive(Clone, Debug)]
pub(crate) struct TimeColumns {
    layout: Layout,
    time: Option<usize>,
    /// The columns of a year, a month and a day, where there is none of times.
    parts: [Option<usize>; 3],
    is_of_one_time: bool,
}

/// A cell that begins with a day that there is, for one who looks at many rows: mostly the next
/// begins so too.
#[derive(Debug, Default)]
pub(crate) struct KnownDay(Vec<u8>);

/// Why a row has no time.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NoTime {
    /// The column.
    pub(crate) place: usize,
    /// `None` where there is no such column.
    pub(crate) reason: Option<TimeReason>,
}

impl TimeColumns {
    pub(crate) fn of(layout: &Layout) -> Self {
        let times = layout
            .columns()
            .iter()
            .filter(|column| matches!(column.meaning(), Heading::Role(Role::Time | Role::Hour)));
        let time = layout.role(Role::Time);
        let is_of_one_time = times.count() == 1 && time.is_some();
        let parts = [Role::Year, Role::Month, Role::Day].map(|role| layout.role(role));
        Self { layout: layout.clone(), time, parts, is_of_one_time }
    }

    /// The column of times, or of months.
    pub(crate) fn place(&self) -> Option<usize> {
        let [_, month, _] = self.parts;
        self.time.or(month)
    }

    /// The column of times, where no other has a part in the time of a row.
    pub(crate) fn only(&self) -> Option<usize> {
        self.time.filter(|_| self.is_of_one_time)
    }

    /// The time of the cells of a row, of a month its first day.
    pub(crate) fn time_of(&self, cells: &[&str]) -> Result<Timestamp, NoTime> {
        let place = self.place().unwrap_or(0);
        let cell = cells.get(place).unwrap_or(&"").trim();
        if self.is_of_one_time
            && let Ok(time) = cell.parse()
        {
            return Ok(time);
        }
        match self.layout.time_of(cells) {
            Some(Ok(time)) => Ok(time.timestamp()),
            Some(Err(error)) => Err(NoTime { place, reason: Some(error.reason()) }),
            None => Err(NoTime { place, reason: None }),
        }
    }

    /// Where a row has a day that no calendar has: 31 February. Nothing is said of cells that are
    /// no time for another reason.
    #[inline]
    pub(crate) fn no_such_day<'c>(
        &self,
        known: &mut KnownDay,
        width: usize,
        cell: impl Fn(usize) -> &'c str,
    ) -> Option<NoTime> {
        match self.time {
            Some(time) if known.begins(cell(time).as_bytes()) => None,
            _ => self.no_such_day_of(width, cell),
        }
    }

    /// The same where no time begins with a day that there is.
    #[inline(never)]
    fn no_such_day_of<'c>(&self, width: usize, cell: impl Fn(usize) -> &'c str) -> Option<NoTime> {
        let is_there = match (self.time, self.parts) {
            (Some(_), _) => false,
            (None, [year, Some(month), day]) => {
                let number = |place: usize| cell(place).trim().parse().ok();
                let day = day.map_or(Some(1), number);
                let parts = year.and_then(number).zip(number(month)).zip(day);
                parts.is_some_and(|((year, month), day)| is_day(year, month, day))
            }
            (None, [_, None, _]) => return None,
        };
        if is_there {
            return None;
        }
        let cells: Vec<&str> = (0..width).map(cell).collect();
        let found = self.time_of(&cells).err();
        found.filter(|it| it.reason == Some(TimeReason::NotInCalendar))
    }
}

impl KnownDay {
    /// Whether a cell begins with a day that there is; where it is written in another way, that is
    /// not known.
    #[inline]
    fn begins(&mut self, cell: &[u8]) -> bool {
        // Most days in most tables: 2026-08-21.
        if let (Some(known), Some(day)) = (self.0.first_chunk::<10>(), cell.first_chunk::<10>())
            && known == day
            && self.0.len() == 10
            && !cell.get(10).is_some_and(u8::is_ascii_digit)
        {
            return true;
        }
        self.begins_with_another(cell)
    }

    #[inline(never)]
    fn begins_with_another(&mut self, cell: &[u8]) -> bool {
        let Self(known) = self;
        let rest = if known.is_empty() { None } else { cell.strip_prefix(known.as_slice()) };
        if rest.is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_digit)) {
            return true;
        }
        let Some(length) = day_at_start(cell) else { return false };
        known.clear();
        known.extend_from_slice(&cell[..length]);
        true
    }
}

fn is_day(year: u16, month: u16, day: u16) -> bool {
    let small = u8::try_from(month).ok().zip(u8::try_from(day).ok());
    let year = Year::new(year).ok();
    small.zip(year).is_some_and(|((month, day), year)| Date::new(year.get(), month, day).is_ok())
}

/// How much of a cell is the day that it begins with, as most cells of times do: four digits of a
/// year, a month and a day that there is, with signs between them. `None` of any other.
fn day_at_start(cell: &[u8]) -> Option<usize> {
    let mut rest = cell;
    let mut number = |most: usize| {
        let digits = rest.iter().take(most).take_while(|it| it.is_ascii_digit()).count();
        let (found, after) = rest.split_at(digits);
        rest = after;
        let value = found.iter().fold(0_u16, |value, digit| value * 10 + u16::from(digit - b'0'));
        let sign = ["-", "/", "年", "月"].into_iter().find(|it| after.starts_with(it.as_bytes()));
        if let Some(sign) = sign {
            rest = &after[sign.len()..];
        }
        (digits, sign.is_some(), value, after)
    };
    let (year, month, day) = (number(4), number(2), number(2));
    let is_plain = year.0 == 4 && year.1 && month.0 > 0 && month.1 && day.0 > 0;
    let ends = !day.3.first().is_some_and(u8::is_ascii_digit);
    (is_plain && ends && is_day(year.2, month.2, day.2)).then(|| cell.len() - day.3.len())
}
