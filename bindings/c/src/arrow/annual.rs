//! Exact sums of sections and years, fed by tables, merged in any order, to classes.

use std::borrow::Cow;
use std::collections::HashMap;

use gb3838::error::SnapshotError;
use gb3838::sums::{FeedCounts, ItemColumn, SumSnapshot, SumSpan, WideColumns};
use gb3838::time::Requirement;
use gb3838::{Class, ClassCode, Classifier, Date, ItemSet, Reading, SumTable, Timestamp, Year};

use crate::arrow::classify::class_names;
use crate::arrow::columns::{Names, named, readings};
use crate::arrow::export::{Answer, Answers, Texts};
use crate::arrow::failure::Failure;
use crate::arrow::import::{ColumnView, TableView, Values};
use crate::arrow::table::set_names;
use crate::arrow::text_column::{ItemNumbers, Numbers, Reader};
use crate::status::Status;

/// What became of the values of the tables that were fed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fed {
    /// Values that were summed.
    pub used: u64,
    /// How many of them were below a detection limit.
    pub below: u64,
    /// Cells without a value.
    pub missing: u64,
    /// Values that were refused: impossible, or not read.
    pub refused: u64,
    /// Rows without a section or a time, none of whose values were summed.
    pub rows_left_out: u64,
    /// The first thing that was refused or left out.
    pub first: Option<String>,
}

impl Fed {
    fn note(&mut self, text: impl FnOnce() -> String) {
        if self.first.is_none() {
            self.first = Some(text());
        }
    }
}

/// A section in a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The name of the section.
    pub section: String,
    /// The year.
    pub year: u16,
}

/// Exact sums by section, year, month and item.
#[derive(Clone, Debug)]
pub struct Annual {
    pub(crate) keys: Vec<Key>,
    numbers: HashMap<Key, u32>,
    pub(crate) table: SumTable,
    fed: Fed,
}

/// What a year needs, and how it is averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOptions {
    /// Months that must have a value: twelve, or eight where ice or drought prevents sampling.
    pub months: u32,
    /// Whether all values count the same, and not all months.
    pub pooled: bool,
}

impl Default for YearOptions {
    fn default() -> Self {
        Self { months: 12, pooled: false }
    }
}

const MONTHS: usize = 12;

fn no_room(error: impl core::fmt::Display) -> Failure {
    Failure::new(Status::TooLarge, error)
}

