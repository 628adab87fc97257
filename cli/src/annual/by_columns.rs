//! Thousands of rows into exact sums at once; by itself each row that is not plain.

use std::collections::HashMap;
use std::io::BufRead;

use gb3838::batch::{TextColumn, TextTable};
use gb3838::{Bits, ItemSet, Month, SumTable, Timestamp, WaterBody};

use crate::annual::read::{Columns, Known, Samples};
use crate::table::labels::Labels;
use crate::table::lines::{Block, Line};
use crate::table::reader::TableReader;
use crate::table::records::Record;

/// How many texts of sections and of times are remembered.
const KEPT: usize = 1 << 16;

/// Some thousands of lines, and what stands in their cells.
pub(crate) struct Part {
    pub(crate) block: Block,
    table: TextTable,
}

impl Part {
    /// Reads the cells.
    ///
    /// # Errors
    /// When a block is larger than any is.
    pub(crate) fn read(&mut self) -> Result<(), String> {
        self.table.read(&self.block.text).map_err(|error| error.to_string())
    }
}

/// What adds parts to sums, one after the other.
pub(crate) struct ByColumns {
    separator: u8,
    width: usize,
    empty: TextTable,
    labels: Labels,
    /// The column of times, where the time of a row stands in one cell, so that equal cells are
    /// equal times.
    time: Option<usize>,
    /// Whether the first cell, section, point and time are all that says what a row is, so that
    /// one whose cells were seen before is one of readings.
    are_labels: bool,
    /// The numbers of sections by their cells; none where something must be said about them.
    sections: HashMap<String, Option<u32>>,
    times: HashMap<String, Timestamp>,
    /// The last text of a time.
    last: Option<(String, Timestamp)>,
    key: String,
    rows: Rows,
    line: Line,
    record: Record,
}

/// Where the rows of a part go.
#[derive(Default)]
struct Rows {
    sections: Vec<u32>,
    periods: Vec<u8>,
    /// The month of each row that is used.
    months: Vec<Option<Month>>,
}

impl ByColumns {
    pub(crate) fn new(columns: &Columns, table: &TableReader<impl BufRead>) -> Self {
        let (separator, width) = (table.separator().unwrap_or(b','), columns.headers.len());
        let mut empty = TextTable::new(separator, width);
        for (place, measured, item) in &columns.items {
            let column = TextColumn::new(*item, SumTable::places(*item));
            // The unit fits the item: other headings are not read.
            if let Some(column) = column.in_unit(measured.unit()) {
                empty = empty.with_column(*place, column);
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
            labels,
            time,
            are_labels,
            last: None,
            sections: HashMap::new(),
            times: HashMap::new(),
            key: String::new(),
            rows: Rows::default(),
            line: Line::default(),
            record: Record::default(),
        }
    }

    /// A part to be filled.
    pub(crate) fn part(&self) -> Part {
        Part { block: Block::default(), table: self.empty.clone() }
    }

    /// Adds the rows of a part, in order.
    ///
    /// # Errors
    /// When there is no room for more sections, or in a sum.
    pub(crate) fn add<R: BufRead>(
        &mut self,
        samples: &mut Samples<'_>,
        part: &Part,
        known: Known<'_, R>,
    ) -> Result<(), String> {
        let text = std::str::from_utf8(&part.block.text).map_err(|error| error.to_string())?;
        let Rows { sections, periods, months } = &mut self.rows;
        sections.clear();
        periods.clear();
        months.clear();
        for (place, row) in part.table.rows().iter().enumerate() {
            let cell = |place: usize| &text[part.table.cell(row, place)];
            let found = match row.is_plain() {
                false => None,
                true => match self.seen(known.0, cell) {
                    Some(found) => found,
                    None if self.labels.left_out(self.width, cell).is_some() => None,
                    None => self.section_and_time(samples, known, cell),
                },
            };
            let (mut section, mut month) = (0, None);
            if let Some((number, time)) = found
                && !samples.times.note(number, time)
            {
                (section, month) = (number, Some(time.date().month()));
                samples.rows += 1;
                samples.used += 1;
            } else {
                self.read_line(&part.block, text, row.line(), part.table.line(row));
                if found.is_some() {
                    samples.rows += 1;
                    samples.push(&samples.twice(&self.record));
                } else {
                    let left_out = self.labels.left_out_of(samples.file, &self.record);
                    samples.add_row(left_out, known, &self.record);
                }
            }
            debug_assert_eq!(self.rows.sections.len(), place);
            self.rows.sections.push(section);
            self.rows.periods.push(month.map_or(0, |month| month.number() - 1));
            self.rows.months.push(month);
        }
        self.sum(samples, part)
    }

    fn read_line(&mut self, block: &Block, text: &str, line: usize, of: std::ops::Range<usize>) {
        self.line.number = block.line + line as u64;
        self.line.text.clear();
        self.line.text.push_str(&text[of]);
        self.record.read_line(&self.line, char::from(self.separator), self.width);
    }

    /// The number of the section and the time of a row whose cells were all seen before, if
    /// nothing must be said about them.
    fn seen<'c>(
        &mut self,
        columns: &Columns,
        cell: impl Fn(usize) -> &'c str,
    ) -> Option<Option<(u32, Timestamp)>> {
        let place = self.time.filter(|_| self.are_labels && !cell(0).is_empty())?;
        let written = cell(place);
        let time = match &self.last {
            Some((text, time)) if text == written => *time,
            _ => {
                let time = *self.times.get(written)?;
                self.last = Some((written.to_owned(), time));
                time
            }
        };
        self.set_key(columns, cell);
        let number = self.sections.get(self.key.as_str())?;
        Some(number.map(|number| (number, time)))
    }

