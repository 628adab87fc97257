//! Thousands of rows into exact sums at once; by itself each row that is not plain.

use std::collections::HashMap;

use gb3838::batch::{TextColumn, TextTable};
use gb3838::{Bits, ItemSet, Month, SumTable, Timestamp, Year};

use crate::samples::read::{Columns, Known, Samples};
use crate::samples::remarks::Remarks;
use crate::table::labels::Labels;
use crate::table::lines::{Block, Line};
use crate::table::reader::TableReader;
use crate::table::records::Record;
use crate::table::water_bodies::WaterBodies;

/// How many texts of times, and of sections, are remembered.
const KEPT: usize = 1 << 16;

/// How many years of a part are summed by columns.
const YEARS: usize = 32;

/// Some thousands of lines, and what stands in their cells.
pub(crate) struct Part {
    pub(crate) block: Block,
    table: TextTable,
    remarks: Remarks,
    /// The rows with a reading that may be one to remark on, or that a sum may have no room for:
    /// they are read by themselves.
    single: Vec<bool>,
}

impl Part {
    /// The items of the columns.
    fn items(&self) -> ItemSet {
        self.table.columns().iter().map(TextColumn::item).collect()
    }

    /// Reads the cells.
    ///
    /// # Errors
    /// When a block is larger than any is.
    pub(crate) fn read(&mut self) -> Result<(), String> {
        self.table.read(&self.block.text).map_err(|error| error.to_string())?;
        self.single.clear();
        self.single.resize(self.table.rows().len(), false);
        self.remarks.mark(self.table.columns(), &mut self.single)?;
        for column in self.table.columns() {
            SumTable::each_row_that_may_lack_room(column, |row| self.single[row] = true);
        }
        Ok(())
    }
}

/// What adds parts to sums, one after the other.
pub(crate) struct ByColumns {
    separator: u8,
    width: usize,
    empty: TextTable,
    /// The places of the columns of items.
    items: Vec<usize>,
    labels: Labels,
    /// The column of times, where the time of a row stands in one cell, so that equal cells are
    /// equal times.
    time: Option<usize>,
    /// Whether the first cell, section, point and time are all that says what a row is, so that
    /// one whose cells were seen before is one of readings.
    are_labels: bool,
    sections: KnownSections,
    times: HashMap<String, Timestamp>,
    /// The last text of a time.
    last: Option<(String, Timestamp)>,
    rows: PartRows,
    places: Places,
    line: Line,
    record: Record,
}

/// What the cells say that name the section of a row.
#[derive(Clone, Copy)]
enum Section {
    /// The number of a section or point of it.
    Known(u32),
    /// Something must be said about them: such a row is read by itself.
    ToBeSaid,
}

impl Section {
    /// The same with the time of a row.
    fn at(self, time: Timestamp) -> Labelled {
        match self {
            Self::Known(number) => Labelled::Known(number, time),
            Self::ToBeSaid => Labelled::ToBeSaid,
        }
    }
}

/// The sections that were seen, by the cells that name them.
///
/// Rows mostly stand section by section, or in the same order each month: what stood behind the
/// last section before is tried first.
#[derive(Default)]
struct KnownSections {
    places: HashMap<String, usize>,
    /// The cells, each with a line feed, which no cell of a plain row holds; what they say; and the
    /// place of the section that stood behind it last.
    sections: Vec<(String, Section, usize)>,
    /// The place of the last one.
    last: usize,
    key: String,
}

impl KnownSections {
    /// As they stand: blanks around a name only give it another key.
    fn set_key(&mut self, cells: [&str; 4]) {
        self.key.clear();
        for cell in cells {
            self.key.push_str(cell);
            self.key.push('\n');
        }
    }

    fn find(&mut self, cells: [&str; 4]) -> Option<Section> {
        let guess = self.sections.get(self.last).map_or(0, |(.., next)| *next);
        if let Some((key, section, _)) = self.sections.get(guess)
            && are_cells_of(key, cells)
        {
            self.last = guess;
            return Some(*section);
        }
        self.set_key(cells);
        let place = *self.places.get(self.key.as_str())?;
        self.go_to(place);
        self.sections.get(place).map(|(_, section, _)| *section)
    }