impl Annual {
    /// No sums.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn new() -> Result<Self, Failure> {
        let table = SumTable::new(0, MONTHS, ItemSet::ALL).map_err(no_room)?;
        Ok(Self { keys: Vec::new(), numbers: HashMap::new(), table, fed: Fed::default() })
    }

    /// What became of all values that were fed here; merged sums are not counted.
    #[must_use]
    pub const fn fed(&self) -> &Fed {
        &self.fed
    }

    /// The number of sections, each year of one counting.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of a section and year in the table; a new one gets the next.
    pub(crate) fn number(&mut self, key: Key) -> Result<u32, Failure> {
        if let Some(number) = self.numbers.get(&key) {
            return Ok(*number);
        }
        let number = u32::try_from(self.keys.len()).map_err(no_room)?;
        self.table.grow(self.keys.len() + 1).map_err(no_room)?;
        self.keys.push(key.clone());
        self.numbers.insert(key, number);
        Ok(number)
    }

    /// Adds the rows of a table: a section, a time and readings each.
    ///
    /// # Errors
    /// For columns that do not fit, before anything is summed; cells that do not are counted.
    pub fn feed(
        &mut self,
        table: &TableView<'_>,
        section: &str,
        time: &str,
        names: &Names,
        reader: &Reader,
    ) -> Result<(), Failure> {
        let (sections, times) = (named(table, section)?, named(table, time)?);
        let mut findings = Vec::new();
        let mut columns = Vec::new();
        for found in readings(table, names)? {
            columns.push(reader.numbers(&found, &mut findings)?);
        }
        let (numbers, months) = self.places(sections, times, table.rows)?;
        let mut fast = Vec::new();
        let mut slow = Vec::new();
        let marks_missing = reader.minus_one_is_missing;
        for column in &columns {
            let item = column.item;
            let fed = match &column.numbers {
                Numbers::F64(values) => Some(ItemColumn::new(item, values)),
                Numbers::I32(values, scale) => Some(ItemColumn::scaled_i32(item, values, *scale)),
                Numbers::I64(values, scale) => Some(ItemColumn::scaled_i64(item, values, *scale)),
                Numbers::OwnI64(values, scale) => {
                    Some(ItemColumn::scaled_i64(item, values, *scale))
                }
                Numbers::Read(read) => Some(ItemColumn::from(read.as_ref())),
                Numbers::F32(_) | Numbers::OwnF64(_) => None,
            };
            // −1 that means "not monitored" is no validity bit.
            let Some(mut fed) = fed.filter(|_| !marks_missing) else {
                slow.push(column);
                continue;
            };
            if let Some(bits) = column.validity() {
                fed = fed.with_validity(bits);
            }
            if let Some(bits) = column.below() {
                fed = fed.with_below_limit(bits);
            }
            fast.push(fed);
        }
        if !fast.is_empty() {
            self.feed_columns(&numbers, &months, &fast)?;
        }
        for column in slow {
            self.feed_slowly(&numbers, &months, column, marks_missing);
        }
        self.fed.refused += findings.len() as u64;
        // A cell that was not read has no value, and was counted as missing.
        self.fed.missing = self.fed.missing.saturating_sub(findings.len() as u64);
        if let Some(finding) = findings.first() {
            self.fed.note(|| format!("row {}: {}: {}", finding.row, finding.item, finding.text));
        }
        Ok(())
    }

    /// Feeds the rows that have a place; each run of them is one call.
    fn feed_columns(
        &mut self,
        numbers: &[u32],
        months: &[u8],
        columns: &[ItemColumn<'_>],
    ) -> Result<(), Failure> {
        let wide = WideColumns::new(numbers, months, columns);
        let counts: FeedCounts = self.table.add_wide(&wide).map_err(no_room)?;
        let left_out = numbers.iter().filter(|number| **number == NO_PLACE).count() as u64;
        self.fed.used += counts.used();
        self.fed.below += counts.below();
        self.fed.missing += counts.missing();
        // Values of rows without a place are counted with these rows.
        let placed =
            counts.refused().saturating_sub(self.placeless(numbers, columns.len(), left_out));
        self.fed.refused += placed;
        if placed > 0
            && let Some(first) = counts.first_refused()
        {
            self.fed.note(|| format!("row {}: {}", first.row(), first.error()));
        }
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "a part of `feed_columns`")]
    fn placeless(&self, numbers: &[u32], columns: usize, left_out: u64) -> u64 {
        if left_out == 0 || numbers.is_empty() { 0 } else { left_out * columns as u64 }
    }

    fn feed_slowly(
        &mut self,
        numbers: &[u32],
        months: &[u8],
        column: &ItemNumbers<'_>,
        marks_missing: bool,
    ) {
        let item = column.item;
        let minus_one = gb3838::Decimal::from_integer(-1);
        for (row, (number, month)) in numbers.iter().zip(months).enumerate() {
            if *number == NO_PLACE {
                continue;
            }
            let reading = match column.reading(row) {
                None => {
                    self.fed.missing += 1;
                    continue;
                }
                Some(Ok(Reading::Value(value))) if marks_missing && value == minus_one => {
                    self.fed.missing += 1;
                    continue;
                }
                Some(reading) => reading,
            };
            let (section, month) = (*number as usize, usize::from(*month));
            let added = reading.and_then(|reading| {
                let added = self.table.add_reading(section, month, item, &reading);
                added.map(|_| reading).map_err(|error| error.to_string())
            });
            match added {
                Ok(reading) => {
                    self.fed.used += 1;
                    self.fed.below += u64::from(matches!(reading, Reading::Below(_)));
                }
                Err(text) => {
                    self.fed.refused += 1;
                    self.fed.note(|| format!("row {row}: {text}"));
                }
            }
        }
    }

    /// The section in its year and the month of each row.
    fn places(
        &mut self,
        sections: &ColumnView<'_>,
        times: &ColumnView<'_>,
        rows: usize,
    ) -> Result<(Vec<u32>, Vec<u8>), Failure> {
        let (mut numbers, mut months) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        // Neighbours are often of one section and month.
        let mut last: Option<(String, Date, u32)> = None;
        for row in 0..rows {
            let name = section_name(sections, row)?;
            let date = date_of(times, row)?;
            let (Some(name), Ok(date)) = (name, date.as_ref()) else {
                self.fed.rows_left_out += 1;
                self.fed.note(|| match date {
                    Err(text) => format!("row {row}: {text}"),
                    Ok(_) => format!("row {row}: there is no section"),
                });
                numbers.push(NO_PLACE);
                months.push(0);
                continue;
            };
            let number = match &last {
                Some((same, day, number)) if *same == name && day.year() == date.year() => *number,
                _ => self.number(Key { section: name.to_string(), year: date.year().get() })?,
            };
            months.push(date.month().number() - 1);
            numbers.push(number);
            if last.as_ref().is_none_or(|(_, _, before)| *before != number) {
                last = Some((name.to_string(), *date, number));
            }
        }
        Ok((numbers, months))
    }

    /// Adds the sums of another.
    ///
    /// # Errors
    /// When there is no memory, or a sum would have no room.
    pub fn merge(&mut self, other: &Self) -> Result<(), Failure> {
        let mut snapshot = other.table.snapshot();
        let mut places = Vec::with_capacity(other.keys.len());
        for key in &other.keys {
            places.push(self.number(key.clone())? as usize);
        }
        self.merge_cells(&mut snapshot, &places)
    }

    /// Adds the cells of a snapshot, whose sections stand at other places here.
    pub(crate) fn merge_cells(
        &mut self,
        snapshot: &mut SumSnapshot,
        places: &[usize],
    ) -> Result<(), Failure> {
        for cell in &mut snapshot.cells {
            let place = places.get(cell.section).copied();
            cell.section = place.ok_or(Failure::from(Status::BadState))?;
        }
        snapshot.sections = self.table.sections();
        self.table.merge_snapshot(snapshot).map_err(|error| match error {
            SnapshotError::Table(error) => no_room(error),
            error => Failure::new(Status::BadState, error),
        })
    }

    /// The sections in the order of their names and years: no order of feeding shows.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by(|one, two| self.keys[*one].cmp(&self.keys[*two]));
        order
    }

    /// The year of each section, by the means of its months.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn classes(
        &self,
        classifier: &Classifier,
        target: Option<Class>,
        options: YearOptions,
    ) -> Result<Answers, Failure> {
        let span =
            if options.pooled { SumSpan::pooled(0..MONTHS) } else { SumSpan::months(0..MONTHS) };
        let span = span.with_requirement(Requirement::Months(options.months));
        let decisive = classifier.decisive_class();
        let decisive = target.map_or(decisive, |target| target.min(decisive));
        let classifier = classifier.clone().with_decisive_class(decisive);
        let order = self.order();
        let mut years = Years::default();
        for place in &order {
            let found = classifier.assess_points(&self.table, &[*place], &span);
            let found = found.map_err(|error| Failure::new(Status::Overflow, error))?;
            let key = &self.keys[*place];
            years.section.push(Some(key.section.clone()));
            years.year.push(key.year);
            years.class.push(ClassCode::from(found.class()).value());
            years.determining.push(found.determining().bits());
            years.participating.push(found.participating().bits());
            years.absent.push(found.absent().bits());
            years.undecidable.push(found.undecidable().bits());
            let worse = target.map_or(ItemSet::EMPTY, |target| found.worse_than(target));
            years.worse.push(worse.bits());
            let deciding = found.deciding_sufficiency(&self.table, &[*place], &span, target);
            years.months.push(deciding.map_or(0, |it| it.found()));
            years.sufficient.push(found.sufficiency().is_some_and(|it| it.is_sufficient()));
            years.met.push(match (found.class(), target) {
                (Some(class), Some(target)) if class.meets(target) => 1,
                (Some(_), Some(_)) => 2,
                _ => 0,
            });
        }
        Ok(years.answers(order.len()))
    }
}

