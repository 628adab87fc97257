//! Tables of one reading a row, and of one item a row, gathered into samples.

use gb3838::sheet::{Form, Heading, Layout, MeasuredColumn, Quantity, Role, RowKind, Waters};
use gb3838::{Missing, Notation, Reading};
use std::collections::{BTreeSet, HashMap};

use crate::table::columns::{GatheredColumns, UNKNOWN, why};
use crate::table::fault::Fault;
use crate::table::gathered_samples;
use crate::table::gathered_times::TimesInColumns;
use crate::table::records::{Record, Records};

/// The most cells that are kept: a table of one reading a row is held as a whole.
const MOST_CELLS: usize = 1 << 24;

/// As many names that are nothing known are said.
const MOST_UNKNOWN: usize = 1000;

/// A table as samples: a row each.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) headers: Vec<String>,
    pub(super) rows: Vec<Record>,
    pub(super) faults: Vec<Fault>,
    /// Rows that are known to hold no readings.
    pub(super) left_out: Vec<Fault>,
    /// The columns as the file has them.
    pub(super) columns: GatheredColumns,
}

impl Gathered {
    /// Reads the whole of a table that is not wide.
    pub(super) fn read(file: &str, records: &mut Records<'_>) -> Result<Self, String> {
        let layout = records.layout().clone();
        let times = TimesInColumns::of(&layout);
        if layout.form() == Form::ItemsInRows && times.is_none() {
            return gathered_samples::read(file, records, &layout);
        }
        let of_readings = times.as_ref().map_or(&layout, |times| &times.layout);
        let mut samples = Samples::new(of_readings);
        let is_read = |place: usize| match &times {
            Some(times) => times.is_read(place),
            None => matches!(layout.columns()[place].meaning(), Heading::Role(_)),
        };
        let place = (file, records.header_line());
        let (columns, mut faults) = GatheredColumns::of(place, &layout, is_read);
        let mut left_out = Vec::new();
        let mut record = Record::default();
        while records.read(&mut record)? {
            let mut twice = None;
            let mut add = |record: &Record| match samples.add(file, of_readings, record) {
                Ok(()) => true,
                Err(Unused::Twice(fault)) => {
                    twice.get_or_insert(fault);
                    true
                }
                Err(Unused::Fault(fault)) => {
                    faults.push(fault);
                    false
                }
                Err(Unused::LeftOut(fault)) => {
                    left_out.push(fault);
                    false
                }
            };
            match &times {
                // What makes one reading of a row no reading makes none of all, but for those that
                // stand twice.
                Some(times) if record.fault.is_none() => {
                    times.readings(&record).all(|reading| add(&reading));
                }
                _ => {
                    add(&record);
                }
            }
            faults.extend(twice);
            if samples.cells > MOST_CELLS {
                let message = "more readings, one a row, than are gathered; expected a wide table";
                return Err(format!("{file}:{}: {message}", record.line));
            }
        }
        let (headers, rows) = samples.finish();
        Ok(Self { headers, rows, faults, left_out, columns })
    }
}

/// The quantities of a table in the order in which they come, each in the unit that it came
/// in first.
#[derive(Debug, Default)]
pub(super) struct Quantities {
    pub(super) columns: Vec<MeasuredColumn>,
    places: HashMap<Quantity, usize>,
}

impl Quantities {
    /// The place of a quantity.
    pub(super) fn place(&mut self, measured: MeasuredColumn) -> usize {
        *self.places.entry(measured.quantity()).or_insert_with(|| {
            self.columns.push(measured);
            self.columns.len() - 1
        })
    }

    /// A cell in the unit of its place, which stands behind the number where it is another one.
    pub(super) fn cell(&self, place: usize, measured: MeasuredColumn, cell: &str) -> String {
        let has_digit = cell.contains(|it: char| it.is_ascii_digit());
        if self.columns[place].unit() == measured.unit() || !has_digit {
            return cell.to_owned();
        }
        format!("{cell} {}", measured.unit())
    }
}

/// What says which sample a reading is of.
const KEYS: [Role; 10] = [
    Role::Section,
    Role::SectionCode,
    Role::Point,
    Role::WaterName,
    Role::WaterBody,
    Role::Time,
    Role::Year,
    Role::Month,
    Role::Day,
    Role::Hour,
];

/// Why a row is not used.
enum Unused {
    /// It cannot be.
    Fault(Fault),
    /// It is known to hold no readings.
    LeftOut(Fault),
    /// Its reading alone, of an item that the sample has one of.
    Twice(Fault),
}

impl From<Fault> for Unused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// The samples of a table of one reading a row.
struct Samples {
    keys: Vec<usize>,
    headers: Vec<String>,
    quantities: Quantities,
    places: HashMap<Vec<String>, usize>,
    gathered: Vec<Sample>,
    cells: usize,
    /// The column of states or marks, of one reading each here.
    state: Option<usize>,
    /// The names in place of items that are nothing known.
    unknown: BTreeSet<String>,
}

/// One sample: the line of its first reading, what it is of, a cell and its mark a quantity.
struct Sample {
    line: u64,
    key: Vec<String>,
    cells: Vec<Option<(String, String)>>,
}

