//! One row, cell by cell: what is found, and all that must be said about it.

use csv::StringRecord;
use gb3838::report::Language;
use gb3838::section::ValueRemark;
use gb3838::sheet::{Heading, MeasuredColumn, Role};
use gb3838::{
    Circumstances, Class, Classifier, Item, ItemMap, ItemSet, Measurement, Notation, Reading,
    SectionAssessment, Standard, WaterBody,
};

use crate::classify::arguments::Arguments;
use crate::classify::check::{self, Printed};
use crate::program::language::{choose, remark_words};
use crate::table::cells::why_void;
use crate::table::fault::Fault;
use crate::table::labels::Labels;
use crate::table::reader::TableReader;
use crate::table::records::Record;
use crate::table::states::{self, MarkedReadings, States};
use crate::table::time_columns::{KnownDay, TimeColumns};
use crate::table::water_bodies::{NOT_WRITTEN, WaterBodies};

/// The places of the columns that are read.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) items: Vec<(usize, MeasuredColumn, Item)>,
    pub(crate) bodies: WaterBodies,
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
    /// The items below a detection limit that is too high to decide.
    pub(crate) undecidable: ItemSet,
    /// The determining items, where each is below its detection limit and the class not the best.
    pub(crate) halves: ItemSet,
}

/// What is found in a row, and said about it.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) found: Found,
    /// What is said in the row, joined by semicolons.
    pub(crate) findings: String,
    pub(crate) faults: Vec<Fault>,
    /// Why the row is known to hold no readings: said, and no fault.
    pub(crate) left_out: Option<Fault>,
    /// The values that no water has: kept, said, and no faults.
    pub(crate) remarks: Vec<Fault>,
    pub(crate) printed: Option<Printed>,
}

/// How the rows of a table are read and judged.
#[derive(Debug)]
pub(crate) struct RowReader<'a> {
    name: &'a str,
    pub(crate) headers: StringRecord,
    pub(crate) places: Places,
    states: States,
    pub(crate) times: TimeColumns,
    language: Language,
    /// What is known of all rows: whether a class needs all of the five items.
    known: Circumstances,
    /// Of rivers, and of lakes.
    pub(crate) classifiers: [Classifier; 2],
    /// The items that are to take part.
    pub(crate) asked: ItemSet,
    /// Those of them without a limit: in a river, in a lake.
    not_limited: [ItemSet; 2],
}

