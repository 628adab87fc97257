//! Samples row by row into the evaluation of each item at each section.

use std::collections::HashMap;
use std::io::BufRead;

use gb3838::impact::{ImpactOptions, ItemEvaluation, OxygenSaturation};
use gb3838::sheet::MeasuredColumn;
use gb3838::sums::SectionNumbers;
use gb3838::{Classifier, Decimal, Item, ItemMap, ItemSet, Notation, Reading, Standard, WaterBody};

use crate::readings::remarked::{KEPT, Remarked};
use crate::readings::{Headers, header};
use crate::samples::alike_names;
use crate::samples::section_key::key_of;
use crate::samples::times::Times;
use crate::table::cells::why_void;
use crate::table::fault::{EMPTY, Fault, NO_SECTION, TWICE};
use crate::table::reader::TableReader;
use crate::table::records::Record;
use crate::table::states::NotNormal;
use crate::table::water_bodies::{SaidBodies, WaterBodies};
use crate::table::waters::Waters;

/// How samples are to be read and evaluated.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The water body of all sections, where the call says it.
    pub body: Option<WaterBody>,
    /// The water temperature of rows that give none, in ℃.
    pub temperature: Option<Decimal>,
    /// Whether rows and readings that were not measured normally are left out.
    pub only_normal: bool,
    /// By which class and which form of the index.
    pub options: ImpactOptions,
    /// Whether the mean of the index is asked for.
    pub index: bool,
}

/// What a file of samples holds.
#[derive(Debug, Default)]
pub struct Samples {
    /// The sections in the order in which they come.
    pub sections: Vec<SectionSamples>,
    /// Rows of the file.
    pub rows: u64,
    /// Rows that were used.
    pub used: u64,
    /// Rows, cells and columns that could not be used.
    pub faults: Vec<Fault>,
    /// Rows that hold no samples, such as units and limits below the heading.
    pub left_out: Vec<Fault>,
    /// Rows and readings of a station that did not work normally.
    pub not_normal: NotNormal,
    /// Which columns were read as what, where any was not.
    pub columns: Vec<String>,
    /// Columns that are known, and hold nothing that is read here.
    pub passed_over: Vec<String>,
    /// Those of them that hold items of Tables 2 and 3.
    pub source_items: Vec<String>,
    /// The first readings that no water has, and how many they are: kept, and no faults.
    pub remarked: Vec<Remarked<'static>>,
    /// How many they are, those included that are not kept.
    pub remarked_count: u64,
}

/// One section: its items in the order of the columns.
#[derive(Debug)]
pub struct SectionSamples {
    /// Its name.
    pub name: String,
    /// River or lake.
    pub body: WaterBody,
    /// What was evaluated of each item.
    pub items: Vec<ItemEvaluation>,
    /// The items that have no limit of the class here.
    pub without_limit: ItemSet,
}

/// The places of the columns.
struct Columns {
    headers: Vec<String>,
    section: usize,
    point: Option<usize>,
    bodies: WaterBodies,
    items: Vec<(usize, MeasuredColumn, Item)>,
}

impl Columns {
    fn of(table: &TableReader<'_>, form: &Form) -> Result<Self, String> {
        let layout = table.layout();
        Ok(Self {
            headers: table.headers().iter().map(ToOwned::to_owned).collect(),
            section: layout.section().ok_or_else(|| table.without("section"))?,
            point: layout.point(),
            bodies: WaterBodies::of(layout, form.body),
            items: layout
                .measured()
                .filter_map(|(place, it)| Some((place, it, it.item()?)))
                .collect(),
        })
    }
}

