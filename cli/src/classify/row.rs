//! One row, cell by cell: what is found, and all that must be said about it.

use csv::StringRecord;
use gb3838::sheet::{Heading, MeasuredColumn, Role, StationState};
use gb3838::{
    Classifier, Item, ItemMap, ItemSet, Measurement, Notation, Reading, SectionAssessment,
    Standard, WaterBody,
};

use crate::classify::arguments::Arguments;
use crate::classify::check::{self, Printed};
use crate::table::cells::why_void;
use crate::table::fault::Fault;
use crate::table::labels::Labels;
use crate::table::reader::TableReader;
use crate::table::records::Record;

/// The places of the columns that are read.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) items: Vec<(usize, MeasuredColumn, Item)>,
    pub(crate) water_body: Option<usize>,
    pub(crate) state: Option<usize>,
    printed: Option<usize>,
    section: Option<usize>,
}

/// What a row comes to: a class as in [`gb3838::ClassCode`], and sets of items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Found {
    pub(crate) class: u8,
    pub(crate) determining: ItemSet,
    pub(crate) participating: ItemSet,
    pub(crate) absent: ItemSet,
}

/// What is found in a row, and said about it.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) found: Found,
    /// What is said in the row, joined by semicolons.
    pub(crate) findings: String,
    pub(crate) faults: Vec<Fault>,
    pub(crate) printed: Option<Printed>,
    pub(crate) is_not_normal: bool,
}

/// How the rows of a table are read and judged.
#[derive(Debug)]
pub(crate) struct RowReader<'a> {
    name: &'a str,
    pub(crate) headers: StringRecord,
    pub(crate) places: Places,
    only_normal: bool,
    /// The water body of all rows, where the caller names it.
    pub(crate) body: Option<WaterBody>,
    /// Of rivers, and of lakes.
    pub(crate) classifiers: [Classifier; 2],
    /// The items that are to take part.
    pub(crate) asked: ItemSet,
}

/// Whether a column is read by `classify`.
pub(crate) fn is_read(arguments: &Arguments) -> impl Fn(&Heading) -> bool + Copy {
    let asked = arguments.items.difference(ItemSet::REFERENCE);
    let has_body = arguments.body.is_some();
    let check = arguments.check;
    move |meaning| match meaning {
        Heading::Measured(measured) => measured.item().is_some_and(|item| asked.contains(item)),
        Heading::Role(Role::WaterBody) => !has_body,
        Heading::Role(Role::StationState) => true,
        Heading::Role(Role::PrintedClass) => check,
        _ => false,
    }
}

impl<'a> RowReader<'a> {
    pub(crate) fn new<R: std::io::BufRead>(
        arguments: &Arguments,
        name: &'a str,
        table: &TableReader<R>,
    ) -> Self {
        let asked = arguments.items.difference(ItemSet::REFERENCE);
        let layout = table.layout();
        let items = layout
            .measured()
            .filter_map(|(place, measured)| Some((place, measured, measured.item()?)))
            .filter(|(_, _, item)| asked.contains(*item))
            .collect();
        let (all, comparison) = (arguments.items, arguments.comparison);
        let classifiers = [WaterBody::River, WaterBody::Lake]
            .map(|body| Classifier::new(Standard::GB_3838_2002, body, all, comparison));
        Self {
            name,
            headers: table.headers().clone(),
            places: Places {
                items,
                water_body: layout.role(Role::WaterBody).filter(|_| arguments.body.is_none()),
                state: layout.role(Role::StationState),
                printed: layout.role(Role::PrintedClass).filter(|_| arguments.check),
                section: layout.section(),
            },
            only_normal: arguments.only_normal,
            body: arguments.body,
            classifiers,
            asked,
        }
    }

    /// Whether there is a column of printed classes to compare with.
    pub(crate) const fn has_printed(&self) -> bool {
        self.places.printed.is_some()
    }

    /// Reads and judges a row. One that cannot be read has no class.
    pub(crate) fn answer(&self, record: &Record, left_out: Option<Fault>) -> Answer {
        let mut answer = Answer { faults: left_out.into_iter().collect(), ..Answer::default() };
        if let Some(message) = &record.fault {
            answer.faults.push(self.fault(record, None, message.clone()));
        }
        let is_usable = answer.faults.is_empty() && self.is_normal(record, &mut answer);
        let body = if is_usable { self.water_body(record, &mut answer.faults) } else { None };
        if let Some(body) = body {
            let readings = self.readings(record, &mut answer.faults);
            answer.found = self.judge(body, &readings);
            answer.printed = self.printed(record, &mut answer.faults);
        }
        for fault in std::mem::take(&mut answer.faults) {
            let column = fault.column.as_ref().map(|it| format!("{it}: ")).unwrap_or_default();
            answer.say(&format!("{column}\"{}\": {}", fault.text, fault.message));
            answer.faults.push(fault);
        }
        answer
    }

