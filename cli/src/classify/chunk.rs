//! Some thousands of rows, column by column, classed in one call.

use gb3838::{
    Batch, Bits, Circumstances, Classifier, Column, Decimal, Item, ItemMap, ItemSet, Measurement,
    Outputs, Reading, SectionAssessment,
    error::{BatchError, ReadingError},
};

/// Stands in columns for no value; no value of an item with limits is negative.
const MISSING: i64 = -1;

/// The readings of some rows, and what they come to.
#[derive(Debug)]
pub(crate) struct Chunk {
    columns: Vec<ItemColumn>,
    lakes: Vec<u8>,
    rows: usize,
    class: Vec<u8>,
    determining: Vec<u32>,
    participating: Vec<u32>,
    undecidable: Vec<u32>,
}

/// What a row comes to: a class as in [`gb3838::ClassCode`], and sets of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) class: u8,
    pub(crate) determining: ItemSet,
    pub(crate) participating: ItemSet,
    /// The items below a detection limit that is too high to decide.
    pub(crate) undecidable: ItemSet,
}

impl Found {
    /// The same beside what is known: without a class where one of the five items is required
    /// and takes no part.
    pub(crate) fn with(self, known: &Circumstances) -> Self {
        let lacks = !ItemSet::FIVE.difference(self.participating).is_empty();
        if known.is_five_required() && lacks {
            Self { class: 0, determining: ItemSet::EMPTY, ..self }
        } else {
            self
        }
    }
}

impl From<&SectionAssessment> for Found {
    fn from(section: &SectionAssessment) -> Self {
        Self {
            class: section.class().map_or(0, |class| class as u8),
            determining: section.determining(),
            participating: section.participating(),
            undecidable: section.undecidable(),
        }
    }
}

impl Chunk {
    /// No rows yet, of these items.
    pub(crate) fn new(items: ItemSet) -> Self {
        Self {
            columns: items.iter().map(ItemColumn::new).collect(),
            lakes: Vec::new(),
            rows: 0,
            class: Vec::new(),
            determining: Vec::new(),
            participating: Vec::new(),
            undecidable: Vec::new(),
        }
    }

    /// Takes all rows out.
    pub(crate) fn clear(&mut self) {
        self.rows = 0;
        self.lakes.clear();
        self.columns.iter_mut().for_each(|column| column.readings.clear());
    }

    /// Adds a row; items without a reading, and those that the chunk does not hold, are no part
    /// of it.
    pub(crate) fn push(&mut self, is_lake: bool, row: &ItemMap<Reading>) {
        for column in &mut self.columns {
            column.readings.push(row.get(column.item).and_then(present));
        }
        push_bit(&mut self.lakes, self.rows, is_lake);
        self.rows += 1;
    }

    /// Classes all rows: by columns of integers, and those rows singly whose digits do not fit
    /// together into 64 bits. Nothing is rounded.
    ///
    /// # Errors
    /// When a reading is an impossible value, which [`Reading::parse`] lets none be.
    pub(crate) fn judge(&mut self, river: &Classifier, lake: &Classifier) -> Result<(), String> {
        self.class.resize(self.rows, 0);
        self.determining.resize(self.rows, 0);
        self.participating.resize(self.rows, 0);
        self.undecidable.resize(self.rows, 0);
        let mut single = Vec::new();
        for column in &mut self.columns {
            column.scale_readings(&mut single);
        }
        self.judge_columns(river, lake).map_err(|error| error.to_string())?;
        single.sort_unstable();
        single.dedup();
        for row in single {
            let found = self.judge_row(row, river, lake).map_err(|error| error.to_string())?;
            self.class[row] = found.class;
            self.determining[row] = found.determining.bits();
            self.participating[row] = found.participating.bits();
            self.undecidable[row] = found.undecidable.bits();
        }
        Ok(())
    }

    fn judge_columns(&mut self, river: &Classifier, lake: &Classifier) -> Result<(), BatchError> {
        let columns: Vec<_> = self.columns.iter().map(ItemColumn::as_column).collect();
        if columns.is_empty() {
            self.class.fill(0);
            return Ok(());
        }
        let outputs = Outputs::new()
            .with_class(&mut self.class)
            .with_determining(&mut self.determining)
            .with_participating(&mut self.participating)
            .with_undecidable(&mut self.undecidable);
        Batch::mixed(river, lake, Bits::new(&self.lakes), &columns)?.run(outputs)?;
        Ok(())
    }

    fn judge_row(
        &self,
        row: usize,
        river: &Classifier,
        lake: &Classifier,
    ) -> Result<Found, ReadingError> {
        let mut readings = ItemMap::new();
        for column in &self.columns {
            if let Some(reading) = column.readings[row] {
                readings.insert(column.item, Measurement::from(reading));
            }
        }
        let is_lake = Bits::new(&self.lakes).get(row) == Some(true);
        let classifier = if is_lake { lake } else { river };
        Ok(Found::from(&classifier.assess(&readings)?))
    }

    /// What each row came to, in order.
    pub(crate) fn found(&self) -> impl Iterator<Item = Found> + '_ {
        self.class.iter().enumerate().map(|(row, class)| Found {
            class: *class,
            determining: ItemSet::from_bits(self.determining[row]),
            participating: ItemSet::from_bits(self.participating[row]),
            undecidable: ItemSet::from_bits(self.undecidable[row]),
        })
    }
}

/// The readings of one item, and the same as integers of one scale.
#[derive(Debug)]
struct ItemColumn {
    item: Item,
    readings: Vec<Option<Reading>>,
    scale: u8,
    values: Vec<i64>,
    below_limit: Vec<u8>,
}

impl ItemColumn {
    const fn new(item: Item) -> Self {
        Self { item, readings: Vec::new(), scale: 0, values: Vec::new(), below_limit: Vec::new() }
    }

    /// Brings all readings to the scale of the one with the most decimals. Rows whose integer
    /// does not fit are left without a value, and named in `single`.
    fn scale_readings(&mut self, single: &mut Vec<usize>) {
        let scales = self.readings.iter().flatten().filter_map(number).map(Decimal::scale);
        self.scale = scales.max().unwrap_or(0);
        self.values.clear();
        self.below_limit.clear();
        for (row, reading) in self.readings.iter().enumerate() {
            let is_below = matches!(reading, Some(Reading::Below(_)));
            push_bit(&mut self.below_limit, row, is_below);
            let value = match reading.as_ref().and_then(number) {
                None => MISSING,
                Some(number) => {
                    let power = 10_i64.pow(u32::from(self.scale - number.scale()));
                    number.units().checked_mul(power).unwrap_or_else(|| {
                        single.push(row);
                        MISSING
                    })
                }
            };
            self.values.push(value);
        }
    }

    fn as_column(&self) -> Column<'_, i64> {
        Column::scaled(self.item, &self.values, self.scale)
            .with_missing(MISSING)
            .with_below_limit(Bits::new(&self.below_limit))
    }
}

/// A reading that is more than a reason for none.
fn present(reading: &Reading) -> Option<Reading> {
    number(reading).map(|_| *reading)
}

/// The value, or the detection limit that it is below.
const fn number(reading: &Reading) -> Option<Decimal> {
    match reading {
        Reading::Value(number) | Reading::Below(number) => Some(*number),
        Reading::Missing(_) => None,
    }
}

fn push_bit(bits: &mut Vec<u8>, row: usize, bit: bool) {
    if row.is_multiple_of(8) {
        bits.push(0);
    }
    if let Some(last) = bits.last_mut() {
        *last |= u8::from(bit) << (row % 8);
    }
}
