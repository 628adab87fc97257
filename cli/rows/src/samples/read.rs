//! Samples into exact sums, row by row or some thousands by columns; memory grows with the
//! sections, not with the rows, but for the set of moments already read.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{BufRead, Write};
use std::thread;

use gb3838::plan::{Plan, PlanSection};
use gb3838::sheet::MeasuredColumn;
use gb3838::{
    Item, ItemSet, Month, Notation, Reading, SumTable, Timestamp, WaterBody, Year,
    error::ReadingReason, sums::SectionNumbers,
};

use crate::program::{Crew, say};
use crate::readings::{Headers, header};
use crate::samples::alike_names::{self, PlanNames};
use crate::samples::by_columns::{ByColumns, Part};
use crate::samples::of_year::OfYear;
use crate::samples::remarks::{Remarked, Remarks};
use crate::samples::rows::Rows;
use crate::samples::section_key::{key_of, parts_of};
use crate::samples::times::Times;
use crate::table::cells::why_void;
use crate::table::fault::{EMPTY, Fault, NO_SECTION};
use crate::table::reader::TableReader;
use crate::table::records::Record;
use crate::table::states::States;
use crate::table::water_bodies::{SaidBodies, WaterBodies};
use crate::table::waters::Waters;

/// The most monthly sums of all years, sections and items: about a gigabyte.
const SUMS: usize = 1 << 26;

/// What a file of samples holds.
pub struct Samples<'a> {
    /// The sections, by the name in the plan where there is one, and their points: a
    /// [key](crate::samples::section_key) each.
    pub names: SectionNumbers,
    /// The sums of each year that has a row.
    pub years: BTreeMap<Year, OfYear>,
    /// Rows of the file.
    pub rows: u64,
    /// Rows of any year that enter its sums.
    pub used: u64,
    /// Rows, cells and columns that could not be used; the first of them are [`Self::listed`].
    pub faults: u64,
    /// Rows that are known to hold no readings: said, and no faults.
    pub left_out: u64,
    /// The first rows that were left out, then the first faults, and the first of other kinds.
    pub listed: [Vec<Fault>; 2],
    /// What says which rows and readings were not measured normally.
    pub states: States,
    /// Columns that are known, and hold nothing that is read here.
    pub passed_over: Vec<String>,
    /// Those of them that hold items of Tables 2 and 3.
    pub source_items: Vec<String>,
    /// The water body that the rows of a section name.
    pub bodies: SaidBodies,
    pub(crate) waters: Waters,
    pub(crate) file: &'a str,
    pub(crate) messages: &'a mut dyn Write,
    pub(crate) times: Times,
    remarks: Remarks,
    plan_names: PlanNames,
    /// Monthly sums that there is room for.
    sums_left: usize,
}

impl std::fmt::Debug for Samples<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Samples")
            .field("file", &self.file)
            .field("rows", &self.rows)
            .field("used", &self.used)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}

/// The places of the columns.
pub(crate) struct Columns {
    pub(crate) headers: Vec<String>,
    pub(crate) section: usize,
    pub(crate) point: Option<usize>,
    pub(crate) bodies: WaterBodies,
    /// The water of sections.
    pub(crate) water: Option<usize>,
    pub(crate) items: Vec<(usize, MeasuredColumn, Item)>,
}

/// What is known of a table when its rows are read: its columns, itself, the sections of the plan.
pub(crate) type Known<'k, 't> =
    (&'k Columns, &'k TableReader<'t>, Option<&'k BTreeMap<&'k str, &'k PlanSection>>);

/// How many blocks one thread reads before others are started.
const ALONE: usize = 4;

