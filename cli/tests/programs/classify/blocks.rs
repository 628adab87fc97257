//! Thousands of lines at once, against one record after the other: the same rows, whatever stands
//! in them, on any number of threads.

use gb3838::sheet::RowKind;
use gb3838::{Classifier, Item, ItemMap, Measurement, Reading, WaterBody};
use gb3838_rows::table::{Record, Records};

use crate::classify::{classify, counts, without_findings};

const ITEMS: [Item; 3] = [Item::Ph, Item::AmmoniaNitrogen, Item::TotalPhosphorus];

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(end).unwrap()).unwrap()
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// A cell, in quotes or with one that is astray where `odd`.
    fn cell(&mut self, odd: bool) -> String {
        let number = format!("{}.{:03}", self.below(9), self.below(1000));
        match self.below(if odd { 30 } else { 12 }) {
            0 => self.pick(&["", "--", "ND", "0.02L", "<0.05", "x", "0.1F", "15"]).to_owned(),
            12 => format!("\"{number}\""),
            13 => "\"a, b\"".to_owned(),
            14 => "\"a \"\"b\"\"\"".to_owned(),
            15 => "7\"".to_owned(),
            16 if self.below(4) == 0 => "\"7".to_owned(),
            17 if self.below(4) == 0 => "\"two\nlines\"".to_owned(),
            18 => "a\rb".to_owned(),
            _ => number,
        }
    }

    fn line(&mut self, odd: bool, separator: &str) -> String {
        let name =
            self.pick(&["高塘", "白石坪", "S1", "S2", "", "平均值", "名称", "Ⅲ类标准限值", "7"]);
        let width = if odd && self.below(15) == 0 { self.below(6) } else { 3 };
        let cells = (0..width).map(|_| self.cell(odd));
        std::iter::once(name.to_owned()).chain(cells).collect::<Vec<_>>().join(separator)
    }

    /// A text of any separator and line end.
    fn text(&mut self, lines: usize) -> String {
        let separator = self.pick(&[",", ",", ",", "\t", ";", "，"]);
        let end = self.pick(&["\n", "\n", "\r\n", "\r"]);
        self.text_of(lines, separator, end)
    }

    fn text_of(&mut self, lines: usize, separator: &str, end: &str) -> String {
        let odd = self.below(3) > 0;
        let mut text = ["名称", "pH", "NH3-N", "TP"].join(separator);
        for line in 0..lines {
            text += end;
            // Where the headings stand is found from the first 64 lines, which is not tried here.
            let odd = odd && line > 64;
            if odd && self.below(20) == 0 {
                text += end;
            }
            // Long stretches without anything odd are read in blocks.
            let odd = odd && self.below(6) == 0;
            text += &self.line(odd, separator);
        }
        if self.below(2) == 0 {
            text += end;
        }
        // A line feed anywhere says that lines do not end in carriage returns.
        if end == "\r" { text.replace('\n', " ") } else { text }
    }
}

/// The rows that are to be written, without findings, by one record after the other.
fn expected(mut text: &[u8]) -> Vec<String> {
    let river = Classifier::for_readings(WaterBody::River);
    let river = river.with_items(ITEMS.into_iter().collect());
    let mut records = Records::open("test.csv", &mut text).unwrap().unwrap();
    let mut record = Record::default();
    let mut rows = Vec::new();
    while records.read(&mut record).unwrap() {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let padding = 4_usize.saturating_sub(record.cells.len());
        let cells = record.cells.iter().chain(std::iter::repeat_n("", padding));
        let mut cells: Vec<String> = cells.map(ToOwned::to_owned).collect();
        let first = cells.iter().find(|cell| !cell.trim().is_empty());
        let is_headings = cells == ["名称", "pH", "NH3-N", "TP"];
        let is_left_out = is_headings
            || [first, cells.first()]
                .into_iter()
                .flatten()
                .any(|label| RowKind::of_label(label).is_left_out());
        let added = if record.fault.is_some() || is_left_out {
            [String::new(), String::new(), String::new(), String::new()]
        } else {
            let mut readings = ItemMap::new();
            for (item, cell) in ITEMS.into_iter().zip(&cells[1..]) {
                if let Ok(reading) = Reading::parse(cell, item) {
                    readings.insert(item, Measurement::from(reading));
                }
            }
            let section = river.assess(&readings).unwrap();
            let present = readings
                .iter()
                .filter(|(_, it)| !matches!(it, Measurement::Reading(Reading::Missing(_))))
                .map(|(item, _)| item)
                .collect();
            let asked = ITEMS.into_iter().collect::<gb3838::ItemSet>();
            [
                section.class().map(|class| class.to_string()).unwrap_or_default(),
                section.determining().to_string(),
                section.participating().to_string(),
                asked.difference(present).to_string(),
            ]
        };
        cells.extend(added);
        writer.write_record(&cells).unwrap();
        let row = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        rows.push(row.trim_end_matches('\n').to_owned());
    }
    rows
}

