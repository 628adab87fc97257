//! A part of a file: thousands of lines by columns, and by itself each row that is not plain.

use gb3838::batch::{TextColumn, TextTable};
use gb3838::{Bits, Column, ItemSet, WaterBody};

use crate::classify::output::{Endings, push_cells, push_found};
use crate::classify::row::{Found, RowReader};
use crate::table::fault::Fault;
use crate::table::labels::Labels;
use crate::table::lines::{Block, Line};
use crate::table::records::Record;
use crate::table::states::{NotNormal, States};
use crate::table::time_columns::KnownDay;
use crate::table::water_bodies::WaterBodies;

/// How many faults, rows left out and remarks of a part are kept each; all are counted.
const KEPT: u64 = 21;

/// The decimal places of columns: a number with more is read by itself.
const SCALE: u8 = 9;

/// Lines in, rows out.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) block: Block,
    pub(crate) out: Vec<u8>,
    pub(crate) tally: Tally,
}

/// What became of the rows of a part.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) rows: u64,
    pub(crate) classed: u64,
    pub(crate) not_normal: NotNormal,
    /// The first faults, rows left out and values that no water has, in order, and how many more there are.
    pub(crate) said: Vec<Said>,
    pub(crate) faults: u64,
    pub(crate) left_out: u64,
    pub(crate) remarked: u64,
}

/// What is said of a row beside its findings.
#[derive(Debug)]
pub(crate) enum Said {
    Fault(Fault),
    /// The row is known to hold no readings, which is no fault.
    LeftOut(Fault),
    /// A value that no water has, which is kept and no fault.
    Remark(Fault),
}

impl Tally {
    fn fault(&mut self, fault: Fault) {
        self.faults += 1;
        if self.faults <= KEPT {
            self.said.push(Said::Fault(fault));
        }
    }

    fn remark(&mut self, fault: Fault) {
        self.remarked += 1;
        if self.remarked <= KEPT {
            self.said.push(Said::Remark(fault));
        }
    }

    fn leave_out(&mut self, fault: Fault) {
        self.left_out += 1;
        if self.left_out <= KEPT {
            self.said.push(Said::LeftOut(fault));
        }
    }
}

/// What reads and writes parts, one after the other.
pub(crate) struct Worker<'a> {
    reader: &'a RowReader<'a>,
    separator: u8,
    labels: Labels,
    table: TextTable,
    states: States,
    known_day: KnownDay,
    /// The last cell of a water body, and what it says.
    body: Option<(String, Option<WaterBody>)>,
    /// A bit a row: 1 for a lake.
    lakes: Vec<u8>,
    /// The rows that are read by themselves.
    single: Vec<bool>,
    /// The items of each row whose value no water has.
    remarked: Vec<u32>,
    endings: Endings,
    line: Line,
    record: Record,
}

impl<'a> Worker<'a> {
    /// A worker for blocks of a table with that separator.
    pub(crate) fn new(reader: &'a RowReader<'a>, separator: u8, labels: Labels) -> Self {
        let mut table = TextTable::new(separator, reader.headers.len());
        let mut read = Vec::new();
        for (place, measured, item) in &reader.places.items {
            // The unit fits the item: other headings are not read.
            if let Some(column) = TextColumn::new(*item, SCALE).in_unit(measured.unit()) {
                table = table.with_column(*place, column);
                read.push(*place);
            }
        }
        Self {
            reader,
            separator,
            labels,
            table,
            states: reader.states().beside_columns(&read),
            known_day: KnownDay::default(),
            body: None,
            lakes: Vec::new(),
            single: Vec::new(),
            remarked: Vec::new(),
            endings: Endings::new(),
            line: Line::default(),
            record: Record::default(),
        }
    }

    /// Classes the lines of a part.
    ///
    /// # Errors
    /// When a block is larger than any is.
    pub(crate) fn run(&mut self, part: &mut Part) -> Result<(), String> {
        let Part { block, out, tally } = part;
        out.clear();
        *tally = Tally::default();
        let text = std::str::from_utf8(&block.text).map_err(|error| error.to_string())?;
        self.table.read(&block.text).map_err(|error| error.to_string())?;
        self.look_at_rows(text);
        self.look_at_values()?;
        let [river, lake] = &self.reader.classifiers;
        let lakes = Bits::new(&self.lakes);
        self.table.classify([river, lake], lakes).map_err(|error| error.to_string())?;
        for (place, row) in self.table.rows().iter().enumerate() {
            let found = found_in(&self.table, place, self.reader.asked);
            let is_lake = lakes.get(place) == Some(true);
            let body = if is_lake { WaterBody::Lake } else { WaterBody::River };
            let present = ItemSet::from_bits(self.table.present()[place]);
            // Where an item has no limit, that is said.
            let is_limited = self.reader.not_limited(body, present).is_empty();
            if !self.single[place] && is_limited {
                let found = self.reader.beside_known(found);
                tally.rows += 1;
                tally.classed += u64::from(found.class > 0);
                let line = &block.text[self.table.line(row)];
                let start = out.len();
                out.extend_from_slice(line);
                if self.separator != b',' {
                    let written = out[start..].iter_mut();
                    written.filter(|it| **it == self.separator).for_each(|it| *it = b',');
                }
                self.endings.push(out, &found);
                continue;
            }
            self.line.number = block.line + row.line() as u64;
            self.line.text.clear();
            self.line.text.push_str(&text[self.table.line(row)]);
            self.record.read_line(
                &self.line,
                char::from(self.separator),
                self.reader.headers.len(),
            );
            let left_out = self.reader.left_out(&mut self.labels, &self.record);
            push_row(self.reader, &self.record, left_out, &mut self.states, (out, tally));
        }
        Ok(())
    }