impl Samples {
    fn new(layout: &Layout) -> Self {
        let is_key = |meaning: &Heading| matches!(meaning, Heading::Role(it) if KEYS.contains(it));
        let columns = layout.columns().iter().enumerate();
        let keys: Vec<usize> =
            columns.filter(|(_, it)| is_key(it.meaning())).map(|(place, _)| place).collect();
        let heading = |place: &usize| {
            let column = &layout.columns()[*place];
            match column.meaning() {
                // It was known by its words, which must not be lost with them.
                Heading::Role(Role::WaterBody) => "水体类型".to_owned(),
                _ => column.heading().to_owned(),
            }
        };
        let headers = keys.iter().map(heading).collect();
        let (quantities, places) = (Quantities::default(), HashMap::new());
        let state = layout.role(Role::StationState);
        Self {
            keys,
            headers,
            quantities,
            places,
            gathered: Vec::new(),
            cells: 0,
            state,
            unknown: BTreeSet::new(),
        }
    }

    /// Adds the reading of a row.
    fn add(&mut self, file: &str, layout: &Layout, record: &Record) -> Result<(), Unused> {
        let fault = |column: Option<usize>, text: &str, message: String| {
            let column = column.and_then(|place| layout.columns().get(place));
            Fault::new(file, record.line, column.map(gb3838::sheet::Column::heading), text, message)
        };
        if let Some(message) = &record.fault {
            return Err(fault(None, &record.text(), message.clone()).into());
        }
        let cells: Vec<&str> = record.cells.iter().map(str::trim).collect();
        let kind = layout.row_kind(&cells);
        if kind == RowKind::Blank {
            return Ok(());
        }
        if kind.is_left_out() {
            let message = format!("it heads {}, no readings; the row is left out", kind.what());
            return Err(Unused::LeftOut(fault(None, &record.text(), message)));
        }
        let item = layout.item().unwrap_or(0);
        let name = cells.get(item).copied().unwrap_or("");
        let measured = match layout.measured_of(&cells) {
            Some(Ok(measured)) => measured,
            Some(Err(not_read)) => return Err(fault(Some(item), name, why(&not_read)).into()),
            None if name.is_empty() => {
                return Err(fault(Some(item), name, "expected an item".to_owned()).into());
            }
            // What is no item of ours is passed over, as a column of it is; what is nothing that is
            // known may be the misprint of a name, and is said once.
            None if Heading::read(name, Waters::Surface) == Heading::Other
                && self.unknown.len() < MOST_UNKNOWN
                && self.unknown.insert(name.to_owned()) =>
            {
                return Err(fault(Some(item), name, UNKNOWN.to_owned()).into());
            }
            None => return Ok(()),
        };
        let of = |role| layout.role(role).and_then(|place| cells.get(place)).copied();
        let value = with_limit(of(Role::Value).unwrap_or(""), of(Role::DetectionLimit), measured);
        let place = self.quantities.place(measured);
        let value = self.quantities.cell(place, measured, &value);
        let key: Vec<String> =
            self.keys.iter().map(|place| cells.get(*place).unwrap_or(&"").to_string()).collect();
        let sample = *self.places.entry(key.clone()).or_insert_with(|| {
            self.gathered.push(Sample { line: record.line, key, cells: Vec::new() });
            self.gathered.len() - 1
        });
        let sample = &mut self.gathered[sample].cells;
        if sample.len() <= place {
            sample.resize(place + 1, None);
        }
        if let Some((kept, _)) = &sample[place] {
            // A blank cell is no reading, and hides none.
            if value.is_empty() {
                return Ok(());
            }
            if !kept.is_empty() {
                let message =
                    "a reading of the same item and sample stands before it, which is kept";
                return Err(Unused::Twice(fault(Some(item), name, message.to_owned())));
            }
        }
        self.cells += 1;
        let state = self.state.and_then(|place| cells.get(place)).copied().unwrap_or("");
        sample[place] = Some((value, state.to_owned()));
        Ok(())
    }

    /// The headings, and a row a sample; a column of marks behind each of readings, where
    /// there are marks.
    fn finish(mut self) -> (Vec<String>, Vec<Record>) {
        let count = self.quantities.columns.len();
        for column in &self.quantities.columns {
            self.headers.push(column.to_string());
            if self.state.is_some() {
                self.headers.push(format!("{} flag", column.quantity()));
            }
        }
        let with_marks = self.state.is_some();
        let rows = self.gathered.into_iter().map(|mut sample| {
            sample.cells.resize(count, None);
            let mut cells = sample.key;
            for cell in sample.cells {
                let (value, mark) = cell.unwrap_or_default();
                cells.push(value);
                cells.extend(with_marks.then_some(mark));
            }
            Record { line: sample.line, cells: cells.into(), ..Record::default() }
        });
        (self.headers, rows.collect())
    }
}

/// A cell that says "not detected" without a limit, with the limit of a column of its own.
pub(super) fn with_limit(cell: &str, limit: Option<&str>, measured: MeasuredColumn) -> String {
    let reading = |text: &str| {
        measured.read_cell(text, &Notation::new()).ok().and_then(|cell| cell.reading())
    };
    if let Some(limit) = limit
        && matches!(reading(cell), Some(Reading::Missing(Missing::NotDetected)))
        && matches!(reading(limit), Some(Reading::Value(_)))
    {
        return format!("<{limit}");
    }
    cell.to_owned()
}
