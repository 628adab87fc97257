//! Spans of days that means are made over, and the order in which they are averaged.

use core::fmt;

use crate::reading::time::date::{Date, DateError, Month, Year};
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;
use crate::text::padded::padded;

/// A period of whole days in China time.
///
/// # Reference
/// GB 3838-2002, clause 5.2 (P): high-, normal- and low-flow season; 环办监测函〔2020〕82号 (S):
/// month, quarter, year.
///
/// # Example
/// ```
/// use gb3838::{Date, Period, Year};
///
/// let day: Date = "2026-09-02".parse()?;
/// assert_eq!(Period::quarter_of(day).to_string(), "2026-Q3");
/// assert_eq!(Period::ten_days_of(day).to_string(), "2026-09-01..2026-09-10");
/// assert!(Period::year(Year::new(2026)?).contains(day));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "累计")]
#[doc(alias = "水期")]
pub struct Period {
    kind: Kind,
    first: Date,
    last: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Day,
    Week,
    TenDays,
    Month,
    Quarter,
    HalfYear,
    Year,
    YearToDate,
    TwelveMonths,
    Season(MonthSet),
    Span,
}

/// Months of the calendar, for a season (丰水期, 平水期, 枯水期) whose months the caller knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MonthSet(u16);

impl MonthSet {
    /// No month.
    pub const EMPTY: Self = Self(0);

    /// Whether the month of a number from 1 to 12 is in the set.
    pub(crate) const fn has_number(self, number: u8) -> bool {
        self.0 & (1 << (number - 1)) != 0
    }

    /// The set of some months, 1 to 12.
    ///
    /// # Errors
    /// When a number is not from 1 to 12.
    pub fn new(months: &[u8]) -> Result<Self, DateError> {
        let year = Year::new(1)?;
        months.iter().try_fold(Self(0), |set, number| {
            Month::new(year, *number).map(|month| Self(set.0 | 1 << (month.number() - 1)))
        })
    }

    /// Whether a month is in the set.
    #[must_use]
    pub const fn contains(self, month: Month) -> bool {
        self.0 & (1 << (month.number() - 1)) != 0
    }

    /// The number of months.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is no month.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Two days that do not stand in order, or a season without months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} makes no period: expected {expected}")]
pub struct PeriodError {
    what: QuotedText,
    expected: &'static str,
}

impl Period {
    /// One day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self { kind: Kind::Day, first: day, last: day }
    }

    /// The week of a day, Monday to Sunday.
    #[must_use]
    pub fn week_of(day: Date) -> Self {
        let first = day.plus_days(-day.days_since_monday());
        Self { kind: Kind::Week, first, last: first.plus_days(6) }
    }

    /// The ten days (旬) of a day: from the 1st, the 11th, or the 21st to the month's end.
    #[must_use]
    pub fn ten_days_of(day: Date) -> Self {
        let month_end = day.month().last_day();
        let before = match day.day() {
            1..=10 => 0,
            11..=20 => 10,
            _ => 20,
        };
        let first = day.month().first_day().plus_days(before);
        let last = if before == 20 { month_end } else { first.plus_days(9) };
        Self { kind: Kind::TenDays, first, last }
    }

    /// A month.
    #[must_use]
    pub const fn month(month: Month) -> Self {
        Self { kind: Kind::Month, first: month.first_day(), last: month.last_day() }
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter_of(day: Date) -> Self {
        Self::months_around(Kind::Quarter, day, 3)
    }

    /// The half-year of a day.
    #[must_use]
    pub fn half_year_of(day: Date) -> Self {
        Self::months_around(Kind::HalfYear, day, 6)
    }

    fn months_around(kind: Kind, day: Date, length: usize) -> Self {
        let months = day.year().months();
        let start = usize::from(day.month().number() - 1) / length * length;
        let (first, last) = (months[start], months[start + length - 1]);
        Self { kind, first: first.first_day(), last: last.last_day() }
    }

    /// A year.
    #[must_use]
    pub const fn year(year: Year) -> Self {
        let [first, .., last] = year.months();
        Self { kind: Kind::Year, first: first.first_day(), last: last.last_day() }
    }

    /// The months of a year up to one of them (1–N月累计).
    #[must_use]
    pub const fn year_to_date(through: Month) -> Self {
        let first = Self::year(through.year()).first;
        Self { kind: Kind::YearToDate, first, last: through.last_day() }
    }

    /// A month and the eleven before it (滚动十二个月); it needs what a year needs.
    ///
    /// # Errors
    /// When these months begin before year 1.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Month, Period, Year};
    ///
    /// let period = Period::twelve_months_to(Month::new(Year::new(2026)?, 3)?)?;
    /// assert_eq!(period.to_string(), "2025-04..2026-03");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn twelve_months_to(through: Month) -> Result<Self, PeriodError> {
        let Some(first) = through.earlier(11) else {
            let what = QuotedText::new("twelve months");
            return Err(PeriodError { what, expected: "a first month from year 1 on" });
        };
        let (first, last) = (first.first_day(), through.last_day());
        Ok(Self { kind: Kind::TwelveMonths, first, last })
    }

