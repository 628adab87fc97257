//! The marks of Chinese texts, as in published bulletins: beside a Chinese character stand
//! full-width brackets, colons, commas and semicolons, a percentage has its sign at its number, and
//! a list has the mark of a list between whatever names it holds; names keep the marks that they
//! are printed with.

use std::collections::BTreeSet;
use std::path::PathBuf;

const MARKS: [char; 7] = ['(', ')', '[', ']', ':', ';', ','];

/// Where a Chinese character has a half-width mark beside it, also behind one space.
pub(crate) fn half_width(text: &str, names: &[String]) -> BTreeSet<String> {
    // What the first screen folds is joined, so that a name is found.
    let mut text = text.replace("\n    ", "");
    for name in names {
        text = text.replace(name.as_str(), "");
    }
    let is_chinese = |it: char| {
        ('\u{4e00}'..'\u{a000}').contains(&it)
            || ('Ⅰ'..='Ⅻ').contains(&it)
            || "“”《》〔〕".contains(it)
    };
    let characters: Vec<char> = text.chars().collect();
    let at = |place: usize| characters.get(place).copied().unwrap_or(' ');
    let mut found = BTreeSet::new();
    // A percentage has its sign at its number.
    if let Some(place) = text.find(" %") {
        found.insert(
            text[..place].chars().rev().take(12).collect::<Vec<_>>().iter().rev().collect(),
        );
    }
    // In a line of Chinese, what stands in no quotes is listed by marks without a blank.
    for line in text.lines().filter(|line| line.chars().any(is_chinese)) {
        let unquoted: String = line.split('"').step_by(2).collect::<Vec<_>>().join("\"");
        found.extend(unquoted.find(", ").map(|place| unquoted[..=place].to_owned()));
    }
    for (place, mark) in characters.iter().enumerate().filter(|(_, it)| MARKS.contains(it)) {
        // The nearest character on each side, with no more than one space between.
        let before = place.checked_sub(1).map_or(' ', at);
        let before = if before == ' ' && place > 1 { at(place - 2) } else { before };
        let behind = at(place + 1);
        let behind = if behind == ' ' && *mark != ')' { at(place + 2) } else { behind };
        if is_chinese(before) || is_chinese(behind) {
            let start = place.saturating_sub(12);
            let end = characters.len().min(place + 12);
            found.insert(characters[start..end].iter().collect());
        }
    }
    found
}

/// The texts of the plans that the program carries which hold such marks, longest first: names of
/// sections and sources.
pub(crate) fn names() -> Vec<String> {
    let mut names = BTreeSet::new();
    for plan in ["qinzhou-2024.json", "chaohu-2026.json", "haimen-2019.json"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(plan);
        let plan = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        add(&plan, &mut names);
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

fn add(data: &serde_json::Value, names: &mut BTreeSet<String>) {
    match data {
        serde_json::Value::String(text) if text.contains(MARKS) => {
            names.insert(text.clone());
        }
        serde_json::Value::Array(list) => list.iter().for_each(|it| add(it, names)),
        serde_json::Value::Object(keys) => keys.values().for_each(|it| add(it, names)),
        _ => {}
    }
}

#[test]
fn half_width_marks_beside_chinese_are_found() {
    let name = ["水库(钦州)".to_owned()];
    for good in [
        "达标（暂定）",
        "pH：6～9",
        "(TLI 3.5)",
        "水库(钦州)、高塘",
        "a: b",
        "3,5",
        "类\t(a)",
        "列\"a, b\"",
        "a, b",
    ] {
        assert_eq!(half_width(good, &name), BTreeSet::new(), "{good}");
    }
    for bad in [
        "达标 (暂定)",
        "达标(0.3)",
        "读取行数: 5",
        "a, 钦江",
        "钦江;a",
        "Ⅲ类 (a",
        "(全部",
        "0.3:未",
        "总磷 [12 个",
        "读取的列：tp → TP, cod → COD",
    ] {
        assert_ne!(half_width(bad, &name), BTreeSet::new(), "{bad}");
    }
}