    fn judge(&self, body: WaterBody, readings: &ItemMap<Reading>) -> Found {
        let present =
            readings.iter().filter(|(_, it)| matches!(it, Reading::Value(_) | Reading::Below(_)));
        let absent = self.asked.difference(present.map(|(item, _)| item).collect());
        let mut measured = ItemMap::new();
        for (item, reading) in readings.iter() {
            measured.insert(item, Measurement::from(*reading));
        }
        let classifier = &self.classifiers[usize::from(body == WaterBody::Lake)];
        match classifier.assess(&measured) {
            Ok(section) => Found { absent, ..Found::from(&section) },
            // Impossible values are no readings: `Notation` refuses them.
            Err(_) => Found { absent, ..Found::default() },
        }
    }

    /// What a row is that holds no readings and is left out, aloud.
    pub(crate) fn left_out(&self, labels: &mut Labels, record: &Record) -> Option<Fault> {
        labels.left_out_of(self.name, record)
    }

    /// Whether nothing is done or said because of a station's state.
    pub(crate) fn is_usual_state(&self, cell: &str) -> bool {
        match cell.parse::<StationState>() {
            Ok(state) => state.is_normal(),
            Err(_) => !self.only_normal,
        }
    }

    /// A fault of a cell, or of a whole row.
    fn fault(&self, record: &Record, place: Option<usize>, message: String) -> Fault {
        let column = place.and_then(|place| self.headers.get(place));
        let text = match place {
            Some(place) => record.cells.get(place).unwrap_or("").to_owned(),
            None => record.text(),
        };
        Fault::new(self.name, record.line, column, &text, message)
    }

    /// Whether the station worked normally, or that is not asked for.
    fn is_normal(&self, record: &Record, answer: &mut Answer) -> bool {
        let Some(place) = self.places.state else { return true };
        let cell = record.cells.get(place).unwrap_or("");
        match cell.parse::<StationState>() {
            Ok(state) if state.is_normal() => true,
            Ok(state) => {
                answer.is_not_normal = true;
                answer.say(&format!("the station was not normal: {state}"));
                !self.only_normal
            }
            // A word that is not known counts where it decides.
            Err(error) if self.only_normal => {
                answer.is_not_normal = true;
                answer.faults.push(self.fault(record, Some(place), error.to_string()));
                false
            }
            Err(_) => true,
        }
    }

    /// The water body of a row; without one that is known it has no limits.
    fn water_body(&self, record: &Record, faults: &mut Vec<Fault>) -> Option<WaterBody> {
        if let Some(body) = self.body {
            return Some(body);
        }
        let Some(place) = self.places.water_body else { return Some(WaterBody::River) };
        let body = record.cells.get(place).unwrap_or("").parse().ok();
        if body.is_none() {
            faults.push(self.fault(record, Some(place), "expected river or lake".to_owned()));
        }
        body
    }

    /// The readings of a row; a cell that cannot be read costs itself alone.
    fn readings(&self, record: &Record, faults: &mut Vec<Fault>) -> ItemMap<Reading> {
        let notation = Notation::new();
        let mut readings = ItemMap::new();
        for (place, measured, item) in &self.places.items {
            let cell = record.cells.get(*place).unwrap_or("");
            match measured.read_cell(cell, &notation) {
                Ok(read) => {
                    if let Some(finding) = read.finding() {
                        let message = format!("no value: {}", why_void(finding));
                        faults.push(self.fault(record, Some(*place), message));
                    }
                    if let Some(reading) = read.reading() {
                        readings.insert(*item, reading);
                    }
                }
                Err(error) => {
                    faults.push(self.fault(record, Some(*place), error.reason().to_string()));
                }
            }
        }
        readings
    }

    /// The printed class, where it is compared.
    fn printed(&self, record: &Record, faults: &mut Vec<Fault>) -> Option<Printed> {
        let place = self.places.printed?;
        let text = record.cells.get(place).unwrap_or("").trim();
        let Ok(class) = check::read(text) else {
            let message = "expected a class, or a mark for none; it is not compared";
            faults.push(self.fault(record, Some(place), message.to_owned()));
            return None;
        };
        let class = class?;
        let section = self.places.section.and_then(|place| record.cells.get(place));
        let section = section.map(|name| format!(", {name}")).unwrap_or_default();
        let place = format!("{}:{}{section}", self.name, record.line);
        Some(Printed { place, text: text.to_owned(), class })
    }
}

impl From<&SectionAssessment> for Found {
    fn from(section: &SectionAssessment) -> Self {
        Self {
            class: section.class().map_or(0, |class| class as u8),
            determining: section.determining(),
            participating: section.participating(),
            absent: ItemSet::EMPTY,
        }
    }
}

impl Answer {
    fn say(&mut self, text: &str) {
        if !self.findings.is_empty() {
            self.findings.push_str("; ");
        }
        self.findings.push_str(text);
    }
}