    /// Says in which rows a value is one that no water has: they are read by themselves, where
    /// that is said.
    fn look_at_values(&mut self) -> Result<(), String> {
        let columns: Vec<_> = self.table.columns().iter().map(Column::of_text).collect();
        let Some(rows) = columns.first().map(Column::rows) else { return Ok(()) };
        self.remarked.resize(rows, 0);
        let [river, lake] = &self.reader.classifiers;
        let has_lakes = self.lakes.iter().any(|bits| *bits != 0);
        for classifier in [Some(river), Some(lake).filter(|_| has_lakes)].into_iter().flatten() {
            let found = classifier.remark_columns(&columns, &mut self.remarked);
            if found.map_err(|error| error.to_string())? > 0 {
                for (set, single) in self.remarked.iter().zip(&mut self.single) {
                    *single |= *set != 0;
                }
            }
        }
        Ok(())
    }

    /// Says which rows are not read by columns, and which are of lakes.
    fn look_at_rows(&mut self, text: &str) {
        let Self { reader, separator, labels, table, states, known_day, .. } = self;
        let width = reader.headers.len();
        let rows = table.rows();
        self.single.clear();
        self.lakes.clear();
        self.lakes.resize(rows.len().div_ceil(8), 0);
        // Most tables have rivers alone.
        let bodies = reader.places.bodies;
        let is_simple = *separator == b',' && bodies.column.is_none();
        let of_all = u8::from(bodies.usual() == WaterBody::Lake) * u8::MAX;
        if is_simple {
            self.lakes.fill(of_all);
        }
        for (place, row) in rows.iter().enumerate() {
            if is_simple
                && row.is_plain()
                && labels.is_numbered(&text.as_bytes()[table.cell(row, 0)])
                && states.is_usual(|place| &text[table.cell(row, place)])
            {
                let cell = |place: usize| &text[table.cell(row, place)];
                self.single.push(reader.times.no_such_day(known_day, width, cell).is_some());
                continue;
            }
            let cell = |place: usize| &text[table.cell(row, place)];
            let is_plain = row.is_plain()
                && reader.times.no_such_day(known_day, width, cell).is_none()
                // A comma within a cell needs quotes.
                && (*separator == b',' || !text[table.line(row)].contains(','))
                && labels.left_out(width, cell).is_none()
                && states.is_usual(cell);
            let body = match bodies.column {
                None => Some(bodies.usual()),
                Some(_) if !is_plain => None,
                // Where it says none, or something else, there is something to be said.
                Some(place) => {
                    let read = |cell: &str| WaterBodies::of_cell(cell).ok().flatten();
                    of_last(&mut self.body, cell(place), read)
                }
            };
            self.single.push(!is_plain || body.is_none());
            self.lakes[place / 8] |= u8::from(body == Some(WaterBody::Lake)) << (place % 8);
        }
    }
}

/// What a cell says; the same as the last one, mostly.
fn of_last<T: Copy>(last: &mut Option<(String, T)>, cell: &str, read: impl Fn(&str) -> T) -> T {
    match last {
        Some((text, said)) if text == cell => *said,
        _ => last.insert((cell.to_owned(), read(cell))).1,
    }
}

fn found_in(table: &TextTable, row: usize, asked: ItemSet) -> Found {
    let found = Found {
        class: table.class()[row],
        determining: ItemSet::from_bits(table.determining()[row]),
        participating: ItemSet::from_bits(table.participating()[row]),
        absent: asked.difference(ItemSet::from_bits(table.present()[row])),
        undecidable: ItemSet::from_bits(table.undecidable()[row]),
        halves: ItemSet::EMPTY,
    };
    found.with_below(|item| {
        let mut columns = table.columns().iter();
        let of_item = columns.find(|column| column.item() == item);
        of_item.is_some_and(|column| column.below_limit().get(row) == Some(true))
    })
}

/// Reads a row by itself and writes it.
pub(crate) fn push_row(
    reader: &RowReader<'_>,
    record: &Record,
    left_out: Option<Fault>,
    states: &mut States,
    (out, tally): (&mut Vec<u8>, &mut Tally),
) {
    let before = states.not_normal;
    let answer = reader.answer(record, left_out, states);
    push_cells(out, &record.cells, reader.headers.len());
    push_found(out, &answer.found, &answer.findings);
    tally.rows += 1;
    tally.classed += u64::from(answer.found.class > 0);
    tally.not_normal.rows += states.not_normal.rows - before.rows;
    tally.not_normal.readings += states.not_normal.readings - before.readings;
    if let Some(fault) = answer.left_out {
        tally.leave_out(fault);
    }
    for fault in answer.remarks {
        tally.remark(fault);
    }
    for fault in answer.faults {
        tally.fault(fault);
    }
}
