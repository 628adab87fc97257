//! Columns of text are read as single cells are: random bytes, numbers near limits, marks.

use gb3838::{
    Bits, Decimal, Item, ItemSet, Missing, Reading, SumTable,
    batch::{TextColumn, TextFindingKind, TextValue},
    sums::{ItemColumn, WideColumns},
};

use crate::random::Random;

/// What a column says of a row, as far as it is a reading.
fn row<T: TextValue>(column: &TextColumn<T>, row: usize) -> Option<Reading> {
    if column.validity().get(row) != Some(true) {
        return None;
    }
    let number = Decimal::new(column.values()[row].into(), column.scale()).unwrap();
    let is_below = column.below_limit().get(row) == Some(true);
    Some(if is_below { Reading::Below(number) } else { Reading::Value(number) })
}

/// One cell by both ways; `true` where the number stands in the column.
fn assert_like_scalar<T: TextValue>(item: Item, scale: u8, cell: &[u8]) -> bool {
    let mut column = TextColumn::<T>::new(item, scale);
    column.push(cell);
    // The same within other bytes, which the fast way may look at.
    let mut longer = TextColumn::<T>::new(item, scale);
    let around = [b"7.5,".as_slice(), cell, b"9.1L,8.0,"].concat();
    longer.push_at(&around, 4, 4 + cell.len());
    assert_eq!(row(&column, 0), row(&longer, 0), "{cell:?}");
    assert_eq!(column.findings(), longer.findings(), "{cell:?}");

    let scalar = core::str::from_utf8(cell).ok().map(|text| Reading::parse(text, item));
    let found = column.findings().first().map(gb3838::batch::TextFinding::kind);
    match (scalar, found) {
        (None, found) => assert!(matches!(found, Some(TextFindingKind::NotRead(_)))),
        (Some(Err(error)), found) => {
            assert_eq!(found, Some(&TextFindingKind::NotRead(error)), "{cell:?}");
        }
        (Some(Ok(Reading::Missing(missing))), found) => {
            let is_void = matches!(missing, Missing::Voided | Missing::SpreadsheetError);
            let expected = is_void.then_some(TextFindingKind::Void(missing));
            let counted = column.missing_for(missing);
            assert_eq!((found, counted), (expected.as_ref(), 1), "{cell:?}");
        }
        (Some(Ok(reading)), Some(found)) => {
            assert_eq!(*found, TextFindingKind::Beside(reading), "{cell:?}");
            // It has no room: more places than the scale, or more than the type holds.
            let (Reading::Value(number) | Reading::Below(number)) = reading else { return false };
            let short = number.normalized_places() <= scale;
            let units = i128::from(number.units()) * 10_i128.pow(18)
                / 10_i128.pow(u32::from(number.scale()) + 18 - u32::from(scale));
            let held = i64::try_from(units).is_ok_and(|units| T::try_from(units).is_ok());
            assert!(!short || !held, "{cell:?}");
        }
        (Some(Ok(reading)), None) => {
            assert_eq!(row(&column, 0), Some(reading), "{cell:?}");
            return true;
        }
    }
    assert_eq!(row(&column, 0), None, "{cell:?}");
    false
}

trait Places {
    fn normalized_places(&self) -> u8;
}

impl Places for Decimal {
    /// The places without zeros at the end.
    fn normalized_places(&self) -> u8 {
        let (mut units, mut scale) = (self.units(), self.scale());
        while scale > 0 && units % 10 == 0 {
            (units, scale) = (units / 10, scale - 1);
        }
        scale
    }
}

/// Cells as files have them: numbers near limits in every notation, and noise.
pub(crate) fn cell(random: &mut Random) -> Vec<u8> {
    const LIMITS: [&str; 8] = ["0.15", "7.5", "1.0", "0.02", "0.00005", "15", "9", "20000"];
    const MARKS: [&str; 12] =
        ["", "-", "--", "*", "-1", "ND", "未检出", "QC", "0", "14.01", "#N/A", "０．１Ｌ"];
    let text = match random.below(8) {
        0..4 => {
            let limit: Decimal = LIMITS[random.below(8)].parse().unwrap();
            let places = limit.scale() + u8::try_from(random.below(4)).unwrap();
            let limit = limit.round(places);
            let units = limit.units() + i64::try_from(random.below(3)).unwrap() - 1;
            let text = Decimal::new(units, places).unwrap().to_string();
            match random.below(8) {
                0 => format!("{text}L"),
                1 => format!("<{text}"),
                2 => format!("{text}l"),
                3 => format!(" {text}"),
                _ => text,
            }
        }
        4 => MARKS[random.below(12)].to_owned(),
        _ => {
            const BYTES: &[u8] = b"0123456789012345678901234567890123456789....-+eELl<> ,/\xe4\xff";
            let length = random.below(12);
            return (0..length).map(|_| BYTES[random.below(BYTES.len())]).collect();
        }
    };
    text.into_bytes()
}