impl<'a> Samples<'a> {
    /// Reads a table; a bad row is named and not used, every other row is.
    ///
    /// # Errors
    /// When the input cannot be read, or has no column of sections or times.
    pub fn read(
        (file, threads): (&'a str, usize),
        input: &mut dyn BufRead,
        (plan, body): (Option<&Plan>, Option<WaterBody>),
        only_normal: bool,
        messages: &'a mut dyn Write,
    ) -> Result<Self, String> {
        let mut samples = Self {
            names: SectionNumbers::new(),
            years: BTreeMap::new(),
            rows: 0,
            used: 0,
            faults: 0,
            left_out: 0,
            listed: [Vec::new(), Vec::new()],
            states: States::default(),
            passed_over: Vec::new(),
            source_items: Vec::new(),
            bodies: SaidBodies::default(),
            waters: Waters::default(),
            file,
            messages,
            times: Times::default(),
            remarks: Remarks::default(),
            plan_names: PlanNames::default(),
            sums_left: SUMS,
        };
        let Some(mut table) = TableReader::open(file, input)? else {
            samples.push(&samples.fault(1, None, "", EMPTY));
            return Ok(samples);
        };
        // Of sections that a plan names, the plan decides.
        let columns = samples.columns(&mut table, body.filter(|_| plan.is_none()))?;
        table.gathered_left_out().iter().for_each(|fault| samples.leave_out(fault));
        let sections = plan.map(Plan::sections_by_name);
        samples.plan_names = PlanNames::of(sections.iter().flat_map(BTreeMap::keys).copied());
        let mut record = Record::default();
        let mut by_columns = ByColumns::new(&columns, &table);
        samples.states = table.states(only_normal).beside_columns(by_columns.items());
        thread::scope(|scope| {
            let mut crew: Crew<'_, '_, Part> = Crew::new(scope);
            let mut free: Vec<Part> = Vec::new();
            let mut blocks = 0;
            loop {
                let mut part = free.pop().unwrap_or_else(|| by_columns.part());
                let is_block = table.block(&mut part.block);
                let is_last = !matches!(is_block, Ok(true));
                while is_last || crew.is_busy() {
                    let Some(done) = crew.take()? else { break };
                    let known = (&columns, &table, sections.as_ref());
                    by_columns.add(&mut samples, &done, known)?;
                    free.push(done);
                }
                if is_block? {
                    blocks += 1;
                    if threads > 1 && blocks > ALONE {
                        while crew.len() < threads {
                            crew.hire(Part::read);
                        }
                        crew.give(part)?;
                    } else {
                        part.read()?;
                        let known = (&columns, &table, sections.as_ref());
                        by_columns.add(&mut samples, &part, known)?;
                        free.push(part);
                    }
                    continue;
                }
                free.push(part);
                if !table.read(&mut record)? {
                    return Ok(());
                }
                let left_out = table.left_out(&record);
                samples.add_row(left_out, (&columns, &table, sections.as_ref()), &mut record);
            }
        })
        .map(|()| {
            samples.say_water_bodies(&columns, &table, plan.is_some());
            let rest = samples.waters.faults(&table).into_iter().chain(table.unnamed_faults());
            rest.for_each(|fault| samples.push(&fault));
            let heading = columns.headers.get(columns.section).map_or("", String::as_str);
            for message in alike_names::of(samples.names.iter().map(|key| parts_of(key).0)) {
                samples.push(&table.fault_of_heading(heading, &message));
            }
            if let Some(line) = samples.rest() {
                samples.say(&line);
            }
            samples
        })
    }

    /// Says of which sections no row says a water body, and where a plan says another.
    fn say_water_bodies(&mut self, columns: &Columns, table: &TableReader<'_>, has_plan: bool) {
        let Some(heading) = columns.bodies.column.and_then(|it| columns.headers.get(it)) else {
            return;
        };
        let sections: BTreeSet<&str> = self.names.iter().map(|key| parts_of(key).0).collect();
        let not_written = self.bodies.not_written(sections.into_iter().filter(|_| !has_plan));
        let said: Vec<String> = self.bodies.against_plan().chain(not_written).collect();
        for message in said {
            self.push(&table.fault_of_heading(heading, &message));
        }
    }

    /// The rows that are used of the year that is assessed; those of other years are told apart.
    #[must_use]
    pub fn used_in(&self, year: Year) -> u64 {
        self.years.get(&year).map_or(0, |of_year| of_year.rows)
    }

    /// Adds a row that is read by itself, or says why not.
    pub(crate) fn add_row(
        &mut self,
        left_out: Option<Fault>,
        (columns, table, sections): Known<'_, '_>,
        record: &mut Record,
    ) {
        self.rows += 1;
        if let Some(fault) = left_out {
            self.leave_out(&fault);
            return;
        }
        let mut unknown = Vec::new();
        let is_used = self.states.apply(self.file, &columns.headers, record, &mut unknown);
        for fault in &unknown {
            self.push(fault);
        }
        if !is_used {
            // A section without any other row is named all the same.
            let cell = |place: usize| record.cells.get(place).unwrap_or("").trim();
            let written = cell(columns.section);
            let name = match sections {
                None => Some(written).filter(|name| !name.is_empty()),
                Some(sections) => sections.get(written).map(|section| section.name.as_str()),
            };
            if let Some(name) = name {
                self.number(name, columns.point.map_or("", cell));
            }
            return;
        }
        match self.add(columns, table, record, sections) {
            Ok(()) => self.used += 1,
            Err(fault) => self.push(&fault),
        }
    }

    /// The sums of a year, of these items.
    pub(crate) fn of_year(&mut self, month: Month, items: ItemSet) -> Result<&mut OfYear, String> {
        match self.years.entry(month.year()) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(entry) => {
                let sums = SumTable::new(0, 12, items).map_err(|error| error.to_string())?;
                let (remarked, places) = (Remarked::default(), HashMap::new());
                let rows_of = Rows::default();
                Ok(entry.insert(OfYear { sums, rows: 0, last: month, remarked, rows_of, places }))
            }
        }
    }

