//! Lines of text read and classed at once, against each cell read by itself.

use gb3838::{
    Bits, Classifier, Decimal, Item, ItemMap, Measurement, Notation, Reading, WaterBody,
    batch::{CpuLevel, TextColumn, TextRow, TextTable},
    sheet::{MeasuredColumn, Quantity},
};

use crate::random::Random;
use crate::text_columns::cell;

const ITEMS: [(usize, Item, &str); 5] = [
    (1, Item::Ph, ""),
    (2, Item::AmmoniaNitrogen, "mg/L"),
    (4, Item::Mercury, "μg/L"),
    (5, Item::TotalNitrogen, "g/L"),
    (6, Item::WaterTemperature, "℃"),
];

/// Cells that stand in one line without quotes.
fn plain(random: &mut Random) -> Vec<u8> {
    let mut cell = cell(random);
    cell.retain(|byte| !matches!(byte, b',' | b'"' | b'\n' | b'\r'));
    cell
}

/// What stands in a line, and whether it is seven cells and nothing else, as an even one is.
fn line(random: &mut Random, is_even: bool) -> (Vec<Vec<u8>>, Vec<u8>, bool) {
    let mut rarely = |of| !is_even && random.below(of) == 0;
    let (is_other, is_quoted, is_returned) = (rarely(20), rarely(20), rarely(40));
    let width = if is_other { 1 + random.below(9) } else { 7 };
    let mut cells: Vec<_> = (0..width).map(|_| plain(random)).collect();
    let mut is_plain = width == 7;
    if is_quoted {
        cells[random.below(width)] = b"\"7\"".to_vec();
        is_plain = false;
    }
    if is_returned {
        cells[0] = b"a\rb".to_vec();
        is_plain = false;
    }
    let line = cells.join(&b","[..]);
    (cells, line, is_plain)
}

fn unit(item: Item, unit: &str) -> MeasuredColumn {
    let unit = if unit.is_empty() { None } else { Some(unit.parse().unwrap()) };
    MeasuredColumn::in_unit(Quantity::Item(item), unit).unwrap()
}

/// The reading that stands in a column.
fn in_column(column: &TextColumn<i64>, row: usize) -> Option<Reading> {
    if column.validity().get(row) != Some(true) {
        return None;
    }
    let number = Decimal::new(column.values()[row], column.scale()).unwrap();
    let is_below = column.below_limit().get(row) == Some(true);
    Some(if is_below { Reading::Below(number) } else { Reading::Value(number) })
}

#[test]
fn lines_are_read_and_classed_as_their_cells_are() {
    let mut random = Random::new(20_021_126);
    let [river, lake] = [WaterBody::River, WaterBody::Lake].map(Classifier::for_readings);
    let levels: Vec<_> = CpuLevel::ALL.into_iter().filter(|it| it.is_available()).collect();
    let (mut plain_rows, mut classed) = (0, 0);
    // Even lines are read many at once, at each level in its own way.
    let even = [63, 64, 65, 128, 129, 130, 700].into_iter().flat_map(|count| {
        levels.iter().map(move |level| (count, true, *level)).collect::<Vec<_>>()
    });
    let any = (0..60).chain([500, 2_000]).map(|count| (count, false, levels[count % levels.len()]));
    for (count, is_even, level) in any.chain(even) {
        let mut table = TextTable::new(b',', 7).with_level(level).unwrap();
        for (place, item, of) in ITEMS {
            let column = TextColumn::new(item, 9).in_unit(unit(item, of).unit()).unwrap();
            table = table.with_column(place, column);
        }
        let lines: Vec<_> = (0..count).map(|_| line(&mut random, is_even)).collect();
        let end = if random.below(2) == 0 { "\r\n" } else { "\n" };
        let mut text = Vec::new();
        for (_, line, _) in &lines {
            text.extend_from_slice(line);
            text.extend_from_slice(end.as_bytes());
            if !is_even && random.below(10) == 0 {
                // Blank lines are no rows.
                text.extend_from_slice(end.as_bytes());
            }
        }
        if random.below(2) == 0 && count > 0 {
            while matches!(text.last(), Some(b'\n' | b'\r')) {
                text.pop();
            }
        }
        let seconds: Vec<u8> = (0..=count / 8)
            .map(|_| match count % 3 {
                0 => 0,
                1 => u8::MAX,
                _ => u8::try_from(random.below(256)).unwrap(),
            })
            .collect();
        // What stood there before says nothing.
        table.read(b"1,7,0.2,3,4,5,6\n").unwrap();
        table.read(&text).unwrap();
        table.classify([&river, &lake], Bits::new(&seconds)).unwrap();
        let lines: Vec<_> = lines.into_iter().filter(|(_, line, _)| !line.is_empty()).collect();
        assert_eq!(table.rows().len(), lines.len());
        for (row, (cells, line, is_plain)) in lines.iter().enumerate() {
            let found: &TextRow = &table.rows()[row];
            assert_eq!(&text[table.line(found)], line, "{row}");
            if found.is_plain() {
                plain_rows += 1;
                assert!(is_plain);
                let classifier =
                    if seconds[row / 8] >> (row % 8) & 1 == 1 { &lake } else { &river };
                classed += usize::from(assert_like_cells(&table, row, cells, classifier));
            } else if *is_plain {
                assert!(needs_words(cells), "{cells:?}");
            }
            for (place, cell) in cells.iter().enumerate().take(7) {
                assert_eq!(&text[table.cell(found, place)], cell);
            }
            assert!(table.cell(found, cells.len()).is_empty());
        }
    }
    assert!(plain_rows > 300 && classed > 300, "{plain_rows} {classed}");
}

