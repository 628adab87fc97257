//! Headings, cells, times and words of real files, each with what it must become; the
//! expected values are written in the file, by hand.

use gb3838::sheet::{Cell, Heading, MeasuredColumn, Quantity, Refusal, Role, TableTime, Waters};
use gb3838::{Class, Item, Notation, Reading, WaterBody};

/// A row of the file: kind, text, for, expected.
type Row = [String; 4];

fn rows() -> Vec<Row> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/sheet/door-texts.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows: Vec<Row> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            [0, 1, 2, 3].map(|place| record[place].to_owned())
        })
        .collect();
    assert_eq!(rows.len(), 143);
    rows
}

fn measured(heading: &str, waters: Waters) -> Result<MeasuredColumn, Heading> {
    match Heading::read(heading, waters) {
        Heading::Measured(column) => Ok(column),
        other => Err(other),
    }
}

/// What stands before ` with the factor ` or ` × `, and the power of ten behind it.
fn with_power(expected: &str) -> (&str, i8) {
    let (name, factor) = expected
        .split_once(" with the factor ")
        .or_else(|| expected.split_once(" × "))
        .unwrap_or((expected, "1"));
    let power = match factor {
        "1" => 0,
        "0.001" => -3,
        "0.000001" => -6,
        "0.01" => -2,
        "1000" => 3,
        other => panic!("a factor that the test does not know: {other}"),
    };
    (name, power)
}

/// A quantity as the file names it: a symbol, or the name of the variant.
fn name_of(quantity: Quantity) -> String {
    match quantity {
        Quantity::Source(item) => format!("{item:?}"),
        Quantity::GroundWater(item) => format!("{item:?}"),
        other => other.symbol().to_owned(),
    }
}

fn heading(text: &str, expected: &str, waters: Waters) -> Result<(), String> {
    let found = measured(text, waters);
    let refusal = match &found {
        Err(Heading::NotRead(it)) => Some(it.refusal()),
        _ => None,
    };
    let is_right = match expected {
        "refused: a saturation" => refusal == Some(Refusal::Saturation),
        "refused: a class" => refusal == Some(Refusal::Class),
        "refused: a limit" => refusal == Some(Refusal::Limit),
        "refused in a table that has no unit or WT elsewhere; WT with ℃" => {
            let with_unit = measured(&format!("{text}(℃)"), waters);
            refusal == Some(Refusal::Unsure)
                && with_unit.is_ok_and(|it| it.item() == Some(Item::WaterTemperature))
        }
        _ => {
            let (name, power) = with_power(expected);
            found.is_ok_and(|it| name_of(it.quantity()) == name && it.power() == power)
        }
    };
    if is_right { Ok(()) } else { Err(format!("{found:?}")) }
}

fn cell(text: &str, expected: &str) -> Result<(), String> {
    // Zinc is given in mg/L and can be below a detection limit.
    let column = measured("锌", Waters::Surface).unwrap();
    let found = column.read_cell(text, &Notation::new());
    let reading = found.as_ref().ok().and_then(Cell::reading);
    let finding = found.as_ref().is_ok_and(|cell| cell.finding().is_some());
    let number = |text: &str| text.split(' ').next().unwrap().parse().unwrap();
    let below = expected
        .strip_prefix("below ")
        .map(|limit| reading == Some(Reading::Below(number(limit.trim_end_matches(" or")))));
    let is_right = if let Some(is_below) = below {
        is_below || (expected.contains("or refused aloud") && found.is_err())
    } else if expected.starts_with("refused aloud") {
        found.is_err() || (expected.contains("void aloud") && finding)
    } else if expected == "void, aloud" {
        finding
    } else if expected.starts_with("missing") {
        matches!(reading, Some(Reading::Missing(_))) && !finding
    } else {
        reading == Some(Reading::Value(number(expected)))
    };
    if is_right { Ok(()) } else { Err(format!("{found:?}")) }
}

fn time(text: &str, expected: &str) -> Result<(), String> {
    let found = text.parse::<TableTime>();
    let expected = expected.split(" (").next().unwrap();
    let is_right = match expected.strip_prefix("month ") {
        _ if expected.starts_with("refused") => found.is_err(),
        Some(month) => matches!(found, Ok(TableTime::Month(it)) if it.to_string() == month),
        None => matches!(found, Ok(TableTime::Day(it)) if it.to_string() == expected),
    };
    if is_right { Ok(()) } else { Err(format!("{found:?}")) }
}

fn class(text: &str, expected: &str) -> Result<(), String> {
    let found = text.parse::<Class>();
    let is_right = match expected {
        "inferior V" => found == Ok(Class::InferiorV),
        _ if expected.starts_with("refused") || expected.starts_with("no class") => found.is_err(),
        name => found.is_ok_and(|class| class.name() == name),
    };
    if is_right { Ok(()) } else { Err(format!("{found:?}")) }
}

fn column(text: &str, expected: &str) -> Result<(), String> {
    let found = Heading::read(text, Waters::Surface);
    let is_right = match expected {
        "time" => found == Heading::Role(Role::Time),
        "month" => found == Heading::Role(Role::Month),
        // A point stands for the section where there is none.
        "section" => matches!(found, Heading::Role(Role::Section | Role::Point)),
        "water body" => found == Heading::Role(Role::WaterBody),
        "state of the station" => found == Heading::Role(Role::StationState),
        "printed class" => found == Heading::Role(Role::PrintedClass),
        "ignored on purpose" => found == Heading::Usual,
        other => panic!("a column that the test does not know: {other}"),
    };
    if is_right { Ok(()) } else { Err(format!("{found:?}")) }
}

fn check([kind, text, _, expected]: &Row) -> Result<(), String> {
    match kind.as_str() {
        "item" | "source item" | "trophic" => heading(text, expected, Waters::Surface),
        "ground item" => heading(text, expected, Waters::Ground),
        "cell" => cell(text, expected),
        "time" => time(text, expected),
        "class" => class(text, expected),
        "body" => {
            let found = text.parse::<WaterBody>();
            let is_right = found.is_ok_and(|body| body.name() == expected);
            if is_right { Ok(()) } else { Err(format!("{found:?}")) }
        }
        "column" => column(text, expected),
        other => panic!("a kind that the test does not know: {other}"),
    }
}

#[test]
fn every_text_of_real_files_becomes_what_it_must() {
    let wrong: Vec<String> = rows()
        .iter()
        .filter_map(|row| {
            let found = check(row).err()?;
            Some(format!("{} {:?}: expected {}, found {found}", row[0], row[1], row[3]))
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}