    /// Whether there is room for the sums of so many more sections of a year.
    pub(crate) const fn has_room(&self, sections: usize, items: ItemSet) -> bool {
        sections.saturating_mul(12 * items.len()) <= self.sums_left
    }

    /// The place of a section or point in the sums of a year, by its number in the file.
    pub(crate) fn place(
        &mut self,
        section: u32,
        month: Month,
        items: ItemSet,
    ) -> Result<usize, String> {
        let left = self.sums_left.checked_sub(12 * items.len());
        let of_year = self.of_year(month, items)?;
        if let Some(place) = of_year.places.get(&section) {
            return Ok(*place);
        }
        let Some(left) = left else {
            return Err(format!(
                "expected at most {SUMS} monthly sums: years, sections, points and items"
            ));
        };
        let place = of_year.sums.sections();
        of_year.sums.grow(place + 1).map_err(|error| error.to_string())?;
        of_year.places.insert(section, place);
        self.sums_left = left;
        Ok(place)
    }

    /// The number of a section, or of one of its points.
    pub(crate) fn number(&mut self, name: &str, point: &str) -> u32 {
        self.names.number(&key_of(name, point))
    }

    fn columns(
        &mut self,
        table: &mut TableReader<'_>,
        of_call: Option<WaterBody>,
    ) -> Result<Columns, String> {
        let said = header::Said::of(table, header::is_read(Headers::Items));
        for fault in &said.faults {
            self.push(fault);
        }
        (self.passed_over, self.source_items) = (said.passed_over, said.source_items);
        for line in &said.columns {
            say(self.messages, line);
        }
        if !table.has_time() {
            return Err(table.without("time"));
        }
        let layout = table.layout();
        let bodies = WaterBodies::of(layout, of_call);
        if let Some(line) = bodies.overruled(layout) {
            say(self.messages, &line);
        }
        let items = layout.measured();
        self.waters = Waters::of(layout);
        Ok(Columns {
            headers: table.headers().iter().map(ToOwned::to_owned).collect(),
            section: layout.section().ok_or_else(|| table.without("section"))?,
            point: layout.point(),
            bodies,
            water: self.waters.column,
            items: items.filter_map(|(place, it)| Some((place, it, it.item()?))).collect(),
        })
    }

