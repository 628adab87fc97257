//! Readings that no water has, by their row: kept, and named.

use gb3838::batch::TextColumn;
use gb3838::report::Table;
use gb3838::section::ValueRemark;
use gb3838::sums::SectionNumbers;
use gb3838::{Classifier, Column, Decimal, Item, Reading, SectionAssessment, Timestamp, WaterBody};

use crate::annual::judged::Judge;
use crate::annual::read::OfYear;
use crate::annual::tables;
use crate::program::language::{in_language, remark_words};

/// As many rows as are kept a year; all are counted.
const KEPT: usize = 200;

/// A reading that no water has, and its row.
#[derive(Debug)]
struct Row {
    line: u64,
    section: u32,
    time: Timestamp,
    item: Item,
    reading: Reading,
    remark: ValueRemark,
}

/// A reading that no water has, with the names of its section and point.
#[derive(Clone, Debug, serde::Serialize)]
pub(crate) struct Named<'a> {
    section: &'a str,
    point: &'a str,
    row: u64,
    time: String,
    item: Item,
    value: Decimal,
    remark: ValueRemark,
}

/// The readings of a year that no water has.
#[derive(Debug, Default)]
pub(crate) struct Remarked {
    rows: Vec<Row>,
    count: u64,
}

/// What looks at the readings of a row.
#[derive(Clone, Debug)]
pub(crate) struct Remarks {
    classifiers: [Classifier; 2],
    /// The items remarked on in each row of some columns.
    sets: Vec<u32>,
}

impl Default for Remarks {
    fn default() -> Self {
        let classifiers = [WaterBody::River, WaterBody::Lake].map(Classifier::for_readings);
        Self { classifiers, sets: Vec::new() }
    }
}

impl Remarks {
    /// Marks the rows in which a reading is one to remark on, in a river or a lake.
    ///
    /// # Errors
    /// When an item has two columns.
    pub(crate) fn mark(
        &mut self,
        columns: &[TextColumn<i64>],
        marked: &mut [bool],
    ) -> Result<(), String> {
        let columns: Vec<_> = columns.iter().map(Column::of_text).collect();
        self.sets.resize(columns.first().map_or(0, Column::rows), 0);
        for classifier in &self.classifiers {
            let found = classifier.remark_columns(&columns, &mut self.sets);
            if found.map_err(|error| error.to_string())? > 0 {
                for (set, marked) in self.sets.iter().zip(marked.iter_mut()) {
                    *marked |= *set != 0;
                }
            }
        }
        Ok(())
    }

    /// Notes the readings of a row that no water has.
    pub(crate) fn note(
        &self,
        (body, line): (WaterBody, u64),
        (section, time): (u32, Timestamp),
        readings: &[(Item, Reading)],
        of_year: &mut Remarked,
    ) {
        let classifier = &self.classifiers[body as usize];
        for (item, reading) in readings {
            let Some(remark) = classifier.remark_on_reading(*item, reading) else { continue };
            of_year.count += 1;
            if of_year.rows.len() < KEPT {
                let (item, reading) = (*item, *reading);
                of_year.rows.push(Row { line, section, time, item, reading, remark });
            }
        }
    }
}

impl Remarked {
    /// Those that are kept, by their row.
    pub(crate) fn named<'a>(
        &'a self,
        names: &'a SectionNumbers,
    ) -> impl Iterator<Item = Named<'a>> + 'a {
        self.rows.iter().filter_map(|row| {
            let name = names.name(row.section).unwrap_or_default();
            let (section, point) = name.split_once('\n').unwrap_or((name, ""));
            let Reading::Value(value) = row.reading else { return None };
            let (time, item, remark) = (row.time.to_string(), row.item, row.remark);
            Some(Named { section, point, row: row.line, time, item, value, remark })
        })
    }

    /// How many there are, those included that are not kept.
    pub(crate) const fn count(&self) -> u64 {
        self.count
    }
}

/// The readings by their row, then what there is to remark on the means of the year.
pub(crate) fn table(judge: &Judge<'_>, of_year: &OfYear) -> Table {
    let headers = ["section", "point", "row", "time", "item", "value", "remark"];
    let language = judge.arguments.language;
    let words = |remark: ValueRemark| remark_words(language, remark);
    let item_name = |item: Item| language.item(item).to_owned();
    let mut table = Table::new("Values that no water has (kept)", headers);
    for row in of_year.remarked.named(&judge.samples.names) {
        table.push([
            row.section.to_owned(),
            row.point.to_owned(),
            row.row.to_string(),
            row.time,
            item_name(row.item),
            row.value.to_string(),
            words(row.remark).to_owned(),
        ]);
    }
    let more = of_year.remarked.count - of_year.remarked.rows.len() as u64;
    if more > 0 {
        table.push(["", "", "", "", "", "", &format!("… {more} more are counted")]);
    }
    for (name, points) in tables::sections(judge.samples, of_year) {
        let judged = judge.judge(name, &points);
        for (item, remark) in judged.assessment.iter().flat_map(SectionAssessment::remarks) {
            let section = judged.assessment.as_ref();
            let value = section.and_then(|it| tables::mean_of(it, item)).unwrap_or_default();
            table.push([
                name,
                "",
                "",
                &judge.year.to_string(),
                &item_name(item),
                &value,
                words(remark),
            ]);
        }
    }
    in_language(language, table)
}