/// A plain row; whether it has a class.
fn assert_like_cells(
    table: &TextTable,
    row: usize,
    cells: &[Vec<u8>],
    classifier: &Classifier,
) -> bool {
    let mut measured = ItemMap::new();
    for ((place, item, of), column) in ITEMS.into_iter().zip(table.columns()) {
        let text = core::str::from_utf8(&cells[place]).unwrap();
        let read = unit(item, of).read_cell(text, &Notation::new()).unwrap();
        assert_eq!(read.finding(), None);
        let reading = read.reading().unwrap();
        let expected = match reading {
            Reading::Missing(_) => None,
            reading => {
                measured.insert(item, Measurement::from(reading));
                Some(reading)
            }
        };
        assert_eq!(in_column(column, row), expected, "{text:?}");
    }
    let section = classifier.assess(&measured).unwrap();
    assert_eq!(table.class()[row], section.class().map_or(0, |class| class as u8));
    assert_eq!(table.determining()[row], section.determining().bits());
    assert_eq!(table.participating()[row], section.participating().bits());
    assert_eq!(table.present()[row], measured.items().bits());
    section.class().is_some()
}

/// Whether something must be said about a cell, or it has no room in its column.
fn needs_words(cells: &[Vec<u8>]) -> bool {
    ITEMS.into_iter().any(|(place, item, of)| {
        let Ok(text) = core::str::from_utf8(&cells[place]) else { return true };
        match unit(item, of).read_cell(text, &Notation::new()) {
            Err(_) => true,
            Ok(read) if read.finding().is_some() => true,
            Ok(read) => match read.reading() {
                Some(Reading::Value(it) | Reading::Below(it)) => {
                    let places = (0..=it.scale()).find(|p| it.round(*p) == it);
                    places.is_some_and(|it| it > 9) || it.units().unsigned_abs() > 9_000_000_000
                }
                _ => false,
            },
        }
    })
}

/// Text of one column: a blank line is a row with a blank cell.
#[test]
fn blank_lines_of_one_column() {
    let mut table =
        TextTable::new(b',', 1).with_column(0, TextColumn::new(Item::AmmoniaNitrogen, 9));
    table.read(b"1\n\n\r\n2").unwrap();
    let lines: Vec<usize> = table.rows().iter().map(TextRow::line).collect();
    assert_eq!(lines, [0, 1, 2, 3]);
    assert!(table.rows().iter().all(TextRow::is_plain));
    assert_eq!(table.columns()[0].values(), [1_000_000_000, 0, 0, 2_000_000_000]);
    table.read(b"").unwrap();
    assert_eq!((table.rows().len(), table.columns()[0].rows()), (0, 0));
}

/// A call that fails leaves no answer of the one before.
#[test]
fn two_columns_of_an_item_have_no_classes() {
    let ammonia = || TextColumn::new(Item::AmmoniaNitrogen, 9);
    let river = Classifier::for_readings(WaterBody::River);
    let mut table = TextTable::new(b',', 2).with_column(0, ammonia());
    table.read(b"0.3,0.3\n").unwrap();
    table.classify([&river, &river], Bits::new(&[])).unwrap();
    assert_eq!(table.class(), [2]);
    let mut table = table.with_column(1, ammonia());
    table.read(b"0.3,0.3\n0.6,0.3\n").unwrap();
    assert!(table.classify([&river, &river], Bits::new(&[])).is_err());
    assert_eq!(table.class(), [0, 0]);
    for sets in [table.determining(), table.participating(), table.undecidable()] {
        assert_eq!(sets, [0, 0]);
    }
}