    /// The months of a set within the twelve months that begin with one.
    ///
    /// A season may cross the new year: the months 11, 12, 1 and 2 within the twelve months
    /// from May on.
    ///
    /// # Errors
    /// When the set is empty.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Date, Month, Period, Year, time::MonthSet};
    ///
    /// let low_flow = MonthSet::new(&[11, 12, 1, 2])?;
    /// let season = Period::season(Month::new(Year::new(2025)?, 5)?, low_flow)?;
    /// assert!(season.contains("2026-01-15".parse()?));
    /// assert!(!season.contains("2025-01-15".parse()?));
    /// assert!(!season.contains("2025-10-15".parse()?));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn season(from: Month, months: MonthSet) -> Result<Self, PeriodError> {
        if months.is_empty() {
            return Err(PeriodError {
                what: QuotedText::new("season"),
                expected: "at least one month",
            });
        }
        let last = from.plus_months(11).last_day();
        Ok(Self { kind: Kind::Season(months), first: from.first_day(), last })
    }

    /// All days from one to another, both included.
    ///
    /// # Errors
    /// When the last day is before the first.
    pub fn span(first: Date, last: Date) -> Result<Self, PeriodError> {
        if last < first {
            return Err(PeriodError {
                what: QuotedText::new("span"),
                expected: "a last day that is not before the first",
            });
        }
        Ok(Self { kind: Kind::Span, first, last })
    }

    /// The first day.
    #[must_use]
    pub const fn first_day(&self) -> Date {
        self.first
    }

    /// The last day.
    #[must_use]
    pub const fn last_day(&self) -> Date {
        self.last
    }

    /// Whether a day belongs to the period.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        let in_season = match self.kind {
            Kind::Season(months) => months.contains(day.month()),
            _ => true,
        };
        self.first <= day && day <= self.last && in_season
    }

    /// The order of averaging that the documents name for such a period, and the rule.
    ///
    /// Day, week, ten days, month, span: all values pooled. Quarter, half-year, season, year,
    /// year to date: mean of the months. A station's own period report is pooled whatever
    /// its length: ask for [`Averaging::Pooled`].
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (K); pooled station reports (F).
    #[must_use]
    pub const fn averaging(&self) -> Averaging {
        match self.kind {
            Kind::Day | Kind::Week | Kind::TenDays | Kind::Month | Kind::Span => Averaging::Pooled,
            Kind::Quarter
            | Kind::HalfYear
            | Kind::Year
            | Kind::YearToDate
            | Kind::TwelveMonths
            | Kind::Season(_) => Averaging::MonthsFirst,
        }
    }

    /// The months that have a day in the period, in order.
    #[cfg(feature = "alloc")]
    pub(crate) fn months(&self) -> impl Iterator<Item = Month> {
        let (first, last) = (self.first_day(), self.last_day());
        let months =
            (first.month().ordinal()..=last.month().ordinal()).filter_map(Month::of_ordinal);
        let period = *self;
        months.filter(move |month| period.contains(month.first_day().max(first)))
    }

    /// What the period needs to be sufficient: a number of samples, or of months.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号: a month one sample, a quarter two (S), a year twelve monthly
    /// means, eight where ice or drought prevents sampling (K). Half-year, season and year
    /// to date need each of their months, and other periods one sample (ours).
    #[must_use]
    pub const fn requirement(&self, gap: Option<SamplingGap>) -> Requirement {
        let requirement = match self.kind {
            Kind::Quarter => Requirement::Samples(2),
            Kind::Year | Kind::TwelveMonths => Requirement::Months(12),
            Kind::HalfYear => Requirement::Months(6),
            Kind::YearToDate => Requirement::Months(self.last.month().number() as u32),
            Kind::Season(months) => Requirement::Months(months.len()),
            _ => Requirement::Samples(1),
        };
        requirement.with_sampling_gap(gap)
    }
}

/// In which order values become the mean of a period.
///
/// The choice shows: the NH3-N readings of 钦江东 in 2026 give 0.146 mg/L pooled, class I,
/// and 0.160 as mean of two months, class II.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[doc(alias = "均值")]
pub enum Averaging {
    /// One mean over all values.
    Pooled,
    /// The mean of the monthly means, each month's values pooled.
    MonthsFirst,
    /// The mean of the daily means.
    DaysFirst,
    /// Daily means, then monthly means of these, then their mean.
    DaysThenMonths,
}

