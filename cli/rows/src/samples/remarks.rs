//! Readings that no water has, by their row: kept, and named.

use gb3838::batch::TextColumn;
use gb3838::section::ValueRemark;
use gb3838::sums::SectionNumbers;
use gb3838::{Classifier, Column, Item, ItemMap, Reading, Timestamp, WaterBody};

use crate::readings::remarked::{self, KEPT};
use crate::samples::section_key::parts_of;

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
pub struct Remarked {
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
        readings: &ItemMap<Reading>,
        of_year: &mut Remarked,
    ) {
        let classifier = &self.classifiers[body as usize];
        for (item, remark) in classifier.remarks_on_sample(readings) {
            of_year.count += 1;
            if of_year.rows.len() < KEPT
                && let Some(reading) = readings.get(item).copied()
            {
                of_year.rows.push(Row { line, section, time, item, reading, remark });
            }
        }
    }
}

impl Remarked {
    /// Those that are kept, by their row.
    pub fn named<'a>(
        &'a self,
        names: &'a SectionNumbers,
    ) -> impl Iterator<Item = remarked::Remarked<'a>> + 'a {
        self.rows.iter().filter_map(|row| {
            let name = names.name(row.section).unwrap_or_default();
            let (section, point) = parts_of(name);
            let Reading::Value(value) = row.reading else { return None };
            Some(remarked::Remarked {
                section: section.into(),
                point: point.into(),
                row: row.line,
                time: row.time.to_string(),
                item: row.item,
                value,
                remark: row.remark,
            })
        })
    }

    /// How many there are, those included that are not kept.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }
}