fn compare(text: &[u8]) {
    let words = |threads| ["--items", "pH,NH3-N,TP", "--threads", threads];
    let (out, messages) = classify(&words("1"), text).unwrap();
    assert_eq!(classify(&words("3"), text).unwrap(), (out.clone(), messages));
    let (found, expected) = (without_findings(&out).split_off(1), expected(text));
    assert_eq!(found.len(), expected.len());
    for (row, (found, expected)) in found.iter().zip(&expected).enumerate() {
        assert_eq!(found, expected, "row {}", row + 1);
    }
}

#[test]
fn blocks_are_read_as_records_are() {
    let mut random = Random(0x3838_2002_1126);
    for _ in 0..24 {
        let lines = random.below(300) + 1;
        let text = random.text(lines);
        compare(text.as_bytes());
        compare(&encoding_rs::GB18030.encode(&text).0);
    }
}

/// More blocks than one thread reads alone.
#[test]
fn many_blocks_are_read_as_records_are() {
    let mut random = Random(0x2002_3838);
    let text = random.text_of(32_000, ",", "\n");
    assert!(text.len() > 600_000);
    compare(text.as_bytes());
}

/// Rows with states, marks in columns of their own and behind numbers, items without a limit, and
/// rows of means and limits; each first cell in quotes, so that the row is read by itself, or not.
fn measured(quotes: bool) -> String {
    let mut random = Random(0x0212_2017);
    let mut text = "名称,water_body,站点情况,pH,氨氮,氨氮标识,总磷,总氮,水温\n".to_owned();
    for _ in 0..13_000 {
        let is_odd = random.below(8) == 0;
        let [name, body, state, mark] = [
            &["高塘", "S1", "7", "", "平均值", "Ⅲ类标准限值"][..],
            &["river", "lake", "湖库", "sea"],
            &["正常", "", "维护", "?!x", "水位过低，不具备采水条件"],
            &["N", "", "F", "Q", "S"],
        ]
        .map(|from| if is_odd { random.pick(from) } else { from[0] });
        let name = if quotes { format!("\"{name}\"") } else { name.to_owned() };
        let readings = [7, 1, 0, 2, 18].map(|whole| {
            let end = match random.below(if is_odd { 6 } else { 60 }) {
                0 => random.pick(&["F", "N", " D", "(T)", "C", "m"]),
                1 => random.pick(&["L", " ", "x"]),
                _ => "",
            };
            let number = format!("{whole}.{:02}{end}", random.below(100));
            if random.below(20) == 0 { String::new() } else { number }
        });
        let [ph, ammonia, phosphorus, nitrogen, temperature] = readings;
        text += &format!("{name},{body},{state},{ph},{ammonia},{mark},");
        text += &format!("{phosphorus},{nitrogen},{temperature}\n");
    }
    text
}

/// What is done and said because of a row by itself is the same in blocks: classes, findings,
/// messages, counts.
#[test]
fn rows_of_blocks_are_said_as_rows_by_themselves() {
    let [plain, quoted] = [false, true].map(measured);
    let calls: [&[&str]; 5] = [
        &[],
        &["--only-normal"],
        &["--needs-five", "--body", "lake"],
        &["--items", "pH,NH3-N,TP,TN,WT", "--only-normal"],
        &["--items", "NH3-N,TN", "--body", "river"],
    ];
    for words in calls {
        let run = |text: &str, threads: &'static str| {
            let mut out = Vec::new();
            let words = [words, &["--threads", threads]].concat();
            let (counts, messages) = counts(&words, text.as_bytes(), &mut out).unwrap();
            (String::from_utf8(out).unwrap(), messages, counts.to_string())
        };
        let by_rows = run(&quoted, "1");
        assert!(by_rows.2.contains("marked not normal"), "{}", by_rows.2);
        // The first blocks are read by one thread alone, the others by three.
        let by_blocks = run(&plain, "3");
        for (row, (found, expected)) in by_blocks.0.lines().zip(by_rows.0.lines()).enumerate() {
            assert_eq!(found, expected, "{words:?}, row {row}");
        }
        assert!(by_blocks == by_rows, "{words:?}: {} {}", by_blocks.1, by_rows.1);
    }
}