    fn go_to(&mut self, place: usize) {
        if let Some((.., next)) = self.sections.get_mut(self.last) {
            *next = place;
        }
        self.last = place;
    }

    fn add(&mut self, cells: [&str; 4], section: Section) {
        if self.sections.len() >= KEPT {
            *self = Self::default();
        }
        self.set_key(cells);
        let place = self.sections.len();
        self.places.insert(self.key.clone(), place);
        self.sections.push((self.key.clone(), section, place));
        self.go_to(place);
    }
}

/// Whether a text is these cells, each with a line feed.
fn are_cells_of(key: &str, cells: [&str; 4]) -> bool {
    let mut rest = key.as_bytes();
    for cell in cells {
        let Some((start, behind)) = rest.split_at_checked(cell.len()) else { return false };
        // Comparing nothing is slow: the processor looks where nothing stands.
        if !(cell.is_empty() || start == cell.as_bytes()) || behind.first() != Some(&b'\n') {
            return false;
        }
        rest = &behind[1..];
    }
    rest.is_empty()
}

/// The cells that say of which section a row is.
fn section_cells<'c>(columns: &Columns, cell: impl Fn(usize) -> &'c str) -> [&'c str; 4] {
    let places = [Some(columns.section), columns.point, columns.bodies.column, columns.water];
    places.map(|place| place.map_or("", &cell))
}

/// What the cells of a row say about its section and its time.
#[derive(Clone, Copy)]
enum Labelled {
    /// They are all that says what the row is, and one of them was not seen before.
    NotSeen,
    /// Something must be said about them: such a row is read by itself.
    ToBeSaid,
    /// The number of the section or point, and the time.
    Known(u32, Timestamp),
}

/// The places of sections and points in the sums of one year, as they were found last.
#[derive(Default)]
struct Places {
    year: Option<Year>,
    /// By the number in the file, and which of them are known.
    known: Vec<Option<u32>>,
    numbers: Vec<usize>,
}

impl Places {
    fn of(
        &mut self,
        samples: &mut Samples<'_>,
        section: u32,
        month: Month,
        items: ItemSet,
    ) -> Result<u32, String> {
        if self.year != Some(month.year()) {
            self.year = Some(month.year());
            self.numbers.drain(..).for_each(|number| self.known[number] = None);
        }
        let number = section as usize;
        if let Some(Some(place)) = self.known.get(number) {
            return Ok(*place);
        }
        let place = samples.place(section, month, items)?;
        let place = u32::try_from(place).map_err(|error| error.to_string())?;
        if number >= self.known.len() {
            self.known.resize(number + 1, None);
        }
        self.known[number] = Some(place);
        self.numbers.push(number);
        Ok(place)
    }
}

/// Where the rows of a part go.
#[derive(Default)]
struct PartRows {
    sections: Vec<u32>,
    periods: Vec<u8>,
    /// The month of each row that is used.
    months: Vec<Option<Month>>,
    years: Vec<Year>,
}

impl PartRows {
    fn clear(&mut self) {
        self.sections.clear();
        self.periods.clear();
        self.months.clear();
        self.years.clear();
    }

    /// Whether a time is of one of the few years of a part; rows of more are read by themselves,
    /// for columns are gone through once a year.
    fn is_one_of_few_years(&mut self, time: Timestamp) -> bool {
        let year = time.date().month().year();
        if self.years.last() == Some(&year) || self.years.contains(&year) {
            return true;
        }
        let is_one = self.years.len() < YEARS;
        if is_one {
            self.years.push(year);
        }
        is_one
    }
}

