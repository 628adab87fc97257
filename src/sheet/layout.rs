//! How a table is laid out: which row heads it, which form it has, what each column is.

use alloc::string::String;
use alloc::vec::Vec;

use crate::reading::time::time_text::{TableTime, TableTimeError};
use crate::sheet::finding::{Finding, FindingKind};
use crate::sheet::header::{Header, find_header, is_time};
use crate::sheet::heading::{Heading, NotRead, Waters};
use crate::sheet::measured::MeasuredColumn;
use crate::sheet::role::Role;
use crate::sheet::row::RowKind;
use crate::standard::naming::plain_text::{PlainText, holds_word};
use crate::standard::naming::refusal::Refusal;
use crate::standard::naming::spelled_unit::SpelledUnit;
use crate::standard::water_body::WaterBody;
use crate::text::error_text::QuotedText;

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A row a sample, a column an item.
    Wide,
    /// A row a reading: the item, the value.
    Long,
    /// A row an item, a column a sample, as laboratories print it.
    ItemsInRows,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    heading: String,
    meaning: Heading,
    repeats: Option<usize>,
}

impl Column {
    /// The heading, of two rows where there are two.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// What it says.
    #[must_use]
    pub const fn meaning(&self) -> &Heading {
        &self.meaning
    }

    /// The column before it that means the same and is read instead.
    #[must_use]
    pub const fn repeats(&self) -> Option<usize> {
        self.repeats
    }

    /// Whether it is neither read nor a finding.
    #[must_use]
    pub const fn is_passed_over(&self) -> bool {
        matches!(self.meaning, Heading::Usual | Heading::Other)
            || matches!(
                self.meaning,
                Heading::Role(
                    Role::WaterName | Role::TargetClass | Role::Limit | Role::SectionCode
                )
            )
    }
}

/// How a table is laid out.
///
/// # Reference
/// Ours: layouts of published tables, of platforms and laboratories (F).
///
/// # Example
/// ```
/// use gb3838::Item;
/// use gb3838::sheet::{Form, Layout, Role, RowKind, Waters};
///
/// let rows = [
///     ["2024年1月地表水水质监测结果", "", "", ""],
///     ["断面名称", "采样时间", "监测项目（mg/L）", ""],
///     ["", "", "化学需氧量（COD）", "氨氮(μg/L)"],
///     ["高塘", "2024-01-05", "12", "150"],
///     ["标准限值", "", "20", "1000"],
/// ];
/// let layout = Layout::detect(&rows, Waters::Surface);
/// assert_eq!((layout.form(), layout.first_row()), (Form::Wide, 3));
/// assert_eq!(layout.section(), Some(0));
/// let measured: Vec<_> = layout.measured().map(|(at, it)| (at, it.to_string())).collect();
/// assert_eq!(measured, [(2, "COD (mg/L)".to_owned()), (3, "NH3-N (µg/L)".to_owned())]);
/// assert_eq!(layout.row_kind(&rows[4]), RowKind::Limit);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    form: Form,
    waters: Waters,
    title_rows: usize,
    first_row: usize,
    columns: Vec<Column>,
    findings: Vec<Finding>,
}

impl Layout {
    /// How many rows are looked at: more say nothing new about the layout.
    pub const LOOKED_AT: usize = 60;

    /// The layout of a table by its first rows, at most [`LOOKED_AT`](Self::LOOKED_AT).
    ///
    /// A table without any heading that is known is read from its first row.
    #[must_use]
    pub fn detect<R: AsRef<[C]>, C: AsRef<str>>(rows: &[R], waters: Waters) -> Self {
        let rows = &rows[..rows.len().min(Self::LOOKED_AT)];
        Self::new(rows, find_header(rows, waters), waters)
    }

    /// The layout of a table whose headings are known to stand in its first row.
    #[must_use]
    pub fn of_headings<C: AsRef<str>>(headings: &[C], waters: Waters) -> Self {
        let headings: Vec<&str> = headings.iter().map(AsRef::as_ref).collect();
        let rows: [&[&str]; 1] = [&headings];
        let texts = headings.iter().map(|text| (*text).into()).collect();
        let header = Header { title_rows: 0, rows: 1, texts, unit: None, items_in: None };
        Self::new(&rows, header, waters)
    }