    /// The cells that say of which section a row is; no cell of a plain row holds a line feed.
    fn set_key<'c>(&mut self, columns: &Columns, cell: impl Fn(usize) -> &'c str) {
        self.key.clear();
        for place in [Some(columns.section), columns.point, columns.water_body] {
            // As they stand: blanks around a name only give it another key.
            self.key.push_str(place.map_or("", &cell));
            self.key.push('\n');
        }
    }

    /// The number of the section and the time of a plain row; `None` where anything must be said
    /// about them.
    fn section_and_time<'c, R: BufRead>(
        &mut self,
        samples: &mut Samples<'_>,
        (columns, table, sections): Known<'_, R>,
        cell: impl Fn(usize) -> &'c str,
    ) -> Option<(u32, Timestamp)> {
        let time = match self.time {
            Some(place) => match self.times.get(cell(place)) {
                Some(time) => *time,
                None => {
                    let time = table.time_of((0..self.width).map(&cell).collect()).ok()?;
                    if self.times.len() >= KEPT {
                        self.times.clear();
                    }
                    self.times.insert(cell(place).to_owned(), time);
                    time
                }
            },
            None => table.time_of((0..self.width).map(&cell).collect()).ok()?,
        };
        let trimmed = |place: Option<usize>| place.map_or("", |place| cell(place).trim());
        self.set_key(columns, &cell);
        if let Some(number) = self.sections.get(self.key.as_str()) {
            return number.map(|number| (number, time));
        }
        let written = trimmed(Some(columns.section));
        let (point, body) = (trimmed(columns.point), trimmed(columns.water_body));
        let name = match sections {
            None => Some(written).filter(|name| !name.is_empty()),
            Some(sections) => sections.get(written).map(|section| section.name.as_str()),
        };
        let is_known = |name: &str, samples: &mut Samples<'_>| {
            body.is_empty()
                || body
                    .parse::<WaterBody>()
                    .is_ok_and(|body| samples.note_body(name, body).is_none())
        };
        let name = name.filter(|name| is_known(name, samples));
        let number = name.map(|name| samples.number(name, point));
        if self.sections.len() >= KEPT {
            self.sections.clear();
        }
        self.sections.insert(self.key.clone(), number);
        number.map(|number| (number, time))
    }

    /// Adds the columns of a part to the sums of each year.
    fn sum(&self, samples: &mut Samples<'_>, part: &Part) -> Result<(), String> {
        let Rows { sections, periods, months } = &self.rows;
        let sections_in_all = samples.names.len();
        let items: ItemSet = part.table.columns().iter().map(TextColumn::item).collect();
        let mut rest: Vec<Month> = months.iter().flatten().copied().collect();
        while let Some(first) = rest.first().copied() {
            let is_of_year = |month: &Month| month.year() == first.year();
            let count = rest.iter().filter(|month| is_of_year(month)).count();
            let last = rest.iter().filter(|month| is_of_year(month)).max().copied();
            rest.retain(|month| !is_of_year(month));
            let mut bits = vec![0_u8; months.len().div_ceil(8)];
            for (row, month) in months.iter().enumerate() {
                bits[row / 8] |= u8::from(month.as_ref().is_some_and(is_of_year)) << (row % 8);
            }
            let used = (count < months.len()).then(|| Bits::new(&bits));
            let of_year = samples.of_year(first, items)?;
            let failed = |error: gb3838::error::SumTableError| error.to_string();
            of_year.sums.grow(sections_in_all).map_err(failed)?;
            let fed = of_year.sums.add_text(sections, periods, part.table.columns(), used);
            if let Some(refused) = fed.map_err(failed)?.first_refused() {
                return Err(format!("{}: {}", samples.file, refused.error()));
            }
            let of_year = samples.of_year(first, items)?;
            of_year.rows += count as u64;
            of_year.last = of_year.last.max(last.unwrap_or(first));
        }
        Ok(())
    }
}
