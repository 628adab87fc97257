//! Samples row by row into exact sums; memory grows with the sections, not with the rows, but
//! for the set of moments already read.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{BufRead, Write};

use csv::StringRecord;
use gb3838::plan::{Plan, PlanSection};
use gb3838::{Item, ItemSet, Month, Reading, SumTable, Timestamp, Year, sums::SectionNumbers};

use crate::annual::times::Times;
use crate::table::columns::Column;
use crate::table::fault::Fault;
use crate::table::records::{Record, Records};

/// How many faults are listed; all are counted.
const LISTED: u64 = 20;

/// What a file of samples holds.
pub(crate) struct Samples<'a> {
    /// The sections, by the name in the plan where there is one, and the point after a line
    /// feed.
    pub(crate) names: SectionNumbers,
    pub(crate) years: BTreeMap<Year, OfYear>,
    pub(crate) rows: u64,
    pub(crate) used: u64,
    pub(crate) faults: u64,
    pub(crate) passed_over: Vec<String>,
    file: &'a str,
    messages: &'a mut dyn Write,
    times: Times,
}

/// The sums of one year.
pub(crate) struct OfYear {
    pub(crate) sums: SumTable,
    pub(crate) rows: u64,
    pub(crate) last: Month,
}

/// The places of the columns.
struct Columns {
    headers: StringRecord,
    time: usize,
    section: usize,
    point: Option<usize>,
    items: Vec<(usize, Item)>,
}

impl<'a> Samples<'a> {
    /// Reads CSV; a bad row is named and not used, every other row is.
    pub(crate) fn read(
        file: &'a str,
        input: impl BufRead,
        plan: Option<&Plan>,
        messages: &'a mut dyn Write,
    ) -> Result<Self, String> {
        let mut samples = Self {
            names: SectionNumbers::new(),
            years: BTreeMap::new(),
            rows: 0,
            used: 0,
            faults: 0,
            passed_over: Vec::new(),
            file,
            messages,
            times: Times::default(),
        };
        let Some(mut records) = Records::open(file, input)? else {
            samples.push(&samples.fault(1, None, "", "the file is empty; expected a header"));
            return Ok(samples);
        };
        let columns = samples.columns(records.headers())?;
        let sections = plan.map(Plan::sections_by_name);
        let mut record = Record::default();
        while records.read(&mut record)? {
            samples.rows += 1;
            match samples.add(&columns, &record, sections.as_ref()) {
                Ok(()) => samples.used += 1,
                Err(fault) => samples.push(&fault),
            }
        }
        Ok(samples)
    }

    /// Lists a fault, as long as there are not too many.
    fn push(&mut self, fault: &Fault) {
        self.faults += 1;
        let written = match self.faults {
            1..=LISTED => writeln!(self.messages, "{fault}"),
            _ if self.faults == LISTED + 1 => writeln!(self.messages, "… more are counted"),
            _ => Ok(()),
        };
        // Where messages cannot be written, the counts still tell.
        drop(written);
    }

    fn fault(&self, line: u64, column: Option<&str>, text: &str, message: &str) -> Fault {
        Fault {
            file: self.file.to_owned(),
            line,
            column: column.map(ToOwned::to_owned),
            text: text.to_owned(),
            message: message.to_owned(),
        }
    }

    fn columns(&mut self, headers: &StringRecord) -> Result<Columns, String> {
        let is_read = |column| {
            matches!(column, Column::Time | Column::Section | Column::Point | Column::Item(_))
        };
        let (columns, repeated) = Column::all(self.file, headers, is_read);
        for fault in &repeated {
            self.push(fault);
        }
        for (header, column) in headers.iter().zip(&columns) {
            match column {
                Column::Usual | Column::WaterBody => self.passed_over.push(header.to_owned()),
                Column::Unknown => {
                    let message =
                        "no item of the standard and no column of readings; it is not read";
                    self.push(&Fault::of_header(self.file, header, message));
                }
                _ => {}
            }
        }
        let place = |wanted| columns.iter().position(|column| *column == wanted);
        let file = self.file;
        let expected = |name| {
            let found = headers.iter().collect::<Vec<_>>().join("\", \"");
            format!("{file}:1: expected a column \"{name}\"; the columns are \"{found}\"")
        };
        let items = columns.iter().enumerate().filter_map(|(place, column)| match column {
            Column::Item(item) => Some((place, *item)),
            _ => None,
        });
        Ok(Columns {
            headers: headers.clone(),
            time: place(Column::Time).ok_or_else(|| expected("time"))?,
            section: place(Column::Section).ok_or_else(|| expected("section"))?,
            point: place(Column::Point),
            items: items.collect(),
        })
    }

    /// Adds a row, wholly or not at all.
    fn add(
        &mut self,
        columns: &Columns,
        record: &Record,
        sections: Option<&BTreeMap<&str, &PlanSection>>,
    ) -> Result<(), Fault> {
        let line = record.line;
        let cell = |place: usize| record.cells.get(place).unwrap_or("").trim();
        let header = |place: usize| columns.headers.get(place);
        if let Some(message) = &record.fault {
            return Err(self.fault(line, None, &record.text(), message));
        }
        let written = cell(columns.section);
        let name = match sections.map(|sections| sections.get(written)) {
            None if written.is_empty() => {
                return Err(self.fault(line, header(columns.section), "", "expected a section"));
            }
            None => written,
            Some(Some(section)) => &section.name,
            Some(None) => {
                let message = "the plan has no section of that name";
                return Err(self.fault(line, header(columns.section), written, message));
            }
        };
        let time: Timestamp = cell(columns.time).parse().map_err(|error| {
            self.fault(line, header(columns.time), cell(columns.time), &format!("{error}"))
        })?;
        let mut readings = Vec::with_capacity(columns.items.len());
        for (place, item) in &columns.items {
            let reading = Reading::parse(cell(*place), *item).map_err(|error| {
                let message = error.reason().to_string();
                self.fault(line, header(*place), cell(*place), &message)
            })?;
            readings.push((*item, reading));
        }
        let number = match columns.point.map_or("", cell) {
            "" => self.names.number(name),
            point => self.names.number(&format!("{name}\n{point}")),
        };
        if self.times.note(number, time) {
            let message = "a row of the same section and time stands before it, which is kept";
            return Err(self.fault(line, None, &record.text(), message));
        }
        let items = columns.items.iter().map(|(_, item)| *item).collect();
        let added = self.sum(number, time, items, &readings);
        added.map_err(|message| self.fault(line, None, &record.text(), &message))
    }

    fn sum(
        &mut self,
        section: u32,
        time: Timestamp,
        items: ItemSet,
        readings: &[(Item, Reading)],
    ) -> Result<(), String> {
        let month = time.date().month();
        let section = section as usize;
        let of_year = match self.years.entry(month.year()) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let sums = SumTable::new(0, 12, items).map_err(|error| error.to_string())?;
                entry.insert(OfYear { sums, rows: 0, last: month })
            }
        };
        of_year.sums.grow(section + 1).map_err(|error| error.to_string())?;
        let period = usize::from(month.number() - 1);
        for (index, (item, reading)) in readings.iter().enumerate() {
            if let Err(error) = of_year.sums.add_reading(section, period, *item, reading) {
                // A row is used wholly or not at all.
                for (item, reading) in &readings[..index] {
                    let removed = of_year.sums.remove_reading(section, period, *item, reading);
                    removed.map_err(|error| error.to_string())?;
                }
                return Err(error.to_string());
            }
        }
        of_year.rows += 1;
        of_year.last = of_year.last.max(month);
        Ok(())
    }
}