/// The number of a row that has no section or no time: no table has such a section.
const NO_PLACE: u32 = u32::MAX;

#[derive(Default)]
struct Years {
    section: Vec<Option<String>>,
    year: Vec<u16>,
    class: Vec<u8>,
    determining: Vec<u32>,
    participating: Vec<u32>,
    absent: Vec<u32>,
    undecidable: Vec<u32>,
    worse: Vec<u32>,
    months: Vec<u32>,
    sufficient: Vec<bool>,
    met: Vec<u32>,
}

impl Years {
    fn answers(self, rows: usize) -> Answers {
        let verdicts = ["not_assessed", "met", "missed"].map(str::to_owned).to_vec();
        Answers {
            columns: vec![
                ("section", Answer::Texts(self.section)),
                ("year", Answer::Years(self.year)),
                ("class", Answer::FewNames(self.class, class_names())),
                ("determining", set_names(self.determining)),
                ("participating", set_names(self.participating)),
                ("absent", set_names(self.absent)),
                ("undecidable", set_names(self.undecidable)),
                ("worse_than_target", set_names(self.worse)),
                ("met", Answer::Names(self.met, verdicts)),
                ("months", Answer::Numbers(self.months)),
                ("sufficient", Answer::Truths(self.sufficient)),
            ],
            rows,
            texts: Texts::Offsets,
        }
    }
}