/// Reads a table; a bad row or cell is listed and not used, every other is.
///
/// # Errors
/// When the input cannot be read, or has no column of sections.
pub fn read(file: &str, input: &mut dyn BufRead, form: &Form) -> Result<Samples, String> {
    let mut samples = Samples::default();
    let Some(mut table) = TableReader::open(file, input)? else {
        samples.faults.push(Fault::new(file, 1, None, "", EMPTY));
        return Ok(samples);
    };
    let said = header::Said::of(&mut table, header::is_read(Headers::Items));
    samples.faults = said.faults;
    (samples.passed_over, samples.columns) = (said.passed_over, said.columns);
    samples.source_items = said.source_items;
    let columns = Columns::of(&table, form)?;
    samples.left_out = table.gathered_left_out();
    samples.columns.extend(columns.bodies.overruled(table.layout()));
    let mut states = table.states(form.only_normal);
    let classifiers = [WaterBody::River, WaterBody::Lake].map(Classifier::for_readings);
    let mut places: HashMap<String, usize> = HashMap::new();
    let (mut numbers, mut times) = (SectionNumbers::new(), Times::default());
    let (mut bodies, mut waters) = (SaidBodies::default(), Waters::of(table.layout()));
    let mut record = Record::default();
    while table.read(&mut record)? {
        samples.rows += 1;
        if let Some(fault) = table.left_out(&record) {
            samples.left_out.push(fault);
            continue;
        }
        if !states.apply(file, &columns.headers, &mut record, &mut samples.faults) {
            continue;
        }
        let wrong = |place: Option<usize>, text: &str, message: &str| {
            let column = place.and_then(|place| columns.headers.get(place)).map(String::as_str);
            Fault::new(file, record.line, column, text, message)
        };
        if let Some(message) = &record.fault {
            samples.faults.push(wrong(None, &record.text(), message));
            continue;
        }
        let cell = |place: usize| record.cells.get(place).unwrap_or("").trim();
        let name = cell(columns.section);
        if name.is_empty() {
            samples.faults.push(wrong(Some(columns.section), "", NO_SECTION));
            continue;
        }
        let wrong = |place: Option<usize>, text: &str, message: &str| {
            wrong(place, text, message).of_section(name)
        };
        let written_body = columns.bodies.column.map_or("", cell);
        let body = match WaterBodies::of_cell(written_body) {
            Ok(body) => body,
            Err(expected) => {
                samples.faults.push(wrong(columns.bodies.column, written_body, expected));
                continue;
            }
        };
        let (point, mut written) = (columns.point.map_or("", cell), String::new());
        if table.has_time() {
            let time = match table.time(&record) {
                Ok(time) => time,
                Err((place, text, message)) => {
                    samples.faults.push(wrong(Some(place), &text, &message));
                    continue;
                }
            };
            written = time.to_string();
            if times.note(numbers.number(&key_of(name, point)), time) {
                samples.faults.push(wrong(None, &record.text(), TWICE));
                continue;
            }
        }
        let place = places.get(name).copied().unwrap_or(samples.sections.len());
        if place == samples.sections.len() {
            places.insert(name.to_owned(), place);
            let body = body.unwrap_or_else(|| columns.bodies.usual());
            samples.sections.push(SectionSamples {
                name: name.to_owned(),
                body,
                items: vec![],
                without_limit: ItemSet::EMPTY,
            });
        }
        let Some(section) = samples.sections.get_mut(place) else { continue };
        if let Some(other) = body.filter(|body| *body != section.body) {
            let first = section.body;
            let message =
                format!("{other}, and a row of the same section before it is of a {first}");
            samples.faults.push(wrong(columns.bodies.column, written_body, &message));
            continue;
        }
        bodies.note(name, body, None);
        waters.note(name, waters.column.map_or("", cell));
        let readings = section.add_row(&columns, &record, form, &mut samples.faults, &wrong);
        samples.used += 1;
        let classifier = &classifiers[usize::from(section.body == WaterBody::Lake)];
        samples.note_remarks(classifier, (name, point), (record.line, &written), &readings);
    }
    samples.say_at_the_end(&columns, &table, &bodies);
    samples.faults.extend(waters.faults(&table));
    samples.say_alike_names(&columns, &table);
    samples.not_normal = states.not_normal;
    Ok(samples)
}

impl Samples {
    /// Says what stands in columns without a heading, and of which sections no row says a water
    /// body, where there is a column for it.
    fn say_at_the_end(&mut self, columns: &Columns, table: &TableReader<'_>, bodies: &SaidBodies) {
        self.faults.extend(table.unnamed_faults());
        let place = columns.bodies.column;
        let Some(heading) = place.and_then(|place| columns.headers.get(place)) else { return };
        let names = self.sections.iter().map(|section| section.name.as_str());
        for message in bodies.not_written(names) {
            self.faults.push(table.fault_of_heading(heading, &message));
        }
    }