    fn new<R: AsRef<[C]>, C: AsRef<str>>(rows: &[R], header: Header, waters: Waters) -> Self {
        let first_row = header.title_rows + header.rows;
        let mut columns: Vec<Column> = header
            .texts
            .into_iter()
            .map(|heading| {
                let meaning = with_unit(Heading::read(&heading, waters), header.unit);
                Column { heading, meaning, repeats: None }
            })
            .collect();
        if let Some(items_in) = header.items_in {
            columns[items_in].meaning = Heading::Role(Role::Item);
        }
        let readings = rows.get(first_row..).unwrap_or(&[]);
        find_water_bodies(&mut columns, readings);
        find_marks(&mut columns);
        let has = |role| columns.iter().any(|column| column.meaning == Heading::Role(role));
        let has_item = has(Role::Item) || has(Role::ItemCode);
        let has_times = columns.iter().any(|column| is_time(&column.heading));
        let form = match (has_item, has(Role::Value) && !has_times) {
            (true, true) if header.items_in.is_none() => Form::Long,
            (true, _) if columns.iter().all(|it| !matches!(it.meaning, Heading::Measured(_))) => {
                Form::ItemsInRows
            }
            _ => Form::Wide,
        };
        let mut layout = Self {
            form,
            waters,
            title_rows: header.title_rows,
            first_row,
            columns,
            findings: Vec::new(),
        };
        layout.find();
        layout
    }

    /// Finds what must be said about the columns.
    fn find(&mut self) {
        for place in 0..self.columns.len() {
            let column = &self.columns[place];
            let text = QuotedText::new(&column.heading);
            let first = match &column.meaning {
                Heading::NotRead(not_read) => {
                    let kind = FindingKind::NotRead(*not_read);
                    self.findings.push(Finding::of_column(place, kind));
                    None
                }
                Heading::Measured(measured) => self.columns[..place].iter().position(|before| {
                    matches!(before.meaning, Heading::Measured(it)
                        if it.quantity() == measured.quantity())
                }),
                Heading::Role(role @ (Role::Section | Role::Point | Role::WaterBody)) => self
                    .columns[..place]
                    .iter()
                    .position(|before| before.meaning == Heading::Role(*role)),
                _ => None,
            };
            if let Some(first) = first {
                self.columns[place].repeats = Some(first);
                let kind = FindingKind::Repeated { text, first };
                self.findings.push(Finding::of_column(place, kind));
            }
        }
        if self.form == Form::Wide && self.measured().next().is_none() {
            let place = crate::sheet::finding::Place::default();
            self.findings.push(Finding { place, kind: FindingKind::NothingMeasured });
        }
    }

    /// The form.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// How many rows of titles stand before the headings.
    #[must_use]
    pub const fn title_rows(&self) -> usize {
        self.title_rows
    }

    /// The first row behind the headings, from 0.
    #[must_use]
    pub const fn first_row(&self) -> usize {
        self.first_row
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What must be said about the columns.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The columns of readings that are read, with their places; of a wide table.
    pub fn measured(&self) -> impl Iterator<Item = (usize, MeasuredColumn)> + '_ {
        self.columns.iter().enumerate().filter_map(|(place, column)| match column.meaning {
            Heading::Measured(measured) if column.repeats.is_none() => Some((place, measured)),
            _ => None,
        })
    }

