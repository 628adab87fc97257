//! Samples row by row into exact sums; memory grows with the sections, not with the rows.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use gb3838::{Item, ItemSet, Month, Names, Plan, Reading, SumTable, Timestamp, Year};

use crate::fault::Fault;
use crate::text;
use crate::times::Times;

/// How many faults are listed; all are counted.
const LISTED: u64 = 20;

/// What a file of samples holds.
pub(crate) struct Samples<'a> {
    /// The sections, by the name in the plan where there is one, and the point after a line
    /// feed.
    pub(crate) names: Names,
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

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Time,
    Section,
    Point,
    Item(Item),
    PassedOver,
    Unknown,
}

impl Column {
    fn of(header: &str) -> Self {
        let is = |names: &[&str]| names.iter().any(|name| header.eq_ignore_ascii_case(name));
        if is(&["time", "date", "时间", "日期", "监测时间", "采样时间"]) {
            Self::Time
        } else if is(&["section", "station", "断面", "断面名称", "站点"]) {
            Self::Section
        } else if is(&["point", "点位", "测点"]) {
            Self::Point
        } else if let Ok(item) = header.parse() {
            Self::Item(item)
        } else if is(&[
            "row",
            "province",
            "basin",
            "class_printed",
            "ec",
            "conductivity",
            "turbidity",
            "chla",
            "algae",
            "省份",
            "流域",
            "水质类别",
            "电导率",
            "浊度",
            "叶绿素",
            "藻密度",
        ]) {
            Self::PassedOver
        } else {
            Self::Unknown
        }
    }
}

/// The places of the columns.
struct Columns {
    headers: Vec<String>,
    time: usize,
    section: usize,
    point: Option<usize>,
    items: Vec<(usize, Item)>,
}

impl<'a> Samples<'a> {
    /// Reads CSV; a bad row is named and not used, every other row is.
    pub(crate) fn read(
        file: &'a str,
        input: impl Read,
        plan: Option<&Plan>,
        messages: &'a mut dyn Write,
    ) -> Result<Self, String> {
        let mut samples = Self {
            names: Names::new(),
            years: BTreeMap::new(),
            rows: 0,
            used: 0,
            faults: 0,
            passed_over: Vec::new(),
            file,
            messages,
            times: Times::default(),
        };
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
        let headers = reader.byte_headers().map_err(|error| format!("{file}: {error}"))?.clone();
        let columns = samples.columns(&samples.decoded(&headers, 1)?)?;
        let mut record = csv::ByteRecord::new();
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    return Err(format!("{file}:{line}: {error}"));
                }
            }
            samples.rows += 1;
            let line = record.position().map_or(0, csv::Position::line);
            let row = samples.decoded(&record, line)?;
            match samples.add(&columns, &row, line, plan) {
                Ok(()) => samples.used += 1,
                Err(fault) => samples.push(&fault),
            }
        }
        Ok(samples)
    }

    /// A row as text; another encoding is named.
    fn decoded(&self, record: &csv::ByteRecord, line: u64) -> Result<csv::StringRecord, String> {
        csv::StringRecord::from_byte_record(record.clone()).map_err(|_| {
            let bytes: Vec<u8> = record.iter().flatten().copied().collect();
            let reason = text::decode(&bytes).err().unwrap_or_default();
            let reason = reason.strip_prefix("line 1: ").unwrap_or(&reason).to_owned();
            format!("{}:{line}: {reason}", self.file)
        })
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

    fn columns(&mut self, headers: &csv::StringRecord) -> Result<Columns, String> {
        let mut kinds: Vec<Column> = Vec::new();
        for header in headers {
            let mut kind = Column::of(header.trim().trim_start_matches('\u{feff}'));
            let message = match kind {
                Column::PassedOver => {
                    self.passed_over.push(header.to_owned());
                    None
                }
                Column::Unknown => {
                    Some("no item of the standard and no column of readings; it is not read")
                }
                known if kinds.contains(&known) => {
                    kind = Column::Unknown;
                    Some("a column of the same meaning stands before it; it is not read")
                }
                _ => None,
            };
            if let Some(message) = message {
                let fault = self.fault(1, Some(header), header, message);
                self.push(&fault);
            }
            kinds.push(kind);
        }
        let place = |wanted| kinds.iter().position(|kind| *kind == wanted);
        let file = self.file;
        let expected = |name| format!("{file}:1: expected a column \"{name}\", found {headers:?}");
        let items = kinds.iter().enumerate().filter_map(|(place, kind)| match kind {
            Column::Item(item) => Some((place, *item)),
            _ => None,
        });
        Ok(Columns {
            headers: headers.iter().map(ToOwned::to_owned).collect(),
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
        row: &csv::StringRecord,
        line: u64,
        plan: Option<&Plan>,
    ) -> Result<(), Fault> {
        let cell = |place: usize| row.get(place).unwrap_or("").trim();
        let header = |place: usize| columns.headers.get(place).map(String::as_str);
        if row.len() != columns.headers.len() {
            let whole = row.iter().collect::<Vec<_>>().join(",");
            let message = format!("expected {} cells, found {}", columns.headers.len(), row.len());
            return Err(self.fault(line, None, &whole, &message));
        }
        let written = cell(columns.section);
        let name = match plan.map(|plan| plan.section(written)) {
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
        let whole = || row.iter().collect::<Vec<_>>().join(",");
        if self.times.note(number, time) {
            let message = "a row of the same section and minute stands before it, which is kept";
            return Err(self.fault(line, None, &whole(), message));
        }
        let added = self.sum(number, time, &readings);
        added.map_err(|message| self.fault(line, None, &whole(), &message))
    }

    fn sum(
        &mut self,
        section: u32,
        time: Timestamp,
        readings: &[(Item, Reading)],
    ) -> Result<(), String> {
        let month = time.date().month();
        let section = section as usize;
        let of_year = match self.years.entry(month.year()) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                let sums = SumTable::new(0, 12, ItemSet::ALL).map_err(|error| error.to_string())?;
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
