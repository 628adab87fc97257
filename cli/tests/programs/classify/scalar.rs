//! Random files, against one scalar call a row: the same to the last digit.

use gb3838::{Classifier, Comparison, Item, ItemMap, ItemSet, Measurement, Reading};
use gb3838::{Standard, WaterBody};

use crate::classify::{classify, without_findings};

const HEADERS: &str = "ph,do,codmn,nh3n,tp,tn,water_temp,hg,water_body";

const ITEMS: [Item; 8] = [
    Item::Ph,
    Item::DissolvedOxygen,
    Item::PermanganateIndex,
    Item::AmmoniaNitrogen,
    Item::TotalPhosphorus,
    Item::TotalNitrogen,
    Item::WaterTemperature,
    Item::Mercury,
];

/// What laboratories, stations and spreadsheets write for no value, and what is no reading.
const MARKS: [&str; 24] = [
    "",
    "-",
    "--",
    "-1",
    "*",
    "/",
    "ND",
    "N.D.",
    "未检出",
    "未监测",
    "QC",
    "0.1F",
    "DEL",
    " ",
    "hd",
    "<0.02",
    "＜０．０２",
    "o.1",
    "-0.2",
    "14.01",
    "NaN",
    "inf",
    ">24000",
    "0L",
];

/// Limits, ties of rounding beside them, and numbers with many digits.
const NUMBERS: [&str; 24] = [
    "0",
    "0.15",
    "0.150000000000000001",
    "0.149999999999999999",
    "0.1",
    "0.2",
    "1.005",
    "4.95",
    "6",
    "9",
    "9.5",
    "5.5",
    "2.0374",
    "0.00005",
    "0.0001",
    "0.000050000000000001",
    "7.5",
    "13.9",
    "1.5E-3",
    "０．１２",
    "999999999999999999",
    "100000000.0000000001",
    "9.3",
    "1e-18",
];

/// Marsaglia's xorshift: the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(end).unwrap()).unwrap()
    }

    fn number(&mut self, rare: bool) -> String {
        match self.below(10) {
            // Rows of one chunk share a scale: where one has many digits, others do not fit.
            0 if rare => NUMBERS[self.below(NUMBERS.len())].to_owned(),
            0..=4 => format!("{}.{:02}", self.below(10), self.below(100)),
            _ => format!("0.{:03}", self.below(500)),
        }
    }

    fn cell(&mut self, rare: bool) -> String {
        match self.below(40) {
            0 => MARKS[self.below(if rare { 24 } else { 17 })].to_owned(),
            1..=6 => format!("{}L", self.number(rare)),
            7 => format!("<{}", self.number(rare)),
            _ => self.number(rare),
        }
    }

    fn row(&mut self, rare: bool) -> Vec<String> {
        let mut cells: Vec<_> = ITEMS.iter().map(|_| self.cell(rare)).collect();
        // A pH has no detection limit, and is seldom below 5.
        cells[0] = format!("{}.{}", 5 + self.below(5), self.below(10));
        cells.push(["river", "lake", "湖库", "河流"][self.below(4)].to_owned());
        cells
    }
}

/// The four added cells by one scalar call; a cell that is no reading is none.
fn scalar(cells: &[String], items: ItemSet, comparison: Comparison) -> String {
    let mut readings = ItemMap::new();
    for (item, cell) in ITEMS.into_iter().zip(cells) {
        if let Ok(reading) = Reading::parse(cell, item) {
            readings.insert(item, Measurement::from(reading));
        }
    }
    let body: WaterBody = cells[ITEMS.len()].parse().unwrap();
    let classifier = Classifier::new(Standard::GB_3838_2002, body, items, comparison);
    let section = classifier.assess(&readings).unwrap();
    let class = section.class().map(|class| class.to_string()).unwrap_or_default();
    let (participating, absent) = (section.participating(), section.absent());
    format!("{class},{},{participating},{absent}", section.determining())
}

fn compare(rows: &[Vec<String>], items: (&str, ItemSet), comparison: (&str, Comparison)) {
    let mut csv = format!("{HEADERS}\n");
    let mut expected = vec![format!("{HEADERS},class,determining,participating,absent")];
    for row in rows {
        let row_text = row.join(",");
        csv += &format!("{row_text}\n");
        expected.push(format!("{row_text},{}", scalar(row, items.1, comparison.1)));
    }
    let words = ["--items", items.0, "--comparison", comparison.0];
    let (out, _) = classify(&words, csv.as_bytes()).unwrap();
    let rows = without_findings(&out).into_iter().map(|row| row.replace("\" \"", " "));
    let lines = out.lines().count();
    let out: Vec<_> = rows.collect();
    assert_eq!((lines, out.len()), (expected.len(), expected.len()));
    for (line, (found, expected)) in out.iter().zip(&expected).enumerate() {
        assert_eq!(found, expected, "line {}", line + 1);
    }
}

fn each_configuration(mut rows: impl FnMut() -> Vec<Vec<String>>) {
    let some = ItemSet::from_items(&[Item::TotalPhosphorus, Item::Mercury, Item::TotalNitrogen]);
    for items in [("assessed", ItemSet::ASSESSED), ("all", ItemSet::ALL), ("TP,Hg,TN", some)] {
        for way in [("full-value", Comparison::FullValue), ("round-first", Comparison::RoundFirst)]
        {
            compare(&rows(), items, way);
        }
    }
}

#[test]
fn files_with_all_marks_and_many_digits() {
    let mut random = Random(0x3838_2002);
    each_configuration(|| (0..2_000).map(|_| random.row(true)).collect());
}

/// Small files: each has its own scale, or few rows that do not fit it.
#[test]
fn small_files() {
    let mut random = Random(0x2002_3838);
    for _ in 0..100 {
        let rare = random.below(2) == 0;
        let rows = 1 + random.below(30);
        each_configuration(|| (0..rows).map(|_| random.row(rare)).collect());
    }
}

/// More rows than are classed at a time.
#[test]
fn long_files() {
    let mut random = Random(0x1234_5678_9abc);
    each_configuration(|| (0..9_000).map(|_| random.row(false)).collect());
}

/// 18 decimals in one row leave no room for whole numbers of two digits in the others.
#[test]
fn a_row_with_many_digits_takes_nothing_from_the_others() {
    let csv = "ph,nh3n\n7,0.150000000000000001\n7,123.4\n11,0.15\n7,0.00000000000000001L\n";
    let (out, messages) = classify(&["--items", "pH,NH3-N"], csv.as_bytes()).unwrap();
    let classes: Vec<_> = out.lines().skip(1).map(|line| line.split(',').nth(2)).collect();
    assert_eq!(classes, [Some("II"), Some("inferior_V"), Some("inferior_V"), Some("I")]);
    assert_eq!(messages, "");
}