    /// The first column of a role.
    #[must_use]
    pub fn role(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == Heading::Role(role))
    }

    /// The column of marks (HJ 212: N, S; F, M, D, C, T, B) of the readings of a column.
    #[must_use]
    pub fn mark_of(&self, column: usize) -> Option<usize> {
        let Heading::Measured(measured) = self.columns.get(column)?.meaning else { return None };
        let mark = Heading::MarkOf(measured.quantity());
        self.columns.iter().position(|column| column.meaning == mark)
    }

    /// The column that names the section: without one the lake whose points stand in another
    /// column, the point, the code of the section, the name of the water.
    #[must_use]
    pub fn section(&self) -> Option<usize> {
        let rest = [Role::Point, Role::SectionCode, Role::WaterName];
        self.role(Role::Section)
            .or_else(|| self.lake_with_points())
            .or_else(|| rest.into_iter().find_map(|role| self.role(role)))
    }

    /// The column of points within sections, or within lakes.
    #[must_use]
    pub fn point(&self) -> Option<usize> {
        let of_points = self.role(Role::Section).or_else(|| self.lake_with_points());
        of_points.and_then(|_| self.role(Role::Point))
    }

    /// The column of lakes in a table of their points: its heading is a word for lakes alone, for
    /// on a river each point is a section.
    fn lake_with_points(&self) -> Option<usize> {
        self.role(Role::Point)?;
        let place = self.role(Role::WaterName)?;
        let heading = self.columns.get(place)?.heading.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        (has(&["湖", "库", "lake", "reservoir"]) && !has(&["河", "river"])).then_some(place)
    }

    /// The column that names the item of a row, or has its code.
    #[must_use]
    pub fn item(&self) -> Option<usize> {
        self.role(Role::Item).or_else(|| self.role(Role::ItemCode))
    }

    /// The columns that are samples, where items stand in rows: all behind the item that are
    /// no unit, limit, statistic or number of a row.
    pub fn samples(&self) -> impl Iterator<Item = usize> + '_ {
        let item = self.item().filter(|_| self.form == Form::ItemsInRows);
        self.columns.iter().enumerate().filter_map(move |(place, column)| {
            let is_sample = matches!(column.meaning, Heading::Other)
                || matches!(column.meaning, Heading::Role(Role::Value | Role::Section));
            let is_readings = RowKind::of_label(&column.heading) == RowKind::Readings;
            (item.is_some_and(|item| place > item) && is_sample && is_readings).then_some(place)
        })
    }

    /// Whether the heading of a column is a time, or a month of which the year is not said (`1月`,
    /// `1月份`): what stands below it was measured then.
    #[must_use]
    pub fn is_of_time(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|column| is_time(&column.heading))
    }

    /// The time of a row: of its own column, of columns of dates and of clocks, or of columns
    /// of years, months and days; `None` where the table has no such columns.
    ///
    /// # Errors
    /// When a cell is no time, or one that can be read in two ways.
    pub fn time_of<C: AsRef<str>>(&self, cells: &[C]) -> Option<Result<TableTime, TableTimeError>> {
        let cell = |place: usize| cells.get(place).map_or("", AsRef::as_ref);
        let of = |role: Role| self.role(role).map(cell);
        if let Some(first) = self.role(Role::Time) {
            let later = self.columns[first + 1..]
                .iter()
                .position(|column| column.meaning == Heading::Role(Role::Time))
                .map(|place| cell(first + 1 + place));
            let clock = later.or_else(|| of(Role::Hour)).unwrap_or("");
            return Some(with_clock(cell(first), clock));
        }
        let month = of(Role::Month)?;
        Some(match of(Role::Year) {
            Some(year) => TableTime::from_parts(year, month, of(Role::Day)),
            None => month.parse(),
        })
    }

    /// What a row reads, where it names its item: the item and its unit, of a cell of its own
    /// or behind the name.
    ///
    /// # Errors
    /// When the cell names nothing that is known, or a unit that measures something else.
    pub fn measured_of<C: AsRef<str>>(
        &self,
        cells: &[C],
    ) -> Option<Result<MeasuredColumn, NotRead>> {
        let cell = |place: usize| cells.get(place).map_or("", AsRef::as_ref);
        let name = cell(self.item()?);
        let heading = Heading::read(name, self.waters);
        let unit = self.role(Role::Unit).and_then(|place| cell(place).parse().ok());
        Some(match with_unit(heading, unit) {
            Heading::Measured(measured) => {
                let stated = self.role(Role::Unit).map_or("", cell).trim();
                let is_told = stated.is_empty() || unit.is_some() || stated.chars().all(is_dash);
                let fits = measured.stated_unit() == unit || unit.is_none();
                if is_told && fits {
                    Ok(measured)
                } else {
                    Err(NotRead::of_unit(stated, measured.quantity()))
                }
            }
            Heading::NotRead(not_read) => Err(not_read),
            Heading::Role(_)
            | Heading::MarkOf(_)
            | Heading::Usual
            | Heading::Other
            | Heading::Blank => return None,
        })
    }

    /// What a row is, by the cells that stand for its section, time or item, or its first.
    #[must_use]
    pub fn row_kind<C: AsRef<str>>(&self, cells: &[C]) -> RowKind {
        let cell = |place: usize| cells.get(place).map_or("", AsRef::as_ref);
        if cells.iter().all(|cell| cell.as_ref().trim().is_empty()) {
            return RowKind::Blank;
        }
        let same = |(place, column): (usize, &Column)| cell(place).trim() == column.heading.trim();
        let named = self.columns.iter().filter(|column| !column.heading.trim().is_empty());
        if named.count() > 1 && self.columns.iter().enumerate().all(same) {
            return RowKind::Headings;
        }
        let labels = [Role::Section, Role::Point, Role::Time, Role::Month, Role::Item];
        let first = cells.iter().position(|cell| !cell.as_ref().trim().is_empty());
        let labels = labels.into_iter().filter_map(|role| self.role(role));
        let kind = labels
            .chain(first.filter(|place| self.role(Role::Section) != Some(*place)))
            .map(cell)
            .map(RowKind::of_label)
            .find(|kind| *kind != RowKind::Readings);
        let mut filled = cells.iter().map(AsRef::as_ref).filter(|cell| !cell.trim().is_empty());
        kind.unwrap_or_else(|| {
            let is_signed = filled.all(RowKind::is_sign_off);
            if is_signed { RowKind::Remark } else { RowKind::Readings }
        })
    }
}