impl Averaging {
    /// The rule behind the order.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Pooled | Self::DaysFirst => Rule::POOLED_MEAN,
            Self::MonthsFirst | Self::DaysThenMonths => Rule::MEAN_OF_MONTHS,
        }
    }
}

/// A declared reason for months without samples in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SamplingGap {
    /// The water was frozen (冰封).
    Ice,
    /// There was no water (断流).
    Drought,
}

/// What a period needs to be sufficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// So many samples.
    Samples(u32),
    /// So many months with a sample.
    Months(u32),
}

impl Requirement {
    /// The same where ice or drought prevented sampling: eight months make a year.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (K).
    #[must_use]
    pub const fn with_sampling_gap(self, gap: Option<SamplingGap>) -> Self {
        match (self, gap) {
            (Self::Months(12), Some(_)) => Self::Months(8),
            _ => self,
        }
    }
}

/// Whether a mean rests on enough samples; the mean is returned either way.
///
/// # Reference
/// 环办监测函〔2020〕82号 (S, the year K).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "数据有效性")]
#[doc(alias = "样本数")]
pub struct Sufficiency {
    pub(crate) requirement: Requirement,
    pub(crate) found: u32,
}

impl Sufficiency {
    /// One reading, which is all that it says.
    pub(crate) const ONE_READING: Self = Self { requirement: Requirement::Samples(1), found: 1 };

    /// Nothing, where something was needed.
    #[cfg(feature = "plan")]
    pub(crate) const fn none_found(requirement: Requirement) -> Self {
        Self { requirement, found: 0 }
    }

    /// The same where ice or drought prevented sampling.
    pub(crate) const fn with_sampling_gap(self, gap: Option<SamplingGap>) -> Self {
        Self { requirement: self.requirement.with_sampling_gap(gap), ..self }
    }

    /// The worst of some: one that is not enough before one that is, then the fewest found;
    /// `None` of nothing.
    pub(crate) fn worst(each: impl Iterator<Item = Self>) -> Option<Self> {
        each.min_by_key(|it| (it.is_sufficient(), it.found))
    }

    /// That of the worst sampled of the items that a section's class needs, or `None` when one of
    /// them has no value at all.
    pub(crate) fn of_section(
        needed: ItemSet,
        of_item: impl Fn(Item) -> Option<Self>,
    ) -> Option<Self> {
        let of_needed = || needed.iter().map(&of_item);
        if of_needed().any(|found| found.is_none()) {
            return None;
        }
        Self::worst(of_needed().flatten())
    }

    /// What was needed.
    #[must_use]
    pub const fn requirement(&self) -> Requirement {
        self.requirement
    }

    /// How many samples or months there were.
    #[must_use]
    pub const fn found(&self) -> u32 {
        self.found
    }

    /// Whether that is enough.
    #[must_use]
    pub const fn is_sufficient(&self) -> bool {
        self.found >= self.required()
    }

    /// How many samples or months were needed.
    #[must_use]
    pub const fn required(&self) -> u32 {
        let (Requirement::Samples(required) | Requirement::Months(required)) = self.requirement;
        required
    }

    /// The rule behind it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        match self.requirement {
            Requirement::Samples(_) => Rule::SUFFICIENT_SAMPLES,
            Requirement::Months(_) => Rule::SUFFICIENT_MONTHS,
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Sufficiency {
    /// `sufficient`, the `unit` (`months` or `samples`), how many were `found`, and `required`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let unit = match self.requirement {
            Requirement::Months(_) => "months",
            Requirement::Samples(_) => "samples",
        };
        let mut data = serializer.serialize_struct("Sufficiency", 4)?;
        data.serialize_field("sufficient", &self.is_sufficient())?;
        data.serialize_field("unit", unit)?;
        data.serialize_field("found", &self.found)?;
        data.serialize_field("required", &self.required())?;
        data.end()
    }
}

impl fmt::Display for Period {
    /// `2026`, `2026-Q3`, `2026-H2`, `2026-09`, `2026-09-02`, or the first and last day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        padded(f, fmt::Alignment::Left, |out| match self.kind {
            Kind::Day => write!(out, "{}", self.first),
            Kind::Month => write!(out, "{month}"),
            Kind::Quarter => write!(out, "{year}-Q{}", month.number() / 3 + 1),
            Kind::HalfYear => write!(out, "{year}-H{}", month.number() / 6 + 1),
            Kind::Year => write!(out, "{year}"),
            Kind::YearToDate | Kind::TwelveMonths => write!(out, "{month}..{}", self.last.month()),
            Kind::Season(months) => {
                write!(out, "{month}..{} (months", self.last.month())?;
                for number in (1..=12).filter(|number| months.0 & (1 << (number - 1)) != 0) {
                    write!(out, " {number}")?;
                }
                out.write_str(")")
            }
            Kind::Week | Kind::TenDays | Kind::Span => write!(out, "{}..{}", self.first, self.last),
        })
    }
}