impl ByColumns {
    pub(crate) fn new(columns: &Columns, table: &TableReader<'_>) -> Self {
        let (separator, width) = (table.separator().unwrap_or(b','), columns.headers.len());
        let mut empty = TextTable::new(separator, width);
        let mut items = Vec::new();
        for (place, measured, item) in &columns.items {
            let column = TextColumn::new(*item, SumTable::places(*item));
            // The unit fits the item: other headings are not read.
            if let Some(column) = column.in_unit(measured.unit()) {
                empty = empty.with_column(*place, column);
                items.push(*place);
            }
        }
        let (labels, time) = (table.labels(), table.time_place());
        let ours = [Some(columns.section), columns.point, time];
        let are_labels = columns.section == 0
            && time.is_some()
            && labels.places().iter().all(|place| ours.contains(&Some(*place)));
        Self {
            separator,
            width,
            empty,
            items,
            labels,
            time,
            are_labels,
            last: None,
            sections: KnownSections::default(),
            times: HashMap::new(),
            rows: PartRows::default(),
            places: Places::default(),
            line: Line::default(),
            record: Record::default(),
        }
    }

    /// The places of the columns that are read.
    pub(crate) fn items(&self) -> &[usize] {
        &self.items
    }

    /// A part to be filled.
    pub(crate) fn part(&self) -> Part {
        Part {
            block: Block::default(),
            table: self.empty.clone(),
            remarks: Remarks::default(),
            single: Vec::new(),
        }
    }

    /// Adds the rows of a part, in order.
    ///
    /// # Errors
    /// When there is no room for more sections, or in a sum.
    pub(crate) fn add(
        &mut self,
        samples: &mut Samples<'_>,
        part: &Part,
        known: Known<'_, '_>,
    ) -> Result<(), String> {
        let text = std::str::from_utf8(&part.block.text).map_err(|error| error.to_string())?;
        self.rows.clear();
        // Where it may run short, each row is told so by itself.
        let has_room = samples.has_room(part.table.rows().len(), part.items());
        for (place, row) in part.table.rows().iter().enumerate() {
            let cell = |place: usize| &text[part.table.cell(row, place)];
            let is_plain =
                has_room && row.is_plain() && !part.single[place] && samples.states.is_usual(cell);
            let labelled = if is_plain { self.seen(known.0, cell) } else { Labelled::ToBeSaid };
            let labelled = match labelled {
                Labelled::NotSeen if self.labels.left_out(self.width, cell).is_some() => {
                    Labelled::ToBeSaid
                }
                Labelled::NotSeen => self.section_and_time(samples, known, cell),
                seen => seen,
            };
            let found = match labelled {
                Labelled::Known(number, time) => Some((number, time)),
                Labelled::NotSeen | Labelled::ToBeSaid => None,
            };
            let found = found.filter(|(_, time)| self.rows.is_one_of_few_years(*time));
            let (mut section, mut month) = (0, None);
            if let Some((number, time)) = found
                && !samples.times.note(number, time)
            {
                (section, month) = (number, Some(time.date().month()));
                samples.rows += 1;
                samples.used += 1;
            } else {
                self.read_line(&part.block, text, row.line(), part.table.line(row));
                if let Some((number, _)) = found {
                    samples.rows += 1;
                    samples.push(&samples.twice(number, &self.record));
                } else {
                    let left_out = self.labels.left_out_of(samples.file, &self.record);
                    samples.add_row(left_out, known, &mut self.record);
                }
            }
            debug_assert_eq!(self.rows.sections.len(), place);
            self.rows.sections.push(section);
            self.rows.periods.push(month.map_or(0, |month| month.number() - 1));
            self.rows.months.push(month);
        }
        self.sum(samples, part, text)
    }

    fn read_line(&mut self, block: &Block, text: &str, line: usize, of: std::ops::Range<usize>) {
        self.line.number = block.line + line as u64;
        self.line.text.clear();
        self.line.text.push_str(&text[of]);
        self.record.read_line(&self.line, char::from(self.separator), self.width);
    }

