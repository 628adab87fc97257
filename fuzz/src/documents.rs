//! Documents that are changed at random: plans, reports to plans, snapshots, cases, tables.

use crate::random::Random;
use crate::texts;

/// What stands in a document in the place of a value.
const VALUES: [&str; 34] = [
    "0",
    "1",
    "-1",
    "255",
    "256",
    "65535",
    "65536",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "1e308",
    "1e-308",
    "0.1",
    "null",
    "true",
    "false",
    "[]",
    "{}",
    "\"\"",
    "\"0\"",
    "\"-9223372036854775808\"",
    "\"170141183460469231731687303715884105727\"",
    "\"-170141183460469231731687303715884105728\"",
    "\"9223372036854775807\"",
    "\"0.000000000000000001\"",
    "\"III\"",
    "\"river\"",
    "\"NH3-N\"",
    "\"2024-02-29\"",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "[[[[[[[[[[]]]]]]]]]]",
];

/// A document with some parts changed.
pub(crate) fn changed(random: &mut Random, document: &str) -> String {
    let mut text = document.to_owned();
    for _ in 0..=random.below(4) {
        change(random, &mut text);
    }
    text
}

/// A place between two characters.
fn place(random: &mut Random, text: &str) -> usize {
    let mut place = random.below(text.len() + 1);
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn change(random: &mut Random, text: &mut String) {
    match random.below(8) {
        // A value in the place of another.
        0..=3 => {
            let start = place(random, text);
            let Some(colon) = text[start..].find([':', ',', '[']) else { return };
            let from = start + colon + 1;
            let length = text[from..].find([',', '}', ']', '\n']).unwrap_or(0);
            let value = if random.one_in(4) {
                format!("{:?}", texts::text(random))
            } else {
                random.pick(&VALUES).to_owned()
            };
            text.replace_range(from..from + length, &value);
        }
        // A part left out, or twice, or moved.
        4 | 5 => {
            let (one, other) = (place(random, text), place(random, text));
            let (from, to) = (one.min(other), one.max(other).min(one.min(other) + 400));
            let to = (from..=to).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(from);
            let part = text[from..to].to_owned();
            if random.one_in(2) {
                text.replace_range(from..to, "");
            }
            if random.one_in(2) {
                let at = place(random, text);
                text.insert_str(at, &part);
            }
        }
        6 => {
            let (at, piece) = (place(random, text), texts::text(random));
            text.insert_str(at, &piece);
        }
        _ => {
            let end = place(random, text);
            text.truncate(end);
        }
    }
}

/// A table of some rows and columns.
pub(crate) fn rows(random: &mut Random) -> Vec<Vec<String>> {
    let (rows, columns) = (random.below(8), random.below(8));
    let mut row = || (0..columns).map(|_| texts::text(random)).collect();
    (0..rows).map(|_| row()).collect()
}

/// The same as CSV.
pub(crate) fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