    /// Says which names of sections look alike.
    fn say_alike_names(&mut self, columns: &Columns, table: &TableReader<'_>) {
        let heading = columns.headers.get(columns.section).map_or("", String::as_str);
        let said = alike_names::of(self.sections.iter().map(|section| section.name.as_str()));
        let said = said.iter().map(|message| table.fault_of_heading(heading, message));
        self.faults.extend(said);
    }

    /// Notes the readings of a row that no water has.
    fn note_remarks(
        &mut self,
        classifier: &Classifier,
        (section, point): (&str, &str),
        (row, time): (u64, &str),
        readings: &ItemMap<Reading>,
    ) {
        for (item, remark) in classifier.remarks_on_sample(readings) {
            self.remarked_count += 1;
            let Some(Reading::Value(value)) = readings.get(item).copied() else { continue };
            if self.remarked.len() < KEPT {
                let (section, point) = (section.to_owned().into(), point.to_owned().into());
                let time = time.to_owned();
                self.remarked.push(Remarked { section, point, row, time, item, value, remark });
            }
        }
    }
}

impl SectionSamples {
    /// Adds the cells of a row, and says what was read; a cell that cannot be read costs itself
    /// alone.
    fn add_row(
        &mut self,
        columns: &Columns,
        record: &Record,
        form: &Form,
        faults: &mut Vec<Fault>,
        wrong: &dyn Fn(Option<usize>, &str, &str) -> Fault,
    ) -> ItemMap<Reading> {
        let notation = Notation::new();
        // A cell that could not be read is a sample all the same.
        let mut readings: Vec<(usize, Item, Option<Reading>)> = Vec::new();
        for (place, measured, item) in &columns.items {
            let cell = record.cells.get(*place).unwrap_or("").trim();
            if let Some(left_out) = record.left_out(*place) {
                readings.push((*place, *item, Some(left_out)));
                continue;
            }
            match measured.read_cell(cell, &notation) {
                Ok(read) => {
                    let finding = read.finding().map(why_void);
                    faults.extend(finding.map(|message| wrong(Some(*place), cell, message)));
                    readings.extend(read.reading().map(|it| (*place, *item, Some(it))));
                }
                Err(error) => {
                    faults.push(wrong(Some(*place), cell, &error.reason().to_string()));
                    readings.push((*place, *item, None));
                }
            }
        }
        let measured = readings.iter().find_map(|(_, item, reading)| match (item, reading) {
            (Item::WaterTemperature, Some(Reading::Value(value))) => Some(*value),
            _ => None,
        });
        let saturation = match measured.or(form.temperature).map(saturation) {
            Some(Ok(saturation)) => Some(saturation),
            Some(Err(message)) => {
                faults.push(wrong(None, &record.text(), &message));
                None
            }
            None => None,
        };
        for (place, item, reading) in &readings {
            let Some(of_item) = self.item(*item, form) else {
                self.without_limit = self.without_limit.with(*item);
                continue;
            };
            let Some(reading) = reading else {
                of_item.add_not_read();
                continue;
            };
            if let Err(error) = of_item.add(reading, saturation.as_ref()) {
                of_item.add_not_read();
                let cell = record.cells.get(*place).unwrap_or("").trim();
                faults.push(wrong(Some(*place), cell, &error.to_string()));
            }
        }
        readings.into_iter().filter_map(|(_, item, reading)| Some((item, reading?))).collect()
    }

    /// The evaluation of an item; none where the standard sets no limit of the class.
    fn item(&mut self, item: Item, form: &Form) -> Option<&mut ItemEvaluation> {
        let found = self.items.iter().position(|it| it.item() == item);
        let place = found.unwrap_or(self.items.len());
        if found.is_none() {
            let (standard, options) = (Standard::GB_3838_2002, form.options);
            let evaluation = ItemEvaluation::new(item, self.body, &standard, options)?;
            self.items.push(if form.index { evaluation.with_mean_index() } else { evaluation });
        }
        self.items.get_mut(place)
    }
}

fn saturation(temperature: Decimal) -> Result<OxygenSaturation, String> {
    OxygenSaturation::of_river(temperature).map_err(|error| error.to_string())
}
