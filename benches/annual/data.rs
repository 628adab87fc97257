//! Seeded samples of a year: sections × months × samples × items, in long and wide form.

use gb3838::Item;

pub(crate) const SECTIONS: u32 = 2_000;
pub(crate) const MONTHS: u8 = 12;
pub(crate) const SAMPLES: usize = 4;

/// An item, the decimal places it is printed with, and a usual range in units of the last.
pub(crate) struct Kind {
    pub(crate) item: Item,
    places: i32,
    least: u64,
    width: u64,
}

const fn kind(item: Item, places: i32, least: u64, width: u64) -> Kind {
    Kind { item, places, least, width }
}

/// The nine items, pH first.
pub(crate) const ITEMS: [Kind; 9] = [
    kind(Item::Ph, 2, 660, 220),
    kind(Item::DissolvedOxygen, 2, 250, 800),
    kind(Item::PermanganateIndex, 1, 10, 100),
    kind(Item::ChemicalOxygenDemand, 1, 40, 300),
    kind(Item::BiochemicalOxygenDemand, 1, 5, 60),
    kind(Item::AmmoniaNitrogen, 3, 25, 1_800),
    kind(Item::TotalPhosphorus, 3, 10, 350),
    kind(Item::Copper, 3, 1, 30),
    kind(Item::Fluoride, 3, 80, 1_200),
];

/// One reading a row.
#[derive(Default)]
pub(crate) struct Long {
    pub(crate) sections: Vec<u32>,
    pub(crate) months: Vec<u8>,
    pub(crate) items: Vec<u8>,
    pub(crate) values: Vec<f64>,
    /// A bit a row for results below their detection limit; empty where there are none.
    pub(crate) below: Vec<u8>,
}

/// One sample a row, a column an item.
pub(crate) struct Wide {
    pub(crate) sections: Vec<u32>,
    pub(crate) months: Vec<u8>,
    pub(crate) columns: Vec<(Item, Vec<f64>)>,
}

/// A small generator (xorshift), the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// The samples as campaigns bring them: month by month, each section in turn.
#[expect(clippy::cast_precision_loss, reason = "units of at most five digits")]
pub(crate) fn wide(kinds: &[Kind]) -> Wide {
    let mut random = Random(0x2026_1125);
    let mut wide = Wide {
        sections: Vec::new(),
        months: Vec::new(),
        columns: kinds.iter().map(|kind| (kind.item, Vec::new())).collect(),
    };
    for month in 0..MONTHS {
        for _ in 0..SAMPLES {
            for section in 0..SECTIONS {
                wide.sections.push(section);
                wide.months.push(month);
                for ((_, column), kind) in wide.columns.iter_mut().zip(kinds) {
                    let units = kind.least + random.below(kind.width);
                    // As a parser would read the printed decimal.
                    column.push(units as f64 / 10_f64.powi(kind.places));
                }
            }
        }
    }
    wide
}

/// The same readings, one a row.
pub(crate) fn long(wide: &Wide) -> Long {
    let mut long = Long::default();
    for (row, (section, month)) in wide.sections.iter().zip(&wide.months).enumerate() {
        for (item, column) in &wide.columns {
            long.sections.push(*section);
            long.months.push(*month);
            long.items.push(item.number());
            long.values.push(column[row]);
        }
    }
    long
}

/// The same with holes: 2 % of the values missing as NaN, 5 % below their limit, which no pH is.
pub(crate) fn with_holes(mut long: Long) -> Long {
    let mut random = Random(0x2026_1126);
    long.below = vec![0; long.values.len().div_ceil(8)];
    for row in 0..long.values.len() {
        let is_missing = random.below(100) < 2;
        let is_below = random.below(100) < 5 && long.items[row] != Item::Ph.number();
        if is_missing {
            long.values[row] = f64::NAN;
        } else if is_below {
            long.below[row / 8] |= 1 << (row % 8);
        }
    }
    long
}