#[test]
fn a_column_reads_as_single_cells_are_read() {
    let mut random = Random::new(38);
    let mut held = 0;
    for _ in 0..300_000 {
        let item = Item::ALL[random.below(24)];
        let cell = cell(&mut random);
        let scale = u8::try_from(random.below(9)).unwrap();
        held += u32::from(assert_like_scalar::<i32>(item, scale, &cell));
        held += u32::from(assert_like_scalar::<i64>(item, scale + 5, &cell));
    }
    assert!(held > 250_000, "most cells are numbers: {held}");
}

/// Many cells together, in Arrow's layout and behind some others: as one by one.
fn assert_together_as_one_by_one<T: TextValue + PartialEq + core::fmt::Debug>(
    random: &mut Random,
    scale: u8,
) {
    let item = Item::ALL[random.below(24)];
    let cells: Vec<_> = (0..random.below(200)).map(|_| cell(random)).collect();
    let (first, rest) = cells.split_at(random.below(cells.len() + 1));
    let mut each = TextColumn::<T>::new(item, scale);
    for cell in &cells {
        each.push(cell);
    }
    let mut together = TextColumn::<T>::new(item, scale);
    for cell in first {
        together.push(cell);
    }
    let mut offsets = vec![0];
    let mut bytes = Vec::new();
    for cell in rest {
        bytes.extend_from_slice(cell);
        offsets.push(i32::try_from(bytes.len()).unwrap());
    }
    together.extend_from_offsets(&offsets, &bytes, None).unwrap();
    assert_eq!(together.values(), each.values(), "{item} {scale}");
    assert_eq!(together.findings(), each.findings(), "{item} {scale}");
    for (row, cell) in cells.iter().enumerate() {
        assert_eq!(together.validity().get(row), each.validity().get(row), "{cell:?}");
        assert_eq!(together.below_limit().get(row), each.below_limit().get(row), "{item}");
    }
    for reason in Missing::ALL {
        assert_eq!(together.missing_for(reason), each.missing_for(reason), "{item} {reason:?}");
    }
}

#[test]
fn cells_together_are_read_as_one_by_one() {
    let mut random = Random::new(64);
    for case in (0..19).cycle().take(600) {
        assert_together_as_one_by_one::<i16>(&mut random, case % 4);
        assert_together_as_one_by_one::<i32>(&mut random, case % 10);
        assert_together_as_one_by_one::<i64>(&mut random, case % 19);
    }
}

/// Ten cells over the end of a byte of bits, and what is found in which row.
#[test]
fn rows_findings_and_bits_stand_in_order() {
    let cells = ["0.1", "0.2L", "", "x", "0.3", "<0.4", "0.12345", "--", "0.5", "2.5L"];
    let mut column = TextColumn::<i32>::new(Item::TotalPhosphorus, 4);
    for cell in cells {
        column.push(cell.as_bytes());
    }
    assert_eq!(column.values(), [1_000, 2_000, 0, 0, 3_000, 4_000, 0, 0, 5_000, 25_000]);
    let bits = |bits: Bits<'_>| (0..10).filter(|row| bits.get(*row) == Some(true)).collect();
    let (valid, below): (Vec<usize>, Vec<usize>) =
        (bits(column.validity()), bits(column.below_limit()));
    assert_eq!((valid, below), (vec![0, 1, 4, 5, 8, 9], vec![1, 5, 9]));
    assert_eq!((column.missing_for(Missing::Blank), column.missing_for(Missing::Dash)), (1, 1));
    let rows: Vec<usize> = column.findings().iter().map(gb3838::batch::TextFinding::row).collect();
    assert_eq!(rows, [3, 6]);
    let beside = TextFindingKind::Beside(Reading::parse("0.12345", Item::TotalPhosphorus).unwrap());
    assert_eq!(*column.findings()[1].kind(), beside);

    let mut sums = SumTable::new(1, 1, ItemSet::FIVE).unwrap();
    let columns = [ItemColumn::from(&column)];
    let fed = sums.add_wide(&WideColumns::new(&[0; 10], &[0_u8; 10], &columns)).unwrap();
    assert_eq!((fed.used(), fed.below(), fed.missing()), (6, 3, 4));
}

/// Arrow's layout, with bits, and with offsets that lead nowhere.
#[test]
fn offsets_are_held_against_their_bytes() {
    let mut column = TextColumn::<i64>::new(Item::Lead, 5);
    let valid = [0b101];
    column.extend_from_offsets(&[1, 5, 8, 8], b"x0.010.2", Some(Bits::new(&valid))).unwrap();
    assert_eq!(column.values(), [1_000, 0, 0]);
    assert_eq!(column.missing_for(Missing::Blank), 2);
    for wrong in [&[0, 9][..], &[0, 4, 3], &[-1, 3]] {
        assert!(column.extend_from_offsets(wrong, b"x0.010.2", None).is_err(), "{wrong:?}");
        assert_eq!(column.rows(), 3);
    }
}
