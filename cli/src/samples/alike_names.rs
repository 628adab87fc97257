//! Names of sections that differ in blanks or in the width of letters alone: two for one section, it
//! may be, each with a part of its months.

use std::collections::{BTreeMap, BTreeSet};

/// What is said of such names, a group each.
pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut groups: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for name in names {
        groups.entry(plain(name)).or_default().insert(name);
    }
    let alike = groups.into_values().filter(|names| names.len() > 1);
    let said = alike.map(|names| {
        let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let names = names.join(", ");
        format!("names that differ in blanks or width alone are sections apart: {names}")
    });
    said.collect()
}

/// A name without blanks, in letters of half width.
fn plain(name: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    name.chars().filter(|letter| !letter.is_whitespace()).map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn names_that_look_alike_are_said() {
        let names = ["西桥", "西 桥", "西　桥", "西桥（上）", "西桥(上)", "东桥", "Ｓ１", "S1"];
        let said = of(names.into_iter());
        assert_eq!(said.len(), 3);
        assert!(said[0].ends_with("apart: \"S1\", \"Ｓ１\""), "{said:?}");
        assert!(said[1].contains("\"西 桥\", \"西　桥\", \"西桥\""), "{said:?}");
        assert!(of(["西桥", "西橋", "东桥"].into_iter()).is_empty());
        // However many there are: which of them are listed is decided where faults are.
        let pairs: Vec<String> =
            (0..30).flat_map(|at| [format!("{at}a"), format!("{at} a")]).collect();
        assert_eq!(of(pairs.iter().map(String::as_str)).len(), 30);
    }
}