    /// Adds a row, wholly or not at all.
    fn add(
        &mut self,
        columns: &Columns,
        table: &TableReader<'_>,
        record: &Record,
        sections: Option<&BTreeMap<&str, &PlanSection>>,
    ) -> Result<(), Fault> {
        let line = record.line;
        let cell = |place: usize| record.cells.get(place).unwrap_or("").trim();
        let header = |place: usize| columns.headers.get(place).map(String::as_str);
        if let Some(message) = &record.fault {
            return Err(self.fault(line, None, &record.text(), message));
        }
        let written = cell(columns.section);
        let name = match sections.map(|sections| sections.get(written)) {
            None if written.is_empty() => {
                return Err(self.fault(line, header(columns.section), "", NO_SECTION));
            }
            None => written,
            Some(Some(section)) => &section.name,
            Some(None) => {
                let message = self.plan_names.unknown(written);
                return Err(self.fault(line, header(columns.section), written, &message));
            }
        };
        // A section is named although none of its rows can be used.
        let number = self.number(name, columns.point.map_or("", cell));
        let file = self.file;
        let wrong = |place: usize, text: &str, message: &str| {
            Fault::new(file, line, header(place), text, message).of_section(written)
        };
        let time = table.time(record);
        let time = time.map_err(|(place, text, message)| wrong(place, &text, &message))?;
        let of_plan = sections.and_then(|sections| Some(sections.get(written)?.water_body));
        if let Some(place) = columns.bodies.column {
            let of_row = WaterBodies::of_cell(cell(place));
            let of_row = of_row.map_err(|expected| wrong(place, cell(place), expected));
            let of_row = match (of_row, of_plan) {
                (Err(fault), None) => return Err(fault),
                // The plan decides.
                (Err(fault), Some(_)) => {
                    self.push(&fault);
                    None
                }
                (Ok(of_row), _) => of_row,
            };
            if let Some(first) = self.bodies.note(name, of_row, of_plan) {
                let message = format!("a row of the same section before it is of a {first}");
                return Err(wrong(place, cell(place), &message));
            }
        }
        self.waters.note(name, columns.water.map_or("", cell));
        let mut readings = Vec::with_capacity(columns.items.len());
        // A cell that cannot be read costs itself alone.
        let (mut found, mut above_range) = (Vec::new(), Vec::new());
        let notation = Notation::new();
        for (place, measured, item) in &columns.items {
            let fault = |message: &str| wrong(*place, cell(*place), message);
            match measured.read_cell(cell(*place), &notation) {
                Ok(read) => {
                    found.extend(read.finding().map(|finding| fault(why_void(finding))));
                    readings.extend(read.reading().map(|reading| (*item, reading)));
                }
                Err(error) => {
                    above_range
                        .extend((error.reason() == ReadingReason::AboveRange).then_some(*item));
                    found.push(fault(&error.reason().to_string()));
                }
            }
        }
        if self.times.note(number, time) {
            return Err(self.twice(number, record));
        }
        for fault in &found {
            self.push(fault);
        }
        let items = columns.items.iter().map(|(_, _, item)| *item).collect();
        let body = of_plan.or(self.bodies.get(name)).unwrap_or_else(|| columns.bodies.usual());
        if let Err((item, message)) = self.sum(number, time, items, (&readings, &above_range)) {
            let of_item = columns.items.iter().find(|(_, _, of)| Some(*of) == item);
            return Err(match of_item {
                Some((place, ..)) => wrong(*place, cell(*place), &message),
                None => self.fault(line, None, &record.text(), &message),
            });
        }
        if let Some(of_year) = self.years.get_mut(&time.date().month().year()) {
            let remarked = &mut of_year.remarked;
            let sample = readings.into_iter().collect();
            self.remarks.note((body, line), (number, time), &sample, remarked);
        }
        Ok(())
    }

    /// Adds the readings of a row, wholly or not at all; else the item without room, if it is one,
    /// and why.
    fn sum(
        &mut self,
        section: u32,
        time: Timestamp,
        items: ItemSet,
        (readings, above_range): (&[(Item, Reading)], &[Item]),
    ) -> Result<(), (Option<Item>, String)> {
        let month = time.date().month();
        let section = self.place(section, month, items).map_err(|message| (None, message))?;
        let of_year = self.of_year(month, items).map_err(|message| (None, message))?;
        let period = usize::from(month.number() - 1);
        for (index, (item, reading)) in readings.iter().enumerate() {
            if let Err(error) = of_year.sums.add_reading(section, period, *item, reading) {
                for (item, reading) in &readings[..index] {
                    let removed = of_year.sums.remove_reading(section, period, *item, reading);
                    removed.map_err(|error| (Some(*item), error.to_string()))?;
                }
                let message = format!("{error}; the row is not used");
                return Err((Some(*item), message));
            }
        }
        of_year.rows_of.add(section);
        for (item, reading) in readings {
            of_year.rows_of.add_reading(section, *item, reading);
        }
        for item in above_range {
            of_year.rows_of.add_above_range(section, *item);
        }
        of_year.rows += 1;
        of_year.last = of_year.last.max(month);
        Ok(())
    }
}
