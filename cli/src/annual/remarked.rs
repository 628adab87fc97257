//! Readings that no water has, by their row: kept, and named.

use gb3838::batch::TextColumn;
use gb3838::report::{Language, Table};
use gb3838::section::ValueRemark;
use gb3838::{Classifier, Decimal, Item, Reading, SectionAssessment, Timestamp, WaterBody};

use crate::annual::judged::Judge;
use crate::annual::read::OfYear;
use crate::annual::tables;
use crate::program::language::in_language;

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
}

impl Default for Remarks {
    fn default() -> Self {
        Self { classifiers: [WaterBody::River, WaterBody::Lake].map(Classifier::for_readings) }
    }
}

impl Remarks {
    /// Marks the rows of a column in which a reading may be one to remark on, in a river or a
    /// lake.
    ///
    /// What is remarked on lies beyond an end of what is not: where neither the least nor the
    /// greatest of some values is remarked on, none of them is.
    pub(crate) fn mark(&self, column: &TextColumn<i64>, marked: &mut [bool]) {
        let (valid, below) = (column.validity(), column.below_limit());
        let is_value = |row: usize| valid.get(row) == Some(true) && below.get(row) != Some(true);
        let is_remarked = |units: i64| {
            // What is no decimal is looked at in its row.
            let Ok(value) = Decimal::new(units, column.scale()) else { return true };
            let (item, reading) = (column.item(), Reading::Value(value));
            let mut classifiers = self.classifiers.iter();
            classifiers.any(|it| it.remark_on_reading(item, &reading).is_some())
        };
        let values = column.values();
        let ends = [values.iter().min(), values.iter().max()];
        if !ends.into_iter().flatten().any(|units| is_remarked(*units)) {
            return;
        }
        for (row, (units, marked)) in values.iter().zip(marked).enumerate() {
            *marked |= is_value(row) && is_remarked(*units);
        }
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

/// The readings by their row, then what there is to remark on the means of the year.
pub(crate) fn table(judge: &Judge<'_>, of_year: &OfYear) -> Table {
    let headers = ["section", "point", "row", "time", "item", "value", "remark"];
    let language = judge.arguments.language;
    let words = |remark: ValueRemark| match language {
        Language::Chinese => remark.words_zh(),
        Language::English => remark.words(),
    };
    let mut table = Table::new("Values that no water has (kept)", headers);
    for row in &of_year.remarked.rows {
        let name = judge.samples.names.name(row.section).unwrap_or_default();
        let (section, point) = name.split_once('\n').unwrap_or((name, ""));
        let Reading::Value(value) = row.reading else { continue };
        table.push([
            section.to_owned(),
            point.to_owned(),
            row.line.to_string(),
            row.time.to_string(),
            row.item.to_string(),
            value.to_string(),
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
                &item.to_string(),
                &value,
                words(remark),
            ]);
        }
    }
    in_language(language, table)
}