    /// What the cells of a row say about its section and time, where each was seen before.
    fn seen<'c>(&mut self, columns: &Columns, cell: impl Fn(usize) -> &'c str) -> Labelled {
        let Some(place) = self.time.filter(|_| self.are_labels && !cell(0).is_empty()) else {
            return Labelled::NotSeen;
        };
        let written = cell(place);
        let time = match &self.last {
            Some((text, time)) if text == written => *time,
            _ => {
                let Some(time) = self.times.get(written).copied() else {
                    return Labelled::NotSeen;
                };
                self.last = Some((written.to_owned(), time));
                time
            }
        };
        let section = self.sections.find(section_cells(columns, cell));
        section.map_or(Labelled::NotSeen, |section| section.at(time))
    }

    /// What the cells of a plain row say about its section and time.
    fn section_and_time<'c>(
        &mut self,
        samples: &mut Samples<'_>,
        (columns, table, sections): Known<'_, '_>,
        cell: impl Fn(usize) -> &'c str,
    ) -> Labelled {
        let seen = self.time.and_then(|place| self.times.get(cell(place)).copied());
        let time = if let Some(time) = seen {
            time
        } else {
            let cells: Vec<&str> = (0..self.width).map(&cell).collect();
            let Ok(time) = table.time_of(&cells) else { return Labelled::ToBeSaid };
            if let Some(place) = self.time {
                if self.times.len() >= KEPT {
                    self.times.clear();
                }
                self.times.insert(cell(place).to_owned(), time);
            }
            time
        };
        let trimmed = |place: Option<usize>| place.map_or("", |place| cell(place).trim());
        if let Some(section) = self.sections.find(section_cells(columns, &cell)) {
            return section.at(time);
        }
        let written = trimmed(Some(columns.section));
        let (point, body) = (trimmed(columns.point), trimmed(columns.bodies.column));
        let of_plan = sections.and_then(|sections| sections.get(written));
        let name = match sections {
            None => Some(written).filter(|name| !name.is_empty()),
            Some(_) => of_plan.map(|section| section.name.as_str()),
        };
        let of_plan = of_plan.map(|section| section.water_body);
        let is_known = |name: &str, samples: &mut Samples<'_>| {
            WaterBodies::of_cell(body)
                .is_ok_and(|of_row| samples.bodies.note(name, of_row, of_plan).is_none())
        };
        let name = name.filter(|name| is_known(name, samples));
        if let Some(name) = name {
            samples.waters.note(name, trimmed(columns.water));
        }
        let section =
            name.map_or(Section::ToBeSaid, |name| Section::Known(samples.number(name, point)));
        self.sections.add(section_cells(columns, &cell), section);
        section.at(time)
    }

    /// Adds the columns of a part to the sums of each year.
    fn sum(&mut self, samples: &mut Samples<'_>, part: &Part, text: &str) -> Result<(), String> {
        let PartRows { sections, periods, months, .. } = &self.rows;
        let items = part.items();
        let mut places = vec![0; sections.len()];
        let mut rest: Vec<Month> = months.iter().flatten().copied().collect();
        while let Some(first) = rest.first().copied() {
            let is_of_year = |month: &Month| month.year() == first.year();
            let count = rest.iter().filter(|month| is_of_year(month)).count();
            let last = rest.iter().filter(|month| is_of_year(month)).max().copied();
            rest.retain(|month| !is_of_year(month));
            let mut bits = vec![0_u8; months.len().div_ceil(8)];
            for (row, month) in months.iter().enumerate() {
                if month.as_ref().is_some_and(is_of_year) {
                    bits[row / 8] |= 1 << (row % 8);
                    places[row] = self.places.of(samples, sections[row], first, items)?;
                } else {
                    places[row] = 0;
                }
            }
            let used = (count < months.len()).then(|| Bits::new(&bits));
            let of_year = samples.of_year(first, items)?;
            let failed = |error: gb3838::error::SumTableError| error.to_string();
            let fed = of_year.sums.add_text(&places, periods, part.table.columns(), used);
            // Nothing is refused: places are those of the table, `TextColumn` reads possible values
            // alone, `Times` lets a month have one reading a second, and the rows of
            // `each_row_that_may_lack_room` are added by themselves.
            if let Some(refused) = fed.map_err(failed)?.first_refused() {
                return Err(format!("{}: {}", samples.file, refused.error()));
            }
            let of_year = samples.of_year(first, items)?;
            of_year.rows_of.add_columns((&part.table, text, &self.items), (&places, &bits));
            of_year.rows += count as u64;
            of_year.last = of_year.last.max(last.unwrap_or(first));
        }
        Ok(())
    }
}