const fn is_dash(character: char) -> bool {
    matches!(character, '-' | '—' | '–' | '/' | '／' | '－')
}

/// A heading without a unit, in a unit that stands elsewhere and fits it.
fn with_unit(heading: Heading, unit: Option<SpelledUnit>) -> Heading {
    match heading {
        Heading::Measured(measured) if measured.stated_unit().is_none() => {
            let with = MeasuredColumn::in_unit(measured.quantity(), unit);
            Heading::Measured(with.unwrap_or(measured))
        }
        other => other,
    }
}

/// A day and the clock of a cell of its own; a time that has both is whole.
fn with_clock(day: &str, clock: &str) -> Result<TableTime, TableTimeError> {
    let time: TableTime = day.parse()?;
    let is_day = matches!(time, TableTime::Day(it) if it.second_of_day().is_none());
    if !is_day || clock.trim().is_empty() {
        return Ok(time);
    }
    let mut whole = String::from(day.trim());
    whole.push(' ');
    whole.push_str(clock.trim());
    // A second column of times may be another time altogether.
    whole.parse().or(Ok(time))
}

/// A column of marks of an item that has one column of readings beside it is read with it.
fn find_marks(columns: &mut [Column]) {
    let is_mark = |heading: &str| {
        PlainText::new(heading).is_some_and(|plain| {
            let holds = |words: &[&str]| words.iter().any(|it| holds_word(plain.as_slice(), it));
            holds(&MARKS) && !holds(&REMARKS)
        })
    };
    for place in 0..columns.len() {
        let Heading::NotRead(not_read) = columns[place].meaning else { continue };
        let Some(quantity) = not_read.nearest() else { continue };
        let has =
            |meaning: &dyn Fn(&Heading) -> bool| columns.iter().any(|it| meaning(&it.meaning));
        let has_readings =
            has(&|it| matches!(it, Heading::Measured(it) if it.quantity() == quantity));
        let is_second = has(&|it| *it == Heading::MarkOf(quantity));
        if not_read.refusal() == Refusal::Flag
            && has_readings
            && !is_second
            && is_mark(&columns[place].heading)
        {
            columns[place].meaning = Heading::MarkOf(quantity);
        }
    }
}

/// Words of columns that hold marks of readings.
const MARKS: [&str; 10] =
    ["flag", "标识", "标记", "标志", "状态", "有效性", "status", "state", "valid", "qc"];

/// Words of columns that hold sentences about readings.
const REMARKS: [&str; 7] = ["备注", "说明", "remark", "note", "方法", "method", "质控"];

/// A column of an unknown heading whose cells all name water bodies says which limits apply.
fn find_water_bodies<R: AsRef<[C]>, C: AsRef<str>>(columns: &mut [Column], rows: &[R]) {
    let role = Heading::Role(Role::WaterBody);
    if columns.iter().any(|column| column.meaning == role) {
        return;
    }
    for (place, column) in columns.iter_mut().enumerate() {
        if !matches!(column.meaning, Heading::Other | Heading::Usual) {
            continue;
        }
        let cells =
            rows.iter().filter_map(|row| row.as_ref().get(place)).map(|cell| cell.as_ref().trim());
        let mut count = 0;
        let all_name = cells.filter(|cell| !cell.is_empty()).all(|cell| {
            count += 1;
            cell.parse::<WaterBody>().is_ok()
        });
        if all_name && count > 0 {
            column.meaning = role;
            return;
        }
    }
}