/// Whether a column is read by `classify`.
pub(crate) fn is_read(arguments: &Arguments) -> impl Fn(&Heading) -> bool + Copy {
    let asked = arguments.items;
    let has_body = arguments.body.is_some();
    let check = arguments.check;
    move |meaning| match meaning {
        Heading::Measured(measured) => measured.item().is_some_and(|item| asked.contains(item)),
        Heading::Role(Role::WaterBody) => !has_body,
        meaning if states::is_read(meaning) => true,
        Heading::Role(Role::PrintedClass) => check,
        _ => false,
    }
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(arguments: &Arguments, name: &'a str, table: &TableReader<'_>) -> Self {
        let asked = arguments.items;
        let layout = table.layout();
        let items = layout
            .measured()
            .filter_map(|(place, measured)| Some((place, measured, measured.item()?)))
            .filter(|(_, _, item)| asked.contains(*item))
            .collect();
        let (all, comparison) = (arguments.items, arguments.comparison);
        let classifiers = [WaterBody::River, WaterBody::Lake]
            .map(|body| Classifier::new(Standard::GB_3838_2002, body, all, comparison));
        let not_limited = [&classifiers[0], &classifiers[1]].map(|classifier| {
            asked.iter().filter(|item| classifier.cutoffs(*item).is_none()).collect()
        });
        Self {
            name,
            headers: table.headers().clone(),
            places: Places {
                items,
                bodies: WaterBodies::of(layout, arguments.body),
                printed: layout.role(Role::PrintedClass).filter(|_| arguments.check),
                section: layout.section(),
            },
            states: table.states(arguments.only_normal),
            times: table.times().clone(),
            language: arguments.language,
            known: Circumstances::new().with_five_required(arguments.needs_five),
            classifiers,
            asked,
            not_limited,
        }
    }

    /// The language of what is said of rows.
    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a column of printed classes to compare with.
    pub(crate) const fn has_printed(&self) -> bool {
        self.places.printed.is_some()
    }

    /// What says how rows and readings were measured, for one who reads rows.
    pub(crate) fn states(&self) -> States {
        self.states.clone()
    }

    /// The items without a limit among those that a row of a water body has.
    pub(crate) fn not_limited(&self, body: WaterBody, present: ItemSet) -> ItemSet {
        present.intersection(self.not_limited[body as usize])
    }

    /// The same beside what is known of all rows.
    pub(crate) fn beside_known(&self, found: Found) -> Found {
        found.with(&self.known)
    }

    /// Reads and judges a row. One that cannot be read has no class.
    pub(crate) fn answer(
        &self,
        record: &Record,
        left_out: Option<Fault>,
        states: &mut States,
    ) -> Answer {
        let mut answer = Answer { left_out, ..Answer::default() };
        if let Some(message) = &record.fault {
            answer.faults.push(self.fault(record, None, message.clone()));
        }
        let is_usable = answer.left_out.is_none()
            && answer.faults.is_empty()
            && self.is_normal(record, &mut answer, states);
        if let Some(fault) = answer.left_out.take() {
            answer.say_fault(&fault);
            answer.left_out = Some(fault);
        }
        let body = if is_usable { self.water_body(record, &mut answer.faults) } else { None };
        if let Some(body) = body {
            let readings = match self.normal(record, &mut answer, states) {
                Some(normal) => self.readings(&normal, &mut answer.faults),
                None => self.readings(record, &mut answer.faults),
            };
            let (found, present) = self.judge(record, (body, &readings), &mut answer.remarks);
            answer.found = found;
            let not_limited = self.not_limited(body, present);
            if !not_limited.is_empty() {
                answer.say(&format!("no limit here: {not_limited}"));
            }
            answer.printed = self.printed(record, &mut answer.faults);
            answer.faults.extend(self.no_such_day(record));
        }
        for fault in std::mem::take(&mut answer.remarks) {
            answer.say_fault(&fault);
            answer.remarks.push(fault);
        }
        for fault in std::mem::take(&mut answer.faults) {
            answer.say_fault(&fault);
            answer.faults.push(fault);
        }
        answer
    }

    /// What the readings of a row come to, and which items have one; values that no water has
    /// are added to the remarks.
    fn judge(
        &self,
        record: &Record,
        (body, readings): (WaterBody, &ItemMap<Reading>),
        remarks: &mut Vec<Fault>,
    ) -> (Found, ItemSet) {
        let present =
            readings.iter().filter(|(_, it)| matches!(it, Reading::Value(_) | Reading::Below(_)));
        let present: ItemSet = present.map(|(item, _)| item).collect();
        let absent = self.asked.difference(present);
        let mut measured = ItemMap::new();
        for (item, reading) in readings.iter() {
            measured.insert(item, Measurement::from(*reading));
        }
        let classifier = &self.classifiers[usize::from(body == WaterBody::Lake)];
        let found = match classifier.assess(&measured) {
            Ok(section) => {
                remarks.extend(section.remarks().map(|(item, remark)| {
                    let place = self.places.items.iter().find(|(.., of)| *of == item);
                    self.fault(record, place.map(|(place, ..)| *place), self.kept(remark))
                }));
                Found { absent, ..Found::from(&section) }
            }
            // Impossible values are no readings: `Notation` refuses them.
            Err(_) => Found { absent, ..Found::default() },
        };
        (self.beside_known(found), present)
    }

    /// What is said of a value that no water has.
    fn kept(&self, remark: ValueRemark) -> String {
        let words = remark_words(self.language, remark);
        format!("{words}{}", choose(self.language, "，保留", "; it is kept"))
    }

    /// What a row is that holds no readings and is left out, aloud.
    pub(crate) fn left_out(&self, labels: &mut Labels, record: &Record) -> Option<Fault> {
        labels.left_out_of(self.name, record)
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

    /// A day that no calendar has; the row has its class, which needs no day.
    fn no_such_day(&self, record: &Record) -> Option<Fault> {
        let cell = |place: usize| record.cells.get(place).unwrap_or("");
        let mut known = KnownDay::default();
        let found = self.times.no_such_day(&mut known, record.cells.len(), cell)?;
        let reason = found.reason.map(|reason| reason.to_string()).unwrap_or_default();
        Some(self.fault(record, Some(found.place), reason))
    }

    /// Whether the station worked normally, or that is not asked for.
    fn is_normal(&self, record: &Record, answer: &mut Answer, states: &mut States) -> bool {
        match states.of_row(record) {
            Ok(None) => true,
            Ok(Some(state)) => {
                answer.say(&format!("the station was not normal: {state}"));
                !states.is_only_normal()
            }
            Err((place, message)) => {
                answer.faults.push(self.fault(record, Some(place), message));
                false
            }
        }
    }

    /// The row without the readings whose marks say that they were not measured normally;
    /// `None` where that changes nothing.
    fn normal(&self, record: &Record, answer: &mut Answer, states: &mut States) -> Option<Record> {
        let MarkedReadings { changed, unknown, not_normal } = states.of_readings(record);
        for (place, message) in unknown {
            answer.faults.push(self.fault(record, Some(place), message));
        }
        for (place, state) in not_normal {
            let column = self.headers.get(place).unwrap_or_default();
            answer.say(&format!("{column}: the reading is marked not normal: {state}"));
        }
        if changed.is_empty() {
            return None;
        }
        let mut normal = record.clone();
        states::replace(&mut normal, &changed);
        Some(normal)
    }

    /// The water body of a row; without one that is known it has no limits.
    fn water_body(&self, record: &Record, faults: &mut Vec<Fault>) -> Option<WaterBody> {
        let bodies = self.places.bodies;
        let Some(place) = bodies.column else { return Some(bodies.usual()) };
        let (body, message) = match WaterBodies::of_cell(record.cells.get(place).unwrap_or("")) {
            Ok(Some(body)) => return Some(body),
            Ok(None) => (Some(bodies.usual()), NOT_WRITTEN),
            Err(expected) => (None, expected),
        };
        faults.push(self.fault(record, Some(place), message.to_owned()));
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
        let section = section.map(ToString::to_string);
        let place = format!("{}:{}", self.name, record.line);
        Some(Printed { place, section, text: text.to_owned(), class })
    }
}

impl Found {
    /// The same beside what is known: without a class where one of the five items is required
    /// and takes no part.
    pub(crate) fn with(self, known: &Circumstances) -> Self {
        if known.make_class(self.participating) {
            self
        } else {
            Self { class: 0, determining: ItemSet::EMPTY, halves: ItemSet::EMPTY, ..self }
        }
    }
}

impl Found {
    /// The same with those determining items whose class is that of half a detection limit.
    pub(crate) fn with_below(self, is_below: impl Fn(Item) -> bool) -> Self {
        let is_best = self.class <= Class::I as u8;
        let halves = if !is_best && self.determining.iter().all(is_below) {
            self.determining
        } else {
            ItemSet::EMPTY
        };
        Self { halves, ..self }
    }
}

impl From<&SectionAssessment> for Found {
    fn from(section: &SectionAssessment) -> Self {
        let is_below =
            |item| section.counts_of(item).is_some_and(|counts| counts.below_detection() > 0);
        let found = Self {
            class: section.class().map_or(0, |class| class as u8),
            determining: section.determining(),
            participating: section.participating(),
            absent: ItemSet::EMPTY,
            undecidable: section.undecidable(),
            halves: ItemSet::EMPTY,
        };
        found.with_below(is_below)
    }
}

impl Answer {
    fn say_fault(&mut self, fault: &Fault) {
        let column = fault.column.as_ref().map(|it| format!("{it}: ")).unwrap_or_default();
        // An empty cell has nothing to quote.
        let text = Some(&fault.text).filter(|text| !text.is_empty());
        let text = text.map(|text| format!("\"{text}\": ")).unwrap_or_default();
        self.say(&format!("{column}{text}{}", fault.message));
    }

    fn say(&mut self, text: &str) {
        if !self.findings.is_empty() {
            self.findings.push_str("; ");
        }
        self.findings.push_str(text);
    }
}