/// The section of a row, without blanks around its name; `None` where there is none.
pub(crate) fn section_name<'c>(
    column: &'c ColumnView<'_>,
    row: usize,
) -> Result<Option<Cow<'c, str>>, Failure> {
    if !column.is_valid(row) {
        return Ok(None);
    }
    Ok(match &column.values {
        Values::Text(texts) => {
            let name = texts.get(row).map(String::from_utf8_lossy).map(|name| match name {
                Cow::Borrowed(name) => Cow::Borrowed(name.trim()),
                Cow::Owned(name) => Cow::Owned(name.trim().to_owned()),
            });
            name.filter(|name| !name.is_empty())
        }
        Values::I8(values) => Some(values[row].to_string().into()),
        Values::U8(values) => Some(values[row].to_string().into()),
        Values::I16(values) => Some(values[row].to_string().into()),
        Values::U16(values) => Some(values[row].to_string().into()),
        Values::I32(values) => Some(values[row].to_string().into()),
        Values::U32(values) => Some(values[row].to_string().into()),
        Values::I64(values) => Some(values[row].to_string().into()),
        Values::U64(values) => Some(values[row].to_string().into()),
        _ => {
            return Err(Failure::new(
                Status::OtherType,
                format_args!("column {:?}: expected names or numbers of sections", column.name),
            ));
        }
    })
}

/// The date of a row, or why it has none.
pub(crate) fn date_of(
    column: &ColumnView<'_>,
    row: usize,
) -> Result<Result<Date, String>, Failure> {
    if !column.is_valid(row) {
        return Ok(Err("there is no time".to_owned()));
    }
    let of_days = |days: i64| date_of_days(days).ok_or_else(|| format!("{days} days is no date"));
    Ok(match &column.values {
        Values::Days(values) => of_days(values[row].into()),
        Values::Instants(values, unit) => of_days(values[row].div_euclid(unit * 86_400)),
        Values::Text(texts) => {
            let bytes = texts.get(row).unwrap_or_default();
            core::str::from_utf8(bytes).map_err(|error| error.to_string()).and_then(|text| {
                let date = text.trim().parse::<Timestamp>().map(Timestamp::date);
                date.map_err(|error| error.to_string())
            })
        }
        _ => {
            return Err(Failure::new(
                Status::OtherType,
                format_args!(
                    "column {:?}: expected dates, times without a zone, or texts",
                    column.name
                ),
            ));
        }
    })
}

/// The civil date of a number of days since 1970-01-01, by counting years and months: the
/// calendar itself is the library's.
fn date_of_days(days: i64) -> Option<Date> {
    // Whole cycles of 400 years first, then the library's own months.
    let shifted = days.checked_add(719_468)?;
    let (era, day) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let year = Year::new(u16::try_from(year).ok()?).ok()?;
    Date::new(year.get(), u8::try_from(month).ok()?, u8::try_from(day_of_month).ok()?).ok()
}
